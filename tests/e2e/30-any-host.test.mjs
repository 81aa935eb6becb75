// The element in other people's programs: any box, any order, anything taken away, any address, any geometry, any neighbour
// (README, "What a page may do at any time").

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn, entry, file, marks, step } from './explore.mjs';
import { POLICY, chosen, comeNear, explainer, frames, inState, interactive, onLivingPage, onPage, plainPage, put, site, until, untilChosen } from './support.mjs';

const ID = 'ferry';
const DAYS = ['1911-04-02', '1924-08', '1931-11-20', '1948', '1952-02-14', '1967-06-30', '1989-10-01', '2004-03-12'];
const TITLES = ['The first crossing', 'A second boat', 'The storm', 'The line is sold', 'Ice on the river', 'The new pier', 'The bridge opens', 'The last crossing'];
const ferry = {
  id: ID, lang: 'en', title: 'The ferry and the bridge', kind: 'explainer', published: '2024-05-06', as_of: '2024-05-06',
  standfirst: 'For ninety years one crossed the river by boat.',
  lead: 'It ended [when the bridge opened](#event-6).[^book] Some still ask [who paid](#who-paid) for it.',
  sections: [{ id: 'river', heading: 'The river', body: 'The river is wide here, and slow, and in some winters it freezes.[^book]' }],
  timeline: {
    heading: 'Crossings',
    categories: [{ id: 'boats', label: 'Boats' }, { id: 'river', label: 'River' }],
    eras: [{ id: 'town', label: 'The town’s line', period: '1911/1947' }, { id: 'company', label: 'The company’s line', period: '1948/2004' }],
    events: DAYS.map((date, index) => ({ id: `event-${index}`, date, title: TITLES[index], category: ['boats', 'boats', 'river'][index % 3], body: 'As the book of the line has it.', sources: ['book'] })),
  },
  faq: [
    { id: 'who-paid', question: 'Who paid for the bridge?', answer: 'The county, and for twenty years everybody who crossed it.' },
    { id: 'boats', question: 'Where are the boats?', answer: 'One is a café, the other one sank.' },
  ],
  sources: [{ id: 'book', publisher: 'The ferry line', title: 'The book of the line' }],
};
const source = await file('ferry.json', JSON.stringify(ferry));
const printed = await explainer('print', source, '--loading', 'eager');
put('/ferry.json', await explainer('publish', source));
const byAddress = '<news-explainer loading="eager" src="/ferry.json"></news-explainer>';

/** Policies under which a host's own script may set HTML, and its page have another base. */
const WITH_HTML = POLICY.replace(/; require-trusted-types.*/, '');
const WITH_BASE = WITH_HTML.replace("base-uri 'none'", 'base-uri *');

let count = 0;
/** A page of some host. Answers its path. */
const host = (body, { head = '', css = '', script = '', policy = WITH_HTML, change = (page) => page } = {}) => {
  const name = `/any-${(count += 1)}`;
  put(`${name}.css`, css);
  put(`${name}.js`, script);
  const lines = `<link rel="stylesheet" href="${name}.css"><script src="${name}.js"></script>${head}`;
  return put(`${name}.html`, change(plainPage(body, { head: lines })), policy);
};

/** What a reader sees of the first element, wherever it stands. */
const look = (page) =>
  page.evaluate(() => {
    const host = document.querySelector('news-explainer');
    const root = host.shadowRoot;
    const isSeen = (part) => Boolean(part?.checkVisibility({ visibilityProperty: true }) && part.getBoundingClientRect().height > 0);
    return {
      words: ['.explainer-title', '.explainer-article', '.explainer-events', '.explainer-faq'].filter((part) => isSeen(host.querySelector(part))).length,
      pictures: [...host.querySelectorAll('.explainer-still')].filter(isSeen).length,
      controls: [...root.querySelectorAll('.filters button, .tools button, .steps button')].filter(isSeen).length,
      height: Math.round(host.getBoundingClientRect().height),
      axis: Math.round(root.querySelector('svg.marks')?.getBoundingClientRect().width ?? 0),
    };
  });

/** Fails unless the words and the controls are there, once each. */
async function assertWhole(page, what) {
  const { words, pictures, controls } = await look(page);
  assert.deepEqual({ words, pictures }, { words: 4, pictures: 0 }, what);
  assert.ok(controls >= 8, `${what}: ${controls} controls`);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
  assert.deepEqual(twice, [], what);
}

