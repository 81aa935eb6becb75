//! The living list of a document too long to be printed whole: any of its events, as they are printed.

use std::rc::Rc;

use yew::prelude::*;

use super::event_item::EventItem;
use super::{Print, PrintOptions, Selection, first_links};
use crate::document::{Document, EventId, PRINTED_EVENTS, Stance, Status, plain_run, plain_words};
use crate::dom::Printed;
use crate::view::LongList;
use crate::view::draw::el;

/// The events of a document too long to be printed whole.
#[derive(Debug)]
pub struct LivingList {
    document: Rc<Document>,
}

impl LivingList {
    /// Those of a document.
    pub fn new(document: &Rc<Document>) -> LivingList {
        LivingList { document: Rc::clone(document) }
    }
}

impl LongList for LivingList {
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
        if let Some(card) = &event.card {
            words.extend([&card.title, " ", card.url.host(), " "]);
            plain_run(&card.caption, words);
        }
        if let Some(media) = &event.media {
            plain_run(&media.caption, words);
        }
        plain_words(&event.body, words);
        for claim in &event.claims {
            let stance = match claim.stance {
                Stance::Asserts => &labels.asserts,
                Stance::Denies => &labels.denies,
                Stance::Recounts => &labels.recounts,
            };
            words.extend([" ", stance, " ", &claim.by, " "]);
            plain_run(&claim.says, words);
        }
    }

    fn excerpt(&self, ids: &[EventId], printed: &Printed) -> Html {
        let Some(list) = printed.list() else { return Html::default() };
        let options = PrintOptions {
            prefix: printed.prefix().to_owned(),
            level: printed.heading_level(),
            ..PrintOptions::new(&self.document)
        };
        // Links lead to events and sources within the page: every event is in this list, sooner or later.
        let print = Rc::new(Print {
            document: Rc::clone(&self.document),
            options,
            selection: Selection::LivingList,
            absent_references: Vec::new(),
            told_at: first_links(&self.document),
        });
        let items = html! {
                <section class="explainer-era">
                    <ol>
                        for event in ids.iter().copied() {
                            // What is printed has its id already.
                            <EventItem
                                key={event.0}
                                print={&print}
                                {event}
                                below={2}
                                has_id={event.0 as usize >= PRINTED_EVENTS}
                            />
                        }
                    </ol>
                </section>
        };
        // Of the printed list's class, by which it gets its styles.
        let excerpt = el!("section" {
            "slot": "excerpt",
            "class": list.get_attribute("class"),
            "lang": print.lang(),
            "dir": print.dir(),
            "translate": "no",
        } items);
        create_portal(excerpt, printed.host().clone().into())
    }
}
