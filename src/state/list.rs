//! How the events are listed.

use crate::document::EventId;

/// How many events a page of a long document's list has.
pub const PAGE_LENGTH: usize = 50;

/// How the events are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Whether it shows all events, and not one as a card.
    pub is_open: bool,
    /// Whether the list stands without the axis.
    pub is_alone: bool,
    /// The event whose cluster is open as a list.
    pub opened: Option<EventId>,
    /// In long documents: the position among the shown events at which the list begins.
    pub first: usize,
    /// Whether the reader has turned to it: then it stays until something else is shown.
    pub is_turned: bool,
}
