//! Lanes for periods: greedy interval partitioning in time, so that a bar keeps its lane while one zooms and pans.

use super::Interval;
use crate::date::Moment;

/// The most lanes there are; what finds no room in them joins the clusters.
pub const MAX_LANES: u8 = 4;

/// The lane of each interval, which come sorted by their starts. As few lanes are used as intervals
/// overlap at most, up to [`MAX_LANES`]; an interval that finds every lane taken gets none.
pub(super) fn partition(intervals: &[Interval<Moment>]) -> Vec<Option<u8>> {
    let mut ends: Vec<Moment> = Vec::new();
    intervals
        .iter()
        .map(|&Interval { start, end }| {
            // The first lane that is free again: with intervals sorted by start this is optimal.
            let lane = match ends.iter().position(|&free| free <= start) {
                Some(lane) => lane,
                None if ends.len() < usize::from(MAX_LANES) => {
                    ends.push(end);
                    ends.len() - 1
                }
                None => return None,
            };
            ends[lane] = end;
            Some(lane as u8)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(intervals: &[(f64, f64)], expected: &[Option<u8>]) {
        let interval = |&(start, end)| Interval::new(Moment(start), Moment(end));
        let intervals: Vec<Interval<Moment>> = intervals.iter().map(interval).collect();
        assert_eq!(partition(&intervals), expected);
    }

    #[test]
    fn intervals_that_follow_one_another_share_a_lane() {
        check(&[(0.0, 1.0), (1.0, 2.0), (5.0, 6.0)], &[Some(0), Some(0), Some(0)]);
    }

    #[test]
    fn intervals_that_overlap_do_not() {
        check(&[(0.0, 9.0), (1.0, 3.0), (2.0, 4.0), (3.0, 5.0)], &[Some(0), Some(1), Some(2), Some(1)]);
    }

    #[test]
    fn a_fifth_at_once_gets_no_lane() {
        let same = [(0.0, 1.0); 5];
        check(&same, &[Some(0), Some(1), Some(2), Some(3), None]);
    }
}
