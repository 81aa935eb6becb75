// Strings from a document reach the page as text and nothing else: printed, by address, in the data block, in the address bar.
// The policy of these pages only reports, so that whatever could run would run.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { NOT_LOADED, ROOT, built, frames, inState, onPage, plainPage, put, site, until } from './support.mjs';
import { ADDRESSES, HANDLERS, LINES, ONLY_REPORTS, PAYLOADS, authored, made, mapped, parts, poke, scriptJson, watch } from './hostile.mjs';

const origin = await site();
const NOT_READ = /^warning: news-explainer: document-not-read: /;
const published = JSON.parse(await readFile(path.join(ROOT, 'tests/published/everything.json'), 'utf8'));
const printed = await readFile(path.join(ROOT, 'tests/published/everything.html'), 'utf8');
const FILES = await readdir(path.resolve(ROOT, process.env.EXPLAINER_DIST || 'dist'));
const SCRIPTS = FILES.filter((name) => name.endsWith('.js'));
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

/** Members whose strings are no words: what they may hold is a closed set or a grammar. */
const TYPED = new Set(['id', 'web', 'src', 'url', 'all_events', 'dir', 'extent', 'doubt', 'status', 'stance', 'spacing']);
const isTyped = (names) => TYPED.has(names.findLast((name) => typeof name === 'string'));
/** A value with other strings wherever any may stand. */
const withWords = (value, next) => mapped(value, (text, names) => (isTyped(names) ? text : next()));

const { document: document_ } = published;
const count = (value) => { let strings = 0; withWords(value, () => (strings += 1, '')); return strings; };
const offsetsFor = (value) => Array.from({ length: Math.ceil(PAYLOADS.length / count(value)) }, (_, turn) => turn * count(value));

test('published documents with hostile words in every place: they are words', async () => {
  const sources = offsetsFor(document_).map((from) => put(`/words-${from}.json`, JSON.stringify(withWords({ document: document_ }, turns(from)))));
  await quietly(put('/words.html', plainPage(sources.map(byAddress).join('\n'))), async (page) => {
    await settled(page);
    assert.deepEqual([...new Set(await states(page))], ['interactive']);
    assertInert(await poke(page, HANDLERS, 60));
    assert.equal(await page.locator('.fallback').count(), 0);
  });
});

for (const [number, group] of parts(offsetsFor(document_.timeline), 6).entries()) {
  test(`data blocks with hostile words, ${number}: the print stands, the controls have words`, async () => {
    const elements = group.map((from) => eager(printed.replace(BLOCK, (_, open, text, close) => open + scriptJson(withWords(document_.timeline, turns(from))) + close)));
    await quietly(put(`/blocks-${number}.html`, plainPage(elements.join('\n'))), async (page) => {
      await settled(page);
      assert.deepEqual([...new Set(await states(page))], ['interactive']);
      assertInert(await poke(page, HANDLERS, 60));
      assert.equal(await page.locator('.explainer-title').first().textContent(), 'Everything at once');
    });
  });
}

test('with a hostile string in every place that has one, the document is not read and what stood there stays', async () => {
  const offsets = offsetsFor(document_.timeline);
  const sources = offsets.map((from) => put(`/all-${from}.json`, JSON.stringify(mapped(published, turns(from)))));
  const blocks = offsets.map((from) => eager(printed.replace(BLOCK, (_, open, text, close) => open + scriptJson(mapped(JSON.parse(text), turns(from))) + close)));
  await quietly(put('/all.html', plainPage([...sources.map(byAddress), ...blocks].join('\n'))), async (page) => {
    await settled(page);
    assert.deepEqual([...new Set(await states(page))], ['failed']);
    assert.equal(await page.locator('.fallback').count(), sources.length);
    assert.equal(await page.locator('.explainer-title').count(), blocks.length);
    assert.deepEqual([...new Set(await page.evaluate(() => window.seen.events.map(({ detail }) => detail.code)))], ['document-not-read']);
  }, [NOT_READ]);
});

