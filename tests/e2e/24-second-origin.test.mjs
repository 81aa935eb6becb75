// Everything from another origin: each way to put an explainer on a newsroom's page, under the newsroom's strict
// policy, in every browser that there is.

import assert from 'node:assert/strict';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { DIST, ROOT, assertHolds, authored, built, chosen, explainer, passages, squeeze, until, untilChosen } from './support.mjs';
import { BROWSERS, open, origins, record } from './second-origin.mjs';

const document_ = await authored();
const { asset, site, page: home, put } = await origins((origin, folder) =>
  explainer('build', 'assets/explainer.json', '--out', folder, '--base-url', origin, '--runtime', DIST));
const printed = await readFile(path.join(ROOT, 'tests/published/default.html'), 'utf8');
/** A folder for pictures of every page, to be looked at; none are taken without it. */
const pictures = process.env.EXPLAINER_PICTURES;

const LINK = `<link rel="stylesheet" href="${asset}/news-explainer.css">`;
const SCRIPT = `<script type="module" src="${asset}/news-explainer.js"></script>`;
const around = (head, body) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A story</title><link rel="icon" href="${home}/icon.svg"><script src="record.js"></script>${head}</head>
<body><main><h1>A story</h1>${body}<p>The story ends.</p></main></body>
</html>`;

await put('icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
await put('printed.html', printed);
await put('record.js', `(${record})();`);
// What a newsroom's own script does that loads stories into a page.
await put('newsroom.js', `
  const trust = globalThis.trustedTypes?.createPolicy('newsroom', { createHTML: (html) => html }) ?? { createHTML: (html) => html };
  const text = await (await fetch('printed.html')).text();
  document.querySelector('#story').innerHTML = trust.createHTML(text);
`);

/** What `explainer build` has written for others to paste: the lines of the head, and the element. */
const [pinned, pasted] = (await (await fetch(`${site}/${document_.id}/embed.html`)).text()).split(/(?=<news-explainer)/);

/** The ways in: the page's address, and whether the explainer comes alive there. */
const WAYS = {
  'the printed snippet': { address: await put('snippet.html', around(LINK + SCRIPT, printed)), isAlive: true },
  'the snippet by innerHTML': {
    address: await put('inner.html', around(`${LINK}${SCRIPT}<script type="module" src="newsroom.js"></script>`, '<div id="story"></div>')),
    isAlive: true,
  },
  'by address': {
    address: await put('address.html', around(LINK + SCRIPT, `<news-explainer src="${asset}/explainer.json"><p>The background.</p></news-explainer>`)),
    isAlive: true,
  },
  'plain HTML': { address: await put('plain.html', around(LINK, printed)), isAlive: false },
  // The frame fits the screen: scrolling across two processes would arrive at some later time than the click after it.
  // Addresses within a frame need the scripts of both sides and are tested with them.
  'in a frame': {
    address: await put('frame.html', around('', `<iframe src="${asset}/index.html" title="The background" width="100%" height="600"></iframe>`)),
    isAlive: true,
    isFramed: true,
  },
  'the snippet of a built folder': { address: await put('built.html', around(pinned, pasted)), isAlive: true },
  'the iframe of a built folder': {
    address: await put('built-frame.html', around('', `<iframe src="${site}/${document_.id}/iframe.html" title="The background" width="100%" height="600"></iframe>`)),
    isAlive: true,
    isFramed: true,
  },
  'the page of a built folder': { address: `${site}/${document_.id}/`, isAlive: true },
};

const SIZES = [{ width: 1280, height: 900 }, { width: 390, height: 844 }];
const { id: DOC, faq, timeline } = document_;

// ── What the asset host says ─────────────────────────────────────────────────────────────────────────────────────────

test('the asset host names every type, lets every page read, and lets what has a hash in its name be kept', async () => {
  const script = await built('news-explainer.js');
  // The script knows a file by its hash, of which the name has sixteen digits.
  const named = (await readdir(DIST)).filter((name) => /^explainer-[a-z]+-[0-9a-f]{16}\.[a-z]+$/.test(name));
  for (const name of named) assert.ok(script.includes(`"${name.match(/[0-9a-f]{16}/)[0]}`), name);
  assert.deepEqual(named.map((name) => name.replace(/[0-9a-f]{16}/, 'HASH')).sort(),
    ['explainer-app-HASH.js', 'explainer-app-HASH.wasm', 'explainer-runtime-HASH.js', 'explainer-runtime-HASH.wasm', 'explainer-shadow-HASH.css']);
  const TYPES = { js: 'text/javascript; charset=utf-8', wasm: 'application/wasm', css: 'text/css; charset=utf-8' };
  const expected = {
    'news-explainer.js': ['text/javascript; charset=utf-8', 300],
    'news-explainer.css': ['text/css; charset=utf-8', 300],
    'explainer.json': ['application/json; charset=utf-8', 300],
    'icon.svg': ['image/svg+xml', 300],
    ...Object.fromEntries(named.map((name) => [name, [TYPES[name.split('.').at(-1)], 31536000]])),
  };
  for (const [name, [type, age]] of Object.entries(expected)) {
    const response = await fetch(`${asset}/${name}`, { headers: { 'accept-encoding': 'gzip' } });
    const says = (header) => response.headers.get(header);
    assert.equal(response.status, 200, name);
    assert.equal(says('content-type'), type, name);
    assert.match(says('cache-control'), new RegExp(`^public, max-age=${age}, ${age > 300 ? 'immutable$' : ''}`), name);
    assert.deepEqual(
      [says('access-control-allow-origin'), says('cross-origin-resource-policy'), says('x-content-type-options')],
      ['*', 'cross-origin', 'nosniff'],
      name,
    );
    if ((await response.arrayBuffer()).byteLength > 1000) assert.equal(says('content-encoding'), 'gzip', name);
  }
  const missing = await fetch(`${asset}/explainer-runtime-0123456789abcdef.js`);
  assert.deepEqual([missing.status, missing.headers.get('cache-control')], [404, null], 'what is not there is not kept');
});

