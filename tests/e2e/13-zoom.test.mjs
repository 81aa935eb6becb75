// Zooming and panning: by buttons, wheel, drag, double click, two fingers, the overview and keys; its limits; what the
// ticks and bands say; clusters that part, and clusters that cannot.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen, fixturePage, fixtures, frames, onLivingPage, until, untilChosen } from './support.mjs';
import {
  CROWD, NARROW, SIZES, WIDE, axis, axisBox, clusterList, council, dayOf, dayOfLabel, drawn, eras, focus, isOff, isWhole, marks, openCrowd, overview,
  pageOf, pane, search, selected, step, showAxis, tabStop, tickLines, ticks, timeline, tool, total, untilMoved, untilTold, view, windowText,
} from './explore.mjs';

const near = (found, expected, within, what) => assert.ok(Math.abs(found - expected) <= within, `${what}: ${found}, expected ${expected} ± ${within}`);

/** A place on the axis, over no mark: by a share of the width. */
async function blank(page, share) {
  const { left, top, width, height } = await axisBox(page);
  return { x: left + width * share, y: top + height - 16 };
}

/** Turns the wheel with Ctrl held; waits until the window has moved. */
async function turn(page, deltaY) {
  const before = await windowText(page);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, deltaY);
  await page.keyboard.up('Control');
  await untilMoved(page, before);
  await frames(page);
}

async function click(page, name) {
  const before = await windowText(page);
  await tool(page, name).click();
  await untilMoved(page, before);
  await frames(page);
}

// ── Buttons ──────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: the buttons zoom in and out by halves, and back to the whole span`, async () => {
    await onLivingPage('/', size, async (page) => {
      const whole = await windowText(page);
      assert.deepEqual([await isOff(tool(page, 'zoom out')), await isOff(tool(page, 'zoom in')), await isWhole(page)], [true, false, true]);
      const { perDay } = await view(page);
      await click(page, 'zoom in');
      near((await view(page)).perDay / perDay, 2, 0.03, 'twice as large');
      assert.deepEqual([await isOff(tool(page, 'zoom out')), await isWhole(page)], [false, false]);
      await click(page, 'zoom in');
      near((await view(page)).perDay / perDay, 4, 0.06, 'four times as large');
      await click(page, 'zoom out');
      near((await view(page)).perDay / perDay, 2, 0.03, 'half of that');
      await click(page, 'whole span');
      assert.equal(await windowText(page), whole);
      assert.equal(await isWhole(page), true);
    });
  });
}

test('the buttons keep the chosen event where it stands', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const { id, x } = (await drawn(page)).find(({ id, count }) => count === 1 && id === 'treaty-1961');
    await marks(page).and(page.locator(`[data-id="${id}"]`)).locator('.explainer-target').click();
    await untilChosen(page, id);
    for (let turn = 0; turn < 4; turn += 1) {
      await click(page, 'zoom in');
      const mark = (await drawn(page)).find(({ isCurrent }) => isCurrent);
      near(mark?.x, x, 1.5, `the chosen mark after ${turn + 1} steps`);
    }
  });
});

test('an era’s button: the window shows that era, with a little around it, whatever is in the middle or chosen', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const { eras: times } = await timeline(page);
    const [start, end] = times[1].bounds;
    const before = await chosen(page);
    const text = await windowText(page);
    await eras(page).nth(1).click();
    await untilMoved(page, text);
    const window = await view(page);
    assert.ok(window.from < start && window.to > end + 1, `${JSON.stringify(window)} around ${start} to ${end}`);
    near((window.to - window.from) / (end + 1 - start), 1.06, 0.02, 'the share of the era');
    assert.equal(await chosen(page), before, 'to look at an era is not to choose');
    assert.deepEqual(await selected(page), []);
    // The row of tools says from when to when.
    const year = (day) => new Date(day * 86_400_000).getUTCFullYear();
    assert.equal(await page.locator('news-explainer .seen .range').textContent(), `${year(window.from)} to ${year(window.to - 1)}`);
    // From here on to the next one.
    await page.locator('news-explainer .era[data-era="2"]').click();
    await frames(page);
    const next = await view(page);
    assert.ok(next.from < times[2].bounds[0] && next.to > times[2].bounds[1] + 1, JSON.stringify(next));
  });
});

test('the row of tools says from when to when, in days where days are seen, and how the axis is used until it is', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const seen = page.locator('news-explainer .seen');
    const range = seen.locator('.range');
    const { events } = await timeline(page);
    const year = (day) => new Date(day * 86_400_000).getUTCFullYear();
    assert.equal(await range.textContent(), `${year(events[0].start)} to ${year(events.at(-1).start)}`, 'the first and the last year, and no margin');
    assert.equal(await seen.locator('.hint').count(), 1);
    await click(page, 'zoom in');
    assert.equal(await seen.locator('.hint').count(), 0, 'whoever has used it needs no hint');
    for (let turn = 0; turn < 9; turn += 1) await click(page, 'zoom in');
    const window = await view(page);
    const ends = /^(.*) to (.*)$/.exec(await range.textContent()).slice(1).map(dayOfLabel);
    assert.match(await range.textContent(), /^\d{1,2} \w+ \d{4} to \d{1,2} \w+ \d{4}$/);
    near(ends[0], Math.floor(window.from), 1, 'its first day');
    near(ends[1], Math.ceil(Math.min(window.to, events.at(-1).end)) - 1, 1, 'its last day');
    await click(page, 'whole span');
    assert.equal(await seen.locator('.hint').count(), 0, 'nor later');
  });
});

