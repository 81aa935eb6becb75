//! Points that come too near one another stand together.
//!
//! The axis is cut into buckets of 2^k days, k chosen so that a bucket is 24 to 48 CSS pixels wide; all points of a
//! bucket are one mark. Buckets of neighbouring zooms nest, so zooming in never joins what was apart, and no two marks
//! can touch: each keeps half a target's width from the edges of its own bucket.

use super::{Marks, Viewport, order};

/// The narrowest bucket in CSS pixels, and so the least distance of two marks: the smallest target WCAG 2.2 allows.
pub const BUCKET_MIN: f64 = 24.0;
/// The finest bucket is 2^-6 of a day; a window narrower than that is of no use.
const FINEST: i32 = -6;

/// One mark for all points of a bucket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// The first of its events in time order.
    pub first: u32,
    /// How many events it holds; 1 is a lone event.
    pub count: u32,
    /// Its middle in CSS pixels. A lone event stands at its date, held less than 12 px off by its bucket's edges.
    pub x: f64,
    /// Its bucket: the days from `bucket * 2^level` to `(bucket + 1) * 2^level`.
    pub bucket: i64,
}

/// The binary order of the buckets' length in days, in this window.
pub(super) fn level(viewport: &Viewport) -> i32 {
    let days = BUCKET_MIN / viewport.px_per_day();
    let mut level = FINEST;
    while length(level) < days && level < 64 {
        level += 1;
    }
    level
}

/// The length in days of buckets of a level.
pub(super) fn length(level: i32) -> f64 {
    2f64.powi(level)
}

/// The clusters in the window, from left to right, of buckets that touch it.
pub(super) fn clusters(marks: &Marks, viewport: &Viewport) -> Vec<Cluster> {
    let level = level(viewport);
    let length = length(level);
    let first = (viewport.start / length).floor();
    let last = (viewport.end / length).floor();
    let mut bucket = first;
    let mut found = Vec::new();
    while bucket <= last {
        if let Some(cluster) = cluster(marks, viewport, level, bucket as i64) {
            found.push(cluster);
        }
        bucket += 1.0;
    }
    found
}

/// The cluster of a bucket, or nothing where it is empty.
fn cluster(marks: &Marks, viewport: &Viewport, level: i32, bucket: i64) -> Option<Cluster> {
    let (from, to) = (bucket as f64 * length(level), (bucket + 1) as f64 * length(level));
    let mut count = 0;
    let mut first = u32::MAX;
    let (mut leftmost, mut rightmost) = (f64::INFINITY, f64::NEG_INFINITY);
    for class in classes(marks, level) {
        let range = class.between(from, to);
        if let (Some(&left), Some(&right)) = (class.middles[range.clone()].first(), class.middles[range.clone()].last())
        {
            count += range.len() as u32;
            // Of long events the one that begins first need not have the first middle.
            first = class.events[range].iter().fold(first, |first, &event| first.min(event));
            leftmost = leftmost.min(left);
            rightmost = rightmost.max(right);
        }
    }
    if count == 0 {
        return None;
    }
    let edge = BUCKET_MIN / 2.0;
    let (low, high) = (viewport.apply(from) + edge, viewport.apply(to) - edge);
    let x = viewport.apply(leftmost + (rightmost - leftmost) / 2.0).max(low).min(high);
    Some(Cluster { first, count, x, bucket })
}

/// The events of a bucket, in time order.
pub(super) fn members(marks: &Marks, level: i32, bucket: i64) -> Vec<u32> {
    let (from, to) = (bucket as f64 * length(level), (bucket + 1) as f64 * length(level));
    let events: Vec<u32> =
        classes(marks, level).flat_map(|class| class.events[class.between(from, to)].iter().copied()).collect();
    order(events.iter().map(|&event| f64::from(event))).into_iter().map(|place| events[place]).collect()
}

/// The classes that are points at this level: those shorter than a bucket.
fn classes(marks: &Marks, level: i32) -> impl Iterator<Item = &super::marks::Class> {
    let count = level.max(0) as usize + 1;
    marks.classes.iter().take(count)
}
