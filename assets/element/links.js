// Links to places within an element, where the browser cannot follow them by itself: the page has another base address, the
// element stands in a shadow root or beside a copy of itself, or the page's fragments belong to somebody else.

/** The page's address without its fragment. */
const here = (address) => address.split('#')[0];

/** Opens what a place is folded away in, and scrolls to it. */
function reveal(place) {
  for (let folded = place.closest('details'); folded; folded = folded.parentElement.closest('details')) folded.open = true;
  place.scrollIntoView();
}

/** Whether the page's fragments are not the element's to write. */
export const keepsAddress = (element) => element.getAttribute('addresses') === 'none';

/** Follows a click on such a link; leaves all others to the browser. */
export function followWithin(element, event) {
  const link = event.target.closest('a[href^="#"]');
  if (!link || !element.contains(link) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const id = link.attributes.href.value.slice(1);
  const place = element.querySelector(`[id="${CSS.escape(id)}"]`);
  const canBrowser = here(document.baseURI) === here(location.href) && !keepsAddress(element);
  if (canBrowser && (!place || document.getElementById(id) === place)) return;
  event.preventDefault();
  if (!keepsAddress(element)) location.hash = id;
  // Once the choice is drawn.
  if (place) requestAnimationFrame(() => reveal(place));
}