test('what the row of tools says has room above the axis, at every width', async () => {
  for (const width of [320, 390, 600, 648, 700, 768, 900, 950, 1000, 1280]) {
    await onLivingPage('/', { width, height: 900 }, async (page) => {
      const room = await page.evaluate(() => {
        const root = document.querySelector('news-explainer').shadowRoot;
        const seen = root.querySelector('.seen');
        const parts = getComputedStyle(seen).overflow === 'hidden' ? [seen] : [...seen.children];
        const said = parts.map((part) => part.getBoundingClientRect()).filter(({ height }) => height);
        return root.querySelector('.axis').getBoundingClientRect().top - Math.max(...said.map(({ bottom }) => bottom));
      });
      assert.ok(room >= 0, `${width} px: it reaches ${-room} px over the axis`);
    });
  }
});

test('even spacing gives crowded years more room, says so, and keeps what is in the window', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const count = async () => (await drawn(page)).length;
    const [before, text] = [await count(), await windowText(page)];
    await tool(page, 'even spacing').click();
    await untilMoved(page, text);
    assert.equal(await tool(page, 'even spacing').getAttribute('aria-pressed'), 'true');
    assert.match(await page.locator('news-explainer .note').textContent(), /not to scale/);
    assert.ok((await count()) > before, 'fewer events are merged');
    assert.equal(total(await drawn(page)), (await timeline(page)).events.length);
    assert.equal(await isWhole(page), true);
    await tool(page, 'even spacing').click();
    await frames(page);
    assert.equal(await windowText(page), text);
    assert.equal(await page.locator('news-explainer .note').count(), 0);
  });
});

// ── Wheel ────────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: the wheel with Ctrl keeps the day under the pointer`, async () => {
    await onLivingPage('/', size, async (page) => {
      await showAxis(page);
      const top = await page.evaluate(() => scrollY);
      for (const share of [0.1, 0.35, 0.5, 0.8]) {
        const { x, y } = await blank(page, share);
        await page.mouse.move(x, y);
        for (const delta of [-100, -100, -200, -40, 60, -100]) {
          const before = await view(page);
          await turn(page, delta);
          const after = await view(page);
          assert.ok(delta < 0 ? after.perDay > before.perDay : after.perDay < before.perDay, 'up is in, down is out');
          // The ticks are written to a tenth of a pixel; the zoom makes that larger.
          near(after.xOf(before.dayAt(x)), x, 1.5, `the day under the pointer at ${share}`);
        }
        await click(page, 'whole span');
      }
      assert.equal(await page.evaluate(() => scrollY), top, 'the page does not scroll');
    });
  });
}

test('the plain wheel scrolls the page over the axis and zooms nothing', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await showAxis(page);
    await page.evaluate(() => window.addEventListener('wheel', (event) => (window.prevented = event.defaultPrevented)));
    for (const zoomed of [false, true]) {
      if (zoomed) await click(page, 'zoom in');
      await showAxis(page);
      const { x, y } = await blank(page, 0.5);
      await page.mouse.move(x, y);
      const [text, top] = [await windowText(page), await page.evaluate(() => scrollY)];
      await page.mouse.wheel(0, 120);
      await until(page, (top) => scrollY > top, top, 'the page scrolls');
      assert.equal(await page.evaluate(() => window.prevented), false);
      assert.equal(await windowText(page), text);
    }
  });
});

test('the wheel sideways pans by as many pixels when zoomed, and is the page’s otherwise', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await showAxis(page);
    await page.evaluate(() => window.addEventListener('wheel', (event) => (window.prevented = event.defaultPrevented)));
    const { x, y } = await blank(page, 0.5);
    await page.mouse.move(x, y);
    const whole = await windowText(page);
    await page.mouse.wheel(90, 0);
    await until(page, () => window.prevented !== undefined);
    await frames(page);
    assert.equal(await page.evaluate(() => window.prevented), false);
    assert.equal(await windowText(page), whole);

    await click(page, 'zoom in');
    await page.mouse.move(x, y);
    // It opens at its end: first to what was before.
    for (const delta of [-150, 90]) {
      const [before, text] = [await view(page), await windowText(page)];
      await page.mouse.wheel(delta, 0);
      await untilMoved(page, text);
      const after = await view(page);
      near(after.perDay, before.perDay, before.perDay * 0.01, 'as large as before');
      near(after.xOf(before.dayAt(x)), x - delta, 1.5, 'what was under the pointer');
      assert.equal(await page.evaluate(() => window.prevented), true);
    }
  });
});

// ── Drag, double click, two fingers ──────────────────────────────────────────────────────────────────────────────────

/** Drags by the mouse from one place to another. */
async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await frames(page);
}

