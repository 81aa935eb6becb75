//! Buttons, and rows of them.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::dom::rove;
use crate::state::Intent;
use crate::view::draw::{Listen, el, listen};

/// A button: how it stands, and what it does.
#[derive(Clone, Default)]
pub(super) struct Button {
    /// Its class.
    pub class: &'static str,
    /// For one that can be on or off: whether it is on.
    pub pressed: Option<bool>,
    /// Whether it is the tab stop of its toolbar, or stands in none.
    pub is_stop: bool,
    /// What it does; nothing where there is nothing to do.
    pub intent: Option<Intent>,
}

impl Button {
    /// The button around its content.
    pub fn around(self, dispatch: &Callback<Intent>, content: Html) -> Html {
        let Button { class, pressed, is_stop, intent } = self;
        // Not `disabled`: that would take the focus away with it.
        let is_off = intent.is_none();
        let dispatch = dispatch.clone();
        let onclick: Listen = Rc::new(move |_| {
            if let Some(intent) = &intent {
                dispatch.emit(intent.clone());
            }
        });
        el!("button" {
            "type": "button",
            "class": class,
            "aria-pressed": pressed.map(truth),
            "aria-disabled": is_off.then_some("true"),
            "tabindex": if is_stop { "0" } else { "-1" },
        } [listen("click", onclick)] content)
    }
}

/// `true` or `false` as an attribute.
pub(super) fn truth(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// A row of buttons with one tab stop (WAI-ARIA: `toolbar`).
pub(super) fn button_row(class: &'static str, name: &str, buttons: Html) -> Html {
    let keys: Listen = Rc::new(|event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            rove(event);
        }
    });
    el!("div" { "class": class, "part": "toolbar", "role": "toolbar", "aria-label": name.to_owned() }
        [listen("keydown", keys)] buttons)
}
