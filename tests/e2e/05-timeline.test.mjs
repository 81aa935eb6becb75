// The living timeline by pointer and by keys.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WASM, authored, chosen, comeNear, eventIds, events, fixtures, fixturePage, frames, hold, inState, onLivingPage, onPage, prefix, until, untilChosen } from './support.mjs';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

const marks = (page) => page.locator('news-explainer .mark');
const lone = (page) => page.locator('news-explainer .mark[part="mark"]');
const steps = { first: '.previous', last: '.next' };
/** The button to the event before (`first`) or after (`last`). */
const step = (page, which) => page.locator(`news-explainer .steps ${steps[which]}`);
const isOff = async (page, which) => (await step(page, which).getAttribute('aria-disabled')) === 'true';
const selected = async (page) => (await events(page, 'select')).map(({ id }) => id);

/** The id of the mark that has the focus, or null. */
const focused = (page) =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.closest('.mark')?.dataset.id ?? null);

const visibleEvents = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.explainer-event')].filter((event) => event.checkVisibility()).map((event) => event.dataset.id),
  );

/** Waits until so many events have been told. */
async function untilTold(page, count) {
  await until(page, (count) => window.seen.events.filter(({ name }) => name === 'select').length >= count, count);
}

// ── Wide: a card ─────────────────────────────────────────────────────────────────────────────────────────────────────

test('wide: one event is shown as a card, and it is the chosen one', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const start = await page.locator('.explainer-event[data-start]').getAttribute('data-id');
    assert.deepEqual(await visibleEvents(page), [start]);
    await untilChosen(page, start);
    assert.deepEqual(await selected(page), [], 'the reader has chosen nothing yet');
    assert.equal(await page.locator('news-explainer .mark[aria-current]').count(), 1);
  });
});

test('wide: the opener shows the whole list in the place of the card, and takes it back', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const all = await eventIds(page);
    const opener = page.locator('.explainer-opener > summary');
    await opener.click();
    assert.deepEqual(await visibleEvents(page), all);
    await opener.click();
    assert.equal((await visibleEvents(page)).length, 1);
  });
});

