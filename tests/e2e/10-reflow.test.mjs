// 320 px is enough, also with large type: nothing is cut off and nothing scrolls sideways.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collisions } from './explore.mjs';
import { comeNear, fixturePage, fixtures, frames, inState, onPage } from './support.mjs';

const all = [{ name: 'the demonstration', address: async () => '/' }].concat(
  (await fixtures()).map((fixture) => ({ ...fixture, address: () => fixturePage(fixture) })),
);

/** What does not fit: the page itself, or anything in the explainer that holds text. */
const misfits = (page) =>
  page.evaluate(() => {
    const found = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} > ${clientWidth}`);
    const host = document.querySelector('news-explainer');
    const name = (element) => `${element.localName}.${element.getAttribute('class') ?? ''} “${element.textContent.trim().slice(0, 30)}”`;
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        // What is clipped away on purpose is for the ear.
        if (element.closest('svg, script, .unseen') || getComputedStyle(element).clipPath === 'inset(50%)') continue;
        const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (texts.length === 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
        // The neighbour's title on a step is shortened with an ellipsis on purpose: it stands whole in the list. Its date is not.
        if (element.matches('.steps .what')) continue;
        // Around a source's number there is room for a finger, which may hang over the line's end; the number may not.
        const fingers = [...element.querySelectorAll('.explainer-cite a')].map((link) => parseFloat(getComputedStyle(link).paddingInlineEnd));
        if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + Math.ceil(Math.max(0, ...fingers))) {
          found.push(`${name(element)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
        }
        const cuts = getComputedStyle(element).overflowY !== 'visible';
        if (cuts && element.scrollHeight > element.clientHeight) found.push(`${name(element)} is cut off below`);
        for (const text of texts) {
          const range = document.createRange();
          range.selectNodeContents(text);
          for (const { left, right } of range.getClientRects()) {
            if (left < -0.5 || right > clientWidth + 0.5) found.push(`${name(element)} reaches from ${left} to ${right} of ${clientWidth}`);
          }
        }
        // Text that stands out of a part of fixed height lies over its neighbours.
        const row = element.closest('.steps, button');
        if (row && element.getBoundingClientRect().bottom > row.getBoundingClientRect().bottom + 0.5) found.push(`${name(element)} stands out of its row`);
      }
    };
    walk(host);
    if (host.shadowRoot) walk(host.shadowRoot);
    return found.slice(0, 12);
  });

const openAll = (page) =>
  page.evaluate(() => document.querySelectorAll('news-explainer details').forEach((each) => (each.open = true)));

async function comeAlive(page) {
  await comeNear(page);
  await inState(page, 'interactive');
}

const largeType = (page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200%; }');
    document.adoptedStyleSheets = [sheet];
  });

for (const { name, address, allow = [] } of all) {
  test(`${name}: 320 px, and 320 px with type at 200 %, alive`, async () => {
    await onPage(await address(), { allow, width: 320, height: 640 }, async (page) => {
      await comeAlive(page);
      await openAll(page);
      await frames(page);
      assert.deepEqual(await misfits(page), [], 'at 100 %');
      await largeType(page);
      await frames(page);
      assert.deepEqual(await misfits(page), [], 'at 200 %');
    });
  });

  test(`${name}: 320 px, script off`, async () => {
    await onPage(await address(), { allow, width: 320, height: 640, script: false }, async (page) => {
      await openAll(page);
      assert.deepEqual(await misfits(page), []);
    });
  });
}

test('text spacing of WCAG 1.4.12 cuts nothing off', async () => {
  await onPage('/', { width: 320, height: 640 }, async (page) => {
    await comeAlive(page);
    await openAll(page);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
      document.adoptedStyleSheets = [sheet];
      const { shadowRoot } = document.querySelector('news-explainer');
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    });
    await frames(page);
    assert.deepEqual(await misfits(page), []);
  });
});

// ── The axis ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const WIDTHS = [320, 390, 599, 600, 768, 899, 900, 1100, 1280, 1600];

