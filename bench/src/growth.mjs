// Growth: what a timeline bears. From the page's data to a timeline that answers, frames while it is zoomed and panned by
// real input, elements, and memory, at more and more events.

import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { site } from './site.mjs';
import * as pages from './pages.mjs';
import { cargo, DIST, launch, PACKAGES, pause, quantile } from './tools.mjs';

export const COUNTS = [100, 1_000, 10_000, 100_000, 1_000_000];
/** The most events that an author's file (16 MB) has room for. */
const WRITTEN = 100_000;
/** How long a page may take until it answers, and a movement until it is done, in milliseconds. */
const PATIENCE = 60_000;
/** How many steps a movement has. */
const STEPS = 120;

/**
 * The systems: their page for a document, how a hand zooms and pans in them, and at how many events they are asked at most
 * (at 100,000 TimelineJS kept a browser busy for five minutes without an answer, and could not even be closed).
 */
const SYSTEMS = {
  ours: { page: ourPage, axis: ['news-explainer', '.marks'], zoom: 'wheel', most: Infinity },
  TimelineJS: { page: pages.timelineJs, axis: ['.tl-timenav'], zoom: '.tl-menubar-button', most: 10_000 },
  'vis-timeline': { page: pages.visTimeline, axis: ['#timeline .vis-center'], zoom: 'wheel', most: 10_000 },
  'react-chrono': { page: pages.reactChrono, axis: ['#timeline'], zoom: undefined, most: 10_000 },
};

async function document_(count) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'explainer-bench-')), 'many.json');
  const json = await cargo('--example', 'many_events', '--', String(Math.min(count, WRITTEN)));
  await writeFile(file, json);
  return { standfirst: '', sections: [], faq: [], ...JSON.parse(json), file, count };
}

async function ourPage(story) {
  const args = ['--loading', 'eager', '--assets', '/', '--all-events', 'https://example.org/all.html'];
  const printed = await cargo('--bin', 'explainer', '--', 'print', story.file, ...args);
  const [head, element] = printed.split(/(?=<news-explainer)/);
  return pages.printed(story, { head, element: story.count > WRITTEN ? multiplied(element, story.count) : element });
}

/** The same element with more events and without texts: each event again, some days later each time. */
function multiplied(element, count) {
  return element.replace(/(<script type="application\/json" data-holds="document">)([^]*?)(<\/script>)/, (_, open, json, close) => {
    const data = JSON.parse(json);
    const { timeline, content } = data.document;
    const times = Math.ceil(count / WRITTEN);
    const later = ({ id, bounds, ...mark }, time) => ({ ...mark, id: time ? `${id}-${time}` : id, bounds: bounds.map((day) => day + time * 3) });
    timeline.marks = timeline.marks.flatMap((mark) => Array.from({ length: times }, (_, time) => later(mark, time)));
    timeline.marks.sort((a, b) => a.bounds[0] - b.bounds[0]);
    const { date } = content.events[0];
    content.events = timeline.marks.map(() => ({ date, title: '' }));
    content.runs = content.runs.map((run) => ({ ...run, length: run.length * times }));
    return open + JSON.stringify(data).replace(/</g, '\\u003c') + close;
  });
}

/** The middle of the axis, in CSS pixels of the window. */
const middleOf = (page, [host, inner]) =>
  page.evaluate(([host, inner]) => {
    const found = inner ? document.querySelector(host).shadowRoot.querySelector(inner) : document.querySelector(host);
    found.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = found.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }, [host, inner]);

