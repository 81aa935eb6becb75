// What else can go wrong, and what then stands on the page: the state, one event with a stable code, one warning, all of
// the words. 03-failure has the runtime that does not come; 20-element has what was tampered with.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import {
  NOT_LOADED, PROGRAM, ROOT, WASM, assertHolds, authored, built, buttons, chosen, comeNear, events, explainer, frames,
  hold, inState, interactive, onLivingPage, onPage, passages, plainPage, put, readerText, until, untilChosen,
} from './support.mjs';

const words = passages(await authored());
const index = await built('index.html');
const printed = index.match(/<news-explainer.*<\/news-explainer>/s)[0];
const eager = put('/eager.html', index.replace('<news-explainer', '<news-explainer loading="eager"'));
const FALLBACK = 'The explainer is not here yet.';
const byAddress = (src, attributes = '') =>
  plainPage(`<news-explainer loading="eager" src="${src}" ${attributes}><p>${FALLBACK}</p></news-explainer>`);

async function openEverything(page) {
  const summaries = page.locator('news-explainer summary:visible');
  for (const summary of await summaries.all()) await summary.click();
}

/** One failure, said once, under a code; answers its message. */
async function assertFailed(page, code) {
  await inState(page, 'failed');
  await frames(page, 5);
  const errors = await events(page, 'error');
  assert.deepEqual(errors.map((error) => error.code), [code]);
  const warnings = page.said.filter(({ kind }) => kind === 'warning').map(({ text }) => text);
  assert.equal(warnings.length, 1, warnings.join('\n'));
  assert.ok(warnings[0].startsWith(`news-explainer: ${code}: `), warnings[0]);
  return errors[0].message;
}

// ── The browser ──────────────────────────────────────────────────────────────────────────────────────────────────────

const BROWSERS = {
  'WebAssembly is switched off': () => delete globalThis.WebAssembly,
  'the browser knows no reference types': () => {
    const { Module } = WebAssembly;
    WebAssembly.Module = function (bytes) {
      if (bytes.includes(111)) throw new WebAssembly.CompileError('invalid value type');
      return new Module(bytes);
    };
  },
  'the browser cannot construct style sheets': () => {
    globalThis.CSSStyleSheet = function () {
      throw new TypeError('Illegal constructor');
    };
  },
};

for (const [name, change] of Object.entries(BROWSERS)) {
  test(`${name}: the page stands as printed, and nothing is fetched in vain`, async () => {
    const before = async (page) => {
      await page.addInitScript(change);
      page.on('request', (request) => assert.ok(!/explainer-(runtime|app|shadow)/.test(request.url()), request.url()));
    };
    await onPage(eager, { before, allow: [/^warning: /] }, async (page) => {
      await assertFailed(page, 'runtime-not-supported');
      assert.deepEqual(await buttons(page), []);
      await openEverything(page);
      assertHolds(await readerText(page), words, name);
    });
  });
}

// ── The runtime ──────────────────────────────────────────────────────────────────────────────────────────────────────

test('the Wasm comes under another type: it works all the same', async () => {
  for (const type of ['application/octet-stream', 'text/html', '']) {
    const before = (page) =>
      page.route(WASM, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-type': type } });
      });
    await onPage(eager, { before }, interactive);
  }
});

test('the runtime takes more than a minute: the page stands as printed', async () => {
  let gate;
  const before = async (page) => {
    await page.clock.install();
    gate = await hold(page, WASM);
  };
  await onPage(eager, { before, allow: [/^warning: /] }, async (page) => {
    await gate.asked;
    await page.clock.runFor(59_000);
    assert.deepEqual(await events(page, 'error'), []);
    await page.clock.runFor(2_000);
    await until(page, () => document.querySelector('news-explainer').dataset.state === 'failed');
    assert.deepEqual((await events(page, 'error')).map(({ code }) => code), ['runtime-not-loaded']);
    // It may come as late as it likes: nothing happens any more.
    const answered = page.waitForResponse(WASM);
    gate.release();
    await answered;
    await page.clock.runFor(1_000);
    assert.equal(await page.locator('news-explainer').getAttribute('data-state'), 'failed');
    assert.deepEqual(await buttons(page), []);
    assertHolds(await page.locator('.explainer-article').innerText(), ['Blinken'], 'after a minute');
  });
});

test('the network goes while the page is read: the words stay', async () => {
  const far = put('/far.html', plainPage(`<div class="far"></div>${printed}`, { head: '<link rel="stylesheet" href="/far.css">' }));
  put('/far.css', '.far { height: 5000px; } body { overflow-anchor: none; }');
  await onPage(far, { allow: [NOT_LOADED, /^warning: /] }, async (page) => {
    await page.context().setOffline(true);
    await comeNear(page);
    await assertFailed(page, 'runtime-not-loaded');
    await openEverything(page);
    assertHolds(await readerText(page), words, 'offline');
  });
});

