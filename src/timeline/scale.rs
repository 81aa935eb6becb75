//! The scale: from moments to the axis's own places, and back.
//!
//! On the linear scale a place is the moment itself. The even scale gives crowded stretches of time more of the axis and
//! empty ones less; it is bent at a few moments and straight between them, so that ticks and bands bend with it honestly.

use super::{Interval, Place};
use crate::date::Moment;

/// The most straight stretches that an even scale has: enough to follow where events crowd, and few enough that finding one costs
/// nothing.
const STRETCHES: usize = 64;

/// The shortest window where events are known by the day, in days.
pub const DAY: f64 = 1.0;
/// The same where some are known by the clock.
pub const HOUR: f64 = 1.0 / 24.0;

/// Where moments stand on the axis: strictly rising, and the moment itself outside the bent part.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The shortest window that is of use, in days: [`DAY`] or [`HOUR`].
    least: f64,
    /// Where it bends, rising, with the ends of the bent part; nowhere when it is linear.
    knots: Vec<Knot>,
}

impl Default for Scale {
    fn default() -> Scale {
        Scale::linear(DAY)
    }
}

/// A point of a bent scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Knot {
    pub moment: Moment,
    pub place: Place,
}

impl Scale {
    /// The scale on which a place is the moment, with windows of so many days at least.
    pub fn linear(least: f64) -> Scale {
        Scale { least, knots: Vec::new() }
    }

    /// The scale that gives crowded stretches more room.
    ///
    /// It bends at quantiles of `starts`, the rising moments at which the events begin, at least the shortest window of
    /// `least` days apart. A stretch's length is half its share of the time and half its share of the events, so that none
    /// shrinks to less than half, and `extent` keeps its place and length. Without events, or on an extent that is empty
    /// or not finite, it is linear.
    pub fn even(starts: &[Moment], extent: Interval<Moment>, least: f64) -> Scale {
        let Interval { start, end } = extent;
        let time = extent.length();
        let before = |moment: Moment| starts.partition_point(|&start| start < moment);
        let (first, last) = (before(start), starts.partition_point(|&start| start <= end));
        if last <= first || !time.is_finite() || time < least {
            return Scale::linear(least);
        }
        let count = last - first;
        let mut knot = Knot { moment: start, place: Place(start.0) };
        let mut knots = vec![knot];
        let mut passed = first;
        // The first quantile is the first event itself, where an empty beginning ends.
        for quantile in 0..STRETCHES - 1 {
            let next = starts[first + count * quantile / (STRETCHES - 1)];
            if next - knot.moment >= least && end - next >= least {
                let until = before(next);
                let share = (next - knot.moment) / time + (until - passed) as f64 / count as f64;
                knot = Knot { moment: next, place: knot.place + share / 2.0 * time };
                passed = until;
                knots.push(knot);
            }
        }
        knots.push(Knot { moment: end, place: Place(end.0) });
        Scale { least, knots }
    }

    /// Whether it is bent.
    pub fn is_even(&self) -> bool {
        !self.knots.is_empty()
    }

    /// The place of a moment.
    pub fn apply(&self, moment: Moment) -> Place {
        let after = self.knots.partition_point(|knot| knot.moment <= moment);
        let Some((a, b)) = self.stretch(after) else { return Place(moment.0) };
        let share = (moment - a.moment) / (b.moment - a.moment);
        // Rounding must not carry it past the knot, where it would overtake what follows.
        (a.place + share * (b.place - a.place)).min(b.place)
    }

    /// The moment at a place.
    pub fn invert(&self, place: Place) -> Moment {
        let after = self.knots.partition_point(|knot| knot.place <= place);
        let Some((a, b)) = self.stretch(after) else { return Moment(place.0) };
        let share = (place - a.place) / (b.place - a.place);
        (a.moment + share * (b.moment - a.moment)).min(b.moment)
    }

    /// The straight stretch before a knot; nothing outside the bent part.
    fn stretch(&self, after: usize) -> Option<(Knot, Knot)> {
        Some((self.knots[after.checked_sub(1)?], *self.knots.get(after)?))
    }

    /// Whether windows may be shorter than a day.
    pub(super) fn has_hours(&self) -> bool {
        self.least < DAY
    }

    /// The length in places of the shortest window around a place.
    pub fn least(&self, place: Place) -> f64 {
        if !self.is_even() {
            return self.least;
        }
        let (moment, half) = (self.invert(place), self.least / 2.0);
        self.apply(moment + half) - self.apply(moment - half)
    }

    /// The time from the first beginning to the last end of what there is, as long as the shortest window at least; `None`
    /// where there is nothing.
    pub fn extent(&self, times: impl Iterator<Item = Interval<Moment>>) -> Option<Interval<Moment>> {
        let all = times.reduce(|a, b| Interval::new(a.start.min(b.start), a.end.max(b.end)))?;
        let lack = (self.least - all.length()).max(0.0) / 2.0;
        Some(Interval::new(all.start - lack, all.end + lack))
    }