for (const [name, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  test(`${name}: clicks reach every event; a cluster zooms in, or opens as a list`, async () => {
    await onLivingPage('/', size, async (page) => {
      const all = await eventIds(page);
      const opened = { byZoom: 0, asList: 0 };
      for (const [at, id] of all.entries()) {
        await wholeSpan(page);
        for (let clicks = 0; ; clicks += 1) {
          assert.ok(clicks < 12, `${id} is not reached by ${clicks} clicks`);
          const drawn = await marks(page).evaluateAll((all) => all.map(({ dataset }) => ({ id: dataset.id, count: Number(dataset.count) })));
          assert.ok(drawn.length > 0);
          const own = drawn.findIndex((mark) => mark.id === id && mark.count === 1);
          const holders = drawn.map((mark, index) => ({ ...mark, index })).filter((mark) => mark.count > 1 && all.indexOf(mark.id) <= at);
          const index = own >= 0 ? own : holders.at(-1)?.index;
          assert.ok(index !== undefined, `nothing leads to ${id} among ${JSON.stringify(drawn)}`);
          const mark = marks(page).nth(index);
          const isList = (await mark.getAttribute('aria-expanded')) !== null;
          const before = await chosen(page);
          let told = (await selected(page)).length;
          await mark.locator('.explainer-target').click();
          await frames(page);
          if (own < 0) {
            // The card goes with what is opened: its first event, unless it shows one of them already.
            const now = await chosen(page);
            assert.ok(now === before || now === drawn[index].id, `${now} is shown while ${drawn[index].id} is opened`);
            const chose = (await selected(page)).slice(told);
            assert.deepEqual(chose, now === before ? [] : [now], 'what is opened is told, once');
            told += chose.length;
          }
          if (own < 0 && !isList) {
            opened.byZoom += 1;
            continue;
          }
          if (own < 0) {
            opened.asList += 1;
            assert.equal(await mark.getAttribute('aria-expanded'), 'true');
            const title = await page.locator(`.explainer-event[data-id="${id}"] .explainer-event-title`).textContent();
            const entries = page.locator('news-explainer .cluster-list li button');
            assert.equal(await entries.count(), drawn[index].count);
            await entries.filter({ hasText: title }).click();
          }
          await untilChosen(page, id);
          await frames(page);
          assert.equal((await selected(page)).length, told + 1, 'told once');
          assert.equal((await selected(page)).at(-1), id);
          assert.equal(await page.locator('news-explainer .cluster-list').count(), 0);
          assert.equal(await page.locator('news-explainer .mark[aria-current]').count(), 1);
          if (size === WIDE) assert.deepEqual(await visibleEvents(page), [id]);
          break;
        }
      }
      assert.ok(opened.byZoom > 0, 'the document has clusters at this width');
    });
  });

  test(`${name}: next and previous go through all events in order and stop at the ends`, async () => {
    await onLivingPage('/', size, async (page) => {
      const all = await eventIds(page);
      await page.evaluate((hash) => (location.hash = hash), `${await prefix(page)}--${all[0]}`);
      await untilChosen(page, all[0]);
      await frames(page);
      assert.equal(await isOff(page, 'first'), true);

      for (const id of all.slice(1)) {
        const words = await step(page, 'last').locator('.to').textContent();
        await step(page, 'last').click();
        await untilChosen(page, id);
        // The button has said when and what it leads to.
        const [when, what] = await page.evaluate(() =>
          ['.explainer-date', '.explainer-event-title'].map((part) => document.querySelector('.explainer-event[aria-current]').querySelector(part).textContent),
        );
        assert.ok(words.includes(when) && words.includes(what), words);
      }
      await frames(page);
      assert.deepEqual([await isOff(page, 'first'), await isOff(page, 'last')], [false, true]);

      // At the end the button keeps the focus and does nothing.
      const told = (await selected(page)).length;
      await step(page, 'last').focus();
      await step(page, 'last').click({ force: true });
      await page.keyboard.press('Enter');
      await frames(page);
      assert.equal(await chosen(page), all.at(-1));
      assert.equal((await selected(page)).length, told);
      assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.localName), 'button');

      for (const id of all.slice(0, -1).reverse()) {
        await step(page, 'first').click();
        await untilChosen(page, id);
      }
      await frames(page);
      assert.deepEqual([await isOff(page, 'first'), await isOff(page, 'last')], [true, false]);
    });
  });

  test(`${name}: the row of steps says where the reader is, and the status which event`, async () => {
    await onLivingPage('/', size, async (page) => {
      const all = await eventIds(page);
      const status = page.locator('news-explainer p[role="status"]');
      assert.equal(await status.count(), 1);
      assert.equal((await status.textContent()).trim(), '', 'nothing has happened yet');
      const id = all[4];
      await page.evaluate((hash) => (location.hash = hash), `${await prefix(page)}--${id}`);
      await untilChosen(page, id);
      await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]').textContent.includes('5'));
      const said = await status.textContent();
      assert.ok(said.includes(String(all.length)), said);
      assert.ok(said.includes(await page.locator('.explainer-event[aria-current] .explainer-event-title').textContent()), said);
      const position = await page.locator('news-explainer .position').textContent();
      assert.deepEqual(position.match(/\d+/g), ['5', String(all.length)]);
    });
  });

  test(`${name}: a link in the article chooses its event, once`, async () => {
    await onLivingPage('/', size, async (page) => {
      const link = page.locator('.explainer-article a[href*="--lavrov-in-pyongyang"]').first();
      await link.click();
      await untilChosen(page, 'lavrov-in-pyongyang');
      await frames(page, 6);
      assert.deepEqual(await selected(page), ['lavrov-in-pyongyang']);
      const current = page.locator('news-explainer .mark[aria-current]');
      assert.equal(await current.count(), 1);
      assert.match(page.url(), /--lavrov-in-pyongyang$/);
      await assertInSight(page, 'lavrov-in-pyongyang');
      // Every link to it says so, and no other.
      const links = await page.evaluate(() => {
        const ids = (links) => [...links].filter((link) => !link.closest('.explainer-picture')).map((link) => link.hash);
        const host = document.querySelector('news-explainer');
        return [ids(host.querySelectorAll('a[aria-current]')), ids(host.querySelectorAll('a[href$="--lavrov-in-pyongyang"]'))];
      });
      assert.deepEqual(links[0], links[1]);
    });
  });

  test(`${name}: an address with an event opens at that event`, async () => {
    const name_ = await onPage('/', { script: false }, prefix);
    let gate;
    const before = async (page) => (gate = await hold(page, WASM));
    await onPage(`/#${name_}--treaty-1961`, { ...size, before }, async (page) => {
      await gate.asked;
      await frames(page);
      // The browser itself may shift when it comes to the target after the first paint; life must not.
      await page.evaluate(() => (window.takeShifts().length = 0));
      gate.release();
      await inState(page, 'interactive');
      await untilChosen(page, 'treaty-1961');
      await frames(page);
      if (size === WIDE) assert.deepEqual(await visibleEvents(page), ['treaty-1961']);
      assert.equal(await page.locator('news-explainer .mark[aria-current]').count(), 1);
      await assertInSight(page, 'treaty-1961');
      assert.equal(await page.evaluate(() => document.activeElement.dataset.id), 'treaty-1961', 'it has the focus');
      assert.deepEqual(await page.evaluate(() => window.takeShifts()), []);
    });
  });

  test(`${name}: a change of the address chooses`, async () => {
    await onLivingPage('/', size, async (page) => {
      const doc = await prefix(page);
      for (const id of ['korean-war', 'pueblo-seizure']) {
        await page.evaluate((hash) => (location.hash = hash), `${doc}--${id}`);
        await untilChosen(page, id);
        await frames(page);
        await assertInSight(page, id);
      }
      assert.deepEqual(await selected(page), ['korean-war', 'pueblo-seizure']);
      // Addresses of others are none of its business.
      for (const hash of ['nowhere', `${doc}--nothing`, `${doc}--`, doc, '%E0%A4%A', '"]']) {
        await page.evaluate((hash) => (location.hash = hash), hash);
        await frames(page);
      }
      assert.equal(await chosen(page), 'pueblo-seizure');
    });
  });

  test(`${name}: back and forward lead through what was chosen by links`, async () => {
    await onLivingPage('/', size, async (page) => {
      const doc = await prefix(page);
      for (const id of ['korean-war', 'pueblo-seizure']) {
        await page.evaluate((hash) => (location.hash = hash), `${doc}--${id}`);
        await untilChosen(page, id);
      }
      await page.evaluate(() => history.back());
      await untilChosen(page, 'korean-war');
      await page.evaluate(() => history.forward());
      await untilChosen(page, 'pueblo-seizure');
    });
  });
}

