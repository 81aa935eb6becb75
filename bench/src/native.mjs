// The native side: instructions of one frame, and how fast documents are printed.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { cargo, launch, ROOT } from './tools.mjs';

const run = promisify(execFile);
const FRAMES = 100;
const DOCUMENTS = 1000;

/** Instructions of one frame at each number of events, by callgrind; `undefined` where there is no valgrind. */
export async function instructions(counts = [1_000, 100_000]) {
  await cargo('--example', 'frames', '--', '1', '0');
  const program = path.join(ROOT, 'target/release/examples/frames');
  const folder = await mkdtemp(path.join(tmpdir(), 'explainer-bench-'));
  const count = async (events, frames) => {
    const file = path.join(folder, `${events}-${frames}`);
    await run('valgrind', ['--tool=callgrind', `--callgrind-out-file=${file}`, program, String(events), String(frames)]);
    return Number(/^(?:summary|totals): (\d+)/m.exec(await readFile(file, 'utf8'))[1]);
  };
  try {
    const found = {};
    for (const events of counts) found[events] = Math.round(((await count(events, FRAMES)) - (await count(events, 0))) / FRAMES);
    return found;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Documents a second and the most memory that was in use, in bytes, for a thousand documents one after the other. */
export async function documents() {
  const [perSecond, memory] = (await cargo('--example', 'print_documents', '--', String(DOCUMENTS))).trim().split(' ');
  return { count: DOCUMENTS, perSecond: Number(perSecond), memory: Number(memory) };
}

/** What the printed HTML of the default explainer weighs, in bytes, raw and as brotli sends it, whole and by its parts. */
export async function markup() {
  const printed = await cargo('--bin', 'explainer', '--', 'print', 'assets/explainer.json');
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.setContent(printed);
    const parts = await page.evaluate(() => [...document.querySelector('news-explainer').children].map((part) => [part.className.split(' ')[0] || part.localName, part.outerHTML]));
    const weigh = (text) => brotliCompressSync(Buffer.from(text)).length;
    const whole = parts.map(([, html]) => html).join('');
    const weights = parts.map(([name, html], index) => {
      const rest = parts.filter((_, other) => other !== index).map(([, html]) => html).join('');
      return { name: name.replace('explainer-', ''), raw: Buffer.byteLength(html), brotli: weigh(whole) - weigh(rest) };
    });
    return { raw: Buffer.byteLength(printed), brotli: weigh(printed), parts: weights };
  } finally {
    await browser.close();
  }
}