test('ten elements fail for one reason: one warning, ten events, each file asked for once', async () => {
  const ten = Array.from({ length: 10 }, () => '<news-explainer loading="eager" src="/explainer.json"><p>Later.</p></news-explainer>');
  const requests = [];
  const before = async (page) => {
    await page.route(WASM, (route) => (requests.push(route.request().url()), route.abort()));
  };
  await onPage(put('/ten.html', plainPage(ten.join(''))), { before, allow: [NOT_LOADED, /^warning: /] }, async (page) => {
    await inState(page, 'failed');
    assert.equal((await events(page, 'error')).length, 10);
    assert.equal(page.said.filter(({ kind }) => kind === 'warning').length, 1);
    assert.equal(requests.length, 1);
  });
});

// ── The document ─────────────────────────────────────────────────────────────────────────────────────────────────────

const published = await built('explainer.json');
const DOCUMENTS = {
  'is not there': [{ status: 404, body: '' }, 'document-not-loaded'],
  'is behind a server that has broken': [{ status: 500, body: '' }, 'document-not-loaded'],
  'is not JSON': [{ body: '<!doctype html><p>Sign in' }, 'document-not-read'],
  'is cut off': [{ body: published.slice(0, published.length / 2) }, 'document-not-read'],
  'is empty': [{ body: '' }, 'document-not-read'],
  'is of a later version': [{ body: published.replace(/"version":\d+/, '"version":9999') }, 'document-not-read'],
  // Later ones of before are read: 29-ages.
  'is of a first version': [{ body: published.replace(/"version":\d+/, '"version":1').replace('"marks":', '"events":') }, 'document-not-read'],
  'is 50 MB long': [{ body: published + ' '.repeat(50e6) }, 'document-not-loaded'],
};

for (const [name, [answer, code]] of Object.entries(DOCUMENTS)) {
  test(`by address, the document ${name}: the fallback stays`, async () => {
    const before = (page) => page.route('**/story.json', (route) => route.fulfill({ contentType: 'application/json', ...answer }));
    const address = put('/by-address.html', byAddress('/story.json'));
    await onPage(address, { before, allow: [NOT_LOADED, /^warning: /] }, async (page) => {
      await assertFailed(page, code);
      assert.equal(await page.locator('news-explainer').innerText(), FALLBACK);
      // Only what may come the next time can be asked for again.
      assert.equal((await buttons(page)).length, code === 'document-not-loaded' ? 1 : 0);
    });
  });
}

for (const [name, pattern] of [['document', '**/explainer.json'], ['runtime', WASM], ['runtime’s script', PROGRAM]]) {
  test(`by address, the ${name} did not come: one button tries again`, async () => {
    let isDown = true;
    const before = (page) => page.route(pattern, (route) => (isDown ? route.abort() : route.continue()));
    const address = put('/retry.html', byAddress('/explainer.json', 'retry-label="Noch einmal versuchen"'));
    await onPage(address, { before, allow: [NOT_LOADED, /^warning: /] }, async (page) => {
      await inState(page, 'failed');
      const button = page.getByRole('button', { name: 'Noch einmal versuchen' });
      const { width, height } = await button.boundingBox();
      assert.ok(width >= 24 && height >= 24, `${width} × ${height}`);
      // Still down: the button is there again.
      await button.click();
      await until(page, () => window.seen.events.filter((event) => event.name === 'error').length === 2);
      isDown = false;
      await button.focus();
      await page.keyboard.press('Enter');
      await inState(page, 'interactive');
      assert.equal(await button.count(), 0);
      assertHolds(await page.locator('.explainer-article').innerText(), ['Blinken'], 'in the end');
    });
  });
}

const BUILDS = {
  'a later build': (print) => print.replace(/"version":\d+/, '"version":9999'),
  'a first build': (print) => print.replace(/"version":\d+/, '"version":1').replace('"marks":', '"events":'),
};

for (const [name, by] of Object.entries(BUILDS)) {
  test(`printed by ${name}: the words stand, and nothing is lost`, async () => {
    const other = by(printed).replace('<news-explainer', '<news-explainer loading="eager"');
    assert.notEqual(by(printed), printed);
    await onPage(put('/other.html', plainPage(other)), { allow: [/^warning: /] }, async (page) => {
      await assertFailed(page, 'document-not-read');
      await openEverything(page);
      assertHolds(await readerText(page), words, `printed by ${name}`);
    });
  });
}

