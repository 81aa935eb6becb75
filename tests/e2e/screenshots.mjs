// Pictures of the demonstration page, to be looked at: node tests/e2e/screenshots.mjs FOLDER
// Whole page and the timeline's view, wide and narrow, light and dark, script on and off.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
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
