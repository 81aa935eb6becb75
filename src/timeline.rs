//! Where things stand on the axis: days in, CSS pixels out, plain values only.
//!
//! A *place* is a point of the axis in its own unit. [`Scale`] says at which place a day stands: on the linear scale a
//! place is the day, on the even scale crowded stretches of time have more places than days. Everything that stands
//! apart or together does so by places; dates, lanes and eras are in days. [`Viewport`] is the window of places that
//! is drawn on so many CSS pixels. The rest of the application asks the scale and keeps to places.
//!
//! *Data structure:* sorted arrays and binary search. [`Marks`] files the events by the binary order of their length,
//! and sorts each such class by the events' middles. A point belongs to the bucket of 2^k places that contains it
//! ([`Cluster`]), so its number of events is the difference of two positions in an array; a stretch of time long enough
//! to be seen is a [`Bar`] in a lane that never changes. Arrays, because they are built by one sort, take 17 bytes an
//! event (8 more where long ones crowd) and are never changed: a filter, like another scale, builds new ones. A tree or
//! a grid of counts would have to be built for every level of zoom to answer the same.
//!
//! *Costs:* `Marks::new` is O(n log n), in fact one pass over events that come sorted. [`layout`] is O(visible · log n),
//! visible being at most one bucket every 24 px; [`Marks::count`] and [`Layout::holder`] are O(log n),
//! [`Marks::density`] is O(parts · log n); a class's few dozen binary orders count as constant.
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
mod viewport;

pub use clusters::{BUCKET_MIN, Cluster};
pub use form::Form;
pub use labels::{Candidate, Placed, place};
pub use lanes::MAX_LANES;
pub use layout::{Band, Bar, Holder, Layout, layout};
pub use marks::{Marks, Span};
pub use order::order;
pub use scale::Scale;
pub use ticks::{Step, Tick, ticks};
pub use viewport::Viewport;