for (const [name, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  test(`${name}: choosing on the axis replaces the address and keeps what the page has in its history`, async () => {
    await onLivingPage('/', size, async (page) => {
      const doc = await prefix(page);
      await page.evaluate(() => history.replaceState({ mine: [1, 2] }, ''));
      const length = await page.evaluate(() => history.length);
      await lone(page).first().locator('.explainer-target').click();
      await frames(page);
      const id = await chosen(page);
      assert.equal(new URL(page.url()).hash, `#${doc}--${id}`);
      await step(page, 'last').click();
      await frames(page);
      assert.notEqual(await chosen(page), id);
      assert.equal(new URL(page.url()).hash, `#${doc}--${await chosen(page)}`);
      assert.deepEqual(await page.evaluate(() => [history.state, history.length]), [{ mine: [1, 2] }, length]);
    });
  });
}

/** Zooms in until there are enough lone marks to choose from. */
async function zoomIn(page) {
  await page.evaluate(() => document.querySelector('.explainer-timeline-head').scrollIntoView());
  // Where many are: at the end.
  await page.locator('news-explainer .mark[tabindex="0"]').focus();
  await page.keyboard.press('End');
  await frames(page);
  for (let turn = 0; (await lone(page).count()) < 3; turn += 1) {
    assert.ok(turn < 12, 'zooming parts nothing');
    await page.keyboard.press('+');
    await frames(page);
  }
}

/** Shows the whole span, by its button. */
async function wholeSpan(page) {
  await page.evaluate(() => document.querySelector('.explainer-timeline-head').scrollIntoView());
  const whole = page.locator('news-explainer .zoom .tool').nth(2);
  if ((await whole.getAttribute('aria-disabled')) !== 'true') await whole.click();
  await frames(page);
  assert.equal(await whole.getAttribute('aria-disabled'), 'true');
}

/** The top of an event can be seen, below whatever sticks to the top. */
async function assertInSight(page, id) {
  const { top, cover, height, behind } = await page.evaluate((id) => {
    const event = document.querySelector(`.explainer-event[data-id="${id}"]`);
    const title = event.querySelector('.explainer-event-title').getBoundingClientRect();
    // Over the open list the steps stay in view.
    const steps = document.querySelector('news-explainer').shadowRoot.querySelector('.steps');
    const sticky = getComputedStyle(steps).position === 'sticky';
    const hit = document.elementFromPoint(title.left + 3, title.top + title.height / 2);
    return { top: event.getBoundingClientRect().top, cover: sticky ? steps.getBoundingClientRect().bottom : 0, height: innerHeight, behind: !event.contains(hit) };
  }, id);
  assert.ok(top >= cover - 1, `the event begins at ${top}, under the steps that end at ${cover}`);
  assert.ok(top < height - 40, `the event begins at ${top} of ${height}`);
  assert.equal(behind, false, 'something lies over the event’s title');
}

// ── The list ─────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  test(`${name}: one event is a card, from the first paint on, and the opener shows all of them`, async () => {
    let gate;
    const before = async (page) => (gate = await hold(page, WASM));
    await onPage('/', { ...size, before }, async (page) => {
      await comeNear(page);
      await gate.asked;
      const printed = await visibleEvents(page);
      assert.equal(printed.length, 1);
      gate.release();
      await inState(page, 'interactive');
      await frames(page);
      assert.deepEqual(await visibleEvents(page), printed);
      assert.deepEqual([await chosen(page)], printed);
      await page.locator('.explainer-opener summary').click();
      assert.deepEqual(await visibleEvents(page), await eventIds(page));
    });
  });

  for (const isOpen of [false, true]) {
    test(`${name}: what is chosen is in sight, ${isOpen ? 'in the list below the guide' : 'as a card'}`, async () => {
      await onLivingPage('/', size, async (page) => {
        if (isOpen) await page.locator('.explainer-opener summary').click();
        await zoomIn(page);
        const ids = await lone(page).evaluateAll((all) => {
          // Not those that the window's edge cuts.
          const box = all[0].ownerSVGElement.getBoundingClientRect();
          const isWhole = ({ left, right }) => left >= box.left && right <= box.right;
          return all.filter((mark) => isWhole(mark.querySelector('.explainer-target').getBoundingClientRect())).map((mark) => mark.dataset.id);
        });
        assert.ok(ids.length > 1, String(ids));
        for (const id of [ids.at(-1), ids[0]]) {
          await page.locator(`news-explainer .mark[data-id="${id}"]`).locator('.explainer-target').click();
          await frames(page);
          await assertInSight(page, await chosen(page));
        }
        await step(page, 'last').click();
        await frames(page);
        await assertInSight(page, await chosen(page));
      });
    });
  }
}

