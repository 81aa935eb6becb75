//! The plain page with all events, for documents too long to print whole.

use std::rc::Rc;

use super::render::render;
use crate::document::{Address, Document};
use crate::view::print::{PageOfEvents, PageOfEventsProps};

/// A whole HTML document with every event, styled by the page's stylesheet (`news-explainer.css`) at an address.
pub fn page_of_events(document: &Rc<Document>, stylesheet: &Address) -> String {
    let props = PageOfEventsProps { document: Rc::clone(document), stylesheet: stylesheet.clone() };
    ["<!doctype html>\n", &render::<PageOfEvents>(props), "\n"].concat()
}
