// On paper: every event, every answer, the picture; and nothing to press.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertHolds, authored, frames, onLivingPage, onPage, passages, readerText } from './support.mjs';

const document_ = await authored();

async function assertOnPaper(page) {
  await page.emulateMedia({ media: 'print' });
  await frames(page);
  const seen = await page.evaluate(() => {
    const isSeen = (element) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true, opacityProperty: true }) && element.getBoundingClientRect().height > 0;
    const count = (selector) => [...document.querySelectorAll(selector)].filter(isSeen).length;
    const controls = [...(document.querySelector('news-explainer').shadowRoot?.querySelectorAll('button, input, select, .axis, [role="toolbar"], .position, [role="status"].toast') ?? [])];
    return {
      events: count('.explainer-event'),
      answers: count('.explainer-answer'),
      pictures: count('.explainer-still'),
      openers: count('.explainer-opener'),
      controls: controls.filter(isSeen).length,
    };
  });
  const expected = { events: document_.timeline.events.length, answers: document_.faq.length, pictures: 1, openers: 0, controls: 0 };
  assert.deepEqual(seen, expected);
  assertHolds(await readerText(page), passages(document_), 'on paper');
}

for (const [width, height] of [[1280, 900], [390, 844]]) {
  test(`${width} px, alive, with all answers closed`, () => onLivingPage('/', { width, height }, assertOnPaper));

  test(`${width} px, alive, with an event chosen`, async () => {
    await onLivingPage('/', { width, height }, async (page) => {
      await page.locator('news-explainer .steps .next').click();
      await frames(page);
      await assertOnPaper(page);
    });
  });

  test(`${width} px, script off`, () => onPage('/', { width, height, script: false }, assertOnPaper));
}

test('back on the screen, all is as before', async () => {
  await onLivingPage('/', {}, async (page) => {
    const look = () => page.evaluate(() => document.body.innerText);
    const before = await look();
    await page.emulateMedia({ media: 'print' });
    await frames(page);
    await page.emulateMedia({ media: 'screen' });
    await frames(page);
    assert.equal(await look(), before);
    assert.equal(await page.locator('news-explainer .axis').isVisible(), true);
  });
});

test('dark screens print on white', async () => {
  await onLivingPage('/', { dark: true }, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.querySelector('news-explainer'));
      return [color, backgroundColor];
    });
    assert.deepEqual(colours, ['rgb(22, 24, 29)', 'rgb(255, 255, 255)']);
  });
});
