// What every end-to-end test stands on: the built site under its strict policy, one browser, and pages that tell what
// went wrong on them.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = path.resolve(ROOT, process.env.EXPLAINER_DIST || 'dist');

/** The strictest policy that the element runs under (docs/hosting.md). */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export const BROWSER = {
  executablePath: process.env.CHROME || '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // The same glyph edges and no blinking bars of scrolling on every machine.
    '--hide-scrollbars',
    '--font-render-hinting=none',
  ],
};

/** How long anything may take that is waited for. Not a measurement: a stop for what hangs. */
export const PATIENCE = 60_000;

const closing = [];
after(async () => {
  for (const close of closing.reverse()) await close();
});

function once(make) {
  let made;
  return () => (made ??= make());
}

// ── The site ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const pages = new Map();
/** The paths that this site has been asked for, in order. */
export const asked = [];

async function listening(handle) {
  const server = http.createServer((request, response) => {
    handle(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve) && server.closeAllConnections()));
  return server.address().port;
}

/** `dist/` and the pages that tests have put beside it, on 127.0.0.1. Answers the origin. */
export const site = once(async () => {
  assert.ok(existsSync(path.join(DIST, 'index.html')), 'dist/ has not been built: cargo xtask build');
  return `http://127.0.0.1:${await listening(answer)}`;
});

/** The policy of a page that stands in frames of others. */
export const FRAMED_POLICY = `${POLICY}; form-action 'none'; frame-ancestors *`;

/**
 * The same files as another site has them, from which others may take them and frame them. Answers the origin, whose
 * host is another one, so that a browser keeps the two apart.
 */
export const otherSite = once(async () => {
  const headers = {
    'access-control-allow-origin': '*',
    'content-security-policy': FRAMED_POLICY,
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  };
  return `http://localhost:${await listening((request, response) => answer(request, response, headers))}`;
});

async function answer(request, response, more) {
  let name = decodeURIComponent(new URL(request.url, 'http://here').pathname);
  asked.push(name);
  if (name === '/') name = '/index.html';
  const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
  const file = path.join(DIST, path.normalize(name));
  const { body, policy, headers: own } = pages.get(name) ?? {
    body: file.startsWith(DIST) ? await readFile(file).catch(() => undefined) : undefined,
    policy: POLICY,
  };
  const headers = { 'content-type': type, 'cache-control': 'no-store' };
  if (policy) headers['content-security-policy'] = policy;
  Object.assign(headers, own, more);
  if (body === undefined) {
    response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('not found');
    return;
  }
  response.writeHead(200, headers);
  for (const part of [body].flat()) response.write(await part);
  response.end();
}

/**
 * Puts a file beside `dist/`'s own, for this test file only (a list of parts is sent one by one, as promises fulfil); without a policy where that is null, and with more headers if
 * there are any. Answers its path.
 */
export function put(name, body, policy = POLICY, headers = {}) {
  pages.set(name, { body, policy, headers });
  return name;
}

/** A file of `dist/` as text. */
export const built = (name) => readFile(path.join(DIST, name), 'utf8');

put('/plain.css', 'body { margin: 1rem; font: 1rem/1.5 sans-serif; overflow-wrap: anywhere; }');

