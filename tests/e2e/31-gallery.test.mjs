// The demonstration's second page: a short explainer in a narrow column, and one by address that runs from right to left.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { built, comeNear, frames, onPage, until } from './support.mjs';

const ADDRESS = '/gallery.html';
const short = 'aside news-explainer';
const other = 'section news-explainer';

test('the file gallery.html has no style attribute, no inline script, no handler and no style element', async () => {
  const html = (await built('gallery.html')).replace(/<script type="application\/json"[^]*?<\/script>/g, '');
  assert.doesNotMatch(html, / style=|<style| on[a-z]+=|<script(?! type="module" src=)/);
  assert.match(html, /<news-explainer/);
});

test('without script the short one is whole, and the other leads to what would be fetched', async () => {
  await onPage(ADDRESS, { script: false }, async (page) => {
    assert.equal(await page.locator(`${short} .explainer-event`).count(), 6);
    assert.ok(await page.locator(`${other} a[href="by-address.json"]`).isVisible());
  });
});

for (const [width, height] of [[1280, 900], [390, 844]]) {
  test(`${width} px: both come to life, each in its language’s direction, and nothing reaches over the page’s edge`, async () => {
    await onPage(ADDRESS, { width, height }, async (page) => {
      for (const [index, host] of [short, other].entries()) {
        await comeNear(page, index);
        await until(page, (host) => document.querySelector(host).dataset.state === 'interactive', host);
      }
      await frames(page);
      const found = await page.evaluate(
        (hosts) => hosts.map((host) => getComputedStyle(document.querySelector(`${host} .explainer-head`)).direction),
        [short, other],
      );
      assert.deepEqual(found, ['ltr', 'rtl']);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(content <= window, `${content} > ${window}`);
      await page.locator(`${short} .steps .next`).click();
      assert.equal(await page.locator(`${short} .explainer-event[aria-current]`).count(), 1);
      assert.equal(await page.locator(`${other} .explainer-event[aria-current]`).count(), 1);
    });
  });
}