    /// The knots with places within an interval, both ends excluded, rising.
    pub(super) fn knots_within(&self, window: Interval<Place>) -> impl Iterator<Item = Knot> {
        self.knots.iter().copied().filter(move |knot| window.start < knot.place && knot.place < window.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even(starts: &[f64], (start, end): (f64, f64)) -> Scale {
        let starts: Vec<Moment> = starts.iter().copied().map(Moment).collect();
        Scale::even(&starts, Interval::new(Moment(start), Moment(end)), DAY)
    }

    fn check(starts: &[f64], extent: (f64, f64), expected: &[(f64, f64)]) {
        let scale = even(starts, extent);
        for &(moment, place) in expected {
            let (found, back) = (scale.apply(Moment(moment)), scale.invert(Place(place)));
            assert!((found.0 - place).abs() < 1e-6, "{moment} is at {found:?}");
            assert!((back.0 - moment).abs() < 1e-6, "at {place} is {back:?}");
        }
    }

    fn last_tenth() -> Vec<f64> {
        (0..100).map(|day| 900.0 + f64::from(day)).collect()
    }

    #[test]
    fn a_crowded_stretch_gets_half_its_share_of_the_events() {
        // All events in the last tenth: a twentieth of the length for its time, a half for its events.
        let expected = [(0.0, 0.0), (450.0, 225.0), (900.0, 450.0), (950.0, 725.0), (1000.0, 1000.0)];
        check(&last_tenth(), (0.0, 1000.0), &expected);
    }

    #[test]
    fn the_axis_outside_the_extent_is_as_long_as_its_days() {
        check(&[10.0, 20.0, 90.0], (0.0, 100.0), &[(-50.0, -50.0), (0.0, 0.0), (100.0, 100.0), (130.0, 130.0)]);
    }

    #[test]
    fn even_events_leave_the_scale_as_it_was() {
        let starts: Vec<f64> = (0..6400).map(f64::from).collect();
        check(&starts, (0.0, 6400.0), &[(1.0, 1.0), (3200.0, 3200.0), (6399.0, 6399.0)]);
    }

    #[test]
    fn without_anything_to_even_out_it_is_linear() {
        for (starts, extent) in [
            (vec![], (0.0, 100.0)),
            (vec![5.0], (5.0, 5.0)),
            (vec![5.0], (9.0, 1.0)),
            (vec![5.0], (f64::NAN, 1.0)),
            (vec![5.0], (0.0, f64::INFINITY)),
            (vec![500.0], (0.0, 100.0)),
        ] {
            assert_eq!(even(&starts, extent), Scale::linear(DAY), "{starts:?} {extent:?}");
        }
    }

    #[test]
    fn a_day_has_its_length_where_it_stands() {
        let scale = even(&last_tenth(), (0.0, 1000.0));
        let least = |moment| scale.least(scale.apply(Moment(moment)));
        assert!((least(400.0) - 0.5).abs() < 1e-9);
        assert!(least(950.0) > 5.0);
        assert_eq!(Scale::linear(DAY).least(Place(400.0)), 1.0);
    }

    #[test]
    fn an_hour_has_its_length_among_hours() {
        // Thirty events within three hours of a day.
        let starts: Vec<Moment> = (0..30).map(|at| Moment(0.5 + f64::from(at) / 240.0)).collect();
        let scale = Scale::even(&starts, Interval::new(Moment(0.0), Moment(1.0)), HOUR);
        let least = |moment| scale.least(scale.apply(Moment(moment)));
        assert!(scale.is_even());
        assert!((least(0.2) - HOUR / 2.0).abs() < 1e-9 && least(0.55) > 3.0 * HOUR, "{} {}", least(0.2), least(0.55));
        assert_eq!(Scale::linear(HOUR).least(Place(400.0)), HOUR);
    }

    #[test]
    fn what_happened_at_one_moment_has_the_shortest_window_around_it() {
        let extent = |scale: Scale, times: &[(f64, f64)]| {
            let times = times.iter().map(|&(start, end)| Interval::new(Moment(start), Moment(end)));
            scale.extent(times).map(|extent| (extent.start.0, extent.end.0))
        };
        assert_eq!(extent(Scale::linear(HOUR), &[(5.5, 5.5)]), Some((5.5 - HOUR / 2.0, 5.5 + HOUR / 2.0)));
        assert_eq!(extent(Scale::linear(HOUR), &[(5.5, 5.5), (5.0, 5.75)]), Some((5.0, 5.75)));
        assert_eq!(extent(Scale::linear(DAY), &[(5.0, 6.0)]), Some((5.0, 6.0)));
        assert_eq!(extent(Scale::linear(DAY), &[]), None);
    }
}
