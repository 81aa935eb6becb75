//! What the controls say of a state, in the document's words.

use crate::date::Moment;
use crate::document::{EventId, Timeline, fill};
use crate::timeline::{Cluster, Interval, Target};
use crate::view::draw::moment_label;

use super::scene::Scene;

/// Windows shorter than this are told by months.
const MONTHS: f64 = 3.0 * 365.0;
/// Windows shorter than this are told by days.
const DAYS: f64 = 100.0;

/// A number of things.
pub(super) fn number(timeline: &Timeline, number: usize) -> String {
    timeline.labels.number(number as i64)
}

/// "{n} of {total}" of the events that are shown, or how many they are while none is chosen.
pub(super) fn position(timeline: &Timeline, position: Option<usize>, shown: usize) -> String {
    let labels = &timeline.labels;
    let total = number(timeline, shown);
    match position {
        Some(position) => fill(&labels.position, &[("n", &number(timeline, position + 1)), ("total", &total)]),
        None => fill(&labels.count, &[("total", &total)]),
    }
}

/// "{n} of {total} events", as far as filters leave them.
pub(super) fn matches(timeline: &Timeline, shown: usize) -> String {
    let labels = &timeline.labels;
    if shown == 0 {
        return labels.none.clone();
    }
    let total = number(timeline, timeline.marks.len());
    fill(&labels.matches, &[("n", &number(timeline, shown)), ("total", &total)])
}

/// The first and the last year, month or day of a stretch of time, or the clock at its ends.
pub(super) fn ends(timeline: &Timeline, time: Interval<Moment>) -> (String, String) {
    let labels = &timeline.labels;
    if timeline.tells_clock(time.start, time.end) {
        let [start, end] = [time.start, time.end].map(Moment::minute);
        let to = if start.0 == end.0 { labels.time(end.1) } else { moment_label(labels, time.end) };
        return (moment_label(labels, time.start), to);
    }
    let in_words = |moment: Moment| {
        let civil = moment.day().civil();
        let year = labels.year(civil.year);
        let pattern = match time.length() {
            length if length < DAYS => &labels.days,
            length if length < MONTHS => &labels.months,
            _ => return year,
        };
        let day = labels.number(i64::from(civil.day));
        pattern
            .get(usize::from(civil.month) - 1)
            .map_or(year.clone(), |pattern| fill(pattern, &[("year", &year), ("day", &day)]))
    };
    // Hours make the last day one of them.
    let end = if timeline.has_clocks() { Moment(time.end.0.ceil()) } else { time.end };
    (in_words(time.start), in_words((end - 1.0).max(time.start)))
}

/// A stretch of time from its first to its last year, month, day or minute; told once where they are the same.
pub(super) fn window(timeline: &Timeline, time: Interval<Moment>) -> String {
    let (from, to) = ends(timeline, time);
    if from == to { from } else { fill(&timeline.labels.window, &[("from", &from), ("to", &to)]) }
}

/// The accessible name of a mark.
pub(super) fn mark_name(scene: &Scene, target: &Target) -> String {
    match target.cluster() {
        Some(cluster) => cluster_name(scene, &cluster),
        None => {
            let id = EventId(target.event());
            let name = fill(&scene.timeline.labels.mark, &[("date", &scene.date(id)), ("title", &scene.title(id))]);
            [vec![name], scene.kind(id)].concat().join(", ")
        }
    }
}

/// The accessible name of several events together.
pub(super) fn cluster_name(scene: &Scene, cluster: &Cluster) -> String {
    // From the first beginning to the last end: their dates in words may be periods and doubts themselves.
    let [first, last] = [cluster.first, cluster.last].map(|id| scene.spans.time(id));
    let (from, to) = ends(&scene.timeline, Interval::new(first.start, last.end));
    let count = number(&scene.timeline, cluster.count as usize);
    fill(&scene.timeline.labels.cluster, &[("n", &count), ("from", &from), ("to", &to)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Day;
    use crate::document::{ControlLabels, Direction, Spacing, Version};

    fn timeline(hours: usize) -> Timeline {
        let labels = ControlLabels {
            months: vec!["Jan {year}".to_owned()],
            days: vec!["{day} Jan {year}".to_owned()],
            hours: (0..hours).map(|hour| format!("{hour}:{{minute}}")).collect(),
            clock: "{date}, {time}".to_owned(),
            ..ControlLabels::default()
        };
        Timeline {
            version: Version::default(),
            id: "doc".parse().expect("an id"),
            lang: "en".to_owned(),
            dir: Direction::Ltr,
            labels_lang: None,
            marks: Vec::new(),
            eras: Vec::new(),
            categories: Vec::new(),
            start: None,
            window: None,
            spacing: Spacing::Linear,
            labels,
        }
    }

    /// The words for a stretch of time from 1 January 1970 on, in days.
    fn check(hours: usize, (start, end): (f64, f64), expected: [&str; 2]) {
        let (from, to) = ends(&timeline(hours), Interval::new(Moment(start), Moment(end)));
        assert_eq!([from, to], expected, "{start} to {end}");
    }

    #[test]
    fn a_window_of_one_day_names_it_once() {
        let mut timeline = timeline(0);
        timeline.labels.window = "{from} to {to}".to_owned();
        let check = |days: f64, expected: &str| {
            assert_eq!(window(&timeline, Interval::new(Moment(0.0), Moment(days))), expected);
        };
        check(1.0, "1 Jan 1970");
        check(2.0, "1 Jan 1970 to 2 Jan 1970");
    }

    #[test]
    fn without_clocks_days_are_whole() {
        check(0, (0.0, 1.0), ["1 Jan 1970", "1 Jan 1970"]);
        check(0, (0.4, 3.6), ["1 Jan 1970", "3 Jan 1970"]);
        check(0, (0.0, 150.0), ["Jan 1970", "1970"]);
    }

    #[test]
    fn among_clocks_a_short_window_tells_them_and_its_day_once() {
        check(24, (0.375, 17.0 / 24.0), ["1 Jan 1970, 9:00", "17:00"]);
        check(24, (0.375, 1.0), ["1 Jan 1970, 9:00", "2 Jan 1970, 0:00"]);
        check(24, (0.375, 1.7), ["1 Jan 1970, 9:00", "2 Jan 1970, 16:48"]);
        check(24, (0.0, 2.0), ["1 Jan 1970", "2 Jan 1970"]);
        // A longer one has its last day, too.
        check(24, (0.375, 4.7), ["1 Jan 1970", "5 Jan 1970"]);
    }

    #[test]
    fn what_happened_at_one_moment_is_no_stretch_that_ends_before_it_begins() {
        check(24, (0.375, 0.375), ["1 Jan 1970, 9:00", "9:00"]);
        let midnight = Day(4).start().0;
        check(24, (midnight, midnight), ["5 Jan 1970", "5 Jan 1970"]);
    }
}
