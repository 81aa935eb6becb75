//! The search.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::scene::Wiring;
use crate::state::Intent;

/// The search field. Enter goes from one of the found events to the next, with Shift to the one before.
pub(super) fn find(wiring: &Wiring, text: &str) -> Html {
    let Wiring { scene, dispatch } = wiring;
    let label = &scene.timeline.labels.search;
    let oninput = dispatch.reform(|event: InputEvent| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Intent::Search(input.map(|input| input.value()).unwrap_or_default())
    });
    let onkeydown = {
        let (dispatch, is_looking) = (dispatch.clone(), !text.trim().is_empty());
        move |event: KeyboardEvent| {
            // What fills in fields sends events of this name that are of no key. While a word is put together from several
            // keys, Enter ends it.
            let is_key = event.is_instance_of::<KeyboardEvent>();
            if is_key && event.key() == "Enter" && is_looking && !event.is_composing() {
                event.prevent_default();
                dispatch.emit(Intent::NextFound { is_back: event.shift_key() });
            }
        }
    };
    html! {
        <input
            type="search"
            value={text.to_owned()}
            placeholder={label.clone()}
            aria-label={label.clone()}
            autocomplete="off"
            {oninput}
            {onkeydown}
        />
    }
}
