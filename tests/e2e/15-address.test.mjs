// Addresses: of events and of windows; back and forward; the copied link; what is no address of ours; two on one page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOT_LOADED, chosen, comeNear, explainer, frames, inState, onLivingPage, onPage, plainPage, put, until, untilChosen } from './support.mjs';
import {
  NARROW, SIZES, WIDE, command, dayOf, drawn, entry, file, focus, harbour, isWhole, marks, moreTools, search, selected, showAxis, step, tool, untilMoved,
  untilTold, view, windowText,
} from './explore.mjs';

const DOC = 'north-korea-russia';
const at = (id, rest = '') => `/#${DOC}--${id}${rest}`;
const link = (page, id) => page.locator(`.explainer-article a[href$="--${id}"]`).first();
const copy = (page) => page.locator('news-explainer .steps .copy');
const status = (page) => page.locator('news-explainer [role="status"]').textContent();
/** The event that the document begins with. */
const start = (page) => page.evaluate(() => document.querySelector('.explainer-event[data-start]').dataset.id);
const top = (page) => page.evaluate(() => scrollY);

/** Comes alive without a scroll of ours. */
const alive = async (page) => {
  await inState(page, 'interactive');
  await frames(page);
};

/** The top of an event can be seen, below whatever sticks to the top, and nothing lies over its title. */
async function assertInSight(page, id, element = 0) {
  const place = await page.evaluate(([id, element]) => {
    const host = document.querySelectorAll('news-explainer')[element];
    const title = host.querySelector(`.explainer-event[data-id="${id}"] .explainer-event-title`);
    const { left, top, bottom, height } = title.getBoundingClientRect();
    const hit = document.elementFromPoint(left + 3, top + height / 2);
    return { top, bottom, height: innerHeight, isSeen: hit !== null && (title.contains(hit) || hit.contains(title)) && hit !== host };
  }, [id, element]);
  assert.ok(place.top >= 0 && place.bottom <= place.height && place.isSeen, `${id}: ${JSON.stringify(place)}`);
}

// ── Loaded with an event ─────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  for (const id of ['soviet-forces-enter-korea', 'treaty-1961', 'moscow-pyongyang-replies']) {
    test(`${name}: a page loaded with the address of ${id} shows it, chosen and focused`, async () => {
      await onPage(at(id), size, async (page) => {
        await alive(page);
        await untilChosen(page, id);
        assert.deepEqual([(await focus(page)).id, (await focus(page)).name], [id, 'li'], 'it has the focus');
        assert.equal((await drawn(page)).filter(({ isCurrent }) => isCurrent).length, 1);
        await assertInSight(page, id);
        assert.deepEqual(await selected(page), [], 'the reader has chosen nothing on this page yet');
        assert.equal(await page.evaluate(() => history.length), 2, 'about:blank and the page');
      });
    });
  }

  test(`${name}: a page loaded with an event and a window shows both`, async () => {
    await onPage(at('treaty-1961', ';from=1950-01-01;to=1961-12-31'), size, async (page) => {
      await alive(page);
      await untilChosen(page, 'treaty-1961');
      await assertInSight(page, 'treaty-1961');
      const window = await view(page);
      const within = 1.5 / window.perDay;
      assert.ok(Math.abs(window.from - dayOf('1950-01-01')) < within, `from ${window.from}`);
      assert.ok(Math.abs(window.to - dayOf('1962-01-01')) < within, `to ${window.to}`);
    });
  });

  test(`${name}: a page loaded with a window alone shows it beside the event that the document begins with`, async () => {
    await onPage(`/#${DOC};from=1984-01-01;to=1999-12-31`, size, async (page) => {
      await comeNear(page);
      await alive(page);
      const window = await view(page);
      assert.ok(Math.abs(window.from - dayOf('1984-01-01')) < 1.5 / window.perDay, `from ${window.from}`);
      assert.ok(Math.abs(window.to - dayOf('2000-01-01')) < 1.5 / window.perDay, `to ${window.to}`);
      assert.equal(await chosen(page), await start(page));
    });
  });

  test(`${name}: an address with a window that is followed on the living page opens it`, async () => {
    await onLivingPage('/', size, async (page) => {
      const before = await windowText(page);
      await page.evaluate((hash) => (location.hash = hash), at('treaty-1961', ';from=1950-01-01;to=1961-12-31').slice(2));
      await untilChosen(page, 'treaty-1961');
      await untilMoved(page, before);
      const window = await view(page);
      assert.ok(Math.abs(window.from - dayOf('1950-01-01')) < 1.5 / window.perDay, `from ${window.from}`);
      await assertInSight(page, 'treaty-1961');
    });
  });
}

