// The attributes as properties, for frameworks that set those.

const ATTRIBUTES = ['src', 'theme', 'loading', 'heading-level', 'addresses'];

/** A property's name: `headingLevel`. */
const propertyOf = (attribute) => attribute.replace('-l', 'L');

/** Gives a class a property for each attribute. */
export function reflect(prototype) {
  for (const attribute of ATTRIBUTES) {
    Object.defineProperty(prototype, propertyOf(attribute), {
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
  for (const property of ATTRIBUTES.map(propertyOf)) {
    if (Object.hasOwn(element, property)) {
      const value = element[property];
      delete element[property];
      element[property] = value;
    }
  }
}
