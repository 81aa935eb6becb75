//! The events as sorted arrays, built once per document.
//!
//! Whether a stretch of time is drawn as a bar or stands as a point depends on the zoom: it is a bar once it is at
//! least one bucket long. Events are therefore filed by the binary order of their length ("class"): at a zoom of
//! 2^k-day buckets, classes up to k are points and those above are bars. Each class is a sorted array, so a frame needs
//! only binary searches in a few dozen arrays, whatever the number of events.

use super::{lanes, order};

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

impl Span {
    /// The day a point stands at: the middle.
    pub fn middle(&self) -> f64 {
        self.start + (self.end - self.start) / 2.0
    }
}

/// Events of about the same length, sorted by their middles.
#[derive(Clone, Debug, Default)]
pub(super) struct Class {
    /// Middles, rising.
    pub middles: Vec<f64>,
    /// The events, in the same order.
    pub events: Vec<u32>,
}

impl Class {
    /// The range of positions whose middles lie from `from` (included) to `to` (excluded).
    pub fn between(&self, from: f64, to: f64) -> std::ops::Range<usize> {
        let first = self.middles.partition_point(|&middle| middle < from);
        first..first + self.middles[first..].partition_point(|&middle| middle < to)
    }
}

/// All events of a document, ready to be laid out. Events are numbered in the order given.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    spans: Vec<Span>,
    lanes_of: Vec<Option<u8>>,
    /// Class 0 holds the points; class c > 0 holds lengths from 2^(c-1) to below 2^c days.
    pub(super) classes: Vec<Class>,
    lanes: u8,
    eras: Vec<(f64, f64)>,
}

impl Marks {
    /// Files the events, which come sorted by start, and the eras (start, end), sorted and apart from one another.
    pub fn new(spans: Vec<Span>, eras: Vec<(f64, f64)>) -> Marks {
        let long: Vec<usize> = (0..spans.len()).filter(|&index| !spans[index].is_point).collect();
        let intervals: Vec<(f64, f64)> = long.iter().map(|&index| (spans[index].start, spans[index].end)).collect();
        let mut lanes_of = vec![None; spans.len()];
        for (&index, lane) in long.iter().zip(lanes::partition(&intervals)) {
            lanes_of[index] = lane;
        }
        let lanes = lanes_of.iter().flatten().map(|lane| lane + 1).max().unwrap_or(0);

        let mut classes: Vec<Class> = Vec::new();
        for (index, span) in spans.iter().enumerate() {
            let class = if lanes_of[index].is_some() { class_of(span.end - span.start) } else { 0 };
            if classes.len() <= class {
                classes.resize_with(class + 1, Class::default);
            }
            classes[class].events.push(index as u32);
        }
        for class in &mut classes {
            let middle = |&event: &u32| spans[event as usize].middle();
            let order = order(class.events.iter().map(middle));
            class.events = order.into_iter().map(|place| class.events[place]).collect();
            class.middles = class.events.iter().map(middle).collect();
        }
        Marks { spans, lanes_of, classes, lanes, eras }
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// An event.
    pub fn span(&self, event: u32) -> Span {
        self.spans[event as usize]
    }

    /// The lane of an event's bar, if it has one.
    pub fn lane(&self, event: u32) -> Option<u8> {
        self.lanes_of[event as usize]
    }

    /// How many lanes are in use: as many as long events overlap at most, up to [`super::MAX_LANES`].
    pub fn lanes(&self) -> u8 {
        self.lanes
    }

    /// The eras (start, end).
    pub fn eras(&self) -> &[(f64, f64)] {
        &self.eras
    }

    /// The days from the first beginning to the last end, eras included; `None` when there is nothing.
    pub fn extent(&self) -> Option<(f64, f64)> {
        let all = self.spans.iter().map(|span| (span.start, span.end)).chain(self.eras.iter().copied());
        all.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }
}

/// The class of a length of at least a day: the least c with length < 2^c.
fn class_of(days: f64) -> usize {
    let mut class = 1;
    let mut limit = 2.0;
    while days >= limit && class < 64 {
        limit *= 2.0;
        class += 1;
    }
    class
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_filed_by_powers_of_two() {
        for (days, class) in [(1.0, 1), (1.9, 1), (2.0, 2), (3.9, 2), (4.0, 3), (366.0, 9), (1e300, 64)] {
            assert_eq!(class_of(days), class, "{days}");
        }
    }

    #[test]
    fn points_have_no_lane_and_periods_do() {
        let day = Span { start: 0.0, end: 1.0, is_point: true };
        let year = Span { start: 0.0, end: 365.0, is_point: false };
        let marks = Marks::new(vec![day, year, year], vec![(-10.0, 20.0)]);
        assert_eq!([marks.lane(0), marks.lane(1), marks.lane(2)], [None, Some(0), Some(1)]);
        assert_eq!(marks.lanes(), 2);
        assert_eq!(marks.extent(), Some((-10.0, 365.0)));
    }
}