const where = (page) => page.evaluate(() => location.pathname + location.search);

// ── Any box ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const BOXES = `
  .row { display: flex; } .column { display: flex; flex-direction: column; align-items: center; }
  .grid { display: grid; justify-items: center; } .float > * { float: left; } .float { overflow: hidden; }
  .fit > * { width: fit-content; } .table { border-collapse: collapse; } .inline { display: inline-flex; }`;
const PLAIN = `<article><p>${'The river is wide here, and slow, and in some winters it freezes, so that one may walk across. '.repeat(9)}</p></article>`;

for (const width of [1280, 700, 390]) {
  test(`${width} px: in any box it is as wide as an article of the host's, up to 60 rem where the box asks for the content's width`, async () => {
    const box = (name, body) => (name === 'table' ? `<table class="table"><tr><td>${body}</td></tr></table>` : `<div class="${name}">${body}</div>`);
    const names = ['block', 'row', 'column', 'grid', 'float', 'fit', 'table', 'inline'];
    for (const name of names) {
      const address = host(`${box(name, PLAIN)}${box(name, printed)}`, { css: BOXES });
      await onLivingPage(address, { width }, async (page) => {
        const [article, element, across] = await page.evaluate(() => [
          ...['article', 'news-explainer'].map((it) => document.querySelector(it).getBoundingClientRect().width),
          document.documentElement.scrollWidth - innerWidth,
        ]);
        // What pages have at their sides is left to them.
        assert.ok(element >= Math.min(article, 960, width - 48) - 2 && element <= article + 2, `${name}: ${element} px, an article ${article}`);
        assert.equal(across, 0, `${name}: nothing scrolls sideways`);
        await assertWhole(page, name);
      });
    }
  });
}

// ── Any order ────────────────────────────────────────────────────────────────────────────────────────────────────────

const LATE = {
  'src as an attribute': (element) => element.setAttribute('src', '/ferry.json'),
  'src as a property': (element) => (element.src = '/ferry.json'),
  'words by innerHTML': (element) => (element.innerHTML = window.words),
  'words, one part after the other': async (element) => {
    const room = document.createElement('div');
    room.innerHTML = window.words;
    for (const part of [...room.childNodes]) {
      element.append(part);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  },
};

for (const [name, set] of Object.entries(LATE)) {
  test(`it stands first, and gets later: ${name}`, async () => {
    await onPage(host('<news-explainer loading="eager"></news-explainer>'), {}, async (page) => {
      await until(page, () => Boolean(customElements.get('news-explainer')));
      await frames(page, 5);
      await page.evaluate((words) => (window.words = words), printed.replace(/^<news-explainer[^>]*>|<\/news-explainer>\s*$/g, ''));
      await page.evaluate(`(${set})(document.querySelector('news-explainer'))`);
      await inState(page, 'interactive');
      await frames(page);
      await assertWhole(page, name);
    });
  });
}

test('what was set as properties before the class was there is taken over', async () => {
  const script = `const element = document.createElement('news-explainer');
    Object.assign(element, { src: '/ferry.json', loading: 'eager', headingLevel: 4, theme: 'dark', addresses: 'none' });
    addEventListener('DOMContentLoaded', () => document.querySelector('main').append(element));`;
  await onPage(host('', { script }), {}, async (page) => {
    await until(page, () => document.querySelector('news-explainer'));
    await inState(page, 'interactive');
    await frames(page);
    const attributes = await page.evaluate(() => {
      const element = document.querySelector('news-explainer');
      return [element.getAttribute('heading-level'), element.getAttribute('theme'), element.addresses, element.querySelector('.explainer-title').localName];
    });
    assert.deepEqual(attributes, ['4', 'dark', 'none', 'h4']);
  });
});

// ── Anything taken away ──────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, body] of [['printed', printed], ['by address', byAddress]]) {
  test(`${name}: a refresh that takes off what the element has set changes nothing that is seen`, async () => {
    await onLivingPage(host(body), {}, async (page) => {
      await entry(page, 'River').click();
      await until(page, () => document.querySelector('.explainer-event[hidden]'));
      const before = [await look(page), await page.locator('.explainer-event[hidden]').count(), await chosen(page)];
      await page.evaluate(() => {
        const host = document.querySelector('news-explainer');
        host.removeAttribute('data-state');
        for (const part of host.querySelectorAll('*')) for (const attribute of ['slot', 'hidden', 'aria-current']) part.removeAttribute(attribute);
      });
      await until(page, () => document.querySelector('news-explainer').dataset.state === 'interactive');
      await frames(page, 5);
      assert.deepEqual([await look(page), await page.locator('.explainer-event[hidden]').count(), await chosen(page)], before);
      await assertWhole(page, name);
    });
  });

  for (const [how, put_] of Object.entries({
    'a clone': (element) => element.replaceWith(element.cloneNode(true)),
    'its outerHTML': (element) => (element.outerHTML = String(element.outerHTML)),
  })) {
    test(`${name}: ${how} of a living element in its place begins anew, without its traces`, async () => {
      await onLivingPage(host(body), {}, async (page) => {
        await entry(page, 'River').click();
        await until(page, () => document.querySelector('.explainer-event[hidden]'));
        await step(page, 'next').click();
        await frames(page);
        await page.evaluate(`(${put_})(document.querySelector('news-explainer'))`);
        await until(page, () => document.querySelector('news-explainer').shadowRoot?.querySelector('.frame'));
        await inState(page, 'interactive');
        await frames(page, 5);
        await assertWhole(page, how);
        assert.equal(await page.locator('.explainer-event[hidden]').count(), 0, 'no filter is set');
        assert.equal(await page.locator('.explainer-event[aria-current]').count(), 1);
        assert.equal(await page.evaluate(() => document.querySelector('.explainer-head').id), ID);
        await page.evaluate((hash) => (location.hash = hash), `${ID}--event-2`);
        await untilChosen(page, 'event-2');
      });
    });
  }
}

// ── Any address ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Follows a link to an event, one to a question, a source's number and a step. */
async function assertLinksStay(page, what) {
  const before = await where(page);
  await page.locator(`.explainer-article a[href="#${ID}--event-6"]`).click();
  await untilChosen(page, 'event-6');
  await page.locator(`.explainer-article a[href="#${ID}--who-paid"]`).click();
  await until(page, () => document.querySelector('.explainer-question[data-id="who-paid"]').open);
  await page.locator('.explainer-article .explainer-cite a').first().click();
  await until(page, () => {
    const { top, bottom } = document.querySelector('.explainer-sources li').getBoundingClientRect();
    return bottom > top && top >= 0 && top < innerHeight;
  });
  await step(page, 'previous').click();
  await untilChosen(page, 'event-5');
  assert.equal(await where(page), before, what);
}

for (const [name, base] of [['of its own', '/elsewhere/'], ['of somebody else', 'https://other.example/']]) {
  test(`a base address ${name}: every link stays on the page`, async () => {
    const origin = await site();
    const change = (page) => page.replace('<head>', `<head>\n<base href="${base}">`).replace(/(href|src)="\//g, `$1="${origin}/`);
    await onLivingPage(`${host(printed, { policy: WITH_BASE, change: (page) => change(page).replace(`<base href="${origin}/`, '<base href="/') })}?a=1`, {}, (page) => assertLinksStay(page, base));
  });
}

