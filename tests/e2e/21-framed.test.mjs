// In an iframe of another site: heights, fragments and positions, what newsrooms' own parents understand, and all that is
// not to be obeyed.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';
import { FRAMED_POLICY, NOT_LOADED, POLICY, ROOT, authored, explainer, frames, onPage, otherSite, put, until } from './support.mjs';

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } };
const DOC = 'north-korea-russia';
const [LEAST, MOST] = [50, 500_000];

let other;
let lines; // The snippet for the host page, as the command line prints it.
let policy; // Of a strict host that allows no more than the frame and its script.
let allow;

before(async () => {
  other = await otherSite();
  const file = 'assets/explainer.json';
  // At once: what comes to life is below what can be seen of the frame.
  put('/framed.html', await explainer('framed', file, '--loading', 'eager'));
  put('/patient.html', await explainer('framed', file));
  put('/empty.html', '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not ours</title></head><body><p>x</p></body></html>');
  put('/hostile.html', '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not ours</title><script src="/hostile.js"></script></head><body><p>x</p></body></html>');
  put('/hostile.js', "setInterval(() => { for (const y of [1000, 200, 1500]) parent.postMessage({ type: 'news-explainer:position', y }, '*'); }, 50);");
  put('/host.css', 'body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 sans-serif; } iframe { display: block; }');
  lines = await explainer('framed', file, '--snippet', `${other}/framed.html`);
  policy = `${POLICY.replace("script-src 'self'", `script-src 'self' ${other}`)}; frame-src ${other}`;
  allow = [new RegExp(`^request to others: ${other}/`)];
});

const FILLING = `<p>${'What the page itself has to say about its story. '.repeat(60)}</p>`;

/** A strict page of some newsroom. Answers its path. */
let count = 0;
const hostPage = (body, { above = FILLING, own = policy } = {}) =>
  put(`/host-${(count += 1)}.html`, `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A story</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/host.css">
</head>
<body>
<h1>A story</h1>
${above}
${body}
${FILLING}
</body>
</html>`, own);

/** Writes down what every window hears. */
const listen = (page) => page.addInitScript(() => {
  window.heard = [];
  addEventListener('message', ({ data, origin }) => window.heard.push({ data, origin }));
});

const onHost = (address, size, body) => onPage(address, { ...size, allow, before: listen }, body);

/** The explainer's frame once it is there. */
async function framed(page, name = 'framed.html') {
  await page.evaluate(() => document.querySelector('iframe').scrollIntoView());
  return loaded(page, name);
}

