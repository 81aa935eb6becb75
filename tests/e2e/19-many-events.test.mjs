// 1,000 events, of which 500 are printed: everything is reached, and nothing becomes heavy.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOT_LOADED, events, explainer, frames, inState, onLivingPage, onPage, plainPage, put, until, untilChosen } from './support.mjs';
import { NARROW, SIZES, WIDE, axisBox, clear, clusterList, manyEventsFile, manyEventsPage, drawn, entry, filtered, marks, moreTools, plainList, search, seen, showAxis, step, timeline, tool, total } from './explore.mjs';

const COUNT = 1000;
const PRINTED = 500;
const LISTED = 50;
const address = await manyEventsPage(COUNT);

/** The ids in the list that is on the screen. */
const listed = (page) =>
  page.evaluate(() => [...document.querySelectorAll('.explainer-events[slot="excerpt"] .explainer-event')].map(({ dataset }) => dataset.id));
const turn = (page, which) => page.locator('news-explainer button.page')[which === 'earlier' ? 'first' : 'last']();
const order = async (page) => (await timeline(page)).events.map(({ id }) => id);

/** How many nodes the shadow root has. */
const nodes = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('news-explainer').shadowRoot, NodeFilter.SHOW_ALL);
    let count = 0;
    while (walker.nextNode()) count += 1;
    return count;
  });

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}, script off: 500 events stand, a sentence says so, and the link leads to all of them`, async () => {
    // The plain page has no icon; a browser asks for one.
    await onPage(address, { ...size, script: false, allow: [NOT_LOADED] }, async (page) => {
      assert.equal(await page.locator('.explainer-event').count(), PRINTED);
      const rest = page.locator('.explainer-rest');
      assert.equal(await rest.isVisible(), true);
      assert.match(await rest.textContent(), /first 500 of 1,000 events/);
      await rest.locator('a').click();
      await page.waitForURL('**/many-events-1000-all.html');
      assert.equal(await page.locator('.explainer-event').count(), COUNT);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
    });
  });

  test(`${name}: alive, the axis has all of them, the list fifty, and its pages lead through them`, async () => {
    await onLivingPage(address, size, async (page) => {
      const all = await order(page);
      assert.equal(all.length, COUNT);
      assert.equal(total(await drawn(page)), COUNT);
      assert.deepEqual(await listed(page), all.slice(0, LISTED));
      assert.deepEqual(await seen(page), all.slice(0, 1), 'one of them as a card');
      // The list, which has pages, opens by the tool that shows it without the axis.
      await moreTools(page);
      await plainList(page).click();
      await frames(page);
      assert.deepEqual(await seen(page), all.slice(0, LISTED));
      assert.equal(await turn(page, 'earlier').getAttribute('aria-disabled'), 'true');
      for (const from of [50, 100]) {
        await turn(page, 'later').click();
        await frames(page);
        assert.deepEqual(await listed(page), all.slice(from, from + LISTED));
      }
      await turn(page, 'earlier').click();
      await frames(page);
      assert.deepEqual(await listed(page), all.slice(50, 100));
      for (let page_ = 2; page_ < COUNT / LISTED; page_ += 1) {
        await turn(page, 'later').focus();
        await page.keyboard.press('Enter');
        await frames(page, 2);
      }
      assert.deepEqual(await listed(page), all.slice(-LISTED));
      assert.equal(await turn(page, 'later').getAttribute('aria-disabled'), 'true');
      assert.equal(await turn(page, 'later').evaluate((button) => button === button.getRootNode().activeElement), true, 'the button keeps the focus');
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
      assert.equal(new Set(ids).size, ids.length, 'ids are unique');
    });
  });

  for (const nth of [3, 500, 999]) {
    test(`${name}: a page loaded with the address of event ${nth + 1} shows it, chosen, focused and in sight`, async () => {
      const id = (await onPage(address, { script: false }, timelineOf))[nth];
      await onPage(`${address}#events-1000--${id}`, size, async (page) => {
        await inState(page, 'interactive');
        await untilChosen(page, id);
        await frames(page);
        const at = await page.evaluate((id) => {
          const event = [...document.querySelectorAll(`.explainer-event[data-id="${id}"]`)].find((each) => each.checkVisibility());
          const title = event?.querySelector('.explainer-event-title').getBoundingClientRect();
          const hit = title && document.elementFromPoint(title.left + 3, title.top + title.height / 2);
          return { isFocused: document.activeElement === event, isSeen: Boolean(hit && event.contains(hit)), top: title?.top, height: innerHeight };
        }, id);
        assert.ok(at.isFocused && at.isSeen && at.top < at.height, JSON.stringify(at));
        assert.equal((await drawn(page)).filter(({ isCurrent }) => isCurrent).length, 1);
        assert.ok((await listed(page)).includes(id));
      });
    });
  }

  test(`${name}: a search finds events that are not printed, and their words are marked`, async () => {
    await onLivingPage(address, size, async (page) => {
      const all = await order(page);
      const id = all[913];
      // "Page {number} of the records." is in its body.
      await moreTools(page);
      await search(page).fill(`Page ${id.slice(1)} of`);
      await until(page, () => window.seen.events.some(({ name }) => name === 'filter'));
      await frames(page);
      assert.deepEqual((await filtered(page)).at(-1), { shown: 1, total: COUNT });
      assert.deepEqual(await listed(page), [id]);
      assert.deepEqual(await seen(page), [id]);
      assert.equal(total(await drawn(page)), 1);
      // Word by word, wherever they stand.
      const marked = await page.evaluate(() => [...new Set([...CSS.highlights.get('news-explainer')].map(String))].sort());
      assert.deepEqual(marked, [id.slice(1), 'Page', 'of'].sort());
      await clear(page).click();
      await frames(page);
      assert.equal(total(await drawn(page)), COUNT);
      await entry(page, 'Science').click();
      await frames(page);
      const { shown } = (await filtered(page)).at(-1);
      assert.ok(shown > 150 && shown < 350, `${shown}`);
      assert.equal(total(await drawn(page)), shown);
      assert.equal((await listed(page)).length, LISTED);
    });
  });

  test(`${name}: next and previous lead over the end of the printed part and of the list’s pages`, async () => {
    const id = (await onPage(address, { script: false }, timelineOf))[498];
    await onPage(`${address}#events-1000--${id}`, size, async (page) => {
      await inState(page, 'interactive');
      const all = await order(page);
      await untilChosen(page, id);
      for (const nth of [499, 500, 501, 500, 499]) {
        const now = all.indexOf(await page.evaluate(() => document.querySelector('.explainer-event[aria-current]').dataset.id));
        await step(page, nth > now ? 'next' : 'previous').click();
        await untilChosen(page, all[nth]);
        await frames(page);
        assert.ok((await seen(page)).includes(all[nth]), `${nth} is shown`);
      }
    });
  });
}

