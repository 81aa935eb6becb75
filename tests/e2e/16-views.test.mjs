// Any view at any width: nothing lies over anything, nothing is lost, nothing jumps.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WASM, chosen, events, fixturePage, fixtures, frames, hold, inState, interactive, onLivingPage, onPage, prefix, until, untilChosen } from './support.mjs';
import {
  NARROW, SIZES, WIDE, collisions, manyEventsPage, drawn, entry, focus, moreTools, search, seen, selected, showAxis, tabStop, timeline, tool, total,
  untilTold, view, windowText,
} from './explore.mjs';

const fixtureAddress = async (wanted) => fixturePage((await fixtures()).find(({ name }) => name === wanted));
const DOCUMENTS = {
  'the demonstration': () => '/',
  '1,000 events': () => manyEventsPage(1000),
  'the even scale': () => fixtureAddress('even-scale'),
  'deep time': () => fixtureAddress('deep-time'),
};

// ── Windows at random ────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Wanders through windows: zooms and pans by wheels, as a reader's hand would, by numbers that look random and are the
 * same each time; looks at each window by `look`. Runs on the page.
 */
async function wander({ count, seed, look }) {
  const root = document.querySelector('news-explainer').shadowRoot;
  const svg = () => root.querySelector('svg.marks');
  const collisions = window.collisions;
  let dice = seed;
  const random = () => {
    // mulberry32
    dice = (dice + 0x6d2b79f5) | 0;
    let t = Math.imul(dice ^ (dice >>> 15), 1 | dice);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const drawn = async () => {
    for (let left = 2; left > 0; left -= 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const wheel = (share, options) => {
    const { left, top, width } = svg().getBoundingClientRect();
    const at = { clientX: left + width * share, clientY: top + 40 };
    svg().dispatchEvent(new WheelEvent('wheel', { ...at, ...options, bubbles: true, composed: true, cancelable: true }));
  };
  const windows = new Set();
  const [over, edge] = [[], []];
  for (let step = 0; windows.size < count && step < 5 * count; step += 1) {
    const kind = random();
    if (kind < 0.06) root.querySelectorAll('.zoom button')[2].click();
    for (let turns = 1 + Math.floor(random() * 6); turns > 0; turns -= 1) {
      if (kind < 0.55) wheel(random(), { ctrlKey: true, deltaY: -20 - random() * 180 });
      else if (kind < 0.7) wheel(random(), { ctrlKey: true, deltaY: 20 + random() * 180 });
      else wheel(0.5, { deltaX: (random() - 0.5) * 1500 });
    }
    await drawn();
    const labels = [...root.querySelectorAll('.explainer-ticks text')].map((text) => `${text.textContent}@${text.getAttribute('x')}`);
    windows.add(labels.join(' ') + root.querySelector('.pane').getAttribute('x'));
    const found = collisions();
    const seen = { step, window: root.querySelector('.window').getAttribute('aria-valuetext'), ticks: labels.slice(0, 2).join(' ') };
    if (found.over.length) over.push({ ...seen, found: found.over.slice(0, 3) });
    if (found.edge.length) edge.push({ ...seen, found: found.edge.slice(0, 3) });
  }
  return { windows: windows.size, over, edge };
}

const installCollisions = (page) => page.addInitScript(`window.collisions = ${collisions};`);

let tried = 0;
const COUNT = 13;
for (const [index, width] of [320, 390, 768, 1280].entries()) {
  const edges = [];
  for (const [nth, [name, address]] of Object.entries(DOCUMENTS).entries()) {
    test(`${width} px, ${name}: in ${COUNT} windows at random nothing lies over anything`, async () => {
      await onLivingPage(await address(), { width, height: 900, before: installCollisions }, async (page) => {
        const { windows, over, edge } = await page.evaluate(wander, { count: COUNT, seed: 1961 + index * 10 + nth });
        assert.equal(windows, COUNT, 'different windows');
        tried += windows;
        edges.push(...edge);
        assert.deepEqual({ wrong: over.length, first: over.slice(0, 4) }, { wrong: 0, first: [] });
      });
    });
  }
  test(`${width} px: in all these windows each mark stands inside the axis and is a target of at least 24 × 24`, () => {
    assert.deepEqual({ wrong: edges.length, first: edges.slice(0, 4) }, { wrong: 0, first: [] });
  });
}

test('at least 200 different windows have been tried', () => assert.ok(tried >= 200, `${tried}`));

// ── Nothing is lost ──────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: in any window, every event is in one mark or outside of the window`, async () => {
    await onLivingPage('/', size, async (page) => {
      const { events } = await timeline(page);
      assert.equal(total(await drawn(page)), events.length, 'the whole span');
      await showAxis(page);
      for (const [index, steps] of [[0, 1], [7, 2], [12, 4], [20, 3], [28, 6], [33, 9]]) {
        await tabStop(page).focus();
        await page.keyboard.press('0');
        await page.keyboard.press('Home');
        for (let turn = 0; turn < index; turn += 1) await page.keyboard.press('ArrowRight');
        for (let turn = 0; turn < steps; turn += 1) await page.keyboard.press('+');
        await frames(page);
        const [marks, { from, to, perDay }] = [await drawn(page), await view(page)];
        assert.equal(new Set(marks.map(({ id }) => id)).size, marks.length, 'no event is two marks');
        // At the edges a mark may stand for events up to a bucket (48 px) outside.
        const air = 48 / perDay;
        const inside = events.filter(({ middle }) => middle > from + 25 / perDay && middle < to - 25 / perDay);
        const near = events.filter(({ start, end }) => end > from - air && start < to + air);
        assert.ok(total(marks) >= inside.length && total(marks) <= near.length, `${total(marks)} of ${inside.length} to ${near.length}: ${marks.map(({ id, count }) => `${id} × ${count}`)}; inside: ${inside.map(({ id }) => id)}; ${from} to ${to}`);
        for (const mark of marks) assert.ok(near.some(({ id }) => id === mark.id), `${mark.id} is in the window`);
      }
    });
  });

  test(`${name}: every event is reached by keys alone`, async () => {
    await onLivingPage('/', size, async (page) => {
      const { events } = await timeline(page);
      await tabStop(page).focus();
      await page.keyboard.press('Home');
      await frames(page, 2);
      for (const key of ['ArrowRight', 'ArrowLeft']) {
        const [reached, stalls] = [[], []];
        for (let turn = 0, still = 0; turn < 10 * events.length && still < 3; turn += 1) {
          const here = await focus(page);
          if (here.count === 1) reached.push(here.id);
          await page.keyboard.press(here.count > 1 ? 'Enter' : key);
          await frames(page, 2);
          const there = await focus(page);
          still = there.id === here.id && there.count === here.count ? still + 1 : 0;
          if (still === 1) stalls.push(here.id);
        }
        assert.deepEqual(events.map(({ id }) => id).filter((id) => !reached.includes(id)), [], `${key} passes over events`);
        assert.deepEqual(stalls, [key === 'ArrowRight' ? events.at(-1).id : events[0].id], `${key} leads on, up to the end`);
      }
    });
  });

  test(`${name}: every event is reached by the pointer alone`, async () => {
    await onLivingPage('/', size, async (page) => {
      const { events } = await timeline(page);
      const lost = [];
      for (const { id } of events) {
        await page.evaluate(() => document.querySelector('news-explainer').shadowRoot.querySelectorAll('.zoom button')[2].click());
        await frames(page, 2);
        await showAxis(page);
        const before = (await selected(page)).length;
        for (let turn = 0; turn < 15; turn += 1) {
          const marks = await drawn(page);
          // One that stands alone has its own mark; else it is in the last cluster that begins no later.
          const own = marks.find((mark) => mark.id === id && mark.count === 1);
          const place = (id) => events.findIndex((event) => event.id === id);
          const mark = own ?? marks.filter(({ count }) => count > 1).findLast((each) => place(each.id) <= place(id));
          if (!mark) break;
          const list = page.locator('news-explainer .cluster-list li button');
          if (await list.count()) {
            await list.filter({ hasText: await page.locator(`.explainer-event[data-id="${id}"] .explainer-event-title`).textContent() }).click();
          } else {
            await page.mouse.click(mark.x, mark.y);
          }
          await frames(page, 2);
          if ((await selected(page)).slice(before).includes(id)) break;
        }
        if ((await selected(page)).at(-1) !== id) lost.push(id);
      }
      assert.deepEqual(lost, []);
    });
  });
}