// ── The printed page, changed by others ──────────────────────────────────────────────────────────────────────────────

const CHANGES = {
  'an event is missing': () => document.querySelectorAll('.explainer-event')[3].remove(),
  'a whole era is missing': () => document.querySelector('.explainer-era').remove(),
  'the picture is missing': () => document.querySelector('.explainer-picture').remove(),
  'the legend is missing': () => document.querySelector('.explainer-legend').remove(),
  'the head is missing': () => document.querySelector('.explainer-head').remove(),
  'all of the list is missing': () => document.querySelector('.explainer-events').remove(),
  'the questions are missing': () => document.querySelector('.explainer-faq').remove(),
  'paragraphs were put in': () => {
    for (const part of document.querySelectorAll('news-explainer > *, .explainer-event, .explainer-question')) {
      part.before(Object.assign(document.createElement('p'), { textContent: 'Put in.' }));
    }
  },
  'every part was wrapped': () => {
    for (const part of document.querySelectorAll('news-explainer > :not(script)')) {
      const wrap = document.createElement('div');
      part.replaceWith(wrap);
      wrap.append(part);
    }
  },
  'every text was wrapped': () => {
    const walker = document.createTreeWalker(document.querySelector('news-explainer'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (!walker.currentNode.parentNode.matches('script')) texts.push(walker.currentNode);
    for (const text of texts) {
      const wrap = document.createElement('font');
      text.replaceWith(wrap);
      wrap.append(text);
    }
  },
  'ids and classes are gone': () => {
    for (const part of document.querySelectorAll('news-explainer *')) for (const name of ['id', 'class', 'data-id']) part.removeAttribute(name);
  },
};

for (const [name, change] of Object.entries(CHANGES)) {
  test(`${name}: what is left is readable, and nothing throws`, async () => {
    const before = async (page) => {
      // Before any module runs.
      await page.addInitScript((source) => {
        document.addEventListener('readystatechange', () => document.readyState === 'interactive' && new Function(`(${source})()`)(), { once: true });
      }, String(change));
    };
    await onPage(eager, { before, bypassCSP: true, allow: [/^warning: news-explainer: document-not-read: /] }, async (page) => {
      await until(page, () => document.querySelector('news-explainer').dataset.state);
      await frames(page, 5);
      // Use what there is.
      for (const control of ['.zoom .tool >> nth=0', '.steps .next', '.mark >> nth=0']) {
        const found = page.locator(`news-explainer ${control}`);
        if ((await found.count()) && (await found.isVisible())) await found.click({ force: true });
      }
      const input = page.locator('news-explainer input[type="search"]');
      if (await input.count()) await input.fill('treaty');
      await frames(page, 3);
      if (await input.count()) await input.fill('');
      await openEverything(page);
      const left = await page.evaluate(() => document.querySelector('news-explainer').textContent.length);
      assert.ok(left > 1000, `${left} characters are left`);
      assert.ok((await page.evaluate(() => document.querySelector('news-explainer').getBoundingClientRect().height)) > 300);
    });
  });
}

// ── The runtime breaks ───────────────────────────────────────────────────────────────────────────────────────────────

const twoPages = async () => {
  const second = await explainer('print', path.join(ROOT, 'tests/fixtures/one-event.json'));
  return put('/two.html', plainPage(`${printed.replace('<news-explainer', '<news-explainer loading="eager"')}\n<hr>\n${second.replace('<news-explainer', '<news-explainer loading="eager"')}`));
};
/** The trap that ends a panic is the browser's to report. */
const TRAP = /^page error: RuntimeError: unreachable/;

/** Lets the renderer fail at its next element: it has no way out but to panic. */
const breakRenderer = (page) =>
  page.evaluate(() => {
    const create = document.createElementNS;
    document.createElementNS = () => {
      document.createElementNS = create;
      throw new Error('broken on purpose');
    };
  });

test('the runtime breaks under one of two: that one stands as printed, the other goes on in a fresh one', async () => {
  const runtimes = [];
  const before = (page) => page.on('request', (request) => PROGRAM.test(new URL(request.url()).pathname) && runtimes.push(request.url()));
  await onPage(await twoPages(), { before, allow: [TRAP, /^warning: news-explainer: runtime-broke: /, /^error: panicked at/] }, async (page) => {
    await inState(page, 'interactive');
    await page.locator('news-explainer >> nth=0').locator('.explainer-article').scrollIntoViewIfNeeded();
    const [first, second] = [0, 1].map((index) => page.locator(`news-explainer >> nth=${index}`));
    await page.locator('.explainer-timeline-head').first().scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelector('.explainer-timeline-head').scrollIntoView());
    const place = () => page.evaluate(() => Math.round(document.querySelector('.explainer-timeline-head').getBoundingClientRect().top));
    const stood = await place();
    await breakRenderer(page);
    await first.locator('.zoom .tool:not([aria-disabled])').first().click();
    await until(page, () => document.querySelector('news-explainer').dataset.state === 'failed');
    await until(page, () => document.querySelectorAll('news-explainer')[1].dataset.state === 'interactive');
    await frames(page, 5);
    assert.deepEqual((await events(page, 'error')).map(({ code }) => code), ['runtime-broke']);
    assert.equal(await place(), stood, 'the reader is where he was');
    assert.equal(await page.locator('news-explainer >> nth=0').locator('[slot]').count(), 0);
    assert.equal(runtimes.length, 2, 'one fresh instance');
    // The printed page works as printed: answers open, and nothing calls the dead runtime.
    const said = page.said.length;
    await openEverything(page);
    await first.locator('.explainer-article a[href^="#"]').first().click();
    await page.setViewportSize({ width: 700, height: 900 });
    await frames(page, 10);
    assert.equal(page.said.length, said, JSON.stringify(page.said.slice(said)));
    // The other one is alive.
    await second.locator('.zoom .tool:not([aria-disabled])').first().click();
    await until(page, () => document.querySelectorAll('news-explainer')[1].shadowRoot.querySelector('.mark'));
    assert.equal(await second.getAttribute('data-state'), 'interactive');
    assertHolds(await readerText(page), words, 'after the panic');
  });
});

test('an element that comes after a panic lives in the fresh runtime', async () => {
  await onPage('/', { allow: [TRAP, /^warning: news-explainer: runtime-broke: /, /^error: panicked at/] }, async (page) => {
    await interactive(page);
    await breakRenderer(page);
    await page.locator('news-explainer .zoom .tool:not([aria-disabled])').first().click();
    await inState(page, 'failed');
    await page.evaluate(() => {
      const later = document.createElement('news-explainer');
      later.setAttribute('src', '/explainer.json');
      later.setAttribute('loading', 'eager');
      document.querySelector('news-explainer').replaceWith(later);
    });
    await inState(page, 'interactive');
    await page.locator('news-explainer .steps .next').click();
    assert.ok(await chosen(page));
  });
});

test('gone and come back, an element that broke lives again', async () => {
  await onLivingPage('/', { allow: [TRAP, /^warning: news-explainer: runtime-broke: /, /^error: panicked at/] }, async (page) => {
    await breakRenderer(page);
    await page.locator('news-explainer .zoom .tool:not([aria-disabled])').first().click();
    await inState(page, 'failed');
    await page.evaluate(async () => {
      const element = document.querySelector('news-explainer');
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      document.querySelector('#background').append(element);
    });
    await interactive(page);
    await page.evaluate(() => (location.hash = `${document.querySelector('.explainer-head').id}--korean-war`));
    await untilChosen(page, 'korean-war');
  });
});

test('by address, the runtime breaks under one of two: the other goes on in a fresh one, its words and ids stand', async () => {
  const two = ['/explainer.json', '/by-address.json'].map((src) => `<news-explainer loading="eager" src="${src}"></news-explainer>`);
  const allow = [TRAP, /^warning: news-explainer: runtime-broke: /, /^error: panicked at/];
  await onPage(put('/two-by-address.html', plainPage(two.join('\n<hr>\n'))), { allow }, async (page) => {
    await until(page, () => [...document.querySelectorAll('news-explainer')].every(({ dataset }) => dataset.state === 'interactive'));
    await page.evaluate(() => {
      window.ids = [...document.querySelectorAll('news-explainer [id]')].map(({ id }) => id);
      window.watch = new MutationObserver(() => (window.isEmpty ||= !document.querySelectorAll('news-explainer')[1].firstElementChild));
      window.watch.observe(document.body, { childList: true, subtree: true });
    });
    await breakRenderer(page);
    await page.locator('news-explainer >> nth=0').locator('.zoom .tool:not([aria-disabled])').first().click();
    await until(page, () => document.querySelector('news-explainer').dataset.state === 'failed');
    await until(page, () => document.querySelectorAll('news-explainer')[1].shadowRoot.querySelector('.frame'));
    await frames(page, 5);
    assert.deepEqual((await events(page, 'error')).map(({ code }) => code), ['runtime-broke']);
    const [before, after, isEmpty] = await page.evaluate(() => [
      window.ids, [...document.querySelectorAll('news-explainer [id]')].map(({ id }) => id), window.isEmpty,
    ]);
    assert.deepEqual(after, before);
    assert.ok(!isEmpty, 'there are words all the time');
  });
});
