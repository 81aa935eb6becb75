//! The document as a browser fetches it by address.

use std::rc::Rc;

use serde::Serialize;

use crate::document::{Address, Document, Edition, Published};

/// The longest document that the element reads, in UTF-16 units (`assets/element/fetching.js`).
pub const LONGEST: usize = 48_000_000;

/// No document becomes so many times longer than the author's file: emphasis on every other letter, the most that was
/// found, makes it some ten times longer.
const MOST_TIMES: usize = 20;

/// The length of a published document that is longer than the element reads, in UTF-16 units. `source` is the length of
/// the author's file in bytes, of which a short one need not be tried.
pub fn too_long(document: &Rc<Document>, source: usize) -> Option<usize> {
    if source * MOST_TIMES < LONGEST {
        return None;
    }
    let length = document_json(document, None).encode_utf16().count();
    (length > LONGEST).then_some(length)
}

/// What the first line tells copies, in the words of the document's language.
#[derive(Serialize)]
struct FirstLine<'a> {
    updated: &'a str,
    corrections: usize,
    url: Option<&'a str>,
    newer: &'a str,
    corrected: &'a str,
}

/// The serialized form of [`Published`]. `all_events` is the address of the page with all events (see
/// [`super::Options`]).
///
/// The first line is `{"edition":{…},`: printed copies read no more than that, to see whether they are still the newest.
/// It has the day of the last update, the number of corrections, and where the newest edition stands.
pub fn document_json(document: &Rc<Document>, all_events: Option<&Address>) -> String {
    let Edition { updated, corrections, url } = &document.content.edition;
    let labels = &document.content.labels;
    let first_line = FirstLine {
        updated,
        corrections: *corrections,
        url: url.as_ref().map(|url| url.as_str()),
        newer: &labels.newer,
        corrected: &labels.corrected,
    };
    let published = Published { all_events: all_events.cloned(), document: Rc::clone(document) };
    let [first_line, published] =
        [serde_json::to_string(&first_line), serde_json::to_string(&published)].map(|json| json.expect("plain data"));
    // The document goes on where the first line ends.
    ["{\"edition\":", &first_line, ",\n", &published[1..]].concat()
}
