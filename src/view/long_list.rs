//! What a document too long to be printed whole brings with it.

use yew::Html;

use crate::document::EventId;
use crate::dom::Printed;

/// The list of a document too long to be printed whole: the words of its events, and their list items.
///
/// The frame asks for them by this trait, so that the program for documents that are printed whole, which nearly every
/// reader gets, holds nothing of how an event is printed.
pub trait LongList {
    /// The title of an event.
    fn title(&self, id: EventId) -> String;

    /// The date of an event in words.
    fn date(&self, id: EventId) -> String;

    /// Appends all words of an event, for a search.
    fn words(&self, id: EventId, words: &mut String);

    /// A list of some events that stands beside the printed one, for the slot `excerpt`.
    fn excerpt(&self, ids: &[EventId], printed: &Printed) -> Html;
}
