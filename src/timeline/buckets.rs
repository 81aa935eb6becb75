//! The axis cut into buckets of 2^k places, k chosen so that a bucket is 24 to 48 CSS pixels wide. Buckets of neighbouring
//! zooms nest, so what is counted by buckets is never joined by zooming in.

use super::{Interval, Place, Px, Scale, Viewport};

/// The narrowest bucket, and so the least distance of two marks: the smallest target WCAG 2.2 allows (2.5.8).
pub const BUCKET_MIN: Px = Px(24.0);

/// The binary order of the finest buckets: in the shortest window they are narrow enough on any usual screen.
pub fn finest(scale: &Scale) -> i32 {
    if scale.has_hours() { -11 } else { -6 }
}

/// The binary order of the buckets' length in places, in this window.
pub fn level(viewport: &Viewport, scale: &Scale) -> i32 {
    let places = BUCKET_MIN.0 / viewport.px_per_place();
    let mut level = finest(scale);
    while length(level) < places && level < 64 {
        level += 1;
    }
    level
}

/// The length in places of buckets of a level.
pub fn length(level: i32) -> f64 {
    2f64.powi(level)
}

/// The bucket of a level that holds a place.
pub fn bucket_of(place: Place, level: i32) -> i64 {
    (place.0 / length(level)).floor() as i64
}

/// The places of a bucket of a level, or of several up to the last of them.
pub fn places_of(first: i64, last: i64, level: i32) -> Interval<Place> {
    Interval::new(Place(first as f64 * length(level)), Place((last + 1) as f64 * length(level)))
}
