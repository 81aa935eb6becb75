// The class of <news-explainer>. It finds the data, loads the runtime when wanted, and keeps the printed page whole
// whatever happens: whoever fails leaves the words as they stood.
//
// Wasm cannot extend HTMLElement, so this much is JavaScript. Everything the reader sees is made by the runtime.

const RUNTIME = 'explainer-runtime.js'; // The build writes the name of its own runtime here.
const WASM = 'explainer-runtime_bg.wasm';
const FRAME_STYLES = 'explainer-frame.css';

const beside = (name) => new URL(name, import.meta.url).href;

/** Elements that are up, for the day the runtime breaks. */
const up = new Set();
/** Mounts whose element has gone: a mount is never destroyed, since Yew keeps a root's listeners for good. */
const pool = [];
let loading;
let broken = false;

/** The runtime and the frame's styles, fetched once for all elements of the page. */
function load() {
  loading ??= (async () => {
    const [runtime, styles] = await Promise.all([import(beside(RUNTIME)), frameStyles()]);
    await runtime.default({ module_or_path: fetched(beside(WASM)) });
    runtime.start(breakDown);
    return { runtime, styles };
  })();
  return loading;
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** One constructed sheet for every shadow root: ready before a root is attached, so that nothing moves. */
async function frameStyles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetched(beside(FRAME_STYLES))).text());
  return sheet;
}

/** The runtime has panicked. It must not be called again; every printed page stands as it stood. */
function breakDown(place) {
  broken = true;
  for (const element of [...up]) element.fail('runtime-broke', new Error(place));
}

/** What happened to an element (`this`), as an event that the page can hear. */
function tell(name, id, shown, total) {
  const toggled = name === 'open' || name === 'close';
  if (name === 'ready') {
    // The parts have just been sent to the frame's slots. Shown in the same turn, so that no half-made page is painted.
    const [waiting, room] = this.shadowRoot.children;
    if (!room) return; // Taken away in the meantime.
    waiting.remove();
    room.hidden = false;
    this.dataset.state = 'interactive';
  }
  const detail = name === 'filter' ? { shown, total } : id ? { id } : {};
  send(this, toggled ? 'toggle' : name, toggled ? { id, open: name === 'open' } : detail);
}

function send(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`news-explainer:${name}`, { bubbles: true, composed: true, detail }));
}

class NewsExplainer extends HTMLElement {
  static observedAttributes = ['src'];

  #mount; // { room, frame }: the frame of this element, and the <div> it lives in.
  #written; // The words, if they came by address.
  #turn = 0; // A later wish to load wins over an earlier one.
  #observer;

  connectedCallback() {
    // The parser may not have come to the data block yet.
    if (document.readyState === 'loading' && !this.#data() && !this.hasAttribute('src')) {
      document.addEventListener('DOMContentLoaded', () => this.isConnected && this.#wait(), { once: true });
    } else {
      this.#wait();
    }
  }

  disconnectedCallback() {
    this.#turn += 1;
    this.#observer?.disconnect();
    this.#release();
    this.removeAttribute('data-state');
  }

  attributeChangedCallback(_name, before, after) {
    // Only a change: the first value is read when the element is connected.
    if (before === null || before === after || !this.isConnected) return;
    this.#data()?.remove();
    this.#release();
    this.#erase();
    this.#begin();
  }

  /** Begins when wanted: near the screen (`visible`, the default), when the page rests (`idle`), or now (`eager`). */
  #wait() {
    const when = this.getAttribute('loading');
    const begin = () => this.#begin();
    this.#observer?.disconnect();
    if (when === 'eager') {
      begin();
    } else if (when === 'idle') {
      (window.requestIdleCallback ?? ((call) => setTimeout(call, 200)))(begin);
    } else if ('IntersectionObserver' in window) {
      this.#observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this.#observer.disconnect();
          begin();
        },
        { rootMargin: '600px' },
      );
      this.#observer.observe(this);
    } else {
      begin();
    }
  }

  async #begin() {
    const turn = ++this.#turn;
    const current = () => turn === this.#turn && this.isConnected;
    let stage = 'runtime-not-loaded';
    try {
      if (broken) throw new Error('the runtime has broken');
      const data = this.#data()?.textContent;
      const src = data === undefined && !this.#written ? this.getAttribute('src') : null;
      if (data === undefined && src === null && !this.#written) return;
      const [loaded, text] = await Promise.all([
        load(),
        src === null ? data : fetched(new URL(src, document.baseURI)).then((response) => response.text()).catch((error) => {
          stage = 'document-not-loaded';
          throw error;
        }),
      ]);
      if (!current()) return;
      stage = 'document-not-read';
      this.#show(loaded, text, src !== null);
    } catch (error) {
      if (current()) this.fail(stage, error);
    }
  }

  #show({ runtime, styles }, text, byAddress) {
    // Words first: should they fail, nothing has been touched.
    if (byAddress) this.#written = runtime.write(this, text, Number(this.getAttribute('heading-level')) || 2);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    if (!this.#mount) {
      const room = pool.length ? undefined : document.createElement('div');
      this.#mount = pool.pop() ?? { room, frame: new runtime.Mount(room, tell) };
      this.#mount.room.className = 'room';
    }
    // Until the frame is up the words stand in a slot of their own: the renderer may let the browser paint in between.
    this.#mount.room.hidden = true;
    root.replaceChildren(document.createElement('slot'), this.#mount.room);
    up.add(this);
    if (this.#written) this.#mount.frame.fillWritten(this, this.#written);
    else this.#mount.frame.fill(this, text);
  }

  /** The data block of a printed element. */
  #data() {
    return this.querySelector(':scope > script[type="application/json"]');
  }

  /** Gives the frame back; the printed words stand as they stood. */
  #release() {
    up.delete(this);
    if (!this.#mount) return;
    this.#stand();
    if (!broken) {
      this.#mount.frame.clear();
      pool.push(this.#mount);
    }
    this.#mount = undefined;
  }

  #erase() {
    if (this.#written) this.replaceChildren();
    this.#written = undefined;
  }

  /** The printed page as it stood: no part is sent anywhere, and all of them show in print order. */
  #stand() {
    for (const part of this.children) part.removeAttribute('slot');
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
  }

  /** Says once what went wrong, and leaves the words as they stood. */
  fail(code, error) {
    const message = String(error?.message ?? error);
    this.#release();
    this.dataset.state = 'failed';
    console.warn(`news-explainer: ${code}: ${message}`);
    send(this, 'error', { code, message });
  }
}

if (!customElements.get('news-explainer')) customElements.define('news-explainer', NewsExplainer);