/** A plain page of some host around an element. */
export function plainPage(element, { title = 'A page', lang = 'en', head = '' } = {}) {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/plain.css">
<link rel="stylesheet" href="/news-explainer.css">
<script type="module" src="/news-explainer.js"></script>
${head}
</head>
<body>
<main>
<h1>${title}</h1>
${element}
</main>
</body>
</html>`;
}

// ── Documents ────────────────────────────────────────────────────────────────────────────────────────────────────────

const run = promisify(execFile);

/** The command line's program, built if need be. */
const program = once(async () => {
  const args = ['build', '--quiet', '--package', 'news-explainer', '--bin', 'explainer', '--message-format=json'];
  const { stdout } = await run('cargo', args, { cwd: ROOT, maxBuffer: 1 << 26 });
  const lines = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return lines.find((line) => line.executable && line.target.name === 'explainer').executable;
});

/** What the command line prints of a document. */
export async function explainer(command, file, ...options) {
  const { stdout } = await run(await program(), [command, file, ...options], { cwd: ROOT, maxBuffer: 1 << 28 });
  return stdout;
}

/** Pictures of others, which a document may have, are blocked by the policy of these pages. */
const PICTURES = [/^(request to others: |error: Loading the image '|policy: img-src )https:\/\/paper\.example\//];

/** The valid documents among the fixtures: name, path, and what their pages may say. */
export async function fixtures() {
  const folder = path.join(ROOT, 'tests/fixtures');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  assert.ok(names.length >= 9, `expected at least 9 fixtures, found ${names.length}`);
  return Promise.all(names.map(async (name) => {
    const file = path.join(folder, name);
    const hasPicture = /"src"\s*:/.test(await readFile(file, 'utf8'));
    return { name: name.slice(0, -'.json'.length), file, allow: hasPicture ? [...PICTURES, NOT_LOADED] : [] };
  }));
}

/** Prints a fixture into a plain page. Answers the page's path. */
export async function fixturePage({ name, file }) {
  const { lang, title } = JSON.parse(await readFile(file, 'utf8'));
  const plain = title.replace(/[<>&]/g, '');
  return put(`/fixture-${name}.html`, plainPage(await explainer('print', file), { title: `Around ${plain}`, lang }));
}

/** The author's default document. */
export const authored = async () => JSON.parse(await readFile(path.join(ROOT, 'assets/explainer.json'), 'utf8'));

/** The members of an author's document that hold words. */
const WORDS = new Set(
  ['title', 'standfirst', 'authors', 'credit', 'lead', 'heading', 'body', 'label', 'by', 'says', 'question', 'answer']
    .concat(['term', 'definition', 'publisher', 'text', 'was', 'alt', 'caption']),
);

/** Every passage of an author's document as a reader should find it, without its Markdown. */
export function passages(json, name = '') {
  if (Array.isArray(json)) return json.flatMap((item) => passages(item, name));
  if (json && typeof json === 'object') return Object.entries(json).flatMap(([key, value]) => passages(value, key));
  return typeof json === 'string' && WORDS.has(name) ? plain(json) : [];
}

function plain(markdown) {
  return markdown
    .split(/\n+/)
    .map((line) => line.replace(/^\s*(?:>\s*|[-*+]\s+|\d+[.)]\s+)+/, ''))
    .map((line) => line.replace(/\[\^[^\]]+\]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'))
    .map((line) => line.replace(/(\*\*?|__?)(?=\S)(.*?\S)\1/g, '$2').replace(/\\([!-/:-@[-`{-~])/g, '$1'))
    .map(squeeze)
    .filter(Boolean);
}

/** White space as a reader sees it. */
export const squeeze = (text) => text.replace(/\s+/g, ' ').trim();

// ── Pages ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const browser = once(async () => {
  const started = await chromium.launch(BROWSER);
  closing.push(() => started.close());
  return started;
});

