// Prints of every age come to life by the program of today: pages stay as they were printed, and load whatever stands at the
// stable address.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { marks, step } from './explore.mjs';
import { NOT_LOADED, ROOT, chosen, frames, inState, onLivingPage, onPage, plainPage, put, readerText, until } from './support.mjs';

const FOLDER = path.join(ROOT, 'tests/prints');
const names = (await readdir(FOLDER)).sort();
const prints = names.filter((name) => name.endsWith('.html'));
const published = names.filter((name) => name.endsWith('.json'));
assert.ok(prints.length >= 3 && published.length >= 3, names.join());

/** The picture in the fixture is another site's. */
const allow = [/^(request to others: |error: Loading the image '|policy: img-src )https:\/\/paper\.example\//, NOT_LOADED];
const SIZES = [[1280, 900], [390, 844]];

/** Uses what every print must answer to. */
async function assertAlive(page, name) {
  const words = await readerText(page);
  const whole = await page.locator('.explainer-event').count();
  assert.ok(whole >= 10, `${name}: ${whole} events`);
  assert.equal(await page.locator('.explainer-event[aria-current]').count(), 1, name);
  assert.ok((await marks(page).count()) > 0, `${name}: marks on the axis`);

  const before = await chosen(page);
  await step(page, 'previous').click();
  await until(page, (before) => document.querySelector('.explainer-event[aria-current]').dataset.id !== before, before);

  const filter = page.locator('news-explainer .filters button').first();
  await filter.click();
  await until(page, () => document.querySelectorAll('.explainer-event[hidden]').length > 0);
  await filter.click();
  await until(page, () => document.querySelectorAll('.explainer-event[hidden]').length === 0);

  await page.locator('news-explainer .all').click();
  await until(page, () => [...document.querySelectorAll('.explainer-question')].every((question) => question.open));

  // No control is without a name, and none is twice there.
  const nameless = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('news-explainer');
    const controls = [...shadowRoot.querySelectorAll('button, input, [role="slider"], .mark')];
    return controls.filter((control) => !(control.ariaLabel || control.textContent.trim() || control.closest('label')?.textContent.trim() || control.placeholder)).map((control) => control.outerHTML.slice(0, 80));
  });
  assert.deepEqual(nameless, [], name);
  assert.ok(words.includes('Everything at once'), name);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: nothing scrolls sideways`);
}

for (const name of prints) {
  for (const [width, height] of SIZES) {
    test(`the print ${name} comes to life, ${width} px`, async () => {
      const address = put(`/age-${name}`, plainPage(await readFile(path.join(FOLDER, name), 'utf8')));
      await onLivingPage(address, { width, height, allow }, (page) => assertAlive(page, name));
    });
  }
}

for (const name of published) {
  test(`the published document ${name} is shown by address`, async () => {
    put(`/age-${name}`, await readFile(path.join(FOLDER, name), 'utf8'));
    const address = put(`/age-${name}.html`, plainPage(`<news-explainer src="/age-${name}"></news-explainer>`));
    await onLivingPage(address, { allow }, (page) => assertAlive(page, name));
  });
}

test('a print of a later age stands as it was printed, and the page hears why', async () => {
  const print = await readFile(path.join(FOLDER, prints.at(-1)), 'utf8');
  const later = print.replace(/"version":(\d+)/, (_, version) => `"version":${Number(version) + 1}`);
  assert.notEqual(later, print);
  const address = put('/age-later.html', plainPage(later.replace('<news-explainer', '<news-explainer loading="eager"')));
  await onPage(address, { allow: [...allow, /^warning: news-explainer: document-not-read: .*another version/] }, async (page) => {
    await inState(page, 'failed');
    await frames(page);
    assert.equal(await page.locator('news-explainer [slot]').count(), 0);
    assert.ok(await page.locator('.explainer-head').isVisible());
  });
});
