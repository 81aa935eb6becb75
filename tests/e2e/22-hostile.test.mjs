// Strings from a document reach the page as text and nothing else: printed, by address, in the data block, in the address bar.
// The policy of these pages only reports, so that whatever could run would run.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { NOT_LOADED, ROOT, built, frames, inState, onPage, plainPage, put, site, until } from './support.mjs';
import { ADDRESSES, HANDLERS, LINES, ONLY_REPORTS, PAYLOADS, authored, island, made, mapped, parts, poke, rewritten, watch } from './hostile.mjs';

const origin = await site();
const NOT_READ = /^warning: news-explainer: document-not-read: /;
const published = JSON.parse(await readFile(path.join(ROOT, 'tests/published/everything.json'), 'utf8'));
const printed = await readFile(path.join(ROOT, 'tests/published/everything.html'), 'utf8');
const SCRIPTS = (await readdir(path.resolve(ROOT, process.env.EXPLAINER_DIST || 'dist'))).filter((name) => name.endsWith('.js'));
const BLOCK = /(<script type="application\/json">)(.*?)(<\/script>)/s;

const eager = (element) => element.replace('<news-explainer', '<news-explainer loading="eager"');
const byAddress = (src) => `<news-explainer loading="eager" src="${src}"><p class="fallback">The fallback.</p></news-explainer>`;

/** Opens a page on which nothing may be achieved. */
async function quietly(address, body, allow = []) {
  const { ran, before } = watch(origin);
  // The one picture of the fixture is another host's.
  const picture = /paper\.example\/works\.jpg/;
  const result = await onPage(address, { before, allow: [ONLY_REPORTS, NOT_LOADED, picture, ...allow] }, async (page) => {
    const result = await body(page);
    await frames(page);
    return result;
  });
  assert.deepEqual(ran, [], `${address}: something was achieved`);
  return result;
}

const settled = (page) => until(page, () => [...document.querySelectorAll('news-explainer')].every((element) => element.dataset.state));
const states = (page) => page.evaluate(() => [...document.querySelectorAll('news-explainer')].map((element) => element.dataset.state));

/** The lines that stand as an event's title and as a question, as text. */
const titles = (page) =>
  page.evaluate(() => [...document.querySelectorAll('.explainer-event-title, .explainer-question-title')].map((title) => title.textContent));

function assertInert({ strange, clicked }) {
  assert.deepEqual(strange, []);
  assert.ok(clicked > 10, `only ${clicked} clicks`);
}

// ── The author's format ──────────────────────────────────────────────────────────────────────────────────────────────

const BATCH = 60;
const batches = parts(LINES, BATCH).map((lines, index) => ({ lines, document: authored(`hostile-${index}`, lines) }));
const PER_PAGE = 3;

for (const [number, group] of parts(batches, PER_PAGE).entries()) {
  test(`printed, strings from ${number * PER_PAGE * BATCH} on: inert words`, async () => {
    const elements = [];
    for (const { document } of group) elements.push(eager(await made('print', document)));
    await quietly(put(`/hostile-${number}.html`, plainPage(elements.join('\n'))), async (page) => {
      await inState(page, 'interactive');
      const expected = group.flatMap(({ lines }) => [...lines, ...lines]);
      assert.deepEqual((await titles(page)).sort(), expected.sort());
      assertInert(await poke(page, HANDLERS, 60));
      await frames(page);
      assert.deepEqual([...new Set(await states(page))], ['interactive']);
    });
  });

  test(`by address, strings from ${number * PER_PAGE * BATCH} on: inert words`, async () => {
    const sources = [];
    for (const { document } of group) sources.push(put(`/${document.id}.json`, await made('publish', document)));
    await quietly(put(`/hostile-${number}-src.html`, plainPage(sources.map(byAddress).join('\n'))), async (page) => {
      await inState(page, 'interactive');
      const expected = group.flatMap(({ lines }) => [...lines, ...lines]);
      assert.deepEqual((await titles(page)).sort(), expected.sort());
      assertInert(await poke(page, ['onclick', 'onerror', 'onload', 'onmouseover', 'onfocus', 'ontoggle'], 20));
      assert.deepEqual([...new Set(await states(page))], ['interactive']);
    });
  });
}

