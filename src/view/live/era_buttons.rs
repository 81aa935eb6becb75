//! The eras on the axis as buttons, each of which shows its era.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::scene::Wiring;
use crate::document::EraId;
use crate::state::Intent;
use crate::timeline::{BUCKET_MIN, Layout, targets_of_bands};
use crate::view::draw::{Canvas, el, keyed, listen, px, several};

/// The buttons over the bands with the eras' names, none narrower than the smallest target.
pub(super) fn era_buttons(wiring: &Wiring, canvas: &Canvas, layout: &Layout) -> Html {
    let Wiring { scene, dispatch } = wiring;
    let timeline = &scene.timeline;
    let stretches = targets_of_bands(&layout.bands, canvas.width, BUCKET_MIN);
    let buttons = layout.bands.iter().zip(stretches).map(|(band, x)| {
        let intent = Intent::ShowEra(EraId(band.era));
        let click = {
            let (dispatch, intent) = (dispatch.clone(), intent.clone());
            listen("click", Rc::new(move |_| dispatch.emit(intent.clone())))
        };
        let dispatch = dispatch.clone();
        let keys = listen(
            "keydown",
            Rc::new(move |event| {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                if matches!(key.as_deref(), Some("Enter" | " ")) {
                    event.prevent_default();
                    // The axis would choose the mark that has the tab stop.
                    event.stop_propagation();
                    dispatch.emit(intent.clone());
                }
            }),
        );
        let button = el!("rect" {
            "class": "era",
            "x": canvas.left(x),
            "y": "0",
            "width": canvas.length(x.length()),
            "height": px(canvas.form.band_height()),
            "role": "button",
            "lang": timeline.own_lang(),
            "tabindex": "0",
            "data-era": band.era.to_string(),
            "aria-label": timeline.eras[usize::from(band.era)].label.clone(),
        } [click, keys]);
        keyed(band.era, button)
    });
    el!("g" { "role": "group", "aria-label": timeline.labels.eras.clone() } several(buttons.collect()))
}
