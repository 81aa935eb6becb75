//! What has to be said under the axis while crowded stretches have more room.

use yew::prelude::*;

use super::scene::Wiring;

/// That distances are not to scale, while they are not.
pub(super) fn notes(wiring: &Wiring, is_even: bool) -> Html {
    html! {
        if is_even {
            <p class="note">{ &wiring.scene.timeline.labels.even_note }</p>
        }
    }
}
