// The class of <news-explainer>. It finds the data, loads the runtime when wanted, and keeps the printed page whole
// whatever happens: whoever fails leaves the words as they stood.
//
// Wasm cannot extend HTMLElement, so this much is JavaScript. Everything the reader sees is made by the runtime.

// What belongs to this build: the build writes the hashed name of each file here, and its integrity after a space.
const RUNTIME = 'explainer-runtime.js';
const WASM = 'explainer-runtime_bg.wasm';
const FRAME_STYLES = 'explainer-frame.css';

/** How long anything may take to arrive, in milliseconds. */
const PATIENCE = 60_000;
/** The longest document that is read, in characters. */
const LONGEST = 48e6;
/** How many runtimes a page may begin: one that has panicked is left behind, and one that did not come can be asked for
    again. */
const LIVES = 5;
/** The smallest module that needs what ours needs: a function type that answers an `externref`. */
const PROBE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 111);

// ── The runtime ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Something that went wrong, under a code that pages can rely on. */
class Fault extends Error {
  constructor(code, cause) {
    super(cause.message ?? cause);
    this.code = code;
  }
}

/** The runtime that all elements of the page share, as a promise; none before it is wanted, and after it has broken. */
let life;
let lives = 0;

function load() {
  life ??= inTime(begin(lives++));
  return life;
}

async function begin(number) {
  supports();
  if (number >= LIVES) throw new Fault('runtime-broke', 'too often');
  const self = { up: new Set(), pool: [] };
  // Another address makes another instance, and asks again for what did not come.
  const [runtime, sheet] = await Promise.all([script(RUNTIME, number && `?${number}`), frameStyles()]);
  await runtime.default({ module_or_path: wasm() });
  runtime.start((place, host) => breakDown(self, place, host));
  return Object.assign(self, { runtime, sheet });
}

/** Throws where the runtime cannot work, before anything is fetched for it. */
function supports() {
  try {
    new WebAssembly.Module(PROBE);
    new CSSStyleSheet();
  } catch (error) {
    throw new Fault('runtime-not-supported', `${error} (has script-src 'wasm-unsafe-eval'?)`);
  }
}

/** A file of this build: its address, and what fetching needs to hold it to its hash. */
function part(file) {
  const [name, integrity] = file.split(' ');
  return [new URL(name, import.meta.url).href, { integrity }];
}

async function fetched(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** Imports a script. An import names no hash, but takes what a preload has fetched, which does. */
async function script(file, query) {
  const [address, { integrity }] = part(file);
  const href = address + (query || '');
  const link = document.createElement('link');
  if (integrity && link.relList.supports?.('modulepreload')) {
    await new Promise((resolve, reject) => {
      Object.assign(link, { rel: 'modulepreload', crossOrigin: 'anonymous', integrity, href, onload: resolve });
      link.onerror = () => reject(`not loaded: ${href}`);
      document.head.append(link);
    }).finally(() => link.remove());
  }
  return import(href);
}

async function wasm() {
  const response = await fetched(...part(WASM));
  // Under another type it cannot be compiled as it comes, and the runtime would complain.
  return response.headers.get('content-type') === 'application/wasm' ? response : response.arrayBuffer();
}

/** One constructed sheet for every shadow root: ready before a root is attached, so that nothing moves. */
async function frameStyles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetched(...part(FRAME_STYLES))).text());
  return sheet;
}

/**
 * A runtime has panicked, most likely on behalf of `host`. It must not be called again: that element stands as it was
 * printed, and the others go on in a fresh one.
 */
function breakDown(self, place, host) {
  if (self.isBroken) return;
  self.isBroken = true;
  life = undefined;
  for (const element of [...self.up]) {
    if (element === host || !host) element.fail('runtime-broke', place);
    else element.renew();
  }
}

/** A promise that gives up. */
function inTime(promise) {
  let timer;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject('late'), PATIENCE);
  });
  return Promise.race([promise, end]).finally(() => clearTimeout(timer));
}

/** The text of a document; with `isHead` it ends soon after the first line. */
async function read(address, isHead) {
  const response = await fetched(new URL(address, document.baseURI));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
    const isTooLong = text.length > LONGEST;
    if (isTooLong || (isHead && text.includes('\n'))) reader.cancel();
    if (isTooLong) throw `longer than ${LONGEST}`;
  }
}

// ── The element ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** What happened to an element (`this`), as an event that the page can hear. */
function tell(name, id, shown, total) {
  if (name === 'ready') return this.ready();
  const toggled = name === 'open' || name === 'close';
  const detail = name === 'filter' ? { shown, total } : { id };
  send(this, toggled ? 'toggle' : name, toggled ? { id, open: name === 'open' } : detail);
}

function send(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`news-explainer:${name}`, { bubbles: true, composed: true, detail }));
}

/** What has been warned of: ten elements that fail for one reason say so once. */
const warned = new Set();

