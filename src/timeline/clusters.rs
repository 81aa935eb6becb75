//! Points that come too near one another stand together.
//!
//! The axis is cut into buckets of 2^k places, k chosen so that a bucket is 24 to 48 CSS pixels wide; all points of a
//! bucket are one mark. Buckets of neighbouring zooms nest, so zooming in never joins what was apart, and no two marks
//! can touch: each keeps half a target's width from the edges of its own bucket.

use std::ops::Range;

use super::marks::{CROWDED, Class};
use super::{Marks, Viewport, order};

/// The narrowest bucket in CSS pixels, and so the least distance of two marks: the smallest target WCAG 2.2 allows.
pub const BUCKET_MIN: f64 = 24.0;
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
    /// Its middle in CSS pixels. A lone event stands at its date, held less than 12 px off by its bucket's edges.
    pub x: f64,
    /// The place of its leftmost event's middle.
    pub from: f64,
    /// The place of its rightmost event's middle.
    pub to: f64,
    /// Whether it holds a stretch of time that becomes a bar further in.
    pub holds_bars: bool,
    /// Its bucket: the places from `bucket * 2^level` to `(bucket + 1) * 2^level`.
    pub bucket: i64,
}

impl Cluster {
    /// Whether zooming in takes its events apart. Events that share one middle stay together at any zoom, unless they
    /// become bars.
    pub fn can_split(&self) -> bool {
        self.count > 1 && (self.holds_bars || bucket_of(self.from, FINEST) < bucket_of(self.to, FINEST))
    }
}

/// The binary order of the buckets' length in places, in this window.
pub(super) fn level(viewport: &Viewport) -> i32 {
    let places = BUCKET_MIN / viewport.px_per_place();
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
pub(super) fn bucket_of(place: f64, level: i32) -> i64 {
    (place / length(level)).floor() as i64
}

/// The clusters in the window, from left to right, of buckets that touch it. Empty buckets cost nothing.
pub(super) fn clusters(marks: &Marks, viewport: &Viewport, level: i32) -> Vec<Cluster> {
    let length = length(level);
    let classes = &marks.classes[..marks.point_classes(level)];
    let start = bucket_of(viewport.start, level) as f64 * length;
    let end = (bucket_of(viewport.end, level) + 1) as f64 * length;
    let mut rest: Vec<Range<usize>> = classes.iter().map(|class| class.between(start, end)).collect();
    let mut found = Vec::new();
    loop {
        let mut next = f64::INFINITY;
        for (class, rest) in classes.iter().zip(&rest) {
            if !rest.is_empty() {
                next = next.min(class.middles[rest.start]);
            }
        }
        if next == f64::INFINITY {
            return found;
        }
        found.push(cluster(classes, &mut rest, viewport, length, bucket_of(next, level)));
    }
}

/// The cluster of a bucket that is not empty. `rest` holds the positions in each class from the bucket on, and
/// afterwards those behind it.
fn cluster(classes: &[Class], rest: &mut [Range<usize>], viewport: &Viewport, length: f64, bucket: i64) -> Cluster {
    let (start, end) = (bucket as f64 * length, (bucket + 1) as f64 * length);
    let (mut first, mut last, mut count, mut holds_bars) = (u32::MAX, 0, 0, false);
    let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
    for (index, (class, rest)) in classes.iter().zip(rest).enumerate() {
        let inside = class.middles[rest.clone()].partition_point(|&middle| middle < end);
        if inside == 0 {
            continue;
        }
        let range = rest.start..rest.start + inside;
        rest.start = range.end;
        let ends = class.ends(range.clone());
        (first, last) = (first.min(ends.0), last.max(ends.1));
        (from, to) = (from.min(class.middles[range.start]), to.max(class.middles[range.end - 1]));
        count += inside as u32;
        holds_bars |= index > CROWDED;
    }
    let edge = BUCKET_MIN / 2.0;
    let (low, high) = (viewport.apply(start) + edge, viewport.apply(end) - edge);
    let x = viewport.apply(from + (to - from) / 2.0).max(low).min(high);
    Cluster { first, last, count, x, from, to, holds_bars, bucket }
}

/// The first events of a bucket in time order, so many at most.
pub(super) fn members(marks: &Marks, level: i32, bucket: i64, limit: usize) -> Vec<u32> {
    let (from, to) = (bucket as f64 * length(level), (bucket + 1) as f64 * length(level));
    let mut events: Vec<u32> = Vec::new();
    for class in &marks.classes[..marks.point_classes(level)] {
        let found = &class.events[class.between(from, to)];
        events.extend_from_slice(if class.is_rising() { &found[..found.len().min(limit)] } else { found });
    }
    let order = order(events.iter().map(|&event| f64::from(event)));
    order.into_iter().take(limit).map(|place| events[place]).collect()
}
