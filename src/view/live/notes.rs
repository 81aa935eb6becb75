//! What has to be said under the axis while crowded stretches have more room.

use std::rc::Rc;

use yew::prelude::*;

use super::scene::Wiring;

/// The properties of [`Notes`].
#[derive(PartialEq, Properties)]
pub struct NotesProps {
    /// What it is about, and where intents go.
    pub wiring: Rc<Wiring>,
    /// Whether crowded stretches have more room.
    pub is_even: bool,
}

/// That distances are not to scale.
#[component]
pub fn Notes(NotesProps { wiring, is_even }: &NotesProps) -> Html {
    html! {
        if *is_even {
            <p class="note">{ &wiring.scene.timeline.labels.even_note }</p>
        }
    }
}
