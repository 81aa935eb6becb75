//! What travels with a document too long to print whole: the words of all its events.

use std::borrow::Cow;

use serde_json::Value;

use super::jsonml::jsonml;
use crate::document::{Document, Event, PRINTED_EVENTS, Published, Rows, Timeline};
use crate::view;

/// The timeline as it is published: with [`Rows`] where not all events are printed.
pub(super) fn timeline(document: &Document) -> Cow<'_, Timeline> {
    let timeline = &document.timeline;
    if timeline.marks.len() > PRINTED_EVENTS {
        Cow::Owned(Timeline { rows: Some(rows(document)), ..timeline.clone() })
    } else {
        Cow::Borrowed(timeline)
    }
}

fn rows(document: &Document) -> Rows {
    let events = || document.content.groups.iter().flat_map(|group| &group.events);
    let title = |event: &Event| event.title.clone();
    let date = |event: &Event| event.date.plain();
    Rows {
        titles: events().map(title).collect(),
        dates: events().map(date).collect(),
        items: view::items(document, Published::LEVEL)
            .map(|item| jsonml(&item).first().map(Value::to_string).unwrap_or_default())
            .collect(),
    }
}
