//! Drawing helpers that know no state: the same for the still picture and for the living axis.
//!
//! x is written in percent of the width where the picture has to fit a range of widths, and in CSS pixels where the
//! width is known; y is in CSS pixels always. What has a size of its own stands in a nested `<svg>` at its place, so
//! that only places stretch. In a right-to-left document time runs to the left ([`Canvas`]).
//!
//! These are functions and no components, because an axis is drawn anew as a whole in every frame of a movement; and with
//! [`el!`], because `html!` in `ground.rs` and `titles.rs` alone makes the reader's Wasm 367 bytes larger (brotli).

mod axis_labels;
mod bar;
mod canvas;
mod chosen_day;
mod el;
mod glyph;
mod ground;
mod icon;
mod mark;
mod number;
mod tick_label;
mod titles;

pub(super) use canvas::{Canvas, Unit};
pub(super) use chosen_day::chosen_day;
pub(super) use el::{IntoAttribute, Listen, el, element, keyed, listen, listening, several, text};
pub(super) use glyph::{Precision, cluster, glyph, status_class};
pub(super) use ground::ground;
pub(super) use icon::{Icon, icon, legend_icon};
pub(super) use mark::mark;
pub(super) use number::px;
pub(super) use tick_label::moment_label;
pub(super) use titles::titles;