test('in srcdoc a link leads within the frame', async () => {
  const origin = await site();
  const framed = await explainer('framed', source, '--assets', `${origin}/`, '--loading', 'eager');
  const address = host('<iframe title="A preview" width="1000" height="900"></iframe>', { policy: `${WITH_HTML}; frame-src 'self'` });
  await onPage(address, {}, async (page) => {
    await page.evaluate((html) => (document.querySelector('iframe').srcdoc = html), framed);
    const frame = page.frameLocator('iframe');
    await frame.locator('news-explainer[data-state="interactive"]').waitFor();
    await frame.locator(`.explainer-article a[href="#${ID}--event-6"]`).click();
    await frame.locator('.explainer-event[data-id="event-6"][aria-current]').waitFor();
    await frame.locator('.explainer-article .explainer-cite a').first().click();
    await frames(page, 10);
    assert.equal(await frame.locator('.explainer-title').innerText(), ferry.title);
  });
});

test('where fragments are a router’s nothing is written into them, and links still work', async () => {
  const script = "window.routes = []; addEventListener('hashchange', () => window.routes.push(location.hash));";
  await onPage(`${host(printed.replace('<news-explainer', '<news-explainer addresses="none"'), { script })}#/story/7`, {}, async (page) => {
    await interactive(page);
    const steps = await page.evaluate(() => history.length);
    await assertLinksStay(page, 'the route');
    assert.deepEqual(await page.evaluate(() => [location.hash, window.routes, history.length]), ['#/story/7', [], steps]);
  });
});

