// A page that a translator has gone through: every text in `<font><font>`, and in other words.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WASM, chosen, comeNear, eventIds, events, frames, hold, inState, onPage, until, untilChosen } from './support.mjs';

/** Does as translators do: new words, two elements around each text; what says translate="no" is left alone. */
const translate = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    let count = 0;
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement.closest('script, svg, font, [translate="no"]')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      text.replaceWith(outer);
      inner.textContent = text.data.replace(/\p{L}{3,}/gu, (word) => `ǃ${word}`);
      count += 1;
    }
    document.documentElement.lang = 'x-klingon';
    document.documentElement.classList.add('translated-ltr');
    return count;
  });

async function assertWorks(page, { width }) {
  const all = await eventIds(page);
  const told = async () => (await events(page, 'select')).map(({ id }) => id);

  const link = page.locator('.explainer-article a[href*="--lavrov-in-pyongyang"] font font').first();
  await link.click();
  await untilChosen(page, 'lavrov-in-pyongyang');

  await page.locator('news-explainer .steps .previous').click();
  await untilChosen(page, all[all.indexOf('lavrov-in-pyongyang') - 1]);

  const mark = page.locator('news-explainer .mark[part="mark"]').first();
  await mark.locator('.explainer-target').click();
  await until(page, (id) => window.seen.events.at(-1).detail.id !== id, all[all.indexOf('lavrov-in-pyongyang') - 1]);
  assert.equal(await chosen(page), (await told()).at(-1));

  await page.locator('news-explainer .faq-head button').click();
  await until(page, () => [...document.querySelectorAll('.explainer-question')].every((question) => question.open));
  const summary = page.locator('.explainer-question > summary font font').first();
  await summary.click();
  await until(page, () => !document.querySelector('.explainer-question').open);

  // The names of events' marks and the titles on the axis are the words on the page; of several only days are told.
  await frames(page);
  const names = await page.locator('news-explainer .mark[part="mark"]').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
  assert.ok(names.length > 4 && names.every((name) => name.includes('ǃ')), `names: ${names}`);
  if (width >= 900) {
    const titles = await page.locator('news-explainer .axis .explainer-titles text').allTextContents();
    assert.ok(titles.length > 0 && titles.some((line) => line.includes('ǃ')), `titles: ${titles}`);
  }
  assert.equal(await page.locator('news-explainer').getAttribute('data-state'), 'interactive');
}

for (const size of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
  test(`${size.width} px: translated before it comes to life`, async () => {
    let gate;
    const before = async (page) => (gate = await hold(page, WASM));
    await onPage('/', { ...size, before }, async (page) => {
      await comeNear(page);
      await gate.asked;
      assert.ok((await translate(page)) > 500);
      gate.release();
      await inState(page, 'interactive');
      await assertWorks(page, size);
    });
  });

  test(`${size.width} px: translated after it has come to life`, async () => {
    await onPage('/', size, async (page) => {
      await comeNear(page);
      await inState(page, 'interactive');
      assert.ok((await translate(page)) > 500);
      await assertWorks(page, size);
    });
  });
}

test('what the frame draws anew is not for translators', async () => {
  await onPage('/', {}, async (page) => {
    await comeNear(page);
    await inState(page, 'interactive');
    const open = await page.evaluate(() => {
      const root = document.querySelector('news-explainer').shadowRoot;
      const changing = [...root.querySelectorAll('.axis svg, .position, .to, [role="status"]')];
      return changing.filter((element) => element.closest('[translate="no"]') === null).map((element) => element.outerHTML.slice(0, 80));
    });
    assert.deepEqual(open, []);
  });
});
