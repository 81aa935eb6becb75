//! What finds no room in a column is counted: one mark for all of it in a bucket. No two of them can touch: each keeps half
//! a target's width from the edges of its own bucket.

use super::buckets::{self, BUCKET_MIN, bucket_of, places_of};
use super::columns::{MARK_ROWS, Point};
use super::index::CROWDED;
use super::walk::Walk;
use super::{EventIndex, Interval, Place, Px, Viewport, order};

/// One mark for the points of a bucket that have no mark of their own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// The first of its events, by their middles.
    pub first: u32,
    /// The last of its events, by their middles.
    pub last: u32,
    /// How many events it holds.
    pub count: u32,
    /// Its middle: that of what it holds, as far as its bucket's edges allow.
    pub x: Px,
    /// The middle of what it holds, by which it has its turn among the marks.
    pub middle: Px,
    /// Its row, above the columns that it would touch: 0 is at the bottom.
    pub row: u8,
    /// From its leftmost event's middle to its rightmost event's.
    pub middles: Interval<Place>,
    /// Whether zooming in takes its events apart.
    pub can_split: bool,
    /// Which groups its events belong to: bit g for group g.
    pub groups: u32,
    /// Its bucket: the places from `bucket * 2^level` to `(bucket + 1) * 2^level`.
    pub bucket: i64,
}

/// The clusters of the buckets that touch the window, rising, with what the points leave. Empty buckets cost nothing.
/// The points are all that are shown in those buckets, rising.
pub(super) fn clusters(index: &EventIndex, viewport: &Viewport, level: i32, points: &[Point]) -> Vec<Cluster> {
    let Interval { start, end } = viewport.window;
    let end = places_of(bucket_of(start, level), bucket_of(end, level), level).end;
    let mut walk = Walk::new(&index.classes[..index.point_classes(level)]);
    walk.seek(places_of(bucket_of(start, level), 0, level).start);
    let mut rest = points;
    let mut found: Vec<Cluster> = Vec::new();
    while let Some((next, _)) = walk.peek().filter(|&(next, _)| next < end) {
        let bucket = bucket_of(next, level);
        let places = places_of(bucket, bucket, level);
        let inside = rest.partition_point(|point| index.middle(point.event) < places.end);
        let (own, others) = rest.split_at(inside);
        rest = others;
        found.extend(cluster(index, viewport, level, bucket, own));
        walk.seek(places.end);
    }
    for cluster in &mut found {
        let near = points.iter().filter(|point| (point.x - cluster.x).abs() < BUCKET_MIN);
        cluster.row = near.map(|point| point.row + 1).max().unwrap_or(0);
    }
    found
}

/// A single event that found no room in its column stands on top of it as a mark of its own, unless another cluster would
/// touch it there.
pub(super) fn part_lone_ones(
    index: &EventIndex,
    viewport: &Viewport,
    rows: u8,
    points: &mut Vec<Point>,
    clusters: &mut Vec<Cluster>,
) {
    let middles: Vec<(i64, Px)> = clusters.iter().map(|cluster| (cluster.bucket, cluster.x)).collect();
    clusters.retain(|cluster| {
        let x = viewport.apply(cluster.middles.start);
        let touches = |&(bucket, other): &(i64, Px)| bucket != cluster.bucket && (other - x).abs() < BUCKET_MIN;
        if cluster.count > 1 || middles.iter().any(touches) {
            return true;
        }
        let is_free = |row: &u8| !points.iter().any(|point| point.row == *row && (point.x - x).abs() < BUCKET_MIN);
        let Some(row) = (0..=rows).find(is_free) else { return true };
        let position = points.partition_point(|point| index.middle(point.event) <= cluster.middles.start);
        points.insert(position, Point { event: cluster.first, x, row });
        false
    });
}

/// What the points leave of a bucket; nothing where they leave nothing.
fn cluster(index: &EventIndex, viewport: &Viewport, level: i32, bucket: i64, own: &[Point]) -> Option<Cluster> {
    let places = places_of(bucket, bucket, level);
    let classes = &index.classes[..index.point_classes(level)];
    let ranges = || classes.iter().map(|class| (class, class.within(places)));
    let count = ranges().map(|(_, range)| range.len()).sum::<usize>() - own.len();
    if count == 0 {
        return None;
    }
    let is_own = |event: u32| own.iter().any(|point| point.event == event);
    let mut walk = Walk::new(classes);
    walk.seek(places.start);
    let first = std::iter::from_fn(|| walk.next()).find(|&(_, event)| !is_own(event))?;
    walk.seek(places.end);
    let last = std::iter::from_fn(|| walk.back()).find(|&(_, event)| !is_own(event))?;
    let middles = Interval::new(first.0, last.0);
    let group = |event: u32| index.span(event).group;
    let left = |g: u8| {
        let all: u32 = ranges().map(|(class, range)| class.of_group(usize::from(g), &range)).sum();
        all > own.iter().filter(|point| group(point.event) == g).count() as u32
    };
    let groups = (0..32).filter(|&g| left(g)).fold(0, |groups, g| groups | 1 << g);
    let edge = BUCKET_MIN / 2.0;
    let (low, high) = (viewport.apply(places.start) + edge, viewport.apply(places.end) - edge);
    let middle = viewport.apply(middles.start + middles.length() / 2.0);
    let x = middle.max(low).min(high);
    let (first, last) = (first.1, last.1);
    let can_split = can_split(index, level, middles, own);
    Some(Cluster { first, last, count: count as u32, x, middle, row: 0, middles, can_split, groups, bucket })
}

/// Whether zooming in takes apart what lies between two middles. More events of one moment than a column has rows stay
/// together at any zoom, unless some become bars and leave room.
fn can_split(index: &EventIndex, level: i32, middles: Interval<Place>, own: &[Point]) -> bool {
    let order = buckets::finest(index.scale());
    let finest = bucket_of(middles.start, order);
    if finest < bucket_of(middles.end, order) {
        return true;
    }
    let moment = places_of(finest, finest, order);
    let together =
        |classes: &[super::index::Class]| classes.iter().map(|class| class.within(moment).len()).sum::<usize>();
    let points = CROWDED + 1;
    let own_bars =
        own.iter().filter(|point| index.class(point.event) >= points && moment.contains(index.middle(point.event)));
    let classes = &index.classes[..index.point_classes(level)];
    together(&classes[points.min(classes.len())..]) > own_bars.count()
        || together(&classes[..points.min(classes.len())]) <= MARK_ROWS
}

/// The first events of a cluster in time order, so many at most. `points` are those of its layout.
pub(super) fn members(index: &EventIndex, level: i32, bucket: i64, points: &[Point], limit: usize) -> Vec<u32> {
    let places = places_of(bucket, bucket, level);
    let mut events: Vec<u32> = Vec::new();
    for class in &index.classes[..index.point_classes(level)] {
        events.extend_from_slice(&class.events[class.within(places)]);
    }
    events.retain(|event| points.iter().all(|point| point.event != *event));
    let order = order(events.iter().map(|&event| f64::from(event)));
    order.into_iter().take(limit).map(|position| events[position]).collect()
}