test('a drag moves the window with the pointer and chooses nothing, also when it begins on a mark', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await showAxis(page);
    await click(page, 'zoom in');
    const before = await chosen(page);
    for (const onMark of [false, true]) {
      let from = await blank(page, 0.5);
      if (onMark) {
        const width = WIDE.width;
        from = (await drawn(page)).find(({ x, count }) => count === 1 && x > width * 0.3 && x < width * 0.7);
        assert.ok(from, 'a lone mark in the middle');
      }
      const was = await view(page);
      await drag(page, from, { x: from.x + 130, y: from.y + 6 });
      const is = await view(page);
      near(is.perDay, was.perDay, was.perDay * 0.01, 'as large as before');
      near(is.xOf(was.dayAt(from.x)), from.x + 130, 1.5, 'what the pointer took');
      assert.deepEqual(await selected(page), []);
      assert.equal(await chosen(page), before);
    }
    // A press that hardly moves is a click.
    const mark = (await drawn(page)).find(({ x, count }) => count === 1 && x > 200 && x < 1000);
    const text = await windowText(page);
    await page.mouse.move(mark.x, mark.y);
    await page.mouse.down();
    await page.mouse.move(mark.x + 2, mark.y + 1);
    await page.mouse.up();
    await untilTold(page, 1);
    assert.deepEqual(await selected(page), [mark.id]);
    assert.equal(await windowText(page), text);
  });
});

test('a drag cannot pull the window out of the span', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await showAxis(page);
    const whole = await view(page);
    await click(page, 'zoom in');
    for (const [from, to, edge] of [[0.1, 0.95, 'from'], [0.95, 0.05, 'to']]) {
      for (let turn = 0; turn < 3; turn += 1) await drag(page, await blank(page, from), await blank(page, to));
      const window = await view(page);
      near(window[edge], whole[edge], 2 / window.perDay, `the edge (${edge})`);
      near(window.perDay / whole.perDay, 2, 0.03, 'as large as before');
    }
  });
});

test('a double click zooms in where it falls', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await showAxis(page);
    for (const share of [0.25, 0.7]) {
      const [{ x, y }, before, text] = [await blank(page, share), await view(page), await windowText(page)];
      await page.mouse.dblclick(x, y);
      await untilMoved(page, text);
      await frames(page);
      const after = await view(page);
      near(after.perDay / before.perDay, 2, 0.03, 'twice as large');
      near(after.xOf(before.dayAt(x)), x, 1.5, 'the day under the pointer');
    }
    assert.deepEqual(await selected(page), []);
  });
});

test('two fingers zoom: the days under them follow them', async () => {
  await onLivingPage('/', { ...NARROW, hasTouch: true, isMobile: true }, async (page) => {
    await showAxis(page);
    const cdp = await page.context().newCDPSession(page);
    const { y } = await blank(page, 0.5);
    const scale = await page.evaluate(() => visualViewport.scale);
    const touch = (type, ...xs) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y, id })) });
    const before = await view(page);
    await touch('touchStart', 150, 240);
    for (const by of [15, 30, 45, 60]) await touch('touchMove', 150 - by, 240 + by);
    await touch('touchEnd');
    await frames(page);
    const after = await view(page);
    near(after.perDay / before.perDay, 210 / 90, 0.1, 'as much larger as the fingers went apart');
    near(after.xOf(before.dayAt(150)), 90, 3, 'the day under the first finger');
    near(after.xOf(before.dayAt(240)), 300, 3, 'the day under the second');
    assert.equal(await page.evaluate(() => visualViewport.scale), scale, 'the page itself is not zoomed');
    // And together again: out, but not beyond the span.
    await touch('touchStart', 60, 330);
    for (const by of [40, 80, 120]) await touch('touchMove', 60 + by, 330 - by);
    await touch('touchEnd');
    await frames(page);
    assert.equal(await isWhole(page), true);
    assert.deepEqual(await selected(page), []);
  });
});

test('dragging leaves nothing behind: after the fingers or the pointer are gone, moving does nothing', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await showAxis(page);
    await click(page, 'zoom in');
    const from = await blank(page, 0.5);
    // Let go outside of the axis.
    await drag(page, from, { x: from.x - 60, y: from.y + 250 });
    const text = await windowText(page);
    await page.mouse.move(from.x, from.y);
    await page.mouse.move(from.x + 200, from.y, { steps: 5 });
    await frames(page);
    assert.equal(await windowText(page), text);
    // The right button drags nothing.
    await page.mouse.down({ button: 'right' });
    await page.mouse.move(from.x, from.y, { steps: 5 });
    await page.mouse.up({ button: 'right' });
    await frames(page);
    assert.equal(await windowText(page), text);
  });
});

// ── Limits ───────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: forty times in ends at one day; forty times out at the whole span`, async () => {
    await onLivingPage('/', size, async (page) => {
      const whole = await windowText(page);
      await tool(page, 'zoom in').focus();
      for (let turn = 0; turn < 40; turn += 1) await page.keyboard.press('Enter');
      await frames(page);
      assert.equal(await isOff(tool(page, 'zoom in')), true, 'it says that it goes no further');
      assert.match((await focus(page)).class, /\btool\b/, 'and keeps the focus');

      // One line is seen, or the two of a day's both ends. Panned so that it stands at the left edge, and half the
      // width on, the next one stands where a day is as long as the axis.
      await showAxis(page);
      const { width } = await axisBox(page);
      const { x, y } = await blank(page, 0.5);
      await page.mouse.move(x, y);
      const lines = await tickLines(page);
      assert.ok(lines.length >= 1 && lines.length <= 2, `${lines.length} days begin in the window`);
      const text = await windowText(page);
      await page.mouse.wheel(Math.round(lines[0] + width / 2), 0);
      await untilMoved(page, text);
      const rest = lines[0] - Math.round(lines[0] + width / 2);
      const next = (await tickLines(page)).find((line) => line > rest + width / 2);
      near((next - rest) / width, 1, 0.01, 'the length of a day in widths of the axis');

      await tool(page, 'zoom out').focus();
      for (let turn = 0; turn < 40; turn += 1) await page.keyboard.press('Enter');
      await frames(page);
      assert.equal(await windowText(page), whole);
      assert.equal(await isOff(tool(page, 'zoom out')), true);
      assert.match((await focus(page)).class, /\btool\b/);
    });
  });
}

