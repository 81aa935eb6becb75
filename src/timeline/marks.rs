//! The events as sorted arrays, built once per document, scale and filter.
//!
//! Whether a stretch of time is drawn as a bar or stands as a point depends on the zoom: it is a bar once it is at
//! least one bucket long. Events are therefore filed by the binary order of their length in places ("class"): at a
//! zoom of 2^k-place buckets, classes up to k are points and those above are bars. Each class is a sorted array, so a
//! frame needs only binary searches in a few dozen arrays, whatever the number of events.

use std::ops::Range;
use std::rc::Rc;

use super::{Scale, Viewport, lanes, order};

/// An event as the axis sees it, in days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// When it begins.
    pub start: f64,
    /// When it ends; the end is excluded and never before the start.
    pub end: f64,
    /// Whether it is never more than a point, however long its day is drawn.
    pub is_point: bool,
}

/// Events of about the same length, sorted by their middles.
#[derive(Clone, Debug, Default)]
pub(super) struct Class {
    /// Middles in places, rising.
    pub middles: Vec<f64>,
    /// The events, in the same order.
    pub events: Vec<u32>,
    /// Where the events do not rise with their middles: the first and the last event below each inner node of a
    /// balanced binary tree over them, as an array with the root at 1. Otherwise empty.
    ends: Vec<(u32, u32)>,
}

impl Class {
    /// The range of positions whose middles lie from `from` (included) to `to` (excluded).
    pub fn between(&self, from: f64, to: f64) -> Range<usize> {
        let first = self.place(from);
        first..first + self.middles[first..].partition_point(|&middle| middle < to)
    }

    /// How many middles lie before a place.
    fn place(&self, place: f64) -> usize {
        self.middles.partition_point(|&middle| middle < place)
    }

    /// Whether its events rise with their middles, as those of equal length do.
    pub fn is_rising(&self) -> bool {
        self.ends.is_empty()
    }

    /// The first and the last event, in time order, at a range of positions that is not empty, in O(log n): of long
    /// events the one that begins first need not have the first middle.
    pub fn ends(&self, range: Range<usize>) -> (u32, u32) {
        let count = self.events.len();
        if self.is_rising() {
            return (self.events[range.start], self.events[range.end - 1]);
        }
        let (mut from, mut to) = (range.start + count, range.end + count);
        let mut found = (u32::MAX, 0);
        while from < to {
            if from % 2 == 1 {
                found = join(found, self.node(from));
                from += 1;
            }
            if to % 2 == 1 {
                to -= 1;
                found = join(found, self.node(to));
            }
            (from, to) = (from / 2, to / 2);
        }
        found
    }

    fn node(&self, node: usize) -> (u32, u32) {
        match node.checked_sub(self.events.len()) {
            Some(leaf) => (self.events[leaf], self.events[leaf]),
            None => self.ends[node],
        }
    }

    /// Sorts the events by their middles.
    fn sort(&mut self, middle: &dyn Fn(u32) -> f64) {
        let order = order(self.events.iter().map(|&event| middle(event)));
        self.events = order.into_iter().map(|place| self.events[place]).collect();
        self.middles = self.events.iter().map(|&event| middle(event)).collect();
        if !self.events.is_sorted() {
            self.ends = vec![(u32::MAX, 0); self.events.len()];
            for node in (1..self.events.len()).rev() {
                self.ends[node] = join(self.node(2 * node), self.node(2 * node + 1));
            }
        }
    }
}

fn join(a: (u32, u32), b: (u32, u32)) -> (u32, u32) {
    (a.0.min(b.0), a.1.max(b.1))
}

/// In `lanes_of`: shown, and without a lane.
const NO_LANE: u8 = u8::MAX;
/// In `lanes_of`: not shown.
const HIDDEN: u8 = u8::MAX - 1;
/// The class of points.
const POINTS: usize = 0;
/// The class of long events that found no lane. They have a class of their own so that the points' rises.
pub(super) const CROWDED: usize = 1;
/// The last class, of everything from 2^63 places.
const LAST: usize = 65;

/// The events of a document that are shown, ready to be laid out on a scale. Events are numbered in the order given,
/// whatever is shown.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    spans: Rc<[Span]>,
    eras: Rc<[(f64, f64)]>,
    scale: Rc<Scale>,
    shown: Vec<u32>,
    /// One an event.
    lanes_of: Vec<u8>,
    lanes: u8,
    extent: Option<(f64, f64)>,
    /// Class c > 1 holds lengths from 2^(c-2) to below 2^(c-1) places.
    pub(super) classes: Vec<Class>,
}

