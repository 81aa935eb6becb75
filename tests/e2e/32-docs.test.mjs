// The example of docs/embedding.md, as it stands there, hears what its page says.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT, authored, built, frames, interactive, onPage, put, until } from './support.mjs';

const [, example] = (await readFile(path.join(ROOT, 'docs/embedding.md'), 'utf8')).match(/\n```js\n([^]*?)\n```/);
put('/example.js', example);
const address = put('/hearing.html', (await built('index.html')).replace('</head>', '<script type="module" src="/example.js"></script></head>'));

test('the example hears which event was chosen and which answer was opened, and of which document', async () => {
  const { id, faq } = await authored();
  await onPage(address, { allow: [new RegExp(`^info: ${id} `)] }, async (page) => {
    await interactive(page);
    await page.locator('news-explainer .steps .next').click();
    await page.locator('.explainer-question > summary').first().click();
    await until(page, () => window.seen.events.some(({ name }) => name === 'toggle'));
    await frames(page);
    const heard = page.said.filter(({ kind }) => kind === 'info').map(({ text }) => text);
    assert.equal(heard.length, 2, heard.join('\n'));
    assert.match(heard[0], new RegExp(`^${id} select {"id":"[a-z0-9-]+"}$`));
    assert.equal(heard[1], `${id} toggle {"id":"${faq[0].id}","open":true}`);
  });
});
