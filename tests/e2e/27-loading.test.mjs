// What is fetched, when, how often, and what is listened to on the page.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { DIST, POLICY, asked, explainer, frames, interactive, onLivingPage, onPage, plainPage, put, site, until } from './support.mjs';
import { BROWSERS, open, record } from './second-origin.mjs';

put('/record.js', `(${record})();`);

/** A copy of the build in a folder of its own, which nobody has been to, to be kept as long as a host with sense has it kept. */
async function fresh(folder) {
  for (const file of (await readdir(DIST)).filter((name) => /-[0-9a-f]{16}\./.test(name))) {
    put(`${folder}/${file}`, await readFile(path.join(DIST, file)), POLICY, { 'cache-control': 'public, max-age=31536000, immutable' });
  }
  return folder;
}

/** A page with a printed element, as the command line prints it for a pinned build. */
async function page_(folder, loading) {
  const printed = await explainer('print', 'assets/explainer.json', '--assets', await fresh(folder), '--pinned', DIST, '--loading', loading);
  const [head, element] = printed.split(/(?=<news-explainer)/);
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A story</title><link rel="icon" href="/icon.svg">
<script src="/record.js"></script>${head}</head><body><h1>A story</h1>${element}</body></html>`;
  return { head, address: put(`${folder}/page.html`, page) };
}

const KINDS = [/explainer-runtime-[0-9a-f]+\.js$/, /explainer-runtime-[0-9a-f]+\.wasm$/, /explainer-shadow-[0-9a-f]+\.css$/];

for (const [browser, { skip }] of Object.entries(BROWSERS)) {
  for (const loading of ['eager', 'idle', 'visible']) {
    test(`${browser}: loading="${loading}" fetches every file once and says nothing`, { skip }, async () => {
      const folder = `/${browser}-${loading}`;
      const { head, address } = await page_(folder, loading);
      assert.equal(/ rel="modulepreload".* rel="preload"/s.test(head), loading === 'eager', 'what is fetched ahead');
      const page = await open(browser, { width: 390, height: 844 });
      try {
        await page.goto(`${await site()}${address}`, { waitUntil: 'load' });
        await until(page, (loading) => {
          if (loading === 'visible') document.querySelector('.explainer-timeline-head').scrollIntoView();
          return document.querySelector('news-explainer').dataset.state === 'interactive';
        }, loading, 'alive');
        // Chromium warns of what was fetched ahead in vain a few seconds after the page has loaded.
        if (loading === 'eager' && browser === 'Chromium') await new Promise((resolve) => setTimeout(resolve, 4000));
        const files = asked.filter((name) => name.startsWith(`${folder}/explainer-`));
        assert.equal(files.length, KINDS.length, files.join(' '));
        for (const kind of KINDS) assert.equal(files.filter((file) => kind.test(file)).length, 1, `${kind} in ${files.join(' ')}`);
        assert.deepEqual([...page.said, ...(await page.evaluate(() => window.seen.said))], []);
      } finally {
        await page.close();
      }
    });
  }
}

test('all of the program is asked for before any of it has come', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const waiting = [];
  const before = async (page) => {
    await page.route(/\/explainer-(runtime|shadow)-/, async (route) => {
      waiting.push(new URL(route.request().url()).pathname);
      await held;
      await route.continue();
    });
  };
  const address = put('/side-by-side.html', plainPage(await explainer('print', 'assets/explainer.json', '--loading', 'eager')));
  await onPage(address, { before }, async (page) => {
    await until(page, () => document.querySelector('news-explainer'));
    for (let turn = 0; waiting.length < 3 && turn < 100; turn += 1) await frames(page);
    assert.equal(waiting.length, 3, waiting.join(' '));
    release();
    await interactive(page);
  });
});

test('the page waits for nobody’s wheel or touch but on the axis', async () => {
  const before = (page) =>
    page.addInitScript(() => {
      window.heard = [];
      const { addEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        if (/^(wheel|mousewheel|touchstart|touchmove)$/.test(type) && options?.passive !== true) window.heard.push([type, this]);
        return addEventListener.call(this, type, listener, options);
      };
    });
  await onLivingPage('/', { before }, async (page) => {
    await page.locator('news-explainer .zoom button').nth(1).click();
    await frames(page);
    const heard = await page.evaluate(() => {
      const box = (element) => (({ left, top, width, height }) => [left, top, width, height].map(Math.round))(element.getBoundingClientRect());
      const axis = document.querySelector('news-explainer').shadowRoot.querySelector('.axis');
      return { all: window.heard.map(([type, target]) => [type, target.getAttribute?.('class') ?? String(target), box(target)]), axis: box(axis) };
    });
    assert.ok(heard.all.length > 0);
    const [left, top, width, height] = heard.axis;
    for (const [type, name, box] of heard.all) {
      assert.deepEqual([type, name], ['wheel', 'marks surface']);
      assert.ok(box[0] >= left && box[1] >= top && box[2] <= width && box[3] <= height, `${box} within ${heard.axis}`);
    }
  });
});
