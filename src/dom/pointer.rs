//! The pointers that are down on an element, so that one can drag and two can pinch.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

/// A pointer has to move so far, in CSS pixels, before it drags: less is a click.
const SLACK: f64 = 4.0;

/// The pointers that are down, where they went down and where they are, as x in CSS pixels from the element's left edge.
#[derive(Default)]
pub struct Pointers {
    down: RefCell<Vec<Pointer>>,
}

#[derive(Clone, Copy)]
struct Pointer {
    id: i32,
    began: f64,
    x: f64,
    drags: bool,
}

impl Pointers {
    /// One goes down.
    pub fn press(&self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let x = x_of(event);
        let mut down = self.down.borrow_mut();
        down.retain(|pointer| pointer.id != event.pointer_id());
        if down.len() < 2 {
            down.push(Pointer { id: event.pointer_id(), began: x, x, drags: false });
        }
    }

    /// One moves: where the pointers that drag were, and where they are now. A single one is both of a pair.
    pub fn drag(&self, event: &PointerEvent) -> Option<Drag> {
        let mut down = self.down.borrow_mut();
        let both = down.len() == 2;
        let moved = down.iter().position(|pointer| pointer.id == event.pointer_id())?;
        let before = [down[0].x, down[down.len() - 1].x];
        let pointer = &mut down[moved];
        let x = x_of(event);
        if !pointer.drags && !both && (x - pointer.began).abs() < SLACK {
            return None;
        }
        if !pointer.drags {
            pointer.drags = true;
            // From now on it is ours, also outside, and ends in no click on a mark.
            if let Some(element) = surface(event) {
                let _ = element.set_pointer_capture(event.pointer_id());
            }
        }
        pointer.x = x;
        let now = [down[0].x, down[down.len() - 1].x];
        Some(Drag { began: down[0].began, from: (before[0], before[1]), to: (now[0], now[1]) })
    }

    /// Whether one drags.
    pub fn is_dragging(&self) -> bool {
        self.down.borrow().iter().any(|pointer| pointer.drags)
    }

    /// One goes up, or is taken by the browser. Says whether that ends a drag.
    pub fn release(&self, event: &PointerEvent) -> bool {
        let mut down = self.down.borrow_mut();
        let place = down.iter().position(|pointer| pointer.id == event.pointer_id());
        place.is_some_and(|place| down.remove(place).drags) && down.is_empty()
    }
}

/// A movement of one pointer, or of two.
#[derive(Clone, Copy, Debug)]
pub struct Drag {
    /// Where the first went down.
    pub began: f64,
    /// Where they were.
    pub from: (f64, f64),
    /// Where they are.
    pub to: (f64, f64),
}

/// The x of a mouse's or other pointer's event in CSS pixels from the left edge of the drawing it happened on.
pub fn x_of(event: &MouseEvent) -> f64 {
    let left = surface(event).map_or(0.0, |element| element.get_bounding_client_rect().left());
    f64::from(event.client_x()) - left
}

/// The drawing that an event happened on: Yew's `current_target` is the root of the whole tree.
fn surface(event: &MouseEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(".surface").ok()?
}
