//! The labels under the axis line: which of the ticks' have room, and whether the chosen mark's tells its day.

use super::chosen_day::ChosenDay;
use super::tick_label::tick_label;
use crate::date::Day;
use crate::document::ControlLabels;
use crate::timeline::{Interval, Px, Step, Tick, text_width};

/// Air between two labels.
const AIR: Px = Px(4.0);
/// How much wider figures may be than the average letter.
const FIGURES: f64 = 1.2;

/// A label, and where its middle stands.
pub(super) type Placed = (Px, String);

/// The labels of the ticks, one for each that has room on an axis of this width, and that of the chosen mark, which always has
/// some.
///
/// Every day should be told: by the label of its midnight, else by the chosen mark's, else by the first hour that has room for
/// it. So hours alone get what room these leave.
pub(super) fn axis_labels(
    labels: &ControlLabels,
    ticks: &[Tick],
    mut chosen: Option<ChosenDay>,
    width: Px,
) -> (Vec<Option<Placed>>, Option<Placed>) {
    // What labels have taken so far, the chosen mark's first: one that would touch it is left out.
    let mut taken: Vec<Interval<Px>> = chosen.iter().map(|chosen| reach(width, chosen.x, &chosen.label)).collect();
    let mut told: Vec<Day> = Vec::new();
    let mut placed: Vec<Option<Placed>> = ticks.iter().map(|_| None).collect();
    for (is_hour, with_day) in [(false, false), (true, true), (true, false)] {
        for next in ticks.iter().zip(&mut placed).map(Some).chain([None]) {
            // Where its midnight does not tell the chosen mark's day, its own label does, before those of later days take the room.
            if let Some(chosen) = &mut chosen
                && let Some(day) = chosen.day.filter(|day| !told.contains(day))
                && next.as_ref().is_none_or(|(tick, _)| tick.day > day)
            {
                let reach = reach(width, chosen.x, &chosen.with_day);
                if is_free(&taken[1..], reach) {
                    taken[0] = reach;
                    told.push(day);
                    std::mem::swap(&mut chosen.label, &mut chosen.with_day);
                }
            }
            let Some((tick, place)) = next else { break };
            if place.is_some() || (tick.minute > 0) != is_hour || with_day && told.contains(&tick.day) {
                continue;
            }
            let label = tick_label(labels, tick, with_day);
            let reach = reach(width, tick.x, &label);
            // A label that would have to go far from its tick says the wrong thing.
            if (middle(reach) - tick.x).abs() <= reach.length() / 2.0 && is_free(&taken, reach) {
                taken.push(reach);
                // A year or a month begins with a day, and does not tell it.
                if with_day || !is_hour && matches!(tick.step, Step::Days(_) | Step::Minutes(_)) {
                    told.push(tick.day);
                }
                *place = Some((middle(reach), label));
            }
        }
    }
    (placed, chosen.map(|chosen| (middle(taken[0]), chosen.label)))
}

/// What a label takes of the axis around an x; it stands whole on it.
fn reach(width: Px, x: Px, label: &str) -> Interval<Px> {
    let half = text_width(label) * (FIGURES / 2.0);
    let middle = x.min(width - half).max(half);
    Interval::new(middle - half, middle + half)
}

fn middle(reach: Interval<Px>) -> Px {
    reach.start + reach.length() / 2.0
}

fn is_free(taken: &[Interval<Px>], reach: Interval<Px>) -> bool {
    let with_air = Interval::new(reach.start - AIR, reach.end + AIR);
    !taken.iter().any(|other| other.overlaps(with_air))
}
