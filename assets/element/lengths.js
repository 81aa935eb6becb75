/** Registers lengths of the printed sheet (print/element.css): within somebody's shadow root a sheet registers no properties. */
export function registerLengths() {
  for (const name of ['row', 'tools']) {
    try {
      CSS.registerProperty({ name: `--explainer-${name}`, syntax: '<length>', inherits: true, initialValue: '48px' });
    } catch {
      // Registered already.
    }
  }
}
