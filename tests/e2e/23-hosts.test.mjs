// On the pages of others: strict, hostile, resetting, crowded, ever-changing; from right to left; in their colours.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { entry, isOff, marks, step, tool } from './explore.mjs';
import { HOSTS, hostPage, printed } from './hosts.mjs';
import {
  POLICY, WASM, assertHolds, authored, built, chosen, comeNear, events, frames, inState, interactive, onPage, passages,
  plainPage, put, readerText, until, untilChosen,
} from './support.mjs';

const document_ = await authored();
const SIZES = [[1280, 900], [390, 844]];

/** Brings every explainer of the page to life: each begins when it comes near the screen. */
async function wake(page) {
  const count = await page.locator('news-explainer').count();
  for (let index = 0; index < count; index += 1) {
    await comeNear(page, index);
    await until(page, (index) => document.querySelectorAll('news-explainer')[index].dataset.state, index);
  }
  await inState(page, 'interactive');
  await frames(page);
}

/** What is wrong with the controls of the page's first explainer, and with the page around it. */
const troubles = (page) =>
  page.evaluate(() => {
    const found = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} > ${clientWidth}`);
    const host = document.querySelector('news-explainer');
    const { shadowRoot } = host;
    const name = (element) => `${element.getAttribute('class') ?? element.localName} “${element.textContent.trim().slice(0, 30)}”`;
    const box = (thing) => thing.getBoundingClientRect();
    const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
    const controls = [...shadowRoot.querySelectorAll('button, input, select')].filter(isSeen);
    for (const control of controls) {
      const { width, height, left, right } = box(control);
      if (width < 23.9 || height < 23.9) found.push(`${name(control)} is ${width} × ${height}`);
      if (left < -0.5 || right > clientWidth + 0.5) found.push(`${name(control)} reaches from ${left} to ${right}`);
    }
    const words = [];
    const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (!data.trim() || parentElement.closest('svg, script') || !isSeen(parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      words.push(...[...range.getClientRects()].map((rect) => ({ rect, name: data.trim().slice(0, 30) })));
    }
    const over = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
    const drawn = [...controls, shadowRoot.querySelector('.marks'), shadowRoot.querySelector('.overview')].map((control) => ({ rect: box(control), name: name(control) }));
    for (const [index, control] of drawn.entries()) {
      for (const other of [...words, ...drawn.slice(index + 1)]) {
        if (over(control.rect, other.rect)) found.push(`${control.name} lies over ${other.name}`);
      }
    }
    if (controls.length < 12) found.push(`${controls.length} controls`);
    return found.slice(0, 10);
  });

/** Uses what can be used, by pointer and by keys. */
async function assertUsable(page) {
  const isWhole = () => isOff(tool(page, 'whole span'));
  assert.equal(await isWhole(), true);
  await tool(page, 'zoom in').click();
  await frames(page);
  assert.equal(await isWhole(), false);
  await tool(page, 'whole span').click();
  await frames(page);
  assert.equal(await isWhole(), true);

  const all = await page.locator('.explainer-event').count();
  const filter = entry(page, 'Military');
  await filter.focus();
  await page.keyboard.press('Enter');
  const shown = () => [...document.querySelectorAll('.explainer-event')].filter((event) => !event.hidden).length;
  await until(page, (all) => [...document.querySelectorAll('.explainer-event')].filter((event) => !event.hidden).length < all, all);
  // Whatever a host makes of lists: what is filtered out is not shown.
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('.explainer-event[hidden]')].filter((event) => event.checkVisibility()).length), 0);
  await page.keyboard.press('Enter');
  await until(page, (all) => [...document.querySelectorAll('.explainer-event')].every((event) => !event.hidden), all);
  assert.equal(await page.evaluate(shown), all);

  await marks(page).and(page.locator('[data-count="1"], :not([data-count])')).first().locator('.explainer-target').click();
  await until(page, () => document.querySelector('.explainer-event[aria-current]'));
  const first = await chosen(page);
  await step(page, 'next').focus();
  await page.keyboard.press('Enter');
  await until(page, (first) => document.querySelector('.explainer-event[aria-current]')?.dataset.id !== first, first);
}

/** Every word of the default document, with all answers opened. A host may break lines and set capitals as it likes. */
async function assertWords(page, where) {
  const bare = (text) => text.replace(/\s+/g, '').toLowerCase();
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  assertHolds(bare(await readerText(page)), passages(document_).map(bare), where);
}

// ── Every page ───────────────────────────────────────────────────────────────────────────────────────────────────────

for (const name of ['strict-csp', 'hostile', 'rules', 'resets', 'wordpress', 'rtl-host', 'masthead']) {
  for (const [width, height] of SIZES) {
    test(`${name}, ${width} px: alive, whole and usable`, async () => {
      await onPage(await HOSTS[name](), { width, height }, async (page) => {
        await interactive(page);
        assert.deepEqual(await page.evaluate(() => window.takeShifts()), [], 'nothing has moved');
        assert.deepEqual(await troubles(page), []);
        await assertUsable(page);
        await assertWords(page, `on ${name}`);
      });
    });
  }
}

for (const name of ['resets', 'wordpress', 'rtl-host', 'ltr-host', 'masthead']) {
  test(`${name}: the element is as high alive as printed, and its picture as high as the axis`, async () => {
    for (const [width, height] of SIZES) {
      const measure = (page) => page.evaluate(() => document.querySelector('news-explainer').getBoundingClientRect().height);
      const adadapt = await HOSTS[name]();
      let picture;
      const before = (page) => page.route('**/news-explainer.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      const stood = await onPage(adadapt, { width, height, before }, async (page) => {
        const heights = await page.evaluate(() =>
          [...document.querySelectorAll('.explainer-still')].filter((still) => still.checkVisibility()).map((still) => still.getBoundingClientRect().height),
        );
        assert.equal(heights.length, 1, 'one picture is shown');
        [picture] = heights;
        return measure(page);
      });
      const living = await onPage(adadapt, { width, height }, async (page) => {
        await interactive(page);
        const axis = await page.evaluate(() => document.querySelector('news-explainer').shadowRoot.querySelector('svg.marks').getBoundingClientRect().height);
        assert.ok(Math.abs(axis - picture) < 0.5, `${width} px: a picture of ${picture}, an axis of ${axis}`);
        return measure(page);
      });
      assert.ok(Math.abs(living - stood) < 0.5, `${width} px: ${stood} printed, ${living} alive`);
    }
  });
}

// ── Policies ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const REST = "style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; default-src 'none'";
const sha256 = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const sha = async (name) => sha256(await built(name));
const runtime = async () => JSON.parse(await built('integrity.json'))['explainer-runtime.js'].file;

const policies = {
  'by adadapt, with trusted types': async () => ({ policy: POLICY, trust: '' }),
  'by nonce': async () => ({ policy: `script-src 'nonce-r4nd0m' 'strict-dynamic' 'wasm-unsafe-eval'; ${REST}`, trust: 'nonce="r4nd0m"' }),
  // What the class imports is named by an import map, which has a hash of its own: 'strict-dynamic' does not pass on to it.
  'by hash': async () => {
    const [own, theirs] = [await sha('news-explainer.js'), await sha(await runtime())];
    const map = JSON.stringify({ integrity: { [`/${await runtime()}`]: theirs } });
    return {
      policy: `script-src '${own}' '${theirs}' '${sha256(map)}' 'wasm-unsafe-eval'; ${REST}`,
      trust: `integrity="${own}"`,
      map: `<script type="importmap">${map}</script>\n`,
    };
  },
};

for (const [name, make] of Object.entries(policies)) {
  test(`a policy that names scripts ${name} is kept, and is enough`, async () => {
    const { policy, trust, map = '' } = await make();
    const adapt = (page) => page.replace(/<script (.*) trusted>/, (_, script) => `${map}<script ${script} ${trust}>`);
    const adadapt = await hostPage('strict-csp', { policy, adapt, as: `policy-${name.replace(/\W+/g, '-')}` });
    await onPage(adadapt, {}, async (page) => {
      await interactive(page);
      assert.deepEqual(await troubles(page), []);
    });
  });
}

test('a policy without ‘wasm-unsafe-eval’ leaves the words as printed', async () => {
  const policy = POLICY.replace(" 'wasm-unsafe-eval'", '');
  const adadapt = await hostPage('strict-csp', { policy, as: 'policy-no-wasm' });
  await onPage(adadapt, { allow: [/WebAssembly|wasm-eval/] }, async (page) => {
    await comeNear(page);
    await inState(page, 'failed');
    await assertWords(page, 'without Wasm');
  });
});

// ── Resets ───────────────────────────────────────────────────────────────────────────────────────────────────────────

test('a tiny or a giant root changes no measure, and lists keep their numbers', async () => {
  for (const [width, height] of SIZES) {
    const measured = [];
    for (const name of ['resets', 'resets-tiny', 'resets-giant']) {
      measured.push(await onPage(await HOSTS[name](), { width, height }, async (page) => {
        await interactive(page);
        assert.deepEqual(await troubles(page), [], name);
        return page.evaluate(() => {
          const host = document.querySelector('news-explainer');
          const box = (element) => [element.getBoundingClientRect().width, element.getBoundingClientRect().height].map(Math.round);
          const { listStyleType } = getComputedStyle(document.querySelector('.explainer-sources li'));
          return { listStyleType, host: box(host), tools: box(host.shadowRoot.querySelector('.tools')), button: box(host.shadowRoot.querySelector('.tools button')) };
        });
      }));
    }
    const [plain, ...others] = measured;
    assert.equal(plain.listStyleType, 'decimal');
    for (const other of others) assert.deepEqual(other, plain);
  }
});

// ── Many ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

test('ten on a page: one runtime, no id twice, and what happens in one happens in none of the others', async () => {
  const asked = [];
  const before = (page) => page.on('request', (request) => asked.push(request.url()));
  await onPage(await HOSTS.ten(), { before }, async (page) => {
    await wake(page);
    assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, window.takeShifts()]), [1280, []]);
    assert.equal(await page.locator('news-explainer').count(), 10);
    const runtimes = asked.filter((url) => /explainer-runtime.*\.(wasm|js)$/.test(url));
    assert.deepEqual([runtimes.length, new Set(runtimes).size], [2, 2], runtimes.join(' '));
    const twice = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    });
    assert.deepEqual(twice, []);

    // Two prints of one document: choosing and filtering in the second leaves the first alone.
    const look = () =>
      page.evaluate(() => [...document.querySelectorAll('news-explainer')].map((each) => each.innerText + (each.querySelector('[aria-current]')?.id ?? '') + (each.shadowRoot.querySelector('.explainer-ticks')?.textContent ?? '')));
    const stood = await look();
    const second = page.locator('news-explainer').nth(1);
    await second.locator('.steps .next').click();
    await second.locator('.zoom button').nth(1).click();
    await frames(page);
    const stands = await look();
    assert.deepEqual(stands.map((each, index) => each === stood[index]), stood.map((_, index) => index !== 1));
  });
});

test('an app mounts and unmounts: words and controls come with each view, and nothing stays behind', async () => {
  await onPage(await HOSTS.app(), {}, async (page) => {
    const go = (name) => page.locator('nav a', { hasText: name }).click();
    for (let turn = 0; turn < 6; turn += 1) {
      await go(turn % 2 ? 'Again' : 'Story');
      if (turn % 3 !== 2) {
        await interactive(page);
        assert.equal(await page.locator('news-explainer .axis').count(), 1);
      }
      await go('Front page');
      assert.equal(await page.locator('news-explainer').count(), 0);
    }
    await go('Story');
    await interactive(page);
    assert.deepEqual(await troubles(page), []);
    const told = (await events(page, 'select')).length;
    await step(page, 'next').click();
    await frames(page);
    assert.equal((await events(page, 'select')).length, told + 1, 'nothing of an earlier view listens');
    // The router's own state is kept, and going back leaves the story.
    assert.deepEqual(await page.evaluate(() => history.state), { route: '/story' });
    await page.goBack();
    await until(page, () => !document.querySelector('news-explainer'));
    await page.goForward();
    await interactive(page);
  });
});

// ── What editors’ tools leave ────────────────────────────────────────────────────────────────────────────────────────

for (const name of ['wordpress-kses', 'wordpress-autop']) {
  test(`${name}: what is left of the paste has every word`, async () => {
    for (const [width, height] of SIZES) {
      await onPage(await HOSTS[name](), { width, height }, async (page) => {
        await frames(page);
        await assertWords(page, name);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing scrolls sideways');
      });
    }
  });
}

// ── Directions ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** How the parts stand, and what an arrow does on the axis. */
async function direction(page) {
  await interactive(page);
  const seen = await page.evaluate(() => {
    const host = document.querySelector('news-explainer');
    const { shadowRoot } = host;
    const left = (element) => element.getBoundingClientRect().left;
    const title = document.querySelector('.explainer-title');
    const range = document.createRange();
    range.selectNodeContents(title);
    const text = range.getBoundingClientRect();
    const frame = title.getBoundingClientRect();
    // The marker's two borders make a corner; turned, it points at the question's text, and down once open.
    const marker = getComputedStyle(document.querySelector('.explainer-question > summary'), '::before');
    const corner = new DOMPoint(marker.borderLeftStyle === 'none' ? 1 : -1, marker.borderBottomStyle === 'none' ? -1 : 1);
    const points = new DOMMatrix(marker.transform).transformPoint(corner);
    return {
      title: Math.abs(text.left - frame.left) <= Math.abs(text.right - frame.right) ? 'left' : 'right',
      steps: left(shadowRoot.querySelector('.steps .previous')) < left(shadowRoot.querySelector('.steps .next')) ? 'previous first' : 'next first',
      tools: left(shadowRoot.querySelector('.zoom')) < left(shadowRoot.querySelector('.find')) ? 'zoom first' : 'find first',
      marker: Math.abs(points.y) > 0.1 ? 'up or down' : points.x > 0 ? 'right' : 'left',
    };
  });
  const where = () => page.evaluate(() => {
    const mark = document.querySelector('news-explainer').shadowRoot.activeElement;
    return mark.getBoundingClientRect().left;
  });
  await page.locator('news-explainer .mark[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await frames(page);
  const first = await where();
  await page.keyboard.press(seen.title === 'left' ? 'ArrowRight' : 'ArrowLeft');
  await frames(page);
  return { ...seen, next: (await where()) > first ? 'to the right' : 'to the left' };
}

test('the direction is the document’s: an Arabic host around English words, and the reverse', async () => {
  for (const [width, height] of SIZES) {
    const across = width > 600;
    await onPage(await HOSTS['rtl-host'](), { width, height }, async (page) => {
      const seen = await direction(page);
      assert.deepEqual(seen, { title: 'left', steps: 'previous first', tools: across ? 'zoom first' : 'find first', marker: 'right', next: 'to the right' });
    });
    await onPage(await HOSTS['ltr-host'](), { width, height }, async (page) => {
      const seen = await direction(page);
      assert.deepEqual(await troubles(page), []);
      assert.deepEqual(seen, { title: 'right', steps: 'next first', tools: 'find first', marker: 'left', next: 'to the left' });
    });
  }
});

// ── A masthead ───────────────────────────────────────────────────────────────────────────────────────────────────────

test('a masthead that stays covers neither what one goes to nor the steps that stay in view', async () => {
  for (const [width, height] of SIZES) {
    await onPage(`${await HOSTS.masthead()}#north-korea-russia--treaty-1961`, { width, height }, async (page) => {
      await inState(page, 'interactive');
      await untilChosen(page, 'treaty-1961');
      await frames(page, 6);
      const boxes = (id) =>
        page.evaluate((id) => {
          const box = (element) => (({ top, bottom }) => ({ top: Math.round(top), bottom: Math.round(bottom) }))(element.getBoundingClientRect());
          const { shadowRoot } = document.querySelector('news-explainer');
          return { masthead: box(document.querySelector('header')), event: box(document.querySelector(`.explainer-event[data-id="${id}"]`)), axis: box(shadowRoot.querySelector('.axis')), steps: box(shadowRoot.querySelector('.steps')) };
        }, id);
      const there = await boxes('treaty-1961');
      assert.ok(there.event.top >= there.masthead.bottom, `${width} px: ${JSON.stringify(there)}`);
      assert.ok(there.event.top < height);
      // In the open list the steps stay, at the masthead and above the event.
      await page.locator('.explainer-opener summary').click();
      await page.evaluate(() => (location.hash = 'north-korea-russia--pueblo-seizure'));
      await untilChosen(page, 'pueblo-seizure');
      await frames(page, 6);
      const listed = await boxes('pueblo-seizure');
      assert.equal(listed.steps.top, listed.masthead.bottom, `${width} px: the steps stand at the masthead: ${JSON.stringify(listed)}`);
      assert.ok(listed.event.top >= listed.steps.bottom, `${width} px: the event under its guide: ${JSON.stringify(listed)}`);
      // A source, by its number in the text.
      await page.locator('.explainer-cite a').first().click();
      const source = await page.evaluate(() => document.querySelector(':target').getBoundingClientRect().top);
      assert.ok(source >= there.masthead.bottom, `${source}`);
    });
  }
});

