// The element goes and comes again: the printed page stands as it stood each time.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  WASM, built, comeNear, events, frames, hold, inState, interactive, onLivingPage, onPage, plainPage, put, until,
  untilChosen,
} from './support.mjs';

put('/by-address.html', plainPage('<news-explainer loading="eager" src="/explainer.json"></news-explainer>'));

/** The printed words as they stand, without the element's own state. */
const printed = (page) =>
  page.evaluate(() => {
    const copy = (window.kept ?? document.querySelector('news-explainer')).cloneNode(true);
    copy.removeAttribute('data-state');
    return copy.outerHTML;
  });

const still = (page) => page.evaluate(() => window.kept.shadowRoot.innerHTML.trim());
const take = (page) => page.evaluate(() => (window.kept = document.querySelector('news-explainer')).remove());
const giveBack = (page) => page.evaluate(() => document.querySelector('#background, main').append(window.kept));

test('removed, the printed page is as it stood; put back, it lives again', async () => {
  const stood = await onPage('/', { script: false }, printed);
  await onLivingPage('/', { width: 390, height: 844 }, async (page) => {
    await page.locator('news-explainer .steps .next').click();
    await until(page, () => document.querySelector('.explainer-event[aria-current]'));
    await take(page);
    await frames(page);
    assert.equal(await printed(page), stood);
    assert.equal(await page.evaluate(() => window.kept.hasAttribute('data-state')), false);
    assert.equal(await still(page), '<slot></slot>');

    await giveBack(page);
    await interactive(page);
    // The address names the last event now.
    await page.locator('news-explainer .steps .previous').click();
    await until(page, () => document.querySelector('.explainer-event[aria-current]'));
    assert.equal((await events(page, 'ready')).length, 2);
    assert.equal((await events(page, 'select')).length, 2, 'nothing listens twice');
    assert.equal(await page.locator('news-explainer .axis').count(), 1);
  });
});

test('thirty times out and in', async () => {
  const stood = await onPage('/', { script: false }, printed);
  await onLivingPage('/', {}, async (page) => {
    for (let turn = 0; turn < 30; turn += 1) {
      await take(page);
      if (turn % 3 === 0) await frames(page, 1);
      await giveBack(page);
      if (turn % 2 === 0) await inState(page, 'interactive');
    }
    await interactive(page);
    const told = (await events(page, 'select')).length;
    await page.locator('news-explainer .steps .next').click();
    await frames(page);
    assert.equal((await events(page, 'select')).length, told + 1);
    assert.equal(await page.locator('news-explainer .axis').count(), 1);
    await take(page);
    await frames(page);
    assert.equal(await printed(page), stood);
  });
});

test('moved within the page, it goes on living', async () => {
  await onLivingPage('/', {}, async (page) => {
    await page.evaluate(() => {
      const element = document.querySelector('news-explainer');
      document.querySelector('main').append(element);
      document.querySelector('#background').append(element);
    });
    await interactive(page);
    await page.locator('news-explainer .mark[part="mark"]').first().locator('.explainer-target').click();
    await until(page, () => window.seen.events.some(({ name }) => name === 'select'));
    assert.equal(await page.locator('news-explainer .axis').count(), 1);
  });
});

test('put into a page by a publisher’s own script, it comes to life', async () => {
  const [element] = (await built('index.html')).match(/<news-explainer.*<\/news-explainer>/s);
  put('/element.html', element);
  const address = put('/later.html', plainPage('<p id="here"></p>', { head: '<script type="module" src="/later.js"></script>' }));
  put('/later.js', "window.text = await (await fetch('/element.html')).text();");
  // A page under Trusted Types has a policy of its own for this; the test parses in the place of it.
  await onPage(address, { bypassCSP: true }, async (page) => {
    await until(page, () => window.text);
    await page.evaluate(() => document.querySelector('#here').insertAdjacentHTML('afterend', window.text));
    await interactive(page);
    await page.locator('news-explainer .steps .next').click();
    await until(page, () => window.seen.events.some(({ name }) => name === 'select'));
  });
});

test('by address: out and in, the words stay and live again', async () => {
  await onLivingPage('/by-address.html', {}, async (page) => {
    const before = await page.locator('.explainer-head').innerText();
    for (let turn = 0; turn < 3; turn += 1) {
      await take(page);
      await frames(page);
      assert.equal(await still(page), '<slot></slot>');
      await giveBack(page);
      await interactive(page);
    }
    assert.equal(await page.locator('.explainer-head').innerText(), before);
    assert.equal(await page.locator('.explainer-head').count(), 1);
    await page.evaluate(() => (location.hash = `${document.querySelector('.explainer-head').id}--korean-war`));
    await untilChosen(page, 'korean-war');
  });
});

test('removed while the runtime is on its way, nothing happens to it', async () => {
  let gate;
  const before = async (page) => (gate = await hold(page, WASM));
  const stood = await onPage('/', { script: false }, printed);
  await onPage('/', { before }, async (page) => {
    await comeNear(page);
    // Taken away any earlier, it would never ask.
    await gate.asked;
    await take(page);
    const answered = page.waitForResponse(WASM);
    gate.release();
    await answered;
    await frames(page, 5);
    assert.equal(await printed(page), stood);
    assert.deepEqual(await events(page, 'error'), []);
    await giveBack(page);
    await interactive(page);
  });
});