// ── Widths ───────────────────────────────────────────────────────────────────────────────────────────────────────────

test('from 1280 to 320 px and back: the same event, the same window, the same filter', async () => {
  const address = '/#north-korea-russia--kim-il-sung-1984-visit;from=1980-01-01;to=1999-12-31';
  await onPage(address, WIDE, async (page) => {
    await inState(page, 'interactive');
    await untilChosen(page, 'kim-il-sung-1984-visit');
    await entry(page, 'Diplomacy').click();
    await frames(page);
    const [text, before] = [await windowText(page), await view(page)];
    const axisWidth = await page.locator('news-explainer svg.marks').evaluate((svg) => svg.clientWidth);
    for (const width of [900, 768, 600, 320, 390, 899]) {
      await page.setViewportSize({ width, height: 900 });
      await until(page, (width) => document.querySelector('news-explainer').shadowRoot.querySelector('.stage').clientWidth <= width, width);
      await frames(page);
      assert.equal(await chosen(page), 'kim-il-sung-1984-visit', `${width} px`);
      const now = await view(page);
      assert.ok(Math.abs(now.from - before.from) < 2 / now.perDay && Math.abs(now.to - before.to) < 2 / now.perDay, `${width} px: ${now.from} to ${now.to}, before ${before.from} to ${before.to}`);
    }
    await page.setViewportSize(WIDE);
    await until(page, (width) => document.querySelector('news-explainer').shadowRoot.querySelector('svg.marks').clientWidth === width, axisWidth);
    await frames(page, 6);
    assert.equal(await windowText(page), text);
    assert.equal(await chosen(page), 'kim-il-sung-1984-visit');
    assert.equal(await entry(page, 'Diplomacy').getAttribute('aria-pressed'), 'true');
    assert.deepEqual(await selected(page), []);
  });
});