impl Marks {
    /// Files the events, which come sorted by start, on a scale. Eras (start, end) come sorted and apart from one
    /// another. Both are in days. With `shown`, only events for which it says `true` are filed.
    pub fn new(spans: Rc<[Span]>, eras: Rc<[(f64, f64)]>, scale: Rc<Scale>, shown: Option<&[bool]>) -> Marks {
        let is_shown = |event: u32| shown.is_none_or(|shown| shown.get(event as usize) == Some(&true));
        let shown: Vec<u32> = (0..spans.len() as u32).filter(|&event| is_shown(event)).collect();
        let long: Vec<u32> = shown.iter().copied().filter(|&event| !spans[event as usize].is_point).collect();
        let intervals: Vec<(f64, f64)> =
            long.iter().map(|&event| (spans[event as usize].start, spans[event as usize].end)).collect();
        let mut lanes_of = vec![HIDDEN; spans.len()];
        for &event in &shown {
            lanes_of[event as usize] = NO_LANE;
        }
        let mut lanes = 0;
        for (&event, lane) in long.iter().zip(lanes::partition(&intervals)) {
            if let Some(lane) = lane {
                lanes_of[event as usize] = lane;
                lanes = lanes.max(lane + 1);
            }
        }
        let mut marks = Marks { spans, eras, scale, shown, lanes_of, lanes, extent: None, classes: Vec::new() };
        marks.extent = marks.measure();
        marks.file();
        marks
    }

    fn measure(&self) -> Option<(f64, f64)> {
        let mut days = (f64::INFINITY, f64::NEG_INFINITY);
        for span in self.spans.iter() {
            days = (days.0.min(span.start), days.1.max(span.end));
        }
        for era in self.eras.iter() {
            days = (days.0.min(era.0), days.1.max(era.1));
        }
        (days.0 <= days.1).then(|| (self.scale.apply(days.0), self.scale.apply(days.1)))
    }

    fn file(&mut self) {
        let mut classes: Vec<Class> = Vec::new();
        for &event in &self.shown {
            let class = self.class(event);
            if classes.len() <= class {
                classes.resize_with(class + 1, Class::default);
            }
            classes[class].events.push(event);
        }
        for class in &mut classes {
            class.sort(&|event| self.middle(event));
        }
        self.classes = classes;
    }

    /// The class of an event that is shown.
    pub(super) fn class(&self, event: u32) -> usize {
        let (start, end) = self.places(event);
        match self.lane(event) {
            Some(_) => class_of(end - start),
            None if self.span(event).is_point => POINTS,
            None => CROWDED,
        }
    }

    /// How many classes, from the first, are points in buckets of 2^level places.
    pub(super) fn point_classes(&self, level: i32) -> usize {
        (level.max(0) as usize + 2).min(self.classes.len())
    }

    /// How many events are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether none is shown.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The events that are shown, in time order.
    pub fn shown(&self) -> &[u32] {
        &self.shown
    }

    /// Whether an event is shown.
    pub fn is_shown(&self, event: u32) -> bool {
        self.lanes_of.get(event as usize).is_some_and(|&lane| lane != HIDDEN)
    }

    /// An event in days, shown or not.
    pub fn span(&self, event: u32) -> Span {
        self.spans[event as usize]
    }

    /// Where an event begins and ends, in places.
    pub fn places(&self, event: u32) -> (f64, f64) {
        let span = self.span(event);
        (self.scale.apply(span.start), self.scale.apply(span.end))
    }

    /// The place at which an event stands when it is a point: the middle of its places.
    pub fn middle(&self, event: u32) -> f64 {
        let (start, end) = self.places(event);
        start + (end - start) / 2.0
    }

    /// The lane of an event's bar, if it has one.
    pub fn lane(&self, event: u32) -> Option<u8> {
        Some(self.lanes_of[event as usize]).filter(|&lane| lane < super::MAX_LANES)
    }

    /// How many lanes are in use: as many as long events overlap at most, up to [`super::MAX_LANES`].
    pub fn lanes(&self) -> u8 {
        self.lanes
    }

    /// The eras (start, end) in days.
    pub fn eras(&self) -> &[(f64, f64)] {
        &self.eras
    }

    /// The scale they are filed on.
    pub fn scale(&self) -> &Rc<Scale> {
        &self.scale
    }

    /// The places from the first beginning to the last end of all events and eras, shown or not, so that the axis does
    /// not jump when a reader filters; `None` when there is nothing.
    pub fn extent(&self) -> Option<(f64, f64)> {
        self.extent
    }

