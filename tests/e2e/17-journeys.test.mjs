// Two journeys through everything: by keys alone, and by touch alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authored, chosen, frames, onLivingPage, prefix, until, untilChosen } from './support.mjs';
import {
  CROWD, NARROW, SIZES, WIDE, axisBox, clear, clusterList, council, drawn, entry, focus, isWhole, moreTools, openCrowd, overview, pageOf, pane, plainList,
  search, seen, onOpenList, selected, showAxis, step, tabStop, tool, total, untilMoved, untilTold, view, windowText,
} from './explore.mjs';

const { timeline: { events: EVENTS, eras: ERAS } } = await authored();

/** What has the focus, how much of it can be seen, and whether it looks focused. */
const here = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return { what: 'body', isSeen: false };
    const box = (element.querySelector('.pane, .explainer-target') ?? element).getBoundingClientRect();
    const points = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) => [0.15, 0.5, 0.85].map((y) => [box.left + box.width * x, box.top + box.height * y]));
    const isHit = ([x, y]) => {
      let hit = document.elementFromPoint(x, y);
      for (let inner; (inner = hit?.shadowRoot?.elementFromPoint(x, y)) && inner !== hit; ) hit = inner;
      return hit !== null && (element.contains(hit) || hit.contains(element));
    };
    const part = element.closest('.filters, .zoom, .seen, .opens, .find, .axis, .steps, .cluster-list, .explainer-opener, .explainer-event, .explainer-faq-head, .explainer-faq, .explainer-article');
    const root = element.getRootNode();
    return {
      what: [element.localName, element.getAttribute('class') ?? ''].join(' ').trim(),
      part: part?.getAttribute('class').split(' ')[0] ?? (root.host ? 'frame' : 'page'),
      inFrame: Boolean(root.host),
      seen: points.filter(isHit).length / points.length,
      isFocusVisible: element.matches(':focus-visible'),
    };
  });

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: by Tab alone few stops, and one for each era, lead through the timeline’s controls, all are seen, none is a trap`, async () => {
    await onLivingPage('/', size, async (page) => {
      // From the last link before the timeline.
      await page.locator('.explainer-article a').last().focus();
      const stops = [];
      for (;;) {
        await page.keyboard.press('Tab');
        const stop = await here(page);
        stops.push(stop);
        // What opens the list is the beginning of what follows.
        if (['explainer-opener', 'explainer-event', 'explainer-faq', 'explainer-faq-head', 'page'].includes(stop.part) || stops.length > 40) break;
      }
      const controls = stops.slice(0, -1);
      // On a telephone the less used tools are behind one button.
      const tools = size === WIDE ? ['find', 'find', 'find', 'find'] : ['tool'];
      const onAxis = ['g mark', ...ERAS.map(() => 'rect era'), 'g window'];
      assert.deepEqual(controls.map(({ part }) => part), ['filters', 'zoom', ...tools, ...onAxis.map(() => 'axis'), 'steps']);
      assert.deepEqual(controls.filter(({ part }) => part === 'axis').map(({ what }) => what), onAxis);
      assert.deepEqual(controls.filter(({ seen }) => seen < 0.5), [], 'covered');
      assert.deepEqual(controls.filter(({ isFocusVisible }) => !isFocusVisible), []);
      // And back.
      const back = [];
      for (let turn = 0; turn < stops.length; turn += 1) {
        await page.keyboard.press('Shift+Tab');
        back.push(await here(page));
      }
      assert.deepEqual(back.slice(0, -1).map(({ part, what }) => `${part}/${what}`), controls.map(({ part, what }) => `${part}/${what}`).reverse());
      assert.equal(back.at(-1).part, 'explainer-article');
      assert.deepEqual(back.slice(0, -1).filter(({ seen }) => seen < 0.5), [], 'covered backwards');
    });
  });

  test(`${name}: the toolbars go by arrows, Home and End, and round`, async () => {
    await onLivingPage('/', size, async (page) => {
      // On a telephone the legend leaves out what goes without saying.
      for (const [selector, length] of [['.filters > .buttons', size === WIDE ? 7 : 6], ['.zoom', 3], ['.steps > .buttons', 3]]) {
        const buttons = page.locator(`news-explainer ${selector} button:visible`);
        assert.equal(await buttons.count(), length);
        assert.equal(await page.locator(`news-explainer ${selector}`).getAttribute('role'), 'toolbar');
        assert.ok((await page.locator(`news-explainer ${selector}`).getAttribute('aria-label')).length > 3);
        // Words that are no control stand outside of it.
        assert.deepEqual(await page.locator(`news-explainer ${selector}`).evaluate((bar) => [...bar.childNodes].filter(({ localName }) => localName !== 'button').length), 0);
        await buttons.first().focus();
        const at = async (key, index) => {
          await page.keyboard.press(key);
          assert.equal(await buttons.nth(index).evaluate((button) => button === button.getRootNode().activeElement), true, `${selector} ${key} → ${index}`);
          assert.equal(await page.locator(`news-explainer ${selector} button[tabindex="0"]`).count(), 1);
        };
        for (let index = 1; index < length; index += 1) await at('ArrowRight', index);
        await at('ArrowRight', 0);
        await at('ArrowLeft', length - 1);
        await at('Home', 0);
        await at('End', length - 1);
        // The tab stop is where the focus was, also after something was done there.
        await page.keyboard.press('Enter');
        await frames(page);
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Tab');
        assert.equal(await buttons.nth(length - 1).evaluate((button) => button === button.getRootNode().activeElement), true, `${selector}: back at the same button`);
      }
    });
  });

  test(`${name}: a journey by keys alone: filter, zoom, search, choose, go on, copy, plain list, and out`, async () => {
    await onLivingPage('/', { ...size, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const key = async (...keys) => {
        for (const each of keys) {
          await page.keyboard.press(each);
          await frames(page, 2);
          assert.notEqual((await focus(page)).name, 'body', `${each}: the focus is lost`);
          // On paper-thin evidence nobody gets along: what has the focus is on the screen.
          const at = await here(page);
          assert.ok(at.part === 'explainer-article' || at.seen > 0, `${each}: ${JSON.stringify(at)} is covered`);
        }
      };
      await page.locator('.explainer-article a').last().focus();

      // The legend: only what is military.
      await key('Tab', 'ArrowRight', 'Enter');
      assert.equal(await entry(page, 'Military').getAttribute('aria-pressed'), 'true');
      const military = total(await drawn(page));
      assert.ok(military < EVENTS.length);

      // The tools: in twice, all of it.
      await key('Tab', 'ArrowRight', 'Enter', 'Enter');
      assert.equal(await isWhole(page), false);
      await key('ArrowRight', 'Enter');
      assert.equal(await isWhole(page), true);
      assert.equal(await tool(page, 'whole span').evaluate((button) => button === button.getRootNode().activeElement), true, 'a button that has nothing more to do keeps the focus');

      // The search, past the way back from the legend; on a telephone behind a button.
      await key('Tab');
      assert.match((await focus(page)).class, /clear/);
      await key('Tab', ...(size === NARROW ? ['Enter', 'Tab'] : []), 'Tab', 'Tab');
      assert.equal((await focus(page)).name, 'input');
      await page.keyboard.type('treaty');
      await frames(page);
      const both = total(await drawn(page));
      assert.ok(both > 1 && both < military);
      // Through what was found, and back.
      const found = await chosen(page);
      await key('Enter');
      assert.notEqual(await chosen(page), found);
      await key('Shift+Enter');
      assert.equal(await chosen(page), found);
      await page.keyboard.type(' xyz');
      await frames(page);
      assert.equal(total(await drawn(page)), 0);

      // The way back out of nothing.
      for (let turn = 0; turn < 12 && !/clear/.test((await focus(page)).class); turn += 1) await page.keyboard.press('Shift+Tab');
      assert.match((await focus(page)).class, /clear/, 'the way back is reached by Tab');
      await page.keyboard.press('Enter');
      await frames(page);
      assert.equal(total(await drawn(page)), EVENTS.length);
      assert.equal((await focus(page)).name, 'input', 'after clearing');

      // How it is used, and no more.
      await key('Tab', 'Enter');
      assert.match(await page.locator('news-explainer .note').textContent(), /Arrow keys/);
      await key('Enter');
      assert.equal(await page.locator('news-explainer .note').count(), 0);

      // An era by its button, and the whole span by the same; past the marks.
      await key('Tab', 'Tab');
      assert.equal((await focus(page)).class, 'era');
      await key('Enter');
      assert.equal(await isWhole(page), false);
      await key('Enter');
      assert.equal(await isWhole(page), true);
      assert.equal((await focus(page)).class, 'era', 'the focus stays');

      // The axis: the third mark, in and out, chosen.
      await key('Shift+Tab', 'Home', 'ArrowRight', 'ArrowRight', '+', '+', '-', '0');
      assert.equal((await focus(page)).name, 'g');
      for (let turn = 0; turn < 10 && (await focus(page)).count > 1; turn += 1) await key('Enter');
      const { id } = await focus(page);
      await key('Enter');
      await untilChosen(page, id);
      assert.equal((await focus(page)).id, id, 'the focus stays on the mark');
      await key('Escape');
      assert.equal(await isWhole(page), true, 'Escape leads back');

      // The overview, past the eras.
      for (let turn = 0; turn < ERAS.length + 1; turn += 1) await key('Tab');
      assert.equal(await overview(page).evaluate((window) => window === window.getRootNode().activeElement), true);
      await key('+', 'ArrowRight', 'Home', '0');

      // On and back, and the link.
      const told = (await selected(page)).length;
      await key('Tab', 'ArrowRight', 'Enter');
      await untilTold(page, told + 1);
      const next = await chosen(page);
      assert.notEqual(next, id);
      await key('Home', 'Enter');
      await untilChosen(page, id);
      await key('End', 'Enter');
      await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]').textContent === 'Link copied');
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), new RegExp(`--${id}$`));

      // The plain list and back.
      await plainList(page).focus();
      await key('Enter');
      assert.equal(await page.locator('news-explainer svg.marks').isVisible(), false);
      assert.equal((await seen(page)).length, EVENTS.length);
      await key('Enter');
      assert.equal(await page.locator('news-explainer svg.marks').isVisible(), true);

      // Out.
      for (let turn = 0; turn < 400 && (await here(page)).part !== 'explainer-faq-head' && !/all/.test((await here(page)).what); turn += 1) await page.keyboard.press('Tab');
      assert.match((await here(page)).what, /all/, 'the questions are reached');
    });
  });
}

test('wide: the opener of the whole list is seen and can be pressed where it stands', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const summary = page.locator('.explainer-opener > summary');
    await summary.focus();
    const at = await here(page);
    assert.ok(at.seen > 0.9, JSON.stringify(at));
    const { x, y, width, height } = await summary.boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2);
    await frames(page);
    assert.equal((await seen(page)).length, EVENTS.length);
  });
});

// ── Touch ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const PHONE = { ...NARROW, hasTouch: true, isMobile: true };

/** Swipes by one finger. */
async function swipe(page, from, to) {
  const cdp = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', from);
  for (const share of [0.1, 0.25, 0.5, 0.75, 1]) await touch('touchMove', { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
  await touch('touchEnd');
  await rest(page);
}

/** Until the page has not scrolled for a while: a tap on a page that still runs only stops it. */
const rest = (page) =>
  page.evaluate(async () => {
    for (let still = 0, last = NaN; still < 12; still += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (scrollY !== last) [still, last] = [0, scrollY];
    }
  });

test('a journey by touch: tap, open a cluster, swipe along the time, swipe the page, choose, go on', async () => {
  await onLivingPage('/', PHONE, async (page) => {
    await showAxis(page);

    // A cluster opens by zooming in.
    const cluster = (await drawn(page)).find(({ count }) => count > 4);
    const whole = await windowText(page);
    await page.touchscreen.tap(cluster.x, cluster.y);
    await untilMoved(page, whole);
    await frames(page);
    // Its first event is the card.
    assert.deepEqual(await selected(page), [cluster.id]);
    assert.equal(await chosen(page), cluster.id);
    assert.equal(await isWhole(page), false);

    // A swipe along the axis moves the time with the finger.
    const { left, top, width, height } = await axisBox(page);
    const middle = { x: left + width / 2, y: top + height - 30 };
    const [before, scrolled] = [await view(page), await page.evaluate(() => scrollY)];
    await swipe(page, middle, { x: middle.x - 100, y: middle.y });
    const after = await view(page);
    assert.ok(Math.abs(after.xOf(before.dayAt(middle.x)) - (middle.x - 100)) < 2, 'what the finger took is under the finger');
    assert.equal(await page.evaluate(() => scrollY), scrolled, 'the page does not scroll');

    // A swipe down or up over the axis scrolls the page and moves no window.
    const text = await windowText(page);
    await swipe(page, middle, { x: middle.x + 4, y: middle.y - 160 });
    await until(page, (scrolled) => scrollY > scrolled + 60, scrolled, 'the page scrolls');
    await frames(page, 6);
    assert.equal(await windowText(page), text);
    assert.deepEqual(await selected(page), [cluster.id]);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('news-explainer').shadowRoot.querySelector('.axis')).touchAction), 'pan-y');

    // A tap on a mark shows its event below the axis; the page stays where it is.
    await showAxis(page);
    let lone;
    for (let turn = 0; turn < 6 && !lone; turn += 1) {
      const box = await axisBox(page);
      lone = (await drawn(page)).find(({ count, x }) => count === 1 && x > box.left + 12 && x < box.right - 12);
      if (!lone) {
        await tool(page, 'zoom in').tap();
        await frames(page);
      }
    }
    await showAxis(page);
    const mark = (await drawn(page)).find(({ id }) => id === lone.id);
    const rest = await page.evaluate(() => scrollY);
    await page.touchscreen.tap(mark.x, mark.y);
    await untilChosen(page, mark.id);
    await frames(page, 4);
    assert.equal(await page.evaluate(() => scrollY), rest);
    const place = await page.evaluate((id) => {
      const title = document.querySelector(`.explainer-event[data-id="${id}"] .explainer-event-title`).getBoundingClientRect();
      const guide = document.querySelector('news-explainer').shadowRoot.querySelector('.guide').getBoundingClientRect();
      return { top: title.top, bottom: title.bottom, guide: guide.bottom, height: innerHeight };
    }, mark.id);
    assert.ok(place.top >= place.guide - 1 && place.bottom < place.height, JSON.stringify(place));
    assert.ok(place.guide > 100, 'the axis stays in view');

    // On, and whole again.
    const told = (await selected(page)).length;
    await step(page, 'next').tap();
    await untilTold(page, told + 1);
    assert.notEqual(await chosen(page), mark.id);
    await page.locator('news-explainer .tools').evaluate((tools) => tools.scrollIntoView({ block: 'center' }));
    await tool(page, 'whole span').tap();
    await frames(page);
    assert.equal(await isWhole(page), true);
  });
});

test('by touch: filter, search behind its button, era, the overview’s window', async () => {
  await onOpenList('/', PHONE, async (page) => {
    await entry(page, 'Economy').tap();
    await frames(page);
    assert.equal((await seen(page)).length, EVENTS.filter(({ category }) => category === 'economy').length);
    await clear(page).tap();
    await frames(page);
    const opener = page.locator('news-explainer button.opens');
    assert.deepEqual([await search(page).isVisible(), await opener.getAttribute('aria-expanded')], [false, 'false']);
    await opener.tap();
    assert.equal(await opener.getAttribute('aria-expanded'), 'true');
    await search(page).tap();
    await page.keyboard.insertText('treaty');
    await frames(page);
    assert.ok((await seen(page)).length < 20);
    await clear(page).tap();
    await frames(page);
    await opener.tap();
    assert.equal(await search(page).isVisible(), false);
    await page.locator('news-explainer .era[data-era="2"]').tap();
    await frames(page);
    assert.equal(await isWhole(page), false);
    await page.locator('news-explainer .era[data-era="2"]').tap();
    await frames(page);
    assert.equal(await isWhole(page), true);
    assert.equal((await seen(page)).length, EVENTS.length);
    await tool(page, 'zoom in').tap();
    await tool(page, 'zoom in').tap();
    await frames(page);
    await overview(page).evaluate((window) => window.scrollIntoView({ block: 'center' }));
    const at = await pane(page);
    await swipe(page, at, { x: at.x + 80, y: at.y });
    const now = await pane(page);
    assert.ok(Math.abs(now.left - at.left - 80) < 2 && Math.abs(now.width - at.width) < 2, JSON.stringify([at, now]));
  });
});

test('by touch: events of one day open as a list, and one of them is chosen', async () => {
  await onLivingPage(await pageOf(council), PHONE, async (page) => {
    await openCrowd(page, async () => {
      await showAxis(page);
      const { x, y } = (await drawn(page)).find(({ count }) => count > 1);
      await page.touchscreen.tap(x, y);
    });
    const entries = clusterList(page).locator('li button');
    assert.equal(await entries.count(), CROWD.length);
    for (const each of await entries.all()) assert.ok((await each.boundingBox()).height >= 24);
    await entries.nth(2).tap();
    await untilChosen(page, CROWD[2]);
    assert.equal(await clusterList(page).count(), 0);
  });
});

test('on coarse pointers and fine ones every control is at least 24 × 24, at 320 and at 1280 px', async () => {
  for (const [width, hasTouch] of [[320, true], [1280, false]]) {
    await onLivingPage('/', { width, height: 900, hasTouch }, async (page) => {
      await moreTools(page);
      await search(page).fill('treaty');
      await frames(page);
      const small = await page.evaluate(() => [...document.querySelector('news-explainer').shadowRoot.querySelectorAll('button, input, .era, .mark .explainer-target, .pane')]
        .map((element) => [element.outerHTML.slice(0, 60), element.getBoundingClientRect()])
        .filter(([, { width, height }]) => width > 0 && Math.min(width, height) < 23.99)
        .map(([html, { width, height }]) => `${html} ${width} × ${height}`));
      assert.deepEqual(small, []);
    });
  }
});

test('what was last given the focus by the reader keeps it while the window moves', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const doc = await prefix(page);
    await search(page).focus();
    for (const hash of [`${doc};from=1950-01-01;to=1960-12-31`, `${doc}`]) {
      await page.evaluate((hash) => history.replaceState(null, '', `#${hash}`), hash);
      await frames(page);
      assert.equal((await focus(page)).name, 'input');
    }
    await tabStop(page).focus();
    for (const key of ['+', '+', '+', 'ArrowRight', 'ArrowRight', '-', 'End', '0', 'Home', 'PageDown']) {
      await page.keyboard.press(key);
      await frames(page, 2);
      const at = await focus(page);
      assert.ok(at.name === 'g' && at.count > 0, `${key}: ${JSON.stringify(at)}`);
    }
  });
});
