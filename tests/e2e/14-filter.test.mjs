// Narrowing down: by category, status, era and text; what is said, what follows, what is marked, and the way back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authored, chosen, comeNear, frames, onLivingPage, onPage, prefix, squeeze, until, untilChosen } from './support.mjs';
import {
  NARROW, SIZES, WIDE, axisBox, clear, drawn, entry, eras, filtered, focus, harbour, isWhole, marks, moreTools, onOpenList, overview, pageOf, pane, search,
  seen, step, timeline, told, tool, total, view, windowText,
} from './explore.mjs';

const { timeline: written } = await authored();
const ids = (wanted) => written.events.filter(wanted).map(({ id }) => id);
const isIn = (era) => ({ date }) => {
  const [from, to] = written.eras.find(({ id }) => id === era).period.split('/');
  return date.slice(0, 4) >= from && date.slice(0, 4) <= to;
};

/** Types a text into the search field as one change. */
async function find(page, text) {
  await moreTools(page);
  await search(page).fill(text);
  await frames(page);
}

/** The open list, the axis and the overview show exactly these events. */
async function assertShown(page, expected, what) {
  assert.deepEqual(await seen(page), expected, `${what}: the list`);
  assert.equal(total(await drawn(page)), expected.length, `${what}: the axis`);
  assert.equal(await bars(page) > 0, expected.length > 0, `${what}: the overview`);
}

/** How many bars the overview has. */
const bars = (page) => page.evaluate(() => document.querySelector('news-explainer').shadowRoot.querySelector('.density').getAttribute('d').split('M').length - 1);

/** The titles of eras that can be seen in the list. */
const headings = (page) => page.evaluate(() => [...document.querySelectorAll('.explainer-era-title')].filter((each) => each.checkVisibility()).length);

// ── What filters ─────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: each category and each status alone: the list, the axis, the overview, the number and the event follow`, async () => {
    await onOpenList('/', size, async (page) => {
      const all = ids(() => true);
      const wholeBars = await bars(page);
      let turns = 0;
      for (const [label, wanted] of [
        ...written.categories.map(({ id, label }) => [label, ({ category }) => category === id]),
        ...['confirmed', 'alleged', 'disputed'].map((status) => [status[0].toUpperCase() + status.slice(1), (event) => (event.status ?? 'confirmed') === status]),
      ]) {
        const expected = ids(wanted);
        const button = entry(page, label);
        assert.match(squeeze(await button.textContent()), new RegExp(`^${label} ${expected.length}$`), 'the legend says how many');
        assert.equal(await button.getAttribute('aria-pressed'), 'false');
        // What says nothing has no room on a telephone.
        if (size === NARROW && label === 'Confirmed') {
          assert.equal(await button.isVisible(), false);
          continue;
        }
        const said = await told(page, () => button.click());
        assert.equal(await button.getAttribute('aria-pressed'), 'true');
        await assertShown(page, expected, label);
        assert.ok((await bars(page)) < wholeBars, 'the overview shows fewer');
        assert.deepEqual(said, [`${expected.length} of ${all.length} events`]);
        assert.match(await page.locator('news-explainer .seen').textContent(), new RegExp(`^${expected.length} of ${all.length} events`), 'for all to see');
        assert.deepEqual((await filtered(page)).at(-1), { shown: expected.length, total: all.length });
        const eras_ = new Set(expected.map((id) => written.eras.findIndex(({ id: era }) => isIn(era)(written.events.find((event) => event.id === id)))));
        assert.equal(await headings(page), eras_.size, 'eras without an event are not headed');
        await button.click();
        await frames(page);
        turns += 2;
        await assertShown(page, all, `${label} off`);
        assert.equal((await filtered(page)).length, turns, 'one event for each change');
      }
      assert.equal(turns, size === NARROW ? 12 : 14);
    });
  });
}