/** The ids of all events in time order, from a page without script. */
async function timelineOf(page) {
  const json = JSON.parse(await page.locator('news-explainer > script[type="application/json"]').textContent());
  return json.document.timeline.marks.map(({ id }) => id);
}

// Eight marks at most stand on one another, so that the width of the axis bounds them, not the number of events.
test('the shadow root stays small: at most 1,200 nodes at any zoom, filtered, and with a list open', async () => {
  for (const size of [WIDE, NARROW]) {
    await onLivingPage(address, size, async (page) => {
      const counts = {};
      counts.whole = await nodes(page);
      await showAxis(page);
      const box = await axisBox(page);
      await page.mouse.move(box.right - 40, box.top + 60);
      await page.keyboard.down('Control');
      for (let turns = 1; turns <= 30; turns += 1) {
        await page.mouse.wheel(0, -150);
        await frames(page, 2);
        counts[`zoom ${turns}`] = await nodes(page);
      }
      await page.keyboard.up('Control');
      await tool(page, 'whole span').click();
      await moreTools(page);
      await tool(page, 'even spacing').click();
      await frames(page);
      counts.even = await nodes(page);
      await search(page).fill('port');
      await frames(page);
      counts.searched = await nodes(page);
      const [most, where] = Object.entries(counts).map(([name, count]) => [count, name]).sort(([a], [b]) => b - a)[0];
      assert.ok(most <= 1200, `${size.width} px: ${most} nodes, ${where}`);
    });
  }
});

