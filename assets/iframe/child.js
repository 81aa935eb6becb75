// For an explainer's page of its own in an <iframe>: tells the parent page its height, shows the place that the parent's
// fragment names, and says where in the frame it is. Works in a sandbox with `allow-scripts` alone.

/** The longest fragment that is looked at: an id, and the window of a timeline. */
const LONGEST = 500;
/** CSS px that are left above a place. Its own scroll margin is for what sticks to the top, and in a frame nothing does. */
const GAP = 16;
/** CSS px of a place that must be seen for it to count as in sight: about three lines. */
const SEEN = 80;

const outside = window.parent;
/**
 * The parent's origin, where the browser tells it. Where not, messages go to whoever is there: a height and a position
 * are no secrets.
 */
const home = (() => {
  const [nearest] = location.ancestorOrigins ?? [document.referrer];
  try {
    const { origin } = new URL(nearest);
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
})();
const say = (message) => outside.postMessage(message, home ?? '*');

// ── Height ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The name that a parent with pym.js has given this frame: the id of an element. */
const [pym] = /^[\w-]{1,100}$/.exec(new URLSearchParams(location.search).get('childId') ?? '') ?? [];
let told = 0;

/** Tells the height where it has changed, or `again`, in every form that newsrooms' pages understand. */
function tellHeight(again = false) {
  // What the content needs, whatever height the frame has: a box of its own height, never the viewport's.
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // A frame that is not shown has no height, and the one on paper is not the one on the screen.
  if (height === 0 || matchMedia('print').matches || (height === told && !again)) return;
  told = height;
  say({ type: 'news-explainer:height', height });
  if (pym) say(['pym', pym, 'height', height].join('xPYMx'));
  say({ sentinel: 'amp', type: 'embed-size', height });
  say({ kind: 'interactive:height', height });
  // The Guardian's older form.
  say(JSON.stringify({ type: 'set-height', value: height }));
}

/**
 * On paper everything stands open. How high that is, is known there alone, and the parent hears it when the paper is done:
 * it is for the next one.
 */
function tellPaper({ matches }) {
  if (matches) say({ type: 'news-explainer:paper', height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
}

// ── Places ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a fragment leads to: an element of that id, or the timeline for one that names a window alone. */
function placeOf(fragment) {
  const [id, ...view] = fragment.slice(1).split(';');
  return view.length > 0 && !id.includes('--') ? document.querySelector('.explainer-timeline-head') : document.getElementById(id);
}

/** Tells where a place is, or the nearest thing around it that is drawn; an answer begins with its question. */
function tellPosition(place) {
  place = place?.closest('details') ?? place;
  while (place && place.getClientRects().length === 0) place = place.parentElement;
  if (!place) return;
  // A frame that has not got its new height yet has scrolled within itself, and will not have when it has.
  const y = place.getBoundingClientRect().top + scrollY - GAP;
  say({ type: 'news-explainer:position', y: Math.max(0, y) });
}

/** When what is under way has been drawn. */
const drawn = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

/** When the timeline is alive, or is never going to be: until then an event may be in a list that is closed. */
function settled(then) {
  const element = document.querySelector('news-explainer');
  if (!element || element.dataset.state) {
    drawn(then);
    return;
  }
  const once = new AbortController();
  for (const name of ['ready', 'error']) {
    element.addEventListener(`news-explainer:${name}`, () => (once.abort(), drawn(then)), { signal: once.signal });
  }
}

/** Shows what the parent's fragment names. Replaced, not followed, since a step of its own would need a step back. */
function show(fragment) {
  location.replace(fragment);
  settled(() => tellPosition(placeOf(fragment)));
}

let next;
/** After the reader has gone to a place: tells its position if it cannot be seen. */
function follow(place) {
  // A link to an event also chooses it: one place.
  if (!next) {
    drawn(() => {
      const place = next();
      next = undefined;
      if (place) new IntersectionObserver(tellUnseen).observe(place);
    });
  }
  next = place;
}

/** Against the window, not the frame: the browser knows what the page around hides, and tells this much of it. */
function tellUnseen([{ target, boundingClientRect: all, intersectionRect: seen }], observer) {
  observer.disconnect();
  const isSeen = seen.height >= Math.min(SEEN, all.height) && seen.top - all.top < 1 && all.height > 0;
  if (!isSeen) tellPosition(target);
}

// ── The page ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function linkClicked(event) {
  const link = event.composedPath().find((node) => node.localName === 'a' && node.hasAttribute('href'));
  const address = link?.getAttribute('href');
  if (!address || event.defaultPrevented) return;
  if (!address.startsWith('#')) {
    // As it is printed; links that came later do not say it.
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener');
  } else if (outside !== window && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
    follow(() => placeOf(address));
  }
}

document.addEventListener('click', linkClicked);

if (outside !== window) {
  new ResizeObserver(() => tellHeight()).observe(document.documentElement);
  matchMedia('print').addEventListener('change', tellPaper);
  // What is far out of sight may not be drawn, and then nothing is observed.
  addEventListener('load', () => tellHeight());
  document.addEventListener('news-explainer:select', () => {
    if (navigator.userActivation?.isActive ?? true) follow(() => document.querySelector('.explainer-event[aria-current]'));
  });
  addEventListener('message', ({ data, origin, source }) => {
    if (source !== outside || (home && origin !== home)) return;
    const fragment = data?.type === 'news-explainer:fragment' ? data.fragment : undefined;
    if (typeof fragment !== 'string' || !fragment.startsWith('#') || fragment.length > LONGEST) return;
    // A lone "#" names nothing: the parent came later and wants to know the height.
    tellHeight(true);
    if (fragment !== '#') show(fragment);
  });
}