test('several categories add up, statuses and text narrow further', async () => {
  await onOpenList('/', NARROW, async (page) => {
    await entry(page, 'Military').click();
    await entry(page, 'Economy').click();
    await frames(page);
    await assertShown(page, ids(({ category }) => ['military', 'economy'].includes(category)), 'two categories');
    await entry(page, 'Alleged').click();
    await frames(page);
    await assertShown(page, ids(({ category, status }) => ['military', 'economy'].includes(category) && status === 'alleged'), 'and a status');
    await find(page, 'containers');
    const left = await seen(page);
    assert.ok(left.includes('white-house-containers') && left.length < 3, `${left}`);
    await clear(page).click();
    await frames(page);
    await assertShown(page, ids(() => true), 'all');
    assert.equal(await search(page).inputValue(), '');
    assert.equal(await page.locator('news-explainer .filters [aria-pressed="true"]').count(), 0);
  });
});

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: an era shows its time and filters nothing; once more, the whole span`, async () => {
    await onOpenList('/', size, async (page) => {
      const whole = await windowText(page);
      const all = ids(() => true);
      const { eras: times } = await timeline(page);
      assert.equal(await eras(page).count(), written.eras.length);
      for (const [index, { id, label }] of written.eras.entries()) {
        const button = page.locator(`news-explainer .era[data-era="${index}"]`);
        assert.equal(await button.getAttribute('aria-label'), label);
        const said = await told(page, () => button.click());
        const [{ from, to, perDay }, [start, end]] = [await view(page), times[index].bounds];
        // The whole span has no more around it than its own margin.
        assert.ok(from < start + 1 / perDay && to > end - 1 / perDay, `${label}: ${from} to ${to} around ${start} to ${end}`);
        assert.ok((to - from) / (end + 1 - start) < 1.1, `${label}: no more than a little around it`);
        assert.equal(said.length, 1);
        assert.match(said[0], /^.*\d{4} to .*\d{4}, events: \d+$/);
        assert.ok(Number(/\d+$/.exec(said[0])[0]) >= ids(isIn(id)).length, said[0]);
        assert.ok(total(await drawn(page)) >= ids(isIn(id)).length, `${label}: all of them are in the window`);
        assert.deepEqual(await seen(page), all, 'the list is as it was');
        assert.equal(await isWhole(page), false, 'the axis goes there');
        await button.click();
        await frames(page);
        assert.equal(await isWhole(page), true, 'once more leads back');
        assert.equal(await windowText(page), whole);
      }
      // By keys, and twice in a hurry is twice, and no zoom on top of it.
      for (const key of ['Enter', ' ']) {
        const button = page.locator('news-explainer .era[data-era="1"]');
        await button.focus();
        await page.keyboard.press(key);
        await frames(page);
        assert.equal(await isWhole(page), false, `“${key}” goes there`);
        assert.equal((await focus(page)).class, 'era', 'the focus stays');
        await page.keyboard.press(key);
        await frames(page);
        assert.equal(await windowText(page), whole, `“${key}” leads back`);
      }
      await page.locator('news-explainer .era[data-era="1"]').dblclick();
      await frames(page);
      assert.equal(await windowText(page), whole);
      assert.deepEqual(await filtered(page), []);
    });
  });
}

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: a text is found in titles and bodies, whatever its case, accents and Unicode forms`, async () => {
    await onLivingPage(await pageOf(harbour), size, async (page) => {
      await page.evaluate(() => (document.querySelector('.explainer-opener').open = true));
      for (const [text, expected] of [
        ['elodie', ['start']], ['ÉLODIE', ['start']], ['E\u0301lodie', ['start']], ['naive', ['start']], ['NAÏVE', ['start']],
        ['café', ['start', 'decomposed']], ['cafe', ['start', 'decomposed']], ['CAFE\u0301', ['start', 'decomposed']],
        ['strasse', ['noon']], ['straße', ['noon']], ['STRASSE', ['noon']], ['l’élysée', ['survey']],
        ['final', ['opening']], ['ﬁnal', ['opening']], ['ｆｉｎａｌ', ['opening']], ['treaty', ['opening']], ['TREATY', ['opening']], ['Treaty', ['opening']],
        ['of the day', ['morning', 'noon', 'evening']], ['  vote  ', ['evening']],
      ]) {
        await find(page, text);
        assert.deepEqual(await seen(page), expected, `“${text}”`);
        assert.equal(total(await drawn(page)), expected.length, `“${text}” on the axis`);
      }
      await find(page, '');
      assert.equal(total(await drawn(page)), harbour.timeline.events.length);
    });
  });
}