test('an address to somewhere else on the page is left to the browser', async () => {
  await onPage(`/#${DOC}`, NARROW, async (page) => {
    await comeNear(page);
    await alive(page);
    assert.equal(await chosen(page), await start(page));
    assert.equal((await focus(page)).name, 'body');
  });
});

// ── Links, back and forward ──────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: a link in the article makes one entry; back leads to where the reader was, forward to the event`, async () => {
    await onLivingPage('/', size, async (page) => {
      const length = () => page.evaluate(() => history.length);
      const before = await length();
      await link(page, 'korean-war').evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await frames(page);
      const from = await top(page);
      await link(page, 'korean-war').click();
      await untilChosen(page, 'korean-war');
      await frames(page);
      assert.equal(await length(), before + 1);
      assert.match(page.url(), /#north-korea-russia--korean-war$/);
      await assertInSight(page, 'korean-war');
      const there = await top(page);
      assert.ok(Math.abs(there - from) > 200, 'the event is elsewhere');
      assert.deepEqual(await selected(page), ['korean-war'], 'told once');
      assert.equal((await drawn(page)).filter(({ isCurrent }) => isCurrent).length, 1);

      await page.goBack();
      await until(page, (from) => Math.abs(scrollY - from) < 3, from, 'back where the reader was');
      await frames(page, 6);
      assert.ok(Math.abs((await top(page)) - from) < 3, 'and stays there');
      assert.doesNotMatch(page.url(), /#/);
      assert.equal(await link(page, 'korean-war').evaluate((link) => link === document.activeElement), true, 'the focus is on the link that was followed');

      await page.goForward();
      await until(page, (there) => Math.abs(scrollY - there) < 3, there, 'forward at the event');
      await frames(page, 6);
      await untilChosen(page, 'korean-war');
      await assertInSight(page, 'korean-war');
      assert.equal(await length(), before + 1);
    });
  });

  test(`${name}: back through two links leads to the first one’s event`, async () => {
    await onLivingPage('/', size, async (page) => {
      await link(page, 'korean-war').click();
      await untilChosen(page, 'korean-war');
      await frames(page);
      await link(page, 'treaty-1961').click();
      await untilChosen(page, 'treaty-1961');
      await page.goBack();
      await untilChosen(page, 'korean-war');
      assert.match(page.url(), /--korean-war$/);
      assert.equal((await drawn(page)).filter(({ isCurrent }) => isCurrent).length, 1);
      await page.goForward();
      await untilChosen(page, 'treaty-1961');
    });
  });

  test(`${name}: the same link, followed again after the reader went on, leads to its event again`, async () => {
    await onLivingPage('/', size, async (page) => {
      await link(page, 'korean-war').click();
      await untilChosen(page, 'korean-war');
      await frames(page);
      await step(page, 'next').click();
      await until(page, () => document.querySelector('.explainer-event[aria-current]')?.dataset.id !== 'korean-war');
      await link(page, 'korean-war').click();
      await untilChosen(page, 'korean-war');
      await frames(page, 6);
      await assertInSight(page, 'korean-war');
    });
  });

  test(`${name}: zoomed in elsewhere, a link brings its event into the window`, async () => {
    await onPage(`/#${DOC};from=1984-01-01;to=1999-12-31`, size, async (page) => {
      await comeNear(page);
      await alive(page);
      await link(page, 'korean-war').click();
      await untilChosen(page, 'korean-war');
      await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('.mark[aria-current]') !== null, undefined, 'its mark is on the axis');
    });
  });

  test(`${name}: zoomed in, next and previous bring their events into the window`, async () => {
    await onPage(at('treaty-1961', ';from=1960-01-01;to=1963-12-31'), size, async (page) => {
      await alive(page);
      for (const [which, id] of [['next', 'yongbyon-research-reactor'], ['next', 'kosygin-in-pyongyang'], ['previous', 'yongbyon-research-reactor']]) {
        await step(page, which).click();
        await untilChosen(page, id);
        await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('.mark[aria-current]') !== null, undefined, `the mark of ${id} is on the axis`);
      }
    });
  });

  test(`${name}: choosing on the axis and by the buttons replaces the entry and keeps what the page has in it`, async () => {
    await onLivingPage('/', size, async (page) => {
      await page.evaluate(() => history.replaceState({ host: [1, 'two'] }, ''));
      const length = await page.evaluate(() => history.length);
      await showAxis(page);
      const { id } = (await drawn(page)).findLast(({ count }) => count === 1);
      await page.locator(`news-explainer .mark[data-id="${id}"] .explainer-target`).click();
      await untilChosen(page, id);
      assert.equal(await page.evaluate(() => location.hash), `#${DOC}--${id}`);
      await step(page, 'previous').click();
      await untilTold(page, 2);
      const now = await chosen(page);
      assert.equal(await page.evaluate(() => location.hash), `#${DOC}--${now}`);
      await page.locator('news-explainer .mark[tabindex="0"]').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await untilTold(page, 3);
      assert.deepEqual(await page.evaluate(() => [history.length, history.state]), [length, { host: [1, 'two'] }]);
      await page.reload();
      await alive(page);
      await untilChosen(page, (await page.evaluate(() => location.hash)).split('--')[1]);
    });
  });
}