class NewsExplainer extends HTMLElement {
  static observedAttributes = ['src', 'loading', 'heading-level'];
  /** Which build this is. */
  static build = RUNTIME.split(' ')[0];

  #isOn = false; // Whether it is on a page. One that is moved stays on.
  #life; // The runtime that its frame is of.
  #mount; // { room, frame }: the frame of this element, and the <div> it lives in.
  #written; // The words, if they came by address.
  #turn = 0; // A later wish to load wins over an earlier one.
  #waiting; // Ends the waiting for the moment to load.
  #wish; // The mark that the reader chose before anything could answer.

  constructor() {
    super();
    this.addEventListener('click', ({ target }) => {
      this.#wish = target.closest('.explainer-picture [data-id]')?.dataset.id;
    });
  }

  connectedCallback() {
    if (this.#isOn) return;
    this.#isOn = true;
    // The parser may not have come to the data block yet.
    if (document.readyState === 'loading' && !this.#data() && !this.hasAttribute('src')) {
      document.addEventListener('DOMContentLoaded', () => this.#isOn && this.#wait(), { once: true });
    } else {
      this.#wait();
    }
  }

  disconnectedCallback() {
    // Who moves an element takes it away and puts it back in one go.
    queueMicrotask(() => {
      if (this.isConnected || !this.#isOn) return;
      this.#isOn = false;
      this.#leave();
      this.removeAttribute('data-state');
    });
  }

  /** Moved by `moveBefore`: nothing ends. */
  connectedMoveCallback() {}

  /** In another document neither the frame nor its styles can go on. */
  adoptedCallback() {
    this.#leave();
    this.#isOn = false;
  }

  attributeChangedCallback(name, before, after) {
    // Only a change: the first value is read when the element is connected.
    if (before === after || !this.#isOn) return;
    if (name === 'heading-level') {
      this.#level();
    } else if (name === 'loading') {
      if (this.#waiting) this.#wait();
    } else if (before !== null) {
      this.#data()?.remove();
      this.#release();
      this.#erase();
      this.#begin();
    }
  }

  /**
   * Begins when wanted: near the screen (`visible`, the default), when the page rests (`idle`), or now (`eager`); and
   * in any case when the reader touches it.
   */
  #wait() {
    this.#level();
    this.#waiting?.abort();
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    const begin = () => signal.aborted || this.#begin();
    const when = this.getAttribute('loading');
    for (const kind of ['pointerdown', 'focusin']) this.addEventListener(kind, begin, { signal });
    if (when === 'eager') {
      begin();
    } else if (when === 'idle') {
      (window.requestIdleCallback ?? ((call) => setTimeout(call, 200)))(begin);
    } else {
      const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && begin(), {
        rootMargin: '600px',
      });
      observer.observe(this);
      signal.onabort = () => observer.disconnect();
    }
  }

  async #begin() {
    this.#waiting?.abort();
    this.#waiting = undefined;
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    let code = 'runtime-not-loaded';
    try {
      const data = this.#data()?.textContent;
      const src = data === undefined && !this.#written ? this.getAttribute('src') : null;
      if (data === undefined && src === null && !this.#written) return;
      const [loaded, text] = await Promise.all([
        load(),
        src === null
          ? data
          : inTime(read(src)).catch((error) => {
              throw new Fault('document-not-loaded', error);
            }),
      ]);
      if (!isCurrent()) return;
      code = 'document-not-read';
      this.#show(loaded, text, src !== null);
    } catch (error) {
      if (isCurrent()) this.fail(error instanceof Fault ? error.code : code, error);
    }
  }

  #show(life, text, isByAddress) {
    const { runtime, sheet, pool, up } = life;
    // Words first: should they fail, nothing has been touched.
    if (isByAddress) this.#written = runtime.write(this, text, Number(this.getAttribute('heading-level')) || 2);
    // WebKit lays a new root out as if it were empty, and a page that shrinks loses the reader's place.
    const height = new CSSStyleSheet();
    height.replaceSync(`:host{min-height:${this.offsetHeight}px}`);
    this.#life = life;
    up.add(this);
    if (!this.#mount) {
      // A mount is never destroyed, since Yew keeps a root's listeners for good: one of an element that has gone is used.
      const room = document.createElement('div');
      this.#mount = pool.pop() ?? { room, frame: new runtime.Mount(room, tell) };
      this.#mount.room.className = 'room';
    }
    // Until the frame is up the words stand in a slot of their own: the renderer may let the browser paint in between.
    this.#mount.room.hidden = true;
    this.#root(this.#mount.room).adoptedStyleSheets = [sheet, height];
    if (this.#written) this.#mount.frame.fillWritten(this, this.#written);
    else this.#mount.frame.fill(this, text);
  }

  /** The frame is up: the parts have just been sent to its slots. */
  ready() {
    // Shown in the same turn, so that no half-made page is painted.
    const [waiting, room] = this.shadowRoot.children;
    if (!room) return; // Taken away in the meantime.
    waiting.remove();
    room.hidden = false;
    this.dataset.state = 'interactive';
    void this.offsetHeight;
    this.shadowRoot.adoptedStyleSheets = [this.#life.sheet];
    send(this, 'ready', {});
    if (!this.#written) this.#compare();
    // What the reader chose in the still picture is chosen in the living one; the browser has followed the link itself.
    const mark = this.#wish && room.querySelector(`.mark[data-id="${this.#wish}"]`);
    this.#wish = undefined;
    if (mark) queueMicrotask(() => mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })));
  }

  /** A printed copy asks at its source whether it is still the newest, and says so if not. */
  async #compare() {
    const line = this.querySelector(':scope > .explainer-edition');
    const src = this.getAttribute('src');
    if (!line || !src) return;
    try {
      const { edition } = JSON.parse((await read(src, true)).replace(/,\n[^]*/, '}'));
      const isCorrected = edition.corrections > line.dataset.corrections;
      const link = line.querySelector('a');
      if ((isCorrected || edition.updated > line.dataset.updated) && /^https?:\/\/[^@\\/?#\s]+([/?#]|$)/.test(edition.url)) {
        link.href = edition.url;
        link.textContent = isCorrected ? edition.corrected : edition.newer;
        line.dataset.state = 'old';
      }
    } catch {
      // Not to know is no fault of this copy's.
    }
  }

  /** Headings at the wanted level: by their tags when printed, by `aria-level` where it is another one now. */
  #level() {
    const title = this.querySelector('.explainer-title');
    const wanted = Number(this.getAttribute('heading-level')) || 2;
    const by = title ? wanted - title.localName[1] : 0;
    for (const heading of this.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
      if (by) heading.setAttribute('aria-level', Math.max(+heading.localName[1] + by, 1));
      else heading.removeAttribute('aria-level');
    }
  }

  /** A shadow root of a slot for all of the words, and what comes after them. */
  #root(...rest) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.replaceChildren(document.createElement('slot'), ...rest);
    return root;
  }