test('characters of regular expressions and selectors are only characters', async () => {
  await onLivingPage(await pageOf(harbour), NARROW, async (page) => {
    for (const text of ['.*', '[', '\\', '"]', '(', '$', '%', '<li>', '\u0301']) {
      await find(page, text);
      const expected = harbour.timeline.events.filter(({ title, body }) => text !== '\u0301' && `${title} ${body}`.includes(text)).map(({ id }) => id);
      if (text !== '\u0301') assert.deepEqual(await seen(page), expected, text);
    }
  });
});

// ── What is said ─────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: every action says one thing, in at most 60 characters`, async () => {
    await onLivingPage('/', size, async (page) => {
      const count = written.events.length;
      const some = new RegExp(`^\\d+ of ${count} events$`);
      const all = new RegExp(`^${count} of ${count} events$`);
      const say = async (what, action, pattern) => {
        const said = await told(page, action);
        assert.equal(said.length, 1, `${what}: ${JSON.stringify(said)}`);
        // A title is as long as its author wrote it.
        if (what !== 'a choice') assert.ok(said[0].length <= 60, `${what}: ${said[0].length} characters: ${said[0]}`);
        assert.match(said[0], pattern, what);
      };
      await say('a category', () => entry(page, 'Military').click(), some);
      await say('a status', () => entry(page, 'Disputed').click(), some);
      await say('all of them', () => clear(page).click(), all);
      await moreTools(page);
      await say('a text', () => search(page).fill('treaty'), some);
      await say('a text that is nowhere', () => search(page).fill('zzzz'), /^No event matches\.$/);
      await say('no text', () => search(page).fill(''), all);
      await say('an era', () => eras(page).nth(1).click(), /^\d{4} to \d{4}, events: \d+$/);
      await say('the same era', () => page.locator('news-explainer .era[data-era="1"]').click(), new RegExp(`^\\d{4} to \\d{4}, events: ${count}$`));
      await say('zoom in', () => tool(page, 'zoom in').click(), /^\d{4} to \d{4}, events: \d+$/);
      await say('whole span', () => tool(page, 'whole span').click(), new RegExp(`^\\d{4} to \\d{4}, events: ${count}$`));
      await say('a choice', () => step(page, 'next').click(), new RegExp(`^\\d+ of ${count}: `));
      await page.locator('news-explainer .mark[tabindex="0"]').focus();
      await say('+ on the axis', () => page.keyboard.press('+'), /^\d{4} to \d{4}, events: \d+$/);
      await say('− on the axis', () => page.keyboard.press('-'), /^\d{4} to \d{4}, events: \d+$/);
      // The overview tells its value by itself: nothing more is said.
      await overview(page).focus();
      for (const key of ['+', 'ArrowRight', 'Home', '-', '0']) {
        const said = await told(page, () => page.keyboard.press(key));
        assert.deepEqual(said.filter(Boolean), [], `${key} on the overview`);
      }
    });
  });
}

test('there is one place where things are said', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    assert.equal(await page.locator('news-explainer [role="status"]').count(), 1);
    assert.equal(await page.locator('news-explainer :is([aria-live], [role="alert"], [role="log"])').count(), 0);
  });
});

