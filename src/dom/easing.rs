//! An easing: frame after frame until its time is over.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};

use super::has_broken;

/// An easing under way. Dropped, it stops where it is.
#[must_use = "the easing stops when this is dropped"]
pub struct Easing {
    _frame: Rc<RefCell<Option<AnimationFrame>>>,
}

impl Easing {
    /// Calls back in each frame of so many milliseconds with how much of the way is done, from 0 to 1; at once with 1 where
    /// the reader wants no motion.
    pub fn new(duration: f64, on_frame: impl Fn(f64) + 'static) -> Easing {
        let frame = Rc::new(RefCell::new(None));
        if wants_no_motion() {
            on_frame(1.0);
        } else {
            next(&frame, duration, None, Rc::new(on_frame));
        }
        Easing { _frame: frame }
    }
}

fn next(slot: &Rc<RefCell<Option<AnimationFrame>>>, duration: f64, began: Option<f64>, on_frame: Rc<dyn Fn(f64)>) {
    let weak = Rc::downgrade(slot);
    let frame = request_animation_frame(move |now| {
        if has_broken() {
            return;
        }
        let began = began.unwrap_or(now);
        let done = (now - began) / duration;
        on_frame(done.min(1.0));
        if done < 1.0
            && let Some(slot) = weak.upgrade()
        {
            next(&slot, duration, Some(began), on_frame.clone());
        }
    });
    *slot.borrow_mut() = Some(frame);
}

/// Whether the reader has asked for no motion.
pub fn wants_no_motion() -> bool {
    let query = gloo::utils::window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
