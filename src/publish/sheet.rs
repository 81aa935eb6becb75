//! The document as a browser fetches it by address.

use serde_json::json;

use super::jsonml::jsonml;
use super::{Address, timeline};
use crate::document::{Document, Published};
use crate::view::{self, Print};

/// The serialized form of [`Published`]: the timeline, and the words as JsonML. `all_events` is the address of the page
/// with all events (see [`super::Options`]).
pub fn sheet(document: &Document, all_events: Option<&Address>) -> String {
    let all_events = all_events.map(Address::as_str);
    let print = Print { prefix: &document.timeline.id, level: Published::LEVEL, all_events };
    let words = jsonml(&view::words(document, print));
    json!({ "timeline": timeline(document), "words": words }).to_string()
}
