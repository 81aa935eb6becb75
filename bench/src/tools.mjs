// What every measurement stands on: our own commands, the browser, and numbers in order.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = path.join(ROOT, 'dist');
/** The folder of the peers' packages. */
export const PACKAGES = path.join(ROOT, 'bench/node_modules');

const run = promisify(execFile);

/** What a program of ours prints. */
export async function cargo(...args) {
  const { stdout } = await run('cargo', ['run', '--quiet', '--release', ...args], { cwd: ROOT, maxBuffer: 1 << 29 });
  return stdout;
}

/** The version of a peer's package. */
export async function version(name) {
  return JSON.parse(await readFile(path.join(PACKAGES, name, 'package.json'), 'utf8')).version;
}

/** Chromium without what asks the network of its own accord. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROME || '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--enable-precise-memory-info',
    ],
  });
}

/** The value below which `part` (0 to 1) of the numbers lie. */
export function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

export const median = (numbers) => quantile(numbers, 0.5);
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