// ── Nothing jumps ────────────────────────────────────────────────────────────────────────────────────────────────────

for (const size of [NARROW, WIDE]) {
  for (const [name, address] of [['the demonstration', () => '/'], ['the even scale', DOCUMENTS['the even scale']], ['1,000 events', DOCUMENTS['1,000 events']]]) {
    test(`${size.width} px, ${name}: from the first paint until interactive nothing moves`, async () => {
      let gate;
      const before = async (page) => (gate = await hold(page, WASM));
      await onPage(await address(), { ...size, before }, async (page) => {
        await page.evaluate(() => document.querySelector('.explainer-picture').scrollIntoView({ block: 'center' }));
        await gate.asked;
        await frames(page, 4);
        const place = () => page.evaluate(() => {
          const host = document.querySelector('news-explainer');
          const tops = [...host.children].filter((part) => part.getBoundingClientRect().height > 0 && part.slot !== 'excerpt');
          return { scrollY, page: document.documentElement.scrollHeight, tops: tops.map((part) => `${part.className} ${part.getBoundingClientRect().top}`) };
        });
        const printed = await place();
        gate.release();
        await inState(page, 'interactive');
        await frames(page, 6);
        assert.deepEqual(await page.evaluate(() => window.takeShifts()), []);
        // In long documents a part of the list stands for the printed one, so what follows it comes nearer.
        const alive = await place();
        const upto = (place) => (name.startsWith('1,000') ? place.tops.filter((top) => /^explainer-(head|article|timeline-head|legend|picture|opener)\b/.test(top)) : place);
        assert.deepEqual(upto(alive), upto(printed));
        const [living, still] = await page.evaluate(() => {
          const box = (element) => (({ left, top, width, height }) => [left, top, width, height].map(Math.round))(element.getBoundingClientRect());
          const stills = [...document.querySelectorAll('.explainer-still')].filter((each) => each.getBoundingClientRect().width > 0);
          return [box(document.querySelector('news-explainer').shadowRoot.querySelector('svg.marks')), box(stills[0])];
        });
        assert.deepEqual(living, still, 'the living axis stands exactly where the picture stood');
      });
    });
  }
}

