// The element itself: when it begins, what it does when it is changed, moved and taken away, and what a pasted copy says
// of its age.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import {
  NOT_LOADED, ROOT, PROGRAM, WASM, built, chosen, comeNear, events, explainer, frames, hold, inState, interactive, onLivingPage, onPage, plainPage, put,
  until, untilChosen,
} from './support.mjs';
import { manyEventsPage } from './explore.mjs';

const printed = (await built('index.html')).match(/<news-explainer.*<\/news-explainer>/s)[0];
const withAttributes = (attributes) => printed.replace('<news-explainer', `<news-explainer ${attributes}`);
/** A page on which the element is far below the screen. */
const farBelow = (name, attributes) => put(name, plainPage(`<div class="far"></div>${withAttributes(attributes)}`, { head: '<link rel="stylesheet" href="/far.css">' }));
put('/far.css', '.far { height: 5000px; } body { overflow-anchor: none; }');

/** The picture of the fixture is elsewhere. */
const PICTURES = [/paper\.example/, NOT_LOADED];

const state = (page) => page.evaluate(() => document.querySelector('news-explainer').dataset.state ?? null);
const search = 'news-explainer input[type="search"]';
const title = 'news-explainer .explainer-title';

// ── When it begins ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Notes which files of the runtime were asked for. */
async function asked(page) {
  const files = [];
  page.on('request', (request) => files.push(new URL(request.url()).pathname));
  page.asked = () => files.filter((file) => /explainer-(runtime|app|shadow)/.test(file));
}

test('far below, nothing is fetched until it comes near', async () => {
  await onPage(farBelow('/far.html', ''), { before: asked }, async (page) => {
    await frames(page, 10);
    assert.deepEqual(page.asked(), []);
    await comeNear(page);
    await inState(page, 'interactive');
    assert.equal(page.asked().length, 3, 'script, Wasm and sheet, once each');
  });
});

const eager = withAttributes('loading="eager"');
const byAddress = '<news-explainer src="/explainer.json" loading="eager"></news-explainer>';
/** The programs that pages need, and the addresses of the pages. */
const PROGRAMS = {
  'a printed document': [['runtime'], () => put('/one-printed.html', plainPage(eager))],
  'a document by address': [['app'], () => put('/one-by-address.html', plainPage(byAddress))],
  'a printed document of more than 500 events': [['app'], () => manyEventsPage(501)],
  'a page with one printed and one by address': [['app', 'runtime'], () => put('/both.html', plainPage(eager + byAddress))],
};

for (const [name, [expected, address]] of Object.entries(PROGRAMS)) {
  test(`${name} asks for: ${expected.join(', ')}`, async () => {
    await onPage(await address(), { before: asked, allow: PICTURES }, async (page) => {
      await interactive(page);
      const programs = page.asked().map((file) => file.match(/explainer-(runtime|app)-.*\.wasm/)?.[1]).filter(Boolean);
      assert.deepEqual(programs.sort(), expected);
    });
  });
}

test('loading="eager" begins at once, loading="idle" when the page rests', async () => {
  for (const loading of ['eager', 'idle']) {
    await onPage(farBelow(`/${loading}.html`, `loading="${loading}"`), {}, (page) => inState(page, 'interactive'));
  }
});

test('loading is changed while it waits', async () => {
  await onPage(farBelow('/changed.html', ''), { before: asked }, async (page) => {
    await frames(page, 5);
    assert.deepEqual(page.asked(), []);
    await page.evaluate(() => document.querySelector('news-explainer').setAttribute('loading', 'eager'));
    await inState(page, 'interactive');
  });
});

/** A page whose rest never comes: only the reader can begin. */
const waiting = put('/waiting.html', plainPage(withAttributes('loading="idle"'), { head: '<script src="/never-idle.js"></script>' }));
put('/never-idle.js', 'window.requestIdleCallback = () => 0;');

test('the first touch begins, and what was touched in the still picture is answered by the living one', async () => {
  await onPage(waiting, { before: asked }, async (page) => {
    await frames(page, 5);
    assert.deepEqual(page.asked(), []);
    const cluster = page.locator('.explainer-still:visible a:has(.explainer-cluster)').first();
    const whole = await page.evaluate(() => document.querySelectorAll('.explainer-event').length);
    await cluster.click();
    await inState(page, 'interactive');
    // A cluster opens by zooming: fewer events are in the window than there are.
    await until(page, (whole) => {
      const marks = [...document.querySelector('news-explainer').shadowRoot.querySelectorAll('.mark')];
      return marks.length && marks.reduce((sum, mark) => sum + Number(mark.dataset.count), 0) < whole;
    }, whole);
  });
});