// ── A server that has turned hostile ─────────────────────────────────────────────────────────────────────────────────

/** Gives one string after the other. */
const turns = (from) => () => PAYLOADS[from++ % PAYLOADS.length];

/**
 * What may hold any words: labels, the controls' words, ids, the language; and every text of the words. The document's own
 * id stays where `words` are to be written: their ids must begin with it.
 */
function withWords(next, keepsId = false) {
  const isWord = (names) => ['words', ...(keepsId ? [] : ['id']), 'lang'].includes(names[0]) || names.includes('label') || names.at(-1) === 'ids';
  return {
    timeline: mapped(published.timeline, (text, names) => (isWord(names) ? next() : text)),
    words: rewritten(published.words, next),
  };
}

const WORDS_OF_A_TIMELINE = Object.values(published.timeline.words).flat().length + 12;
const offsets = Array.from({ length: Math.ceil(PAYLOADS.length / WORDS_OF_A_TIMELINE) }, (_, turn) => turn * WORDS_OF_A_TIMELINE);

for (const [number, group] of parts(offsets, 6).entries()) {
  test(`sheets with hostile words, ${number}: they are words`, async () => {
    const sources = group.map((from) => put(`/words-${from}.json`, JSON.stringify(withWords(turns(from), true))));
    await quietly(put(`/words-${number}.html`, plainPage(sources.map(byAddress).join('\n'))), async (page) => {
      await settled(page);
      assert.deepEqual([...new Set(await states(page))], ['interactive']);
      assertInert(await poke(page, HANDLERS, 60));
      assert.equal(await page.locator('.fallback').count(), 0);
    });
  });

  test(`data blocks with hostile words, ${number}: the print stands, the controls have words`, async () => {
    const elements = group.map((from) => {
      const { timeline } = withWords(turns(from));
      return eager(printed.replace(BLOCK, (_, open, text, close) => open + island(timeline) + close));
    });
    await quietly(put(`/blocks-${number}.html`, plainPage(elements.join('\n'))), async (page) => {
      await settled(page);
      assert.deepEqual([...new Set(await states(page))], ['interactive']);
      assertInert(await poke(page, HANDLERS, 60));
      assert.equal(await page.locator('.explainer-title').first().textContent(), 'Everything at once');
    });
  });
}

test('with a hostile string in every place that has one, the document is not read and what stood there stays', async () => {
  const sources = offsets.map((from) => put(`/all-${from}.json`, JSON.stringify(mapped(published, turns(from)))));
  const blocks = offsets.map((from) => eager(printed.replace(BLOCK, (_, open, text, close) => open + island(mapped(JSON.parse(text), turns(from))) + close)));
  await quietly(put('/all.html', plainPage([...sources.map(byAddress), ...blocks].join('\n'))), async (page) => {
    await settled(page);
    assert.deepEqual([...new Set(await states(page))], ['failed']);
    assert.equal(await page.locator('.fallback').count(), sources.length);
    assert.equal(await page.locator('.explainer-title').count(), blocks.length);
    assert.deepEqual([...new Set(await page.evaluate(() => window.seen.events.map(({ detail }) => detail.code)))], ['document-not-read']);
  }, [NOT_READ]);
});

