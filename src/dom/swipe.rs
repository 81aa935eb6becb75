//! A swipe: one finger that goes sideways over an element.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::has_broken;

/// How far a finger has to go, CSS pixels.
const FAR: f64 = 48.0;
/// How many times farther sideways than up or down.
const SIDEWAYS: f64 = 2.0;

/// Listens until it is dropped. The element's style leaves movements up and down to the browser (`touch-action: pan-y`),
/// which then takes the pointer away, so that scrolling is never a swipe.
#[must_use = "nothing is heard once this is dropped"]
pub struct Swipe {
    _listeners: [EventListener; 3],
}

impl Swipe {
    /// Calls back with whether a finger went to the right, at each swipe over an element.
    pub fn new(element: &Element, callback: impl Fn(bool) + 'static) -> Swipe {
        let began = Rc::new(Cell::new(None));
        let place = |event: &web_sys::Event| -> Option<(i32, f64, f64)> {
            let pointer = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.pointer_type() == "touch")?;
            Some((pointer.pointer_id(), f64::from(pointer.client_x()), f64::from(pointer.client_y())))
        };
        let down = {
            let began = began.clone();
            // A second finger is no swipe.
            move |event: &_| began.set(place(event).filter(|_| began.get().is_none()))
        };
        let cancelled = began.clone();
        let up = move |event: &_| {
            let ends = began.take().zip(place(event)).filter(|(from, to)| from.0 == to.0);
            let Some(((_, from_x, from_y), (_, to_x, to_y))) = ends else { return };
            let (across, down) = (to_x - from_x, to_y - from_y);
            if across.abs() >= FAR && across.abs() > down.abs() * SIDEWAYS && !has_broken() {
                callback(across > 0.0);
            }
        };
        // The browser scrolls with it.
        let cancel = move |_: &_| cancelled.set(None);
        Swipe {
            _listeners: [
                EventListener::new(element, "pointerdown", down),
                EventListener::new(element, "pointerup", up),
                EventListener::new(element, "pointercancel", cancel),
            ],
        }
    }
}
