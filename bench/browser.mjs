// How fluent the timeline is in Chromium with very many events: node bench/browser.mjs [NUMBER …]
// Needs a built dist/ (`cargo xtask build`). Prints a table in Markdown; asserts nothing.
//
// Numbers up to 100,000 are printed documents with all their texts; above, the marks come without texts.

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { interactive, onPage, plainPage, put, ROOT } from '../tests/e2e/support.mjs';

const run = promisify(execFile);
const numbers = process.argv.slice(2).map(Number);
if (!numbers.length) numbers.push(34, 1000, 5000, 100000, 1000000);

/** The most events that an author's file (16 MB) has room for. */
const WRITTEN = 100000;
const FRAMES = 180;

async function cargo(...args) {
  const { stdout } = await run('cargo', ['run', '--quiet', '--release', ...args], { cwd: ROOT, maxBuffer: 1 << 28 });
  return stdout;
}

/** A printed element with so many events. */
async function element(number) {
  if (number === 34) return cargo('--bin', 'explainer', '--', 'print', 'assets/explainer.json');
  const file = path.join(tmpdir(), `many-events-${number}.json`);
  await writeFile(file, await cargo('--example', 'many_events', '--', String(Math.min(number, WRITTEN))));
  const args = ['--bin', 'explainer', '--', 'print', file, '--all-events', 'https://example.org/all.html'];
  const printed = await cargo(...args);
  return number <= WRITTEN ? printed : multiplied(printed, number);
}

/** The same element with more events and without texts: each event again, some days later each time. */
function multiplied(printed, number) {
  return printed.replace(/(<script type="application\/json" data-holds="document">)([^]*?)(<\/script>)/, (_, open, json, close) => {
    const data = JSON.parse(json);
    const { timeline, content } = data.document;
    const times = Math.ceil(number / WRITTEN);
    const later = ({ id, bounds, ...mark }, time) => ({ ...mark, id: time ? `${id}-${time}` : id, bounds: bounds.map((day) => day + time * 3) });
    timeline.marks = timeline.marks.flatMap((mark) => Array.from({ length: times }, (_, time) => later(mark, time)));
    timeline.marks.sort((a, b) => a.bounds[0] - b.bounds[0]);
    const { date } = content.events[0];
    content.events = timeline.marks.map(() => ({ date, title: '' }));
    content.runs = content.runs.map((run) => ({ ...run, length: run.length * times }));
    return open + JSON.stringify(data).replace(/</g, '\\u003c') + close;
  });
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const rounded = (number) => (number < 10 ? number.toFixed(1) : Math.round(number).toLocaleString('en'));

/** Moves something in every frame and answers how long the frames were, and the work in each, sorted. */
function measure(page, kind) {
  return page.evaluate(
    async ([kind, FRAMES]) => {
      const root = document.querySelector('news-explainer').shadowRoot;
      const axis = root.querySelector('.marks');
      const box = axis.getBoundingClientRect();
      const y = box.top + box.height - 20;
      const pointer = (type, x) =>
        axis.dispatchEvent(
          new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1, clientX: x, clientY: y, button: 0 }),
        );
      const wheel = (deltaY) =>
        axis.dispatchEvent(
          new WheelEvent('wheel', {
            bubbles: true, composed: true, cancelable: true, ctrlKey: true, deltaY,
            clientX: box.left + box.width * 0.97, clientY: y,
          }),
        );
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const lengths = [];
      axis.setPointerCapture = () => {};
      if (kind === 'pan') for (let count = 0; count < 8; count += 1) (wheel(-100), await frame());
      if (kind === 'pan') pointer('pointerdown', box.left + 100);
      let before = await frame();
      let x = box.left + 100;
      for (let count = 0; count < FRAMES; count += 1) {
        if (kind === 'pan') {
          x += count % 60 < 30 ? 12 : -12;
          pointer('pointermove', x);
        } else {
          wheel(count % 60 < 30 ? -40 : 40);
        }
        const now = await frame();
        lengths.push(now - before);
        before = now;
      }
      if (kind === 'pan') pointer('pointerup', x);
      return lengths.sort((a, b) => a - b);
    },
    [kind, FRAMES],
  );
}

console.log('| events | data block, MB | data to interactive, ms | heap, MB | zoom, p50 / p95 ms | pan, p50 / p95 ms | search, ms | nodes |');
console.log('|---|---|---|---|---|---|---|---|');
for (const number of numbers) {
  test(`${number} events`, async () => {
    const printed = await element(number);
    const data = printed.slice(printed.indexOf('<script'));
    const address = put(`/many-events-${number}.html`, plainPage(printed.replace('<news-explainer', '<news-explainer loading="eager"')));
    const before = (page) =>
      page.addInitScript(() => {
        document.addEventListener('news-explainer:ready', () => (window.readyAt = performance.now()), { once: true });
        document.addEventListener('readystatechange', () => (window.parsedAt ??= performance.now()));
      });
    await onPage(address, { before, allow: [/./] }, async (page) => {
      await interactive(page);
      const { ready, heap } = await page.evaluate(() => ({
        ready: window.readyAt - window.parsedAt,
        heap: performance.memory?.usedJSHeapSize ?? 0,
      }));
      await page.evaluate(() => document.querySelector('.explainer-timeline-head').scrollIntoView());
      const zoom = await measure(page, 'zoom');
      const pan = await measure(page, 'pan');
      const nodes = await page.evaluate(() => document.querySelector('news-explainer').shadowRoot.querySelectorAll('*').length);
      const search = await page.evaluate(async () => {
        const input = document.querySelector('news-explainer').shadowRoot.querySelector('input');
        const began = performance.now();
        input.value = 'mis';
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return performance.now() - began;
      });
      const cells = [
        number.toLocaleString('en'), (data.length / 1e6).toFixed(2), rounded(ready), rounded(heap / 1e6),
        `${rounded(at(zoom, 0.5))} / ${rounded(at(zoom, 0.95))}`, `${rounded(at(pan, 0.5))} / ${rounded(at(pan, 0.95))}`,
        number > WRITTEN ? '–' : rounded(search), nodes,
      ];
      console.log(`| ${cells.join(' | ')} |`);
    });
  });
}
