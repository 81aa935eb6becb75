// What is read without our script, and what the browser itself does with a page: reader modes, crawlers, text
// fragments, a question's address, paper, the back/forward cache, a broken connection.
//
// Find in page has no test: no driver can open the browser's own search. It opens an answer where the browser opens
// `<details>` for it, since answers are nothing else (06-questions, and the text fragment below, which goes the same way).

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { BROWSER, NOT_LOADED, ROOT, assertHolds, authored, chosen, explainer, fixtures, frames, interactive, onPage, passages, squeeze, until, untilChosen } from './support.mjs';
import { drawn, entry, eras, file, plainList, search, seen, showAxis, step, tool, untilMoved, windowText } from './explore.mjs';
import { origins } from './second-origin.mjs';

const require = createRequire(import.meta.url);
const document_ = await authored();
const { id: DOC, faq } = document_;
const published = (name) => readFile(path.join(ROOT, `tests/published/${name}.html`), 'utf8');
const { asset, put } = await origins();

// ── Reader modes and crawlers ────────────────────────────────────────────────────────────────────────────────────────

/** A story as long as news stories are. */
const STORY = [
  'The harbour council met on Tuesday evening to decide what becomes of the old quay, and did so after four hours of debate, three breaks and one change of the order of the day. Some forty residents had come to listen, more than the room has chairs.',
  'Supporters of the plan, among them most of the traders, spoke of a chance that comes once in a generation; others warned of the cost, of the noise, and of a summer without the market, which has stood on the quay every Saturday since the war.',
  'The vote was close. Eleven members were in favour, nine against, and one, who owns a house by the quay, took no part in it. The mayor, who may vote when there is a tie, said afterwards that she had not been sorry to be spared.',
  'What was decided is less than what had been asked for. The quay will be closed to cars from April, first for a year, and the trees are to be planted in the autumn; the new hall, the dearest part of the plan, has been put off until the accounts are known.',
  'The engineers had reported in the spring that the wall below the water line moves by a few millimetres in every storm. Nobody in the room disputed their figures, but what follows from them was read in two ways: as a reason to begin at once, and as a reason to wait.',
  'A second report, which the traders had paid for, counted the visitors on eight weekends and put the losses of a closed summer at a tenth of the yearly turnover. The council took note of it, as its minutes say, and asked for the same count to be made again.',
  'Work is to start with the wall. The harbour master expects that two of the six berths cannot be used before June, and has written to the owners of the boats that lie there; most have answered, he said, and most of those who answered were friendly.',
  'The next meeting is in three weeks. By then the office for roads has to say where the buses will turn, and the council’s own lawyers whether the market may move to the square in front of the church, as both of the parishes have offered.',
];
const story = (paragraphs) => paragraphs.map((text) => `<p>${text}</p>`).join('\n');

