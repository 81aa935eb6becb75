//! In documents too long to print whole: the part of the list that is on the page.

use yew::prelude::*;

use super::controls::{Button, Controls};
use super::frame::slot;
use super::scene::{Scene, Shown};
use super::shape::{several, svg, text, word};
use crate::document::EventId;
use crate::state::{Action, State};
use crate::timeline::Viewport;

/// How many events the page holds at once.
const LENGTH: usize = 50;

/// The place among the shown events where the list begins: where the reader has turned to, else around the chosen event
/// if the window shows it, else with the window.
fn first(state: &State, shown: &Shown, viewport: &Viewport) -> usize {
    let events = shown.marks.shown();
    if let Some(page) = state.page {
        return (page as usize).min(events.len().saturating_sub(1));
    }
    let place = |id: u32| state.scale.apply(shown.marks.span(id).start);
    let begin = events.partition_point(|&id| place(id) < viewport.start);
    match state.chosen {
        Some(EventId(id)) if shown.marks.is_shown(id) && viewport.start <= place(id) && place(id) < viewport.end => {
            events.partition_point(|&event| event < id) / LENGTH * LENGTH
        }
        _ => begin / LENGTH * LENGTH,
    }
}

/// The events in the list, in documents that print only some; `None` in all others.
pub(super) fn ids(scene: &Scene, state: &State, shown: &Shown, viewport: &Viewport) -> Option<Vec<u32>> {
    scene.timeline.rows.as_ref()?;
    let first = first(state, shown, viewport);
    Some(shown.marks.shown().iter().copied().skip(first).take(LENGTH).collect())
}

impl Controls<'_> {
    /// The list of events; in long documents a part of it, with ways to the parts before and after.
    pub fn pages(&self) -> Html {
        let words = &self.scene.timeline.words;
        if self.scene.timeline.rows.is_none() {
            return slot("events");
        }
        let first = first(self.state, self.shown, &self.viewport);
        let turn = |label: &str, page: Option<usize>| {
            let act = page.map(|page| self.does(Action::Page(page as u32)));
            Button { class: "page", pressed: None, is_stop: true, act }.of(text(label))
        };
        let before = (first > 0).then(|| first.saturating_sub(LENGTH));
        let after = Some(first + LENGTH).filter(|&next| next < self.shown.marks.len());
        several(vec![
            turn(&words.earlier, before),
            slot("excerpt"),
            turn(&words.later, after),
            // For paper.
            svg!("div" { "class": word("printed") } slot("events")),
        ])
    }
}
