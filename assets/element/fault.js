/** Something that went wrong, under a code that pages can rely on (custom-elements.json). */
export class Fault extends Error {
  constructor(code, cause) {
    super(cause.message ?? cause);
    this.code = code;
  }
}