test('a link that is opened in a new tab, or that somebody else has dealt with, chooses nothing here', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const before = await chosen(page);
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link(page, 'korean-war').click({ modifiers: ['Control'] })]);
    await opened.close();
    await frames(page);
    assert.equal(await chosen(page), before);
    assert.deepEqual(await selected(page), []);
    await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault(), { capture: true }));
    await link(page, 'korean-war').click();
    await frames(page);
    assert.equal(await chosen(page), before);
  });
});

// ── The copied link ──────────────────────────────────────────────────────────────────────────────────────────────────

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

test('copy link gives the event’s address, and with a window also that; opened, it shows the same', async () => {
  let windowed;
  await onLivingPage('/', { ...WIDE, ...clipboard }, async (page) => {
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await page.evaluate((hash) => (location.hash = hash), `${DOC}--treaty-1961`);
    await untilChosen(page, 'treaty-1961');
    await copy(page).click();
    await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]').textContent === 'Link copied');
    assert.equal(await read(), page.url());
    for (let turn = 0; turn < 3; turn += 1) await tool(page, 'zoom in').click();
    await frames(page);
    await copy(page).click();
    await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]').textContent === 'Link copied');
    const address = await read();
    assert.match(address, /#north-korea-russia--treaty-1961;from=\d{4}-\d\d-\d\d;to=\d{4}-\d\d-\d\d$/);
    const window = await view(page);
    const [, from, to] = /from=(.*);to=(.*)$/.exec(address);
    assert.ok(Math.abs(dayOf(from) - window.from) <= 1 + 0.5 / window.perDay && Math.abs(dayOf(to) + 1 - window.to) <= 1 + 0.5 / window.perDay, address);
    windowed = { address, from: window.from, to: window.to };
    assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.className), 'copy', 'the focus stays');
  });
  await onPage(new URL(windowed.address).pathname + new URL(windowed.address).hash, WIDE, async (page) => {
    await alive(page);
    await untilChosen(page, 'treaty-1961');
    const window = await view(page);
    assert.ok(Math.abs(window.from - windowed.from) < 1.5 && Math.abs(window.to - windowed.to) < 1.5, JSON.stringify([windowed, window]));
  });
});

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: copy link keeps filters, search and even spacing; opened or followed, it shows the same`, async () => {
    let address;
    const look = async (page) => ({
      chosen: await chosen(page),
      shown: await page.evaluate(() => [...document.querySelectorAll('.explainer-event:not([hidden])')].map(({ dataset }) => dataset.id)),
      pressed: await page.locator('news-explainer .filters [aria-pressed="true"]').allTextContents(),
      text: await search(page).inputValue(),
      isEven: await tool(page, 'even spacing').getAttribute('aria-pressed'),
      marks: (await drawn(page)).map(({ id, count }) => `${id} ${count}`),
      marked: await page.evaluate(() => [...(CSS.highlights.get('news-explainer') ?? [])].map(String)),
    });
    let before;
    await onLivingPage('/', { ...size, ...clipboard }, async (page) => {
      await entry(page, 'Military').click();
      await entry(page, 'Alleged').click();
      await moreTools(page);
      await search(page).fill('Arms');
      await tool(page, 'even spacing').click();
      // The window is told once it rests, and takes the place of what was told before.
      await until(page, () => /events: \d+$/.test(document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]').textContent));
      await copy(page).click();
      await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]').textContent === 'Link copied');
      address = await page.evaluate(() => navigator.clipboard.readText());
      before = await look(page);
      assert.ok(before.shown.length > 0 && before.shown.includes(before.chosen) && before.marked.length > 0, JSON.stringify(before));
      assert.deepEqual([before.pressed.length, before.text, before.isEven], [2, 'Arms', 'true']);
    });
    const { hash } = new URL(address);
    assert.equal(hash, `#${DOC}--${before.chosen};even;only=c1,alleged;find=Arms`);
    await onPage(`/${hash}`, size, async (page) => {
      await alive(page);
      await untilChosen(page, before.chosen);
      assert.deepEqual(await look(page), before, 'opened');
    });
    await onLivingPage('/', size, async (page) => {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await untilChosen(page, before.chosen);
      await frames(page);
      assert.deepEqual(await look(page), before, 'followed');
    });
  });

  test(`${name}: a copied link pairs no event with a window that does not hold it`, async () => {
    await onLivingPage(at('treaty-1961'), { ...size, ...clipboard }, async (page) => {
      await untilChosen(page, 'treaty-1961');
      await page.locator('news-explainer .era').last().click();
      await frames(page);
      assert.equal((await drawn(page)).some(({ isCurrent }) => isCurrent), false, 'the chosen event is outside of the window');
      await copy(page).click();
      await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]').textContent === 'Link copied');
      const { hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
      assert.equal(hash, `#${DOC}--treaty-1961`);
    });
  });
}

