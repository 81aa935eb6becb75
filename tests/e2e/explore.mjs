// What the tests of the living timeline's exploring share: its parts, its window in days, documents made for a test.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';
import { ROOT, explainer, frames, onLivingPage, plainPage, put, until } from './support.mjs';

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };
export const SIZES = { wide: WIDE, narrow: NARROW };

const run = promisify(execFile);

// ── Parts ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The tools, in the order in which they stand. */
const TOOLS = ['zoom out', 'zoom in', 'whole span'];
/** Those that a narrow element has in a second row. */
const MORE = ['even spacing', 'plain list'];

export const tool = (page, name) =>
  TOOLS.includes(name)
    ? page.locator('news-explainer .zoom button').nth(TOOLS.indexOf(name))
    : page.locator('news-explainer .find button:not(.help)').nth(MORE.indexOf(name));
export const plainList = (page) => tool(page, 'plain list');
/** Opens the second row of tools, where there is one. */
export async function moreTools(page) {
  const opener = page.locator('news-explainer button.opens');
  if ((await opener.isVisible()) && (await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
}
export const search = (page) => page.locator('news-explainer input[type="search"]');
export const eras = (page) => page.locator('news-explainer .era');
/** An entry of the legend that filters, by a part of its words. */
export const entry = (page, words) => page.locator('news-explainer .filters button.entry', { hasText: words });
export const clear = (page) => page.locator('news-explainer .seen button.clear');
export const axis = (page) => page.locator('news-explainer svg.marks');
export const overview = (page) => page.locator('news-explainer g.window[role="slider"]');
export const marks = (page) => page.locator('news-explainer .mark');
export const tabStop = (page) => page.locator('news-explainer .mark[tabindex="0"]');
export const clusterList = (page) => page.locator('news-explainer .cluster-list');
export const step = (page, which) => page.locator(`news-explainer .steps .${which}`);

export const isOff = async (button) => (await button.getAttribute('aria-disabled')) === 'true';

/** The document's timeline, as it came with the page. */
export async function timeline(page) {
  const json = await page.evaluate(() => document.querySelector('news-explainer > script[type="application/json"]').textContent);
  const data = JSON.parse(json);
  // A document above 500 events comes whole: the timeline is a part of it.
  const { marks, eras, categories, labels, id } = data.document?.timeline ?? data;
  const events = marks.map(({ id, bounds: [first, last], extent = 'day', category, status = 'confirmed' }) => ({
    id, start: first, end: last + 1, middle: (first + last + 1) / 2, isDay: extent === 'day', category, status,
  }));
  return { id, events, eras, categories, labels };
}

/** What has the focus, in whatever tree: how it looks from outside. */
export const focus = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const mark = element?.closest('.mark');
    return {
      name: element?.localName ?? null,
      class: element?.getAttribute('class') ?? '',
      id: (mark ?? element)?.dataset?.id ?? null,
      count: Number(mark?.dataset.count ?? 0),
      text: (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim().slice(0, 80),
      inside: Boolean(element?.closest('news-explainer') ?? element?.getRootNode().host),
    };
  });

/** The marks as they are drawn: ids, how many events each holds, and boxes on the screen. */
export const drawn = (page) =>
  page.evaluate(() => {
    const found = document.querySelector('news-explainer').shadowRoot.querySelectorAll('.mark');
    return [...found].map((mark) => {
      const { left, right, top, bottom } = mark.querySelector('.explainer-target').getBoundingClientRect();
      const { id, count } = mark.dataset;
      return {
        id, count: Number(count), left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2,
        isBar: mark.querySelector('.explainer-target').localName === 'rect', isCluster: mark.querySelector('.explainer-cluster') !== null,
        isCurrent: mark.hasAttribute('aria-current'), name: mark.getAttribute('aria-label'),
      };
    });
  });

export const total = (list) => list.reduce((sum, { count }) => sum + count, 0);

/** A living page with the list of all events open. */
export const onOpenList = (address, options, body) =>
  onLivingPage(address, options, async (page) => {
    await page.locator('.explainer-opener summary').click();
    await frames(page);
    return body(page);
  });

/** The ids of the events that can be seen. */
export const seen = (page) =>
  page.evaluate(() => [...document.querySelectorAll('.explainer-event')].filter((each) => each.checkVisibility()).map(({ dataset }) => dataset.id));

export const selected = (page) => page.evaluate(() => window.seen.events.filter(({ name }) => name === 'select').map(({ detail }) => detail.id));
export const filtered = (page) => page.evaluate(() => window.seen.events.filter(({ name }) => name === 'filter').map(({ detail }) => detail));

/** Waits until so many choices have been told. */
export const untilTold = (page, count) =>
  until(page, (count) => window.seen.events.filter(({ name }) => name === 'select').length >= count, count, `${count} choices`);

/** Brings the axis to the middle of the screen. */
export async function showAxis(page) {
  await axis(page).evaluate((svg) => svg.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await frames(page);
}

/** The axis' box on the screen. */
export const axisBox = (page) =>
  axis(page).evaluate((svg) => (({ left, top, width, height, right, bottom }) => ({ left, top, width, height, right, bottom }))(svg.getBoundingClientRect()));

// ── The window ───────────────────────────────────────────────────────────────────────────────────────────────────────

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ');
const DAY = 86_400_000;

/** The day since 1970-01-01 that a tick's label names; without one of the forms it may have, nothing. */
export function dayOfLabel(label) {
  const [, day, month, year] = /^(?:(?:(\d{1,2}) )?([A-Z][a-z]+) )?(\d{4})$/.exec(label) ?? [];
  const index = month ? MONTHS.findIndex((name) => month.startsWith(name.slice(0, 3))) : 0;
  return year && index >= 0 ? Date.UTC(Number(year), index, Number(day ?? 1)) / DAY : undefined;
}

export const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** The labels of the ticks and where they stand on the screen. */
export const ticks = (page) =>
  page.evaluate(() => {
    const svg = document.querySelector('news-explainer').shadowRoot.querySelector('svg.marks');
    const { left } = svg.getBoundingClientRect();
    // The day of the chosen mark is no tick. A label at the axis' end may stand beside its tick.
    return [...svg.querySelectorAll('.explainer-ticks text:not(.explainer-day)')].map((text) => {
      const box = text.getBoundingClientRect();
      return { x: left + Number(text.previousElementSibling.getAttribute('x1')), left: box.left, right: box.right, label: text.textContent };
    });
  });

/** Where the lines of the ticks stand on the axis. */
export const tickLines = (page) =>
  page.evaluate(() => {
    const svg = document.querySelector('news-explainer').shadowRoot.querySelector('svg.marks');
    return [...svg.querySelectorAll('.explainer-ticks line:not(.explainer-line)')].map((line) => Number(line.getAttribute('x1')));
  });

/** The window in days, read off the ticks of an axis to scale: where a day stands, and which day stands where. */
export async function view(page) {
  const labelled = (await ticks(page)).map(({ x, label }) => ({ x, day: dayOfLabel(label) }));
  assert.ok(labelled.length >= 2 && labelled.every(({ day }) => day !== undefined), JSON.stringify(labelled));
  const [first, last] = [labelled[0], labelled.at(-1)];
  const perDay = (last.x - first.x) / (last.day - first.day);
  const { left, width } = await axisBox(page);
  const dayAt = (x) => first.day + (x - first.x) / perDay;
  return { perDay, dayAt, xOf: (day) => first.x + (day - first.day) * perDay, from: dayAt(left), to: dayAt(left + width), left, width };
}

/** Where the window stands on the overview, in CSS pixels of the screen. */
export const pane = (page) =>
  page.evaluate(() => {
    const { left, right, top, bottom } = document.querySelector('news-explainer').shadowRoot.querySelector('.pane').getBoundingClientRect();
    return { left, right, top, bottom, width: right - left, x: (left + right) / 2, y: (top + bottom) / 2 };
  });

/**
 * All that says which window is drawn, the overview and the ticks; or whether it is another than `before`. Which of the
 * ticks have labels depends on the chosen event too, whose day takes room among them.
 */
const readWindow = (before) => {
  const root = document.querySelector('news-explainer').shadowRoot;
  const pane = root.querySelector('.pane');
  const said = root.querySelector('g.window').getAttribute('aria-valuetext');
  const ticks = [...root.querySelectorAll('.explainer-ticks line:not(.explainer-line)')].map((line) => line.getAttribute('x1'));
  const now = [pane.getAttribute('x'), pane.getAttribute('width'), said, ...ticks].join('; ');
  return before === null ? now : now !== before;
};
export const windowText = (page) => page.evaluate(readWindow, null);

/** Waits until another window is drawn. */
export const untilMoved = (page, before) => until(page, readWindow, before, `another window than ${before}`);

/** Whether nothing but the whole span is shown. */
export const isWhole = async (page) => isOff(tool(page, 'whole span'));

// ── What is said ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Does something and answers every message that the reader was told meanwhile. */
export async function told(page, action) {
  await page.evaluate(() => {
    const status = document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]');
    window.told = [];
    window.telling?.disconnect();
    window.telling = new MutationObserver(() => window.told.push(status.textContent));
    window.telling.observe(status, { childList: true, characterData: true, subtree: true });
  });
  await action();
  await frames(page, 4);
  return page.evaluate(() => window.told);
}

// ── Documents made for a test ────────────────────────────────────────────────────────────────────────────────────────

let folder;
after(async () => folder && rm(await folder, { recursive: true, force: true }));

/** An author's document as a file. */
export async function file(name, text) {
  folder ??= mkdtemp(path.join(os.tmpdir(), 'explainer-e2e-'));
  const place = path.join(await folder, name);
  await writeFile(place, text);
  return place;
}

/** An author's document printed into a plain page. Answers the page's path. */
export async function pageOf(json, options) {
  const place = await file(`${json.id}.json`, JSON.stringify(json));
  return put(`/${json.id}.html`, plainPage(await explainer('print', place), { title: `Around ${json.title}`, lang: json.lang, ...options }));
}

/** What the command line prints, with options. */
export async function command(...args) {
  const { stdout } = await run('cargo', ['run', '--quiet', '--bin', 'explainer', '--', ...args], { cwd: ROOT, maxBuffer: 1 << 28 });
  return stdout;
}

const events = [
  ['start', '2001-02-03', 'Élodie opens the first office', 'council', 'The naïve plan of a café owner.'],
  ['survey', '2003-05', 'A survey is made', 'people', 'Three streets — Rue de l’Élysée among them — are measured.'],
  ['morning', '2009-05-04', 'The council meets in the morning', 'council', 'First of the day.'],
  ['noon', '2009-05-04', 'A demonstration at noon', 'people', 'Second of the day, on Große Straße.'],
  ['evening', '2009-05-04', 'The vote in the evening', 'council', 'Third of the day.'],
  ['works', '2010-03/2012-08', 'The works', 'people', 'They last for long.'],
  ['decomposed', '2013-07-14', 'Cafe\u0301 tables return', 'people', 'Written with a combining accent.'],
  ['opening', '2014-09-03', 'The ﬁnal opening', 'council', 'With a ligature; TREATY in capitals, treaty in small letters, and Treaty.'],
  ['after', '2019', 'What came after', 'people', 'A year only.'],
];

/** A small document: three events on one day, and words with accents. */
export const harbour = {
  id: 'harbour', lang: 'en', title: 'The harbour square', published: '2023-01-01', as_of: '2023-01-01', kind: 'explainer',
  lead: 'A square is rebuilt. It began with [a vote](#evening).',
  timeline: {
    heading: 'The square since 2001',
    categories: [{ id: 'council', label: 'Council' }, { id: 'people', label: 'People' }],
    eras: [{ id: 'before', label: 'Before', period: '2001/2008' }, { id: 'during', label: 'During', period: '2009/2020' }],
    events: events.map(([id, date, title, category, body]) => ({ id, date, title, category, body })),
  },
};

const SPEAKERS = 'baker carpenter doctor engineer farmer gardener harbourmaster innkeeper joiner knifegrinder lawyer miller'.split(' ');
const [day, rest] = [events.slice(2, 5), events.slice(5)];

/** The same with fifteen events on one day: more than a column of marks holds, so that some are parted by no zoom. */
export const council = {
  ...harbour, id: 'council', title: 'The day of the council', lead: 'All spoke on [one day](#evening).',
  timeline: {
    ...harbour.timeline,
    events: [
      ...events.slice(0, 2), day[0], ...SPEAKERS.map((who) => [who, '2009-05-04', `The ${who} speaks`, 'people', 'Of the square.']), ...day.slice(1), ...rest,
    ].map(([id, date, title, category, body]) => ({ id, date, title, category, body })),
  },
};
/** Those of them that have no mark of their own, however far one zooms in: all but the first four and the last four. */
export const CROWD = SPEAKERS.slice(3, -2);

/** Clicks on the "+n" of the crowded day, until it opens as a list. */
export async function openCrowd(page, click = (cluster) => cluster.locator('.explainer-target').click()) {
  for (let turn = 0; turn < 30 && !(await clusterList(page).count()); turn += 1) {
    await click(page.locator('news-explainer .mark[part="cluster"]').first());
    await frames(page);
  }
  assert.equal(await clusterList(page).count(), 1, 'the list');
}

/** The file of a generated document of so many events. */
export async function manyEventsFile(count) {
  const { stdout } = await run('cargo', ['run', '--quiet', '--example', 'many_events', '--', String(count)], { cwd: ROOT, maxBuffer: 1 << 28 });
  return file(`many-events-${count}.json`, stdout);
}

/** Many events printed into a page, with the plain page of all its events beside it. Answers the page's path. */
export async function manyEventsPage(count = 1000) {
  const place = await manyEventsFile(count);
  const all = `/many-events-${count}-all.html`;
  put(all, await command('events', place, '--stylesheet', '/news-explainer.css'));
  const printed = await command('print', place, '--all-events', all);
  return put(`/many-events-${count}.html`, plainPage(printed, { title: 'Around many events' }));
}

// ── Boxes ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * What lies over what on the living axis, or on the still picture that is shown; what stands out of it or, alive, is too
 * small a target; and how many things and marks there are. Runs on the page, and is whole by itself.
 */
export function collisions(isStill = false) {
  const svg = isStill
    ? [...document.querySelectorAll('.explainer-still')].find((each) => each.checkVisibility())
    : document.querySelector('news-explainer').shadowRoot.querySelector('.axis svg');
  if (!svg) return { over: [], edge: [], count: 0, marks: 0 };
  const frame = svg.getBoundingClientRect();
  const AIR = 0.5;
  const place = (element) => [...element.parentElement.parentElement.children].indexOf(element.parentElement);
  const things = (selector, kind) =>
    [...svg.querySelectorAll(selector)].map((element, index) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const text = element.textContent.trim() || element.closest('[data-id]')?.dataset.id;
      return { left, top, right, bottom, kind, group: `${kind} ${kind === 'title' ? place(element) : index}`, name: `${kind} “${text}”` };
    });
  const list = [
    ...things('.explainer-target', 'mark'),
    ...things('.explainer-titles text', 'title'),
    ...things('.explainer-ticks text', 'tick'),
    ...things('.explainer-bands text', 'era'),
  ];
  const box = ({ left, top, right, bottom }) => [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top].map((value) => value.toFixed(1)).join(' ');
  const [over, edge] = [[], []];
  for (const [index, one] of list.entries()) {
    if (one.left < frame.left - AIR || one.right > frame.right + AIR || one.top < frame.top - AIR || one.bottom > frame.bottom + AIR) {
      edge.push(`${one.name} stands out of the axis (${box(one)} of ${frame.width.toFixed(1)} × ${frame.height.toFixed(1)})`);
    }
    if (!isStill && one.kind === 'mark' && (one.right - one.left < 24 - AIR || one.bottom - one.top < 24 - AIR)) {
      edge.push(`${one.name} is less than 24 × 24 (${box(one)})`);
    }
    for (const other of list.slice(index + 1)) {
      const apart = one.right <= other.left + AIR || other.right <= one.left + AIR || one.bottom <= other.top + AIR || other.bottom <= one.top + AIR;
      if (!apart && one.group !== other.group) over.push(`${one.name} lies over ${other.name} (${box(one)}; ${box(other)})`);
    }
  }
  // The thin line of a title goes past other titles, not through them.
  for (const line of svg.querySelectorAll('.explainer-leader')) {
    const { left, top, bottom } = line.getBoundingClientRect();
    const own = `title ${place(line)}`;
    for (const other of list.filter(({ kind, group }) => kind === 'title' && group !== own)) {
      if (left > other.left && left < other.right && top < other.bottom - 1 && bottom > other.top + 1) over.push(`the line of ${own} goes through ${other.name}`);
    }
  }
  return { over, edge, count: list.length, marks: list.filter(({ kind }) => kind === 'mark').length };
}

/** A fixture as it is written. */
export const fixtureFile = async (name) => JSON.parse(await readFile(path.join(ROOT, `tests/fixtures/${name}.json`), 'utf8'));

