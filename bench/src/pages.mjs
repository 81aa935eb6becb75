// One page for each system, with the same words in the same order: article, timeline, questions. What a system does not
// bring itself (an article, questions) is plain HTML beside it.
//
// Every reader has come for the timeline: the page scrolls to it as soon as it is parsed. Each page marks, once, the moment
// at which its timeline has said that it is ready, has been drawn, and the main thread is free to answer:
// `performance.mark('interactive')`.

import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './tools.mjs';
import { days } from './story.mjs';

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const paragraphs = (text) => text.split(/\n\n+/).map((text) => `<p>${escape(text)}</p>`).join('\n');

/** Defines `isReady()`, which pages call when their timeline says so; the first call counts. */
const MARK = `<script>
let said = false;
function isReady() {
  if (said) return;
  said = true;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => performance.mark('interactive');
    port2.postMessage(0);
  });
}
</script>`;

/** Scrolls to the heading of the timeline. */
const SCROLL = `<script>document.querySelector('.explainer-timeline-head, #timeline-heading')?.scrollIntoView()</script>`;

function page({ lang, title, head, body }) {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
${MARK}
${head}
</head>
<body>
${body}
${SCROLL}
</body>
</html>
`;
}

const article = (story) => `<h2>${escape(story.title)}</h2>
${paragraphs(story.standfirst)}
${paragraphs(story.lead)}
${story.sections.map(({ heading, body }) => `<h3>${escape(heading)}</h3>\n${paragraphs(body)}`).join('\n')}
<h3 id="timeline-heading">${escape(story.timeline.heading)}</h3>`;
const questions = ({ faq }) =>
  faq.map(({ question, answer }) => `<details><summary>${escape(question)}</summary>${paragraphs(answer)}</details>`).join('\n');

/** The words as plain HTML, with one style sheet or none: as fast as a page can be. */
export function plain(story, { stylesheet }) {
  const events = story.timeline.events.map(({ date, title, body }) => `<li><time>${date}</time> ${escape(title)}${paragraphs(body)}</li>`);
  return page({
    ...story,
    head: stylesheet ? `<link rel="stylesheet" href="${stylesheet}">` : '',
    body: `${article(story)}<ol>${events.join('\n')}</ol>${questions(story)}`,
  });
}

/** TimelineJS as its own documentation embeds it: style sheet, script, a box of 600 px. */
export function timelineJs(story) {
  const part = ([year, month, day]) => ({ year, ...(month && { month }), ...(day && { day }) });
  const { categories, eras, events } = story.timeline;
  const data = {
    events: events.map(({ date, title, body, category }) => ({
      start_date: part(days(date)[0]),
      ...(date.includes('/') && { end_date: part(days(date)[1]) }),
      group: categories.find(({ id }) => id === category)?.label,
      text: { headline: escape(title), text: paragraphs(body ?? '') },
    })),
    eras: (eras ?? []).map(({ label, period }) => ({
      start_date: part(days(period)[0]), end_date: part(days(period)[1]), text: { headline: escape(label) },
    })),
  };
  return page({
    ...story,
    head: '<link rel="stylesheet" href="/timelinejs/css/timeline.css">',
    body: `${article(story)}<div id="timeline" style="width: 100%; height: 600px"></div>${questions(story)}
<script src="/timelinejs/js/timeline.js"></script>
<script>
const timeline = new TL.Timeline('timeline', ${JSON.stringify(data).replaceAll('<', '\\u003c')}, { start_at_end: true });
timeline.on('ready', isReady);
window.timeline = timeline;
</script>`,
  });
}

/** The items of vis-timeline. */
const items = ({ timeline }) =>
  timeline.events.map(({ date, title }, id) => {
    const [start, end] = days(date).map(([year, month = 1, day = 1]) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    return { id, start, content: escape(title), ...(date.includes('/') && { end }) };
  });

/** vis-timeline as its own documentation embeds it; its items are titles, so the list of events stands below it. */
export function visTimeline(story) {
  const events = story.timeline.events.map(({ date, title, body }) => `<li><time>${date}</time> ${escape(title)}${paragraphs(body ?? '')}</li>`);
  return page({
    ...story,
    head: '<link rel="stylesheet" href="/vis/styles/vis-timeline-graph2d.min.css">',
    body: `${article(story)}<div id="timeline"></div><ol>${events.join('\n')}</ol>${questions(story)}
<script src="/vis/standalone/umd/vis-timeline-graph2d.min.js"></script>
<script>
const items = new vis.DataSet(${JSON.stringify(items(story)).replaceAll('<', '\\u003c')});
const timeline = new vis.Timeline(document.getElementById('timeline'), items, { maxHeight: 600 });
timeline.on('changed', isReady);
window.timeline = timeline;
</script>`,
  });
}

/** react-chrono with React, bundled and made small as a newsroom would; vertical, with all its cards. */
export function reactChrono(story) {
  const cards = story.timeline.events.map(({ date, title, body }) => ({ title: date, cardTitle: title, cardDetailedText: body ?? '' }));
  return page({
    ...story,
    head: '<link rel="stylesheet" href="/react-chrono.css">',
    body: `${article(story)}<div id="timeline" style="height: 600px"></div>${questions(story)}
<script type="application/json" id="cards">${JSON.stringify(cards).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/react-chrono.js"></script>`,
  });
}

/** The bundle that {@link reactChrono} loads, and its style sheet, by name. */
export async function reactChronoFiles() {
  const source = `import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { Chrono } from 'react-chrono';
import 'react-chrono/dist/style.css';
const items = JSON.parse(document.getElementById('cards').textContent);
function App() {
  useEffect(window.isReady, []);
  return createElement(Chrono, { items, mode: 'VERTICAL' });
}
createRoot(document.getElementById('timeline')).render(createElement(App));
`;
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: path.join(ROOT, 'bench'), sourcefile: 'app.js' },
    bundle: true, minify: true, format: 'esm', define: { 'process.env.NODE_ENV': '"production"' }, outdir: 'out', write: false,
  });
  return Object.fromEntries(outputFiles.map(({ path: name, text }) => [`/react-chrono${path.extname(name)}`, text]));
}

const READY = '<script>document.addEventListener("news-explainer:ready", isReady)</script>';

/** Ours: what the command line prints, with its head. */
export function printed(story, { head, element }) {
  return page({ ...story, head: READY + head, body: element });
}

/** Ours by address: an element and nothing else. */
export function byAddress(story, { head, address }) {
  return page({ ...story, head: READY + head, body: `<news-explainer src="${address}" loading="eager"></news-explainer>` });
}
