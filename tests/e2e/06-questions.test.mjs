// Questions: native details, and one button that opens or closes all of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authored, events, frames, inState, onLivingPage, onPage, prefix, until } from './support.mjs';

const { faq } = await authored();
const button = (page) => page.locator('news-explainer .faq-head button');
const open = (page) => page.evaluate(() => [...document.querySelectorAll('.explainer-question[open]')].map((each) => each.dataset.id));
const untilOpen = (page, count) =>
  until(page, (count) => document.querySelectorAll('.explainer-question[open]').length === count, count, `${count} answers are open`);

/** The button's two names: its labels, from the data block, and for those who do not see where it stands, of what it is all. */
const labels = (page) =>
  page.evaluate(() => {
    const { labels } = JSON.parse(document.querySelector('news-explainer > script').textContent);
    const heading = document.querySelector('.explainer-faq-head').textContent.trim();
    return [labels.show_all, labels.hide_all].map((label) => `${label}: ${heading}`);
  });

const untilLabelled = (page, label) =>
  until(page, (label) => document.querySelector('news-explainer').shadowRoot.querySelector('.faq-head button').textContent.trim() === label, label, `the button says ${label}`);

test('one question opens and closes natively, and the page is told', async () => {
  await onLivingPage('/', {}, async (page) => {
    assert.deepEqual(await open(page), []);
    const summary = page.locator('.explainer-question > summary').nth(1);
    await summary.click();
    await untilOpen(page, 1);
    await summary.press('Enter');
    await untilOpen(page, 0);
    await summary.press(' ');
    await untilOpen(page, 1);
    await until(page, () => window.seen.events.filter(({ name }) => name === 'toggle').length === 3);
    const id = faq[1].id;
    assert.deepEqual(await events(page, 'toggle'), [{ id, open: true }, { id, open: false }, { id, open: true }]);
  });
});

test('the button opens all, and then closes all', async () => {
  await onLivingPage('/', {}, async (page) => {
    const [show, hide] = await labels(page);
    assert.ok(show && hide && show !== hide);
    await untilLabelled(page, show);
    await button(page).click();
    await untilOpen(page, faq.length);
    await untilLabelled(page, hide);
    await button(page).click();
    await untilOpen(page, 0);
    await untilLabelled(page, show);
    await until(page, (count) => window.seen.events.filter(({ name }) => name === 'toggle').length === count, 2 * faq.length);
    const told = await events(page, 'toggle');
    assert.deepEqual(told.filter(({ open }) => open).map(({ id }) => id), faq.map(({ id }) => id));
  });
});

test('the label follows what is open, whoever opened it', async () => {
  await onLivingPage('/', {}, async (page) => {
    const [show, hide] = await labels(page);
    const summaries = await page.locator('.explainer-question > summary').all();
    for (const summary of summaries.slice(0, -1)) await summary.click();
    await untilOpen(page, faq.length - 1);
    await untilLabelled(page, show);
    await summaries.at(-1).click();
    await untilLabelled(page, hide);
    await page.evaluate(() => (document.querySelector('.explainer-question').open = false));
    await untilLabelled(page, show);
  });
});

test('the label is right when answers stood open before life', async () => {
  const before = (page) =>
    page.addInitScript(() =>
      document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('.explainer-question').forEach((each) => (each.open = true))),
    );
  await onLivingPage('/', { before }, async (page) => {
    await untilLabelled(page, (await labels(page))[1]);
  });
});

for (const script of [true, false]) {
  test(`an address with a question opens it, script ${script ? 'on' : 'off'}`, async () => {
    const name = await onPage('/', { script: false }, prefix);
    const { id, question } = faq.at(-1);
    await onPage(`/#${name}--${id}`, { script, width: 390, height: 844 }, async (page) => {
      if (script) await inState(page, 'interactive');
      await untilOpen(page, 1);
      assert.deepEqual(await open(page), [id]);
      await frames(page);
      const summary = page.locator(`.explainer-question[data-id="${id}"] > summary`);
      assert.ok((await summary.innerText()).includes(question));
      const { y, height } = await summary.boundingBox();
      assert.ok(y >= 0 && y + height < 844, `the question is in sight, at ${y}`);
    });
  });
}

test('a change of the address opens a question', async () => {
  await onLivingPage('/', {}, async (page) => {
    await page.evaluate((hash) => (location.hash = hash), `${await prefix(page)}--${faq[2].id}`);
    await untilOpen(page, 1);
    assert.deepEqual(await open(page), [faq[2].id]);
  });
});
