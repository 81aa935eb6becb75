/** Registers the lengths of the printed sheet (print/element.css): within somebody's shadow root a sheet registers none. */
export function registerLengths() {
  for (const name of ['--explainer-row', '--explainer-tools']) {
    try {
      CSS.registerProperty({ name, syntax: '<length>', inherits: true, initialValue: '48px' });
    } catch {
      // Registered already.
    }
  }
}
