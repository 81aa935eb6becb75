//! The document as a browser fetches it by address.

use serde_json::json;

use super::jsonml::jsonml;
use super::{Address, timeline};
use crate::document::{Document, Edition, Published};
use crate::view::{self, Print};

/// The serialized form of [`Published`]: the timeline, and the words as JsonML. `all_events` is the address of the page
/// with all events (see [`super::Options`]).
///
/// The first line is `{"edition":{…},`: printed copies read no more than that, to see whether they are still the newest.
/// It has the day of the last update, the number of corrections, and where the newest edition stands, in the words of
/// the document's language.
pub fn sheet(document: &Document, all_events: Option<&Address>) -> String {
    let all_events = all_events.map(Address::as_str);
    let print = Print { prefix: &document.timeline.id, level: Published::LEVEL, all_events, is_copy: false };
    let body = json!({ "timeline": timeline(document), "words": jsonml(&view::words(document, print)) }).to_string();
    let Edition { updated, corrections, url } = &document.content.edition;
    let words = &document.content.words;
    let edition = json!({
        "updated": updated,
        "corrections": corrections,
        "url": url.clone().map(String::from),
        "newer": words.newer,
        "corrected": words.corrected,
    });
    // The body goes on where the first line ends.
    format!("{{\"edition\":{edition},\n{}", &body[1..])
}