// ── Nothing left ─────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: an empty result says so and offers the way back, which works and keeps the focus inside`, async () => {
    await onLivingPage('/', size, async (page) => {
      const before = await seen(page);
      await moreTools(page);
      const { y: top } = await page.locator('news-explainer .explainer-events').boundingBox();
      await find(page, 'no such words');
      assert.deepEqual(await seen(page), []);
      assert.equal(await marks(page).count(), 0);
      assert.match(await page.locator('news-explainer .seen').textContent(), /No event matches\./);
      const room = await page.locator('news-explainer .explainer-events').boundingBox();
      const sentence = page.locator('news-explainer .nothing');
      assert.equal(await sentence.textContent(), 'No event matches.', 'in the room of the card, too');
      assert.ok(room.y === top && (await sentence.boundingBox()).y > top, 'it stands where the event was and pushes nothing');
      assert.equal(await clear(page).isVisible(), true);
      const { y, height } = await clear(page).boundingBox();
      assert.ok(height >= 24 && y > 0);
      await clear(page).focus();
      await page.keyboard.press('Enter');
      await frames(page);
      assert.deepEqual(await seen(page), before);
      assert.equal(total(await drawn(page)), written.events.length);
      assert.equal(await search(page).inputValue(), '');
      assert.equal(await clear(page).count(), 0);
      assert.equal((await focus(page)).name, 'input', 'the focus has not been lost');
    });
  });

  test(`${name}: the way back keeps the focus inside also where the search is not shown`, async () => {
    await onLivingPage('/', size, async (page) => {
      await entry(page, 'Economy').click();
      await frames(page);
      await clear(page).focus();
      await page.keyboard.press('Enter');
      await frames(page);
      assert.equal(await clear(page).count(), 0);
      const { name, class: class_ } = await focus(page);
      if (size === NARROW) assert.deepEqual([name, class_], ['button', 'tool opens'], 'where the search is behind');
      else assert.equal(name, 'input');
    });
  });
}

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: Enter in the search goes through what is found, round and round, with Shift backwards; without a text it does nothing`, async () => {
    await onLivingPage('/', size, async (page) => {
      const begin = await chosen(page);
      await moreTools(page);
      await search(page).focus();
      await page.keyboard.press('Enter');
      await frames(page);
      assert.equal(await chosen(page), begin);
      await find(page, 'treaty');
      const found = await page.evaluate(() => [...document.querySelectorAll('.explainer-event:not([hidden])')].map(({ dataset }) => dataset.id));
      assert.ok(found.length > 2 && found.length < written.events.length, `${found}`);
      let at = found.indexOf(await chosen(page));
      assert.ok(at >= 0, 'one of them is shown');
      for (const [key, by] of [...found.map(() => ['Enter', 1]), ...found.map(() => ['Shift+Enter', -1])]) {
        at = (at + by + found.length) % found.length;
        const said = await told(page, () => page.keyboard.press(key));
        assert.equal(await chosen(page), found[at], key);
        assert.deepEqual(said, [`${at + 1} of ${found.length}: ${written.events.find(({ id }) => id === found[at]).title}`]);
        assert.deepEqual([(await focus(page)).name, await search(page).inputValue()], ['input', 'treaty'], 'the reader can go on');
        assert.equal(await page.locator('news-explainer .mark[aria-current]').count(), 1);
      }
    });
  });
}

test('wide: the card is one that the filter leaves, and previous and next go through what it leaves', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await entry(page, 'Economy').click();
    await frames(page);
    const expected = ids(({ category }) => category === 'economy');
    assert.deepEqual(await seen(page), [expected[0]]);
    for (const id of expected.slice(1)) {
      await step(page, 'next').click();
      await untilChosen(page, id);
      assert.deepEqual(await seen(page), [id]);
    }
    await frames(page);
    assert.equal(await step(page, 'next').getAttribute('aria-disabled'), 'true');
    assert.equal(await page.locator('news-explainer .position').textContent(), `${expected.length} of ${expected.length}`);
    assert.match(await step(page, 'previous').textContent(), new RegExp(written.events.find(({ id }) => id === expected.at(-2)).title.slice(0, 12)));
  });
});

test('a link in the article to an event that a filter hides shows that event', async () => {
  for (const size of [WIDE, NARROW]) {
    await onLivingPage('/', size, async (page) => {
      await entry(page, 'Economy').click();
      await frames(page);
      await page.locator('.explainer-article a[href*="--blinken-in-seoul"]').first().click();
      await until(page, () => document.querySelector('.explainer-event[data-id="blinken-in-seoul"]').checkVisibility(), undefined, 'the event is shown');
      await untilChosen(page, 'blinken-in-seoul');
      assert.equal((await drawn(page)).filter(({ isCurrent }) => isCurrent).length, 1);
    });
  }
});

test('the axis keeps its height whatever the filter, and nothing that is not filtered moves', async () => {
  for (const size of [WIDE, NARROW]) {
    await onLivingPage('/', size, async (page) => {
      const places = () => page.evaluate(() => {
        const root = document.querySelector('news-explainer').shadowRoot;
        const top = root.querySelector('.filters').getBoundingClientRect().top;
        return ['.filters', '.tools', 'svg.marks', 'svg.overview'].map((selector) => {
          const box = root.querySelector(selector).getBoundingClientRect();
          return [selector, box.top - top, box.height, box.width];
        });
      });
      await moreTools(page);
      await page.evaluate(() => scrollTo(0, 0));
      const before = await places();
      const { height } = await axisBox(page);
      for (const text of ['war', 'treaty', 'no such words', '']) {
        await find(page, text);
        assert.equal((await axisBox(page)).height, height, text);
        assert.deepEqual(await places(), before, text);
      }
    });
  }
});

test('zoomed in, a filter leaves the window as it is', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    await tool(page, 'zoom in').click();
    await frames(page);
    const [text, { left, width }] = [await windowText(page), await pane(page)];
    await entry(page, 'Military').click();
    await frames(page);
    const now = await pane(page);
    assert.deepEqual([now.left, now.width], [left, width]);
    await entry(page, 'Military').click();
    await frames(page);
    assert.equal(await windowText(page), text);
  });
});

// ── Matches ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What is marked as found on the page. */
const found = (page) => page.evaluate(() => [...(CSS.highlights.get('news-explainer') ?? [])].map((range) => range.toString()));

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: matches are marked without a change to a printed word, and no longer when the search is over`, async () => {
    await onLivingPage(await pageOf(harbour), size, async (page) => {
      await page.evaluate(() => (document.querySelector('.explainer-opener').open = true));
      const words = () => page.evaluate(() => {
        // Which event is the chosen one, and which are hidden, may be said by attributes; nothing else may change.
        const copy = document.querySelector('news-explainer').cloneNode(true);
        for (const element of copy.querySelectorAll('[hidden], [aria-current]')) element.removeAttribute('hidden'), element.removeAttribute('aria-current');
        return copy.innerHTML;
      });
      const nodes = () => page.evaluate(() => {
        const all = [];
        const walker = document.createTreeWalker(document.querySelector('news-explainer'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) all.push(walker.currentNode);
        window.before ??= all;
        return all.length === window.before.length && all.every((node, index) => node === window.before[index]);
      });
      const before = await words();
      await nodes();
      for (const [text, expected] of [
        ['treaty', ['TREATY', 'treaty', 'Treaty']], ['strasse', ['Straße']], ['cafe', ['café', 'Cafe\u0301']], ['final', ['ﬁnal']],
        ['elysee', ['Élysée']], ['fi', ['fi', 'ﬁ']],
      ]) {
        await find(page, text);
        const marked = await found(page);
        if (text === 'fi') assert.ok(marked.includes('ﬁ') && marked.includes('fi') && marked.every((each) => /^(fi|Fi|ﬁ)$/.test(each)), `${marked}`);
        else assert.deepEqual(marked, expected, text);
        assert.equal(await words(), before);
        assert.equal(await nodes(), true, 'the same text nodes');
      }
      await find(page, '');
      assert.deepEqual(await found(page), []);
      await find(page, 'treaty');
      assert.equal((await found(page)).length, 3);
      await clear(page).click();
      await frames(page);
      assert.deepEqual(await found(page), []);
    });
  });
}

