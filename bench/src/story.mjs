// The story that every page of the first view tells: 24 events, six sections and three questions of the default
// explainer, without what peers have no place for (claims, sources, a glossary).

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './tools.mjs';

const EVENTS = 24;
const QUESTIONS = 3;

/** An author's document (docs/writing.md) of the story. */
export async function story() {
  const whole = JSON.parse(await readFile(path.join(ROOT, 'assets/explainer.json'), 'utf8'));
  const { id, lang, title, standfirst, published, as_of, kind, authors, lead, timeline } = whole;
  // Of all eras, and always the same.
  const events = timeline.events.filter((_, index) => (index * EVENTS) % timeline.events.length < EVENTS);
  const document = {
    id, lang, title, standfirst, published, as_of, kind, authors, lead,
    sections: whole.sections,
    timeline: { ...timeline, events: events.map(({ claims, sources, media, status, ...event }) => event) },
    faq: whole.faq.slice(0, QUESTIONS),
  };
  return JSON.parse(JSON.stringify(document, (_, value) => (typeof value === 'string' ? plain(value) : value)));
}

/** Text without links and footnotes. */
const plain = (text) => text.replace(/\[\^[^\]]*\]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** The first and the last day of an event's date, as [year, month, day] each, as far as they are given. */
export function days(date) {
  const ends = date.split('/').map((end) => end.replace(/[?~%]/g, '').replace(/X/g, '0').split('-').map(Number));
  return [ends[0], ends[1] ?? ends[0]];
}
