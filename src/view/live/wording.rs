//! What the controls say of a state, in the document's words.

use crate::date::Moment;
use crate::document::{EventId, Timeline, fill};
use crate::timeline::{Cluster, Interval, Target};

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

/// The first and the last year, month or day of a stretch of time.
pub(super) fn ends(timeline: &Timeline, time: Interval<Moment>) -> (String, String) {
    let labels = &timeline.labels;
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
    (in_words(time.start), in_words(time.end - 1.0))
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
    let [first, last] = [cluster.first, cluster.last].map(|id| scene.timeline.mark(EventId(id)).bounds);
    let (from, to) = ends(&scene.timeline, Interval::new(first.earliest.start(), last.latest.end()));
    let count = number(&scene.timeline, cluster.count as usize);
    fill(&scene.timeline.labels.cluster, &[("n", &count), ("from", &from), ("to", &to)])
}