test('only what is left is marked, when categories narrow the search further', async () => {
  await onOpenList('/', NARROW, async (page) => {
    await find(page, 'moscow');
    const all = (await found(page)).length;
    await entry(page, 'Economy').click();
    await frames(page);
    const some = (await found(page)).length;
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    const where = await page.evaluate(() => [...CSS.highlights.get('news-explainer')].map((range) => range.startContainer.parentElement.closest('.explainer-event').checkVisibility()));
    assert.ok(where.every(Boolean));
  });
});

test('a browser without highlights filters as well', async () => {
  const before = (page) => page.addInitScript(() => {
    delete CSS.highlights;
    delete window.Highlight;
  });
  await onOpenList(await pageOf(harbour), { ...NARROW, before }, async (page) => {
    assert.equal(await page.evaluate(() => 'highlights' in CSS || 'Highlight' in window), false);
    await find(page, 'treaty');
    assert.deepEqual(await seen(page), ['opening']);
    await find(page, '');
    assert.equal((await seen(page)).length, harbour.timeline.events.length);
  });
});

test('what a translator has put on the page is what is searched', async () => {
  await onLivingPage(await pageOf(harbour), NARROW, async (page) => {
    await page.evaluate(() => (document.querySelector('.explainer-event[data-id="after"] .explainer-event-title').firstChild.data = 'Was danach kam'));
    await find(page, 'DANACH');
    assert.deepEqual(await seen(page), ['after']);
    assert.deepEqual(await found(page), ['danach']);
  });
});

