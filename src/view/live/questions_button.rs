//! Opens every answer, or closes them when all stand open.

use std::rc::Rc;

use yew::prelude::*;

use super::button::Button;
use super::scene::Wiring;
use crate::dom::text_of;
use crate::state::Intent;

/// The properties of [`QuestionsButton`].
#[derive(PartialEq, Properties)]
pub struct QuestionsButtonProps {
    /// What it is about, and where intents go.
    pub wiring: Rc<Wiring>,
    /// Whether it opens them.
    pub opens: bool,
}

/// The button beside the heading of the questions.
#[component]
pub fn QuestionsButton(QuestionsButtonProps { wiring, opens }: &QuestionsButtonProps) -> Html {
    let Wiring { scene, dispatch } = &**wiring;
    let labels = &scene.timeline.labels;
    let label = if *opens { &labels.show_all } else { &labels.hide_all };
    // Who does not see that it stands beside their heading hears of what it is all.
    let heading = text_of(scene.printed.host(), ":scope > .explainer-faq-head");
    Button { class: "all", is_stop: true, intent: Some(Intent::ToggleAnswers), ..Button::default() }
        .around(dispatch, html! { <>{ label }<span class="unseen">{ ": " }{ heading }</span></> })
}