// ── Removal ──────────────────────────────────────────────────────────────────────────────────────────────────────────

test('removed while zoomed, filtered and searched, the printed words stand as they stood; given back, all is new', async () => {
  await onLivingPage('/', NARROW, async (page) => {
    const all = await seen(page);
    const printed = () => page.evaluate(() => {
      const copy = (window.taken ?? document.querySelector('news-explainer')).cloneNode(true);
      copy.removeAttribute('data-state');
      return copy.outerHTML.replaceAll(/ (slot="[^"]*"|tabindex="-1"|aria-current="true")/g, '');
    });
    const before = await printed();
    await tool(page, 'zoom in').click();
    await entry(page, 'Economy').click();
    await moreTools(page);
    await search(page).fill('treaty');
    await frames(page);
    await page.evaluate((hash) => (location.hash = hash), `${await prefix(page)}--treaty-1961`);
    await frames(page);
    await page.evaluate(() => {
      window.taken = document.querySelector('news-explainer');
      window.after = document.createComment('here');
      window.taken.replaceWith(window.after);
    });
    await frames(page);
    assert.equal(await printed(), before);
    assert.equal(await page.evaluate(() => CSS.highlights.get('news-explainer')?.size ?? 0), 0);
    const told = (await selected(page)).length;
    // Nobody listens any more.
    await page.evaluate((hash) => (location.hash = hash), 'north-korea-russia--korean-war');
    await page.evaluate(() => ['beforeprint', 'afterprint'].forEach((name) => window.dispatchEvent(new Event(name))));
    await frames(page);
    assert.equal((await selected(page)).length, told);
    await page.evaluate(() => {
      history.replaceState(null, '', location.pathname);
      window.after.replaceWith(window.taken);
      delete window.taken;
    });
    await interactive(page);
    assert.deepEqual(await seen(page), all);
    assert.equal(total(await drawn(page)), await page.evaluate(() => document.querySelectorAll('.explainer-event').length));
    assert.equal(await search(page).inputValue(), '');
    assert.equal(await entry(page, 'Economy').getAttribute('aria-pressed'), 'false');
    await tool(page, 'zoom in').click();
    await page.locator('news-explainer .steps .next').click();
    await untilTold(page, told + 1);
    assert.deepEqual(await events(page, 'error'), []);
  });
});

test('no listener on the page or the window but for the address and for paper', async () => {
  const before = (page) => page.addInitScript(() => {
    window.listening = [];
    for (const target of [window, document]) {
      const [add, remove] = [target.addEventListener.bind(target), target.removeEventListener.bind(target)];
      const name = target === window ? 'window' : 'document';
      target.addEventListener = (type, ...rest) => (window.listening.push(`${name} ${type}`), add(type, ...rest));
      target.removeEventListener = (type, ...rest) => {
        const index = window.listening.lastIndexOf(`${name} ${type}`);
        if (index >= 0) window.listening.splice(index, 1);
        remove(type, ...rest);
      };
    }
  });
  await onLivingPage('/', { ...WIDE, before }, async (page) => {
    const allowed = ['window hashchange', 'window beforeprint', 'window afterprint'];
    const foreign = () => page.evaluate(() => window.listening.filter((each) => !/news-explainer:|securitypolicyviolation|DOMContentLoaded/.test(each)));
    assert.deepEqual((await foreign()).filter((each) => !allowed.includes(each)), []);
    assert.ok((await foreign()).includes('window hashchange'));
    await page.evaluate(() => document.querySelector('news-explainer').remove());
    await frames(page);
    assert.deepEqual(await foreign(), []);
  });
});
