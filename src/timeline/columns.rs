//! Points that come near one another stand in a column, each at its own date.
//!
//! A point has a mark of its own if it is among the first [`AT_START`] or the last [`AT_END`] of what crowds around it: fewer
//! than so many others lie within a mark's width before it, or after it. Whatever the events, no stretch as wide as a mark then
//! holds more marks than there are rows, so that each finds one; and as zooming in only thins what lies around a point, a
//! point that has a mark keeps it. What has none is counted by buckets ([`super::clusters`]).

use super::buckets::{BUCKET_MIN, bucket_of, places_of};
use super::walk::{Walk, is_before};
use super::{EventIndex, Place, Px, Viewport};

/// How many of a crowd's first points have marks of their own.
const AT_START: usize = 4;
/// How many of its last.
const AT_END: usize = 4;
/// The most rows that a column has. What stands on a full one is in the row above.
pub const MARK_ROWS: usize = AT_START + AT_END;
/// Rows depend on what stands before them; so many buckets before the window are looked at, so that marks keep their rows
/// while one pans.
const BEFORE: i64 = 8;

/// A point with a mark of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Which event.
    pub event: u32,
    /// Where it stands: at the middle of its time.
    pub x: Px,
    /// Its row, 0 at the bottom: the lowest that was free there.
    pub row: u8,
}

/// The points with marks of their own in the buckets that touch the window, rising, in so many rows at most.
///
/// Where points crowd, those without a mark are not walked over but passed by: O(marks · log n).
pub(super) fn points(index: &EventIndex, viewport: &Viewport, level: i32, most: u8) -> Vec<Point> {
    let (first, last) = (bucket_of(viewport.window.start, level), bucket_of(viewport.window.end, level));
    let reach = BUCKET_MIN.0 / viewport.px_per_place();
    let touched = places_of(first, last, level);
    let walk = Walk::new(&index.classes[..index.point_classes(level)]);
    let mut queue = Queue::new(walk, places_of(first - BEFORE, last, level).start, 0);
    let mut rows = [Place(f64::NEG_INFINITY); MARK_ROWS];
    let mut found = Vec::new();
    let mut passed = 0;
    while let Some((place, event)) = queue.here().filter(|&(place, _)| place < touched.end) {
        if queue.is_among_the_ends(reach) {
            passed = 0;
            let row = rows.iter().take(usize::from(most)).position(|&taken| place - taken >= reach);
            if let Some(row) = row {
                rows[row] = place;
                if place >= touched.start {
                    found.push(Point { event, x: viewport.apply(place), row: row as u8 });
                }
            }
        } else {
            passed += 1;
            if passed > MARK_ROWS {
                // The next with a mark is behind the mark's width from here, or among the last before that.
                passed = 0;
                queue.pass(place + reach);
                continue;
            }
        }
        queue.step();
    }
    found
}

/// A point, and those next to it on either side.
struct Queue<'a> {
    walk: Walk<'a>,
    /// The places of the last points before it.
    before: [Option<Place>; AT_START],
    /// It, and the next points after it.
    from: [Option<(Place, u32)>; AT_END + 1],
}

impl<'a> Queue<'a> {
    /// Stands at so many points before the first one from a place on.
    fn new(walk: Walk<'a>, place: Place, back: usize) -> Queue<'a> {
        let mut queue = Queue { walk, before: [None; AT_START], from: [None; AT_END + 1] };
        queue.seek(place, back);
        queue
    }

    /// The point that the queue stands at.
    fn here(&self) -> Option<(Place, u32)> {
        self.from[0]
    }

    /// Whether fewer than [`AT_START`] points lie within `reach` before it, or fewer than [`AT_END`] after it.
    fn is_among_the_ends(&self, reach: f64) -> bool {
        self.here().is_some_and(|(place, _)| {
            self.before[0].is_none_or(|before| place - before >= reach)
                || self.from[AT_END].is_none_or(|(after, _)| after - place >= reach)
        })
    }

    /// Goes on to the next point.
    fn step(&mut self) {
        self.before.rotate_left(1);
        self.before[AT_START - 1] = self.from[0].map(|(place, _)| place);
        self.from.rotate_left(1);
        self.from[AT_END] = self.walk.next();
    }

    fn seek(&mut self, place: Place, back: usize) {
        self.walk.seek(place);
        for _ in 0..back {
            self.walk.back();
        }
        self.before = [None; AT_START];
        let behind = (0..AT_START).take_while(|_| self.walk.back().is_some()).count();
        for before in &mut self.before[AT_START - behind..] {
            *before = self.walk.next().map(|(place, _)| place);
        }
        for from in &mut self.from {
            *from = self.walk.next();
        }
    }

    /// Goes on to the last [`AT_END`] points before a place, or to the next point where those are behind.
    fn pass(&mut self, place: Place) {
        let Some(here) = self.here() else { return };
        self.seek(place, AT_END);
        while self.here().is_some_and(|now| !is_before(here, now)) {
            self.step();
        }
    }
}