/** Does something `STEPS` times and answers how long the frames were meanwhile. */
async function framesDuring(page, act) {
  await page.evaluate(() => {
    window.lengths = [];
    let before;
    const frame = (now) => {
      if (!window.lengths) return;
      if (before !== undefined) window.lengths.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const end = Date.now() + PATIENCE / 4;
  for (let step = 0; step < STEPS && Date.now() < end; step += 1) await act(step);
  const lengths = await page.evaluate(() => {
    const { lengths } = window;
    window.lengths = undefined;
    return lengths;
  });
  return { p50: quantile(lengths, 0.5), p95: quantile(lengths, 0.95), max: Math.max(...lengths) };
}

const zoomByWheel = (page) => async (step) => {
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, step % 40 < 20 ? -60 : 60);
  await page.keyboard.up('Control');
};

async function measure(browser, origin, name, { axis, zoom }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const said = [];
  page.on('crash', () => said.push('the page crashed'));
  page.on('pageerror', (error) => said.push(String(error).slice(0, 200)));
  try {
    await page.goto(origin + name, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('interactive').length);
    const ready = await page.evaluate(
      () => performance.getEntriesByName('interactive')[0].startTime - performance.getEntriesByType('navigation')[0].responseEnd,
    );
    await pause(500);
    const [x, y] = await middleOf(page, axis);
    await page.mouse.move(x, y);
    let zoomed;
    if (zoom === 'wheel') zoomed = await framesDuring(page, zoomByWheel(page));
    else if (zoom) zoomed = await framesDuring(page, async (step) => step % 30 || (await page.locator(zoom).nth(step % 60 ? 1 : 0).click()));
    let panned;
    if (zoom) {
      for (let turn = 0; turn < 5 && zoom === 'wheel'; turn += 1) await zoomByWheel(page)(0);
      await page.mouse.down();
      panned = await framesDuring(page, (step) => page.mouse.move(x + (step % 40 < 20 ? step % 20 : 20 - (step % 20)) * 12, y));
      await page.mouse.up();
    } else {
      panned = await framesDuring(page, (step) => page.mouse.wheel(0, step % 40 < 20 ? 60 : -60));
    }
    const memory = await page.evaluate(() => {
      const count = (root) => [...root.querySelectorAll('*')].reduce((sum, node) => sum + 1 + (node.shadowRoot ? count(node.shadowRoot) : 0), 0);
      return { nodes: count(document), heap: performance.memory.usedJSHeapSize, wasm: window.wasmMemory?.() ?? 0 };
    });
    return { ready, zoomed, panned, ...memory };
  } catch (error) {
    return { died: [...said, String(error).split('\n')[0]].join('; ') };
  } finally {
    await context.close().catch(() => {});
  }
}

/** Notes the memories of Wasm that a page makes. */
const WATCH = `<script>
const memories = [];
for (const name of ['instantiate', 'instantiateStreaming']) {
  const real = WebAssembly[name];
  WebAssembly[name] = async (...rest) => {
    const made = await real.apply(WebAssembly, rest);
    for (const value of Object.values((made.instance ?? made).exports)) if (value instanceof WebAssembly.Memory) memories.push(value);
    return made;
  };
}
window.wasmMemory = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
</script>`;

/** Measures every system at every number of events, until it dies. Answers the findings by system, then by number. */
export async function growth({ counts = COUNTS, systems = Object.keys(SYSTEMS) } = {}) {
  const { origin, put, close } = await site({
    '/timelinejs/': path.join(PACKAGES, '@knight-lab/timelinejs/dist'),
    '/vis/': path.join(PACKAGES, 'vis-timeline'),
    '/': DIST,
  });
  const found = {};
  // Files are compressed when they are first asked for, which is nobody's fault.
  const warm = async () => {
    const files = ['news-explainer.css', 'news-explainer.js', ...(await readdir(DIST)).filter((name) => name.startsWith('explainer-'))];
    const peers = ['timelinejs/css/timeline.css', 'timelinejs/js/timeline.js', 'vis/styles/vis-timeline-graph2d.min.css', 'vis/standalone/umd/vis-timeline-graph2d.min.js'];
    for (const file of [...files, ...peers]) await (await fetch(`${origin}/${file}`)).arrayBuffer();
  };
  try {
    for (const [name, text] of Object.entries(await pages.reactChronoFiles())) put(name, text);
    for (const count of counts) {
      const story = await document_(count);
      for (const system of systems) {
        const { most, page } = SYSTEMS[system];
        const dead = Object.values((found[system] ??= {})).some(({ died }) => died);
        if (dead || count > most) continue;
        const name = put(`/growth-${system}-${count}.html`, (await page(story)).replace('<head>', `<head>${WATCH}`));
        await warm();
        // A browser of its own: what one has used up is not another's.
        const browser = await launch();
        found[system][count] = await measure(browser, origin, name, SYSTEMS[system]);
        await browser.close().catch(() => {});
        console.error(system, count, JSON.stringify(found[system][count]));
      }
    }
  } finally {
    await close();
  }
  return found;
}
