// The two Wasm programs: `runtime` frames printed words, `app` also prints whole documents. All elements of a page that
// need the same one share an instance of it, and go on in a fresh one after a panic.

import { Fault } from './fault.js';
import { fetched, inTime } from './fetching.js';

/* global FILES: the build's files, put here by `cargo xtask finish`, each as [name, integrity] */

/** How many instances of a program a page may begin: one that has panicked is left behind, and one that did not come can
    be asked for again. */
const INSTANCES = 5;
/** The smallest module that needs what ours need: a function type that answers an `externref`. */
const PROBE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 111);

/** Which build this is. */
export const BUILD = FILES.runtime.script[0];

/** The instance that elements share, as a promise, by the program's name; none before it is wanted, and after it broke. */
const instances = {};
/** How many were begun, by the program's name. */
const begun = { runtime: 0, app: 0 };

/** The instance of a program that is in use. It is loaded when it is wanted first. */
export function load(name) {
  return (instances[name] ??= inTime(begin(name, begun[name]++)));
}

/** The promise of the instance in use, if any. */
export const inUse = (name) => instances[name];

/** Has a program loaded anew when it is wanted again, unless it was already. */
export function forget(name, instance) {
  if (instances[name] === instance) instances[name] = undefined;
}

/**
 * What elements get:
 * - `exports`: what the program offers (src/embed.rs);
 * - `styles`: one constructed sheet for every shadow root;
 * - `members`: the elements in whose frames it works, each with its `{ fail, renew }`;
 * - `emptyMounts`: frames without an element;
 * - `printing`: the end of the last print, since each takes ids that are free on the page;
 * - `isBroken`: whether it has panicked.
 */
async function begin(name, number) {
  assertSupport();
  if (number >= INSTANCES) throw new Fault('runtime-broke', 'too often');
  const { script, wasm } = FILES[name];
  // Side by side: on a slow line the turns take longer than the bytes. Another address makes another instance, and asks
  // again for what did not come.
  const [exports, module, styles] = await Promise.all([imported(script, number && `?${number}`), compiled(wasm), shadowStyles()]);
  await exports.default({ module_or_path: module });
  const instance = { exports, styles, members: new Map(), emptyMounts: [], printing: Promise.resolve(), isBroken: false };
  exports.start((place, host) => breakDown(name, instance, place, host));
  return instance;
}

/** Throws where no program of ours can work, before anything is fetched for it. */
function assertSupport() {
  try {
    new WebAssembly.Module(PROBE);
    new CSSStyleSheet();
  } catch (error) {
    throw new Fault('runtime-not-supported', `${error} (has script-src 'wasm-unsafe-eval'?)`);
  }
}

/** The address of a file of this build, and what fetching needs to hold it to its hash. */
const file = ([name, integrity]) => [new URL(name, import.meta.url).href, { integrity }];

/** Imports a script. An import names no hash, but takes what a preload has fetched, which does. */
async function imported(script, query) {
  const [address, { integrity }] = file(script);
  const href = address + (query || '');
  const link = document.createElement('link');
  if (link.relList.supports?.('modulepreload')) {
    await new Promise((resolve, reject) => {
      Object.assign(link, { rel: 'modulepreload', crossOrigin: 'anonymous', integrity, href, onload: resolve });
      link.onerror = () => reject(`not loaded: ${href}`);
      document.head.append(link);
    }).finally(() => link.remove());
  }
  return import(href);
}

/** A Wasm file, compiled as it comes where its type is declared. */
async function compiled(wasm) {
  const response = await fetched(...file(wasm));
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/** Ready before a root is attached, so that nothing moves. */
async function shadowStyles() {
  const styles = new CSSStyleSheet();
  styles.replaceSync(await (await fetched(...file(FILES.shadow))).text());
  return styles;
}

/**
 * An instance has panicked, most likely on behalf of `host`. It must not be called again: that element stands as it was
 * printed, and the others go on in a fresh one.
 */
function breakDown(name, instance, place, host) {
  if (instance.isBroken) return;
  instance.isBroken = true;
  instances[name] = undefined;
  for (const [element, { fail, renew }] of [...instance.members]) {
    if (element === host || !host) fail(new Fault('runtime-broke', place));
    else renew();
  }
}
