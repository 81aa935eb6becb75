//! Notes under the axis: that its scale is uneven, and what filters leave.

use std::rc::Rc;

use yew::prelude::*;

use super::button::Button;
use super::scene::Wiring;
use super::wording::matches;
use crate::state::Intent;

/// The properties of [`Notes`].
#[derive(PartialEq, Properties)]
pub struct NotesProps {
    /// What it is about, and where intents go.
    pub wiring: Rc<Wiring>,
    /// Whether crowded stretches have more room.
    pub is_even: bool,
    /// Whether there is a filter.
    pub is_filtered: bool,
    /// How many events it leaves.
    pub shown: usize,
}

/// What has to be said of the axis; what filters leave comes with the way back.
#[component]
pub fn Notes(NotesProps { wiring, is_even, is_filtered, shown }: &NotesProps) -> Html {
    let Wiring { scene, dispatch } = &**wiring;
    let labels = &scene.timeline.labels;
    let clear = Button { class: "clear", is_stop: true, intent: Some(Intent::ClearFilter), ..Button::default() };
    html! {
        <>
            if *is_even {
                <p class="note">{ &labels.even_note }</p>
            }
            if *is_filtered {
                <div class="result" translate="no">
                    <span>{ matches(&scene.timeline, *shown) }</span>
                    { clear.around(dispatch, html! { { &labels.clear } }) }
                </div>
            }
        </>
    }
}
