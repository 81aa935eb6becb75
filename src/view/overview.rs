//! The whole span in a slim strip, with the visible window on it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::controls::Controls;
use super::number::{px, year};
use super::shape::{Act, living, on, own, several, svg, word};
use super::tools::STEP;
use crate::date::Day;
use crate::document::fill;
use crate::dom::x_of;
use crate::state::Action;
use crate::timeline::Viewport;

/// Height of the strip in CSS pixels.
pub(super) const HEIGHT: f64 = 32.0;
/// Width of a bar of the histogram in CSS pixels.
const BAR: f64 = 4.0;
/// Reach of a handle to either side of the window's edge, CSS pixels: two make a target of 24.
const GRIP: f64 = 12.0;
/// The part of the window that one press of an arrow key moves it by.
const NUDGE: f64 = 0.1;

/// What of the window a pointer holds.
#[derive(Clone, Copy, PartialEq)]
enum Grip {
    Start,
    Window,
    End,
}

impl Controls<'_> {
    /// The strip. One tab stop: arrow keys move the window, plus and minus change its length.
    pub fn overview(&self) -> Html {
        let words = &self.scene.timeline.words;
        let whole = self.state.whole();
        if !whole.is_drawable() {
            return Html::default();
        }
        let mirrored = |x: f64| if self.is_mirrored() { whole.width - x } else { x };
        let (a, b) = (whole.apply(self.viewport.start).max(0.0), whole.apply(self.viewport.end).min(whole.width));
        let (left, right) = if self.is_mirrored() { (mirrored(b), mirrored(a)) } else { (a, b) };
        let (from, to) = self.ends(&self.viewport);
        let on_pointer = self.on_overview();
        let listen = |kind| on(kind, on_pointer.clone());
        living!("svg" {
            "class": word("overview surface"), "part": word("overview"), "width": word("100%"), "height": px(HEIGHT),
            "translate": word("no"),
        } [
            listen("pointerdown"),
            listen("pointermove"),
            listen("pointerup"),
            listen("pointercancel"),
        ]
            svg!("path" { "class": word("density"), "d": AttrValue::from(self.density(&whole)) }),
            living!("g" {
                "class": word("window"),
                "role": word("slider"),
                "tabindex": word("0"),
                "aria-label": own(&words.overview),
                "aria-description": own(&words.overview_help),
                "aria-valuemin": word("0"),
                "aria-valuemax": word("100"),
                "aria-valuenow": px(100.0 * (a + b) / 2.0 / whole.width),
                "aria-valuetext": own(&fill(&words.window, &[("from", &from), ("to", &to)])),
            } [on("keydown", self.on_overview_key())]
                svg!("rect" {
                    "class": word("pane"), "x": px(left + 1.0), "y": word("1"), "width": px((right - left - 2.0).max(1.0)),
                    "height": px(HEIGHT - 2.0), "rx": word("3"),
                }),
                handle(left),
                handle(right),
            ),
        )
    }

    /// How many events lie where, as a path.
    fn density(&self, whole: &Viewport) -> String {
        let buckets = (whole.width / BAR).max(1.0) as usize;
        let counts = self.shown.marks.density(whole, buckets);
        let most = f64::from(counts.iter().copied().max().unwrap_or(0).max(1));
        let mut path = String::new();
        for (index, &count) in counts.iter().enumerate().filter(|&(_, &count)| count > 0) {
            // By the root, so that a lone event is seen beside a crowd.
            let height = 4.0 + (HEIGHT - 10.0) * (f64::from(count) / most).sqrt();
            let x = index as f64 * BAR;
            let x = if self.is_mirrored() { whole.width - x - BAR } else { x };
            for part in ["M", &px(x), " ", &px(HEIGHT - 3.0), "v-", &px(height), "h3v", &px(height), "z"] {
                path.push_str(part);
            }
        }
        path
    }

    /// The first and the last year, month or day that a window shows, in words.
    pub fn ends(&self, viewport: &Viewport) -> (String, String) {
        let words = &self.scene.timeline.words;
        let (start, end) = (self.state.scale.invert(viewport.start), self.state.scale.invert(viewport.end));
        let is_fine = end - start < 3.0 * 365.0;
        let in_words = |day: f64| {
            let civil = Day(day.floor() as i64).civil();
            let year = year(words, civil.year);
            match words.months.get(usize::from(civil.month) - 1) {
                Some(month) if is_fine => fill(month, &[("year", &year)]),
                _ => year,
            }
        };
        (in_words(start), in_words(end - 1.0))
    }

    fn on_overview(&self) -> Act {
        thread_local! {
            /// There is one pointer that drags, on one page.
            static HELD: Cell<Grip> = const { Cell::new(Grip::Window) };
        }
        let pointers = self.pointers.clone();
        let (act, whole, goal) = (self.act.clone(), self.state.whole(), self.state.goal());
        let is_mirrored = self.is_mirrored();
        Rc::new(move |event| {
            let Ok(event) = event.dyn_into::<PointerEvent>() else { return };
            let along = |x: f64| if is_mirrored { whole.width - x } else { x };
            let x = along(x_of(&event));
            let (a, b) = (whole.apply(goal.start), whole.apply(goal.end));
            match event.type_().as_str() {
                "pointerdown" => {
                    // In a short window the handles lie outside, and its middle moves it.
                    let inside = GRIP.min((b - a) / 4.0);
                    HELD.set(if x > a - GRIP && x < a + inside {
                        Grip::Start
                    } else if x < b + GRIP && x > b - inside {
                        Grip::End
                    } else {
                        Grip::Window
                    });
                    pointers.press(&event);
                }
                "pointermove" => {
                    if let Some(drag) = pointers.drag(&event) {
                        let place = Some(whole.invert(x));
                        act.emit(match HELD.get() {
                            Grip::Start => Action::Ends(place, None),
                            Grip::End => Action::Ends(None, place),
                            Grip::Window => {
                                Action::Shift((along(drag.to.0) - along(drag.from.0)) / whole.px_per_place())
                            }
                        });
                    }
                }
                "pointerup" if !pointers.is_dragging() => {
                    pointers.release(&event);
                    if HELD.get() == Grip::Window && (x < a || x > b) {
                        let half = (goal.end - goal.start) / 2.0;
                        let middle = whole.invert(x);
                        act.emit(Action::Ease(Some((middle - half, middle + half))));
                    }
                }
                _ => {
                    if pointers.release(&event) {
                        act.emit(Action::Settle);
                    }
                }
            }
        })
    }

    fn on_overview_key(&self) -> Act {
        let (act, goal, is_mirrored) = (self.act.clone(), self.state.goal(), self.is_mirrored());
        let span = self.state.whole();
        Rc::new(move |event| {
            let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let length = goal.end - goal.start;
            let forward = if is_mirrored { -length } else { length };
            let zoom = |factor| Action::Zoom { factor, x: goal.width / 2.0, eased: true };
            let to = |start: f64| Action::Ease(Some((start, start + length)));
            let action = match event.key().as_str() {
                "ArrowLeft" => to(goal.start - forward * NUDGE),
                "ArrowRight" => to(goal.start + forward * NUDGE),
                "ArrowDown" => to(goal.start - length * NUDGE),
                "ArrowUp" => to(goal.start + length * NUDGE),
                "PageDown" => to(goal.start - length),
                "PageUp" => to(goal.start + length),
                "Home" => to(span.start),
                "End" => to(span.end - length),
                "+" | "=" => zoom(STEP),
                "-" => zoom(1.0 / STEP),
                "0" => Action::Ease(None),
                _ => return,
            };
            event.prevent_default();
            act.emit(action);
        })
    }
}

/// The handle of one end of the window.
fn handle(x: f64) -> Html {
    several(vec![
        svg!("rect" { "class": word("grip"), "x": px(x - GRIP), "width": px(2.0 * GRIP), "height": px(HEIGHT) }),
        svg!("rect" {
            "class": word("handle"), "x": px(x - 3.0), "y": word("8"), "width": word("6"), "height": px(HEIGHT - 16.0),
            "rx": word("2"),
        }),
    ])
}
