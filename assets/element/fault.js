// What goes wrong, and promises that say so.

/** How long anything may take to arrive, in milliseconds. */
const PATIENCE = 60_000;

/** Something that went wrong, under a code that pages can rely on (custom-elements.json). */
export class Fault {
  constructor(code, cause) {
    this.code = code;
    this.message = `${cause.message ?? cause}`;
  }
}

/** A promise that fails under a code, unless it does under one already. */
export const under = (code, promise) =>
  promise.catch((error) => {
    throw error instanceof Fault ? error : new Fault(code, error);
  });

/** A promise that gives up, and fails under a code. */
export const inTime = (code, promise) =>
  under(code, new Promise((resolve, reject) => {
    const timer = setTimeout(reject, PATIENCE, 'late');
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  }));
