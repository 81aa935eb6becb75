// The two Wasm programs: `runtime` frames printed words, `app` also prints whole documents. All elements of a page that
// need the same one share an instance of it, and go on in a fresh one after a panic.

import { Fault, inTime } from './fault.js';
import { fetched, sheet } from './fetching.js';

/* global FILES: the hashes of the build's files by name and ending, put here by `cargo xtask finish` */

/** How many instances a page may lose: one that has panicked is left behind, and one that did not come is asked for again. */
const LOSSES = 5;

/** The instance that elements share, as a promise, by the program's name; none before it is wanted, and after it broke. */
const instances = {};
/** How many were lost. */
let lost = 0;

/** The instance of a program that is in use. It is loaded when it is wanted first. */
export const load = (name) => (instances[name] ??= inTime('runtime-not-loaded', begin(name)));

/** The promise of the instance in use, if any. */
export const inUse = (name) => instances[name];

/** Has a program loaded anew when it is wanted again, unless it was already. */
export function forget(name, instance) {
  if (instances[name] !== instance) return;
  instances[name] = undefined;
  lost += 1;
}

/**
 * What elements get: what the program offers (src/embed.rs), and
 * - `styles`: one constructed sheet for every shadow root, ready before a root is attached, so that nothing moves;
 * - `members`: the elements in whose frames it works, each with what is called when it has panicked: with a fault if it worked
 *   for that element, so that this one stands as it was printed, without one if the element is to go on in a fresh instance;
 * - `emptyMounts`: frames without an element;
 * - `printing`: the end of the last print, since each takes ids that are free on the page;
 * - `isBroken`: whether it has panicked.
 */
async function begin(name) {
  // Where no program of ours can work nothing is fetched for it.
  try {
    // The smallest module that needs what ours need: a function type that answers an `externref`.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 111));
    new CSSStyleSheet();
  } catch (error) {
    throw new Fault('runtime-not-supported', `${error} (script-src 'wasm-unsafe-eval'?)`);
  }
  if (lost >= LOSSES) throw new Fault('runtime-broke', 'too often');
  const [exports, styles] = await Promise.all([started(name), styled()]);
  const instance = { ...exports, styles, members: new Map(), emptyMounts: [], printing: Promise.resolve(), isBroken: false };
  // It has panicked, most likely on behalf of `host`, and must not be called again.
  exports.start((place, host) => {
    if (instance.isBroken) return;
    instance.isBroken = true;
    forget(name, instances[name]);
    for (const [element, end] of instance.members) end(host && element !== host ? undefined : new Fault('runtime-broke', place));
  });
  return instance;
}

/** The address of a file of this build, in which its hash begins, and what fetching needs to hold it to that. */
function file(name, ending) {
  const hash = FILES[name][ending];
  const bytes = hash.match(/../g).map((digits) => parseInt(digits, 16));
  const address = new URL(`explainer-${name}-${hash.slice(0, 16)}.${ending}`, import.meta.url).href;
  return [address, { integrity: `sha256-${btoa(String.fromCharCode(...bytes))}` }];
}

/** The styles of all shadow roots. */
async function styled() {
  const response = await fetched(...file('shadow', 'css'));
  return sheet(await response.text());
}

/** What a program offers: its script, with the Wasm. Side by side: on a slow line the turns take longer than the bytes. */
async function started(name) {
  const [exports, response] = await Promise.all([imported(...file(name, 'js')), fetched(...file(name, 'wasm'))]);
  const isWasm = response.headers.get('content-type') === 'application/wasm';
  // The script compiles a response as it comes, but only one of the declared type.
  await exports.default({ module_or_path: isWasm ? response : response.arrayBuffer() });
  return exports;
}

/** Imports a script. An import names no hash, but takes what a preload has fetched, which does. */
async function imported(address, { integrity }) {
  // Another address makes another instance, and asks again for what did not come.
  const href = lost ? `${address}?${lost}` : address;
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {
    await new Promise((resolve, reject) => {
      Object.assign(link, { rel: 'modulepreload', crossOrigin: '', integrity, href, onload: resolve, onerror: () => reject(href) });
      document.head.append(link);
    }).finally(() => link.remove());
  }
  return import(href);
}
