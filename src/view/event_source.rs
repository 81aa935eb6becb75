//! Where the words of events come from that are not all printed.

use yew::Html;

use crate::document::EventId;

/// The words of every event of a document that is too long to be printed whole. The frame asks for them by this trait, so
/// that the program for documents that are printed whole holds nothing of how an event is printed.
pub trait EventSource {
    /// The title of an event.
    fn title(&self, id: EventId) -> String;

    /// The date of an event in words.
    fn date(&self, id: EventId) -> String;

    /// Appends all words of an event, for a search.
    fn words(&self, id: EventId, words: &mut String);

    /// The list items of some events, with ids of this prefix, under a headline of this level.
    fn items(&self, ids: &[EventId], prefix: &str, level: u8) -> Html;
}