async function loaded(page, name = 'framed.html') {
  for (;;) {
    const frame = page.frames().find((frame) => frame.url().includes(name));
    if (frame) {
      await frame.waitForLoadState('load');
      frame.isScripted = true;
      return frame;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const alive = async (frame) => {
  await until(frame, () => document.querySelector('news-explainer').dataset.state === 'interactive');
  await frames(frame);
};

/** Waits until the frame is as high as its content, to the pixel, and nothing is cut or scrolls. */
async function fits(page, frame) {
  let found;
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    found = await frame.evaluate(() => ({
      needed: Math.ceil(document.documentElement.getBoundingClientRect().height),
      down: document.documentElement.scrollHeight - innerHeight,
      across: document.documentElement.scrollWidth - innerWidth,
      height: innerHeight,
    }));
    if (found.needed === found.height) break;
  }
  assert.deepEqual(found, { needed: found.height, down: 0, across: 0, height: found.height }, 'the frame fits');
  return found.height;
}

const height = (page, nth = 0) => page.evaluate((nth) => document.querySelectorAll('iframe')[nth].getAttribute('height'), nth);
const top = (page) => page.evaluate(() => Math.round(scrollY));
const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Posts messages from a frame to the page around it, and lets them arrive. */
async function post(page, frame, ...messages) {
  await frame.evaluate((messages) => messages.forEach((message) => parent.postMessage(message, '*')), messages);
  await frames(page, 6);
}

/** Where an element in the frame is on the screen. */
async function onScreen(page, frame, selector) {
  const outer = await page.evaluate(() => document.querySelector('iframe').getBoundingClientRect().top);
  return outer + (await frame.evaluate((selector) => document.querySelector(selector).getBoundingClientRect().top, selector));
}

/** Waits until an element in the frame is on the screen, above `below`, and stays there. */
async function untilAt(page, frame, selector, below) {
  let [y, seen] = [0, 0];
  for (const end = Date.now() + 10_000; Date.now() < end && seen < 3; await rest(100)) {
    y = await onScreen(page, frame, selector);
    seen = y >= 0 && y < below ? seen + 1 : 0;
  }
  assert.ok(seen === 3, `${selector} is at ${y}`);
}

const SANDBOXES = {
  'the sandbox of the snippet': (lines) => lines,
  'a sandbox with allow-scripts alone': (lines) => lines.replace(/ sandbox="[^"]*"/, ' sandbox="allow-scripts"').replace(/ allow="[^"]*"/, ''),
  'no sandbox': (lines) => lines.replace(/ sandbox="[^"]*"/, ''),
};

// ── Heights ──────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  for (const [sandbox, change] of Object.entries(SANDBOXES)) {
    test(`${name}, ${sandbox}: the frame has the height of what is in it, whatever happens there`, async () => {
      await onHost(hostPage(change(lines)), size, async (page) => {
        const frame = await framed(page);
        await alive(frame);
        const first = await fits(page, frame);
        assert.equal(await height(page), String(first));
        await frame.evaluate(() => document.querySelectorAll('.explainer-question').forEach((question) => (question.open = true)));
        await until(page, (first) => Number(document.querySelector('iframe').height) > first + 100, first);
        const open = await fits(page, frame);
        const opener = frame.locator('news-explainer button.opens');
        if (await opener.isVisible()) await opener.click();
        await frames(frame, 6);
        await fits(page, frame);
        await frame.locator('news-explainer input[type="search"]').fill('treaty');
        await frames(frame, 6);
        await fits(page, frame);
        await frame.locator('news-explainer input[type="search"]').fill('');
        await frames(frame, 6);
        // Another event may be the card now.
        const again = await fits(page, frame);
        await frame.evaluate(() => document.querySelectorAll('.explainer-question').forEach((question) => (question.open = false)));
        await until(page, (again) => Number(document.querySelector('iframe').height) < again - 100, again);
        // Heights are rounded up, so a sum of them may be a pixel off.
        const closed = again - (open - first);
        const found = await fits(page, frame);
        assert.ok(Math.abs(found - closed) <= 1, `less by what has been opened: ${found}, not ${closed}`);
        const heights = await page.evaluate(() => window.heard.filter(({ data }) => data?.type === 'news-explainer:height').length);
        assert.ok(heights < 20, `${heights} messages: no loop`);
      });
    });
  }
}

test('without --loading the program is fetched when the reader comes to the timeline in the frame', async () => {
  await onHost(hostPage(lines.replace('framed.html', 'patient.html')), SIZES.narrow, async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    const frame = await framed(page, 'patient.html');
    await fits(page, frame);
    assert.deepEqual(asked.filter((url) => url.endsWith('.wasm')), []);
    await page.evaluate((y) => scrollBy({ top: y, behavior: 'instant' }), await onScreen(page, frame, '.explainer-timeline-head'));
    await alive(frame);
    assert.equal(asked.filter((url) => url.endsWith('.wasm')).length, 1);
  });
});

test('the height follows the width of the page, down to a telephone and back', async () => {
  await onHost(hostPage(lines), SIZES.wide, async (page) => {
    const frame = await framed(page);
    await alive(frame);
    const wide = await fits(page, frame);
    await page.setViewportSize(SIZES.narrow);
    await until(page, (wide) => Number(document.querySelector('iframe').height) !== wide, wide);
    await frames(frame, 6);
    await fits(page, frame);
    await page.setViewportSize(SIZES.wide);
    await frames(page, 6);
    assert.equal(await fits(page, frame), wide);
  });
});

test('a script that comes late asks for the heights, and one that comes twice works once', async () => {
  const [iframe] = lines.split('\n');
  // Trusted Types would keep the test from adding scripts.
  await onHost(hostPage(iframe, { own: policy.replace(/; require-trusted.*?(?=; frame-src)/, '') }), SIZES.wide, async (page) => {
    const frame = await framed(page);
    await alive(frame);
    assert.equal(await height(page), '640');
    await page.evaluate(async () => {
      for (const type of ['module', '', '']) {
        const script = document.createElement('script');
        script.type = type;
        script.src = `/news-explainer-parent.js?${Math.random()}`;
        document.body.append(script);
        await new Promise((resolve) => (script.onload = resolve));
      }
    });
    await until(page, () => document.querySelector('iframe').height !== '640');
    await fits(page, frame);
    const asked = await frame.evaluate(() => window.heard.map(({ data }) => data));
    assert.deepEqual(asked, [{ type: 'news-explainer:fragment', fragment: '#' }]);
  });
});

