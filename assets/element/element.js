// The class of <news-explainer>. It finds the document, loads the program that is needed when it is wanted, and keeps the
// printed page whole whatever happens: whoever fails leaves the words as they stood.
//
// Wasm cannot extend HTMLElement, so this much is JavaScript. Everything that the reader sees is made by the programs.

import { compareEdition } from './edition.js';
import { Fault } from './fault.js';
import { inTime, readText } from './fetching.js';
import { headingLevel, setHeadingLevel } from './headings.js';
import { followWithin } from './links.js';
import { BUILD, forget, inUse, load } from './program.js';
import { reflect, upgrade } from './properties.js';
import { clean, strip } from './traces.js';
import { whenWanted } from './waiting.js';

/** What has been warned of: ten elements that fail for one reason say so once. */
const warned = new Set();

function send(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`news-explainer:${name}`, { bubbles: true, composed: true, detail }));
}

/** Lets the browser do what has waited. */
const anotherTask = () => new Promise((resolve) => setTimeout(resolve));

export class NewsExplainer extends HTMLElement {
  static observedAttributes = ['src', 'loading', 'heading-level'];
  static build = BUILD;

  /** A program says what happened to an element (`this`): its frame is up, or one of the events that pages can hear. */
  static #tell(name, detail) {
    if (name === 'ready') this.#ready();
    else send(this, name, detail);
  }

  #isBusy = false; // Whether it is loading.
  #isOn = false; // Whether it is on a page. One that is moved stays on.
  #instance; // The instance of a program that works for it.
  #mount; // { room, frame, height }: its frame, the <div> that the frame lives in, and the printed height.
  #own = []; // What of the shadow root is its own: helpers of readers put styles of theirs there.
  #parts = []; // Each part that the frame has sent to a slot, with the slot's name.
  #printed; // { instance, reading }: what was read of a document whose words came by address, and by whom.
  #tried; // The data block that was tried last.
  #turn = 0; // A later wish to load wins over an earlier one.
  #waiting; // Ends the waiting for the moment to load.
  #wish; // The event that the reader chose before anything could answer.

  constructor() {
    super();
    this.addEventListener('click', (event) => {
      this.#wish = event.target.closest('.explainer-picture [data-id]')?.dataset.id;
      followWithin(this, event);
    });
    const watch = new MutationObserver(() => this.#repair());
    watch.observe(this, { childList: true });
    // A second one, since the words within the parts may change as they like.
    new MutationObserver(() => this.#repair()).observe(this, {
      attributeFilter: ['slot', 'hidden', 'aria-current', 'data-state'],
      subtree: true,
    });
  }

  connectedCallback() {
    if (this.#isOn) return;
    this.#isOn = true;
    upgrade(this);
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
      setHeadingLevel(this);
    } else if (name === 'loading') {
      if (this.#waiting) this.#wait();
    } else if (name !== 'src') {
      // Read when it is needed.
    } else if (before !== null) {
      this.#data()?.remove();
      this.#leave();
      this.#erase();
      this.#begin();
    } else if (!this.#data()) {
      this.#wait();
    } else if (this.#mount) {
      compareEdition(this);
    }
  }

  /** Something else has changed what it set on itself and its words, or the words: either is put right. */
  #repair() {
    if (!this.#isOn || this.#isBusy) return;
    const data = this.#data();
    if (this.#mount) {
      if (this.#parts.some(([part]) => part.parentNode !== this)) {
        // Other words, or the same anew.
        this.#leave();
        if (!data) this.#printed = undefined;
        this.#wait();
        return;
      }
      if (this.dataset.state !== 'interactive') this.dataset.state = 'interactive';
      for (const [part, slot] of this.#parts) if (part.slot !== slot) part.slot = slot;
      this.#mount.frame.refresh();
    } else if (data ? data !== this.#tried : !this.dataset.state && !this.#waiting && this.hasAttribute('src')) {
      this.#wait();
    }
  }

  #wait() {
    clean(this);
    setHeadingLevel(this);
    this.#waiting?.abort();
    this.#waiting = new AbortController();
    whenWanted(this, this.#waiting.signal, () => this.#begin());
  }

  /** The data block of a printed element. */
  #data() {
    return this.querySelector(':scope > script[type="application/json"]');
  }

  async #begin() {
    this.#waiting?.abort();
    this.#waiting = undefined;
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    // Its instance may have broken while the element was on no page.
    if (this.#printed?.instance.isBroken) this.#erase();
    const data = this.#data();
    const src = this.getAttribute('src');
    if (!data && !this.#printed && src === null) return;
    [this.#isBusy, this.#tried] = [true, data];
    let code = 'runtime-not-loaded';
    try {
      // The small program is enough for words that are all printed.
      const program = data && !data.dataset.holds ? 'runtime' : 'app';
      const text = data ? data.textContent : !this.#printed && this.#fetch(src);
      const [instance, document] = await Promise.all([load(program), text]);
      // What the reader does meanwhile comes first.
      await anotherTask();
      if (!isCurrent()) return;
      code = 'document-not-read';
      instance.members.set(this, { fail: (fault) => this.#fail(fault), renew: () => this.#renew() });
      this.#instance = instance;
      let reading = this.#printed?.reading;
      if (program === 'runtime') {
        reading = instance.exports.read(document);
      } else if (!reading) {
        const published = instance.exports.readDocument(document);
        reading = published.reading();
        if (!data) await this.#print(instance, published, reading, isCurrent);
        if (!isCurrent()) return;
      }
      this.#frame(instance, reading);
    } catch (error) {
      if (isCurrent()) this.#fail(error instanceof Fault ? error : new Fault(code, error));
    }
  }

  #fetch(src) {
    return inTime(readText(src)).catch((error) => {
      throw new Fault('document-not-loaded', error);
    });
  }

  /** Puts a document that was fetched into the element, in the place of what it held. */
  #print(instance, published, reading, isCurrent) {
    // One after the other: each chooses ids that are free on the page.
    const printed = instance.printing.then(async () => {
      // Words that were kept are replaced by the same.
      if (this.querySelector(':scope > .explainer-head')) strip(this, '*', 'id');
      const words = await published.print(this, headingLevel(this));
      if (!isCurrent()) return;
      this.replaceChildren(words);
      this.#printed = { instance, reading };
    });
    instance.printing = printed.catch(() => {});
    return printed;
  }

  #frame({ exports, emptyMounts }, reading) {
    // A mount is never destroyed, since Yew keeps a root's listeners for good: one of an element that has gone is used.
    if (!this.#mount) {
      const room = document.createElement('div');
      this.#mount = emptyMounts.pop() ?? { room, frame: new exports.Mount(room, NewsExplainer.#tell) };
      this.#mount.room.className = 'room';
    }
    // Read while the layout stands. An inline box, which a host can make of any element, has no width of its client's.
    this.#mount.height = this.offsetHeight;
    this.#mount.frame.fill(this, reading, this.clientWidth || this.offsetWidth);
  }

  /** The frame is drawn: it takes the words in, all in one turn, so that they are laid out once and no half-made page is
      painted. */
  #ready() {
    if (!this.#mount) return; // Taken away in the meantime.
    const { room, height } = this.#mount;
    const { styles } = this.#instance;
    // WebKit lays a new root out as if it were empty, and a page that shrinks loses the reader's place.
    const meanwhile = new CSSStyleSheet();
    meanwhile.replaceSync(`:host{min-height:${height}px}`);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles, meanwhile];
    this.#put(root, room);
    this.#parts = [...this.children].filter((part) => part.slot && part.slot !== 'excerpt').map((part) => [part, part.slot]);
    this.#isBusy = false;
    this.dataset.state = 'interactive';
    // Until it has been laid out.
    requestAnimationFrame(() => setTimeout(() => (root.adoptedStyleSheets = [styles])));
    send(this, 'ready', {});
    if (!this.#printed) compareEdition(this);
    // What the reader chose in the still picture is chosen in the living one; the browser has followed the link itself.
    const mark = this.#wish && room.querySelector(`.mark[data-id="${this.#wish}"]`);
    this.#wish = undefined;
    if (mark) queueMicrotask(() => mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })));
  }

  /** A shadow root of a slot for all of the words, and what comes after them. */
  #root(...rest) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#put(root, document.createElement('slot'), ...rest);
  }

  /** Puts nodes into the shadow root, in the place of those that it put there before. */
  #put(root, ...nodes) {
    for (const node of this.#own) node.remove();
    this.#own = nodes;
    root.append(...nodes);
  }

  #leave() {
    this.#turn += 1;
    this.#isBusy = false;
    this.#waiting?.abort();
    this.#waiting = this.#wish = undefined;
    this.#release();
  }

  /** Gives the frame back; the printed words stand as they stood. */
  #release() {
    const instance = this.#instance;
    instance?.members.delete(this);
    if (this.#mount) {
      this.#stand();
      if (!instance.isBroken) {
        this.#mount.frame.clear();
        instance.emptyMounts.push(this.#mount);
      }
    }
    this.#mount = this.#instance = undefined;
    this.#parts = [];
  }

  /** Takes away words that came by address. */
  #erase() {
    if (this.#printed) this.replaceChildren();
    this.#printed = undefined;
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

  /** Goes on in a fresh instance, with the same event. */
  #renew() {
    const chosen = this.querySelector('.explainer-event[aria-current]')?.dataset.id;
    this.#leave();
    this.#wish = chosen;
    // Words by address are on the page already, but what was read with them is of the instance that broke.
    this.#erase();
    this.#begin();
  }

  /** Says once what went wrong, and leaves the words as they stood. */
  #fail({ code, message }) {
    this.#leave();
    clean(this);
    this.dataset.state = 'failed';
    if (!warned.has(message)) console.warn(`news-explainer: ${code}: ${message}`);
    warned.add(message);
    // Where the words themselves did not come.
    if (/-loaded$/.test(code) && this.hasAttribute('src') && !this.#data()) this.#offer(code[0] === 'r' && inUse('app'));
    send(this, 'error', { code, message });
  }

  /** Offers a button that tries again. */
  #offer(failed) {
    const button = document.createElement('button');
    button.setAttribute('part', 'retry');
    button.textContent = this.getAttribute('retry-label') ?? 'Try again';
    button.onclick = () => {
      this.#root();
      this.removeAttribute('data-state');
      // What did not come to any of them is asked for anew.
      forget('app', failed);
      this.#begin();
    };
    this.#root(button);
  }
}

reflect(NewsExplainer.prototype);