test('the first touch on a lone mark chooses its event', async () => {
  await onPage(waiting, {}, async (page) => {
    const mark = page.locator('.explainer-still:visible a:not(:has(.explainer-cluster))').first();
    const id = await mark.getAttribute('data-id');
    await mark.click();
    await inState(page, 'interactive');
    await untilChosen(page, id);
    assert.deepEqual(await until(page, () => window.seen.events.find(({ name }) => name === 'select')?.detail), { id });
  });
});

test('the focus that comes to the timeline by the keyboard begins, too; one in the article does not', async () => {
  await onPage(waiting, { before: asked }, async (page) => {
    await page.locator('.explainer-article a').first().focus();
    await frames(page, 5);
    assert.deepEqual(page.asked(), []);
    await page.locator('.explainer-opener summary').focus();
    await inState(page, 'interactive');
  });
});

test('alive while the page is still parsed, it does not begin again at its end', async () => {
  const halves = eager.split('<script type="application/json">');
  const waits = (name) => `<script src="${put(`/${name}.js`, '')}"></script>`;
  const element = `${halves[0]}${waits('half')}<script type="application/json">${halves[1]}${waits('rest')}`;
  const address = put('/parsed.html', plainPage(element).replace('<script type="module"', '<script type="module" async'));
  const before = async (page) => {
    const [half, rest] = [await hold(page, '**/half.js'), await hold(page, '**/rest.js')];
    page.isParsed = half.asked.then(async () => {
      await until(page, () => Boolean(customElements.get('news-explainer')));
      half.release();
      await inState(page, 'interactive');
      rest.release();
    });
  };
  await onPage(address, { before }, async (page) => {
    await page.isParsed;
    await frames(page, 10);
    assert.equal((await events(page, 'ready')).length, 1);
    assert.equal(await state(page), 'interactive');
  });
});

test('while the page comes, it waits for the end of its data', async () => {
  const [words, data] = eager.split('<script type="application/json">');
  const open = '<script type="application/json">';
  for (const [name, first, rest] of [
    ['data', words + open + data.slice(0, 500), data.slice(500)],
    ['words', words.replace('<news-explainer', '<news-explainer src="/never.json"'), open + data],
  ]) {
    const [before, after] = plainPage('<!-- here -->').replace('<script type="module"', '<script type="module" async').split('<!-- here -->');
    let come;
    const address = put(`/slowly-${name}.html`, [before + first, new Promise((resolve) => (come = () => resolve(rest + after)))]);
    const begin = async (page) => {
      await asked(page);
      page.isDone = page.waitForResponse('**/news-explainer.js').then(async () => {
        await until(page, () => Boolean(customElements.get('news-explainer') && document.querySelector('.explainer-sources')));
        await frames(page, 10);
        assert.deepEqual(page.asked(), [], `${name}: nothing has begun`);
        come();
      });
    };
    await onPage(address, { before: begin }, async (page) => {
      await page.isDone;
      await inState(page, 'interactive');
      assert.ok(page.asked().every((file) => !file.includes('-app-')), 'its words are not asked for by address');
    });
  }
});

// ── What is changed ──────────────────────────────────────────────────────────────────────────────────────────────────

test('heading-level is changed: the headings say another level, and their tags stay', async () => {
  const levels = (page) =>
    page.evaluate(() => [...document.querySelectorAll('news-explainer :is(h1, h2, h3, h4, h5, h6)')].map((heading) => Number(heading.ariaLevel ?? heading.localName[1])));
  await onLivingPage('/', {}, async (page) => {
    const before = await levels(page);
    const set = (level) => page.evaluate((level) => document.querySelector('news-explainer').setAttribute('heading-level', level), level);
    await set('3');
    assert.deepEqual(await levels(page), before.map((level) => level + 1));
    assert.equal(await page.locator(title).evaluate((heading) => heading.localName), 'h2');
    await set('2');
    assert.deepEqual(await levels(page), before);
    assert.equal(await page.locator('news-explainer [aria-level]').count(), 0);
  });
  // Printed at one level and pasted into an outline that wants another.
  const pasted = put('/pasted.html', plainPage(printed.replace('heading-level="2"', 'heading-level="4"')));
  await onPage(pasted, {}, async (page) => assert.equal((await levels(page))[0], 4));
});

