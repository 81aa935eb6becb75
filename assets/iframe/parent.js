// For pages that hold explainers in frames: gives each <iframe data-news-explainer="DOCUMENT"> the height of what is in
// it, and leads to a place within it when the page's own fragment names one or the reader follows a link inside.
//
// A frame may ask for two things only, a height and, when the page or the reader has asked for it, one scroll to a place
// within that frame. Works as a module and as a classic script, and any number of times on one page.
(() => {
  const mark = Symbol.for('news-explainer:parent');
  if (window[mark]) return;
  window[mark] = true;

  const LEAST = 50; // CSS px: a frame can always be seen,
  const MOST = 500000; // and never makes a page endless. What is higher scrolls within its frame.
  // ms from one scroll for a click to the next. A page cannot count the clicks in a frame, it only knows for some seconds
  // that there was one; a reader who follows two links within that time is led twice, and nobody is shaken.
  const REST = 1000;

  /** Frames that were given a fragment and may answer with one position. */
  const asked = new Set();
  /** Frames that know the page's fragment. */
  const told = new WeakSet();
  /** How high a frame was on paper, in CSS px. */
  const onPaper = new WeakMap();
  let rested = 0;

  const frames = () => [...document.querySelectorAll('iframe[data-news-explainer]')];

  /** The origin of what speaks from a frame; one in a sandbox of its own has none, and says "null". */
  const originOf = (frame) => {
    const inSandbox = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
    return inSandbox ? 'null' : new URL(frame.src, document.baseURI).origin;
  };

  /**
   * The page's fragment if it names the frame's document or something in it, else "#". No other fragment is any of the
   * frame's business: some carry secrets.
   */
  const fragmentFor = (frame) => {
    const id = frame.getAttribute('data-news-explainer');
    const { hash } = location;
    const rest = id && hash.startsWith(`#${id}`) ? hash.slice(id.length + 1) : undefined;
    return rest !== undefined && /^(--|;|$)/.test(rest) ? hash : '#';
  };

  /** Tells a frame a fragment. What names a place in it is no secret, so whoever is there may read it. */
  const tell = (frame, fragment) => {
    if (frame.contentWindow) frame.contentWindow.postMessage({ type: 'news-explainer:fragment', fragment }, '*');
  };

  const forget = () => asked.clear();

  /**
   * Leads to the frames whose document the page's fragment names, at first to their top, since what is out of sight may
   * not load; then each may answer with one position, unless the reader goes elsewhere in the meantime. Answers them.
   */
  const lead = () => {
    const named = frames().filter((frame) => fragmentFor(frame) !== '#');
    for (const frame of named) {
      asked.add(frame);
      scroll(frame, 0);
    }
    if (named.length > 0) {
      for (const name of ['wheel', 'touchmove', 'keydown']) addEventListener(name, forget, { once: true, passive: true });
    }
    return named;
  };

  /** CSS px of a computed length; 0 for what is none. */
  const px = (text) => {
    const [, number, unit] = /^\s*([\d.]+)(px|rem)\s*$/.exec(text) || [];
    const size = unit === 'rem' ? parseFloat(getComputedStyle(document.documentElement).fontSize) : 1;
    return number ? number * size : 0;
  };

  /** Scrolls the page as its own links do: below what sticks to its top, smoothly only where the page wants that. */
  const scroll = (frame, y) => {
    const style = getComputedStyle(frame);
    const { scrollPaddingTop } = getComputedStyle(document.documentElement);
    const margin = Math.max(px(style.getPropertyValue('--explainer-sticky-top')), px(style.scrollMarginTop) + px(scrollPaddingTop));
    const top = frame.getBoundingClientRect().top + frame.clientTop + window.scrollY + y - margin;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    window.scrollTo({ top, behavior: isCalm ? 'instant' : 'auto' });
  };

  /** Whether the reader has just done something in a frame. */
  const isUsed = (frame) => document.activeElement === frame && (!navigator.userActivation || navigator.userActivation.isActive);

  const print = matchMedia('print');
  /** The heights of frames that are on paper now, as they were on the screen. */
  const onScreen = new Map();

  const toPaper = (frame) => {
    if (!onPaper.has(frame)) return;
    if (!onScreen.has(frame)) onScreen.set(frame, frame.getAttribute('height'));
    setHeight(frame, onPaper.get(frame));
  };

  const toScreen = () => {
    for (const [frame, height] of onScreen) setHeight(frame, height);
    onScreen.clear();
  };

  const clamped = (height) => String(Math.min(Math.max(Math.ceil(height), LEAST), MOST));

  /** An attribute: a strict policy forbids styles. */
  const setHeight = (frame, height) => {
    if (frame.getAttribute('height') !== height) frame.setAttribute('height', height);
  };

  const messages = {
    'news-explainer:height': (frame, { height }) => {
      if (!Number.isFinite(height)) return;
      setHeight(frame, clamped(height));
      if (told.has(frame)) return;
      told.add(frame);
      const fragment = fragmentFor(frame);
      if (fragment !== '#') tell(frame, fragment);
    },
    'news-explainer:paper': (frame, { height }) => {
      if (!Number.isFinite(height)) return;
      onPaper.set(frame, clamped(height));
      // Where the paper waits for it.
      if (print.matches) toPaper(frame);
    },
    'news-explainer:position': (frame, { y }) => {
      if (!Number.isFinite(y)) return;
      if (!asked.delete(frame)) {
        const now = performance.now();
        if (!isUsed(frame) || now < rested) return;
        rested = now + REST;
      }
      scroll(frame, Math.min(Math.max(y, 0), frame.clientHeight));
    },
  };

  addEventListener('message', ({ data, origin, source }) => {
    const type = typeof data === 'object' && data ? data.type : undefined;
    if (typeof type !== 'string' || !Object.prototype.hasOwnProperty.call(messages, type)) return;
    // Looked up now, so that frames may come and go.
    const frame = source && frames().find(({ contentWindow }) => contentWindow === source);
    if (frame && origin === originOf(frame)) messages[type](frame, data);
  });

  // Once a frame has been on paper, it has there the height that it needed.
  addEventListener('beforeprint', () => frames().forEach(toPaper));
  addEventListener('afterprint', toScreen);
  print.addEventListener('change', () => print.matches || toScreen());

  addEventListener('hashchange', () => lead().forEach((frame) => tell(frame, location.hash)));

  const start = () => {
    // Loaded anew or come back to, a page is where the reader left it.
    const [visit] = performance.getEntriesByType('navigation');
    if (!visit || visit.type === 'navigate') lead();
    // A frame that was there before this script has told its height to nobody; a lone "#" asks for it. The fragment is
    // told to whoever has told a height.
    frames().forEach((frame) => tell(frame, '#'));
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
  else start();
})();