test('from narrow to wide and back, the chosen event stays', async () => {
  await onLivingPage('/', NARROW, async (page) => {
    await lone(page).first().locator('.explainer-target').click();
    await frames(page);
    const id = await chosen(page);
    await page.setViewportSize(WIDE);
    await frames(page);
    assert.deepEqual(await visibleEvents(page), [id]);
    const width = () => {
      const axis = document.querySelector('news-explainer').shadowRoot.querySelector('.marks').getBoundingClientRect();
      const still = [...document.querySelectorAll('.explainer-still')].find((each) => each.checkVisibility()).getBoundingClientRect();
      return Math.abs(axis.height - still.height) < 1 && Math.abs(axis.width - still.width) < 1;
    };
    await until(page, width, undefined, 'the axis has the size of the picture');
    await page.setViewportSize(NARROW);
    await frames(page);
    assert.deepEqual(await visibleEvents(page), [id]);
    assert.equal(await chosen(page), id);
  });
});

// ── Keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

const order = (page) => marks(page).evaluateAll((all) => all.map((mark) => mark.dataset.id));

/** Where the marks are, from left to right. */
const places = (page) =>
  page.locator('news-explainer .mark .explainer-target').evaluateAll((all) =>
    all.map((target) => target.getBoundingClientRect()).map(({ left, right }) => (left + right) / 2),
  );

const untilFocused = (page, id) =>
  until(page, (id) => document.activeElement?.shadowRoot?.activeElement?.closest('.mark')?.dataset.id === id, id, `the focus is on ${id}`);