test('two frames have their own heights; one that goes or comes later makes no difference to the other', async () => {
  put('/small.html', await explainer('framed', 'tests/fixtures/minimal.json', '--loading', 'eager'));
  const [iframe, script] = lines.split('\n');
  const small = iframe.replace('framed.html', 'small.html').replace(DOC, 'minimal');
  await onHost(hostPage([iframe, small, script].join('\n')), SIZES.wide, async (page) => {
    const first = await framed(page);
    await page.evaluate(() => document.querySelectorAll('iframe')[1].scrollIntoView());
    await loaded(page, 'small.html');
    await until(page, () => document.querySelectorAll('iframe')[1].height !== '640');
    await until(page, () => document.querySelectorAll('iframe')[0].height !== '640');
    const [one, two] = [await height(page), await height(page, 1)];
    assert.ok(Number(one) > 2 * Number(two), `${one}, ${two}`);
    // Its last words may still be under way.
    await first.evaluate(() => parent.postMessage({ type: 'news-explainer:height', height: 333 }, '*'));
    await page.evaluate(() => document.querySelector('iframe').remove());
    await frames(page, 6);
    assert.equal(await height(page), two);
    await page.evaluate((iframe) => {
      const later = document.createElement('iframe');
      for (const [name, value] of Object.entries(iframe)) later.setAttribute(name, value);
      document.body.prepend(later);
      later.scrollIntoView();
    }, { src: `${other}/small.html`, 'data-news-explainer': 'minimal', title: 'x', sandbox: 'allow-scripts', height: '640', width: '100%', frameborder: '0' });
    await until(page, () => document.querySelector('iframe').height !== '640');
    assert.equal(await height(page, 1), two);
  });
});

// ── Colours ──────────────────────────────────────────────────────────────────────────────────────────────────────────

test('the frame is light whatever the reader prefers, dark or the reader’s where it was printed so', async () => {
  const [WHITE, BLACK] = ['rgb(255, 255, 255)', 'rgb(20, 22, 26)'];
  for (const [theme, inLight, inDark] of [[[], WHITE, WHITE], [['--theme', 'light'], WHITE, WHITE], [['--theme', 'dark'], BLACK, BLACK], [['--theme', 'auto'], WHITE, BLACK]]) {
    put('/coloured.html', await explainer('framed', 'assets/explainer.json', '--loading', 'eager', ...theme));
    for (const [dark, expected] of [[false, inLight], [true, inDark]]) {
      const address = hostPage(lines.replace('framed.html', 'coloured.html'));
      await onPage(address, { ...SIZES.narrow, dark, allow, before: listen }, async (page) => {
        const frame = await framed(page, 'coloured.html');
        await alive(frame);
        const found = await frame.evaluate(() => {
          const host = document.querySelector('news-explainer');
          return [host, host.shadowRoot.querySelector('.filters')].map((part) => getComputedStyle(part).backgroundColor);
        });
        assert.deepEqual(found, [expected, expected], `${theme.join(' ')}, a reader who prefers ${dark ? 'dark' : 'light'}`);
      });
    }
  }
});

// ── On paper ─────────────────────────────────────────────────────────────────────────────────────────────────────────

