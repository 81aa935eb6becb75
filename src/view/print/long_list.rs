//! The living list of a document too long to be printed whole: any of its events, as they are printed.

use std::rc::Rc;

use yew::prelude::*;

use super::event_item::EventItem;
use super::{Print, PrintOptions, Selection};
use crate::document::{Document, EventId, PRINTED_EVENTS, Stance, Status, plain_run, plain_words};
use crate::view::EventSource;

/// The events of a document too long to be printed whole.
#[derive(Debug)]
pub struct LongList {
    document: Rc<Document>,
}

impl LongList {
    /// Those of a document.
    pub fn new(document: &Rc<Document>) -> LongList {
        LongList { document: Rc::clone(document) }
    }
}

impl EventSource for LongList {
    fn title(&self, id: EventId) -> String {
        self.document.event(id).1.title.clone()
    }

    fn date(&self, id: EventId) -> String {
        self.document.event(id).1.date.plain()
    }

    fn words(&self, id: EventId, words: &mut String) {
        let labels = &self.document.content.labels;
        let (mark, event) = self.document.event(id);
        let mut push = |text: &str| words.extend([text, " "]);
        push(&event.date.plain());
        if let Some(category) = self.document.timeline.category(id) {
            push(&category.label);
        }
        push(match mark.status {
            Status::Confirmed => &labels.confirmed,
            Status::Alleged => &labels.alleged,
            Status::Disputed => &labels.disputed,
        });
        push(&event.title);
        if let Some(media) = &event.media {
            plain_run(&media.caption, words);
        }
        plain_words(&event.body, words);
        for claim in &event.claims {
            words.push(' ');
            words.push_str(if claim.stance == Stance::Asserts { &labels.asserts } else { &labels.denies });
            words.extend([" ", &claim.by, " "]);
            plain_run(&claim.says, words);
        }
    }

    fn items(&self, ids: &[EventId], prefix: &str, level: u8) -> Html {
        let options = PrintOptions { prefix: prefix.to_owned(), level, ..PrintOptions::new(&self.document) };
        // Links lead to events and sources within the page: every event is in this list, sooner or later.
        let print = Rc::new(Print {
            document: Rc::clone(&self.document),
            options,
            selection: Selection::LivingList,
            absent_references: Vec::new(),
        });
        html! {
            for event in ids.iter().copied() {
                // What is printed has its id already.
                <EventItem key={event.0} print={&print} {event} below={2} has_id={event.0 as usize >= PRINTED_EVENTS} />
            }
        }
    }
}
