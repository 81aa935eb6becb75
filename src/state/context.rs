//! What a state is about.

use super::filter::Filter;
use super::spans::Spans;
use crate::document::Timeline;

/// The document that a state is about, and what only the page can tell.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The document's marks and eras.
    pub timeline: &'a Timeline,
    /// The same as the axis sees them.
    pub spans: &'a Spans,
    /// Which events a filter leaves, by their words on the page. It is never asked for an empty filter.
    pub admit: &'a dyn Fn(&Filter) -> Vec<bool>,
    /// Whether the focus is on the axis: then it follows the tab stop, whatever is drawn anew.
    pub has_axis_focus: bool,
    /// Whether the list of events is too long to be printed whole: then a page of it is shown.
    pub has_pages: bool,
}
