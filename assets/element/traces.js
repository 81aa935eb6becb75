// What a frame sets on printed words while it lives. Words that were kept meanwhile (by a history cache, a saved page, a
// cloned element) come back with it.

/** Takes attributes off all that a selector finds. */
export function strip(element, selector, ...names) {
  for (const found of element.querySelectorAll(selector)) for (const name of names) found.removeAttribute(name);
}

/** Takes all of it away. */
export function clean(element) {
  element.querySelector(':scope > [slot="excerpt"]')?.remove();
  strip(element, ':scope > *', 'slot');
  strip(element, 'a[href^="#"]', 'aria-current');
  strip(element, '.explainer-era', 'hidden');
  strip(element, '.explainer-event', 'aria-current', 'hidden', 'tabindex');
}