for (const [what, before] of Object.entries({
  missing: (page) => page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
  refused: (page) => page.addInitScript(() => (navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')))),
})) {
  test(`where the clipboard is ${what} the address itself is shown`, async () => {
    await onLivingPage(at('treaty-1961'), { ...NARROW, before }, async (page) => {
      await untilChosen(page, 'treaty-1961');
      await copy(page).click();
      await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]').textContent !== '');
      assert.equal(await status(page), `Copy this address: ${page.url()}`);
      const box = await page.locator('news-explainer [role="status"]').boundingBox();
      assert.ok(box.width > 100 && box.x >= 0 && box.x + box.width <= NARROW.width, 'for all to see');
    });
  });
}

// ── What is no address of ours ───────────────────────────────────────────────────────────────────────────────────────

const GARBAGE = [
  '%E0%A4%A', '"]', `${DOC}--`, `${DOC}--nothing`, `${DOC}--nothing;from=1950-01-01;to=1951-01-01x`, `${DOC};`, `${DOC};from=`, `${DOC};from=1950-01-01`,
  `${DOC};till=1950-01-01;from=1940-01-01`, `${DOC};from=1950-13-99;to=1951-01-01`, `${DOC};from=NaN-01-01;to=1951-01-01`, `${DOC};from=1961-12-31;to=1950-01-01`,
  `${DOC};from=99999999999999999999-01-01;to=99999999999999999999-01-02`, `${DOC}-2--treaty-1961`, 'treaty-1961', `${DOC}--treaty-1961--treaty-1961`, ';;;;', `--treaty-1961`,
];

test('fragments that say nothing we know do no harm, on load and on a living page', async () => {
  // Each is tried on a living page; on load, which takes longer, some of every kind.
  for (const hash of GARBAGE.filter((_, index) => index % 4 === 0)) {
    await onPage(`/#${hash}`, WIDE, async (page) => {
      await comeNear(page);
      await alive(page);
      assert.equal(await isWhole(page), true, `${hash}: the whole span`);
      assert.equal(await chosen(page), await start(page), hash);
      assert.ok((await marks(page).count()) > 5, hash);
    });
  }
  await onLivingPage('/', WIDE, async (page) => {
    const [text, begin] = [await windowText(page), await start(page)];
    for (const hash of GARBAGE) {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await frames(page, 2);
      assert.deepEqual([await chosen(page), await windowText(page)], [begin, text], hash);
    }
    assert.deepEqual(await selected(page), []);
  });
});

test('windows beyond the span or shorter than a day are brought inside', async () => {
  for (const [window, isIn] of [
    ['from=-5000-01-01;to=9000-01-01', (from, to) => from < dayOf('1945-01-01') && to > dayOf('2023-12-31')],
    ['from=-999999999999-01-01;to=1960-12-31', (from, to) => from > dayOf('1930-01-01') && to < dayOf('2030-01-01')],
    ['from=2020-01-01;to=9999-12-31', (from, to) => from > dayOf('1940-01-01') && to < dayOf('2030-01-01')],
    ['to=1961-12-31;from=1950-01-01', (from, to) => Math.abs(from - dayOf('1950-01-01')) < 9 && Math.abs(to - dayOf('1962-01-01')) < 9],
    ['from=2023-02-30;to=2023-06-31', (from, to) => from > dayOf('2023-02-01') && to < dayOf('2023-08-01')],
  ]) {
    await onPage(`/#${DOC};${window}`, WIDE, async (page) => {
      await comeNear(page);
      await alive(page);
      const { from, to } = await view(page);
      assert.ok(isIn(from, to) && to - from >= 1, `${window}: ${from} to ${to}`);
    });
  }
});

// ── Two on one page ──────────────────────────────────────────────────────────────────────────────────────────────────

test('two explainers on one page: each has its own addresses, choices, windows and filters', async () => {
  const place = await file('harbour-twice.json', JSON.stringify(harbour));
  const both = [await explainer('print', place), await command('print', place, '--copy', '2')].join('<p>Between the two.</p>');
  const address = put('/two.html', plainPage(both, { title: 'Two of them' }));
  const state = (page) => page.evaluate(() => [...document.querySelectorAll('news-explainer')].map((host) => ({
    prefix: host.querySelector('.explainer-head').id,
    chosen: host.querySelector('.explainer-event[aria-current]')?.dataset.id,
    pane: host.shadowRoot.querySelector('.pane').getAttribute('width'),
    shown: [...host.shadowRoot.querySelectorAll('.mark')].reduce((sum, { dataset }) => sum + Number(dataset.count), 0),
    hidden: host.querySelectorAll('.explainer-event[hidden]').length,
    marked: [...(CSS.highlights.get('news-explainer') ?? [])].filter((range) => host.contains(range.startContainer)).length,
  })));
  await onPage(`${address}#harbour-2--opening`, WIDE, async (page) => {
    await page.evaluate(() => document.querySelectorAll('news-explainer').forEach((each) => each.setAttribute('loading', 'eager')));
    await comeNear(page);
    await comeNear(page, 1);
    await alive(page);
    const [first, second] = await state(page);
    assert.deepEqual([first.prefix, second.prefix], ['harbour', 'harbour-2']);
    assert.deepEqual([first.chosen, second.chosen], ['start', 'opening'], 'the address is the second one’s');

    await page.evaluate(() => (location.hash = 'harbour--survey'));
    await until(page, () => document.querySelector('.explainer-event[aria-current]').dataset.id === 'survey');
    assert.deepEqual((await state(page))[1], second, 'the second one is as it was');

    const own = (index) => page.locator('news-explainer').nth(index);
    const now = (await state(page))[0];
    await own(1).locator('.zoom button').nth(1).click();
    await own(1).locator('.filters button').first().click();
    await own(1).locator('input').fill('treaty');
    await frames(page);
    assert.deepEqual((await state(page))[0], now, 'the first one is as it was');
    const changed = (await state(page))[1];
    assert.ok(changed.pane !== second.pane && changed.hidden === 8 && changed.marked === 3, JSON.stringify(changed));

    await own(0).locator('input').fill('treaty');
    await frames(page);
    assert.deepEqual((await state(page)).map(({ marked }) => marked), [3, 3]);
    await own(1).locator('button.clear').click();
    await frames(page);
    assert.deepEqual((await state(page)).map(({ marked }) => marked), [3, 0]);
    assert.equal(await page.evaluate(() => new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)).size === document.querySelectorAll('[id]').length), true, 'ids are unique');
  });
});

test('a page that may not change its history chooses all the same', async () => {
  const before = (page) => page.addInitScript(() => {
    history.replaceState = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await onLivingPage('/', { ...WIDE, before, allow: [NOT_LOADED] }, async (page) => {
    await step(page, 'next').click();
    await untilTold(page, 1);
    await untilChosen(page, 'moscow-pyongyang-replies');
  });
});