// ── Colours ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const LIGHT = { ink: 'rgb(22, 24, 29)', paper: 'rgb(255, 255, 255)' };
const DARK = { ink: 'rgb(233, 234, 236)', paper: 'rgb(20, 22, 26)' };

/** Light words, the printed picture, and controls in the shadow: ink, paper, and the least contrast of text. */
const colours = (page) =>
  page.evaluate(() => {
    const host = document.querySelector('news-explainer');
    const style = (element) => getComputedStyle(element);
    const { shadowRoot } = host;
    const of = (text) => text.match(/[\d.]+/g).slice(0, 3).map(Number);
    const luminance = (colour) => {
      const [r, g, b] = of(colour).map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a, b) => {
      const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (light + 0.05) / (dark + 0.05);
    };
    const ground = style(host).backgroundColor;
    const texts = [host, host.querySelector('.explainer-standfirst'), host.querySelector('.explainer-article a'), shadowRoot.querySelector('.filters button'), shadowRoot.querySelector('.explainer-count'), shadowRoot.querySelector('.tools button'), shadowRoot.querySelector('.position')];
    return {
      words: { ink: style(host).color, paper: ground },
      entry: style(shadowRoot.querySelector('.filters')).color,
      controls: style(shadowRoot.querySelector('input')).backgroundColor,
      axis: style(shadowRoot.querySelector('.explainer-bands text')).fill,
      printed: style(host.querySelector('.explainer-bands text')).fill,
      native: style(shadowRoot.querySelector('input')).colorScheme,
      least: Math.min(...texts.map((element) => contrast(style(element).color, ground))),
    };
  });