// ── Paper ────────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: on paper every event stands, whatever the filter; afterwards the filter holds again`, async () => {
    await onPage('/', size, async (page) => {
      await comeNear(page);
      await until(page, () => document.querySelector('news-explainer').dataset.state === 'interactive');
      await frames(page);
      await entry(page, 'Economy').click();
      await frames(page);
      const filteredList = await seen(page);
      const expected = ids(({ category }) => category === 'economy');
      assert.deepEqual(filteredList, expected.slice(0, 1));
      // As a browser prints: it says so, prints, and says that it has printed.
      await page.evaluate(() => {
        window.printed = [];
        window.addEventListener('afterprint', () => window.printed.push('after'));
      });
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await frames(page);
      assert.deepEqual(await seen(page), ids(() => true));
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await frames(page);
      assert.deepEqual(await seen(page), filteredList);
      assert.equal(await entry(page, 'Economy').getAttribute('aria-pressed'), 'true');
    });
  });
}

test('on paper that was not announced every event stands, too', async () => {
  await onLivingPage('/', NARROW, async (page) => {
    await find(page, 'treaty');
    await page.emulateMedia({ media: 'print' });
    await frames(page);
    assert.deepEqual(await seen(page), ids(() => true));
  });
});

// ── Keys and addresses ───────────────────────────────────────────────────────────────────────────────────────────────

test('the legend is a toolbar with one tab stop, and its buttons keep the focus', async () => {
  await onLivingPage('/', WIDE, async (page) => {
    const buttons = page.locator('news-explainer .filters button');
    const count = await buttons.count();
    assert.equal(count, written.categories.length + 3);
    // The words that only explain stand after it.
    const toolbar = page.locator('news-explainer .filters > [role="toolbar"]');
    assert.deepEqual(await toolbar.evaluate((bar) => [...bar.childNodes].filter((child) => child.localName !== 'button').length), 0);
    assert.ok((await page.locator('news-explainer .filters > span.entry').count()) > 0);
    assert.equal(await page.locator('news-explainer .filters button[tabindex="0"]').count(), 1);
    await buttons.first().focus();
    for (const [key, index] of [['ArrowRight', 1], ['ArrowRight', 2], ['ArrowLeft', 1], ['End', count - 1], ['ArrowRight', 0], ['ArrowLeft', count - 1], ['Home', 0]]) {
      await page.keyboard.press(key);
      assert.equal(await buttons.nth(index).evaluate((button) => button === button.getRootNode().activeElement), true, `${key} → ${index}`);
      assert.equal(await page.locator('news-explainer .filters button[tabindex="0"]').count(), 1);
    }
    await page.keyboard.press('ArrowRight');
    for (const key of ['Enter', ' ']) {
      await page.keyboard.press(key);
      await frames(page);
      assert.equal(await buttons.nth(1).evaluate((button) => button === button.getRootNode().activeElement), true);
      assert.equal(await page.locator('news-explainer .filters button[tabindex="0"]').count(), 1);
    }
    assert.equal(await buttons.nth(1).getAttribute('aria-pressed'), 'false');
  });
});

test('a filter that hides the chosen event shows the first that is left, and its end leaves that one chosen', async () => {
  for (const size of Object.values(SIZES)) {
    await onLivingPage('/', size, async (page) => {
      await page.evaluate((hash) => (location.hash = hash), `${await prefix(page)}--korean-war`);
      await untilChosen(page, 'korean-war');
      const [first] = ids(({ category }) => category === 'economy');
      await entry(page, 'Economy').click();
      await untilChosen(page, first);
      assert.deepEqual(await seen(page), [first]);
      await entry(page, 'Economy').click();
      await frames(page);
      await untilChosen(page, first);
      assert.equal(total(await drawn(page)), written.events.length);
    });
  }
});
