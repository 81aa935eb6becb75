//! What the controls say of a state, in the document's words.

use crate::date::Moment;
use crate::document::{EventId, Mark, Timeline, fill};
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
    let mut end = time.end;
    if timeline.has_clocks() {
        // Hours make the last day one of them; so does a last event at its very beginning.
        let begins_last_day = |mark: &Mark| mark.moment() == Some(end) && mark.clock == Some(0);
        let more = if timeline.marks.last().is_some_and(begins_last_day) { 1.0 } else { 0.0 };
        end = Moment(end.0.ceil() + more);
    }
    (in_words(time.start), in_words((end - 1.0).max(time.start)))
}

/// A stretch of time from its first to its last year, month, day or minute; told once where they are the same.
pub(super) fn window(timeline: &Timeline, time: Interval<Moment>) -> String {
    let (from, to) = ends(timeline, time);
    // Of one day the end is told by its clock alone.
    if from == to || time.start.minute() == time.end.minute() {
        from
    } else {
        fill(&timeline.labels.window, &[("from", &from), ("to", &to)])
    }
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
    let (from, to) = ends(&scene.timeline, from_to(&scene.timeline, [cluster.first, cluster.last]));
    let count = number(&scene.timeline, cluster.count as usize);
    fill(&scene.timeline.labels.cluster, &[("n", &count), ("from", &from), ("to", &to)])
}

/// From the beginning of an event to the end of another: their dates in words may be periods and doubts themselves. Where either
/// is not known by the clock, or hours say too much, these are whole days.
fn from_to(timeline: &Timeline, events: [u32; 2]) -> Interval<Moment> {
    let [first, last] = events.map(|event| timeline.mark(EventId(event)));
    match first.moment().zip(last.moment()) {
        Some((start, end)) if timeline.tells_clock(start, end) => Interval::new(start, end),
        _ => Interval::new(first.bounds.earliest.start(), last.bounds.latest.end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Bounds, Day};
    use crate::document::{ControlLabels, Direction, Doubt, Extent, Spacing, Status, Version};

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
    fn a_window_of_one_minute_names_it_once() {
        let mut timeline = timeline(24);
        timeline.labels.window = "{from} to {to}".to_owned();
        let check = |end: f64, expected: &str| {
            assert_eq!(window(&timeline, Interval::new(Moment(0.5), Moment(end))), expected);
        };
        check(0.5, "1 Jan 1970, 12:00");
        check(0.500_1, "1 Jan 1970, 12:00");
        check(0.501, "1 Jan 1970, 12:00 to 12:01");
    }

    /// A timeline of events, each with the number of its first day, how many days it has, and its clock.
    fn of(events: &[(i64, i64, Option<u32>)]) -> Timeline {
        let mark = |(number, &(first, days, clock)): (usize, &(i64, i64, Option<u32>))| Mark {
            id: format!("e{number}").parse().expect("an id"),
            bounds: Bounds::new(Day(first), Day(first + days - 1)),
            clock,
            extent: Extent::default(),
            doubt: Doubt::default(),
            category: None,
            status: Status::default(),
        };
        Timeline { marks: events.iter().enumerate().map(mark).collect(), ..timeline(24) }
    }

    #[test]
    fn a_last_event_at_the_beginning_of_a_day_makes_it_the_last_one() {
        let check = |end: f64, clock: u32, expected: &str| {
            let timeline = of(&[(0, 1, None), (7, 1, Some(clock))]);
            assert_eq!(ends(&timeline, Interval::new(Moment(0.0), Moment(end))).1, expected, "{clock}");
        };
        check(7.0, 0, "8 Jan 1970");
        check(7.5, 43_200, "8 Jan 1970");
        // The end of a day is none of the next one, and what ends before is not the last event.
        check(8.0, 86_400, "8 Jan 1970");
        check(6.5, 0, "7 Jan 1970");
    }

    #[test]
    fn events_together_tell_clocks_only_where_both_ends_are_clocks() {
        let check = |events: [(i64, i64, Option<u32>); 2], expected: [&str; 2]| {
            let timeline = of(&events);
            let (from, to) = ends(&timeline, from_to(&timeline, [0, 1]));
            assert_eq!([from, to], expected, "{events:?}");
        };
        let nine = Some(32_400);
        check([(0, 1, nine), (0, 1, Some(61_200))], ["1 Jan 1970, 9:00", "17:00"]);
        check([(0, 1, nine), (1, 1, None)], ["1 Jan 1970", "2 Jan 1970"]);
        check([(0, 1, None), (1, 1, nine)], ["1 Jan 1970", "2 Jan 1970"]);
        check([(0, 1, None), (0, 3, None)], ["1 Jan 1970", "3 Jan 1970"]);
        // Days go to the last one, though it has but begun.
        check([(0, 1, nine), (5, 1, Some(0))], ["1 Jan 1970", "6 Jan 1970"]);
        check([(0, 1, nine), (5, 1, Some(86_400))], ["1 Jan 1970", "6 Jan 1970"]);
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
