// axe-core on everything that is printed and on everything that is alive; and axe itself on planted faults.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { NOT_LOADED, comeNear, fixturePage, fixtures, frames, inState, onPage, put } from './support.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Naming the tags turns `target-size` on, which is off by default.
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function audit(page) {
  await page.evaluate(`typeof axe === 'undefined' && (${JSON.stringify(AXE)}, eval)(${JSON.stringify(AXE)}); undefined`);
  return page.evaluate(async (tags) => {
    const { violations, passes } = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return {
      violations: violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.slice(0, 4).map(({ target, html, any, all, none }) => ({
          target: target.flat().join(' >>> '),
          html: html.slice(0, 160),
          why: [...any, ...all, ...none].map(({ message }) => message).join('; '),
        })),
        count: nodes.length,
      })),
      passes: passes.map(({ id }) => id),
    };
  }, TAGS);
}

async function assertClean(page, where) {
  await frames(page);
  const { violations, passes } = await audit(page);
  assert.deepEqual(violations, [], where);
  // Axe has looked at something: the shortest document passes 18 rules.
  assert.ok(passes.length >= 15, `${where}: ${passes.length} rules passed`);
  return passes;
}

const setOpen = (page, open) =>
  page.evaluate((open) => document.querySelectorAll('news-explainer details').forEach((each) => (each.open = open)), open);

/** Both widths and both colours; once as it comes, once with everything open. */
async function assertCleanInAllForms(page, rules = []) {
  for (const [width, colorScheme, open] of [
    [1280, 'light', false], [1280, 'dark', true], [1280, 'light', true], [320, 'dark', false], [320, 'light', true],
  ]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await setOpen(page, open);
    const passes = await assertClean(page, `${width} px, ${colorScheme}, ${open ? 'all open' : 'as it comes'}`);
    for (const rule of rules) assert.ok(passes.includes(rule), `${rule} did not pass at ${width} px`);
  }
}

// axe needs nothing of the page but to be run, which the strict policy rightly forbids to a page's own scripts.
const options = { bypassCSP: true };
const all = [{ name: 'the demonstration', address: async () => '/', rules: ['target-size', 'color-contrast', 'list', 'aria-hidden-focus'] }].concat(
  (await fixtures()).map((fixture) => ({ ...fixture, address: () => fixturePage(fixture) })),
);

for (const { name, address, rules, allow = [] } of all) {
  test(`${name}, alive`, async () => {
    await onPage(await address(), { ...options, allow }, async (page) => {
      await comeNear(page);
      await inState(page, 'interactive');
      await assertCleanInAllForms(page, rules);
    });
  });

  test(`${name}, with its script blocked`, async () => {
    const before = (page) => page.route('**/news-explainer.js', (route) => route.abort());
    await onPage(await address(), { ...options, before, allow: [NOT_LOADED, ...allow] }, (page) => assertCleanInAllForms(page, rules));
  });
}

test('the demonstration, with an event chosen and the focus on the axis', async () => {
  for (const width of [1280, 320]) {
    await onPage('/', { ...options, width }, async (page) => {
      await comeNear(page);
      await inState(page, 'interactive');
      await page.locator('news-explainer .mark[tabindex="0"]').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await frames(page);
      await assertClean(page, `${width} px`);
    });
  }
});

test('axe finds planted faults, also in an open shadow root', async () => {
  put('/planted.css', '.pale { color: #aaa; background: #fff; } .small { width: 12px; height: 12px; padding: 0; border: 0; margin: 0; display: inline-block; }');
  put('/planted.js', `
    const root = document.querySelector('#host').attachShadow({ mode: 'open' });
    const button = document.createElement('button');
    root.append(button);
  `);
  const address = put('/planted.html', `<!doctype html><html lang="en"><head><title>Planted</title>
    <link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/planted.css"><script type="module" src="/planted.js"></script></head>
    <body><main><h1>Planted faults</h1>
    <img src="/icon.svg">
    <p class="pale">Pale words on white</p>
    <a href="/"></a>
    <h4>A level is left out</h4>
    <ul><p>Not an item</p></ul>
    <div role="button" tabindex="0"></div>
    <p lang="qq-nonsense">Language</p>
    <button class="small" aria-label="a"></button><button class="small" aria-label="b"></button>
    <div id="host"></div>
    </main></body></html>`);
  await onPage(address, options, async (page) => {
    const { violations } = await audit(page);
    const found = Object.fromEntries(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]));
    for (const id of ['image-alt', 'color-contrast', 'link-name', 'heading-order', 'list', 'aria-command-name', 'target-size', 'valid-lang']) {
      assert.ok(found[id], `axe did not find the planted ${id}; it found ${Object.keys(found)}`);
    }
    assert.deepEqual(found['button-name'], ['#host >>> button'], 'the fault in the shadow root');
  });
});

test('axe finds a fault that is planted into the living frame', async () => {
  await onPage('/', options, async (page) => {
    await comeNear(page);
    await inState(page, 'interactive');
    await page.evaluate(() => {
      const root = document.querySelector('news-explainer').shadowRoot;
      root.querySelector('.mark').removeAttribute('aria-label');
      const button = root.querySelector('.steps .previous');
      button.removeAttribute('aria-label');
      button.querySelector('.to').remove();
    });
    const { violations } = await audit(page);
    const found = violations.map(({ id }) => id);
    assert.ok(found.includes('button-name') && found.includes('aria-command-name'), String(found));
  });
});
