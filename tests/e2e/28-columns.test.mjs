// Columns of marks: how many events have marks of their own, where they stand, that nothing lies over anything; eras as
// buttons; the label of a mark; the telephone's page; the card that is swiped; the way back to a sentence.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen, fixturePage, fixtures, frames, inState, onLivingPage, onPage, prefix, until, untilChosen } from './support.mjs';
import { NARROW, SIZES, WIDE, axisBox, collisions, drawn, focus, selected, showAxis, step, tabStop, timeline, total } from './explore.mjs';

const WIDTHS = [320, 390, 600, 768, 900, 1280, 1600];
const DAY = 86_400_000;
const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);

const all = [{ name: 'the demonstration', address: async () => '/' }].concat(
  (await fixtures()).map((fixture) => ({ ...fixture, address: () => fixturePage(fixture) })),
);

// ── How many ─────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [width, least] of [[1280, 0.88], [390, 0.7]]) {
  test(`${width} px: of the demonstration’s events at least ${least * 100} % are marks of their own, and no event is lost`, async (t) => {
    await onLivingPage('/', { width, height: 900 }, async (page) => {
      const { events } = await timeline(page);
      const marks = await drawn(page);
      assert.equal(total(marks), events.length);
      const own = marks.filter(({ isCluster }) => !isCluster).length;
      t.diagnostic(`${own} of ${events.length}`);
      assert.ok(own >= least * events.length, `${own} of ${events.length}`);
    });
  });
}

// ── Where ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Each point of a window, whose days are known from its address, stands at the middle of its time. */
async function assertAtTheirDates(address, size, { share = [0, 1], least }) {
  const { id, events, isMirrored } = await onLivingPage(address, size, async (page) => {
    const isMirrored = await page.evaluate(() => getComputedStyle(document.querySelector('news-explainer > .explainer-head')).direction === 'rtl');
    return { ...(await timeline(page)), id: await prefix(page), isMirrored };
  });
  const [first, last] = [Math.min(...events.map(({ start }) => start)), Math.max(...events.map(({ end }) => end))];
  const [from, to] = share.map((part) => Math.floor(first + (last - first) * part));
  await onPage(`${address}#${id};from=${iso(from)};to=${iso(to - 1)}`, size, async (page) => {
    await page.evaluate(() => document.querySelector('.explainer-timeline-head').scrollIntoView());
    await inState(page, 'interactive');
    await frames(page);
    const { left, width } = await axisBox(page);
    const xOf = (day) => (isMirrored ? left + width - ((day - from) / (to - from)) * width : left + ((day - from) / (to - from)) * width);
    const points = (await drawn(page)).filter(({ isCluster, isBar }) => !isCluster && !isBar);
    const off = points.map((point) => ({ id: point.id, by: point.x - xOf(events.find((event) => event.id === point.id).middle) }));
    assert.deepEqual(off.filter(({ by }) => Math.abs(by) > 1), []);
    assert.ok(points.length >= least, `${points.length} points`);
  });
}

for (const width of [320, 390, 768, 1280]) {
  for (const [what, options] of Object.entries({
    'the whole time': { share: [0, 1], least: 20 },
    'the second half': { share: [0.5, 1], least: 12 },
    'its last tenth': { share: [0.9, 1], least: 5 },
  })) {
    test(`${width} px, ${what}: each mark stands within a pixel of its date`, () => assertAtTheirDates('/', { width, height: 900 }, options));
  }

  test(`${width} px, right to left: each mark stands within a pixel of its date`, async () => {
    const fixture = (await fixtures()).find(({ name }) => name === 'right-to-left');
    await assertAtTheirDates(await fixturePage(fixture), { width, height: 900 }, { least: 1 });
  });
}

test('what is above another in a column is later, and what stands on a full one is a number', async () => {
  const fixture = (await fixtures()).find(({ name }) => name === 'crowded-year');
  for (const size of Object.values(SIZES)) {
    await onLivingPage(await fixturePage(fixture), size, async (page) => {
      const marks = await drawn(page);
      const clusters = marks.filter(({ isCluster }) => isCluster);
      assert.ok(marks.length > 8, 'there are columns');
      for (const { id, x, top } of clusters) {
        const below = marks.filter((mark) => !mark.isCluster && !mark.isBar && Math.abs(mark.x - x) < 23);
        assert.ok(below.length > 1 && below.every((mark) => mark.top > top), `${id} stands on top`);
      }
      const points = marks.filter(({ isCluster, isBar }) => !isCluster && !isBar);
      const pairs = points.flatMap((one, index) => points.slice(index + 1).filter((other) => Math.abs(one.x - other.x) < 0.05).map((other) => [one, other]));
      const { events } = await timeline(page);
      const at = ({ id }) => events.findIndex((event) => event.id === id);
      for (const [one, other] of pairs) assert.equal(at(one) < at(other), one.y > other.y, `${one.id} and ${other.id}`);
    });
  }
});

