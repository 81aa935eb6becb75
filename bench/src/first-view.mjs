// The first view: when words are read and when the timeline answers, on a slow line and a slow processor, for a reader who
// has never been here and for one who has.

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { site } from './site.mjs';
import { story as tell } from './story.mjs';
import * as pages from './pages.mjs';
import { cargo, DIST, launch, median, PACKAGES, pause } from './tools.mjs';

/** Network in bits per second and milliseconds a turn; processor, how many times slower; the window in CSS pixels. */
export const SETTINGS = {
  phone: { label: '412×823, 1.6 Mbit/s, 150 ms, CPU ÷4', width: 412, height: 823, bits: 1.6e6, turn: 150, slower: 4 },
  'old phone': { label: '390×844, 1.6 Mbit/s, 150 ms, CPU ÷6', width: 390, height: 844, bits: 1.6e6, turn: 150, slower: 6 },
  desk: { label: '1280×900, 50 Mbit/s, 20 ms, CPU as it is', width: 1280, height: 900, bits: 50e6, turn: 20, slower: 1 },
};

/** The pages, put on a site. Answers it, and the pages' names by system. */
export async function prepare() {
  const story = await tell();
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'explainer-bench-')), 'story.json');
  await writeFile(file, JSON.stringify(story));
  const explainer = (command, ...args) => cargo('--bin', 'explainer', '--', command, file, ...args);
  const { origin, put, close } = await site({
    '/timelinejs/': path.join(PACKAGES, '@knight-lab/timelinejs/dist'),
    '/vis/': path.join(PACKAGES, 'vis-timeline'),
    '/': DIST,
  });
  for (const [name, text] of Object.entries(await pages.reactChronoFiles())) put(name, text);
  put('/plain.css', 'body { max-width: 40rem; margin: 1rem auto; font: 1rem/1.5 sans-serif }');
  put('/story.json', await explainer('publish'));
  const lines = '<link rel="stylesheet" href="/news-explainer.css">\n<script type="module" src="/news-explainer.js"></script>';
  const printed = await explainer('print', '--loading', 'eager', '--assets', '/', '--pinned', DIST);
  const [head, element] = printed.split(/(?=<news-explainer)/);
  const named = {
    'plain HTML': pages.plain(story, {}),
    'plain HTML, one sheet': pages.plain(story, { stylesheet: '/plain.css' }),
    TimelineJS: pages.timelineJs(story),
    'vis-timeline': pages.visTimeline(story),
    'react-chrono': pages.reactChrono(story),
    'ours, printed': pages.printed(story, { head, element }),
    'ours, by address': pages.byAddress(story, { head: lines, address: '/story.json' }),
  };
  const names = Object.entries(named).map(([system, html], index) => [system, put(`/first-view-${index}.html`, html)]);
  return { origin, close, names: Object.fromEntries(names) };
}

/** Runs in every page, before anything of it. */
function observe() {
  const seen = (window.seen = { tasks: [], shift: 0, largest: 0 });
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('longtask', ({ startTime, duration }) => seen.tasks.push([startTime, duration]));
  watch('layout-shift', ({ value }) => (seen.shift += value));
  watch('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
}

/** One load. Times in milliseconds from the navigation's start, sizes in bytes over the wire. */
async function load(context, address, { bits, turn, slower }, isStill) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  let bytes = 0;
  let pending = 0;
  devtools.on('Network.requestWillBeSent', () => (pending += 1));
  devtools.on('Network.loadingFailed', () => (pending -= 1));
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    pending -= 1;
    bytes += encodedDataLength;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false, latency: turn, downloadThroughput: bits / 8, uploadThroughput: bits / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(observe);
  await page.goto(address, { waitUntil: 'load' });
  if (!isStill) await page.waitForFunction(() => performance.getEntriesByName('interactive').length);
  // What follows of itself belongs to it.
  do await pause(600); while (pending > 0);
  const found = await page.evaluate(() => {
    const count = (root) => [...root.querySelectorAll('*')].reduce((sum, node) => sum + (node.shadowRoot ? count(node.shadowRoot) : 0), root.querySelectorAll('*').length);
    return {
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      largest: window.seen.largest,
      interactive: performance.getEntriesByName('interactive')[0]?.startTime,
      blocking: window.seen.tasks.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0),
      tasks: window.seen.tasks,
      shift: window.seen.shift,
      nodes: count(document),
      // When each file was asked for and when it was there, in the order in which they came.
      files: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
        ({ name, startTime, responseEnd, encodedBodySize }) => ({ name: new URL(name).pathname.slice(1), from: startTime, to: responseEnd, bytes: encodedBodySize }),
      ),
    };
  });
  await page.close();
  return { ...found, bytes };
}

/** Measures every system, one after the other in turn, `rounds` times, in one setting. Answers the loads by system. */
export async function firstView(setting, { rounds = 7, systems } = {}) {
  const { origin, close, names } = await prepare();
  const browser = await launch();
  const { width, height } = SETTINGS[setting];
  const loads = {};
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [system, name] of Object.entries(names)) {
        if (systems && !systems.includes(system)) continue;
        const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1 });
        const isStill = system.startsWith('plain');
        const cold = await load(context, origin + name, SETTINGS[setting], isStill);
        const warm = await load(context, origin + name, SETTINGS[setting], isStill);
        await context.close();
        // The first round warms the machine up.
        if (round > 0) (loads[system] ??= []).push({ cold, warm });
      }
    }
  } finally {
    await browser.close();
    await close();
  }
  return loads;
}

/** What loads fetched until the timeline answered, with medians of when it was asked for and there: a waterfall. */
export function waterfall(loads) {
  const names = loads[0].files.map(({ name }) => name).filter((name) => loads.every(({ files }) => files.some((file) => file.name === name)));
  return names.map((name) => {
    const of = (part) => median(loads.map(({ files }) => files.find((file) => file.name === name)[part]));
    return { name, bytes: of('bytes'), from: of('from'), to: of('to') };
  });
}

/** The medians of some loads, with the spread of what is timed as [lowest, highest]. */
export function summary(loads) {
  const of = (name) => loads.map((load) => load[name]);
  const timed = (name) => ({ median: median(of(name)), spread: [Math.min(...of(name)), Math.max(...of(name))] });
  return {
    bytes: median(of('bytes')), nodes: median(of('nodes')), shift: Math.max(...of('shift')),
    painted: timed('painted'), largest: timed('largest'), interactive: timed('interactive'), blocking: timed('blocking'),
  };
}
