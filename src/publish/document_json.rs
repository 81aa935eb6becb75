//! The document as a browser fetches it by address.

use std::rc::Rc;

use serde::Serialize;

use crate::document::{Address, Document, Edition, Published};

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