test('on paper the frame begins with the address of the whole, and the next time has the height that it needed', async () => {
  const plain = 'https://explainers.example/plain.html';
  put('/on-paper.html', await explainer('framed', 'assets/explainer.json', '--loading', 'eager', '--plain', plain));
  await onHost(hostPage(lines.replace('framed.html', 'on-paper.html')), SIZES.wide, async (page) => {
    const frame = await framed(page, 'on-paper.html');
    await alive(frame);
    const onScreen = String(await fits(page, frame));
    const named = () => frame.evaluate(() => getComputedStyle(document.body, '::before').content);
    assert.equal(await named(), 'none');
    // A paper that waits, as an emulated one does, is told at once.
    await page.emulateMedia({ media: 'print' });
    assert.ok((await named()).includes(plain));
    await until(page, (onScreen) => Number(document.querySelector('iframe').height) > onScreen, Number(onScreen));
    await page.emulateMedia({ media: null });
    await until(page, (onScreen) => document.querySelector('iframe').height === onScreen, onScreen);
    await frames(page, 6);
    await page.evaluate(() => (window.heard.length = 0));
    await page.pdf({ format: 'A4' });
    await until(page, () => window.heard.some(({ data }) => data?.type === 'news-explainer:paper'));
    await frames(page, 6);
    assert.equal(await height(page), onScreen, 'the screen stays as it was');
    const needed = await page.evaluate(() => window.heard.findLast(({ data }) => data?.type === 'news-explainer:paper').data.height);
    assert.ok(needed > Number(onScreen), `${needed} on paper, ${onScreen} on the screen`);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await height(page), String(needed));
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await height(page), onScreen);
  });
});

// ── The parents that newsrooms have ──────────────────────────────────────────────────────────────────────────────────

test('pym.js itself gives the frame its height and keeps it', async () => {
  put('/pym.js', await readFile(path.join(ROOT, 'node_modules/pym.js/dist/pym.v1.js'), 'utf8'));
  put('/pym-start.js', `new pym.Parent('here', '${other}/framed.html', {});`);
  // Its own styles are set by script, which a policy allows.
  await onHost(hostPage('<div id="here"></div><script src="/pym.js"></script><script src="/pym-start.js"></script>'), SIZES.wide, async (page) => {
    const frame = await framed(page);
    await alive(frame);
    const first = await fits(page, frame);
    await frame.evaluate(() => document.querySelectorAll('.explainer-question').forEach((question) => (question.open = true)));
    await until(page, (first) => document.querySelector('iframe').clientHeight > first + 100, first);
    await fits(page, frame);
    const said = await page.evaluate(() => window.heard.map(({ data }) => data).filter((data) => /^pym/.test(data)));
    assert.match(said.at(-1), /^pymxPYMxherexPYMxheightxPYMx\d+$/);
  });
});

test('AMP and the Guardian hear the forms they know, and no name that is not pym’s is repeated', async () => {
  const frameTag = `<iframe src="${other}/framed.html?childId=a)b.*" title="x" width="100%" height="640" sandbox="allow-scripts"></iframe>`;
  await onHost(hostPage(frameTag), SIZES.wide, async (page) => {
    const frame = await framed(page);
    await alive(frame);
    await until(page, () => window.heard.length >= 4);
    await frames(page, 6);
    const heard = await page.evaluate(() => window.heard);
    const last = await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    assert.deepEqual(heard.slice(-4).map(({ data }) => data), [
      { type: 'news-explainer:height', height: last },
      { sentinel: 'amp', type: 'embed-size', height: last },
      { kind: 'interactive:height', height: last },
      JSON.stringify({ type: 'set-height', value: last }),
    ]);
    assert.ok(heard.every(({ origin }) => origin === 'null'));
    assert.ok(!heard.some(({ data }) => String(data).startsWith('pym')));
  });
});

test('a page that stands alone says nothing', async () => {
  // The browser looks for an icon there.
  await onPage('/framed.html', { ...SIZES.wide, allow: [NOT_LOADED], before: listen }, async (page) => {
    await page.evaluate(() => document.querySelector('.explainer-timeline-head').scrollIntoView());
    await alive(page);
    assert.deepEqual(await page.evaluate(() => window.heard), []);
  });
});

// ── The copied link ──────────────────────────────────────────────────────────────────────────────────────────────────

test('the copied link leads to the story that the document names, not into the frame', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'explainer-framed-'));
  const story = path.join(folder, 'story.json');
  await writeFile(story, JSON.stringify({ ...(await authored()), url: 'https://news.example/story.html' }));
  put('/named.html', await explainer('framed', story, '--loading', 'eager'));
  await rm(folder, { recursive: true });
  for (const [name, address] of [['named.html', 'https://news.example/story.html'], ['framed.html', `${other}/framed.html`]]) {
    await onHost(hostPage(lines.replace('framed.html', name)), SIZES.wide, async (page) => {
      const frame = await framed(page, name);
      await alive(frame);
      await frame.evaluate(() => {
        window.copied = [];
        navigator.clipboard.writeText = async (text) => void window.copied.push(text);
        document.querySelector('news-explainer').shadowRoot.querySelector('.steps .copy').click();
      });
      await until(frame, () => window.copied.length === 1);
      const chosen = await frame.evaluate(() => document.querySelector('.explainer-event[aria-current]').dataset.id);
      assert.deepEqual(await frame.evaluate(() => window.copied), [`${address}#${DOC}--${chosen}`]);
    });
  }
});

