// The native side: instructions of one frame, and how fast documents are printed.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { cargo, ROOT } from './tools.mjs';

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
