// axe-core in every state that a reader can bring the timeline into: at both widths, light, dark and in forced colours.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { comeNear, frames, inState, onPage, until, untilChosen } from './support.mjs';
import { clusterList, council, manyEventsPage, moreTools, drawn, entry, marks, openCrowd, pageOf, plainList, search, tabStop, tool } from './explore.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Naming the tags turns `target-size` on, which is off by default.
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const FORMS = [
  { width: 1280, colorScheme: 'light', forcedColors: 'none' },
  { width: 1280, colorScheme: 'dark', forcedColors: 'none' },
  { width: 1280, colorScheme: 'light', forcedColors: 'active' },
  { width: 320, colorScheme: 'light', forcedColors: 'none' },
  { width: 320, colorScheme: 'dark', forcedColors: 'none' },
  { width: 320, colorScheme: 'dark', forcedColors: 'active' },
];

async function audit(page) {
  await page.evaluate(`typeof axe === 'undefined' && (${JSON.stringify(AXE)}, eval)(${JSON.stringify(AXE)}); undefined`);
  return page.evaluate(async (tags) => {
    // The timeline is what has a state here; the other parts of the page, and the printed list, are audited elsewhere.
    const parts = ['article', 'faq', 'since', 'glossary', 'sources', 'corrections', 'events:not([slot="excerpt"])'];
    const card = document.querySelector('.explainer-event[aria-current]');
    const include = [['news-explainer'], ...(card ? [['.explainer-event[aria-current]']] : [])];
    const context = { include, exclude: parts.map((part) => [`news-explainer > .explainer-${part}`]) };
    const { violations, passes } = await axe.run(context, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    const name = ({ target, any, all, none }) => `${target.flat().join(' >>> ')}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ').slice(0, 120)}`;
    return { violations: violations.map(({ id, nodes }) => `${id} × ${nodes.length}: ${nodes.slice(0, 2).map(name).join(' | ')}`), passes: passes.length };
  }, TAGS);
}

/** Names and descriptions that lead nowhere, in every tree. */
const dangling = (page) =>
  page.evaluate(() => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
          for (const id of element.getAttribute(name)?.split(/\s+/) ?? []) if (!root.getElementById?.(id)) found.push(`${name}=${id}`);
        }
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found;
  });

const states = {
  zoomed: ['/', async (page) => {
    await tool(page, 'zoom in').click();
    await tool(page, 'zoom in').click();
  }],
  'zoomed to one day': ['/', async (page) => {
    await tool(page, 'zoom in').focus();
    for (let turn = 0; turn < 30; turn += 1) await page.keyboard.press('Enter');
  }],
  filtered: ['/', async (page) => {
    await entry(page, 'Military').click();
    await entry(page, 'Alleged').click();
    await search(page).fill('arms');
    await frames(page);
    assert.ok((await drawn(page)).length > 0);
  }],
  empty: ['/', async (page) => {
    await search(page).fill('no such words');
    await frames(page);
    assert.equal(await marks(page).count(), 0);
  }],
  'with a cluster open as a list': [() => pageOf(council), async (page) => {
    await openCrowd(page);
    // Which events are listed is 13-zoom's matter; here it is enough that a list stands open.
    assert.ok((await clusterList(page).locator('li').count()) >= 3);
  }],
  'with all tools, and how it is used': ['/', async (page) => {
    await moreTools(page);
    const help = page.locator('news-explainer .find .help');
    if ((await help.getAttribute('aria-expanded')) === 'false') await help.click();
    await page.locator('news-explainer .note').waitFor();
  }],
  'with an era shown, and the label of a mark': ['/', async (page) => {
    await page.locator('news-explainer .era').last().click();
    await frames(page);
    await marks(page).and(page.locator('[part="mark"]')).last().hover();
    await page.locator('news-explainer .label').waitFor();
  }],
  'on the even scale': ['/', async (page) => {
    await tool(page, 'even spacing').click();
    await page.locator('news-explainer .note').waitFor();
  }],
  'as a plain list': ['/', (page) => plainList(page).click()],
  'with an event chosen by its address': ['/#north-korea-russia--august-plenum-1956;from=1950-01-01;to=1961-12-31', (page) => untilChosen(page, 'august-plenum-1956')],
  'with the focus on the axis': ['/', async (page) => {
    await tabStop(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('+');
  }],
  'where a link could not be copied': ['/', async (page) => {
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.locator('news-explainer .steps .copy').click();
    await until(page, () => document.querySelector('news-explainer').shadowRoot.querySelector('[role="status"]').textContent !== '');
  }],
  '1,000 events': [() => manyEventsPage(1000), async () => {}],
  '1,000 events, searched': [() => manyEventsPage(1000), async (page) => {
    await search(page).fill('railway');
    await frames(page);
  }],
};

for (const [name, [address, reach]] of Object.entries(states)) {
  test(`${name}: axe finds nothing, at both widths, in light, dark and forced colours`, async () => {
    const troubles = [];
    // axe needs nothing of the page but to be run, which the strict policy rightly forbids to a page's own scripts.
    await onPage(typeof address === 'string' ? address : await address(), { bypassCSP: true }, async (page) => {
      await comeNear(page);
      await inState(page, 'interactive');
      await frames(page);
      await reach(page);
      await frames(page);
      for (const { width, ...media } of FORMS) {
        if (page.viewportSize().width !== width) {
          await page.setViewportSize({ width, height: 900 });
          await frames(page, 6);
          // On another width another cluster may hold them, or tools be closed.
          if (/cluster|tools/.test(name)) await reach(page);
        }
        await page.emulateMedia(media);
        await frames(page);
        const { violations, passes } = await audit(page);
        assert.ok(passes >= 15, `axe has looked: ${passes} rules passed`);
        const where = `${width} px, ${media.colorScheme}${media.forcedColors === 'active' ? ', forced colours' : ''}`;
        troubles.push(...violations.map((violation) => `${where}: ${violation}`));
      }
      troubles.push(...(await dangling(page)));
    });
    assert.deepEqual(troubles, []);
  });
}

test('forced colours: marks, clusters, the window and the pressed button can be told from their ground', async () => {
  await onPage('/', { forcedColors: 'active' }, async (page) => {
    await comeNear(page);
    await inState(page, 'interactive');
    await entry(page, 'Military').click();
    await tool(page, 'zoom in').click();
    await frames(page);
    const same = await page.evaluate(() => {
      const root = document.querySelector('news-explainer').shadowRoot;
      const ground = getComputedStyle(document.body).backgroundColor;
      const style = (selector, name) => getComputedStyle(root.querySelector(selector))[name];
      const pressed = root.querySelector('.entry[aria-pressed="true"]');
      const off = root.querySelector('.entry[aria-pressed="false"]');
      return {
        glyph: style('.explainer-glyph', 'stroke') === ground,
        pane: style('.pane', 'stroke') === ground,
        handle: style('.handle', 'fill') === ground,
        pressed: ['backgroundColor', 'color', 'border', 'outline', 'textDecoration'].every((name) => getComputedStyle(pressed)[name] === getComputedStyle(off)[name]),
      };
    });
    assert.deepEqual(same, { glyph: false, pane: false, handle: false, pressed: false });
  });
});
