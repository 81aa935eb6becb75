//! From event to event: the one before, the one after, and the address of the one that is shown.

use std::rc::Rc;

use yew::prelude::*;

use super::controls::{Button, Controls, icon, span, toolbar};
use super::shape::{Act, several, svg, text, word};
use crate::document::{EventId, fill};
use crate::dom::Address;
use crate::state::{Action, Said};

impl Controls<'_> {
    /// The row of buttons.
    pub fn steps(&self) -> Html {
        let words = &self.scene.timeline.words;
        let shown = self.shown.marks.shown();
        let copy: Act = {
            let (act, address) = (self.act.clone(), self.address());
            Rc::new(move |_| {
                let act = act.clone();
                Address::copy(&address, move |copied| {
                    act.emit(Action::Say(if copied { Said::Copied } else { Said::NotCopied }));
                });
            })
        };
        let copy = Button { class: "copy", pressed: None, is_stop: false, act: Some(copy) };
        let chain = "M6.5 9.5L9.5 6.5M7 4.5L9 2.5A3 3 0 0 1 13.5 7L11.5 9M9 11.5L7 13.5A3 3 0 0 1 2.5 9L4.5 7";
        toolbar(
            "steps",
            &words.toolbar,
            vec![
                self.step("back", "M10 3L5 8L10 13", &words.previous, self.state.previous(shown), true),
                svg!("p" { "class": word("position"), "dir": word("auto"), "translate": word("no") } text(&self.position())),
                copy.of(several(vec![icon(chain), span("name", &words.copy_link)])),
                self.step("on", "M6 3L11 8L6 13", &words.next, self.state.next(shown), false),
            ],
        )
    }

    /// "{n} of {total}" of the events that are shown.
    pub fn position(&self) -> String {
        let words = &self.scene.timeline.words;
        let shown = self.shown.marks.shown();
        let total = self.count(self.shown.len());
        match self.state.chosen.and_then(|EventId(id)| shown.binary_search(&id).ok()) {
            Some(place) => fill(&words.position, &[("n", &self.count(place as u32 + 1)), ("total", &total)]),
            None => fill(&words.count, &[("total", &total)]),
        }
    }

    fn step(&self, class: &'static str, arrow: &'static str, label: &str, to: Option<EventId>, is_stop: bool) -> Html {
        let button = Button { class, pressed: None, is_stop, act: to.map(|id| self.chooses(id)) };
        let words = match to {
            Some(id) => vec![
                span("unseen", &[label, ": "].concat()),
                span("when", &self.scene.date(id)),
                text(" "),
                span("what", &self.scene.title(id)),
            ],
            None => vec![text(label)],
        };
        button.of(several(vec![
            icon(arrow),
            svg!("span" { "class": word("to"), "translate": word("no") } several(words)),
        ]))
    }
}
