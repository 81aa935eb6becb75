// The page of `explainer serve`: says what is wrong with the document, and shows it anew when it is right again.

/** Which version of the document this page shows. */
const page = Number(new URL(import.meta.url).searchParams.get('page'));
/** Where the reader was when the page was shown anew. */
const PLACE = 'explainer-preview-place';

const panel = document.createElement('section');
panel.id = 'explainer-preview';
panel.setAttribute('role', 'status');
panel.hidden = true;
document.body.prepend(panel);

/** An element with a text. */
function element(name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

/** Shows what is wrong, or that nothing is. */
function show({ file, error, diagnostics }) {
  const isWrong = Boolean(error) || diagnostics.length > 0;
  panel.hidden = !isWrong;
  if (!isWrong) return panel.replaceChildren();
  const broken = Boolean(error) || diagnostics.some(({ severity }) => severity === 'error');
  const under = page > 0 ? 'Below is the last version without errors.' : 'There is no version without errors yet.';
  const list = document.createElement('ol');
  for (const { severity, code, line, column, path, expected, found, help } of diagnostics) {
    const item = element('li', '', severity);
    item.append(element('strong', `${severity} in line ${line}, column ${column}`), ` ${path ? `(${path}) ` : ''}`);
    item.append(element('span', `expected ${expected}; found ${found}${help ? `; ${help}` : ''}`), ' ', element('code', code));
    list.append(item);
  }
  panel.replaceChildren(element('p', broken ? `${file} has errors. ${under}` : `${file} has warnings.`), list);
  if (error) panel.append(element('p', error));
}

try {
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (place !== null) addEventListener('load', () => scrollTo({ top: Number(place), behavior: 'instant' }));
} catch {
  // Without storage the browser keeps the place as well as it can.
}

let seen = -1;
for (;;) {
  try {
    const answer = await fetch(`/_preview/state?since=${seen}`, { cache: 'no-store' });
    const state = await answer.json();
    seen = state.number;
    show(state);
    if (state.page !== page) {
      try {
        sessionStorage.setItem(PLACE, String(scrollY));
      } catch {
        // As above.
      }
      location.reload();
      break;
    }
  } catch {
    // The program was stopped; perhaps it is started again.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
