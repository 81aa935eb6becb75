// The class of <news-explainer>. It finds the document, loads the program that is needed when it is wanted, and keeps the
// printed page whole whatever happens: whoever fails leaves the words as they stood.
//
// Wasm cannot extend HTMLElement, so this much is JavaScript. Everything that the reader sees is made by the programs.

import { compareEdition } from './edition.js';
import { inTime, under } from './fault.js';
import { readText, sheet } from './fetching.js';
import { headingLevel, setHeadingLevel } from './headings.js';
import { registerLengths } from './lengths.js';
import { followWithin } from './links.js';
import { forget, inUse, load } from './program.js';
import { reflect, upgrade } from './properties.js';
import { clean, strip } from './traces.js';
import { whenWanted } from './waiting.js';

/* global FILES: see program.js */

/** What has been warned of: ten elements that fail for one reason say so once. */
const warned = new Set();

/** Lets the browser do what has waited: what the reader does meanwhile comes first. */
const anotherTask = () => new Promise((resolve) => setTimeout(resolve));

export class NewsExplainer extends HTMLElement {
  static observedAttributes = ['src', 'loading', 'heading-level'];
  static build = FILES.runtime.js;

  #isOn = false; // Whether it is on a page. One that is moved stays on.
  #own = []; // What of the shadow root is its own: helpers of readers put styles of theirs there.
  #printed; // { instance, reading }: what was read of a document whose words came by address, and by whom.
  #timer; // Asks again whether the parser has come to its end.
  #tried; // The data block that was tried last.
  #waiting; // Ends the waiting for the moment to load.
  #wish; // The event that the reader chose before anything could answer.
  // What is done for it since it began to load, and what that has brought so far: the `instance` of a program that works for
  // it; its `mount`, a frame with the <div> that it lives in (`room`); the printed `height`; and, once it is alive, its `parts`:
  // each part that the frame has sent to a slot, with the slot's name. Another beginning makes another one.
  #work;