test('zooming on at the limit does not move the window', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await showAxis(page);
    const { x, y } = await blank(page, 0.8);
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, -200);
    await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelectorAll('.zoom button')[1].getAttribute('aria-disabled') === 'true');
    await frames(page);
    const text = await windowText(page);
    await page.mouse.move(x - 600, y);
    for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, -200);
    await frames(page, 6);
    await page.keyboard.up('Control');
    assert.equal(await windowText(page), text);
  });
});

// ── Ticks and bands ──────────────────────────────────────────────────────────────────────────────────────────────────

for (const [width, height] of [[1280, 900], [768, 900], [390, 844], [320, 640]]) {
  test(`${width} px: from the whole span to one day there is always a tick that is named, each names its year, and none touch`, async () => {
    await onLivingPage('/', { width, height }, async (page) => {
      const troubles = [];
      for (let turn = 0; !(await isOff(tool(page, 'zoom in'))) && turn < 40; turn += 1) {
        const found = await ticks(page);
        // The day of the chosen mark may stand in a tick's place.
        const day = await page.locator('news-explainer .explainer-day').allTextContents();
        if (found.length + day.length === 0) troubles.push(`step ${turn}: no tick is named`);
        for (const label of day) if (!/\b\d{4}$/.test(label)) troubles.push(`step ${turn}: the chosen day is “${label}”`);
        for (const [index, { label, left }] of found.entries()) {
          if (!/\b\d{4}\b/.test(label)) troubles.push(`step ${turn}: “${label}” does not name the year`);
          if (index === 0) continue;
          const before = found[index - 1];
          if (!(dayOfLabel(label) > dayOfLabel(before.label))) troubles.push(`step ${turn}: “${label}” follows “${before.label}”`);
          if (left < before.right) troubles.push(`step ${turn}: “${label}” touches “${before.label}”`);
        }
        await tool(page, 'zoom in').click();
        await frames(page, 2);
      }
      const found = await page.locator('news-explainer .explainer-ticks text').count();
      if (found === 0) troubles.push('one day: no tick is named');
      assert.deepEqual(troubles, []);
    });
  });
}

for (const width of [768, 1280]) {
  test(`${width} px: inside an era its name is seen, at any zoom`, async () => {
    await onLivingPage('/', { width, height: 900 }, async (page) => {
      const { eras } = await timeline(page);
      const troubles = [];
      for (let turn = 0; !(await isOff(tool(page, 'zoom in'))) && turn < 40; turn += 1) {
        await tool(page, 'zoom in').click();
        await frames(page, 2);
        const names = await page.evaluate(() => {
          const svg = document.querySelector('news-explainer').shadowRoot.querySelector('svg.marks');
          const frame = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('.explainer-bands > g')].map((band) => {
            const box = band.querySelector('.explainer-band').getBoundingClientRect();
            const name = band.querySelector('text');
            const { left, right } = name?.getBoundingClientRect() ?? {};
            return { width: box.width, name: name?.textContent, isInside: name ? left >= Math.max(frame.left, box.left) && right <= Math.min(frame.right, box.right) : false };
          });
        });
        for (const band of names) {
          if (band.width > 300 && !(band.isInside && eras.some(({ label }) => label === band.name))) troubles.push({ turn, ...band });
        }
        assert.ok(names.length > 0, 'an era is in the window');
      }
      assert.deepEqual(troubles, []);
    });
  });
}

test('deep time: from 14,000 million years to one day, years are always said', async () => {
  const fixture = (await fixtures()).find(({ name }) => name === 'deep-time');
  await onLivingPage(await fixturePage(fixture), WIDE, async (page) => {
    const troubles = [];
    // Towards the landing on the Moon: by the keys on its mark.
    await tabStop(page).focus();
    await page.keyboard.press('End');
    for (let turn = 0; turn < 60 && !(await isOff(tool(page, 'zoom in'))); turn += 1) {
      await page.keyboard.press('+');
      await frames(page, 2);
      const labels = (await ticks(page)).map(({ label }) => label);
      if (labels.length === 0) troubles.push(`step ${turn}: no tick is named`);
      for (const label of labels) if (!/^(\d{1,2} )?([A-Z][a-z]+ )?\d[\d,]*( BCE)?$/.test(label)) troubles.push(`step ${turn}: “${label}”`);
      if (new Set(labels).size !== labels.length) troubles.push(`step ${turn}: the same name twice: ${labels}`);
    }
    assert.equal(await isOff(tool(page, 'zoom in')), true, 'sixty steps lead to one day');
    assert.deepEqual(troubles, []);
  });
});