// ── Nothing over anything ────────────────────────────────────────────────────────────────────────────────────────────

for (const { name, address, allow = [] } of all) {
  test(`${name}: whatever is chosen, nothing on the axis lies over anything, and eras are buttons of at least 24 × 24, at ${WIDTHS.join(', ')} px`, async () => {
    await onPage(await address(), { allow, width: WIDTHS[0] }, async (page) => {
      await page.evaluate(() => (document.querySelector('.explainer-timeline-head') ?? document.querySelector('news-explainer')).scrollIntoView());
      await inState(page, 'interactive');
      const ids = await page.evaluate(() => [...document.querySelectorAll('.explainer-event')].map(({ dataset }) => dataset.id));
      const doc = await prefix(page);
      const troubles = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await frames(page, 6);
        for (const id of new Set([ids[0], ids[Math.floor(ids.length / 2)], ids.at(-1)])) {
          if (id) {
            await page.evaluate((hash) => (location.hash = hash), `${doc}--${id}`);
            await untilChosen(page, id);
            await frames(page);
          }
          const { over, edge } = await page.evaluate(collisions);
          if (over.length || edge.length) troubles.push({ width, id, over: over.slice(0, 8), edge: edge.slice(0, 8) });
        }
        troubles.push(...(await page.evaluate((width) => {
          const root = document.querySelector('news-explainer').shadowRoot;
          const svg = root.querySelector('svg.marks');
          if (!svg) return [];
          const frame = svg.getBoundingClientRect();
          const eras = [...root.querySelectorAll('.era')].map((era) => ({ name: era.getAttribute('aria-label'), box: era.getBoundingClientRect() }));
          // More eras than have room cannot all have it.
          if (eras.length * 24 > frame.width) return [];
          const bands = svg.querySelectorAll('.explainer-band').length;
          const found = bands === eras.length ? [] : [`${width} px: ${eras.length} buttons for ${bands} eras`];
          for (const [index, { name, box }] of eras.entries()) {
            if (box.width < 23.9 || box.height < 23.9) found.push(`${width} px: ${name} is ${box.width} × ${box.height}`);
            if (box.left < frame.left - 0.1 || box.right > frame.right + 0.1) found.push(`${width} px: ${name} stands out of the axis`);
            for (const other of eras.slice(index + 1)) {
              // They are written to a tenth of a pixel.
              if (box.left < other.box.right - 0.25 && other.box.left < box.right - 0.25) found.push(`${width} px: ${name} lies over ${other.name}`);
            }
          }
          return found;
        }, width)));
      }
      assert.deepEqual(troubles, []);
    });
  });
}

// ── The telephone ────────────────────────────────────────────────────────────────────────────────────────────────────

test('390 × 844: the page is at most 20,000 px high, and the questions begin within twelve screens of the explainer', async (t) => {
  const measure = (page) => page.evaluate(() => {
    const top = (selector) => document.querySelector(selector).getBoundingClientRect().top;
    return { height: document.documentElement.scrollHeight, screens: (top('.explainer-faq-head') - top('news-explainer')) / innerHeight };
  });
  await onLivingPage('/', NARROW, async (page) => {
    const { height, screens } = await measure(page);
    t.diagnostic(`${height} px, ${screens.toFixed(1)} screens`);
    assert.ok(height <= 20_000, `${height} px`);
    assert.ok(screens > 1 && screens <= 12, `${screens} screens`);
  });
});

