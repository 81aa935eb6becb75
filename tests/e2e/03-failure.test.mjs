// When something breaks, the page stands as it was printed, and offers nothing dead.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOT_LOADED, PROGRAM, WASM, assertHolds, authored, built, buttons, events, frames, hold, inState, onPage, passages, put, readerText } from './support.mjs';

put('/eager.html', (await built('index.html')).replace('<news-explainer', '<news-explainer loading="eager"'));
const words = passages(await authored());

const answer = (status, body = '', contentType = 'application/wasm') => (route) =>
  route.fulfill({ status, body, contentType });

const FAILURES = {
  'the Wasm is not there': [WASM, answer(404)],
  'the server of the Wasm has broken': [WASM, answer(500)],
  'the Wasm is garbage': [WASM, answer(200, Buffer.from('garbage, and not a module'))],
  'the Wasm ends early': [WASM, answer(200, Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 99]))],
  'the Wasm is a page of HTML': [WASM, answer(200, '<!doctype html><p>Sign in', 'text/html')],
  'the Wasm is cut off by the network': [WASM, (route) => route.abort('connectionreset')],
  'the runtime’s script is not there': [PROGRAM, answer(404, '', 'text/plain')],
  'the runtime’s script is garbage': [PROGRAM, answer(200, '<html>', 'text/javascript')],
  'the frame’s styles are not there': ['**/explainer-shadow-*.css', answer(404, '', 'text/css')],
};

/** What the element holds, and what the reader sees. */
const standing = (page) =>
  page.evaluate(() => {
    const element = document.querySelector('news-explainer').cloneNode(true);
    element.removeAttribute('data-state');
    return { printed: element.outerHTML, text: document.body.innerText };
  });

async function openEverything(page) {
  const summaries = page.locator('news-explainer summary:visible');
  for (const summary of await summaries.all()) await summary.click();
}

for (const [width, height] of [[1280, 900], [390, 844]]) {
  let stood;
  test(`${width} px: how the page stands before any script`, async () => {
    const before = (page) => page.route('**/news-explainer.js', (route) => route.abort());
    await onPage('/eager.html', { width, height, before, allow: [NOT_LOADED] }, async (page) => {
      stood = await standing(page);
    });
  });

  for (const [name, [pattern, handler]] of Object.entries(FAILURES)) {
    test(`${width} px: ${name}`, async () => {
      const before = (page) => page.route(pattern, handler);
      // Chromium reports the resource by itself; the element says one thing.
      const allow = [NOT_LOADED, /^warning: /];
      await onPage('/eager.html', { width, height, before, allow }, async (page) => {
        await inState(page, 'failed');
        await frames(page);
        const warnings = page.said.filter(({ kind }) => kind === 'warning').map(({ text }) => text);
        assert.equal(warnings.length, 1, warnings.join('\n'));
        assert.match(warnings[0], /^news-explainer: runtime-not-loaded: /);
        const [error, ...more] = await events(page, 'error');
        assert.deepEqual(more, []);
        assert.equal(error.code, 'runtime-not-loaded');
        assert.equal(typeof error.message, 'string');
        assert.deepEqual(await standing(page), stood);
        assert.deepEqual(await buttons(page), []);
        assert.equal(await page.locator('news-explainer [slot]').count(), 0);
        assert.deepEqual(await page.evaluate(() => window.takeShifts()), []);
        await openEverything(page);
        assertHolds(await readerText(page), words, 'after the failure');
      });
    });
  }

  test(`${width} px: the Wasm never comes`, async () => {
    let gate;
    const before = async (page) => (gate = await hold(page, WASM));
    await onPage('/eager.html', { width, height, before }, async (page) => {
      await gate.asked;
      await frames(page, 10);
      assert.deepEqual(await standing(page), stood);
      assert.deepEqual(await buttons(page), []);
      assert.equal(await page.locator('news-explainer').getAttribute('data-state'), null);
      assert.deepEqual(await events(page, 'error'), []);
      await openEverything(page);
      assertHolds(await readerText(page), words, 'while waiting');
    });
  });
}

const DATA = {
  'is not JSON': () => '{"id":',
  'is empty': () => '',
  'is of another shape': () => '[]',
  'is of another version': (text) => JSON.stringify({ ...JSON.parse(text), version: 9999 }),
};

for (const [name, change] of Object.entries(DATA)) {
  test(`a data block that ${name} leaves the printed page standing`, async () => {
    const page_ = (await built('index.html'))
      .replace('<news-explainer', '<news-explainer loading="eager"')
      .replace(/(<script type="application\/json">)(.*?)(<\/script>)/s, (_, open, text, close) => open + change(text) + close);
    const address = put(`/data-${name.replaceAll(' ', '-')}.html`, page_);
    await onPage(address, { allow: [/^warning: news-explainer: document-not-read: /] }, async (page) => {
      await inState(page, 'failed');
      assert.deepEqual((await events(page, 'error')).map(({ code }) => code), ['document-not-read']);
      assert.equal(page.said.length, 1);
      assert.deepEqual(await buttons(page), []);
      assert.equal(await page.locator('news-explainer [slot]').count(), 0);
      await openEverything(page);
      assertHolds(await readerText(page), words, 'after the failure');
    });
  });
}

test('a policy without wasm-unsafe-eval leaves the printed page standing', async () => {
  const before = (page) =>
    page.route('**/eager.html', async (route) => {
      const response = await route.fetch();
      const policy = response.headers()['content-security-policy'].replace(" 'wasm-unsafe-eval'", '');
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
  const allow = [/^warning: news-explainer: runtime-not-supported: .*'wasm-unsafe-eval'/, /wasm-unsafe-eval|wasm-eval/];
  await onPage('/eager.html', { before, allow }, async (page) => {
    await inState(page, 'failed');
    assert.deepEqual((await events(page, 'error')).map(({ code }) => code), ['runtime-not-supported']);
    assert.deepEqual(await buttons(page), []);
    await openEverything(page);
    assertHolds(await readerText(page), words, 'after the failure');
  });
});
