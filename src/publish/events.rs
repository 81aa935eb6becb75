//! The plain page with all events, for documents too long to print whole.

use super::Address;
use super::element::html_text;
use crate::document::Document;
use crate::view;

/// A whole HTML document with every event, dressed by the page's stylesheet (`news-explainer.css`) at an address.
pub fn page_of_events(document: &Document, stylesheet: &Address) -> String {
    ["<!doctype html>\n", &html_text(view::page_of_events(document, stylesheet.as_str())), "\n"].concat()
}
