// `<news-explainer src="…">` with nothing printed: the same words, the same elements.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOT_LOADED, assertHolds, authored, built, buttons, events, frames, inState, onLivingPage, onPage, passages, plainPage, put, readerText } from './support.mjs';

const published = await built('explainer.json');
const words = passages(await authored());
const byAddress = (src, inner = '', more = '') => `<news-explainer loading="eager" src="${src}"${more}>${inner}</news-explainer>`;

/** The printed parts as plain values, without what life has set. */
const tree = (page, nth = 0) =>
  page.evaluate((nth) => {
    const lively = new Set(['slot', 'aria-current']);
    const value = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      const names = node.getAttributeNames().filter((name) => !lively.has(name)).sort();
      return [`${node.namespaceURI} ${node.localName}`, names.map((name) => [name, node.getAttribute(name)]), [...node.childNodes].map(value)];
    };
    const host = document.querySelectorAll('news-explainer')[nth];
    host.normalize();
    return [...host.children].filter((part) => part.localName !== 'script').map(value);
  }, nth);

put('/one.html', plainPage(byAddress('/explainer.json')));

test('by address the page has the very elements that were printed', async () => {
  const printed = await onPage('/', { script: false }, (page) => tree(page));
  await onLivingPage('/one.html', {}, async (page) => {
    const written = await tree(page);
    assert.equal(written.length, printed.length);
    for (const [index, part] of printed.entries()) assert.deepEqual(written[index], part);
  });
});

for (const [width, height] of [[1280, 900], [390, 844]]) {
  test(`by address, ${width} px: every passage can be seen`, async () => {
    await onLivingPage('/one.html', { width, height }, async (page) => {
      const summaries = page.locator('news-explainer summary:visible');
      for (const summary of await summaries.all()) await summary.click();
      assertHolds(await readerText(page), words, 'by address');
    });
  });
}

test('by address it works as when printed', async () => {
  await onLivingPage('/one.html', {}, async (page) => {
    await page.locator('news-explainer .steps .next').click();
    assert.equal((await events(page, 'select')).length, 1);
    assert.equal((await events(page, 'ready')).length, 1);
  });
});

test('headings begin at the level that is asked for', async () => {
  const address = put('/level.html', plainPage(byAddress('/explainer.json', '', ' heading-level="4"')));
  await onLivingPage(address, {}, async (page) => {
    assert.equal(await page.locator('.explainer-title').evaluate((title) => title.localName), 'h4');
    assert.equal(await page.locator('.explainer-section-title').first().evaluate((title) => title.localName), 'h5');
    assert.equal(await page.locator('.explainer-event-title').first().evaluate((title) => title.localName), 'h6');
  });
});

test('two explainers of one document do not meet', async () => {
  const address = put('/two.html', plainPage(byAddress('/explainer.json') + byAddress('/explainer.json')));
  await onLivingPage(address, { width: 390 }, async (page) => {
    const { first, second, strangers } = await page.evaluate(() => {
      const hosts = [...document.querySelectorAll('news-explainer')];
      const ids = (host) => [...host.querySelectorAll('[id]')].map((element) => element.id);
      const strangers = hosts.flatMap((host) =>
        [...host.querySelectorAll('a[href^="#"]')].filter((a) => !host.contains(document.getElementById(a.getAttribute('href').slice(1)))),
      );
      return { first: ids(hosts[0]), second: ids(hosts[1]), strangers: strangers.length };
    });
    assert.equal(strangers, 0, 'links that lead out of their explainer');
    assert.equal(first.length, second.length);
    assert.equal(new Set([...first, ...second]).size, first.length * 2, 'ids that both have');
    const [name] = first;
    const [earlier, later] = second[0] === `${name}-2` ? [first, second] : [second, first];
    assert.ok(later.every((id) => id === `${earlier[0]}-2` || id.startsWith(`${earlier[0]}-2--`)));

    // What is done in one is not done in the other.
    const current = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('news-explainer')].map((host) => host.querySelector('.explainer-event[aria-current]').dataset.id),
      );
    const before = await current();
    await page.locator('news-explainer').nth(1).locator('.explainer-article a[href$="--treaty-1961"]').first().click();
    await frames(page);
    const after = await current();
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    // Its address is its own, and its links lead to its own.
    assert.ok(page.url().includes(`#${second[0]}--`), page.url());
    const links = await page.evaluate(() => {
      const second = document.querySelectorAll('news-explainer')[1];
      return [...second.querySelectorAll('a[aria-current]')].map((link) => link.hash);
    });
    assert.deepEqual([...new Set(links)], [new URL(page.url()).hash]);
  });
});

