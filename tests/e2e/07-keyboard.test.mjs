// Keyboard alone: everything is reached, seen, never covered, and left again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authored, frames, onLivingPage } from './support.mjs';

/** Gives every element that Tab should reach a number, in both trees. Answers what they are. */
const number = (page) =>
  page.evaluate(() => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        const isStop = element.matches('a[href], button, input, select, summary, [tabindex]') && element.tabIndex >= 0;
        if (isStop && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) {
          element.stop = found.length;
          const name = element.getAttribute('aria-label') ?? element.textContent.trim();
          found.push(`${element.localName}.${element.getAttribute('class') ?? ''} “${name.slice(0, 40)}”`);
        }
      }
    };
    walk(document);
    return found;
  });

/** What has the focus: its number and where it is; and whether any of it can be seen. */
const here = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return undefined;
    const drawn = element.querySelector('.explainer-target') ?? element;
    const points = [...drawn.getClientRects()].flatMap(({ left, top, width, height }) =>
      [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y])),
    );
    const isSeen = ([x, y]) => {
      let hit = document.elementFromPoint(x, y);
      for (let inner; (inner = hit?.shadowRoot?.elementFromPoint(x, y)) && inner !== hit; ) hit = inner;
      return hit !== null && (element.contains(hit) || hit.contains(element));
    };
    const { x, y, width, height } = drawn.getBoundingClientRect();
    return {
      stop: element.stop,
      kind: [element.localName, element.getAttribute('class'), element.parentElement?.getAttribute('class'), element.part?.value].join(' '),
      name: (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40),
      isSeen: points.some(isSeen),
      box: { x, y, width, height },
    };
  });

/** Tabs until the focus has left the page. Answers every stop. */
async function tabThrough(page, key, limit, atEach = () => {}) {
  const stops = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await here(page);
    if (!stop || stops.some((before) => before.stop === stop.stop)) return stops;
    stops.push(stop);
    assert.ok(stops.length <= limit, `the focus never leaves: ${stops.slice(-3).map(({ name }) => name)}`);
    await atEach(stop);
  }
}

const openAll = (page) =>
  page.evaluate(() => document.querySelectorAll('news-explainer details').forEach((each) => (each.open = true)));

for (const [width, height, opened] of [[1280, 900, false], [1280, 900, true], [390, 844, true]]) {
  test(`${width} px, ${opened ? 'all open' : 'as it comes'}: Tab reaches everything, in order, forwards and backwards`, async () => {
    await onLivingPage('/', { width, height }, async (page) => {
      if (opened) await openAll(page);
      await frames(page);
      await page.evaluate(() => scrollTo(0, 0));
      const expected = await number(page);
      assert.ok(expected.length > (opened ? 150 : 40), `${expected.length} stops`);

      const forwards = await tabThrough(page, 'Tab', expected.length);
      assert.deepEqual(forwards.filter(({ isSeen }) => !isSeen).map(({ kind, name, box }) => [kind, name, box]), [], 'covered forwards');
      const reached = new Set(forwards.map(({ stop }) => stop));
      assert.deepEqual(expected.filter((_, stop) => !reached.has(stop)), [], 'never reached');
      assert.equal(forwards.length, expected.length);

      await page.evaluate(() => document.activeElement.blur());
      await page.locator('.colophon').click();
      const backwards = await tabThrough(page, 'Shift+Tab', expected.length);
      assert.deepEqual(backwards.filter(({ isSeen }) => !isSeen).map(({ kind, name, box }) => [kind, name, box]), [], 'covered backwards');
      const order = (stops) => stops.map(({ stop }) => stop);
      const back = order(backwards).reverse();
      assert.deepEqual(back, order(forwards).slice(-back.length));
      assert.ok(back.length >= expected.length - 1);
    });
  });
}

for (const [width, height, dark] of [[1280, 900, false], [390, 844, true]]) {
  test(`${width} px, ${dark ? 'dark' : 'light'}: the focus can be seen on every kind of thing`, async () => {
    await onLivingPage('/', { width, height, dark }, async (page) => {
      await openAll(page);
      await page.evaluate(() => scrollTo(0, 0));
      const expected = await number(page);
      const tried = new Map();
      const unseen = [];
      await tabThrough(page, 'Tab', expected.length, async ({ kind, name, box }) => {
        const count = tried.get(kind) ?? 0;
        if (count === 2) return;
        tried.set(kind, count + 1);
        const { x, y, width: w, height: h } = box;
        const clip = { x: Math.max(0, x - 6), y: Math.max(0, y - 6), width: Math.min(w + 12, width), height: Math.min(h + 12, height) };
        await frames(page, 2);
        const withFocus = await page.screenshot({ clip, animations: 'disabled' });
        await page.evaluate(() => {
          window.was = document.activeElement;
          while (window.was.shadowRoot?.activeElement) window.was = window.was.shadowRoot.activeElement;
          window.was.blur();
        });
        await frames(page, 2);
        const without = await page.screenshot({ clip, animations: 'disabled' });
        await page.evaluate(() => window.was.focus({ preventScroll: true, focusVisible: true }));
        if (withFocus.equals(without)) unseen.push(`${kind}: ${name}`);
      });
      assert.ok(tried.size >= 10, `${tried.size} kinds of things`);
      assert.deepEqual(unseen, []);
    });
  });
}

test('the axis is few stops: what follows is near', async () => {
  await onLivingPage('/', {}, async (page) => {
    const stops = await page.evaluate(() => {
      const inside = [...document.querySelector('news-explainer').shadowRoot.querySelector('.guide').querySelectorAll('*')];
      const isStop = (element) => element.tabIndex >= 0 && element.matches('button, input, select, [tabindex]') && element.checkVisibility();
      return inside.filter(isStop).map((element) => element.getAttribute('class') ?? element.localName);
    });
    const { eras } = (await authored()).timeline;
    assert.deepEqual(stops, ['tool', 'tool', 'tool', 'input', 'tool help', 'mark', ...eras.map(() => 'era'), 'window', 'previous'], 'one of the zoom, of the marks, of the steps');
  });
});

test('the focus is not taken from where the reader is', async () => {
  await onLivingPage('/', {}, async (page) => {
    const link = page.locator('.explainer-article a[href*="--blinken-in-seoul"]').first();
    await link.focus();
    const next = page.locator('news-explainer .steps .previous');
    await next.focus();
    await page.keyboard.press('Enter');
    await frames(page);
    const name = await page.evaluate(() => document.activeElement.shadowRoot.activeElement.localName);
    assert.equal(name, 'button');
  });
});
