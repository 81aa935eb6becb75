// Fetching, with an end to patience.

/** How long anything may take to arrive, in milliseconds. */
const PATIENCE = 60_000;
/** The longest document that is read, in characters. */
const LONGEST = 48e6;

/** A promise that gives up. */
export function inTime(promise) {
  let timer;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject('late'), PATIENCE);
  });
  return Promise.race([promise, end]).finally(() => clearTimeout(timer));
}

/** A response that is not an error. */
export async function fetched(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** The text of a document; with `isHead` it ends soon after the first line. */
export async function readText(address, isHead) {
  const response = await fetched(new URL(address, document.baseURI));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
    const isTooLong = text.length > LONGEST;
    if (isTooLong || (isHead && text.includes('\n'))) reader.cancel();
    if (isTooLong) throw `longer than ${LONGEST}`;
  }
}