// ── Places ───────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, size] of Object.entries(SIZES)) {
  for (const [sandbox, change] of Object.entries(SANDBOXES)) {
    test(`${name}, ${sandbox}: the page’s fragment leads to the event in the frame, and makes no step in the history`, async () => {
      const long = hostPage(FILLING.repeat(4) + change(lines));
      await onHost(`${long}#${DOC}--treaty-1961`, size, async (page) => {
        const frame = await loaded(page);
        await alive(frame);
        await untilAt(page, frame, `#${DOC}--treaty-1961`, 60);
        await fits(page, frame);
        assert.equal(await frame.evaluate(() => document.querySelector('.explainer-event[aria-current]').dataset.id), 'treaty-1961');
        assert.equal(await page.evaluate(() => history.length), 2, 'about:blank and the page');
        // A link of the page's own to a question.
        const question = await frame.evaluate(() => document.querySelector('.explainer-answer [id], .explainer-answer[id]').id);
        await page.evaluate((id) => (location.hash = id), question);
        await untilAt(page, frame, `#${question}`, size.height / 3);
        assert.equal(await page.evaluate(() => history.length), 3, 'one step for the link');
      });
    });

    test(`${name}, ${sandbox}: a link inside leads there on the page around, and back to the source by the keyboard`, async () => {
      await onHost(hostPage(change(lines)), size, async (page) => {
        const frame = await framed(page);
        await alive(frame);
        await fits(page, frame);
        const cite = frame.locator('.explainer-article .explainer-cite a').first();
        const source = (await cite.getAttribute('href')).slice(1);
        await cite.click();
        await untilAt(page, frame, `[id="${source}"]`, size.height - 20);
        await rest(1100);
        const back = frame.locator(`[id="${source}"] .explainer-back`).first();
        const from = (await back.getAttribute('href')).slice(1);
        await back.focus();
        await page.keyboard.press('Enter');
        await untilAt(page, frame, `[id="${from}"]`, size.height - 20);
      });
    });
  }

  test(`${name}: a source opens in a window of its own, out of the sandbox`, async () => {
    await onHost(hostPage(lines), size, async (page) => {
      const frame = await framed(page);
      await alive(frame);
      await page.context().route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>A source</title>' }));
      const opened = page.context().waitForEvent('page');
      await frame.locator('.explainer-sources > summary').click();
      await frame.locator('.explainer-sources a[target="_blank"]').first().click();
      const source = await opened;
      await source.waitForLoadState();
      assert.notEqual(await source.evaluate(() => self.origin), 'null');
      assert.equal(await source.evaluate(() => window.opener), null);
      assert.ok(frame.url().includes('/framed.html'), 'the explainer stays');
    });
  });
}

test('a fragment that is none of the frame’s is not passed', async () => {
  for (const hash of ['#access_token=secret', `#${DOC}x`, '#--a', `#${DOC.toUpperCase()}`]) {
    await onHost(hostPage(lines) + hash, SIZES.wide, async (page) => {
      const frame = await framed(page);
      await alive(frame);
      await fits(page, frame);
      const heard = await frame.evaluate(() => window.heard.map(({ data }) => data.fragment));
      assert.ok(heard.every((fragment) => fragment === '#'), `${hash}: ${heard}`);
    });
  }
});

test('the frame shows nothing that another window or another shape asks for', async () => {
  const sibling = `<iframe src="${other}/empty.html" title="x" sandbox="allow-scripts"></iframe>`;
  await onHost(hostPage(lines.replace('\n', `\n${sibling}\n`)), SIZES.wide, async (page) => {
    const frame = await framed(page);
    await alive(frame);
    const stranger = await loaded(page, 'empty.html');
    const address = frame.url();
    await stranger.evaluate((fragment) => {
      parent.frames[0].postMessage({ type: 'news-explainer:fragment', fragment }, '*');
    }, `#${DOC}--treaty-1961`);
    await page.evaluate(() => {
      const wrong = [undefined, null, 1, true, {}, [], '', 'x', 'javascript:alert(1)', 'https://evil.example/', `#${'x'.repeat(501)}`];
      const messages = wrong.map((fragment) => ({ type: 'news-explainer:fragment', fragment }));
      for (const message of [...wrong, ...messages, 'pymxPYMxherexPYMxwidthxPYMx300', { type: 'navigate', fragment: '#a' }]) {
        document.querySelector('iframe').contentWindow.postMessage(message, '*');
      }
    });
    await frames(frame, 6);
    assert.equal(frame.url(), address);
  });
});