/** Pages of hosts around an element: what a reader mode has to tell the story from. */
const HOSTS = {
  'a host’s article': (element) => `
    <header><a href="/">The Meridian Ledger</a><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
    <main><article><h1>The vote on the quay</h1><p>By a reporter, 14 November</p>${story(STORY)}${element}</article></main>
    <aside><h2>Most read</h2><ol><li><a href="/a">Rain for the weekend</a></li><li><a href="/b">The cup final</a></li></ol></aside>
    <footer><p>All rights reserved. <a href="/imprint">Imprint</a></p></footer>`,
  'a WordPress post': (element) => `
    <div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">The Meridian Ledger</a></p>
    <nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu"><li class="menu-item"><a href="/world">World</a></li></ul></nav></header>
    <div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
    <article id="post-14" class="post-14 post type-post status-publish format-standard hentry category-world">
    <header class="entry-header"><h1 class="entry-title">The vote on the quay</h1><div class="entry-meta"><span class="posted-on">14 November</span></div></header>
    <div class="entry-content">${story(STORY.slice(0, 2))}<div class="wp-block-html">${element}</div>${story(STORY.slice(2))}</div>
    <footer class="entry-footer"><span class="cat-links">Posted in <a href="/world">World</a></span></footer></article>
    <div id="comments" class="comments-area"><h2 class="comments-title">Two thoughts</h2><ol class="comment-list"><li class="comment">First!</li></ol></div></main></div>
    <aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Recent posts</h2><ul><li><a href="/a">Rain</a></li></ul></section></aside>
    </div></div>`,
};
const page = (body, { lang = 'en', head = '' } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>The vote on the quay</title>${head}</head><body>${body}</body></html>`;

/** The printed passages by what they are: what has no other such element within it. Runs on the page. */
function printed() {
  const copy = document.querySelector('news-explainer').cloneNode(true);
  for (const number of copy.querySelectorAll('.explainer-cite')) number.remove();
  const names = 'p, li, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, blockquote, .explainer-date';
  const within = (selector) =>
    [...copy.querySelectorAll(selector)].flatMap((part) => [...part.querySelectorAll(names)].filter((one) => !one.querySelector(names)).map(({ textContent }) => textContent));
  return { article: within('.explainer-article'), events: within('.explainer-event'), questions: within('.explainer-question'), glossary: within('.explainer-glossary') };
}

let browser;
before(async () => {
  // Playwright turns the back/forward cache off by default.
  browser = await chromium.launch({ ...BROWSER, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
});
after(() => browser.close());

/** What Mozilla's Readability makes of the page that is open, in two ways. Runs on the page. */
function read(way) {
  // Firefox hands the page to its reader as text, and reads that by a parser of its own.
  const parsed = way === 'as Firefox does' ? new JSDOMParser().parse(new XMLSerializer().serializeToString(document), location.href) : document.cloneNode(true);
  const reader = new DOMParser().parseFromString(new Readability(parsed, { keepClasses: true }).parse()?.content ?? '', 'text/html').body;
  for (const number of reader.querySelectorAll('.explainer-cite')) number.remove();
  return reader.textContent;
}

/** The default document and every fixture: name and language. */
const all = [
  { name: 'default', lang: document_.lang },
  ...(await Promise.all((await fixtures()).map(async ({ name, file }) => ({ name, lang: JSON.parse(await readFile(file, 'utf8')).lang })))),
];

for (const [host, wrap] of Object.entries(HOSTS)) {
  for (const way of ['by the browser’s DOM', 'as Firefox does']) {
    test(`a reader mode, ${way}, keeps all of every fixture in ${host}`, async (t) => {
      const context = await browser.newContext();
      const reader = await context.newPage();
      const sums = {};
      const missing = [];
      for (const { name, lang } of all) {
        await reader.setContent(page(wrap(await published(name)), { lang }));
        for (const file of ['JSDOMParser', 'Readability']) await reader.evaluate(await readFile(require.resolve(`@mozilla/readability/${file}.js`), 'utf8'));
        const text = squeeze(await reader.evaluate(read, way));
        for (const [kind, list] of Object.entries({ story: STORY, ...(await reader.evaluate(printed)) })) {
          const lost = list.map(squeeze).filter((passage) => !text.includes(passage));
          const sum = (sums[kind] ??= [0, 0]);
          sum[0] += list.length - lost.length;
          sum[1] += list.length;
          // Five hundred events outweigh every story: a reader mode takes them for the article.
          if (name !== 'five-hundred' || kind === 'events') missing.push(...lost.map((passage) => `${name}, ${kind}: ${passage}`));
        }
      }
      await context.close();
      t.diagnostic(Object.entries(sums).map(([kind, [kept, count]]) => `${kind} ${kept} of ${count}`).join(', '));
      assert.deepEqual(missing, []);
    });
  }
}

/** A document of many events that are no more than a date, a title and a category: each is short, and all stand in one list. */
const bare = (count) => ({
  id: 'landings', lang: 'en', title: 'Who landed at the quay', kind: 'explainer', published: '2023-11-14', as_of: '2023-11-14',
  lead: 'Every landing that the harbour book has.',
  timeline: {
    categories: [{ id: 'trade', label: 'Trade and passengers' }, { id: 'fishing', label: 'Fishing and repairs' }],
    events: Array.from({ length: count }, (_, index) => ({
      id: `landing-${index}`, date: `${1700 + index}-0${1 + (index % 9)}-1${index % 9}`, category: index % 2 ? 'trade' : 'fishing',
      title: `Landing number ${index + 1} in the harbour book of the town`,
    })),
  },
  faq: [{ id: 'book', question: 'Who kept the book?', answer: 'The harbour master, and his clerk when he was at sea.' }],
});

for (const count of [110, 200]) {
  for (const way of ['by the browser’s DOM', 'as Firefox does']) {
    test(`a reader mode, ${way}, keeps a story of some 800 words beside ${count} bare events`, async () => {
      const element = await explainer('print', await file(`bare-${count}.json`, JSON.stringify(bare(count))));
      const long = [...STORY, ...STORY.map((text) => `Once more: ${text}`)];
      assert.ok(long.join(' ').split(' ').length > 700);
      const context = await browser.newContext();
      const reader = await context.newPage();
      await reader.setContent(page(`<main><article><h1>The vote on the quay</h1>${story(long)}${element}</article></main>`));
      for (const script of ['JSDOMParser', 'Readability']) await reader.evaluate(await readFile(require.resolve(`@mozilla/readability/${script}.js`), 'utf8'));
      const expected = [...long, ...Object.values(await reader.evaluate(printed)).flat()].map(squeeze);
      assert.ok(expected.length > 2 * count);
      assertHolds(squeeze(await reader.evaluate(read, way)), expected, `beside ${count} events`);
      await context.close();
    });
  }
}

test('a reader mode keeps everything whatever the author’s ids are', async () => {
  const context = await browser.newContext();
  const reader = await context.newPage();
  // Each of these words makes Readability throw a part away.
  for (const word of ['comment', 'related', 'social', 'sidebar', 'footer']) {
    await reader.setContent(page(HOSTS['a WordPress post']((await published('default')).replaceAll(DOC, `${word}-story`))));
    await reader.evaluate(await readFile(require.resolve('@mozilla/readability/Readability.js'), 'utf8'));
    const expected = Object.values(await reader.evaluate(printed)).flat().map(squeeze);
    assertHolds(squeeze(await reader.evaluate(read, 'by the browser’s DOM')), expected, `with “${word}” in every id`);
  }
  await context.close();
});

test('a reader mode keeps all of a living page', async () => {
  const address = await put('living.html', page(HOSTS['a host’s article'](await published('default')), {
    head: `<link rel="stylesheet" href="${asset}/news-explainer.css"><script type="module" src="${asset}/news-explainer.js"></script>`,
  }));
  // The reader itself is no part of the page, and its policy is not the reader's.
  const context = await browser.newContext({ bypassCSP: true });
  const living = await context.newPage();
  living.isScripted = true;
  await living.goto(address);
  await interactive(living);
  await living.evaluate(await readFile(require.resolve('@mozilla/readability/Readability.js'), 'utf8'));
  const expected = Object.values(await living.evaluate(printed)).flat().map(squeeze);
  assertHolds(squeeze(await living.evaluate(read, 'by the browser’s DOM')), expected, 'in a reader mode');
  await context.close();
});

test('who reads only the file finds every printed passage of every fixture in it, outside of scripts', async () => {
  const context = await browser.newContext();
  const crawler = await context.newPage();
  for (const { name, lang } of all) {
    const html = await published(name);
    await crawler.setContent(page(html, { lang }));
    const expected = Object.values(await crawler.evaluate(printed)).flat().map(squeeze);
    const text = await crawler.evaluate((html) => {
      const bare = html.replace(/<script\b.*?<\/script>/gs, '').replace(/<sup class="explainer-cite">.*?<\/sup>/gs, '').replace(/<(?:\/?)[a-z][^>]*>/g, '');
      return Object.assign(document.createElement('textarea'), { innerHTML: bare }).value;
    }, html);
    assertHolds(squeeze(text), expected, `in the file of ${name}`);
  }
  await context.close();
});

// ── Places in the page ───────────────────────────────────────────────────────────────────────────────────────────────

for (const script of [true, false]) {
  test(`a text fragment opens the answer that it lands in, script ${script ? 'on' : 'off'}`, async () => {
    const { id } = faq[2];
    const [passage] = passages({ answer: faq[2].answer });
    const some = encodeURIComponent(passage.split(' ').slice(3, 9).join(' '));
    await onPage(`/#:~:text=${some}`, { script, width: 390, height: 844 }, async (page) => {
      if (script) await until(page, () => document.querySelector('news-explainer').dataset.state === 'interactive', undefined, 'alive');
      await until(page, (id) => document.querySelector(`.explainer-question[data-id="${id}"]`).open, id, `${id} is open`);
      const { top, bottom } = await page.evaluate((id) => {
        const { top, bottom } = document.querySelector(`.explainer-question[data-id="${id}"] .explainer-answer`).getBoundingClientRect();
        return { top, bottom };
      }, id);
      assert.ok(top < 844 && bottom > 0, `the answer is in sight: ${top} to ${bottom}`);
      assert.equal(await page.evaluate(() => document.querySelectorAll('.explainer-question[open]').length), 1, 'no other answer is');
    });
  });
}

