//! The keys of a toolbar (WAI-ARIA: `toolbar`): one tab stop, arrow keys between its buttons.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// To be called with the keys that go down in a toolbar: moves the focus, and the tab stop with it.
pub fn rove(event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let found = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(button) = found else { return };
    let Ok(Some(toolbar)) = button.closest("[role=\"toolbar\"]") else { return };
    let Ok(buttons) = toolbar.query_selector_all("button") else { return };
    let buttons = (0..buttons.length()).filter_map(|index| buttons.item(index)?.dyn_into::<HtmlElement>().ok());
    // What is not drawn takes no focus.
    let buttons: Vec<HtmlElement> = buttons.filter(|button| button.offset_width() > 0).collect();
    let Some(at) = buttons.iter().position(|other| **other == button) else { return };
    let is_mirrored = toolbar.matches(":dir(rtl)").unwrap_or(false);
    let last = buttons.len() - 1;
    let to = match (event.key().as_str(), is_mirrored) {
        ("ArrowRight", false) | ("ArrowLeft", true) => (at + 1) % (last + 1),
        ("ArrowLeft", false) | ("ArrowRight", true) => (at + last) % (last + 1),
        ("Home", _) => 0,
        ("End", _) => last,
        _ => return,
    };
    event.prevent_default();
    for (index, button) in buttons.iter().enumerate() {
        let _ = button.set_attribute("tabindex", if index == to { "0" } else { "-1" });
    }
    let _ = buttons[to].focus();
}