    /// How many of the shown events have their middle from one place (included) to another (excluded), in O(log n).
    pub fn count(&self, from: f64, to: f64) -> u32 {
        self.classes.iter().map(|class| class.between(from, to).len() as u32).sum()
    }

    /// How many of the shown events have their middle in each of so many equal parts of a window, from left to right,
    /// in O(parts · log n). In a window that cannot be drawn there are none.
    pub fn density(&self, viewport: &Viewport, parts: usize) -> Vec<u32> {
        let mut counts = vec![0; parts];
        if !viewport.is_drawable() {
            return counts;
        }
        let length = viewport.end - viewport.start;
        for class in &self.classes {
            let mut before = class.place(viewport.start);
            for (part, count) in counts.iter_mut().enumerate() {
                // The last edge is the window's own, without rounding.
                let is_last = part + 1 == parts;
                let edge =
                    if is_last { viewport.end } else { viewport.start + length * (part + 1) as f64 / parts as f64 };
                let upto = class.place(edge).max(before);
                *count += (upto - before) as u32;
                before = upto;
            }
        }
        counts
    }
}

/// The class of a length in places: the least c > 1 with length < 2^(c-1).
fn class_of(length: f64) -> usize {
    // A number from 1 has its binary order in these bits.
    let order = (length.max(1.0).to_bits() >> 52) as usize - 1023;
    (order + 2).min(LAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(spans: &[(f64, f64)], shown: Option<&[bool]>) -> Marks {
        let spans = spans.iter().map(|&(start, end)| Span { start, end, is_point: end - start == 1.0 }).collect();
        Marks::new(spans, Rc::new([(-10.0, 20.0)]), Rc::default(), shown)
    }

    #[test]
    fn lengths_are_filed_by_powers_of_two() {
        for (places, class) in
            [(0.5, 2), (1.0, 2), (1.9, 2), (2.0, 3), (3.9, 3), (4.0, 4), (366.0, 10), (1e300, 65), (f64::INFINITY, 65)]
        {
            assert_eq!(class_of(places), class, "{places}");
        }
    }

    #[test]
    fn points_have_no_lane_and_periods_do() {
        let marks = check(&[(0.0, 1.0), (0.0, 365.0), (0.0, 365.0)], None);
        assert_eq!([marks.lane(0), marks.lane(1), marks.lane(2)], [None, Some(0), Some(1)]);
        assert_eq!((marks.lanes(), marks.len()), (2, 3));
        assert_eq!(marks.extent(), Some((-10.0, 365.0)));
    }

    #[test]
    fn what_is_not_shown_takes_no_lane_and_leaves_the_extent() {
        let marks = check(&[(0.0, 1.0), (0.0, 365.0), (0.0, 300.0)], Some(&[true, false, true]));
        assert_eq!(marks.shown(), [0, 2]);
        assert_eq!([0, 1, 2, 3].map(|event| marks.is_shown(event)), [true, false, true, false]);
        assert_eq!([marks.lane(1), marks.lane(2)], [None, Some(0)]);
        assert_eq!(marks.extent(), Some((-10.0, 365.0)));
    }

    #[test]
    fn events_are_counted_by_their_middles() {
        let marks = check(&[(0.0, 1.0), (0.0, 100.0), (40.0, 41.0), (99.0, 100.0)], None);
        assert_eq!(marks.count(0.0, 50.0), 2);
        assert_eq!(marks.count(50.0, 100.0), 2);
        let window = Viewport { start: 0.0, end: 100.0, width: 100.0 };
        assert_eq!(marks.density(&window, 4), [1, 1, 1, 1]);
        assert_eq!(marks.density(&window, 1), [4]);
        assert_eq!(marks.density(&Viewport { width: 0.0, ..window }, 2), [0, 0]);
    }

    #[test]
    fn the_ends_of_any_range_are_found_where_events_do_not_rise() {
        // Starts rise, middles do not.
        let spans: Vec<(f64, f64)> = (0..9).map(|at| (f64::from(at), f64::from(at * 7 % 10 + 32))).collect();
        let marks = check(&spans, None);
        let class = marks.classes.iter().find(|class| !class.is_rising()).expect("a class that does not rise");
        for from in 0..class.events.len() {
            for to in from + 1..=class.events.len() {
                let events = &class.events[from..to];
                let expected = (*events.iter().min().unwrap(), *events.iter().max().unwrap());
                assert_eq!(class.ends(from..to), expected, "{from}..{to}");
            }
        }
    }
}
