import { test } from 'node:test';
import { HOSTS } from './hosts.mjs';
import { frames, inState, onPage } from './support.mjs';
const only = process.env.ONLY?.split(',');
for (const [name, address] of Object.entries(HOSTS)) {
  if (only && !only.includes(name)) continue;
  for (const [width, height] of [[1280, 900], [390, 844]]) for (const dark of process.env.DARK ? [true] : [false])
    test(`${name} ${width}`, async () => {
      await onPage(await address(), { width, height, dark }, async (page) => {
        if (name === 'app') await page.locator('nav a').nth(1).click();
        if (!/kses|autop/.test(name)) {
          for (const each of await page.locator('news-explainer').all()) { await each.evaluate((e) => { e.setAttribute('loading','eager'); e.scrollIntoView(); e.isConnected && e.connectedCallback?.call && 0; }); await frames(page, 5); await page.waitForTimeout(60); }
          await inState(page, 'interactive'); await frames(page); }
        console.log(name, width, JSON.stringify(await page.evaluate(() => [takeShifts().filter(s=>s.value>0).slice(0,3), document.documentElement.scrollWidth, innerWidth])));
        const shot = async (part) => { await frames(page); await page.screenshot({ path: `/tmp/shots/${name}-${width}${dark?'-dark':''}-${part}.png`, timeout: 15000 }).catch((e) => console.log('no shot', name, part)); };
        await page.evaluate(() => scrollTo(0, 0));
        await shot('a');
        await page.evaluate(() => document.querySelector('.explainer-timeline-head').scrollIntoView());
        await shot('b');
        await page.evaluate(() => { document.querySelectorAll('.explainer-question')[1].open = true; document.querySelector('.explainer-faq-head').scrollIntoView(); });
        await shot('c');
        await page.evaluate(() => document.querySelector('.explainer-sources').scrollIntoView());
        await shot('d');
      });
    });
}
