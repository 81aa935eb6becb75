// The living timeline by pointer and by keys.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WASM, chosen, eventIds, events, fixtures, fixturePage, frames, hold, inState, onLivingPage, onPage, prefix, until, untilChosen } from './support.mjs';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

const marks = (page) => page.locator('news-explainer .mark');
const step = (page, which) => page.locator('news-explainer .toolbar button')[which]();
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
  test(`${name}: clicks on marks reach every event; a cluster goes through its own`, async () => {
    await onLivingPage('/', size, async (page) => {
      const all = await eventIds(page);
      const count = await marks(page).count();
      const reached = [];
      let clusters = 0;
      for (let index = 0; index < count; index += 1) {
        const mark = marks(page).nth(index);
        const isCluster = (await mark.getAttribute('part')) === 'cluster';
        const members = isCluster ? Number(await mark.locator('.explainer-cluster text').textContent()) : 1;
        clusters += Number(isCluster);
        const first = await mark.getAttribute('data-id');
        for (let click = 0; click < members; click += 1) {
          await mark.locator('.explainer-target').click();
          await untilTold(page, reached.length + 1);
          const id = (await selected(page)).at(-1);
          await untilChosen(page, id);
          if (isCluster || members === 1) assert.ok(click > 0 || id === first || reached.includes(first), `${id} first of ${first}`);
          await until(page, (index) => document.querySelector('news-explainer').shadowRoot.querySelectorAll('.mark')[index].hasAttribute('aria-current'), index);
          assert.equal(await page.locator('news-explainer .mark[aria-current]').count(), 1);
          if (size === WIDE) assert.deepEqual(await visibleEvents(page), [id]);
          reached.push(id);
        }
      }
      assert.ok(clusters > 0 || size === WIDE, 'the document has clusters at this width');
      assert.deepEqual([...new Set(reached)].sort(), [...all].sort());
      assert.equal(reached.length, all.length, 'no event was chosen twice');
    });
  });

  test(`${name}: next and previous go through all events in order and stop at the ends`, async () => {
    await onLivingPage('/', size, async (page) => {
      const all = await eventIds(page);
      // From the first: by the mark that holds it.
      await marks(page).first().focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await untilTold(page, 1);
      for (let turn = 0; (await chosen(page)) !== all[0] && turn < all.length; turn += 1) {
        await step(page, 'first').click();
        await frames(page);
      }
      await untilChosen(page, all[0]);
      assert.equal(await isOff(page, 'first'), true);

      for (const id of all.slice(1)) {
        await step(page, 'last').click();
        await untilChosen(page, id);
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

  test(`${name}: the toolbar says where the reader is`, async () => {
    await onLivingPage('/', size, async (page) => {
      const all = await eventIds(page);
      const id = all[4];
      await page.evaluate((hash) => (location.hash = hash), `${await prefix(page)}--${id}`);
      await untilChosen(page, id);
      const status = page.locator('news-explainer .toolbar [role="status"]');
      await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]').textContent.includes('5'));
      const said = await status.textContent();
      assert.ok(said.includes(String(all.length)), said);
      assert.ok(said.includes(await page.locator('.explainer-event[aria-current] .explainer-event-title').textContent()), said);
    });
  });

  test(`${name}: a link in the article chooses its event, once`, async () => {
    await onLivingPage('/', size, async (page) => {
      const link = page.locator('.explainer-article a[href*="--blinken-in-seoul"]').first();
      await link.click();
      await untilChosen(page, 'blinken-in-seoul');
      await frames(page, 6);
      assert.deepEqual(await selected(page), ['blinken-in-seoul']);
      const current = page.locator('news-explainer .mark[aria-current]');
      assert.equal(await current.count(), 1);
      assert.match(page.url(), /--blinken-in-seoul$/);
      await assertInSight(page, 'blinken-in-seoul');
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

/** The top of an event can be seen, below whatever sticks to the top. */
async function assertInSight(page, id) {
  const { top, cover, height, behind } = await page.evaluate((id) => {
    const event = document.querySelector(`.explainer-event[data-id="${id}"]`);
    const title = event.querySelector('.explainer-event-title').getBoundingClientRect();
    const guide = document.querySelector('news-explainer').shadowRoot.querySelector('.guide');
    const sticky = getComputedStyle(guide).position === 'sticky';
    const hit = document.elementFromPoint(title.left + 3, title.top + title.height / 2);
    return { top: event.getBoundingClientRect().top, cover: sticky ? guide.getBoundingClientRect().bottom : 0, height: innerHeight, behind: !event.contains(hit) };
  }, id);
  assert.ok(top >= cover - 1, `the event begins at ${top}, under the guide that ends at ${cover}`);
  assert.ok(top < height - 40, `the event begins at ${top} of ${height}`);
  assert.equal(behind, false, 'something lies over the event’s title');
}

// ── Narrow: a list ───────────────────────────────────────────────────────────────────────────────────────────────────

test('narrow: all events are in the list and none is chosen at first', async () => {
  await onLivingPage('/', NARROW, async (page) => {
    assert.deepEqual(await visibleEvents(page), await eventIds(page));
    assert.equal(await chosen(page), null);
  });
});

test('narrow: what is chosen comes into sight below the guide', async () => {
  await onLivingPage('/', NARROW, async (page) => {
    await page.locator('news-explainer .guide').evaluate((guide) => guide.scrollIntoView());
    for (const index of [3, 1, 6]) {
      await marks(page).nth(index).locator('.explainer-target').click();
      await frames(page);
      await assertInSight(page, await chosen(page));
    }
    await step(page, 'last').click();
    await frames(page);
    await assertInSight(page, await chosen(page));
  });
});

test('from narrow to wide and back, the chosen event stays', async () => {
  await onLivingPage('/', NARROW, async (page) => {
    await marks(page).nth(2).locator('.explainer-target').click();
    await frames(page);
    const id = await chosen(page);
    await page.setViewportSize(WIDE);
    await until(page, () => [...document.querySelectorAll('.explainer-event')].filter((event) => event.checkVisibility()).length === 1);
    await frames(page);
    assert.deepEqual(await visibleEvents(page), [id]);
    const width = () => {
      const axis = document.querySelector('news-explainer').shadowRoot.querySelector('.axis').getBoundingClientRect();
      const still = document.querySelector('.explainer-picture').getBoundingClientRect();
      return Math.abs(axis.height - still.height) < 1 && Math.abs(axis.width - still.width) < 1;
    };
    await until(page, width, undefined, 'the axis has the size of the picture');
    await page.setViewportSize(NARROW);
    await until(page, () => [...document.querySelectorAll('.explainer-event')].every((event) => event.checkVisibility()));
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
      assert.equal(await page.locator('news-explainer .mark[tabindex="0"]').count(), 1);
      await page.locator('news-explainer .mark[tabindex="0"]').focus();
      const keys = [
        ['Home', 0], ['ArrowRight', 1], ['ArrowDown', 2], ['ArrowLeft', 1], ['ArrowUp', 0], ['ArrowLeft', 0],
        ['End', ids.length - 1], ['ArrowRight', ids.length - 1], ['ArrowUp', ids.length - 2],
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
      const ids = await order(page);
      await page.locator('news-explainer .mark[tabindex="0"]').focus();
      for (const [count, key] of [[1, 'Enter'], [2, ' ']]) {
        await page.keyboard.press('Home');
        await untilFocused(page, ids[0]);
        for (let turn = 0; turn < count; turn += 1) await page.keyboard.press('ArrowRight');
        await untilFocused(page, ids[count]);
        const top = await page.evaluate(() => scrollY);
        await page.keyboard.press(key);
        await untilTold(page, count);
        await frames(page);
        assert.equal((await selected(page)).at(-1), await chosen(page));
        assert.equal(await focused(page), ids[count], 'the focus stays on the mark');
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
        for (const key of ['ArrowRight', 'End', 'Enter', ' ']) await page.keyboard.press(`${modifier}+${key}`);
      }
      for (const key of ['a', 'z', '1', '/', '?', 'Escape', 'PageDown', 'F6']) await page.keyboard.press(key);
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

test('names: each mark says when and what, a cluster how many', async () => {
  await onLivingPage('/', NARROW, async (page) => {
    for (const mark of await marks(page).all()) {
      const [name, id] = [await mark.getAttribute('aria-label'), await mark.getAttribute('data-id')];
      const event = page.locator(`.explainer-event[data-id="${id}"]`);
      if ((await mark.getAttribute('part')) === 'cluster') {
        assert.match(name, new RegExp(`^${await mark.locator('.explainer-cluster text').textContent()}\\b`));
      } else {
        assert.ok(name.includes(await event.locator('.explainer-event-title').textContent()), name);
        assert.ok(name.includes(await event.locator('.explainer-date').textContent()), name);
      }
    }
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