test('390 px: the main tools are at least 44 × 44, everything else to be touched at least 24 × 24, in any state', async () => {
  await onLivingPage('/', { ...NARROW, hasTouch: true }, async (page) => {
    const small = () => page.evaluate(() => {
      const root = document.querySelector('news-explainer').shadowRoot;
      const box = (element) => [element.getAttribute('class') ?? element.localName, element.getBoundingClientRect()];
      const less = (list, least) => list.map(box).filter(([, { width, height }]) => width > 0 && (width < least - 0.1 || height < least - 0.1)).map(([name, { width, height }]) => `${name}: ${width} × ${height}`);
      return [...less([...root.querySelectorAll('.tools .tool, .steps > button')], 44), ...less([...root.querySelectorAll('button, input, .era, .mark .explainer-target')], 24)];
    });
    assert.deepEqual(await small(), []);
    await page.locator('news-explainer button.opens').tap();
    await frames(page);
    assert.deepEqual(await small(), []);
    await page.locator('news-explainer .filters button.entry').first().tap();
    await frames(page);
    assert.equal(await page.locator('news-explainer .seen .clear').count(), 1);
    assert.deepEqual(await small(), []);
  });
});

test('390 px: the legend has at most two rows', async () => {
  await onLivingPage('/', NARROW, async (page) => {
    const tops = await page.locator('news-explainer .filters .entry:visible').evaluateAll((all) => [...new Set(all.map((entry) => Math.round(entry.getBoundingClientRect().top)))]);
    assert.ok(tops.length <= 2, `${tops}`);
  });
});

// ── Swipes ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const PHONE = { ...NARROW, hasTouch: true, isMobile: true };

/** Fingers that go over the card together, each by so much. */
async function swipe(page, dx, dy = 0, fingers = 1) {
  await page.evaluate(() => {
    const event = document.querySelector('.explainer-event[aria-current]');
    event.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  await frames(page, 4);
  const box = await page.locator('.explainer-event[aria-current] .explainer-event-title').boundingBox();
  const from = { x: NARROW.width / 2, y: box.y + box.height / 2 };
  const cdp = await page.context().newCDPSession(page);
  const touch = (type, share) => {
    const points = Array.from({ length: fingers }, (_, id) => ({ x: from.x + dx * share, y: from.y + dy * share + 40 * id, id }));
    return cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : points });
  };
  await touch('touchStart', 0);
  for (const share of [0.1, 0.25, 0.5, 0.75, 1]) await touch('touchMove', share);
  await touch('touchEnd', 1);
  await frames(page, 6);
}

test('a card that is swiped sideways gives way to the next or the event before; scrolling is no swipe, and takes none away', async () => {
  await onLivingPage('/', PHONE, async (page) => {
    const { events } = await timeline(page);
    const ids = events.map(({ id }) => id);
    const start = ids.indexOf(await chosen(page));
    const url = page.url();
    await swipe(page, 130);
    await untilChosen(page, ids[start - 1]);
    assert.notEqual(page.url(), url, 'the address follows');
    await swipe(page, 130, 10);
    await untilChosen(page, ids[start - 2]);
    await swipe(page, -130);
    await untilChosen(page, ids[start - 1]);
    const told = await selected(page);
    assert.deepEqual(told, [ids[start - 1], ids[start - 2], ids[start - 1]]);

    // A little, or more down than sideways, or by two fingers, is none.
    for (const [dx, dy, fingers] of [[20, 0, 1], [30, -200, 1], [-60, 160, 1], [130, 0, 2]]) {
      await swipe(page, dx, dy, fingers);
      assert.deepEqual(await selected(page), told, `${dx}, ${dy}, ${fingers}`);
      // The very next one is heard.
      await swipe(page, 130);
      await untilChosen(page, ids[start - 2]);
      await swipe(page, -130);
      await untilChosen(page, ids[start - 1]);
      told.push(ids[start - 2], ids[start - 1]);
    }

    // Over the open list there is no card.
    await page.locator('.explainer-opener summary').click();
    await until(page, () => document.querySelector('.explainer-opener').open, undefined, 'the list is open');
    await frames(page);
    assert.deepEqual(await selected(page), told, 'to open is not to choose');
    await swipe(page, 130);
    assert.deepEqual(await selected(page), told);
  });
});

test('scrolling over a card is left to the browser', async () => {
  await onLivingPage('/', PHONE, async (page) => {
    const before = await chosen(page);
    await page.evaluate(() => document.querySelector('.explainer-event[aria-current]').scrollIntoView({ block: 'center', behavior: 'instant' }));
    await frames(page);
    const top = await page.evaluate(() => scrollY);
    const cdp = await page.context().newCDPSession(page);
    const touch = (type, y) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 200, y }] });
    await touch('touchStart', 500);
    for (const y of [480, 440, 400, 360, 320]) await touch('touchMove', y);
    await touch('touchEnd');
    await until(page, (top) => scrollY > top + 60, top, 'the page scrolls');
    assert.equal(await chosen(page), before);
  });
});