// ── Any geometry ─────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, css] of Object.entries({
  'half as large': 'main { transform: scale(.5); transform-origin: 0 0; width: 1200px; }',
  'twice as large, by zoom': 'main { zoom: 2; }',
  mirrored: 'main { transform: scaleX(-1); }',
})) {
  test(`${name}: the pointer acts where it points`, async () => {
    await onLivingPage(host(printed, { css }), {}, async (page) => {
      await page.evaluate(() => document.querySelector('.explainer-timeline-head').scrollIntoView());
      const centre = (id) => page.evaluate((id) => {
        const { left, top, width, height } = document.querySelector('news-explainer').shadowRoot.querySelector(`.mark[data-id="${id}"] .explainer-target`).getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }, id);
      const lone = (await drawn(page)).filter(({ count }) => count <= 1).map(({ id }) => id);
      assert.ok(lone.length >= 4, `${lone.length} marks alone`);
      for (const id of [lone[0], lone.at(-2)]) {
        const { x, y } = await centre(id);
        await page.mouse.click(x, y);
        await untilChosen(page, id);
        await frames(page);
      }
      // What lies under the pointer stays there when the wheel zooms.
      const id = lone.at(-2);
      const before = await centre(id);
      const ticks = () => page.evaluate(() => document.querySelector('news-explainer').shadowRoot.querySelector('.explainer-ticks').textContent);
      const [first] = [await ticks()];
      await page.mouse.move(before.x, before.y);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -240);
      await page.keyboard.up('Control');
      await until(page, (first) => document.querySelector('news-explainer').shadowRoot.querySelector('.explainer-ticks').textContent !== first, first);
      await frames(page, 5);
      const after = await centre(id);
      assert.ok(Math.abs(after.x - before.x) < 4, `${before.x} became ${after.x}`);
    });
  });
}

test('hidden at first and shown later, it looks as if it had been shown at once', async () => {
  const css = 'main.away { display: none; }';
  const once = await onLivingPage(host(printed, { css }), {}, look);
  const change = (page) => page.replace('<main>', '<main class="away">');
  await onPage(host(printed, { css, change }), {}, async (page) => {
    await until(page, () => Boolean(customElements.get('news-explainer')));
    // It may have come alive already, without a width.
    await frames(page, 20);
    await page.evaluate(() => document.querySelector('main').classList.remove('away'));
    await interactive(page);
    await until(page, (axis) => Math.round(document.querySelector('news-explainer').shadowRoot.querySelector('svg.marks').getBoundingClientRect().width) === axis, once.axis);
    await frames(page, 5);
    assert.deepEqual(await look(page), once);
    assert.ok((await drawn(page)).length >= 4);
  });
});

// ── Any neighbour ────────────────────────────────────────────────────────────────────────────────────────────────────

test('helpers that put styles into the shadow root, before and after, leave the words and the controls', async () => {
  const script = `const attach = Element.prototype.attachShadow;
    const help = (root) => {
      if (root.querySelector('.helper')) return;
      const [first, last] = [document.createElement('style'), document.createElement('span')];
      first.className = last.className = 'helper';
      root.prepend(first);
      root.append(last);
    };
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      help(root);
      new MutationObserver(() => help(root)).observe(root, { childList: true });
      return root;
    };`;
  const policy = WITH_HTML.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
  await onPage(host(printed, { script, policy }), {}, async (page) => {
    await interactive(page);
    await assertWhole(page, 'at first');
    await page.evaluate(async () => {
      const element = document.querySelector('news-explainer');
      const place = element.parentNode;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      place.append(element);
    });
    await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('.frame'));
    await inState(page, 'interactive');
    await frames(page, 5);
    await assertWhole(page, 'put back');
    assert.equal(await page.evaluate(() => document.querySelector('news-explainer').shadowRoot.querySelectorAll('.helper').length), 2, 'what is the helper’s stays');
  });
});