// ── What is not obeyed ───────────────────────────────────────────────────────────────────────────────────────────────

/** Numbers that look random and are the same each time (mulberry32). */
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A message that no page should do anything about. */
function wrongMessage(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const types = ['navigate', 'scroll', 'html', 'style', 'constructor', '__proto__', 'toString', 'news-explainer:fragment', 'news-explainer', '', null, 7];
  const values = [NaN, Infinity, -Infinity, '500', '5e3', null, undefined, true, [], [500], {}, { valueOf: 500 }, 'javascript:alert(1)', '<b>', 10n];
  const ours = pick(['news-explainer:height', 'news-explainer:position']);
  return pick([
    () => ({ type: ours, height: pick(values), y: pick(values) }),
    () => ({ type: ours }),
    () => ({ type: [ours], height: 500, y: 500 }),
    () => ({ type: pick(types), height: 500, y: 500, url: 'https://evil.example/', html: '<img src=x>', style: 'color:red' }),
    () => [ours, 500],
    () => JSON.stringify({ type: ours, height: 500 }),
    () => `pymxPYMxherexPYMx${pick(['navigateTo', 'height', 'scrollTo'])}xPYMx${pick(['https://evil.example/', '500'])}`,
    () => pick(values),
  ])();
}

/** A page of somebody else's in the place of the explainer's. */
const hostile = (change = (lines) => lines) => hostPage(change(lines).replace('framed.html', 'empty.html'));
const state = async (page) => [await height(page), await top(page), page.url(), await page.evaluate(() => document.documentElement.outerHTML.length)];

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: a thousand messages from a sibling, and a thousand wrong ones from the frame, change nothing`, async () => {
    const sibling = `<iframe src="${other}/empty.html?sibling" title="x" sandbox="allow-scripts allow-popups"></iframe>`;
    await onHost(hostile((lines) => lines.replace('\n', `\n${sibling}\n`)), size, async (page) => {
      const frame = await framed(page, 'empty.html');
      const stranger = await loaded(page, 'sibling');
      await page.evaluate(() => scrollTo(0, 0));
      const before = await state(page);
      const random = dice(20231112);
      const right = Array.from({ length: 1000 }, () =>
        random() < 0.5 ? { type: 'news-explainer:height', height: random() * 2000 } : { type: 'news-explainer:position', y: random() * 2000 });
      await post(page, stranger, ...right);
      assert.deepEqual(await state(page), before, 'the sibling');
      const wrong = Array.from({ length: 1000 }, () => wrongMessage(random));
      await post(page, page.frames().find((each) => each.url().endsWith('empty.html')) ?? frame, ...wrong);
      assert.deepEqual(await state(page), before, 'the frame');
      assert.equal(await page.evaluate(() => window.heard.length), 2000, 'all of them arrived');
    });
  });

  test(`${name}: a thousand heights are clamped`, async () => {
    await onHost(hostile(), size, async (page) => {
      const frame = await framed(page, 'empty.html');
      for (const [asked, given] of [[-1e9, LEAST], [0, LEAST], [0.1, LEAST], [100.2, 101], [1e300, MOST], [Number.MAX_SAFE_INTEGER, MOST], [700, 700]]) {
        await post(page, frame, { type: 'news-explainer:height', height: asked });
        assert.equal(await height(page), String(given), String(asked));
      }
      await page.evaluate(() => {
        window.given = [];
        const iframe = document.querySelector('iframe');
        const { setAttribute } = iframe;
        iframe.setAttribute = (name, value) => (window.given.push([name, value]), setAttribute.call(iframe, name, value));
      });
      const random = dice(1961);
      const asked = Array.from({ length: 1000 }, () => (random() - 0.3) * 10 ** Math.floor(random() * 12));
      await post(page, frame, ...asked.map((height) => ({ type: 'news-explainer:height', height })));
      const expected = asked.map((height) => Math.min(Math.max(Math.ceil(height), LEAST), MOST));
      const changes = expected.filter((height, index) => height !== (index ? expected[index - 1] : 700));
      assert.deepEqual(await page.evaluate(() => window.given), changes.map((height) => ['height', String(height)]));
    });
  });

  // Nothing is asked of these pages by the test, since that counts as the reader's doing: they tell by themselves.
  test(`${name}: a frame that asks for places all the time gets one for a click inside, and none before`, async () => {
    const watch = "window.tops = []; addEventListener('scroll', () => tops.push(Math.round(scrollY)));";
    // It is given the focus, which is not enough.
    put('/watch.js', `${watch} setTimeout(() => document.querySelector('iframe').focus(), 500);`);
    const iframe = lines.replace('framed.html', 'hostile.html').replace('"640"', '"3000"');
    const address = hostPage(`<script type="module" src="/watch.js"></script>\n${iframe}`, { above: '' });
    await onHost(address, size, async (page) => {
      await rest(3000);
      await page.mouse.click(size.width / 2, 20); // On the page itself.
      await rest(500);
      const clicked = Date.now();
      await page.mouse.click(size.width / 2, 300); // In the frame.
      await rest(500);
      const tops = await page.evaluate(() => window.tops);
      const first = await page.evaluate(() => Math.round(document.querySelector('iframe').getBoundingClientRect().top + scrollY + 1000));
      // At most once a second: on a slow machine more than one second may have gone by.
      assert.ok(tops.length <= 1 + Math.floor((Date.now() - clicked) / 1000), tops.join());
      assert.deepEqual([...new Set(tops)], [first]);
    });
  });
}

test('a frame that the fragment names may answer once, and not when the reader has gone on', async () => {
  const position = { type: 'news-explainer:position', y: 400 };
  await onHost(`${hostile()}#${DOC}--a`, SIZES.wide, async (page) => {
    const frame = await loaded(page, 'empty.html');
    await post(page, frame, { type: 'news-explainer:height', height: 3000 }, position);
    const led = await top(page);
    await post(page, frame, { ...position, y: 900 });
    assert.equal(await top(page), led);
  });
  await onHost(`${hostile()}#${DOC}--a`, SIZES.wide, async (page) => {
    const frame = await loaded(page, 'empty.html');
    await post(page, frame, { type: 'news-explainer:height', height: 3000 });
    await page.keyboard.press('Home');
    await until(page, () => scrollY === 0);
    const before = await top(page);
    await post(page, frame, position);
    assert.equal(await top(page), before);
  });
});

