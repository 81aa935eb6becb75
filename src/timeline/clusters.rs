//! Points that come too near one another stand together.
//!
//! The axis is cut into buckets of 2^k places, k chosen so that a bucket is 24 to 48 CSS pixels wide; all points of a
//! bucket are one mark. Buckets of neighbouring zooms nest, so zooming in never joins what was apart, and no two marks
//! can touch: each keeps half a target's width from the edges of its own bucket.

use std::ops::Range;

use super::index::{CROWDED, Class};
use super::{EventIndex, Interval, Place, Px, Viewport, order};

/// The narrowest bucket, and so the least distance of two marks: the smallest target WCAG 2.2 allows (2.5.8).
pub const BUCKET_MIN: Px = Px(24.0);
/// The finest bucket is 2^-6 of a place; a window narrower than that is of no use.
const FINEST: i32 = -6;

/// One mark for all points of a bucket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// The first of its events in time order, which is the order of their beginnings.
    pub first: u32,
    /// The last of its events in time order.
    pub last: u32,
    /// How many events it holds; 1 is a lone event.
    pub count: u32,
    /// Its middle. A lone event stands at its date, held less than 12 px off by its bucket's edges.
    pub x: Px,
    /// From its leftmost event's middle to its rightmost event's.
    pub middles: Interval<Place>,
    /// Whether it holds a stretch of time that becomes a bar further in.
    pub holds_bars: bool,
    /// Its bucket: the places from `bucket * 2^level` to `(bucket + 1) * 2^level`.
    pub bucket: i64,
}

impl Cluster {
    /// Whether zooming in takes its events apart. Events that share one middle stay together at any zoom, unless they
    /// become bars.
    pub fn can_split(&self) -> bool {
        let Interval { start, end } = self.middles;
        self.count > 1 && (self.holds_bars || bucket_of(start, FINEST) < bucket_of(end, FINEST))
    }
}

/// The binary order of the buckets' length in places, in this window.
pub(super) fn level(viewport: &Viewport) -> i32 {
    let places = BUCKET_MIN.0 / viewport.px_per_place();
    let mut level = FINEST;
    while length(level) < places && level < 64 {
        level += 1;
    }
    level
}

/// The length in places of buckets of a level.
pub(super) fn length(level: i32) -> f64 {
    2f64.powi(level)
}

/// The bucket of a level that holds a place.
pub(super) fn bucket_of(place: Place, level: i32) -> i64 {
    (place.0 / length(level)).floor() as i64
}

/// The places of a bucket of a level, or of several up to the last of them.
fn places_of(first: i64, last: i64, level: i32) -> Interval<Place> {
    Interval::new(Place(first as f64 * length(level)), Place((last + 1) as f64 * length(level)))
}

/// The clusters in the window, rising, of buckets that touch it. Empty buckets cost nothing.
pub(super) fn clusters(index: &EventIndex, viewport: &Viewport, level: i32) -> Vec<Cluster> {
    let classes = &index.classes[..index.point_classes(level)];
    let Interval { start, end } = viewport.window;
    let touched = places_of(bucket_of(start, level), bucket_of(end, level), level);
    let mut rest: Vec<Range<usize>> = classes.iter().map(|class| class.within(touched)).collect();
    let mut found = Vec::new();
    loop {
        let firsts = classes.iter().zip(&rest).filter(|(_, rest)| !rest.is_empty());
        let Some(next) = firsts.map(|(class, rest)| class.middles[rest.start]).reduce(Place::min) else {
            return found;
        };
        found.push(cluster(classes, &mut rest, viewport, bucket_of(next, level), level));
    }
}

/// The cluster of a bucket that is not empty. `rest` holds the positions in each class from the bucket on, and
/// afterwards those behind it.
fn cluster(classes: &[Class], rest: &mut [Range<usize>], viewport: &Viewport, bucket: i64, level: i32) -> Cluster {
    let places = places_of(bucket, bucket, level);
    let (mut first, mut last, mut count, mut holds_bars) = (u32::MAX, 0, 0, false);
    let mut middles = Interval::new(Place(f64::INFINITY), Place(f64::NEG_INFINITY));
    for (number, (class, rest)) in classes.iter().zip(rest).enumerate() {
        let inside = class.middles[rest.clone()].partition_point(|&middle| middle < places.end);
        if inside == 0 {
            continue;
        }
        let range = rest.start..rest.start + inside;
        rest.start = range.end;
        let ends = class.ends(range.clone());
        (first, last) = (first.min(ends.0), last.max(ends.1));
        middles.start = middles.start.min(class.middles[range.start]);
        middles.end = middles.end.max(class.middles[range.end - 1]);
        count += inside as u32;
        holds_bars |= number > CROWDED;
    }
    let edge = BUCKET_MIN / 2.0;
    let (low, high) = (viewport.apply(places.start) + edge, viewport.apply(places.end) - edge);
    let x = viewport.apply(middles.start + middles.length() / 2.0).max(low).min(high);
    Cluster { first, last, count, x, middles, holds_bars, bucket }
}

/// The first events of a bucket in time order, so many at most.
pub(super) fn members(index: &EventIndex, level: i32, bucket: i64, limit: usize) -> Vec<u32> {
    let places = places_of(bucket, bucket, level);
    let mut events: Vec<u32> = Vec::new();
    for class in &index.classes[..index.point_classes(level)] {
        let found = &class.events[class.within(places)];
        events.extend_from_slice(if class.is_rising() { &found[..found.len().min(limit)] } else { found });
    }
    let order = order(events.iter().map(|&event| f64::from(event)));
    order.into_iter().take(limit).map(|position| events[position]).collect()
}
