//! Where on a surface a pointer is.

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// The x of a mouse's or other pointer's event in CSS pixels from the left edge of the surface it happened on.
pub fn x_of(event: &MouseEvent) -> f64 {
    let left = surface(event).map_or(0.0, |element| element.get_bounding_client_rect().left());
    f64::from(event.client_x()) - left
}

/// The surface that an event happened on: Yew's `current_target` is the root of the whole tree.
fn surface(event: &MouseEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(".surface").ok()?
}