test('the colours are the host’s scheme, or the one that `theme` names, at any time', async () => {
  const element = await printed();
  put('/none.css', '');
  put('/light.css', ':root { color-scheme: light; }');
  put('/dark.css', ':root { color-scheme: dark; }');
  put('/both.css', ':root { color-scheme: light dark; }');
  put('/section.css', 'main { color-scheme: dark; background: #000; }');
  const expected = {
    none: () => LIGHT,
    light: () => LIGHT,
    dark: () => DARK,
    both: (prefers) => (prefers === 'dark' ? DARK : LIGHT),
    section: () => DARK,
  };
  for (const [name, follows] of Object.entries(expected)) {
    const page_ = plainPage(element, { head: `<link rel="stylesheet" href="/${name}.css">` }).replace('<meta name="color-scheme" content="light dark">\n', '');
    await onPage(put(`/scheme-${name}.html`, page_), {}, async (page) => {
      await interactive(page);
      for (const prefers of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: prefers });
        for (const theme of [null, 'auto', 'light', 'dark']) {
          await page.evaluate((theme) => {
            const host = document.querySelector('news-explainer');
            if (theme === null) host.removeAttribute('theme');
            else host.setAttribute('theme', theme);
          }, theme);
          await frames(page, 2);
          const wanted = { light: LIGHT, dark: DARK }[theme] ?? follows(prefers);
          const { least, native, ...seen } = await colours(page);
          const { ink, paper } = wanted;
          const where = `host ${name}, reader ${prefers}, theme ${theme}`;
          assert.deepEqual(seen, { words: wanted, entry: ink, controls: paper, axis: ink, printed: ink }, where);
          if (theme === 'light' || theme === 'dark') assert.equal(native, theme, where);
          assert.ok(least >= 4.5, `${where}: ${least}`);
        }
      }
      // Paper is white, whatever the screen was.
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const { color, backgroundColor } = await page.evaluate(() => (({ color, backgroundColor }) => ({ color, backgroundColor }))(getComputedStyle(document.querySelector('news-explainer'))));
      assert.deepEqual({ ink: color, paper: backgroundColor }, LIGHT);
    });
  }
});