test('src is changed while the first is on its way: the later one wins, whichever comes first', async () => {
  const other = await explainer('publish', path.join(ROOT, 'tests/fixtures/everything.json'));
  put('/other.json', other);
  const address = put('/by-address.html', plainPage('<news-explainer loading="eager" src="/explainer.json"><p>Not here yet.</p></news-explainer>'));
  let gate;
  const before = async (page) => (gate = await hold(page, '**/explainer.json'));
  await onPage(address, { before, allow: PICTURES }, async (page) => {
    await gate.asked;
    await page.evaluate(() => document.querySelector('news-explainer').setAttribute('src', '/other.json'));
    await inState(page, 'interactive');
    const answered = page.waitForResponse('**/explainer.json');
    gate.release();
    await answered;
    await frames(page, 5);
    assert.equal(await page.locator(title).innerText(), 'Everything at once');
    assert.equal((await events(page, 'ready')).length, 1);
    assert.deepEqual(await events(page, 'error'), []);
  });
});

// ── Moved and taken away ─────────────────────────────────────────────────────────────────────────────────────────────

for (const [how, move] of Object.entries({
  'append': () => document.body.append(document.querySelector('news-explainer')),
  'moveBefore': () => document.body.moveBefore(document.querySelector('news-explainer'), document.body.firstChild),
})) {
  test(`moved by ${how}, what the reader did stays`, async () => {
    await onLivingPage('/', {}, async (page) => {
      await page.locator(search).fill('nuclear');
      await until(page, () => window.seen.events.some(({ name }) => name === 'filter'));
      await page.locator('news-explainer .steps .next').click();
      const id = await chosen(page);
      await page.evaluate(move);
      await frames(page, 5);
      assert.equal(await page.locator(search).inputValue(), 'nuclear');
      assert.equal(await chosen(page), id);
      assert.equal(await state(page), 'interactive');
      assert.equal((await events(page, 'ready')).length, 1, 'it did not begin again');
      await page.locator('news-explainer .steps .next').click();
      assert.notEqual(await chosen(page), id);
    });
  });
}

test('two hundred times in and out: neither heap nor nodes nor listeners grow', async (t) => {
  await onLivingPage('/', {}, async (page) => {
    const session = await page.context().newCDPSession(page);
    const turns = (count) =>
      page.evaluate(async (count) => {
        const element = document.querySelector('news-explainer');
        const place = element.parentNode;
        for (let turn = 0; turn < count; turn += 1) {
          element.remove();
          // Put back in one go it would only be moved.
          await new Promise((resolve) => setTimeout(resolve));
          const ready = new Promise((resolve) => element.addEventListener('news-explainer:ready', resolve, { once: true }));
          place.append(element);
          await ready;
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          window.seen.events.length = window.seen.shifts.length = 0;
        }
      }, count);
    const measure = async () => {
      for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name) => metrics.find((metric) => metric.name === name).value;
      return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') };
    };
    await session.send('Performance.enable');
    await turns(20);
    const first = await measure();
    await turns(200);
    const last = await measure();
    t.diagnostic(`after 20: ${JSON.stringify(first)}; after 220: ${JSON.stringify(last)}`);
    assert.ok(last.nodes <= first.nodes + 5, `${first.nodes} nodes became ${last.nodes}`);
    assert.ok(last.listeners <= first.listeners + 5, `${first.listeners} listeners became ${last.listeners}`);
    assert.ok(last.heap <= first.heap * 1.05 + 50_000, `${first.heap} bytes became ${last.heap}`);
  });
});

// ── Twice on a page ──────────────────────────────────────────────────────────────────────────────────────────────────

test('the script twice and another build of it: the first stays, and nothing throws', async () => {
  const script = await built('news-explainer.js');
  put('/again.js', script);
  put('/other-build.js', script.replace(/[0-9a-f]{64}/, '0'.repeat(64)));
  const head = ['/news-explainer.js?2', '/again.js', '/other-build.js'].map((src) => `<script type="module" src="${src}"></script>`);
  const address = put('/twice.html', plainPage(printed, { head: head.join('\n') }));
  await onPage(address, { allow: [/^info: news-explainer: two builds on a page$/] }, async (page) => {
    await interactive(page);
    assert.equal(page.said.length, 1, 'another build is mentioned, the same one is not');
    assert.equal((await events(page, 'ready')).length, 1);
  });
});

// ── A copy that has grown old ────────────────────────────────────────────────────────────────────────────────────────