test('one day: from the whole of it to an hour, ticks and range tell the clock, and an address leads to hours', async () => {
  const fixture = (await fixtures()).find(({ name }) => name === 'one-day');
  const address = await fixturePage(fixture);
  const range = (page) => overview(page).getAttribute('aria-valuetext');
  const minutes = (clock) => clock.split(':').reduce((hours, part) => hours * 60 + Number(part), 0);
  for (const size of [WIDE, NARROW]) {
    await onLivingPage(address, size, async (page) => {
      assert.equal(await range(page), '14 May 2024', 'a day is named once');
      const troubles = [];
      for (let turn = 0; turn < 10 && !(await isOff(tool(page, 'zoom in'))); turn += 1) {
        await click(page, 'zoom in');
        const labels = await page.locator('news-explainer .axis .explainer-ticks text').allTextContents();
        for (const label of labels) if (!/^1[45] May 2024$|^(14 May 2024, )?\d\d:\d\d$/.test(label)) troubles.push(`${turn}: “${label}”`);
        if (size === WIDE && !labels.some((label) => /May 2024/.test(label))) troubles.push(`${turn}: no tick tells the day: ${labels}`);
        assert.match(await range(page), /^14 May 2024, /, 'whatever has room, the range tells it');
      }
      assert.deepEqual(troubles, []);
      assert.equal(await isOff(tool(page, 'zoom in')), true, 'ten steps lead to an hour');
      const text = await range(page);
      const [, from, to] = /^14 May 2024, (\d\d:\d\d) to (\d\d:\d\d)$/.exec(text) ?? assert.fail(text);
      near(minutes(to) - minutes(from), 60, 1, 'the shortest window, in minutes');
    });
    await onLivingPage(`${address}#one-day;from=2024-05-14T09:00;to=2024-05-14T17:00`, size, async (page) => {
      assert.equal(await range(page), '14 May 2024, 09:00 to 17:00');
      for (let turn = 0; turn < 10 && !(await isWhole(page)); turn += 1) await click(page, 'zoom out');
      assert.equal(await range(page), '14 May 2024', 'and back to the whole day');
    });
  }
});

// ── The overview ─────────────────────────────────────────────────────────────────────────────────────────────────────

test('the overview shows which part of the span is seen', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const whole = await view(page);
    await click(page, 'zoom in');
    await click(page, 'zoom in');
    const [window, { left, right }] = [await view(page), await pane(page)];
    near(left, whole.xOf(window.from), 2, 'its left edge');
    near(right, whole.xOf(window.to), 2, 'its right edge');
    const text = await overview(page).getAttribute('aria-valuetext');
    const year = (day) => new Date(day * 86_400_000).getUTCFullYear();
    // The margin behind the last day is no time.
    const { eras: times, events } = await timeline(page);
    const last = Math.max(...times.map(({ bounds: [, latest] }) => latest), ...events.map(({ end }) => end - 1));
    assert.equal(text, `${year(window.from)} to ${year(Math.min(window.to, last))}`);
    assert.equal(await page.locator('news-explainer .range').textContent(), text, 'above the axis, too');
    const now = Number(await overview(page).getAttribute('aria-valuenow'));
    near(now, (100 * (left + right - 2 * whole.left)) / 2 / whole.width, 1, 'aria-valuenow');
  });
});

test('the overview’s window can be dragged, its handles too, and a click beside it brings it there', async () => {
  await onLivingPage('/#north-korea-russia--treaty-1961', WIDE, async (page) => {
    await showAxis(page);
    await click(page, 'zoom in');
    await click(page, 'zoom in');
    const at = await pane(page);
    await drag(page, at, { x: at.x + 140, y: at.y });
    let now = await pane(page);
    near(now.left, at.left + 140, 1, 'dragged: the left edge');
    near(now.width, at.width, 1, 'dragged: the width');

    const right = await pane(page);
    await drag(page, { x: right.right, y: right.y }, { x: right.right + 90, y: right.y });
    now = await pane(page);
    near(now.right, right.right + 90, 2, 'the right handle: the right edge');
    near(now.left, right.left, 1, 'the right handle: the left edge');

    const left = await pane(page);
    await drag(page, { x: left.left, y: left.y }, { x: left.left + 70, y: left.y });
    now = await pane(page);
    near(now.left, left.left + 70, 2, 'the left handle: the left edge');
    near(now.right, left.right, 1, 'the left handle: the right edge');

    const before = await pane(page);
    const [x, text] = [before.right + before.width * 0.6, await windowText(page)];
    await page.mouse.click(x, before.y);
    await untilMoved(page, text);
    await frames(page);
    now = await pane(page);
    near(now.x, x, 1, 'clicked: the middle');
    near(now.width, before.width, 1, 'clicked: the width');
    assert.deepEqual(await selected(page), []);
  });
});

test('a handle that is dragged beyond the other end or the span leaves a window that can be seen', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await showAxis(page);
    await click(page, 'zoom in');
    await click(page, 'zoom in');
    for (const by of [2000, -2000]) {
      const { right, y } = await pane(page);
      await drag(page, { x: right, y }, { x: Math.min(Math.max(right + by, 1), WIDE.width - 1), y });
      const { left, width, bottom } = await axisBox(page);
      const now = await pane(page);
      assert.ok(now.left >= left && now.right <= left + width && now.width > 0 && now.bottom > bottom, JSON.stringify(now));
      assert.ok((await ticks(page)).length > 0, 'the ticks are there');
    }
  });
});