test('every string as every attribute and element of words by address: refused, or inert', async () => {
  const runtime = SCRIPTS.find((name) => name.startsWith('explainer-runtime'));
  const values = [...PAYLOADS, ...ADDRESSES.map(({ url }) => url), 'url(https://evil.example/a.svg#b)', 'u\\72l(//evil.example/a.svg#b)', '//evil.example/a.png', '/\t/evil.example/a.png', '/\\evil.example/a.png'];
  const { timeline } = published;
  await quietly(put('/write.html', '<!doctype html><title>Writing</title><div id="room"></div>'), async (page) => {
    const { written, refused, strange } = await page.evaluate(async ([runtime, values, handlers, timeline]) => {
      const { default: load, write } = await import(runtime);
      await load({ module_or_path: runtime.replace(/\.js$/, '_bg.wasm') });
      const room = document.getElementById('room');
      const found = { written: 0, refused: 0, strange: [] };
      const attempt = (words, look) => {
        room.textContent = 'fallback';
        try {
          write(room, JSON.stringify({ timeline, words }), 2);
        } catch {
          found.refused += 1;
          if (room.innerHTML !== 'fallback') found.strange.push(`touched by ${JSON.stringify(words)}`);
          return;
        }
        found.written += 1;
        for (const element of room.querySelectorAll('*')) {
          const what = look(element);
          if (what) found.strange.push(`${what}: ${JSON.stringify(words)}`.slice(0, 200));
        }
      };
      const page = new URL(document.baseURI);
      const address = (element) => {
        for (const name of ['href', 'src']) {
          if (!element.hasAttribute(name)) continue;
          const value = element.getAttribute(name);
          // What no browser can read leads nowhere.
          if (!URL.canParse(value, page)) continue;
          const { protocol, host, username } = new URL(value, page);
          if (!['https:', 'http:', 'mailto:'].includes(protocol)) return protocol;
          if (username) return 'a user name';
          if (!/^(https?:\/\/|mailto:)/.test(value) && host !== page.host) return 'another host';
        }
      };
      for (const value of values) {
        attempt([['a', { href: value }, 'x']], address);
        attempt([['svg', ['a', { href: value }, ['text', 'x']]]], address);
        // A picture may be anyone's, and would be asked for.
        if (!/^https?:\/\//.test(value)) attempt([['img', { src: value, alt: '' }]], address);
        attempt([['svg', { width: '9', height: '9' }, ['rect', { fill: value, stroke: value, width: '9', height: '9' }]]], () => '');
        attempt([['svg', { viewBox: value, overflow: value }, ['path', { d: value, 'stroke-dasharray': value, 'font-family': value }]]], () => '');
        attempt([['p', { lang: value, dir: value, 'data-id': value, 'data-filter': value, 'aria-label': value, tabindex: value }, value]], (element) => {
          // Half of a surrogate pair is no character, and becomes the one for that.
          return element.childNodes.length === 1 && element.textContent === value.toWellFormed() ? '' : 'other words';
        });
        attempt([['time', { datetime: value }, value]], () => '');
        attempt([['p', { id: value }, 'x']], ({ id }) => (id === timeline.id || id.startsWith(`${timeline.id}--`) ? '' : 'another id'));
        attempt([['p', { class: value }, 'x']], ({ className }) => (className.split(/\s/).every((name) => name.startsWith('explainer-')) ? '' : 'another class'));
        attempt([[value, 'x']], (element) => (element.localName === value ? '' : 'another element'));
        attempt([['p', { [value]: 'x' }, 'x']], (element) => (element.getAttributeNames().join() === value ? '' : 'another attribute'));
      }
      const before = found.written;
      for (const name of [...handlers, 'style', 'srcdoc', 'action', 'formaction', 'srcset', 'ping', 'background', 'xlink:href', 'slot', 'is', 'name', 'target']) {
        for (const kind of ['p', 'a', 'img', 'svg', 'path', 'details']) attempt([[kind, { [name]: 'alert(1)' }]], () => 'written');
      }
      for (const kind of ['script', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'base', 'meta', 'link', 'style', 'template', 'use', 'image', 'animate',
        'set', 'foreignObject', 'math', 'video', 'audio', 'source', 'portal', 'marquee', 'noscript', 'plaintext', 'xmp', 'frameset', 'news-explainer', 'slot']) {
        for (const words of [[[kind, 'alert(1)']], [['svg', [kind, {}, 'alert(1)']]]]) attempt(words, () => 'written');
      }
      if (found.written !== before) found.strange.push('what may not be written was written');
      room.textContent = '';
      return found;
    }, [`/${runtime}`, values, HANDLERS, timeline]);
    console.log(`# ${written} written, ${refused} refused`);
    assert.deepEqual([strange.length, strange.slice(0, 20)], [0, []]);
    assert.ok(written > 5000 && refused > 3000, `${written} written, ${refused} refused`);
    // Chromium's own word on numbers and paths that are none.
  }, [/^error: Error: <(svg|path|rect)> attribute /]);
});

test('sheets that nest without end are refused, and their neighbours come alive', async () => {
  const bomb = (depth) => `{"timeline": ${JSON.stringify(published.timeline)}, "words": ${'["p",'.repeat(depth)}"x"${']'.repeat(depth)}}`;
  const sources = [200, 5_000, 200_000].map((depth) => put(`/bomb-${depth}.json`, bomb(depth)));
  put('/calm.json', JSON.stringify(published));
  await quietly(put('/bombs.html', plainPage(sources.map(byAddress).join('\n'))), async (page) => {
    await inState(page, 'failed');
    assert.deepEqual([...new Set(await page.evaluate(() => window.seen.events.map(({ detail }) => detail.code)))], ['document-not-read']);
    await page.evaluate((element) => document.querySelector('main').insertAdjacentHTML('beforeend', element), byAddress('/calm.json'));
    await until(page, () => document.querySelector('news-explainer:last-child').dataset.state === 'interactive');
  }, [NOT_READ, /require-trusted-types-for|TrustedHTML/]);
});

// ── Ids, prototypes, addresses ───────────────────────────────────────────────────────────────────────────────────────

const CLOBBERS = ['createelement', 'body', 'head', 'constructor', 'prototype', 'proto', 'location', 'cookie', 'forms', 'children', 'attributes',
  'parentnode', 'length', 'name', 'id', 'tostring', 'valueof', 'hasownproperty', 'customelements', 'self', 'top', 'window', 'document', 'undefined', 'null'];

test('ids that are names of the browser’s own shadow nothing, with three explainers on the page', async () => {
  const ids = (document) => ({
    ...document,
    faq: document.faq.map((question, index) => ({ ...question, id: `${CLOBBERS[index]}-q` })),
    timeline: { ...document.timeline, events: document.timeline.events.map((event, index) => ({ ...event, id: CLOBBERS[index] })) },
  });
  const documents = ['constructor-of', 'body-of', 'createelement-of'].map((id) => ids(authored(id, LINES.slice(0, CLOBBERS.length))));
  const [first, second] = await Promise.all([made('print', documents[0]), made('publish', documents[1])]);
  const elements = [eager(first), byAddress(put('/clobber.json', second)), byAddress(put('/clobber-again.json', second))];
  await quietly(put('/clobber.html', plainPage(elements.join('\n'))), async (page) => {
    await inState(page, 'interactive');
    const found = await page.evaluate((names) => {
      const ids = [...document.querySelectorAll('news-explainer [id]')].map((element) => element.id);
      return {
        doubled: ids.filter((id, index) => ids.indexOf(id) !== index),
        bare: names.filter((name) => document.getElementById(name)),
        made: document.createElement('p').localName,
        body: document.body.localName,
        constructor: document.constructor.name,
        count: ids.length,
      };
    }, CLOBBERS);
    assert.deepEqual([found.doubled, found.bare, found.made, found.body, found.constructor], [[], [], 'p', 'body', 'HTMLDocument']);
    assert.ok(found.count > 3 * 2 * CLOBBERS.length);
    assertInert(await poke(page, ['onclick'], 60));
  });
});

test('a data block or a sheet with the names of prototypes changes none', async () => {
  const polluted = (value) => JSON.stringify(value).replace('{', '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},').replaceAll('"words":{', '"words":{"__proto__":{"x":1},');
  const block = printed.replace(BLOCK, (_, open, text, close) => open + polluted(JSON.parse(text)).replaceAll('<', '\\u003c') + close);
  const sheet = put('/polluted.json', polluted(published));
  await quietly(put('/polluted.html', plainPage(eager(block) + byAddress(sheet))), async (page) => {
    await inState(page, 'interactive');
    assert.equal(await page.evaluate(() => typeof {}.x), 'undefined');
  });
});

const FRAGMENTS = [
  ...['<svg onload=alert(1)>', '--"]', '%', '%zz', '--%00', '--plan"],body,[x="', ';from=;to=', ';from=a-b-c;to=1-1-1', ';from=9999999999999-01-01;to=-9999999999999-12-31',
    ';from=2000-01-01;to=1999-01-01', '--plan;from=1950-01-01', '--plan;to=;from=', '--__proto__', '--constructor', '--plan;;;;', `--${'a'.repeat(200_000)}`,
    ';from=1950-99-99;to=1950-00-00', ';from=-0-1-1;to=0-1-1'].map((rest) => `everything${rest}`),
  'javascript:alert(1)', '<img src=x onerror=alert(1)>', ':~:text=alert', `"><script>alert(1)</script>`,
];

test('hostile fragments of the address do nothing', async () => {
  put('/fragments.html', plainPage(eager(printed)));
  for (const fragment of FRAGMENTS.slice(0, 6)) {
    await quietly(`/fragments.html#${fragment}`, (page) => inState(page, 'interactive'));
  }
  await quietly('/fragments.html', async (page) => {
    await inState(page, 'interactive');
    await page.evaluate(async (fragments) => {
      for (const fragment of fragments) {
        location.hash = fragment;
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, [...FRAGMENTS, ...LINES.slice(0, 100)]);
    await frames(page);
    assert.deepEqual(await states(page), ['interactive']);
    assertInert(await poke(page, ['onclick'], 50));
  });
});

test('every string as a search finds what it finds, and is marked as text', async () => {
  await quietly(put('/search.html', plainPage(eager(printed))), async (page) => {
    await inState(page, 'interactive');
    await page.evaluate(async (lines) => {
      const input = document.querySelector('news-explainer').shadowRoot.querySelector('input');
      for (const line of [...lines, '']) {
        input.value = line;
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, PAYLOADS);
    await frames(page);
    assert.deepEqual(await states(page), ['interactive']);
  });
});

// ── What this stands on ──────────────────────────────────────────────────────────────────────────────────────────────

test('the built scripts have no way to make a page from a string', async () => {
  assert.ok(SCRIPTS.length >= 2);
  for (const name of SCRIPTS) {
    const script = await built(name);
    // Yew brings the import of a setter that nothing of ours calls: the policy of the pages above reports each call.
    // The name of a policy's source is no call.
    const ours = script.replaceAll("'wasm-unsafe-eval'", '').replace(/__wbg_set_innerHTML_\w+:function\((\w),(\w),(\w)\)\{\1\.innerHTML=\w+\(\2,\3\)\}/, '');
    const found = ours.match(/\beval\b|\bnew Function\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|DOMParser|srcdoc/g);
    assert.equal(found, null, name);
  }
});

test('the detector finds what runs: the same strings as raw HTML do run', async () => {
  put('/raw.html', '<!doctype html><title>Raw</title><body>');
  const { ran, before } = watch(origin);
  let others = 0;
  for (const payloads of parts(PAYLOADS, 250)) {
    await onPage('/raw.html', { before, allow: [/[^]*/] }, async (page) => {
      await page.evaluate(async (payloads) => {
        for (const payload of payloads) {
          const room = document.createElement('div');
          document.body.append(room);
          room.innerHTML = payload;
          for (const element of room.querySelectorAll('*')) {
            for (const name of ['click', 'mouseover', 'focus', 'error', 'load', 'toggle', 'animationstart', 'pointerover']) element.dispatchEvent(new Event(name));
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
      }, payloads).catch(() => {});
      others += page.said.filter(({ kind }) => kind === 'request to others').length;
    }).catch(() => {});
  }
  const scripts = ran.filter((what) => !what.startsWith('navigation') && !what.startsWith('error'));
  console.log(`# ${scripts.length} executions, ${ran.length} notices in all, ${others} requests to others`);
  assert.ok(scripts.length >= 100, `only ${scripts.length} executions were found`);
});
