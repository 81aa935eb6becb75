//! The scale: from days to the axis's own places, and back.
//!
//! On the linear scale a place is the day itself. The even scale gives crowded stretches of time more of the axis and
//! empty ones less; it is bent at a few days and straight between them, so that ticks and bands bend with it honestly.

/// The most straight stretches an even scale has: enough to follow a crowd, few enough to search for nothing.
const STRETCHES: usize = 64;

/// Where days stand on the axis: strictly rising, and the day itself outside the bent part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    /// The days at which it bends, rising, with the ends of the bent part; none when it is linear.
    days: Vec<f64>,
    /// The places of those days, rising.
    places: Vec<f64>,
}

impl Scale {
    /// The scale on which a place is the day.
    pub fn linear() -> Scale {
        Scale::default()
    }

    /// The scale that gives crowded stretches more room.
    ///
    /// It bends at quantiles of `starts`, the rising days on which the events begin, at least a day apart. A stretch's
    /// length is half its share of the time and half its share of the events, so that none shrinks to less than half,
    /// and `extent` (first day, last day) keeps its place and length. Without events, or on an extent that is empty or
    /// not finite, it is linear.
    pub fn even(starts: &[f64], extent: (f64, f64)) -> Scale {
        let (start, end) = extent;
        let time = end - start;
        let before = |day: f64| starts.partition_point(|&start| start < day);
        let (first, last) = (before(start), starts.partition_point(|&start| start <= end));
        if last <= first || !time.is_finite() || time < 1.0 {
            return Scale::linear();
        }
        let count = last - first;
        let mut scale = Scale { days: vec![start], places: vec![start] };
        let (mut day, mut place, mut passed) = (start, start, first);
        // The first quantile is the first event itself, where an empty beginning ends.
        for quantile in 0..STRETCHES - 1 {
            let next = starts[first + count * quantile / (STRETCHES - 1)];
            if next - day >= 1.0 && end - next >= 1.0 {
                let upto = before(next);
                let share = (next - day) / time + (upto - passed) as f64 / count as f64;
                (day, place, passed) = (next, place + share / 2.0 * time, upto);
                scale.days.push(day);
                scale.places.push(place);
            }
        }
        scale.days.push(end);
        scale.places.push(end);
        scale
    }

    /// Whether it is bent.
    pub fn is_even(&self) -> bool {
        !self.days.is_empty()
    }

    /// The place of a day.
    pub fn apply(&self, day: f64) -> f64 {
        bend(&self.days, &self.places, day)
    }

    /// The day at a place.
    pub fn invert(&self, place: f64) -> f64 {
        bend(&self.places, &self.days, place)
    }

    /// The length in places of one day around a place: no window need be shorter.
    pub fn least(&self, place: f64) -> f64 {
        if !self.is_even() {
            return 1.0;
        }
        let day = self.invert(place);
        self.apply(day + 0.5) - self.apply(day - 0.5)
    }

    /// The bends with places from `from` to `to`, both excluded: (day, place), rising.
    pub(super) fn bends(&self, from: f64, to: f64) -> impl Iterator<Item = (f64, f64)> {
        let knots = self.days.iter().copied().zip(self.places.iter().copied());
        knots.filter(move |&(_, place)| from < place && place < to)
    }
}

/// Carries a value over from one rising array to the other, straight between their knots, unchanged outside them.
fn bend(from: &[f64], to: &[f64], at: f64) -> f64 {
    let after = from.partition_point(|&knot| knot <= at);
    if after == 0 || after == from.len() {
        return at;
    }
    let (x0, x1) = (from[after - 1], from[after]);
    let (y0, y1) = (to[after - 1], to[after]);
    // Rounding must not carry it past the knot, where it would overtake what follows.
    (y0 + (at - x0) / (x1 - x0) * (y1 - y0)).min(y1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(starts: &[f64], extent: (f64, f64), expected: &[(f64, f64)]) {
        let scale = Scale::even(starts, extent);
        for &(day, place) in expected {
            assert!((scale.apply(day) - place).abs() < 1e-6, "{day} is at {}", scale.apply(day));
            assert!((scale.invert(place) - day).abs() < 1e-6, "at {place} is {}", scale.invert(place));
        }
    }

    #[test]
    fn a_crowded_stretch_gets_half_its_share_of_the_events() {
        // All events in the last tenth: a twentieth of the length for its time, a half for its events.
        let starts: Vec<f64> = (0..100).map(|day| 900.0 + f64::from(day)).collect();
        check(&starts, (0.0, 1000.0), &[(0.0, 0.0), (450.0, 225.0), (900.0, 450.0), (950.0, 725.0), (1000.0, 1000.0)]);
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
            assert_eq!(Scale::even(&starts, extent), Scale::linear(), "{starts:?} {extent:?}");
        }
    }

    #[test]
    fn a_day_has_its_length_where_it_stands() {
        let starts: Vec<f64> = (0..100).map(|day| 900.0 + f64::from(day)).collect();
        let scale = Scale::even(&starts, (0.0, 1000.0));
        assert!((scale.least(scale.apply(400.0)) - 0.5).abs() < 1e-9);
        assert!(scale.least(scale.apply(950.0)) > 5.0);
        assert_eq!(Scale::linear().least(400.0), 1.0);
    }
}