const fixture = path.join(ROOT, 'tests/fixtures/everything.json');
const copy = await explainer('print', fixture, '--src', '/mill.json');
const published = await explainer('publish', fixture);
const edition = (change) => {
  const [head, ...rest] = published.split('\n');
  const { edition } = JSON.parse(head.replace(/,$/, '}'));
  return [`${JSON.stringify({ edition: { ...edition, ...change } }).slice(0, -1)},`, ...rest].join('\n');
};
const line = (page) =>
  page.evaluate(() => {
    const line = document.querySelector('.explainer-edition');
    const { textContent, dataset, firstElementChild } = line;
    return { text: textContent, state: dataset.state ?? null, href: firstElementChild.href };
  });
const HOME = 'https://paper.example/the-old-mill';
const AS_PRINTED = { text: 'Version of 20 November 2023. Read the newest version', state: null, href: HOME };

for (const [name, answer, expected] of [
  ['the same edition', published, AS_PRINTED],
  ['an older one', edition({ updated: '2023-11-19', corrections: 2 }), AS_PRINTED],
  ['an update', edition({ updated: '2024-01-02', newer: 'Updated since: read the version of 2 January 2024' }),
    { text: 'Version of 20 November 2023. Updated since: read the version of 2 January 2024', state: 'old', href: HOME }],
  ['a correction', edition({ updated: '2024-01-02', corrections: 4, corrected: 'Corrected since: read the version of 2 January 2024', url: 'https://paper.example/new' }),
    { text: 'Version of 20 November 2023. Corrected since: read the version of 2 January 2024', state: 'old', href: 'https://paper.example/new' }],
  ['an address that is none', edition({ updated: '2024-01-02', url: 'javascript:alert(1)' }), AS_PRINTED],
  ['what is no document', '<!doctype html>', AS_PRINTED],
  ['nothing', undefined, AS_PRINTED],
]) {
  test(`a copy finds ${name} at its source`, async () => {
    for (const width of [1280, 320]) {
      put('/mill.json', answer);
      const address = put('/copy.html', plainPage(copy));
      await onPage(address, { width, allow: PICTURES }, async (page) => {
        const asked = page.waitForResponse('**/mill.json');
        await interactive(page);
        await asked;
        await frames(page, 10);
        if (expected.state) await until(page, () => document.querySelector('.explainer-edition').dataset.state);
        assert.deepEqual(await line(page), expected);
        assert.deepEqual(await events(page, 'error'), []);
        assert.equal(await state(page), 'interactive');
        assert.deepEqual(await page.evaluate(() => window.takeShifts()), [], 'nothing moves for it');
        assert.ok(await page.locator('.explainer-edition').isVisible());
      });
    }
  });
}

test('the line of a copy is there without script and on paper', async () => {
  const address = put('/copy.html', plainPage(copy));
  await onPage(address, { script: false, allow: PICTURES }, async (page) => {
    assert.ok(await page.locator('.explainer-edition a').isVisible());
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.explainer-edition').isVisible());
  });
});

// ── Pinned ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const pinned = async () => {
  const lines = await explainer('print', 'assets/explainer.json', '--assets', '/', '--pinned', process.env.EXPLAINER_DIST || 'dist');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pinned</title><link rel="icon" href="/icon.svg"></head><body>${lines}</body></html>`;
};

test('the pinned snippet comes to life', async () => {
  await onPage(put('/pinned.html', await pinned()), {}, interactive);
});

for (const [name, pattern, expected] of [
  ['the runtime’s script', PROGRAM, 'failed'],
  ['the Wasm', WASM, 'failed'],
  ['the frame’s styles', '**/explainer-shadow-*.css', 'failed'],
  ['the element’s own script', /\/news-explainer-[0-9a-f]+\.js$/, null],
]) {
  test(`tampered with, ${name} does not run`, async () => {
    const address = put('/pinned.html', await pinned());
    const before = (page) =>
      page.route(pattern, async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        const more = Buffer.from(/js$/.test(route.request().url()) ? ';window.tampered = true;' : ' ');
        await route.fulfill({ response, body: Buffer.concat([body, more]) });
      });
    // The browser itself says which file it refused.
    const allow = [/^error: (Failed to find a valid digest|.*integrity)/, /^warning: news-explainer: runtime-not-loaded: /];
    await onPage(address, { before, allow }, async (page) => {
      await comeNear(page);
      if (expected) await inState(page, expected);
      else await frames(page, 20);
      assert.equal(await state(page), expected);
      assert.equal(await page.evaluate(() => window.tampered), undefined);
      assert.ok(await page.locator('.explainer-article').isVisible());
      const codes = (await events(page, 'error')).map(({ code }) => code);
      assert.deepEqual(codes, expected ? ['runtime-not-loaded'] : []);
    });
  });
}