// ── Paper ────────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const script of [true, false]) {
  test(`on paper every source is followed by its address, script ${script ? 'on' : 'off'}`, async () => {
    await onPage('/', { script }, async (page) => {
      if (script) await interactive(page);
      await page.emulateMedia({ media: 'print' });
      await frames(page);
      const said = await page.evaluate(() =>
        [...document.querySelectorAll('.explainer-sources cite > a')].map((link) => {
          const { content, display, visibility } = getComputedStyle(link, '::after');
          return { url: link.href, isSaid: content.includes(link.getAttribute('href')) && display !== 'none' && visibility === 'visible' && link.checkVisibility() };
        }),
      );
      assert.deepEqual(said.filter(({ isSaid }) => !isSaid), []);
      assert.equal(said.length, document_.sources.filter(({ url }) => url).length);
    });
  });
}

// ── Away and back ────────────────────────────────────────────────────────────────────────────────────────────────────

test('the back/forward cache keeps a living page as it was', async () => {
  const head = `<link rel="stylesheet" href="${asset}/news-explainer.css"><script type="module" src="${asset}/news-explainer.js"></script>`;
  const here = await put('here.html', page(await published('default'), { head }));
  const there = await put('there.html', page('<p>Elsewhere.</p>'));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const tab = await context.newPage();
  tab.isScripted = true;
  const look = async () => ({
    window: await windowText(tab),
    chosen: await chosen(tab),
    seen: await seen(tab),
    open: await tab.evaluate(() => [...document.querySelectorAll('.explainer-question[open]')].map(({ dataset }) => dataset.id)),
    text: await search(tab).inputValue(),
  });
  await tab.goto(here);
  await interactive(tab);
  await step(tab, 'next').click();
  const whole = await windowText(tab);
  await tool(tab, 'zoom in').click();
  await untilMoved(tab, whole);
  await search(tab).fill('treaty');
  await tab.locator('.explainer-question > summary').first().click();
  await frames(tab);
  const before = await look();
  assert.ok(before.chosen && before.open.length === 1 && before.window !== whole);

  await tab.evaluate(() => addEventListener('pageshow', ({ persisted }) => (window.isRestored = persisted)));
  await tab.goto(there);
  // Playwright waits in vain for a page that is not loaded anew, and knows its frames only after a while.
  await tab.evaluate(() => setTimeout(() => history.back()));
  const isRestored = () => tab.evaluate(() => window.isRestored === true).catch(() => false);
  for (let turn = 0; turn < 200 && !(await isRestored()); turn += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(await isRestored(), 'the page is restored, not loaded');
  await frames(tab);
  assert.deepEqual(await look(), before);
  await tool(tab, 'whole span').click();
  await untilMoved(tab, before.window);
  await context.close();
});

test('no script of ours hears `unload` or `beforeunload`, which would keep the page out of that cache', async () => {
  const files = [];
  for (const folder of ['assets', 'src', 'dist']) {
    for (const name of await readdir(path.join(ROOT, folder), { recursive: true })) {
      if (/\.(js|rs|wasm)$/.test(name)) files.push(path.join(ROOT, folder, name));
    }
  }
  assert.ok(files.some((file) => file.endsWith('.wasm')) && files.length > 20, `${files.length} files`);
  for (const file of files) assert.doesNotMatch(await readFile(file, 'latin1'), /(?:before)?unload\b/i, file);
});

test('once loaded, everything works without a connection, and asks for nothing', async () => {
  await onPage('/', { width: 1280, height: 900, allow: [NOT_LOADED] }, async (page) => {
    await interactive(page);
    await page.context().setOffline(true);
    const asked = [];
    // The page's icon is the browser's own affair: it asks for it whenever the address changes.
    page.on('request', (request) => request.url().endsWith('/icon.svg') || asked.push(request.url()));

    await showAxis(page);
    const { id } = (await drawn(page)).findLast(({ count }) => count === 1);
    await page.locator(`news-explainer .mark[data-id="${id}"] .explainer-target`).click();
    await untilChosen(page, id);
    for (const control of [tool(page, 'zoom in'), tool(page, 'zoom out'), eras(page).first(), tool(page, 'whole span'), tool(page, 'even spacing')]) {
      const before = await windowText(page);
      await control.click();
      await untilMoved(page, before);
    }
    await plainList(page).click();
    await frames(page);
    assert.equal((await seen(page)).length, document_.timeline.events.length);
    await entry(page, 'Economy').click();
    await frames(page);
    assert.ok((await seen(page)).length < document_.timeline.events.length);
    await entry(page, 'Economy').click();
    await search(page).fill('treaty');
    await frames(page);
    assert.ok((await seen(page)).length < document_.timeline.events.length);
    await search(page).fill('');
    await page.locator('news-explainer .faq-head button').click();
    await until(page, (count) => document.querySelectorAll('.explainer-question[open]').length === count, faq.length);
    await page.evaluate((hash) => (location.hash = hash), `${DOC}--treaty-1961;from=1950-01-01;to=1969-12-31`);
    await untilChosen(page, 'treaty-1961');
    await page.emulateMedia({ media: 'print' });
    await frames(page);
    assert.deepEqual(asked, []);
    await page.context().setOffline(false);
  });
});