// ── Every way in, in every browser ───────────────────────────────────────────────────────────────────────────────────

/** Waits until every explainer is alive, brought into sight first. */
const alive = (page) =>
  until(page, () => {
    const element = document.querySelector('news-explainer');
    if (element?.dataset.state !== 'interactive') (element?.querySelector('.explainer-timeline-head') ?? element)?.scrollIntoView();
    if (element?.dataset.state === 'failed') throw new Error('the explainer has failed');
    return element?.dataset.state === 'interactive';
  }, undefined, 'the explainer is alive');

/** The words of the light DOM, without the numbers of sources. */
const words = async (page) =>
  squeeze(await page.evaluate(() => {
    const copy = document.querySelector('news-explainer').cloneNode(true);
    for (const number of copy.querySelectorAll('.explainer-cite, script')) number.remove();
    return copy.textContent;
  }));

/** The inside of a page's one frame, with the page's mouse and keyboard. */
async function inFrame(page) {
  const frame = await page.inFrame();
  const click = async (x, y) => {
    const [left, top] = await page.evaluate(() => (({ x, y }) => [x, y])(document.querySelector('iframe').getBoundingClientRect()));
    await page.mouse.click(left + x, top + y);
  };
  return { evaluate: (...question) => frame.evaluate(...question), mouse: { click }, keyboard: page.keyboard };
}

/**
 * The middle of something in the frame's tree, in sight, as it stands two frames later. What is in sight is not scrolled
 * to again: Firefox would move it by a pixel and back, each time it is asked.
 */
const middle = (page, selector) =>
  page.evaluate(async (selector) => {
    const found = document.querySelector('news-explainer').shadowRoot.querySelector(selector);
    const box = found.getBoundingClientRect();
    const isInSight = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
    if (!isInSight) found.scrollIntoView({ block: 'center', behavior: 'instant' });
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const { x, y, width, height } = found.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }, selector);

/** Clicks on something once it stays where it is: what was done before may still be on its way to the screen. */
async function click(page, selector) {
  let at = await middle(page, selector);
  for (let before; String(before) !== String(at); at = await middle(page, selector)) before = at;
  await page.mouse.click(...at);
}

const windowOf = (page) => page.evaluate(() => document.querySelector('news-explainer').shadowRoot.querySelector('.pane').getAttribute('width'));
const untilWindow = (page, wanted, width) =>
  until(page, ([wanted, width]) => {
    const now = document.querySelector('news-explainer').shadowRoot.querySelector('.pane').getAttribute('width');
    return wanted === 'same' ? now === width : Number(now) < Number(width);
  }, [wanted, width], `a window ${wanted} as ${width}`);

const shown = (page) => page.evaluate(() => document.querySelectorAll('.explainer-event:not([hidden])').length);
const untilShown = (page, count) =>
  until(page, (count) => document.querySelectorAll('.explainer-event:not([hidden])').length === count, count, `${count} events are shown`);