test('a printed explainer and one by address do not meet', async () => {
  const page_ = (await built('index.html')).replace('</article>', `${byAddress('explainer.json')}</article>`);
  await onLivingPage(put('/mixed.html', page_), {}, async (page) => {
    const doubled = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    });
    assert.deepEqual(doubled, []);
  });
});

const FALLBACK = '<p class="fallback">The background is <a href="https://example.org/">here</a>.</p>';
/** The document with another standfirst. */
const hostile = (...standfirst) => {
  const { document } = JSON.parse(published);
  return JSON.stringify({ document: { ...document, content: { ...document.content, standfirst } } });
};
const REFUSED = {
  'that is not there': { body: undefined, code: 'document-not-loaded' },
  'that is not JSON': { body: '<!doctype html><p>Not found', code: 'document-not-read' },
  'that is other JSON': { body: '{"hello": "world"}', code: 'document-not-read' },
  'as its author wrote it': { body: JSON.stringify(await authored()), code: 'document-not-read', says: /`explainer publish FILE/ },
  'of another version': {
    body: published.replace(/"version":\d+/, '"version":9999'),
    code: 'document-not-read',
  },
  'without words': { body: JSON.stringify({ document: { ...JSON.parse(published).document, content: undefined } }), code: 'document-not-read' },
  'with a script': { body: hostile({ script: '/x.js' }), code: 'document-not-read' },
  'with a handler': { body: hostile(['p', { onclick: 'alert(1)' }, 'x']), code: 'document-not-read' },
  'with a style': { body: hostile({ emphasis: { style: 'color: red' } }), code: 'document-not-read' },
  'with a script for an address': { body: hostile({ link: [{ web: 'javascript:alert(1)' }, [{ text: 'x' }]] }), code: 'document-not-read' },
  'with an address in disguise': { body: hostile({ link: [{ web: ' java\nscript:alert(1)' }, [{ text: 'x' }]] }), code: 'document-not-read' },
  'with a link to a place that it has not': { body: hostile({ link: [{ here: { event: 9999 } }, [{ text: 'x' }]] }), code: 'document-not-read' },
};

for (const [name, { body, code, says = /./ }] of Object.entries(REFUSED)) {
  test(`a document ${name} is refused, and what stood there stays`, async () => {
    const file = `/refused-${name.replaceAll(' ', '-')}.json`;
    if (body !== undefined) put(file, body);
    const address = put(`${file}.html`, plainPage(byAddress(file, FALLBACK)));
    const allow = [new RegExp(`^warning: news-explainer: ${code}: `), ...(body === undefined ? [NOT_LOADED] : [])];
    await onPage(address, { allow }, async (page) => {
      await inState(page, 'failed');
      const [error, ...others] = await events(page, 'error');
      assert.deepEqual([error.code, others], [code, []]);
      assert.match(error.message, says);
      assert.equal(page.said.filter(({ kind }) => kind === 'warning').length, 1);
      assert.equal(await page.locator('news-explainer').innerHTML(), FALLBACK);
      assert.ok(await page.locator('.fallback').isVisible());
      // What did not come may come yet: one button asks again (26-faults uses it).
      assert.equal((await buttons(page)).length, code === 'document-not-loaded' ? 1 : 0);
    });
  });
}

test('a later src takes the place of the document before', async () => {
  const other = put('/other.json', published.replaceAll(JSON.parse(published).document.timeline.id, 'another-one'));
  await onLivingPage('/one.html', {}, async (page) => {
    await page.evaluate((other) => document.querySelector('news-explainer').setAttribute('src', other), other);
    await page.locator('#another-one').waitFor();
    await inState(page, 'interactive');
    assert.equal(await page.locator('.explainer-head').count(), 1);
    await page.locator('news-explainer .steps .next').click();
    assert.equal((await events(page, 'select')).length, 1);
  });
});
