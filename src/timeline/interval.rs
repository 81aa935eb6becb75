//! From one point to another.

use std::ops::Sub;

use crate::date::{Bounds, Moment};

/// From `start` to `end`, of whatever unit: the start belongs to it, the end does not.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Interval<T> {
    /// Where it begins.
    pub start: T,
    /// Where it ends.
    pub end: T,
}

impl<T: Copy + PartialOrd + Sub> Interval<T> {
    /// From one point to another.
    pub fn new(start: T, end: T) -> Interval<T> {
        Interval { start, end }
    }

    /// Its length.
    pub fn length(self) -> T::Output {
        self.end - self.start
    }

    /// Whether a point lies in it.
    pub fn contains(self, point: T) -> bool {
        self.start <= point && point < self.end
    }

    /// Whether the two have a stretch in common.
    pub fn overlaps(self, other: Interval<T>) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same in another unit.
    pub fn map<U>(self, unit: impl Fn(T) -> U) -> Interval<U> {
        Interval { start: unit(self.start), end: unit(self.end) }
    }
}

/// A day lasts until the next one begins.
impl From<Bounds> for Interval<Moment> {
    fn from(bounds: Bounds) -> Interval<Moment> {
        Interval { start: bounds.earliest.start(), end: bounds.latest.end() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Day;

    #[test]
    fn an_interval_has_its_start_and_not_its_end() {
        let year = Interval::from(Bounds::new(Day(0), Day(364)));
        assert_eq!(year, Interval::new(Moment(0.0), Moment(365.0)));
        assert_eq!(year.length(), 365.0);
        assert_eq!([-0.5, 0.0, 364.9, 365.0].map(|at| year.contains(Moment(at))), [false, true, true, false]);
    }

    #[test]
    fn intervals_that_only_touch_do_not_overlap() {
        let interval = |start, end| Interval::new(Moment(start), Moment(end));
        assert!(interval(0.0, 2.0).overlaps(interval(1.0, 3.0)));
        assert!(!interval(0.0, 2.0).overlaps(interval(2.0, 3.0)));
        assert!(!interval(2.0, 3.0).overlaps(interval(0.0, 2.0)));
    }
}
