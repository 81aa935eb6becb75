// Runs the benchmark (`cargo xtask bench`) and writes down what it found: results.json, growth.svg, and the tables of
// README.md. With names of parts (first-view, growth, interaction, native) only those are measured; the rest stays as it was.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { firstView, SETTINGS, summary, waterfall } from './src/first-view.mjs';
import { growth } from './src/growth.mjs';
import { interaction } from './src/interaction.mjs';
import { documents, instructions, markup } from './src/native.mjs';
import { chart, tables } from './src/report.mjs';
import { launch, ROOT, version } from './src/tools.mjs';

const PARTS = {
  'first-view': async () => {
    const found = {};
    for (const setting of Object.keys(SETTINGS)) {
      console.error(`first view, ${SETTINGS[setting].label}`);
      const loads = await firstView(setting);
      const of = (kind) => Object.fromEntries(Object.entries(loads).map(([system, all]) => [system, summary(all.map((load) => load[kind]))]));
      found[setting] = { label: SETTINGS[setting].label, cold: of('cold'), warm: of('warm') };
      found[setting].files = waterfall(loads['ours, printed'].map(({ cold }) => cold));
    }
    return found;
  },
  growth: () => growth(),
  interaction: () => interaction(),
  native: async () => ({ instructions: await instructions(), documents: await documents(), markup: await markup() }),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((part) => !(part in PARTS));
if (unknown) {
  console.error(`there is no part ${unknown}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
const file = (name) => path.join(ROOT, 'bench', name);
const results = JSON.parse(await readFile(file('results.json'), 'utf8').catch(() => '{}'));
const browser = await launch();
results.versions = { Chromium: browser.version() };
await browser.close();
for (const name of ['@knight-lab/timelinejs', 'vis-timeline', 'react-chrono', 'react']) results.versions[name] = await version(name);
for (const [part, measure] of Object.entries(PARTS)) {
  if (wanted.length && !wanted.includes(part)) continue;
  results[part] = { date: new Date().toISOString().slice(0, 10), found: await measure() };
  // What has been measured is kept, whatever comes after.
  await writeFile(file('results.json'), `${JSON.stringify(results, null, 1)}\n`);
}
const readme = await readFile(file('README.md'), 'utf8');
await writeFile(file('README.md'), tables(readme, results));
if (results.growth) await writeFile(file('growth.svg'), chart(results.growth.found));
