// The attributes as properties, for frameworks that set those.

const ATTRIBUTES = { src: 'src', theme: 'theme', loading: 'loading', headingLevel: 'heading-level', addresses: 'addresses' };

/** Gives a class a property for each attribute. */
export function reflect(prototype) {
  for (const [property, attribute] of Object.entries(ATTRIBUTES)) {
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(attribute) ?? '';
      },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}

/** Takes over what was set on an element before its class was there. */
export function upgrade(element) {
  for (const property of Object.keys(ATTRIBUTES)) {
    if (!Object.hasOwn(element, property)) continue;
    const value = element[property];
    delete element[property];
    element[property] = value;
  }
}
