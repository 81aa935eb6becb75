// The living parts take exactly the room that was kept in print.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WASM, assertHolds, authored, built, comeNear, events, frames, hold, inState, onPage, passages, put, readerText } from './support.mjs';

put('/eager.html', (await built('index.html')).replace('<news-explainer', '<news-explainer loading="eager"'));
put('/idle.html', (await built('index.html')).replace('<news-explainer', '<news-explainer loading="idle"'));

const SIZES = [[1280, 900], [390, 844], [768, 1024]];

/** Where every printed element of the explainer stands on the page. */
function boxes(page) {
  return page.evaluate(() => {
    const round = (value) => Math.round(value * 64) / 64;
    const list = [...document.querySelectorAll('news-explainer, news-explainer *, aside, .colophon')];
    return list.filter((element) => !element.closest('script')).map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const name = [element.localName, element.id, element.getAttribute('class')].filter(Boolean).join(' ');
      if (!element.getClientRects().length) return `${name} is not drawn`;
      return [name, round(x + scrollX), round(y + scrollY), round(width), round(height)].join(' | ');
    });
  });
}

async function assertStill(page) {
  await frames(page, 4);
  const shifts = await page.evaluate(() => window.takeShifts());
  assert.deepEqual(shifts, [], 'the layout has shifted');
}

for (const [width, height] of SIZES) {
  for (const address of ['/eager.html', '/idle.html']) {
    test(`${width} × ${height}, ${address}: comes to life at the top without a shift`, async () => {
      await onPage(address, { width, height }, async (page) => {
        await inState(page, 'interactive');
        await assertStill(page);
        assert.deepEqual(await events(page, 'ready'), [{}]);
      });
    });
  }

  test(`${width} × ${height}: comes to life when scrolled to, without a shift`, async () => {
    await onPage('/', { width, height }, async (page) => {
      await page.evaluate(() => document.querySelector('.explainer-picture').scrollIntoView({ block: 'center' }));
      await inState(page, 'interactive');
      await assertStill(page);
    });
  });

  for (const part of ['.explainer-head', '.explainer-picture', '.explainer-faq-head', '.explainer-sources']) {
    test(`${width} × ${height}: a late runtime moves nothing before a reader at ${part}`, async () => {
      let gate;
      const before = async (page) => (gate = await hold(page, WASM));
      await onPage('/eager.html', { width, height, before }, async (page) => {
        await page.evaluate((part) => document.querySelector(part).scrollIntoView({ block: 'center' }), part);
        await gate.asked;
        await frames(page);
        const [printed, scrolled] = [await boxes(page), await page.evaluate(() => scrollY)];
        assert.ok(printed.length > 500);
        gate.release();
        await inState(page, 'interactive');
        await assertStill(page);
        assert.equal(await page.evaluate(() => scrollY), scrolled);
        // On narrow screens the guide, and the picture in it, go along with a reader of the list.
        await page.evaluate(() => scrollTo(0, 0));
        assert.deepEqual(await boxes(page), printed, 'a printed element stands elsewhere');
      });
    });
  }
}

/** The files of the program among what a page has asked for. */
const ofProgram = (asked) => asked.filter((path) => /explainer-(runtime|app|shadow)/.test(path));

/** Notes down which paths a page asks for. */
function note(page, asked) {
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
}

test('the program is fetched when the reader comes within two screens of the timeline, not of the element', async () => {
  const asked = [];
  await onPage('/', { width: 390, height: 844, before: async (page) => note(page, asked) }, async (page) => {
    await page.evaluate(() => document.querySelector('news-explainer').scrollIntoView());
    await frames(page, 10);
    assert.ok(asked.includes('/news-explainer.js'));
    assert.deepEqual(ofProgram(asked), []);
    await page.evaluate(() => {
      const { top } = document.querySelector('.explainer-timeline-head').getBoundingClientRect();
      scrollBy({ top: top - 2.5 * innerHeight, behavior: 'instant' });
    });
    await inState(page, 'interactive');
    await assertStill(page);
    assert.equal(ofProgram(asked).length, 3, 'its script, its Wasm, its styles');
  });
});

test('who has asked for less data fetches the program with the first touch, which is answered', async () => {
  const asked = [];
  const before = async (page) => {
    note(page, asked);
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  };
  await onPage('/idle.html', { before }, async (page) => {
    await comeNear(page);
    await frames(page, 10);
    assert.deepEqual(ofProgram(asked), []);
    const mark = page.locator('.explainer-still-wide a[data-id]').nth(3);
    const id = await mark.getAttribute('data-id');
    await mark.click();
    assert.match(page.url(), new RegExp(`--${id}$`), 'a link leads there before anything is alive');
    await inState(page, 'interactive');
    await page.locator(`.explainer-event[data-id="${id}"][aria-current]`).waitFor();
    assert.equal(ofProgram(asked).length, 3);
  });
});

test('alive, it holds every passage too', async () => {
  const document_ = await authored();
  for (const [width, height] of SIZES) {
    await onPage('/eager.html', { width, height }, async (page) => {
      await inState(page, 'interactive');
      const summaries = page.locator('news-explainer summary:visible');
      for (const summary of await summaries.all()) await summary.click();
      assertHolds(await readerText(page), passages(document_), `at ${width} px`);
    });
  }
});

test('alive, nothing has a style attribute, and only printed parts are in slots', async () => {
  await onPage('/eager.html', {}, async (page) => {
    await inState(page, 'interactive');
    const found = await page.evaluate(() => {
      const host = document.querySelector('news-explainer');
      const all = [...host.querySelectorAll('*'), ...host.shadowRoot.querySelectorAll('*')];
      return {
        styled: all.filter((element) => element.hasAttribute('style') || element.localName === 'style').length,
        handlers: all.filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))).length,
        slotted: [...host.querySelectorAll('[slot]')].filter((part) => part.parentElement !== host).length,
        mode: host.shadowRoot.mode,
      };
    });
    assert.deepEqual(found, { styled: 0, handlers: 0, slotted: 0, mode: 'open' });
  });
});