  constructor() {
    super();
    this.addEventListener('click', (event) => {
      this.#wish = event.target.closest('.explainer-picture [data-id]')?.dataset.id;
      followWithin(this, event);
    });
    // Two observers, since the words within the parts may change as they like.
    for (const changes of [
      { childList: true },
      { attributeFilter: ['slot', 'hidden', 'aria-current', 'data-state'], subtree: true },
    ]) {
      new MutationObserver(() => this.#repair()).observe(this, changes);
    }
  }

  connectedCallback() {
    if (this.#isOn) return;
    this.#isOn = true;
    upgrade(this);
    // Only where it is needed: the browser then looks at the styles of the whole page again, before its first paint perhaps.
    if (this.getRootNode() !== document) registerLengths();
    this.#wait();
  }

  disconnectedCallback() {
    // Who moves an element takes it away and puts it back in one go.
    queueMicrotask(() => this.isConnected || this.adoptedCallback());
  }

  /** Moved by `moveBefore`: nothing ends. */
  connectedMoveCallback() {}

  /** In another document neither the frame nor its styles can go on. */
  adoptedCallback() {
    this.#isOn = false;
    this.#leave();
    this.removeAttribute('data-state');
  }

  attributeChangedCallback(name, before, after) {
    // Only a change: the first value is read when the element is connected.
    if (before === after || !this.#isOn) return;
    if (name === 'heading-level') {
      setHeadingLevel(this);
    } else if (name === 'loading') {
      if (this.#waiting) this.#wait();
    } else if (before !== null) {
      this.#data()?.remove();
      if (this.#printed) this.replaceChildren();
      this.#printed = undefined;
      this.#begin();
    } else if (!this.#data()) {
      this.#wait();
    } else if (this.#work) {
      compareEdition(this);
    }
  }

  /** Something else has changed what it set on itself and its words, or the words: either is put right. */
  #repair() {
    if (!this.#isOn) return;
    if (!this.#work) {
      const data = this.#data();
      if (data ? data !== this.#tried : !this.dataset.state && !this.#waiting && this.hasAttribute('src')) this.#wait();
      return;
    }
    const { mount, parts } = this.#work;
    if (!parts) return; // It is loading.
    if (parts.some(([part]) => part.parentNode !== this)) {
      // Other words, or the same anew.
      this.#printed = undefined;
      this.#wait();
    } else {
      if (this.dataset.state !== 'interactive') this.dataset.state = 'interactive';
      for (const [part, slot] of parts) if (part.slot !== slot) part.slot = slot;
      mount.refresh();
    }
  }

  #wait() {
    clearTimeout(this.#timer);
    // The parser may be in the middle of it, even of its data; nothing says when it has gone on.
    if (document.readyState === 'loading' && !this.nextSibling) {
      this.#timer = setTimeout(() => this.#isOn && !this.#work && this.#wait(), 50);
      return;
    }
    this.#leave();
    clean(this);
    setHeadingLevel(this);
    this.#waiting = new AbortController();
    whenWanted(this, this.#waiting.signal, () => this.#begin());
  }

  /** The data block of a printed element. */
  #data() {
    return this.querySelector(':scope > script[type="application/json"]');
  }

  /** Loads what it needs and frames its words, in the place of whatever was done for it before. */
  #begin() {
    this.#leave();
    // Words by address stay; what was read with them is lost with an instance that broke while the element was on no page.
    if (this.#printed?.instance.isBroken) this.#printed = undefined;
    const data = this.#data();
    if (!data && !this.#printed && !this.hasAttribute('src')) return;
    this.#tried = data;
    const work = (this.#work = {});
    under('document-not-read', this.#load(work, data)).catch((fault) => this.#work === work && this.#fail(fault));
  }

  async #load(work, data) {
    // The small program is enough for words that are all printed.
    const program = data && !data.dataset.holds ? 'runtime' : 'app';
    const text = data ? data.textContent : !this.#printed && inTime('document-not-loaded', readText(this.getAttribute('src')));
    const [instance, published] = await Promise.all([load(program), text]);
    await anotherTask();
    if (this.#work !== work) return;
    instance.members.set(this, (fault) => {
      if (fault) return this.#fail(fault);
      // Goes on in a fresh instance, with the same event.
      this.#wish = this.querySelector('.explainer-event[aria-current]')?.dataset.id;
      this.#begin();
    });
    work.instance = instance;
    let reading;
    if (program === 'runtime') {
      reading = instance.read(published);
    } else if (this.#printed) {
      reading = this.#printed.reading;
    } else {
      const read = instance.readDocument(published);
      reading = read.reading();
      // One print after the other: each chooses ids that are free on the page.
      if (!data) await (instance.printing = instance.printing.catch(() => {}).then(() => this.#print(work, read, reading)));
    }
    await anotherTask();
    if (this.#work !== work) return;
    // A mount is never destroyed, since Yew keeps a root's listeners for good: one of an element that has gone is used.
    work.mount = instance.emptyMounts.pop();
    if (!work.mount) {
      const room = document.createElement('div');
      room.className = 'room';
      work.mount = Object.assign(new instance.Mount(room, this.#tell), { room });
    }
    // Read while the layout stands. An inline box, which a host can make of any element, has no width of its client's.
    work.height = this.offsetHeight;
    work.mount.fill(this, reading, this.clientWidth || this.offsetWidth);
    await anotherTask();
    if (this.#work === work) work.mount.draw();
  }

  /** Puts the words of a document that was fetched into the element, in the place of what it held. */
  async #print(work, published, reading) {
    // Words that were kept are replaced by the same.
    if (this.querySelector(':scope > .explainer-head')) strip(this, '*', 'id');
    const words = await published.print(this, headingLevel(this));
    if (this.#work !== work) return;
    this.replaceChildren(words);
    this.#printed = { instance: work.instance, reading };
  }

  /** Says to the page what has happened. A program calls it on an element of its, also once the frame is drawn. */
  #tell(name, detail) {
    if (name === 'ready') {
      if (!this.#work?.mount) return; // Taken away in the meantime.
      this.#takeIn(this.#work);
    }
    this.dispatchEvent(new CustomEvent(`news-explainer:${name}`, { bubbles: true, composed: true, detail }));
  }

  /** The frame takes the words in, all in one turn, so that they are laid out once and no half-made page is painted. */
  #takeIn(work) {
    const { room } = work.mount;
    const { styles } = work.instance;
    const root = this.#show(room);
    // WebKit lays a new root out as if it were empty, and a page that shrinks loses the reader's place.
    root.adoptedStyleSheets = [styles, sheet(`:host{min-height:${work.height}px}`)];
    // Until it has been laid out.
    requestAnimationFrame(() => setTimeout(() => (root.adoptedStyleSheets = [styles])));
    work.parts = [...this.children].filter((part) => part.slot && part.slot !== 'excerpt').map((part) => [part, part.slot]);
    this.dataset.state = 'interactive';
    compareEdition(this);
    // What the reader chose in the still picture is chosen in the living one; the browser has followed the link itself.
    const mark = this.#wish && room.querySelector(`.mark[data-id="${this.#wish}"]`);
    this.#wish = undefined;
    if (mark) queueMicrotask(() => mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })));
  }

  /** Puts nodes into the shadow root, in the place of those that it put there before. Answers the root. */
  #show(...nodes) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    for (const node of this.#own) node.remove();
    this.#own = nodes;
    root.append(...nodes);
    return root;
  }

  /** Gives the frame back, or the wish for one; the printed words stand as they stood. */
  #leave() {
    const { instance, mount } = this.#work ?? {};
    this.#waiting?.abort();
    this.#waiting = this.#work = undefined;
    instance?.members.delete(this);
    if (!mount) return;
    // The page as it was printed: no part is sent anywhere. What the reader is looking at stays where it is.
    const box = (part) => part.getBoundingClientRect();
    const seen = [...this.children].find((part) => box(part).bottom > 0) ?? this;
    const { top } = box(seen);
    clean(this);
    this.#show(document.createElement('slot'));
    scrollBy({ top: box(seen).top - top, behavior: 'instant' });
    if (instance.isBroken) return;
    mount.clear();
    instance.emptyMounts.push(mount);
  }

  /** Says once what went wrong, and leaves the words as they stood. */
  #fail({ code, message }) {
    this.#leave();
    this.dataset.state = 'failed';
    if (!warned.has(message)) console.warn(`news-explainer: ${code}: ${message}`);
    warned.add(message);
    // Where the words themselves did not come.
    if (!this.#tried && code.endsWith('-loaded')) this.#offer(code[0] === 'r' && inUse('app'));
    this.#tell('error', { code, message });
  }

  /** Offers a button that tries again. */
  #offer(failed) {
    const button = document.createElement('button');
    button.part = 'retry';
    button.textContent = this.getAttribute('retry-label') ?? 'Try again';
    button.onclick = () => {
      button.remove();
      this.removeAttribute('data-state');
      // What did not come to any of them is asked for anew.
      forget('app', failed);
      this.#begin();
    };
    this.#show(document.createElement('slot'), button);
  }
}

reflect(NewsExplainer.prototype);
