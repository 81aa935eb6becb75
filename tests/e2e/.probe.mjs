import { test } from 'node:test';
import { HOSTS } from './hosts.mjs';
import { interactive, onPage } from './support.mjs';
test('overflow', async () => onPage(await HOSTS.hostile(), { width: 390, height: 844 }, async (page) => {
  await interactive(page);
  console.log(await page.evaluate(() => {
    const out = [document.documentElement.scrollWidth, getComputedStyle(document.querySelector('.explainer-picture')).overflow]; const host = document.querySelector('news-explainer');
    const all = [...host.children, ...host.shadowRoot.querySelectorAll('*')].filter(e => e.localName !== 'script');
    for (const e of all) { e.style.setProperty('display', 'none', 'important'); const w = document.documentElement.scrollWidth; if (w < 400) out.push(`${e.localName}.${e.getAttribute('class')} ${w}`); e.removeAttribute('style'); }
    return out.join('\n'); }));
}));
