// What a frame sets on printed words while it lives. Words that were kept meanwhile (by a history cache, a saved page, a
// cloned element) come back with it.

const CURRENT = '[aria-current]:is(.explainer-event, a[href^="#"])';

/** Takes all of it away. */
export function clean(element) {
  for (const part of element.querySelectorAll(':scope > [slot]')) {
    if (part.slot === 'excerpt') part.remove();
    else part.removeAttribute('slot');
  }
  for (const [selector, name] of [
    [':is(.explainer-event, .explainer-era)[hidden]', 'hidden'],
    [CURRENT, 'aria-current'],
    ['.explainer-event[tabindex]', 'tabindex'],
  ]) {
    for (const found of element.querySelectorAll(selector)) found.removeAttribute(name);
  }
}

/** Gives up the ids of words that others are to replace, so that those can have them. */
export function freeIds(element) {
  for (const found of element.querySelectorAll('[id]')) found.removeAttribute('id');
}
