// Without script the page is complete.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertHolds, authored, built, buttons, onPage, passages, readerText, squeeze } from './support.mjs';

const document_ = await authored();
const words = passages(document_);

test('the author’s document has words to look for', () => {
  assert.ok(words.length > 250, `only ${words.length} passages`);
  assert.ok(words.every((word) => !/\[\^|\]\(|\*\*/.test(word)), 'Markdown was left in a passage');
});

test('the file index.html alone holds every passage of the document', async () => {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
  const decode = (_, code, name) =>
    code ? String.fromCodePoint(code[0] === 'x' ? parseInt(code.slice(1), 16) : Number(code)) : entities[name];
  const text = squeeze(
    (await built('index.html'))
      .replace(/<!--.*?-->/gs, '')
      .replace(/<(script|head)\b.*?<\/\1>/gs, '')
      .replace(/<sup class="explainer-cite">.*?<\/sup>/gs, '')
      .replace(/<(\/?)(p|li|ol|ul|h\d|div|dt|dd|summary|section|details|blockquote|svg|figure)\b[^>]*>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replace(/&(?:#(x?[0-9a-f]+)|([a-z]+));/gi, decode),
  );
  assertHolds(text, words, 'in the file');
});

test('the file index.html has no style attribute, no inline script, no handler and no style element', async () => {
  const html = await built('index.html');
  assert.doesNotMatch(html, /<[^>]+\sstyle\s*=/i);
  assert.doesNotMatch(html, /<style\b/i);
  assert.doesNotMatch(html, /<[a-z][^>]*\son[a-z]+\s*=/i);
  const scripts = html.match(/<script\b[^>]*>/gi);
  for (const script of scripts) assert.match(script, /\ssrc="|type="application\/json"/);
  assert.equal(scripts.length, 2, 'the element’s script and its data block');
  assert.doesNotMatch(html, /data-trunk/, 'Trunk’s lines are for Trunk');
});

for (const [width, height] of [[1280, 900], [390, 844], [320, 640]]) {
  test(`script off, ${width} px: every passage can be seen`, async () => {
    await onPage('/', { width, height, script: false }, async (page) => {
      const questions = page.locator('.explainer-question > summary');
      assert.equal(await questions.count(), document_.faq.length);
      // The glossary and the sources, too, stand closed at first.
      for (const summary of await page.locator('news-explainer summary:visible').all()) await summary.click();
      assertHolds(await readerText(page), words, 'on the screen');
    });
  });

  test(`script off, ${width} px: an answer is found by closed details, too`, async () => {
    await onPage('/', { width, height, script: false }, async (page) => {
      const text = squeeze(await page.locator('.explainer-faq').evaluate((faq) => {
        for (const number of faq.querySelectorAll('.explainer-cite')) number.remove();
        return [...faq.querySelectorAll('p, li')].map((part) => part.textContent).join('\n');
      }));
      assertHolds(text, passages(document_.faq.map(({ answer }) => ({ answer }))), 'in the closed answers');
    });
  });

  test(`script off, ${width} px: nothing is offered that needs script`, async () => {
    await onPage('/', { width, height, script: false }, async (page) => {
      assert.deepEqual(await buttons(page), []);
      assert.equal(await page.locator('.explainer-opener').isVisible(), false, 'the opener of the list');
      assert.equal(await page.locator('.explainer-event:visible').count(), document_.timeline.events.length);
      assert.equal(await page.locator('.explainer-still:visible').count(), 1, 'one picture of the three');
      assert.equal(await page.locator('news-explainer').getAttribute('data-state'), null);
    });
  });
}

test('script off: every event tells when, and every source leads to where it is published', async () => {
  await onPage('/', { script: false }, async (page) => {
    for (const { id, date } of document_.timeline.events) {
      const when = await page.locator(`.explainer-event[data-id="${id}"] .explainer-date`).innerText();
      const [year] = date.match(/\d{4}/) ?? [''];
      assert.ok(when.includes(year) && when.trim(), `${id}: ${date} is worded as “${when}”`);
    }
    const links = await page.locator('.explainer-sources cite > a').evaluateAll((all) => all.map((a) => a.href));
    const expected = document_.sources.map(({ url }) => url).filter(Boolean);
    assert.deepEqual(links.map((link) => new URL(link).href).sort(), expected.map((url) => new URL(url).href).sort());
  });
});

test('script off: the contents are named once, and lead to every part, also to the closed sources', async () => {
  await onPage('/', { width: 390, height: 844, script: false }, async (page) => {
    const contents = page.locator('nav.explainer-contents');
    assert.equal(await contents.count(), 1);
    assert.ok((await contents.getAttribute('aria-label')).length > 3);
    const links = await contents.locator('> ul > li > a').all();
    assert.ok(links.length >= 4, `${links.length} parts`);
    for (const link of links) {
      const id = (await link.getAttribute('href')).slice(1);
      await link.click();
      const { y, height } = await page.locator(`[id="${id}"]`).boundingBox();
      assert.ok(y < 844 && y + height > 0 && height > 0, `${id} is in sight: ${y}`);
      await page.evaluate(() => scrollTo(0, 0));
    }
    assert.equal(await page.locator('.explainer-sources > ol').isVisible(), true, 'the sources have been opened');
  });
});

test('script off: every link within the page leads to something, and every id is there once', async () => {
  await onPage('/', { script: false }, async (page) => {
    const { dead, doubled, count } = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      const links = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href').slice(1));
      return {
        dead: links.filter((id) => !ids.includes(id)),
        doubled: ids.filter((id, index) => ids.indexOf(id) !== index),
        count: links.length,
      };
    });
    assert.ok(count > 100, `${count} links`);
    assert.deepEqual({ dead, doubled }, { dead: [], doubled: [] });
  });
});