/** What a reader does with a living explainer: chooses, zooms, filters, searches, asks. */
async function explore(page) {
  const before = await chosen(page);
  const single = await page.evaluate((before) => {
    const marks = [...document.querySelector('news-explainer').shadowRoot.querySelectorAll('.mark[data-count="1"]')];
    return marks.map(({ dataset }) => dataset.id).find((id) => id !== before);
  }, before);
  // On a narrow axis the only lone mark may be the one that is chosen.
  await click(page, single ? `.mark[data-id="${single}"] .explainer-target` : '.steps > .next');
  if (single) await untilChosen(page, single);
  else await until(page, (before) => document.querySelector('.explainer-event[aria-current]').dataset.id !== before, before, 'the next is chosen');

  const whole = await windowOf(page);
  await click(page, '.zoom button:nth-of-type(2)');
  await untilWindow(page, 'smaller', whole);
  await page.evaluate(() => document.querySelector('news-explainer').shadowRoot.querySelector('.mark[tabindex="0"]').focus());
  await page.keyboard.press('0');
  await untilWindow(page, 'same', whole);

  const all = timeline.events.length;
  const { id, label } = timeline.categories[0];
  await click(page, '.filters button.entry');
  await untilShown(page, timeline.events.filter(({ category }) => category === id).length);
  await click(page, '.filters button.entry');
  await untilShown(page, all);
  // On a telephone the search is behind a button.
  const isBehind = await page.evaluate(() => document.querySelector('news-explainer').shadowRoot.querySelector('button.opens').getClientRects().length > 0);
  if (isBehind) await click(page, 'button.opens');
  await click(page, 'input[type="search"]');
  await page.keyboard.type('treaty');
  await until(page, (all) => document.querySelectorAll('.explainer-event:not([hidden])').length < all, all, `${label}: a search`);
  await click(page, '.seen button.clear');
  await untilShown(page, all);

  await click(page, '.faq-head button');
  await until(page, (count) => document.querySelectorAll('.explainer-question[open]').length === count, faq.length, 'all answers are open');
}

/** Takes a picture of the page's beginning and of its axis, if pictures are wanted. */
async function picture(whole, page, name) {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  for (const [what, selector] of [['top', 'body'], ['axis', '.explainer-timeline-head'], ['answers', '.explainer-faq']]) {
    await page.evaluate((selector) => document.querySelector(selector).scrollIntoView({ behavior: 'instant' }), selector);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await whole.screenshot({ path: path.join(pictures, `${name}-${what}.png`.replaceAll(' ', '-')) });
  }
}

/** Opens an address, hands the page to `body`, and fails when it was not quiet. */
async function inBrowser(browser, size, address, body) {
  const page = await open(browser, size);
  try {
    await page.goto(address, { waitUntil: 'load' });
    await body(page);
    assert.deepEqual([...page.said, ...(await page.evaluate(() => window.seen?.said ?? []))], [], `${address} was quiet`);
  } finally {
    await page.close();
  }
}

for (const [browser, { skip }] of Object.entries(BROWSERS)) {
  for (const [way, { address, isAlive, isFramed }] of Object.entries(WAYS)) {
    for (const size of SIZES) {
      test(`${browser}, ${way}, ${size.width} px: ${isAlive ? 'it comes alive and does all it can' : 'it is whole and stays as printed'}`, { skip }, async () => {
        await inBrowser(browser, size, address, async (whole) => {
          const page = isFramed ? await inFrame(whole) : whole;
          assert.equal(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches), true, 'nothing is eased');
          if (isAlive) await alive(page);
          assertHolds(await words(page), passages(document_), `${way} in ${browser}`);
          await picture(whole, page, `${browser} ${way} ${size.width}`);
          if (isAlive) {
            await explore(page);
            assert.deepEqual(await page.evaluate(() => window.seen?.errors ?? []), []);
          } else {
            assert.equal(await page.evaluate(() => document.querySelector('news-explainer').shadowRoot), null);
          }
        });
      });
    }

    if (isFramed) continue;
    test(`${browser}, ${way}: the addresses of an event and of a question lead to them`, { skip }, async () => {
      const size = SIZES[1];
      await inBrowser(browser, size, `${address}#${DOC}--treaty-1961${isAlive ? ';from=1950-01-01;to=1969-12-31' : ''}`, async (page) => {
        if (isAlive) {
          await until(page, () => document.querySelector('news-explainer')?.dataset.state === 'interactive', undefined, 'alive');
          await untilChosen(page, 'treaty-1961');
        }
        await until(page, () => {
          const { top, bottom } = document.querySelector('.explainer-event[data-id="treaty-1961"] .explainer-event-title').getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }, undefined, 'the event is in sight');
      });
      const { id } = faq.at(-1);
      await inBrowser(browser, size, `${address}#${DOC}--${id}`, async (page) => {
        if (isAlive) await until(page, () => document.querySelector('news-explainer')?.dataset.state === 'interactive', undefined, 'alive');
        await until(page, (id) => document.querySelector(`.explainer-question[data-id="${id}"]`).open, id, 'the answer is open');
        await until(page, (id) => {
          const { top, bottom } = document.querySelector(`.explainer-question[data-id="${id}"] > summary`).getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }, id, 'the question is in sight');
      });
    });
  }
}