test('every string in every place of a document that is no word: refused, or inert', async () => {
  const app = SCRIPTS.find((name) => name.startsWith('explainer-app'));
  const wasm = FILES.find((name) => /^explainer-app.*wasm$/.test(name));
  const values = [...PAYLOADS, ...ADDRESSES.map(({ url }) => url), 'url(https://evil.example/a.svg#b)', 'u\\72l(//evil.example/a.svg#b)', '//evil.example/a.png', '/\t/evil.example/a.png', '/\\evil.example/a.png'];
  // One place of each kind, by the members that lead to it; and a text, in whose place something else may be put.
  const places = {};
  mapped(document_, (text, names) => {
    const kind = names.filter((name) => typeof name === 'string').join('.');
    if (isTyped(names) || ['lang', 'datetime'].includes(names.at(-1))) places[kind] ??= names;
    return text;
  });
  assert.ok(Object.keys(places).length >= 20, Object.keys(places).join());
  await quietly(put('/read.html', '<!doctype html><title>Reading</title><div id="room"></div>'), async (page) => {
    const found = await page.evaluate(async ([app, wasm, values, handlers, document_, places]) => {
      const { default: load, readDocument } = await import(app);
      await load({ module_or_path: wasm });
      const room = document.getElementById('room');
      const found = { printed: 0, refused: 0, strange: [] };
      const page = new URL(document.baseURI);
      /** What is wrong with an element, if anything is. */
      const wrong = (element) => {
        if (/^(script|iframe|object|embed|form|input|button|base|meta|link|style|template|use|image|animate|set|math|video|audio|source)$/i.test(element.localName)) return 'an element';
        for (const name of element.getAttributeNames()) {
          const value = element.getAttribute(name);
          if (/^on|^style$|^srcdoc$|action$|^srcset$|^ping$|^is$|^slot$/.test(name)) return name;
          if (name === 'id' && !/^[a-z0-9-]+$/.test(value)) return `id ${value}`;
          if (name === 'class' && !value.split(/\s/).every((part) => part.startsWith('explainer-'))) return `class ${value}`;
          if (/url\(/i.test(value) && /^(fill|stroke|filter|mask|clip-path|marker.*)$/.test(name)) return `${name} ${value}`;
          // What no browser can read leads nowhere.
          if (!['href', 'src'].includes(name) || !URL.canParse(value, page)) continue;
          const { protocol, host, username } = new URL(value, page);
          if (!['https:', 'http:', 'mailto:'].includes(protocol)) return protocol;
          if (username) return 'a user name';
          if (!/^(https?:\/\/|mailto:)/.test(value) && host !== page.host) return 'another host';
        }
      };
      const attempt = async (changed, what) => {
        let published;
        try {
          published = readDocument(JSON.stringify({ document: changed }));
        } catch {
          found.refused += 1;
          return;
        }
        room.replaceChildren(await published.print(room, 2));
        published.free();
        found.printed += 1;
        for (const element of room.querySelectorAll('*')) {
          const strange = wrong(element);
          if (strange) found.strange.push(`${strange}: ${what}`.slice(0, 200));
        }
      };
      /** The document with another value in a place. */
      const changed = (names, value) => {
        const copy = structuredClone(document_);
        const parent = names.slice(0, -1).reduce((part, name) => part[name], copy);
        parent[names.at(-1)] = value;
        return copy;
      };
      for (const value of values) {
        for (const [kind, names] of Object.entries(places)) {
          // Any word is a language or a moment: one print for both. A picture may be anyone's, and would be asked for.
          if (['datetime', 'lang'].includes(names.at(-1)) || (/\.src$/.test(kind) && /^https?:/.test(value))) continue;
          await attempt(changed(names, value), `${kind} ${value}`);
        }
      }
      const words = Object.entries(places).filter(([, names]) => ['datetime', 'lang'].includes(names.at(-1)));
      for (const value of values) {
        const all = structuredClone(document_);
        for (const [, names] of words) names.slice(0, -1).reduce((part, name) => part[name], all)[names.at(-1)] = value;
        await attempt(all, `words ${value}`);
      }
      const before = found.printed;
      const standfirst = ['content', 'standfirst'];
      for (const name of [...values, ...handlers, 'script', 'iframe', 'object', 'style', 'html', 'svg', 'element', '__proto__x', 'constructor']) {
        if (['text', 'emphasis', 'strong', 'link', 'cite'].includes(name)) continue;
        await attempt(changed(standfirst, [{ [name]: 'alert(1)' }]), name);
        await attempt(changed(standfirst, [[name, { onclick: 'alert(1)' }, 'x']]), name);
        await attempt(changed(['content', 'lead'], [{ [name]: [{ text: 'x' }] }]), name);
      }
      if (found.printed !== before) found.strange.push('what is no text was printed');
      room.replaceChildren();
      return found;
    }, [`/${app}`, `/${wasm}`, values, HANDLERS, document_, places]);
    console.log(`# ${found.printed} printed, ${found.refused} refused`);
    assert.deepEqual([found.strange.length, found.strange.slice(0, 20)], [0, []]);
    assert.ok(found.printed > 1500 && found.refused > 20_000, `${found.printed} printed, ${found.refused} refused`);
  });
});

test('documents that nest without end are refused, and their neighbours come alive', async () => {
  const bomb = (depth) => {
    const text = JSON.stringify({ document: { ...document_, content: { ...document_.content, lead: 'HERE' } } });
    return text.replace('"HERE"', `[${'{"quote":['.repeat(depth)}${']}'.repeat(depth)}]`);
  };
  const sources = [200, 5_000, 200_000].map((depth) => put(`/bomb-${depth}.json`, bomb(depth)));
  put('/calm.json', JSON.stringify(published));
  put('/nested.json', bomb(20));
  await quietly(put('/bombs.html', plainPage(sources.map(byAddress).join('\n'))), async (page) => {
    await inState(page, 'failed');
    assert.deepEqual([...new Set(await page.evaluate(() => window.seen.events.map(({ detail }) => detail.code)))], ['document-not-read']);
    for (const calm of ['/calm.json', '/nested.json']) {
      await page.evaluate((element) => document.querySelector('main').insertAdjacentHTML('beforeend', element), byAddress(calm));
      await until(page, () => document.querySelector('news-explainer:last-child').dataset.state === 'interactive');
    }
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

test('a data block or a published document with the names of prototypes changes none', async () => {
  const polluted = (value) => JSON.stringify(value).replace('{', '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},').replaceAll('"labels":{', '"labels":{"__proto__":{"x":1},');
  const block = printed.replace(BLOCK, (_, open, text, close) => open + polluted(JSON.parse(text)).replaceAll('<', '\\u003c') + close);
  const source = put('/polluted.json', polluted(published));
  await quietly(put('/polluted.html', plainPage(eager(block) + byAddress(source))), async (page) => {
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
    const ours = script.replaceAll("'wasm-unsafe-eval'", '').replace(/\w+:function\((\w),(\w),(\w)\)\{\1\.innerHTML=\w+\(\2,\3\)\}/, '');
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
      }, payloads).catch(() => {});
      // What runs late, such as the error of a picture, is waited for as long as more is found.
      for (let before = -1; before < ran.length; ) {
        before = ran.length;
        await frames(page, 10);
      }
      others += page.said.filter(({ kind }) => kind === 'request to others').length;
    }).catch(() => {});
  }
  const scripts = ran.filter((what) => !what.startsWith('navigation') && !what.startsWith('error'));
  console.log(`# ${scripts.length} executions, ${ran.length} notices in all, ${others} requests to others`);
  assert.ok(scripts.length >= 100, `only ${scripts.length} executions were found`);
});
