//! Where on a surface a pointer is.

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, SvgGraphicsElement};

/// The x of a mouse's or other pointer's event in CSS pixels of the surface it happened on, from its left edge: the surface
/// may be drawn larger or smaller than it is, turned or mirrored.
pub fn x_of(event: &MouseEvent) -> f64 {
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let Some(surface) = surface(event) else { return x };
    let matrix = surface.dyn_ref::<SvgGraphicsElement>().and_then(SvgGraphicsElement::get_screen_ctm);
    match matrix {
        // Only turned or mirrored: browsers do not agree what else the matrix holds.
        Some(matrix) if matrix.a() < 0.0 || matrix.b() != 0.0 => {
            let (dx, dy) = (f64::from(matrix.e()), f64::from(matrix.f()));
            let [a, b, c, d] = [matrix.a(), matrix.b(), matrix.c(), matrix.d()].map(f64::from);
            (d * (x - dx) - c * (y - dy)) / (a * d - b * c)
        }
        _ => {
            let seen = surface.get_bounding_client_rect();
            let scale = f64::from(surface.client_width()) / seen.width();
            (x - seen.left()) * if scale.is_finite() && scale > 0.0 { scale } else { 1.0 }
        }
    }
}

/// The surface that an event happened on: Yew's `current_target` is the root of the whole tree.
fn surface(event: &MouseEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(".surface").ok()?
}
