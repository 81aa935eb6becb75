//! Opens every answer, or closes them when all stand open.

use std::rc::Rc;

use yew::prelude::*;

use super::button::Button;
use super::scene::Scene;
use crate::state::Intent;

/// The properties of [`QuestionsButton`].
#[derive(PartialEq, Properties)]
pub struct QuestionsButtonProps {
    /// What is framed.
    pub scene: Rc<Scene>,
    /// Whether it opens them.
    pub opens: bool,
    /// Takes intents.
    pub dispatch: Callback<Intent>,
}

/// The button beside the heading of the questions.
#[component]
pub fn QuestionsButton(QuestionsButtonProps { scene, opens, dispatch }: &QuestionsButtonProps) -> Html {
    let labels = &scene.timeline.labels;
    let label = if *opens { &labels.show_all } else { &labels.hide_all };
    Button { class: "all", is_stop: true, intent: Some(Intent::ToggleAnswers), ..Button::default() }
        .around(dispatch, html! { { label } })
}
