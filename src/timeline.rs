//! Where things stand on the axis: days in, CSS pixels out, plain values only.
//!
//! [`Marks`] is built once per document; [`layout`] then answers every frame in O(visible + log n) from sorted arrays
//! and binary search. A point in time belongs to the bucket of a power-of-two number of days that contains it
//! ([`clusters`](Cluster)); a stretch of time long enough to be seen is a [`Bar`] in a lane that never changes.
//!
//! x runs to the right in CSS pixels from the left edge of the axis; days run as in [`crate::date`], as `f64`, so that
//! noon of a day is its number plus a half. Every function is total: an empty, reversed, zero-width or non-finite
//! viewport gives an empty layout.
//!
//! *Invariant:* knows no documents, no words and no Yew.

mod clusters;
mod form;
mod labels;
mod lanes;
mod layout;
mod marks;
mod order;
mod scale;
mod ticks;

pub use clusters::{BUCKET_MIN, Cluster};
pub use form::Form;
pub use labels::{Candidate, Placed, place};
pub use lanes::MAX_LANES;
pub use layout::{Band, Bar, Layout, layout};
pub use marks::{Marks, Span};
pub use order::order;
pub use scale::Viewport;
pub use ticks::{Step, Tick, ticks};
