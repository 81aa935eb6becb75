/** Headings at the wanted level: by their tags when printed, by `aria-level` where it is another one now. */
export function setHeadingLevel(element) {
  const title = element.querySelector('.explainer-title');
  const by = title && headingLevel(element) - title.localName[1];
  for (const heading of element.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (by) heading.setAttribute('aria-level', Math.max(+heading.localName[1] + by, 1));
    else heading.removeAttribute('aria-level');
  }
}

/** The level of the headline that an element asks for. */
export const headingLevel = (element) => +element.getAttribute('heading-level') || 2;
