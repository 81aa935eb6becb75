//! The day of the chosen mark, as it stands among the labels of the ticks.

use super::tick_label::{label, moment_label};
use crate::date::Day;
use crate::document::{EventId, Mark, Timeline};
use crate::timeline::{Px, Step, Target, Tick};

/// A label on the axis line that is not a tick's.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::view) struct ChosenDay {
    /// Where it stands.
    pub x: Px,
    /// What it says.
    pub label: String,
    /// The same with its day, for where no other label tells that; it may have it already.
    pub with_day: String,
    /// The day that this tells.
    pub day: Option<Day>,
}

/// The day of the chosen mark, by its position among the targets, or its clock among ticks of hours; nothing for several events
/// at one mark.
pub(in crate::view) fn chosen_day(
    timeline: &Timeline,
    targets: &[Target],
    current: Option<usize>,
    ticks: &[Tick],
) -> Option<ChosenDay> {
    let target = targets.get(current?).filter(|target| target.cluster().is_none())?;
    let mark = timeline.mark(EventId(target.event()));
    let labels = &timeline.labels;
    let (label, with_day, day) = match mark.clock {
        Some(clock) if timeline.has_clocks() => {
            // The minute in which it lies, as its date is worded.
            let moment = mark.bounds.earliest.at(clock / 60 * 60);
            let (day, minute) = moment.minute();
            let with_day = moment_label(labels, moment);
            // The axis may tell hours of one day and years elsewhere.
            let has_hours = ticks.iter().any(|tick| tick.day == day && matches!(tick.step, Step::Minutes(_)));
            (if has_hours { labels.time(minute) } else { with_day.clone() }, with_day, Some(day))
        }
        _ => {
            // Within the window a bar may begin anywhere, but its middle is always seen.
            let day = Day((mark.bounds.earliest.0 + mark.bounds.latest.0) / 2);
            let step = fineness(mark);
            let label = label(labels, day, step);
            (label.clone(), label, (step == Step::Days(1)).then_some(day))
        }
    };
    Some(ChosenDay { x: target.x(), label, with_day, day })
}

/// As fine as the date is known.
fn fineness(mark: &Mark) -> Step {
    match mark.bounds.days() {
        ..=1 => Step::Days(1),
        2..=31 => Step::Months(1),
        _ => Step::Years(1),
    }
}