test('the keys of the overview: arrows, Page keys, Home, End, + − 0', async () => {
  await onLivingPage('/#north-korea-russia--treaty-1961', WIDE, async (page) => {
    await click(page, 'zoom in');
    await click(page, 'zoom in');
    await overview(page).focus();
    const { left: start, width: whole } = await axisBox(page);
    const press = async (key) => {
      const text = await windowText(page);
      await page.keyboard.press(key);
      await untilMoved(page, text);
      await frames(page);
      assert.equal((await focus(page)).class, 'window', `${key}: the focus stays`);
      return pane(page);
    };
    let was = await press('PageUp');
    for (const [key, by] of [['ArrowRight', 0.1], ['ArrowLeft', -0.1], ['ArrowUp', 0.1], ['ArrowDown', -0.1], ['PageUp', 1], ['PageDown', -1]]) {
      const now = await press(key);
      near(now.left - was.left, by * was.width, 2, key);
      near(now.width, was.width, 1, `${key}: the width`);
      was = now;
    }
    was = await press('Home');
    near(was.left, start + 1, 1, 'Home');
    const end = await press('End');
    near(end.right, start + whole - 1, 1, 'End');
    near(end.width, was.width, 1, 'End: the width');
    await press('PageDown');
    was = await pane(page);
    const larger = await press('-');
    near(larger.width, was.width * 2, 4, '-');
    const smaller = await press('+');
    near(smaller.width, was.width, 4, '+');
    await press('=');
    await press('0');
    assert.equal(await isWhole(page), true);
  });
});

// ── Keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: + and − on a mark zoom around it, 0 and Escape show the whole span`, async () => {
    await onLivingPage('/', size, async (page) => {
      const whole = await windowText(page);
      await tabStop(page).focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await frames(page);
      const { id } = await focus(page);
      const before = await view(page);
      const mark = (await drawn(page)).find((mark) => mark.id === id);
      await page.keyboard.press('+');
      await untilMoved(page, whole);
      const after = await view(page);
      near(after.perDay / before.perDay, 2, 0.03, 'twice as large');
      near(after.xOf(before.dayAt(mark.x)), mark.x, 1.5, 'the middle of the mark stays');
      assert.equal((await focus(page)).id, id, 'the focus stays on the mark');
      await page.keyboard.press('-');
      await frames(page);
      assert.equal(await windowText(page), whole);
      for (const back of ['0', 'Escape']) {
        await page.keyboard.press('=');
        await page.keyboard.press('+');
        await frames(page);
        assert.equal(await isWhole(page), false);
        await page.keyboard.press(back);
        await frames(page);
        assert.equal(await windowText(page), whole, back);
        assert.equal((await focus(page)).name, 'g', `${back}: the focus stays on the axis`);
      }
    });
  });
}

test('Page keys lead from era to era', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const { eras, events } = await timeline(page);
    const eraOf = (id) => eras.findIndex(({ bounds }) => events.find((event) => event.id === id).start <= bounds[1]);
    await tabStop(page).focus();
    await page.keyboard.press('Home');
    await frames(page);
    assert.equal(eraOf((await focus(page)).id), 0);
    for (let era = 1; era < eras.length; era += 1) {
      await page.keyboard.press('PageDown');
      await frames(page);
      const here = await focus(page);
      // The first of the era may stand in a cluster with the last ones of the era before.
      const from = events.findIndex(({ id }) => id === here.id);
      const held = events.slice(from, from + here.count).map(({ id }) => eraOf(id));
      assert.ok(held.includes(era), `PageDown ${era}: ${JSON.stringify(here)} of eras ${held}`);
    }
    for (let era = eras.length - 2; era >= 0; era -= 1) {
      await page.keyboard.press('PageUp');
      await frames(page);
      assert.ok(eraOf((await focus(page)).id) <= era, `PageUp ${era}`);
    }
    assert.equal((await focus(page)).id, events[0].id);
    assert.deepEqual(await selected(page), []);
  });
});

test('zoomed in, arrows, Home and End lead beyond the window, and the focus is always seen', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const { events } = await timeline(page);
    await tabStop(page).focus();
    await page.keyboard.press('Home');
    for (let turn = 0; turn < 7; turn += 1) await page.keyboard.press('+');
    await frames(page);
    const visit = async (key) => {
      await page.keyboard.press(key);
      await frames(page, 2);
      const [here, { left, right }] = [await focus(page), await axisBox(page)];
      const mark = (await drawn(page)).find(({ id }) => id === here.id);
      assert.ok(mark && mark.x >= left - 1 && mark.x <= right + 1, `${key}: the focused mark ${here.id} is in the window`);
      return here;
    };
    const reached = new Set([(await focus(page)).id]);
    for (let turn = 0; turn < events.length; turn += 1) reached.add((await visit('ArrowRight')).id);
    assert.ok(reached.has(events.at(-1).id) || (await focus(page)).count > 1, 'to the last one');
    assert.equal((await visit('Home')).id, events[0].id);
    const end = await visit('End');
    assert.ok(end.id === events.at(-1).id || end.count > 1, 'End');
    const before = events.findIndex(({ id }) => id === end.id);
    const back = await visit('ArrowLeft');
    assert.ok(events.findIndex(({ id }) => id === back.id) < before, 'ArrowLeft leads back');
    assert.deepEqual(await selected(page), []);
  });
});

