//! The legend as a filter: its entries, word for word and at the same place, as buttons.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Button, button_row};
use super::scene::Wiring;
use crate::document::Status;
use crate::state::{Filter, FilterEntry, Intent};

/// The properties of [`Filters`].
#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    /// What it is about, and where intents go.
    pub wiring: Rc<Wiring>,
    /// What is wanted now.
    pub filter: Filter,
}

/// The entries of the legend; nothing where there is nothing to filter by, since the printed legend says what there is to
/// say.
#[component]
pub fn Filters(FiltersProps { wiring, filter }: &FiltersProps) -> Html {
    let Wiring { scene, dispatch } = &**wiring;
    let first = scene.legend.iter().position(|(entry, _)| entry.is_some());
    let entries = scene.legend.iter().enumerate().map(|(position, (entry, content))| match entry {
        Some(entry) => Button {
            class: match entry {
                FilterEntry::Category(_) => "entry",
                FilterEntry::Status(Status::Confirmed) => "entry confirmed",
                FilterEntry::Status(Status::Alleged) => "entry alleged",
                FilterEntry::Status(Status::Disputed) => "entry disputed",
            },
            pressed: Some(filter.has(*entry)),
            is_stop: first == Some(position),
            intent: Some(Intent::ToggleFilter(*entry)),
        }
        .around(dispatch, content.clone()),
        None => html! { <span class="entry">{ content.clone() }</span> },
    });
    html! {
        if first.is_some() {
            { button_row("filters", &scene.timeline.labels.filters, entries.collect()) }
        }
    }
}
