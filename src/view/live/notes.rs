//! Notes under the axis: that its scale is uneven, and what filters leave.

use std::rc::Rc;

use yew::prelude::*;

use super::button::Button;
use super::scene::Scene;
use super::wording::matches;
use crate::state::Intent;

/// The properties of [`Notes`].
#[derive(PartialEq, Properties)]
pub struct NotesProps {
    /// What is framed.
    pub scene: Rc<Scene>,
    /// Whether crowded stretches have more room.
    pub is_even: bool,
    /// Whether there is a filter.
    pub is_filtered: bool,
    /// How many events it leaves.
    pub shown: usize,
    /// Takes intents.
    pub dispatch: Callback<Intent>,
}

/// What has to be said of the axis; what filters leave comes with the way back.
#[component]
pub fn Notes(NotesProps { scene, is_even, is_filtered, shown, dispatch }: &NotesProps) -> Html {
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