for (const { name, address, allow = [] } of all) {
  test(`${name}: nothing on the living axis lies over anything`, async () => {
    await onPage(await address(), { allow, width: 320 }, async (page) => {
      await comeAlive(page);
      const troubles = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await frames(page, 6);
        const { over, edge } = await page.evaluate(collisions);
        if (over.length || edge.length) troubles.push({ width, over: over.slice(0, 8), edge: edge.slice(0, 8) });
      }
      assert.deepEqual(troubles, []);
    });
  });

  test(`${name}: nothing on the still pictures lies over anything`, async () => {
    await onPage(await address(), { allow, script: false }, async (page) => {
      const troubles = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const { over, edge } = await page.evaluate(collisions, true);
        if (over.length || edge.length) troubles.push({ width, over: over.slice(0, 8), edge: edge.slice(0, 8) });
      }
      assert.deepEqual(troubles, []);
    });
  });
}

test('the living axis is as large as the picture it stands over, at every width', async () => {
  await onPage('/', { width: 320 }, async (page) => {
    await comeAlive(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await frames(page, 6);
      const [axis, still] = await page.evaluate(() => {
        const box = (element) => (({ x, y, width, height }) => [x, y, width, height])(element.getBoundingClientRect());
        const drawing = document.querySelector('news-explainer').shadowRoot.querySelector('.axis svg');
        return [box(drawing), box([...document.querySelectorAll('.explainer-still')].find((each) => each.checkVisibility()))];
      });
      assert.deepEqual(axis, still, `at ${width} px`);
      const { marks } = await page.evaluate(collisions);
      assert.ok(marks >= 4, `${marks} marks at ${width} px`);
    }
  });
});

test('the controls lie over no words and over no mark, at every width', async () => {
  await onPage('/', { width: 320 }, async (page) => {
    await comeAlive(page);
    await page.evaluate(() => scrollTo(0, 0));
    const troubles = [];
    const opener = page.locator('news-explainer .opens');
    let opened = 0;
    // On narrow ones also with the tools that are less used.
    for (const [width, more] of WIDTHS.flatMap((width) => [[width, false], [width, true]])) {
      await page.setViewportSize({ width, height: 900 });
      await frames(page, 6);
      const isNarrow = await opener.isVisible();
      if (more && !isNarrow) continue;
      if (isNarrow && (await opener.getAttribute('aria-expanded')) !== String(more)) await opener.click();
      opened += more;
      await page.evaluate(() => scrollTo(0, 0));
      await frames(page, 2);
      const found = await page.evaluate(() => {
        const host = document.querySelector('news-explainer');
        const { shadowRoot } = host;
        const box = (thing) => thing.getBoundingClientRect();
        const rectsOf = (text) => {
          const range = document.createRange();
          range.selectNodeContents(text);
          return [...range.getClientRects()];
        };
        const words = [];
        const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { parentElement, data } = walker.currentNode;
          // The printed legend stands under its living entries, unseen.
          if (data.trim() && !parentElement.closest('svg, script') && parentElement.checkVisibility({ visibilityProperty: true })) {
            words.push(...rectsOf(walker.currentNode).map((rect) => ({ rect, name: data.trim().slice(0, 30) })));
          }
        }
        const axis = shadowRoot.querySelector('.marks');
        words.push({ rect: box(axis), name: 'the axis' });
        for (const said of shadowRoot.querySelectorAll('.seen > span')) words.push({ rect: box(said), name: said.textContent });
        const drawn = [...shadowRoot.querySelectorAll('button, input, select, .position, .overview')].filter((control) => control.checkVisibility());
        const controls = drawn.map((control) => ({ rect: box(control), name: `${control.getAttribute('class') ?? control.localName} “${control.textContent.trim().slice(0, 30)}”` }));
        const over = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
        const pairs = controls.flatMap((control, index) =>
          [...words, ...controls.slice(index + 1)].filter((other) => over(control.rect, other.rect)).map((other) => `${control.name} lies over ${other.name}`),
        );
        return { pairs, count: controls.length };
      });
      const entries = await page.locator('news-explainer .filters button:visible').count();
      const tools = isNarrow ? 1 + (more ? 4 : 0) : 4;
      assert.equal(found.count, entries + tools + 9, 'three to zoom, the overview, four in the steps, all answers; the tools that are less used, or what opens them');
      if (found.pairs.length) troubles.push([width, ...found.pairs]);
    }
    assert.deepEqual(troubles, []);
    assert.ok(opened >= 3, `${opened} narrow widths`);
  });
});
