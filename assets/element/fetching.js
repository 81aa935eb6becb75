// Fetching, and what is done with it at once.

/** The longest document that is read, in characters. */
const LONGEST = 48e6;

/** A response that is not an error. */
export async function fetched(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw `${address}: ${response.status}`;
  return response;
}

/** The text of a document; with `isHead` it ends soon after the first line. */
export async function readText(address, isHead) {
  const { body } = await fetched(new URL(address, document.baseURI));
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let part;
  do {
    part = await reader.read();
    text += part.value ?? '';
  } while (!part.done && text.length <= LONGEST && !(isHead && text.includes('\n')));
  reader.cancel();
  if (text.length > LONGEST) throw `longer than ${LONGEST}`;
  return text;
}

/** A style sheet for shadow roots. */
export function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}