/** Written down on every page from its first moment. */
function record() {
  const seen = { violations: [], shifts: [], events: [] };
  window.seen = seen;
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`);
  });
  for (const name of ['ready', 'select', 'toggle', 'filter', 'error']) {
    document.addEventListener(`news-explainer:${name}`, (event) => {
      const { bubbles, composed, detail } = event;
      seen.events.push({ name, bubbles, composed, detail: detail && { ...detail }, target: event.target.localName });
    });
  }
  const rect = ({ x, y, width, height }) => [x, y, width, height].join(' ');
  const note = (list) => {
    for (const entry of list) {
      const nodes = entry.sources.map(
        ({ node, previousRect, currentRect }) =>
          `${node?.className?.baseVal ?? node?.className ?? node?.nodeName} ${rect(previousRect)} → ${rect(currentRect)}`,
      );
      seen.shifts.push({ value: entry.value, nodes });
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  window.takeShifts = () => (note(observer.takeRecords()), seen.shifts);
}

/**
 * Opens a page, hands it to `body`, and fails when it has said or done anything that `allow` (patterns) does not name:
 * console messages, errors, broken policy, requests to others.
 */
export async function onPage(address, options, body) {
  const { width = 1280, height = 900, dark = false, script = true, allow = [], before, ...context } = options;
  const origin = await site();
  const place = await (await browser()).newContext({
    viewport: { width, height },
    deviceScaleFactor: 1,
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    locale: 'en-GB',
    ...context,
  });
  try {
    const page = await place.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.isScripted = script;
    const said = [];
    page.on('console', (message) => said.push({ kind: message.type(), text: message.text() }));
    page.on('pageerror', (error) => said.push({ kind: 'page error', text: String(error) }));
    page.on('crash', () => said.push({ kind: 'crash', text: '' }));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) said.push({ kind: 'request to others', text: request.url() });
    });
    page.said = said;
    await page.addInitScript(record);
    await before?.(page);
    await page.goto(origin + address, { waitUntil: 'load' });
    const result = await body(page);
    // What is still under way on the page has its turn first.
    await frames(page);
    // A frame that nothing came to has no page to ask, and would be waited for.
    for (const frame of page.frames().filter((frame) => frame === page.mainFrame() || /^https?:/.test(frame.url()))) {
      for (const violation of await frame.evaluate(() => window.seen?.violations ?? [])) {
        said.push({ kind: 'policy', text: violation });
      }
    }
    // A test that measures within a picture out of sight makes the browser lay it out, which Chromium remarks on.
    const ours = said.filter(({ text }) => text !== 'Rendering was performed in a subtree hidden by content-visibility.');
    const unexpected = ours.filter(({ kind, text }) => !allow.some((pattern) => pattern.test(`${kind}: ${text}`)));
    assert.deepEqual(unexpected, [], `${address} was not quiet`);
    return result;
  } finally {
    await place.close();
  }
}

/** The same with a page that is alive. */
export function onLivingPage(address, options, body) {
  return onPage(address, options, async (page) => {
    await interactive(page);
    return body(page);
  });
}

/** Lets a page draw itself a few times. With scripts off nothing is pending. */
export async function frames(page, count = 3) {
  if (!page.isScripted) return;
  await page.evaluate(async (count) => {
    for (let left = count; left > 0; left -= 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
}

/** Waits until `question` answers something true on the page; answers that. */
export async function until(page, question, argument, what = String(question)) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await page.evaluate(question, argument);
    if (found) return found;
    assert.ok(Date.now() < end, `waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until every explainer of the page is in a state. */
export async function inState(page, state) {
  const waits = (state) => {
    const states = [...document.querySelectorAll('news-explainer')].map((element) => element.dataset.state);
    if (states.length && states.every((each) => each === state)) return true;
    // What has failed never comes to life.
    if (state === 'interactive' && states.includes('failed')) throw new Error('the explainer has failed');
    return false;
  };
  await until(page, waits, state, `data-state="${state}"`);
}

/** Brings the reader to what comes to life: the default is to begin then. */
export const comeNear = (page, index = 0) =>
  page.evaluate((index) => {
    const element = document.querySelectorAll('news-explainer')[index];
    (element.querySelector('.explainer-timeline-head') ?? element).scrollIntoView();
  }, index);

/** Waits until every explainer of the page is interactive and drawn. */
export async function interactive(page) {
  await comeNear(page);
  await inState(page, 'interactive');
  await frames(page);
}

/** Holds requests back until `release` is called. `asked` resolves when the first has come. */
export async function hold(page, pattern) {
  let release;
  let ask;
  const released = new Promise((resolve) => (release = resolve));
  const asked = new Promise((resolve) => (ask = resolve));
  await page.route(pattern, async (route) => {
    ask();
    await released;
    await route.continue().catch(() => {});
  });
  return { release, asked };
}

/** The files of the two programs. */
export const WASM = '**/explainer-*.wasm';
export const PROGRAM = /\/explainer-(runtime|app)[^/]*\.js(\?|$)/;
/** What Chromium itself says of a resource that did not come, or is not what it should be. */
export const NOT_LOADED = /^error: (Failed to load resource|Failed to find a valid digest|Fetch API cannot load .* SRI)/;

/** The custom events so far: [name, detail] pairs, and that they all bubble and are composed. */
export async function events(page, name) {
  const seen = await page.evaluate(() => window.seen.events);
  for (const event of seen) {
    assert.ok(event.bubbles && event.composed, `${event.name} must bubble and be composed`);
    assert.equal(event.target, 'news-explainer');
  }
  return seen.filter((event) => event.name === name).map((event) => event.detail);
}

/** All text that is on the screen, without source numbers (which stand within sentences), as a reader sees it. */
export async function readerText(page) {
  const text = await page.evaluate(() => {
    for (const number of document.querySelectorAll('.explainer-cite')) number.remove();
    return document.body.innerText;
  });
  return squeeze(text);
}

/** Fails unless a text holds every passage. */
export function assertHolds(text, passages, where) {
  const missing = passages.filter((passage) => !text.includes(passage));
  assert.deepEqual(missing, [], `${missing.length} of ${passages.length} passages are missing ${where}`);
}

/** Buttons anywhere, also in open shadow roots. */
export function buttons(page) {
  return page.evaluate(() => {
    const within = (root) =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element.matches('button, [role="button"], input') ? [element.outerHTML.slice(0, 80)] : []),
        ...(element.shadowRoot ? within(element.shadowRoot) : []),
      ]);
    return within(document);
  });
}

/** The id of the chosen event, or null. */
export function chosen(page) {
  return page.evaluate(() => document.querySelector('.explainer-event[aria-current]')?.dataset.id ?? null);
}

/** Waits until an event is the chosen one. */
export function untilChosen(page, id) {
  const is = (id) => document.querySelector('.explainer-event[aria-current]')?.dataset.id === id;
  return until(page, is, id, `the event ${id} is chosen`);
}

/** The ids of all events in print order. */
export function eventIds(page) {
  return page.evaluate(() => [...document.querySelectorAll('.explainer-event')].map((event) => event.dataset.id));
}

/** The id of the document, which stands before every printed id. */
export function prefix(page) {
  return page.evaluate(() => document.querySelector('.explainer-head').id);
}
