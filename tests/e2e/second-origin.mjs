// A newsroom's page, an asset host and a folder of `explainer build`, each an origin of its own, served by nginx with the
// configuration that newsrooms are given (examples/nginx/, and the folder's own); and the browsers that open the page, behind the few things that the tests
// ask of any browser.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { BROWSER, DIST, PATIENCE, ROOT } from './support.mjs';
import * as webkit from './webkit.mjs';

const closing = [];
after(async () => {
  for (const close of closing.reverse()) await close();
});

// ── Two origins ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Ports that nobody listens on, all different. */
async function freePorts(count) {
  const servers = Array.from({ length: count }, () => net.createServer());
  await Promise.all(servers.map((server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/**
 * Starts nginx and answers the origins: `page`, `asset`, and with `build(origin, folder)` also `site`, whose folder that
 * writes, with its own `nginx.conf` in it; and `put`, which lays a file on the page's.
 *
 * The page's is named by number and the others by name: browsers take them for different sites, not only for different
 * origins.
 */
export async function origins(build) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'explainer-nginx-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const [pagePort, assetPort, sitePort] = await freePorts(3);
  const [page, asset, site] = [`http://127.0.0.1:${pagePort}`, `http://localhost:${assetPort}`, `http://localhost:${sitePort}`];
  await build?.(site, path.join(folder, 'site'));
  for (const name of ['assets.conf', 'page.conf']) {
    const text = await readFile(path.join(ROOT, 'examples/nginx', name), 'utf8');
    await writeFile(path.join(folder, name), text.replaceAll('https://assets.example', `${asset} ${site}`));
  }
  await mkdir(path.join(folder, 'pages'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${folder}/${what};`);
  const server = (port, root, include, more = '') => `server { listen 127.0.0.1:${port}; root ${root}; ${more} include ${folder}/${include}; }`;
  const pageTypes = 'types { text/html html; text/javascript js; text/css css; } charset utf-8;';
  await writeFile(path.join(folder, 'nginx.conf'), `
    daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr warn;
    events {}
    http {
      access_log off; ${temporary.join(' ')}
      ${server(pagePort, `${folder}/pages`, 'page.conf', pageTypes)}
      ${server(assetPort, DIST, 'assets.conf')}
      ${build ? server(sitePort, `${folder}/site`, 'site/nginx.conf', 'location = /favicon.ico { return 204; }') : ''}
    }`);

  const nginx = spawn(process.env.NGINX || '/usr/sbin/nginx', ['-p', folder, '-e', 'stderr', '-c', `${folder}/nginx.conf`]);
  let said = '';
  nginx.stderr.on('data', (data) => (said += data));
  const ended = new Promise((resolve) => nginx.once('exit', resolve).once('error', (error) => resolve((said += error))));
  closing.push(() => (nginx.kill(), ended));
  await answers(asset, () => assert.equal(nginx.exitCode, null, `nginx has ended: ${said}`));

  const put = async (name, text) => {
    await writeFile(path.join(folder, 'pages', name), text);
    return `${page}/${name}`;
  };
  return { page, asset, site, put };
}

async function answers(origin, check) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (await fetch(`${origin}/icon.svg`).then((response) => response.ok, () => false)) return;
    check();
  }
  assert.fail(`${origin} does not answer`);
}

// ── Browsers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The browsers, by name: each starts once, and `page(size)` opens an empty page of it.
 *
 * Their pages share the methods that the tests use: `goto`, `evaluate`, `mouse.click`, `keyboard.press` and `.type`,
 * `screenshot`, `close`; `inFrame` answers the first frame's `evaluate`. What a page says is kept in `page.said`, where the browser tells it, and by `record`.
 */
export const BROWSERS = {
  Chromium: {
    start: () => chromium.launch(BROWSER),
    page: async (browser, { width, height }) => {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: 'en-GB' });
      return context.newPage();
    },
  },
  Firefox: {
    start: () =>
      puppeteer.launch({
        browser: 'firefox',
        executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr',
        headless: true,
        extraPrefsFirefox: { 'ui.prefersReducedMotion': 1, 'intl.accept_languages': 'en-GB' },
      }),
    page: async (browser, { width, height }) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height });
      return page;
    },
  },
  WebKit: {
    skip: webkit.isThere ? false : 'WebKitGTK and Xvfb are not here',
    start: async () => webkit.start(await freePorts(3)),
    page: (browser, size) => browser.newPage(size),
  },
};

/**
 * What every page writes down from its first moment, as a script of its own: plain WebDriver has no earlier one, and
 * tells nothing of the console.
 */
export function record() {
  window.seen = { said: [], errors: [] };
  const say = (kind, what) => window.seen.said.push(`${kind}: ${what}`);
  for (const kind of ['warn', 'error']) {
    const write = console[kind];
    console[kind] = (...what) => (say(kind, what.join(' ')), write.apply(console, what));
  }
  addEventListener('error', ({ message, target }) => say('page error', message ?? target.outerHTML.slice(0, 100)), true);
  addEventListener('unhandledrejection', ({ reason }) => say('rejection', reason));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => say('policy', `${effectiveDirective} ${blockedURI}`));
  document.addEventListener('news-explainer:error', ({ detail }) => window.seen.errors.push(detail));
}

const started = new Map();

/** Opens an empty page of a browser. */
export async function open(name, size) {
  const { start, page: make } = BROWSERS[name];
  if (!started.has(name)) {
    started.set(name, start());
    closing.push(async () => (await started.get(name)).close());
  }
  const page = await make(await started.get(name), size);
  page.said = [];
  page.inFrame ??= async () => page.frames()[1];
  page.on?.('console', (message) => page.said.push(`${message.type()}: ${message.text()}`));
  page.on?.('pageerror', (error) => page.said.push(`page error: ${error}`));
  return page;
}
