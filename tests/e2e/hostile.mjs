// Hostile strings, the documents they are put into, and a page that counts whatever they achieve.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { POLICY, ROOT, explainer } from './support.mjs';

const CORPUS = path.join(ROOT, 'tests/corpora/xss');
const lines = async (name) => (await readFile(path.join(CORPUS, name), 'utf8')).split('\n').filter(Boolean);
const collections = ['ammonia-fragments', 'blns', 'bleach-data', 'h5sc-items', 'patt-markdown'].map((name) => lines(`${name}.jsonl`));

/** All strings of the corpus. */
export const PAYLOADS = (await Promise.all(collections)).flat().map((line) => JSON.parse(line).payload);
/** All addresses, with their verdicts. */
export const ADDRESSES = (await lines('url-schemes.jsonl')).map((line) => JSON.parse(line));
/** The names of all event handler attributes. */
export const HANDLERS = await lines('event-handlers.txt');

/** As the author's format takes them in a field of one line: without control characters and the white space around. */
export const LINES = PAYLOADS.map((payload) => payload.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').trim()).filter(Boolean);

const escaped = (line) => line.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Parts of at most `length` of a list. */
export const parts = (list, length) => Array.from({ length: Math.ceil(list.length / length) }, (_, at) => list.slice(at * length, (at + 1) * length));

/** An author's document with one of the lines in each field: each is an event's title and a question once, and they take turns in the rest. */
export function authored(id, lines) {
  let turn = 0;
  const line = () => lines[turn++ % lines.length];
  const prose = () => escaped(line());
  const events = lines.map((title, index) => ({
    id: `e${index}`, date: String(1900 + index), title, body: prose(), category: index % 2 ? 'one' : 'two', sources: ['source'],
    ...(index % 5 ? {} : { status: 'disputed', claims: [{ by: line(), stance: 'asserts', says: prose() }, { by: line(), stance: 'denies', says: prose() }] }),
    ...(index === 0 ? { media: { src: '/icon.svg', alt: line(), width: 1, height: 1, caption: prose(), credit: line() } } : {}),
  }));
  return {
    id, lang: 'en', title: line(), kind: 'news', standfirst: prose(), credit: prose(), lead: prose(), authors: [line(), line()],
    published: '2023-11-12', updated: '2023-11-13', as_of: '2023-11-12',
    sections: [{ id: 'section', heading: line(), body: prose() }],
    timeline: {
      heading: line(),
      categories: [{ id: 'one', label: line() }, { id: 'two', label: line() }],
      eras: [{ id: 'before', label: line(), period: '1900/1929' }, { id: 'after', label: line(), period: '1930/1999' }],
      events,
    },
    faq: lines.map((question, index) => ({ id: `q${index}`, question, answer: prose() })),
    glossary: [{ term: line(), definition: prose() }],
    sources: [{ id: 'source', publisher: line(), title: line(), url: 'https://good.example/' }],
    since_publication: [{ date: '2024-01', text: prose(), sources: ['source'] }],
    corrections: [{ date: '2023-11-13', text: prose(), was: prose() }],
  };
}

/** What the command line makes of an author's document. */
export async function made(command, document) {
  const folder = await mkdtemp(path.join(tmpdir(), 'explainer-'));
  try {
    const file = path.join(folder, 'document.json');
    await writeFile(file, JSON.stringify(document));
    return await explainer(command, file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** JSON as it may stand in a page. */
export const scriptJson = (value) => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A value with its strings replaced: `to(string, names)` is given the names of the members that lead there. */
export function mapped(value, to, names = []) {
  if (typeof value === 'string') return to(value, names);
  if (Array.isArray(value)) return value.map((each, index) => mapped(each, to, [...names, index]));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapped(each, to, [...names, name])]));
  return value;
}

/** What is heard of a page: whatever runs, tells the test. Runs in every frame before anything else. */
function listen() {
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    Object.defineProperty(window, name, { configurable: true, value: () => void window.tellTheTest(name) });
  }
  // Scripts that fail, not pictures that do not come.
  addEventListener('error', (event) => event.target === window && window.tellTheTest(`error ${event.message}`), true);
}

/**
 * What `onPage` needs as `before`, for a page on which everything that is attempted is counted: it can run, since the policy only
 * reports, but nothing leaves this machine.
 */
export function watch(origin) {
  const ran = [];
  const before = async (page) => {
    await page.exposeBinding('tellTheTest', (_, what) => ran.push(what));
    await page.addInitScript(listen);
    page.on('dialog', (dialog) => (ran.push(`dialog ${dialog.message()}`), dialog.dismiss().catch(() => {})));
    page.context().on('page', (popup) => popup !== page && (ran.push('window'), popup.close().catch(() => {})));
    let first;
    page.on('framenavigated', (frame) => {
      const address = frame.url().split('#')[0];
      first ??= address;
      if (frame !== page.mainFrame() || address !== first) ran.push(`navigation ${address}`);
    });
    await page.route(() => true, async (route) => {
      const request = route.request();
      if (!request.url().startsWith(`${origin}/`)) return route.abort();
      if (request.resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      return route.fulfill({ response, headers: { ...headers, 'content-security-policy-report-only': POLICY } });
    });
  };
  return { ran, before };
}

/** What Chromium has to say of a policy that only reports. */
export const ONLY_REPORTS = /was delivered in report-only mode, but does not specify/;

/**
 * Does on the page whatever a reader could, and much more: every event on every element, and clicks on all controls and some links.
 * Answers what was found on the way.
 */
export function poke(page, handlers, count) {
  return page.evaluate(async ([handlers, count]) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
    // Only those links are held back that may lead somewhere.
    addEventListener('click', (event) => {
      const link = event.composedPath().find((node) => node.localName === 'a');
      if (link && /^(https?|mailto):/.test(link.href) && link.pathname !== location.pathname) event.preventDefault();
    }, true);
    const elements = all(document.body);
    const found = { elements: elements.length, clicked: 0, strange: [] };
    const note = (element, what) => found.strange.push(`${element.localName} ${what}`);
    for (const element of elements) {
      if (/^(script|iframe|object|embed|form|base|meta|link|style|template|frame|use|animate|set|foreignobject|video|audio|math)$/i.test(element.localName)) {
        if (element.type !== 'application/json') note(element, 'is here');
      }
      for (const { name, value } of element.attributes) {
        if (/^on|^style$|^srcdoc$|^formaction$|^action$/.test(name) && element.getRootNode() === document) note(element, `${name}=${value}`);
      }
      if (element.localName === 'a') {
        const { protocol } = new URL(element.getAttribute('href'), document.baseURI);
        if (!['https:', 'http:', 'mailto:'].includes(protocol)) note(element, protocol);
      }
    }
    for (const handler of handlers) for (const element of elements) element.dispatchEvent(new Event(handler.slice(2)));
    await frame();
    const clickable = elements.filter((element) => element.matches('a, button, summary, label, [role="button"], [tabindex], input, select'));
    // All controls, and as many of the links as are asked for, from everywhere.
    const links = clickable.filter((element) => element.getRootNode() === document);
    const step = Math.max(1, Math.ceil(links.length / count));
    const chosen = clickable.filter((element) => element.getRootNode() !== document || links.indexOf(element) % step === 0);
    for (const [index, element] of chosen.entries()) {
      element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
      found.clicked += 1;
      if (index % 20 === 0) await frame();
    }
    await frame();
    return found;
  }, [handlers, count]);
}
