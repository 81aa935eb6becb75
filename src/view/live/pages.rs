//! The list of events; of a document too long to be printed whole, a page of it at a time.

use std::rc::Rc;

use yew::prelude::*;

use super::button::Button;
use super::scene::Wiring;
use crate::document::EventId;
use crate::state::{Intent, PAGE_LENGTH};
use crate::timeline::EventIndex;

/// The properties of [`Pages`].
#[derive(PartialEq, Properties)]
pub struct PagesProps {
    /// What it is about, and where intents go.
    pub wiring: Rc<Wiring>,
    /// The events that are shown.
    pub shown: Rc<EventIndex>,
    /// The position among them at which the page begins.
    pub first: usize,
}

/// The printed list or, in long documents, a page of the whole list with ways to those before and after.
#[component]
pub fn Pages(PagesProps { wiring, shown, first }: &PagesProps) -> Html {
    let Wiring { scene, dispatch } = &**wiring;
    let labels = &scene.timeline.labels;
    let Some(list) = &scene.long_list else { return html! { <slot name="events" /> } };
    let turn = |label: &str, first: Option<usize>| {
        Button { class: "page", is_stop: true, intent: first.map(Intent::TurnPage), ..Button::default() }
            .around(dispatch, html! { { label } })
    };
    let before = (*first > 0).then(|| first.saturating_sub(PAGE_LENGTH));
    let after = Some(first + PAGE_LENGTH).filter(|&next| next < shown.len());
    let ids: Vec<EventId> = shown.shown().iter().skip(*first).take(PAGE_LENGTH).copied().map(EventId).collect();
    html! {
        <>
            { turn(&labels.earlier, before) }
            <slot name="excerpt" />
            { turn(&labels.later, after) }
            // For paper.
            <div class="printed"><slot name="events" /></div>
            { list.excerpt(&ids, &scene.printed) }
        </>
    }
}
