//! The search, and the choice of an era.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::scene::Wiring;
use crate::document::EraId;
use crate::state::Intent;

/// The properties of [`Find`].
#[derive(PartialEq, Properties)]
pub struct FindProps {
    /// What it is about, and where intents go.
    pub wiring: Rc<Wiring>,
    /// The text that is looked for.
    pub text: AttrValue,
    /// The era that is wanted.
    pub era: Option<EraId>,
}

/// The search field and, in documents with eras, the choice of one.
#[component]
pub fn Find(FindProps { wiring, text, era }: &FindProps) -> Html {
    let Wiring { scene, dispatch } = &**wiring;
    let labels = &scene.timeline.labels;
    let eras = &scene.timeline.eras;
    let oninput = dispatch.reform(|event: InputEvent| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Intent::Search(input.map(|input| input.value()).unwrap_or_default())
    });
    let onchange = dispatch.reform(|event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        // The first is for all of them.
        let era = select.and_then(|select| u16::try_from(select.selected_index() - 1).ok());
        Intent::PickEra(era.map(EraId))
    });
    html! {
        <>
            <input
                type="search"
                value={text}
                placeholder={labels.search.clone()}
                aria-label={labels.search.clone()}
                autocomplete="off"
                {oninput}
            />
            if !eras.is_empty() {
                // The options say it as well: the field has none yet when it is first told which one is chosen.
                <select
                    ~selectedIndex={era.map_or(0, |EraId(era)| u32::from(era) + 1)}
                    aria-label={labels.era.clone()}
                    {onchange}
                >
                    <option selected={era.is_none()}>{ &labels.all_eras }</option>
                    for (id, each) in (0..).map(EraId).zip(eras) {
                        <option selected={*era == Some(id)} lang={scene.timeline.own_lang()}>{ &each.label }</option>
                    }
                </select>
            }
        </>
    }
}