test('keys with Ctrl, Alt or Meta are the browser’s, on the axis, the overview and the toolbars', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await click(page, 'zoom in');
    await page.evaluate(() => {
      window.eaten = [];
      window.addEventListener('keydown', (event) => {
        if (event.defaultPrevented) window.eaten.push(event.key);
        event.preventDefault();
      });
    });
    const keys = ['+', '-', '=', '0', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Escape', 'Enter', ' '];
    for (const place of [tabStop(page), overview(page), tool(page, 'zoom out'), page.locator('news-explainer .filters button').first()]) {
      await place.focus();
      const [text, here] = [await windowText(page), JSON.stringify(await focus(page))];
      for (const [modifier, name] of [['ctrlKey', 'Control'], ['altKey', 'Alt'], ['metaKey', 'Meta']]) {
        for (const key of keys) {
          await page.evaluate(([key, modifier]) => {
            let element = document.activeElement;
            while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
            element.dispatchEvent(new KeyboardEvent('keydown', { key, [modifier]: true, bubbles: true, composed: true, cancelable: true }));
          }, [key, modifier]);
        }
        assert.deepEqual(await page.evaluate(() => window.eaten), [], name);
      }
      await frames(page);
      assert.equal(await windowText(page), text);
      assert.equal(JSON.stringify(await focus(page)), here);
    }
    assert.deepEqual(await selected(page), []);
  });
});

test('what is typed into the search moves no window', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await click(page, 'zoom in');
    await search(page).focus();
    const [at, text] = [await pane(page), await ticks(page)];
    await page.keyboard.type('+-=0 +');
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
    await frames(page);
    const now = await pane(page);
    assert.deepEqual([now.left, now.width], [at.left, at.width]);
    assert.deepEqual(await ticks(page), text);
    assert.equal(await search(page).inputValue(), '+-=0 +');
    assert.equal((await focus(page)).name, 'input');
  });
});

