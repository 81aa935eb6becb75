// Links to places within an element, where the browser cannot follow them by itself: the page has another base address, the
// element stands in a shadow root or beside a copy of itself, or the page's fragments belong to somebody else.

/** Follows a click on such a link; leaves all others to the browser. */
export function followWithin(element, event) {
  const link = event.target.closest('a[href^="#"]');
  if (!link || !element.contains(link) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const id = link.getAttribute('href').slice(1);
  const place = element.querySelector(`[id="${CSS.escape(id)}"]`);
  // Whether the page's fragments are somebody else's to write.
  const isForeign = element.getAttribute('addresses') === 'none';
  const canBrowser = !isForeign && document.baseURI.split('#')[0] === document.URL.split('#')[0];
  if (canBrowser && (!place || document.getElementById(id) === place)) return;
  event.preventDefault();
  if (!isForeign) location.hash = id;
  if (!place) return;
  // Once the choice is drawn.
  requestAnimationFrame(() => {
    for (const folded of element.querySelectorAll('details')) if (folded.contains(place)) folded.open = true;
    place.scrollIntoView();
  });
}
