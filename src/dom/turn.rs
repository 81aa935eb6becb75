//! On whose behalf this program works at the moment, and whether it still works.
//!
//! After a panic nothing of it may go on: what it had borrowed stays borrowed. What still listens to the page asks here
//! first, because a listener of a program that has broken cannot be taken away any more.

use std::cell::{Cell, RefCell};

use web_sys::HtmlElement;

thread_local! {
    static HOST: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
    static HAS_BROKEN: Cell<bool> = const { Cell::new(false) };
}

/// From here on the work is an element's, or nobody's.
pub fn begin_turn(host: Option<&HtmlElement>) {
    HOST.set(host.cloned());
}

/// The program has panicked. The element that it worked for last, if any.
pub fn break_turn() -> Option<HtmlElement> {
    HAS_BROKEN.set(true);
    HOST.take()
}

/// Whether the program has panicked.
pub fn has_broken() -> bool {
    HAS_BROKEN.get()
}
