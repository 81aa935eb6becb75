// Pictures of the demonstration page and of the hosts of tests/pages, to be looked at: node tests/e2e/screenshots.mjs FOLDER
// Wide and narrow, light and dark; of the demonstration the whole page, script on and off; of hosts what a reader comes to.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { HOSTS } from './hosts.mjs';
import { frames, interactive, onPage } from './support.mjs';

const [folder] = process.argv.slice(2);
assert.ok(folder, 'usage: node tests/e2e/screenshots.mjs FOLDER');
await mkdir(folder, { recursive: true });

for (const [width, height] of [[1280, 900], [390, 844]]) {
  for (const dark of [false, true]) {
    for (const script of [true, false]) {
      const name = [width, dark ? 'dark' : 'light', script ? 'alive' : 'printed'].join('-');
      test(name, async () => {
        await onPage('/', { width, height, dark, script }, async (page) => {
          if (script) await interactive(page);
          await page.evaluate(() => scrollTo(0, 0));
          await frames(page);
          await page.screenshot({ path: path.join(folder, `${name}-page.png`), fullPage: true });
          await page.evaluate(() => document.querySelector('.explainer-timeline-head').scrollIntoView());
          await frames(page);
          await page.screenshot({ path: path.join(folder, `${name}-timeline.png`) });
        });
      });
    }
  }
}

for (const [name, address] of Object.entries(HOSTS)) {
  for (const [width, height] of [[1280, 900], [390, 844]]) {
    for (const dark of [false, true]) {
      const picture = [name, width, dark ? 'dark' : 'light'].join('-');
      test(picture, async () => {
        await onPage(await address(), { width, height, dark }, async (page) => {
          if (name === 'app') await page.locator('nav a', { hasText: 'Story' }).click();
          // What an editor's tool has stripped is no element any more; of ten the first are enough.
          if (!/-(kses|autop)$|^ten$/.test(name)) await interactive(page);
          for (const place of ['head', 'timeline-head', 'faq-head', 'sources']) {
            await page.evaluate((place) => (place === 'head' ? scrollTo(0, 0) : document.querySelector(`.explainer-${place}`).scrollIntoView()), place);
            await frames(page, 6);
            await page.screenshot({ path: path.join(folder, `${picture}-${place}.png`) });
          }
        });
      });
    }
  }
}
