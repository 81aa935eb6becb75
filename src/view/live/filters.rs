//! The legend as a filter: its entries, word for word and at the same place, as buttons.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Button, button_row};
use super::scene::Wiring;
use crate::document::Status;
use crate::state::{Filter, FilterEntry, Intent};
use crate::view::draw::several;

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
    let (mut buttons, mut words) = (Vec::new(), Vec::new());
    for (entry, content) in &scene.legend {
        let content = content.clone();
        match entry {
            Some(entry) => {
                let button = Button {
                    class: match entry {
                        FilterEntry::Category(_) => "entry",
                        FilterEntry::Status(Status::Confirmed) => "entry confirmed",
                        FilterEntry::Status(Status::Alleged) => "entry alleged",
                        FilterEntry::Status(Status::Disputed) => "entry disputed",
                    },
                    pressed: Some(filter.has(*entry)),
                    is_stop: buttons.is_empty(),
                    intent: Some(Intent::ToggleFilter(*entry)),
                };
                buttons.push(button.around(dispatch, content));
            }
            None => words.push(html! { <span class="entry">{ content }</span> }),
        }
    }
    html! {
        if !buttons.is_empty() {
            // A toolbar holds controls alone, so the words that only explain stand after it.
            <div class="filters" part="toolbar">
                { button_row("buttons", &scene.timeline.labels.filters, several(buttons)) }
                { several(words) }
            </div>
        }
    }
}
