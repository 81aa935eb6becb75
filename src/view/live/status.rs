//! What a screen reader is told, in one sentence; all readers see what became of copying.

use yew::prelude::*;

use super::scene::{Scene, Wiring};
use super::wording::{ends, matches, number, position};
use crate::document::fill;
use crate::dom::PageAddress;
use crate::state::{Spoken, State};
use crate::view::draw::{el, text};

/// The outcome of what was done last.
pub(super) fn status(wiring: &Wiring, state: &State) -> Html {
    let scene = &wiring.scene;
    let is_seen = matches!(state.spoken, Spoken::Copied | Spoken::NotCopied);
    let class = if is_seen { "toast" } else { "unseen" };
    el!("p" { "class": class, "role": "status", "translate": "no" } text(&sentence(scene, state)))
}

fn sentence(scene: &Scene, state: &State) -> String {
    let timeline = &*scene.timeline;
    let labels = &timeline.labels;
    match state.spoken {
        Spoken::Nothing | Spoken::Slider => String::new(),
        Spoken::Choice => match state.chosen {
            Some(id) => {
                let position = position(timeline, state.position(), state.shown.len());
                [&*position, ": ", &*scene.title(id)].concat()
            }
            None => String::new(),
        },
        // Said of where it goes, once.
        Spoken::Window => {
            let count = state.shown.count(state.window.goal().window);
            let (from, to) = ends(timeline, state.window.time());
            fill(&labels.window_said, &[("from", &from), ("to", &to), ("n", &number(timeline, count as usize))])
        }
        Spoken::Filter => matches(timeline, state.shown.len()),
        Spoken::Copied => labels.copied.clone(),
        Spoken::NotCopied => {
            let fragment = state.address().fragment(scene.printed.prefix(), timeline);
            fill(&labels.not_copied, &[("address", &PageAddress::handed_on(&fragment))])
        }
    }
}