test('in forced colours every drawing takes the reader’s, also with theme="dark"', async () => {
  const adadapt = put('/forced.html', plainPage((await printed()).replace('<news-explainer', '<news-explainer theme="dark"')));
  for (const colorScheme of ['light', 'dark']) {
    await onPage(adadapt, { forcedColors: 'active', colorScheme }, async (page) => {
      await interactive(page);
      const seen = await page.evaluate(() => {
        const host = document.querySelector('news-explainer');
        const { shadowRoot } = host;
        const system = (name) => {
          const probe = document.createElement('i');
          host.append(probe);
          probe.style.color = name;
          const { color } = getComputedStyle(probe);
          probe.remove();
          return color;
        };
        const style = (selector, name) => getComputedStyle(shadowRoot.querySelector(selector))[name];
        return {
          glyph: style('.explainer-glyph', 'stroke') === system('CanvasText'),
          hollow: style('.explainer-alleged > .explainer-shape', 'fill') === system('Canvas'),
          era: style('.explainer-bands text', 'fill') === system('CanvasText'),
          eras: style('.explainer-bands rect', 'stroke') === system('CanvasText'),
          pane: style('.pane', 'stroke') === system('LinkText'),
        };
      });
      assert.deepEqual(seen, { glyph: true, hollow: true, era: true, eras: true, pane: true });
    });
  }
});
