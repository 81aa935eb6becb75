//! Where things stand on the axis: moments in, CSS pixels out, plain values only.
//!
//! A [`Place`] is a point of the axis in its own unit. [`Scale`] says at which place a moment stands: on the linear scale
//! a place is the moment, on the even scale crowded stretches of time have more places than days. Everything that stands
//! apart or together does so by places; dates, lanes and eras are in time. [`Viewport`] is the window of places that is
//! drawn on so many CSS pixels. The rest of the application asks the scale and keeps to places.
//!
//! *Data structure:* sorted arrays and binary search. [`EventIndex`] files the events by the binary order of their
//! length, and sorts each such class by the events' middles. A point belongs to the bucket of 2^k places that contains
//! it, so the number of those that have no mark of their own ([`Point`]) is the difference of two positions in an array
//! ([`Cluster`]); a stretch of time long enough to be seen is a [`Bar`] in a lane that never changes. Arrays, because they
//! are built by one sort, take 21 bytes an event and are never changed: a filter, like another scale, builds new ones. A tree
//! or a grid of counts would have to be built for every level of zoom to answer the same.
//!
//! *Costs:* `EventIndex::new` is O(n log n), in fact one pass over events that come sorted. [`layout`] is
//! O(visible · log n), visible being at most one bucket, and a column of marks, every 24 px; [`EventIndex::count`] and [`Layout::holder`] are
//! O(log n), [`EventIndex::density`] is O(parts · log n); a class's few dozen binary orders count as constant.
//!
//! x runs from the start of the axis to its end: to the right, but to the left in a right-to-left document, where
//! whoever draws or listens mirrors it. Every function is total: an empty, reversed, zero-width or non-finite viewport
//! gives an empty layout.
//!
//! *Invariant:* knows no documents, no words and no Yew.

mod buckets;
mod clusters;
mod columns;
mod form;
mod index;
mod interval;
mod lanes;
mod layout;
mod order;
mod scale;
mod targets;
mod text;
mod ticks;
mod titles;
mod units;
mod viewport;
mod walk;

pub use buckets::BUCKET_MIN;
pub use clusters::Cluster;
pub use columns::{MARK_ROWS, Point};
pub use form::{Form, LANE_HEIGHT, LEAST_ROWS, OVERVIEW_HEIGHT, Room};
pub use index::{EventIndex, Span};
pub use interval::Interval;
pub use lanes::MAX_LANES;
pub use layout::{Band, Bar, Holder, Layout, layout, room, targets_of_bands};
pub use order::order;
pub use scale::{DAY, HOUR, Scale};
pub use targets::{Target, targets};
pub use ticks::{Step, Tick, ticks};
pub use titles::{LINE_HEIGHT, TYPE_SIZE, Title, text_width, titles};
pub use units::{Place, Px};
pub use viewport::Viewport;
