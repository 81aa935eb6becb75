// Interaction to next paint, on an old phone: taps, swipes and keys, the same sixty on every system.

import { prepare, SETTINGS } from './first-view.mjs';
import { launch, pause, quantile } from './tools.mjs';

const { width, height, slower } = SETTINGS['old phone'];

/** What each system offers: where one steps on and back, and where one swipes. */
const HANDS = {
  'ours, printed': { next: '.steps .next', previous: '.steps .previous', swipe: '.marks', more: '.zoom button' },
  // On a telephone it has no buttons for the next and the previous.
  TimelineJS: { next: '.tl-timemarker', previous: '.tl-timemarker', swipe: '.tl-timenav', more: '.tl-menubar-button' },
  'vis-timeline': { next: '.vis-item', previous: '.vis-item', swipe: '#timeline .vis-center', more: '.vis-item' },
};

/** Runs in every page, before anything of it: the longest duration of each interaction. */
function observe() {
  window.interactions = new Map();
  const take = ({ interactionId, duration }) => {
    if (interactionId) window.interactions.set(interactionId, Math.max(duration, window.interactions.get(interactionId) ?? 0));
  };
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

async function interact(page, hands) {
  const devtools = await page.context().newCDPSession(page);
  const place = async (selector, index = 0) => {
    const all = page.locator(`${selector}:visible`);
    const count = await all.count();
    const box = count ? await all.nth(index % count).boundingBox() : undefined;
    return box && [box.x + box.width / 2, box.y + box.height / 2];
  };
  const tap = async (selector, index) => {
    const at = await place(selector, index);
    if (at) await page.touchscreen.tap(...at);
  };
  const swipe = async (by) => {
    const at = await place(hands.swipe);
    if (!at) return;
    const [x, y] = at;
    const touch = (type, x) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    await touch('touchStart', x);
    for (let step = 1; step <= 6; step += 1) await touch('touchMove', x + (by * step) / 6);
    await touch('touchEnd');
  };
  for (let round = 0; round < 10; round += 1) {
    for (const act of [
      () => tap(hands.next, round), () => tap(hands.previous, round + 1), () => tap(hands.more, round),
      () => swipe(-80), () => page.keyboard.press('Tab'), () => page.keyboard.press('ArrowRight'),
    ]) {
      await act();
      await pause(120);
    }
  }
  await pause(500);
  return page.evaluate(() => [...window.interactions.values()]);
}

/** The 98th percentile of each system's interactions, in milliseconds, and how many there were to measure. */
export async function interaction() {
  const { origin, close, names } = await prepare();
  const browser = await launch();
  const found = {};
  try {
    for (const [system, hands] of Object.entries(HANDS)) {
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1, hasTouch: true, isMobile: true });
      const page = await context.newPage();
      await page.addInitScript(observe);
      await page.goto(origin + names[system], { waitUntil: 'load' });
      await page.waitForFunction(() => performance.getEntriesByName('interactive').length);
      await pause(500);
      await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
      const durations = await interact(page, hands);
      // What took less than 16 ms is not told by the browser.
      found[system] = { p98: durations.length ? quantile(durations, 0.98) : 16, median: durations.length ? quantile(durations, 0.5) : 16, told: durations.length };
      await context.close();
    }
  } finally {
    await browser.close();
    await close();
  }
  return found;
}
