// The host pages of tests/pages, with explainers printed into them.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, explainer, put } from './support.mjs';

const PAGES = path.join(ROOT, 'tests/pages');

/** A printed element: the default document, or a fixture; and which copy of it on its page. */
export function printed(name, copy = '1') {
  const file = name ? `tests/fixtures/${name}.json` : 'assets/explainer.json';
  return explainer('print', path.join(ROOT, file), '--copy', copy);
}

/**
 * Puts a host page where it can be visited, and answers its adadapt. `<!-- explainer FIXTURE copy N -->` becomes the
 * printed element, both words being optional. Hosts have no policy but the one that is given; `adapt` changes the page,
 * `strip` what is printed into it.
 */
export async function hostPage(name, { policy = null, adapt = (page) => page, strip = (element) => element, as = name } = {}) {
  let page = adapt(await readFile(path.join(PAGES, `${name}.html`), 'utf8'));
  for (const [place, fixture, copy] of page.matchAll(/<!-- explainer(?: (?!copy)([\w-]+))?(?: copy (\d))? -->/g)) {
    const element = strip(await printed(fixture, copy));
    page = page.replace(place, () => element);
  }
  return put(`/pages/${as}.html`, page, policy);
}

put('/pages/app.js', await readFile(path.join(PAGES, 'app.js')));

/**
 * What WordPress leaves of a paste by someone who may not write raw HTML: known tags with known attributes, and the
 * insides of the others. After `wp_kses_post`.
 */
export function keptByKses(html) {
  const tags = 'a abbr b blockquote br cite dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 i img li ol p section span strong sub summary sup time ul'.split(' ');
  const attributes = 'alt class datetime dir hidden href id lang open src title width height'.split(' ');
  return html.replace(/<(\/?)([a-z][a-z0-9-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g, (_, slash, tag, rest) => {
    if (!tags.includes(tag)) return '';
    const kept = [...rest.matchAll(/\s+([\w:-]+)(?:="[^"]*")?/g)].filter(([, name]) => attributes.includes(name) || name.startsWith('aria-'));
    return `<${slash}${tag}${kept.map(([attribute]) => attribute).join('')}>`;
  });
}

/** What the classic editor's `wpautop` makes of it: whatever is no known block becomes a paragraph. */
export const keptByAutop = (html) => html.replace(/<\/?news-explainer[^>]*>|<script[^]*?<\/script>/g, (found) => `\n<p>${found}</p>\n`);

/** Every page to look at: its name here, and its adadapt. */
export const HOSTS = {
  'strict-csp': () => hostPage('strict-csp'),
  hostile: () => hostPage('hostile'),
  rules: () => hostPage('rules'),
  resets: () => hostPage('resets'),
  'resets-tiny': () => hostPage('resets', { as: 'resets-tiny', adapt: root('tiny') }),
  'resets-giant': () => hostPage('resets', { as: 'resets-giant', adapt: root('giant') }),
  ten: () => hostPage('ten'),
  app: async () => (await hostPage('app')) && '/pages/app.html',
  wordpress: () => hostPage('wordpress'),
  'wordpress-kses': () => hostPage('wordpress', { as: 'wordpress-kses', strip: keptByKses }),
  'wordpress-autop': () => hostPage('wordpress', { as: 'wordpress-autop', strip: keptByAutop }),
  'rtl-host': () => hostPage('rtl-host'),
  'ltr-host': () => hostPage('rtl-host', {
    as: 'ltr-host',
    adapt: (page) => page
      .replace('lang="ar" dir="rtl"', 'lang="en" dir="ltr"')
      .replaceAll('موقع عربي', 'An English host')
      .replace('نص قبل الشرح.', 'Before the explainer.')
      .replace('نص بعد الشرح.', 'After the explainer.')
      .replace('<!-- explainer -->', '<!-- explainer right-to-left -->'),
  }),
  masthead: () => hostPage('masthead'),
};

/** Gives the page's root one of its classes. */
export function root(name) {
  return (page) => page.replace('<html ', `<html class="${name}" `);
}