  /** The data block of a printed element. */
  #data() {
    return this.querySelector(':scope > script[type="application/json"]');
  }

  #leave() {
    this.#turn += 1;
    this.#waiting?.abort();
    this.#waiting = this.#wish = undefined;
    this.#release();
  }

  /** Gives the frame back; the printed words stand as they stood. */
  #release() {
    this.#life?.up.delete(this);
    if (this.#mount) {
      this.#stand();
      if (!this.#life.isBroken) {
        this.#mount.frame.clear();
        this.#life.pool.push(this.#mount);
      }
    }
    this.#mount = this.#life = undefined;
  }

  #erase() {
    if (this.#written) this.replaceChildren();
    this.#written = undefined;
  }

  /** The printed page as it stood: no part is sent anywhere, and all of them show in print order. */
  #stand() {
    // What the reader is looking at stays where it is.
    const top = (part) => part.getBoundingClientRect().top;
    const seen = [...this.children].find((part) => part.getBoundingClientRect().bottom > 0);
    const before = seen && top(seen);
    for (const part of this.children) part.removeAttribute('slot');
    this.#root();
    if (seen) scrollBy({ top: top(seen) - before, behavior: 'instant' });
  }

  /** Goes on in a fresh runtime, with the same event. */
  renew() {
    const chosen = this.querySelector('.explainer-event[aria-current]')?.dataset.id;
    this.#leave();
    this.#wish = chosen;
    // Words by address are on the page already, but what came with them is of the runtime that broke.
    if (this.#written) this.#erase();
    this.#begin();
  }

  /** Says once what went wrong, and leaves the words as they stood. */
  fail(code, error) {
    const message = String(error.message ?? error);
    this.#leave();
    this.dataset.state = 'failed';
    if (!warned.has(message)) console.warn(`news-explainer: ${code}: ${message}`);
    warned.add(message);
    if (/-loaded$/.test(code) && this.hasAttribute('src') && !this.#data()) this.#offer(code[0] === 'r' && life);
    send(this, 'error', { code, message });
  }

  /** Where the words themselves did not come: a button that tries again. */
  #offer(failed) {
    const button = document.createElement('button');
    button.setAttribute('part', 'retry');
    button.textContent = this.getAttribute('retry-label') ?? 'Try again';
    button.onclick = () => {
      this.#root();
      this.removeAttribute('data-state');
      // What did not come to any of them is asked for anew.
      if (life === failed) life = undefined;
      this.#begin();
    };
    this.#root(button);
  }
}

const known = customElements.get('news-explainer');
if (!known) customElements.define('news-explainer', NewsExplainer);
else if (known.build !== NewsExplainer.build) {
  console.info('news-explainer: two builds on a page');
}