test('clicks on clusters of many events lead down to single events or to a list of those on one day', async () => {
  await onLivingPage(address, WIDE, async (page) => {
    for (const nth of [0, 5, -1]) {
      await page.evaluate(() => document.querySelector('news-explainer').shadowRoot.querySelectorAll('.zoom button')[2].click());
      await frames(page);
      let mark = (await drawn(page)).filter(({ count }) => count > 5).at(nth);
      for (let turns = 0; turns < 20 && mark.count > 1 && !(await clusterList(page).count()); turns += 1) {
        await showAxis(page);
        const box = await axisBox(page);
        mark = (await drawn(page)).find(({ id }) => id === mark.id) ?? mark;
        assert.ok(mark.x > box.left && mark.x < box.right, `${mark.id} is in the window`);
        await page.mouse.click(mark.x, mark.y);
        await frames(page);
        mark = (await drawn(page)).find(({ id }) => id === mark.id);
        assert.ok(mark, 'its first event is in the window');
      }
      assert.ok(mark.count === 1 || (await clusterList(page).locator('li').count()) === Math.min(mark.count, LISTED), `${mark.count}`);
    }
  });
});

test('on paper the printed list stands, with its sentence, and no excerpt', async () => {
  for (const size of [WIDE, NARROW]) {
    await onLivingPage(address, size, async (page) => {
      await moreTools(page);
      await plainList(page).click();
      await turn(page, 'later').click();
      await search(page).fill('railway');
      await frames(page);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await frames(page);
      const paper = await page.evaluate(() => {
        const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().height > 0;
        const all = [...document.querySelectorAll('.explainer-event')];
        return {
          printed: all.filter((event) => isSeen(event) && !event.closest('[slot="excerpt"]')).length,
          excerpt: all.filter((event) => isSeen(event) && event.closest('[slot="excerpt"]')).length,
          rest: isSeen(document.querySelector('.explainer-rest')),
          controls: [...document.querySelector('news-explainer').shadowRoot.querySelectorAll('button, svg.marks')].filter(isSeen).length,
        };
      });
      assert.deepEqual(paper, { printed: PRINTED, excerpt: 0, rest: true, controls: 0 });
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await frames(page);
      assert.ok((await listed(page)).length > 0);
    });
  }
});

test('taken away, the excerpt goes and the printed list stands', async () => {
  await onLivingPage(address, NARROW, async (page) => {
    await moreTools(page);
    await plainList(page).click();
    await turn(page, 'later').click();
    await frames(page);
    await page.evaluate(() => {
      const host = document.querySelector('news-explainer');
      host.after('here');
      host.remove();
      window.host = host;
    });
    await frames(page);
    assert.deepEqual(await page.evaluate(() => [window.host.querySelectorAll('.explainer-event').length, window.host.querySelectorAll('.explainer-events').length]), [PRINTED, 1]);
    assert.deepEqual(await events(page, 'error'), []);
  });
});

test('by address they come alive as well, with what is not printed', async () => {
  const file = await manyEventsFile(COUNT);
  put('/many-events.json', await explainer('publish', file));
  const page_ = put('/many-events-by-address.html', plainPage('<news-explainer src="many-events.json"></news-explainer>', { title: 'By address' }));
  await onLivingPage(page_, WIDE, async (page) => {
    assert.equal(total(await drawn(page)), COUNT);
    await page.evaluate(() => (location.hash = 'events-1000--e1'));
    await untilChosen(page, 'e1');
    assert.deepEqual(await seen(page), ['e1']);
    assert.ok((await marks(page).count()) > 10);
  });
});
