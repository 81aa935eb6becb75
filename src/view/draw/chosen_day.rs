//! The day of the chosen mark, as it stands among the labels of the ticks.

use super::tick_label::label;
use crate::date::Day;
use crate::document::{EventId, Mark, Timeline};
use crate::timeline::{Px, Step, Target};

/// A label on the axis line that is not a tick's.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::view) struct ChosenDay {
    /// Where it stands.
    pub x: Px,
    /// What it says.
    pub label: String,
}

/// The day of the chosen mark, by its position among the targets; nothing for several events at one mark.
pub(in crate::view) fn chosen_day(
    timeline: &Timeline,
    targets: &[Target],
    current: Option<usize>,
) -> Option<ChosenDay> {
    let target = targets.get(current?).filter(|target| target.cluster().is_none())?;
    let mark = timeline.mark(EventId(target.event()));
    // Within the window a bar may begin anywhere, but its middle is always seen.
    let day = Day((mark.bounds.earliest.0 + mark.bounds.latest.0) / 2);
    Some(ChosenDay { x: target.x(), label: label(&timeline.labels, day, fineness(mark)) })
}

/// As fine as the date is known.
fn fineness(mark: &Mark) -> Step {
    match mark.bounds.days() {
        ..=1 => Step::Days(1),
        2..=31 => Step::Months(1),
        _ => Step::Years(1),
    }
}
