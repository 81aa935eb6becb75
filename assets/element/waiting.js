/**
 * Calls `begin` when an element is wanted: near the screen (`loading="visible"`, the default), when the page rests
 * (`idle`), or now (`eager`); and in any case when the reader touches it. `signal` ends the waiting.
 */
export function whenWanted(element, signal, begin) {
  const wanted = () => signal.aborted || begin();
  for (const kind of ['pointerdown', 'focusin']) element.addEventListener(kind, wanted, { signal });
  const when = element.getAttribute('loading');
  if (when === 'eager') {
    wanted();
  } else if (when === 'idle') {
    (window.requestIdleCallback ?? ((call) => setTimeout(call, 200)))(wanted);
  } else {
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && wanted(), {
      rootMargin: '600px',
    });
    observer.observe(element);
    signal.onabort = () => observer.disconnect();
  }
}
