/** How far from it the program is asked for at least, in CSS pixels. */
const LEAST = 1200;

/**
 * Calls `begin` when an element is wanted: within two screens of what comes to life (`loading="visible"`, the default),
 * when the page rests (`idle`), or now (`eager`); and in any case when the reader touches what comes to life. Who has
 * asked for less data waits for that touch, where there are words to read meanwhile. An address within it
 * that the browser has not followed begins at once. `signal` ends the waiting.
 */
export function whenWanted(element, signal, begin) {
  // The printed parts that come to life: the timeline, and where the questions' button will stand.
  const living =
    ':scope > :is(.explainer-timeline-head, .explainer-legend, .explainer-picture, ' +
    '.explainer-opener, .explainer-events, .explainer-faq-head)';
  const printed = element.querySelectorAll(living);
  // Words by address come with the program, and stand wherever the element does.
  const parts = printed.length ? printed : [element];
  const wanted = () => signal.aborted || begin();
  for (const part of parts) for (const kind of ['pointerdown', 'focusin']) part.addEventListener(kind, wanted, { signal });
  // The browser alone cannot follow an address of a view, of an event that is not printed, or into words that come late.
  const prefix = `#${element.querySelector(':scope > .explainer-head')?.id}`;
  const isAddressed = location.hash.startsWith(prefix) && !element.querySelector(':target');
  const when = element.getAttribute('loading');
  if (when === 'eager' || isAddressed) {
    wanted();
  } else if (printed.length && navigator.connection?.saveData) {
    // Until it is touched.
  } else if (when === 'idle') {
    if (window.requestIdleCallback) requestIdleCallback(wanted);
    else setTimeout(wanted, 200);
  } else {
    // Two screens; where one holds a few lines, at 400 % zoom, as far as on a telephone held sideways.
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && wanted(), {
      rootMargin: `${Math.max(2 * innerHeight, LEAST)}px`,
    });
    for (const part of parts) observer.observe(part);
    signal.onabort = () => observer.disconnect();
  }
}