// ── Clusters ─────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: a click on a cluster zooms in, shows its first event and draws its events apart, in the window`, async () => {
    await onLivingPage('/', size, async (page) => {
      const { events } = await timeline(page);
      const clusters = (await drawn(page)).filter(({ count }) => count > 1);
      assert.ok(clusters.length >= 1);
      // Also those that stand in the window of the first of them.
      const tried = [];
      for (const { id, count, name } of clusters) {
        assert.match(name, new RegExp(`^${count} events`));
        const [text, before, told] = [await windowText(page), await chosen(page), (await selected(page)).length];
        await page.locator(`news-explainer .mark[data-id="${id}"][data-count="${count}"] .explainer-target`).click();
        await untilMoved(page, text);
        await frames(page);
        const [after, { left, right }] = [await drawn(page), await axisBox(page)];
        const first = after.find((mark) => mark.id === id);
        assert.ok(first?.x > left && first.x < right, `${id} is in the window`);
        assert.ok(first.count < count, `${id}: ${first?.count} of ${count}`);
        const later = events.slice(events.findIndex((event) => event.id === id) + 1).map(({ id }) => id);
        assert.ok(after.some((mark) => later.includes(mark.id)), 'another of its events has a mark of its own');
        assert.ok(total(after) >= count, 'all of them are in the window');
        assert.equal((await focus(page)).id, id, 'the focus is where the reader clicked');
        // The card is one of those that are opened, so that the steps lead on from there.
        const now = await chosen(page);
        assert.deepEqual((await selected(page)).slice(told), now === before ? [] : [id], 'told once, if another one is shown');
        assert.ok(now === id || now === before, now);
        tried.push(now === before);
        const position = events.findIndex((event) => event.id === now);
        await step(page, 'next').click();
        await untilChosen(page, events[position + 1].id);
        const kept = (await drawn(page)).some(({ isCurrent }) => isCurrent);
        assert.ok(kept, 'and the next one is on the axis');
        await click(page, 'whole span');
      }
      assert.ok(tried.includes(false), 'one of them was not shown before');
    });
  });
}

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: events of one day stand in a column; those that find no room open as a list, which has the focus; Escape closes it`, async () => {
    await onLivingPage(await pageOf(council), size, async (page) => {
      await openCrowd(page);
      const marks = await drawn(page);
      const [crowd] = marks.filter(({ count }) => count > 1);
      assert.deepEqual([crowd.id, crowd.count], [CROWD[0], CROWD.length]);
      const { x: at } = marks.find(({ id }) => id === 'morning');
      const column = marks.filter(({ count, x }) => count === 1 && Math.abs(x - at) < 1).sort((a, b) => b.y - a.y);
      const expected = council.timeline.events.filter(({ id, date }) => date === '2009-05-04' && !CROWD.includes(id)).map(({ id }) => id);
      assert.deepEqual(column.map(({ id }) => id), expected, 'in the order of time, from below');
      for (const [index, mark] of column.entries()) if (index) near(column[index - 1].y - mark.y, 24, 0.5, 'a row');
      assert.ok(crowd.bottom <= column.at(-1).top + 0.5 && Math.abs(crowd.x - at) <= 12.5, 'and the rest on top');

      const mark = page.locator(`news-explainer .mark[data-id="${crowd.id}"]`);
      assert.equal(await mark.getAttribute('aria-expanded'), 'true');
      assert.deepEqual(await clusterList(page).locator('li .what').allTextContents(), CROWD.map((who) => `The ${who} speaks`));
      assert.equal(await clusterList(page).evaluate((list) => list.contains(list.getRootNode().activeElement)), true, 'the focus is in the list');
      const { x, y, width, height } = await clusterList(page).boundingBox();
      assert.ok(x >= 0 && x + width <= size.width && width > 100 && height > 60, JSON.stringify({ x, y, width, height }));

      await page.keyboard.press('Escape');
      await frames(page);
      assert.equal(await clusterList(page).count(), 0);
      assert.equal(await mark.getAttribute('aria-expanded'), 'false');
      assert.equal((await focus(page)).id, crowd.id);

      await page.keyboard.press('Enter');
      await frames(page);
      assert.equal(await clusterList(page).count(), 1, 'Enter opens it');
      await clusterList(page).locator('.close').click();
      await frames(page);
      assert.equal(await clusterList(page).count(), 0);
      assert.equal((await focus(page)).id, crowd.id, 'the button closes it, and the focus is where it was');

      await page.keyboard.press(' ');
      await frames(page);
      const told = await selected(page);
      await clusterList(page).locator('li button').nth(1).click();
      await untilChosen(page, CROWD[1]);
      await untilTold(page, told.length + 1);
      assert.deepEqual(await selected(page), [...told, CROWD[1]]);
      assert.notEqual((await focus(page)).name, 'body');
      assert.equal(await clusterList(page).count(), 0);
      assert.deepEqual((await drawn(page)).filter(({ isCurrent }) => isCurrent).map(({ id }) => id), [crowd.id], 'the “+n” has the ring');
    });
  });
}

test('a list of a cluster is left by Tab as anything else, and another window closes it', async () => {
  await onLivingPage(await pageOf(council), WIDE, async (page) => {
    await openCrowd(page);
    for (let turn = 0; turn < CROWD.length + 2; turn += 1) await page.keyboard.press('Tab');
    assert.equal(await clusterList(page).evaluate((list) => list.contains(list.getRootNode().activeElement)), false, 'no trap');
    await click(page, 'zoom in');
    assert.equal(await clusterList(page).count(), 0);
  });
});

test('a year of forty events: each cluster can be opened down to single events', async () => {
  const fixture = (await fixtures()).find(({ name }) => name === 'crowded-year');
  await onLivingPage(await fixturePage(fixture), NARROW, async (page) => {
    const { events } = await timeline(page);
    await tabStop(page).focus();
    await page.keyboard.press('Home');
    await frames(page, 2);
    const reached = [];
    for (let turn = 0; turn < 10 * events.length; turn += 1) {
      const here = await focus(page);
      if (here.count === 1 && here.id === reached.at(-1)) break;
      if (here.count === 1) reached.push(here.id);
      await page.keyboard.press(here.count > 1 ? 'Enter' : 'ArrowRight');
      await frames(page, 2);
    }
    assert.deepEqual([...new Set(reached)].sort(), events.map(({ id }) => id).sort());
  });
});

// ── Motion ───────────────────────────────────────────────────────────────────────────────────────────────────────────

test('with motion the zoom is eased and arrives exactly where it arrives without', async () => {
  const windows = [];
  for (const reducedMotion of ['reduce', 'no-preference']) {
    await onLivingPage('/', { ...WIDE, reducedMotion }, async (page) => {
      const arrived = [];
      await page.evaluate(() => {
        window.drawn = [];
        const root = document.querySelector('news-explainer').shadowRoot;
        new MutationObserver(() => window.drawn.push(root.querySelector('.pane').getAttribute('width'))).observe(root.querySelector('.pane'), { attributes: true });
      });
      /** Until nothing has been drawn anew for some frames. */
      const rest = () =>
        page.evaluate(async () => {
          for (let still = 0, last = -1; still < 10; still += 1) {
            await new Promise((resolve) => requestAnimationFrame(resolve));
            if (window.drawn.length !== last) [still, last] = [0, window.drawn.length];
          }
        });
      for (const act of [
        () => page.locator('news-explainer .mark[data-count]:not([data-count="1"]) .explainer-target').first().click(),
        () => tool(page, 'zoom out').click(),
        () => eras(page).last().click(),
        () => tool(page, 'zoom in').click(),
        () => tool(page, 'whole span').click(),
      ]) {
        await page.evaluate(() => (window.drawn = []));
        await act();
        await rest();
        arrived.push(await windowText(page));
        const steps = await page.evaluate(() => new Set(window.drawn).size);
        assert.ok(reducedMotion === 'reduce' ? steps <= 1 : steps > 1, `${steps} steps with ${reducedMotion}`);
      }
      windows.push(arrived);
    });
  }
  assert.deepEqual(windows[1], windows[0]);
});

test('at the address’s days the ticks stand where those days are', async () => {
  await onLivingPage('/#north-korea-russia;from=1960-01-01;to=1979-12-31', WIDE, async (page) => {
    const { xOf, left, width } = await view(page);
    near(xOf(dayOf('1960-01-01')), left, 1, 'the first day');
    near(xOf(dayOf('1980-01-01')), left + width, 1, 'the end of the last day');
    assert.equal(await axis(page).count(), 1);
  });
});
