// A printed copy asks at its source whether it is still the newest edition.

import { readText } from './fetching.js';

/** Says so in the first line of a copy if its source has been updated or corrected since. */
export async function compareEdition(element) {
  const line = element.querySelector(':scope > .explainer-edition');
  const src = element.getAttribute('src');
  if (!line || !src) return;
  try {
    // The first line of a published document (publish/document_json.rs) goes on after its comma.
    const { edition } = JSON.parse((await readText(src, true)).replace(/,\n[^]*/, '}'));
    const isCorrected = edition.corrections > line.dataset.corrections;
    const link = line.querySelector('a');
    // Where a link may lead: to a host, and without a user's name before it.
    const leads = /^https?:\/\/[^@\\/?#\s]+([/?#]|$)/.test(edition.url);
    if (leads && (isCorrected || edition.updated > line.dataset.updated)) {
      link.href = edition.url;
      link.textContent = isCorrected ? edition.corrected : edition.newer;
      line.dataset.state = 'old';
    }
  } catch {
    // Not to know is no fault of this copy's.
  }
}
