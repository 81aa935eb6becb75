//! From event to event: the one before, the one after, and the address of the one that is shown.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Button, button_row};
use super::scene::Wiring;
use super::wording::position;
use crate::document::EventId;
use crate::state::Intent;
use crate::view::draw::{Icon, icon};

/// The properties of [`Steps`].
#[derive(PartialEq, Properties)]
pub struct StepsProps {
    /// What it is about, and where intents go.
    pub wiring: Rc<Wiring>,
    /// The event before the chosen one.
    pub previous: Option<EventId>,
    /// The event after it.
    pub next: Option<EventId>,
    /// The position of the chosen event, from 0.
    pub position: Option<usize>,
    /// How many events are shown.
    pub shown: usize,
}

/// The row of steps.
#[component]
pub fn Steps(StepsProps { wiring, previous, next, position: at, shown }: &StepsProps) -> Html {
    let Wiring { scene, dispatch } = &**wiring;
    let labels = &scene.timeline.labels;
    let copy = Button { class: "copy", intent: Some(Intent::CopyAddress), ..Button::default() };
    let step = |button: Button, drawing, label: &str, to: Option<EventId>| {
        let content = html! {
            <>
                { icon(drawing) }
                <span class="to" translate="no">
                    if let Some(id) = to {
                        <span class="unseen">{ label }{ ": " }</span>
                        <span class="when">{ scene.date(id) }</span>{ " " }
                        <span class="what">{ scene.title(id) }</span>
                    } else {
                        <span class="what">{ label }</span>
                    }
                </span>
            </>
        };
        button.around(dispatch, content)
    };
    let previous_step =
        Button { class: "previous", is_stop: true, intent: previous.map(|_| Intent::Previous), ..Button::default() };
    let next_step = Button { class: "next on", intent: next.map(|_| Intent::Next), ..Button::default() };
    let buttons = html! {
        <>
            { step(previous_step, Icon::PREVIOUS, &labels.previous, *previous) }
            { step(next_step, Icon::NEXT, &labels.next, *next) }
            { copy.around(dispatch, html! { <>{ icon(Icon::CHAIN) }<span class="name">{ &labels.copy_link }</span></> }) }
        </>
    };
    // Seen between the two: a toolbar holds controls alone.
    html! {
        <div class="steps" part="toolbar">
            { button_row("buttons", &labels.toolbar, buttons) }
            <p class="position" dir="auto" translate="no">{ position(&scene.timeline, *at, *shown) }</p>
        </div>
    }
}