for (const [name, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  test(`${name}: the axis has one tab stop; arrows, Home and End move it`, async () => {
    await onLivingPage('/', size, async (page) => {
      const ids = await order(page);
      assert.ok(ids.length > 4);
      const all = await eventIds(page);
      assert.equal(ids.indexOf(all[0]), 0, 'the first event is in the first mark');
      // A "+n" stands in the middle of what it holds, and may so stand behind the last event's own mark.
      const last = ids.indexOf(all.at(-1));
      assert.ok(last >= ids.length - 2, `the last event has a mark, ${last} of ${ids.length}`);
      assert.equal(await page.locator('news-explainer .mark[tabindex="0"]').count(), 1);
      await page.locator('news-explainer .mark[tabindex="0"]').focus();
      const keys = [
        ['Home', 0], ['ArrowRight', 1], ['ArrowDown', 2], ['ArrowLeft', 1], ['ArrowUp', 0], ['ArrowLeft', 0], ['End', last],
        ...ids.slice(last + 1).map((_, index) => ['ArrowRight', last + 1 + index]), ['ArrowRight', ids.length - 1], ['ArrowUp', ids.length - 2],
      ];
      for (const [key, index] of keys) {
        await page.keyboard.press(key);
        await untilFocused(page, ids[index]);
        assert.equal(await page.locator('news-explainer .mark[tabindex="0"]').count(), 1);
        assert.equal(await page.locator('news-explainer .mark[tabindex="0"]').getAttribute('data-id'), ids[index]);
      }
      assert.deepEqual(await selected(page), [], 'to move the focus is not to choose');
    });
  });

  test(`${name}: Enter and Space choose, and the focus stays`, async () => {
    await onLivingPage('/', size, async (page) => {
      await zoomIn(page);
      const ids = await order(page);
      const alone = await lone(page).evaluateAll((all) => all.map((mark) => mark.dataset.id));
      await page.locator('news-explainer .mark[tabindex="0"]').focus();
      for (const [index, key] of ['Enter', ' '].entries()) {
        const id = alone[index];
        const way = ids.indexOf(id) - ids.indexOf(await focused(page));
        for (let turn = 0; turn < Math.abs(way); turn += 1) await page.keyboard.press(way > 0 ? 'ArrowRight' : 'ArrowLeft');
        await untilFocused(page, id);
        const top = await page.evaluate(() => scrollY);
        await page.keyboard.press(key);
        await untilTold(page, index + 1);
        await frames(page);
        assert.equal((await selected(page)).at(-1), await chosen(page));
        assert.equal(await chosen(page), id);
        assert.equal(await focused(page), id, 'the focus stays on the mark');
        if (size === WIDE) assert.equal(await page.evaluate(() => scrollY), top, 'Space does not scroll');
      }
    });
  });

  test(`${name}: keys that belong to the browser are left to it`, async () => {
    await onLivingPage('/', size, async (page) => {
      const ids = await order(page);
      await page.locator('news-explainer .mark[tabindex="0"]').focus();
      await page.keyboard.press('Home');
      await untilFocused(page, ids[0]);
      const before = await chosen(page);
      await page.evaluate(() => {
        window.eaten = [];
        window.addEventListener('keydown', (event) => event.defaultPrevented && window.eaten.push(event.key));
      });
      for (const modifier of ['Control', 'Alt', 'Meta']) {
        for (const key of ['ArrowRight', 'End', 'Enter', ' ', '-', '0']) await page.keyboard.press(`${modifier}+${key}`);
      }
      for (const key of ['a', 'z', '1', '/', '?', 'Escape', 'F6']) await page.keyboard.press(key);
      await frames(page);
      assert.deepEqual(await page.evaluate(() => window.eaten), []);
      assert.equal(await focused(page), ids[0]);
      assert.equal(await chosen(page), before);
      assert.deepEqual(await selected(page), []);
    });
  });
}

test('letters and digits do nothing anywhere on the page', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const before = await page.locator('news-explainer').evaluate((host) => host.innerHTML + host.shadowRoot.innerHTML);
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789+-=') await page.keyboard.press(key);
    await frames(page);
    assert.equal(await page.locator('news-explainer').evaluate((host) => host.innerHTML + host.shadowRoot.innerHTML), before);
  });
});

test('the wheel scrolls the page over the axis too', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await page.locator('news-explainer .axis').evaluate((axis) => axis.scrollIntoView({ block: 'center' }));
    const { x, y, width, height } = await page.locator('news-explainer .axis').boundingBox();
    const top = await page.evaluate(() => scrollY);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.wheel(0, 200);
    await until(page, (top) => scrollY > top, top, 'the page scrolls');
  });
});