test('right to left: a card is swiped the other way', async () => {
  const fixture = (await fixtures()).find(({ name }) => name === 'right-to-left');
  await onLivingPage(await fixturePage(fixture), PHONE, async (page) => {
    const ids = (await timeline(page)).events.map(({ id }) => id);
    const at = ids.indexOf(await chosen(page));
    const [way, other] = at + 1 < ids.length ? [130, ids[at + 1]] : [-130, ids[at - 1]];
    await swipe(page, way);
    await untilChosen(page, other);
    await swipe(page, -way);
    await untilChosen(page, ids[at]);
  });
});

test('a mouse that goes over a card marks words, and chooses nothing', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const before = await chosen(page);
    const { x, y, height } = await page.locator('.explainer-event[aria-current] .explainer-event-title').boundingBox();
    await page.mouse.move(x + 5, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 205, y + height / 2, { steps: 5 });
    await page.mouse.up();
    await frames(page);
    assert.equal(await chosen(page), before);
    assert.ok((await page.evaluate(() => String(getSelection()))).length > 3);
  });
});

// ── Labels ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const label = (page) => page.locator('news-explainer .label');
/** What the label says and where it is, and whether it stands on the axis. */
const told = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('news-explainer').shadowRoot;
    const words = root.querySelector('.label p');
    if (!words) return null;
    const [box, frame] = [words.getBoundingClientRect(), root.querySelector('svg.marks').getBoundingClientRect()];
    const isInside = box.left >= frame.left - 0.5 && box.right <= frame.right + 0.5 && box.top >= frame.top - 0.5 && box.bottom <= frame.bottom + 0.5;
    return { text: words.textContent, isInside, top: box.top, bottom: box.bottom, left: box.left, right: box.right };
  });

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: the mark that the pointer is on tells when and what, on the axis and not over itself, and no more when the pointer has gone`, async () => {
    await onLivingPage('/', size, async (page) => {
      await showAxis(page);
      const troubles = [];
      const marks = await drawn(page);
      for (const { id, count, isCluster, x, y, top, bottom } of marks) {
        await page.mouse.move(x, y);
        await frames(page, 1);
        const found = await told(page);
        const [date, title, kind, status] = await page.evaluate((id) => {
          const event = document.querySelector(`.explainer-event[data-id="${id}"]`);
          return ['.explainer-date', '.explainer-event-title', '.explainer-category', '.explainer-status'].map((part) => event.querySelector(part)?.textContent ?? '');
        }, id);
        // Several are told from the first to the last, as shortly as their dates allow.
        const expected = isCluster ? [`${count} events`, /\d{4}/.exec(date)[0]] : [date, title, kind, status];
        if (!found || !expected.every((words) => found.text.includes(words))) troubles.push(`${id}: “${found?.text}” without one of ${expected}`);
        else if (!found.isInside) troubles.push(`${id}: its label stands out of the axis`);
        else if (found.top < bottom && found.bottom > top && found.left < x && found.right > x) troubles.push(`${id}: its label lies over it`);
      }
      assert.deepEqual(troubles, []);
      assert.ok(marks.some(({ count }) => count > 1), 'a “+n” too');
      assert.equal(await label(page).getAttribute('aria-hidden'), 'true', 'the mark’s name says the same');
      // A place on the axis without a mark.
      const { left, bottom } = await axisBox(page);
      await page.mouse.move(left + 3, bottom - 3);
      await frames(page);
      assert.equal(await label(page).count(), 0);
      // And straight out of the axis.
      await page.mouse.move(marks[0].x, marks[0].y);
      await frames(page);
      assert.equal(await label(page).count(), 1);
      await page.mouse.move(marks[0].x, bottom + 120);
      await frames(page);
      assert.equal(await label(page).count(), 0, 'off the axis');
      assert.deepEqual(await selected(page), []);
    });
  });

  test(`${name}: the mark that has the focus tells when and what, an era its name`, async () => {
    await onLivingPage('/', size, async (page) => {
      assert.equal(await label(page).count(), 0);
      await tabStop(page).focus();
      for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft']) {
        await page.keyboard.press(key);
        await frames(page);
        const here = await focus(page);
        const { text, isInside } = await told(page);
        const title = await page.locator(`.explainer-event[data-id="${here.id}"] .explainer-event-title`).textContent();
        assert.ok(text.includes(here.count > 1 ? `${here.count} events` : title), `${key}: ${text}`);
        assert.ok(isInside, key);
      }
      const { eras } = await timeline(page);
      for (const [index] of eras.entries()) {
        await page.keyboard.press('Tab');
        await frames(page);
        const name = await page.locator(`news-explainer .era[data-era="${index}"]`).getAttribute('aria-label');
        const { text, isInside } = await told(page);
        assert.equal(text, name);
        assert.ok(isInside, name);
      }
      await page.keyboard.press('Tab');
      await frames(page);
      assert.equal(await label(page).count(), 0, 'the focus has gone on');
      assert.deepEqual(await selected(page), []);
    });
  });
}

// ── To an event and back ─────────────────────────────────────────────────────────────────────────────────────────────

const hasFocus = (link) => link.evaluate((link) => link === document.activeElement);

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: a link brings axis and card into view together; Back leads to the sentence, with the focus, also when the card has changed`, async () => {
    await onLivingPage('/', size, async (page) => {
      const link = page.locator('.explainer-article a[href$="--treaty-1961"]').first();
      for (const goOn of [false, true]) {
        await link.evaluate((element) => element.scrollIntoView({ block: 'center' }));
        await frames(page);
        const from = await page.evaluate(() => scrollY);
        await link.click();
        await untilChosen(page, 'treaty-1961');
        await frames(page);
        const { axis, title, height } = await page.evaluate(() => {
          const box = (element) => (({ top, bottom }) => ({ top, bottom }))(element.getBoundingClientRect());
          const host = document.querySelector('news-explainer');
          return { axis: box(host.shadowRoot.querySelector('svg.marks')), title: box(host.querySelector('.explainer-event[aria-current] .explainer-event-title')), height: innerHeight };
        });
        assert.ok(axis.top >= 0 && axis.bottom < title.top && title.bottom <= height, JSON.stringify({ axis, title, height }));
        if (goOn) {
          await step(page, 'next').click();
          await untilChosen(page, 'yongbyon-research-reactor');
        }
        await page.goBack();
        await until(page, (from) => Math.abs(scrollY - from) < 3, from, 'back where the reader was');
        await frames(page, 4);
        assert.equal(await hasFocus(link), true, 'the focus is on the link');
      }
    });
  });

  test(`${name}: a source stands closed, is opened and shown by its number, and leads back to the sentence`, async () => {
    await onLivingPage('/', size, async (page) => {
      const sources = page.locator('.explainer-sources');
      assert.equal(await sources.evaluate((details) => details.open), false);
      const count = await sources.locator('li').count();
      assert.match(await sources.locator('summary').textContent(), new RegExp(`\\b${count}$`));
      const number = page.locator('.explainer-article .explainer-cite a').first();
      await number.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await frames(page);
      const from = await page.evaluate(() => scrollY);
      await number.click();
      await until(page, () => document.querySelector('.explainer-sources').open, undefined, 'the sources are open');
      const source = page.locator('.explainer-sources li:target');
      await until(page, () => {
        const target = document.querySelector('.explainer-sources li:target')?.getBoundingClientRect();
        return target && target.top >= 0 && target.bottom <= innerHeight;
      }, undefined, 'the source is in sight');
      // By the browser's way back …
      await page.goBack();
      await until(page, (from) => Math.abs(scrollY - from) < 3, from, 'back where the reader was');
      await frames(page, 4);
      assert.equal(await hasFocus(number), true, 'the focus is on the number');
      // … and by its own.
      await number.click();
      await source.locator('.explainer-back').first().click();
      await until(page, (from) => Math.abs(scrollY - from) < innerHeight, from, 'near the sentence');
      const { y } = await number.boundingBox();
      assert.ok(y >= 0 && y < size.height, `the number is in sight, at ${y}`);
    });
  });
}

test('an era too narrow for its name is told beside the range: the era of the chosen event', async () => {
  for (const size of Object.values(SIZES)) {
    await onLivingPage('/', size, async (page) => {
      const said = page.locator('news-explainer .seen .of');
      const name = async (index) => page.locator(`news-explainer .era[data-era="${index}"]`).getAttribute('aria-label');
      assert.equal(await said.textContent(), await name(5));
      await page.evaluate((hash) => (location.hash = hash), `${await prefix(page)}--treaty-1961`);
      await untilChosen(page, 'treaty-1961');
      await frames(page);
      assert.equal(await said.textContent(), await name(1));
      assert.equal(await said.isVisible(), true, 'the hint has gone');
    });
  }
});
