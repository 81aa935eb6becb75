// WebKit by plain WebDriver: Debian's WebKitGTK and its small browser, on a screen of memory. It answers with the few
// methods of a page that the tests of all browsers use.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PATIENCE } from './support.mjs';

const DRIVER = process.env.WEBKITDRIVER || '/usr/bin/WebKitWebDriver';
const SCREEN = process.env.XVFB || '/usr/bin/Xvfb';

/** Only Debian and its kin package what is needed. */
export const isThere = existsSync(DRIVER) && existsSync(SCREEN);

/** How often a start is tried: of some fifty starts of this browser one never answered. */
const STARTS = 3;

/** Starts the browser on the first port on which it answers. */
export async function start(ports) {
  const failures = [];
  for (const port of ports.slice(0, STARTS)) {
    try {
      return await startOn(port);
    } catch (error) {
      failures.push(String(error));
    }
  }
  throw new Error(`WebKit did not start: ${failures.join('; ')}`);
}

/** Starts the screen and the driver on a port. */
async function startOn(port) {
  const screen = spawn(SCREEN, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((resolve, reject) => {
    screen.stdio[3].once('data', (data) => resolve(String(data).trim()));
    screen.once('exit', () => reject(new Error('Xvfb has ended')));
  });
  // A home of its own, where the desktop is set to move nothing.
  const home = await mkdtemp(path.join(os.tmpdir(), 'explainer-webkit-'));
  await mkdir(path.join(home, 'gtk-3.0'));
  await writeFile(path.join(home, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=false\n');
  const homes = Object.fromEntries(['HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME'].map((name) => [name, home]));
  const driver = spawn(DRIVER, [`--port=${port}`], { env: { ...process.env, ...homes, DISPLAY: `:${display}`, GDK_BACKEND: 'x11' } });
  const ended = [screen, driver].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  let said = '';
  for (const stream of [driver.stdout, driver.stderr]) stream.on('data', (data) => (said += data));

  const call = async (method, address, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${address}`, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const close = async () => {
    driver.kill();
    await ended[1];
    screen.kill();
    await ended[0];
    await rm(home, { recursive: true, force: true });
  };
  try {
    for (const end = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
      if (await call('GET', '/status').then(() => true, () => false)) break;
      assert.ok(driver.exitCode === null && Date.now() < end, `WebKitWebDriver does not answer: ${said}`);
    }
    // One session for all pages.
    const { sessionId } = await call('POST', '/session', { capabilities: {} });
    return {
      newPage: (size) => newPage((method, address, body) => call(method, `/session/${sessionId}${address}`, body), size),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function newPage(within, { width, height }) {
  const evaluate = (question, argument = null) =>
    within('POST', '/execute/sync', { script: `return (${question})(...arguments)`, args: [argument] });
  const act = (source) => within('POST', '/actions', { actions: [{ id: source.type, ...source }] });

  // The window's frame takes some of its height, and its bar of buttons needs 447 pixels.
  await within('POST', '/window/rect', { x: 0, y: 0, width, height });
  const missing = height - (await evaluate(() => innerHeight));
  await within('POST', '/window/rect', { x: 0, y: 0, width, height: height + missing });
  return {
    evaluate,
    inFrame: () => ({
      // Only for one question, so that the page's own are asked of the page.
      evaluate: async (...question) => {
        await within('POST', '/frame', { id: 0 });
        return evaluate(...question).finally(() => within('POST', '/frame', { id: null }));
      },
    }),
    goto: (url) => within('POST', '/url', { url }),
    mouse: {
      click: (x, y) =>
        act({
          type: 'pointer',
          actions: [
            { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        }),
    },
    keyboard: {
      press: (value) => act({ type: 'key', actions: [{ type: 'keyDown', value }, { type: 'keyUp', value }] }),
      type: (text) => act({ type: 'key', actions: [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]) }),
    },
    screenshot: async ({ path: file }) => writeFile(file, Buffer.from(await within('GET', '/screenshot'), 'base64')),
    close: () => within('POST', '/url', { url: 'about:blank' }),
  };
}