test('names: each mark says when and what, its category and what is not confirmed; a cluster how many', async () => {
  const { timeline } = await authored();
  await onLivingPage('/', NARROW, async (page) => {
    const seen = new Set();
    // On the whole span, and where the last ones stand apart.
    for (const zoomed of [false, true]) {
      if (zoomed) await zoomIn(page);
      for (const mark of await marks(page).all()) {
        const [name, id] = [await mark.getAttribute('aria-label'), await mark.getAttribute('data-id')];
        const event = page.locator(`.explainer-event[data-id="${id}"]`);
        const date = await event.locator('.explainer-date').textContent();
        if ((await mark.getAttribute('part')) === 'cluster') {
          const count = await mark.getAttribute('data-count');
          assert.equal(await mark.locator('.explainer-cluster text').textContent(), `+${count}`);
          // From the first to the last, as shortly as their dates allow.
          assert.match(name, new RegExp(`^${count} events, .* to `));
          assert.ok(name.includes(/\d{4}/.exec(date)[0]), name);
          seen.add('cluster');
        } else {
          const { title, category, status = 'confirmed' } = timeline.events.find((event) => event.id === id);
          const { label } = timeline.categories.find(({ id }) => id === category);
          const ending = status === 'confirmed' ? label : `${label}, ${status[0].toUpperCase()}${status.slice(1)}`;
          assert.equal(name, `${date}: ${title}, ${ending}`);
          seen.add(status);
        }
      }
    }
    assert.deepEqual([...seen].sort(), ['alleged', 'cluster', 'confirmed', 'disputed']);
  });
});

test('right to left: time runs to the left, and arrows go where they point', async () => {
  const fixture = (await fixtures()).find(({ name }) => /rtl|right-to-left/.test(name));
  assert.ok(fixture, 'a right-to-left fixture');
  await onLivingPage(await fixturePage(fixture), WIDE, async (page) => {
    const [ids, x] = [await order(page), await places(page)];
    assert.ok(ids.length > 2);
    assert.deepEqual(x, [...x].sort((a, b) => b - a), 'from right to left');
    await page.locator('news-explainer .mark[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await untilFocused(page, ids[0]);
    await page.keyboard.press('ArrowLeft');
    await untilFocused(page, ids[1]);
    await page.keyboard.press('ArrowRight');
    await untilFocused(page, ids[0]);
  });
});

for (const nothing of ['no-timeline', 'minimal']) {
  test(`the fixture ${nothing} comes to life too`, async () => {
    const fixture = (await fixtures()).find(({ name }) => name === nothing);
    assert.ok(fixture, `the fixture ${nothing}`);
    await onLivingPage(await fixturePage(fixture), WIDE, async (page) => {
      assert.equal(await page.locator('news-explainer').getAttribute('data-state'), 'interactive');
    });
  });
}

test('one event: the two buttons have nowhere to go, and the mark can be chosen', async () => {
  const fixture = (await fixtures()).find(({ name }) => /one-event/.test(name));
  assert.ok(fixture, 'a fixture with one event');
  await onLivingPage(await fixturePage(fixture), WIDE, async (page) => {
    await untilChosen(page, (await eventIds(page))[0]);
    await frames(page);
    assert.deepEqual([await isOff(page, 'first'), await isOff(page, 'last')], [true, true]);
    assert.equal(await marks(page).count(), 1);
    await marks(page).first().locator('.explainer-target').click();
    await untilTold(page, 1);
  });
});

for (const [name, take] of Object.entries({
  'CSS.highlights': () => delete CSS.highlights,
  Highlight: () => delete window.Highlight,
})) {
  test(`a browser without ${name} finds all the same, and throws nothing`, async () => {
    await onLivingPage('/', { ...WIDE, before: (page) => page.addInitScript(take) }, async (page) => {
      assert.equal(await page.evaluate(() => 'highlights' in CSS && 'Highlight' in window), false);
      await page.locator('news-explainer input[type="search"]').fill('treaty');
      await until(page, () => document.querySelectorAll('.explainer-event[hidden]').length > 0);
      await page.locator('news-explainer input[type="search"]').fill('');
      await until(page, () => document.querySelectorAll('.explainer-event[hidden]').length === 0);
      assert.equal(await page.locator('news-explainer').getAttribute('data-state'), 'interactive');
    });
  });
}
