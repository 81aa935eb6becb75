//! The width of an element, whenever it changes.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

use super::has_broken;

/// Watches the width of an element until it is dropped.
pub struct Resize {
    observer: ResizeObserver,
    // The browser calls it as long as the observer lives.
    _callback: Closure<dyn FnMut()>,
}

impl Resize {
    /// Calls back with the width of the element in CSS pixels, now-ish and at each change. `None` where the browser has
    /// no observer.
    pub fn new(element: &Element, on_width: impl Fn(f64) + 'static) -> Option<Resize> {
        let watched = element.clone();
        let callback = Closure::new(move || {
            if !has_broken() {
                on_width(f64::from(watched.client_width()));
            }
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Resize { observer, _callback: callback })
    }
}

impl Drop for Resize {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