test('an origin that is not the one of the frame’s address is not heard', async () => {
  // The address leads from one origin to another, as when a site moves.
  const twisted = lines.replace('framed.html', 'empty.html').replace(/ sandbox="[^"]*"/, '');
  await onHost(hostPage(twisted), SIZES.wide, async (page) => {
    const frame = await framed(page, 'empty.html');
    await post(page, frame, { type: 'news-explainer:height', height: 900 });
    assert.equal(await height(page), '900');
    // Heard no more when the attribute says that it has no origin, or the address that it has another.
    await page.evaluate(() => document.querySelector('iframe').setAttribute('sandbox', 'allow-scripts'));
    await post(page, frame, { type: 'news-explainer:height', height: 901 });
    assert.equal(await height(page), '900');
  });
});

test('the position heeds what sticks to the top, by the page’s own measures', async () => {
  put('/sticky.css', 'iframe { scroll-margin-top: 30px; --explainer-sticky-top: 5rem; }');
  const page = hostile((lines) => `<link rel="stylesheet" href="/sticky.css">\n${lines}`);
  await onHost(`${page}#${DOC}--a`, SIZES.wide, async (page) => {
    const frame = await loaded(page, 'empty.html');
    await post(page, frame, { type: 'news-explainer:height', height: 3000 }, { type: 'news-explainer:position', y: 400 });
    const seen = await page.evaluate(() => document.querySelector('iframe').getBoundingClientRect().top + 400);
    assert.equal(Math.round(seen), 80);
  });
});

test('the page in the frame names its policy', async () => {
  const response = await fetch(`${other}/framed.html`);
  assert.equal(response.headers.get('content-security-policy'), FRAMED_POLICY);
});