test('within another component’s shadow root its links, numbers and addresses lead to their places', async () => {
  const script = `customElements.define('some-story', class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML = '<link rel="stylesheet" href="/news-explainer.css">' + this.querySelector('template').innerHTML;
    }
  });`;
  const change = (page) => page.replace(/(<script src="[^"]*")>/, '$1 defer>');
  const address = host(`<some-story><template>${printed}</template></some-story>`, { script, change });
  const inside = (page, question, what) => until(page, `(() => { const host = document.querySelector('some-story').shadowRoot?.querySelector('news-explainer'); return Boolean(host && (${question})(host)); })()`, undefined, what);
  const isAlive = (host) => host.dataset.state === 'interactive';
  const isChosen = (host) => host.querySelector('.explainer-event[aria-current]')?.dataset.id === 'event-6';
  const isOpen = (host) => host.querySelector('.explainer-question[data-id="who-paid"]').open;
  const isAtSource = (host) => {
    const { top, bottom } = host.querySelector('.explainer-sources li').getBoundingClientRect();
    return bottom > top && top >= 0 && top < innerHeight;
  };
  await onPage(address, {}, async (page) => {
    await inside(page, isAlive, 'it lives');
    await page.locator(`.explainer-article a[href="#${ID}--event-6"]`).click();
    await inside(page, isChosen, 'the event is chosen');
    await page.locator(`.explainer-article a[href="#${ID}--who-paid"]`).click();
    await inside(page, isOpen, 'the answer is open');
    await page.locator('.explainer-article .explainer-cite a').first().click();
    await inside(page, isAtSource, 'the source is in sight');
  });
  await onPage(`${address}#${ID}--event-6`, {}, (page) => inside(page, isChosen, 'the address of the event'));
  await onPage(`${address}#${ID}--who-paid`, {}, (page) => inside(page, isOpen, 'the address of the question'));
});

test('the same print twice, one of them for another width: each link stays within its copy', async () => {
  const css = '.narrow { display: none; }';
  const address = host(`<div class="narrow">${printed}</div><div class="wide">${printed}</div>`, { css });
  await onPage(address, {}, async (page) => {
    const copy = (selector) => page.locator(`.wide ${selector}`);
    await until(page, () => document.querySelector('.wide news-explainer').dataset.state === 'interactive');
    await frames(page);
    const state = () => page.evaluate(() => [...document.querySelectorAll('news-explainer')].map((each) => each.querySelector('.explainer-event[aria-current]')?.dataset.id));
    await copy(`.explainer-article a[href="#${ID}--event-6"]`).click();
    await until(page, () => document.querySelector('.wide .explainer-event[aria-current]')?.dataset.id === 'event-6');
    await copy(`.explainer-article a[href="#${ID}--who-paid"]`).click();
    await until(page, () => document.querySelector('.wide .explainer-question[data-id="who-paid"]').open);
    await copy('.explainer-article .explainer-cite a').first().click();
    await until(page, () => {
      const { top, bottom } = document.querySelector('.wide .explainer-sources li').getBoundingClientRect();
      return bottom > top && top >= 0 && top < innerHeight;
    });
    assert.equal((await state())[1], 'event-6');
  });
});

// ── Without our sheet ────────────────────────────────────────────────────────────────────────────────────────────────

for (const width of [1280, 360]) {
  test(`${width} px: without our sheet there is one picture, nothing that opens nothing, and nothing reaches out of the page`, async () => {
    const print = await explainer('print', 'tests/fixtures/everything.json');
    const address = host(print, { change: (page) => page.replace('<link rel="stylesheet" href="/news-explainer.css">', '').replace(/<script type="module".*<\/script>/, '') });
    await onPage(address, { width, allow: [/paper\.example|images\/plan\.png/, /^error: Failed to load resource/] }, async (page) => {
      const seen = await page.evaluate(() => ({
        pictures: [...document.querySelectorAll('.explainer-still')].filter((still) => still.getBoundingClientRect().width > 0).length,
        openers: [...document.querySelectorAll('summary')].filter((summary) => summary.checkVisibility() && !summary.nextElementSibling).length,
        across: document.documentElement.scrollWidth - innerWidth,
        widest: Math.max(...[...document.querySelectorAll('.explainer-media img')].map((img) => img.getBoundingClientRect().right)) <= innerWidth,
      }));
      assert.deepEqual(seen, { pictures: 1, openers: 0, across: 0, widest: true });
    });
  });
}
