//! The tab stop on the axis: where it is, and where the keys lead from there.

use super::State;
use super::intent::Walk;
use crate::document::{EventId, Timeline};
use crate::timeline::{BUCKET_MIN, Holder, Interval, Layout, Place, Target, layout, targets};

/// How many events before and after the focused one are tried for the one that the keys lead to outside the window.
const TRIED: usize = 64;

/// The marks that stand on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisMarks {
    /// Everything that stands there.
    pub layout: Layout,
    /// What can be chosen, from the start of the axis to its end.
    pub targets: Vec<Target>,
    /// The position of the one with the chosen event.
    pub current: Option<usize>,
    /// The position of the tab stop; 0 without any.
    pub tab_stop: usize,
}

impl AxisMarks {
    /// The target with the tab stop.
    pub fn focused(&self) -> Option<&Target> {
        self.targets.get(self.tab_stop)
    }
}

impl State {
    /// The marks on the axis.
    pub fn marks(&self) -> AxisMarks {
        let layout = self.layout();
        let targets = targets(&layout, self.window.width);
        let position = |event: Option<EventId>| self.target_of(&layout, &targets, event?);
        let current = position(self.chosen);
        let tab_stop = position(self.focused).or(current).unwrap_or(0);
        AxisMarks { current, tab_stop, layout, targets }
    }

    /// The position of the target in which an event stands.
    fn target_of(&self, layout: &Layout, targets: &[Target], EventId(event): EventId) -> Option<usize> {
        let held = match layout.holder(&self.shown, event)? {
            Holder::Bar(bar) => Target::Bar(layout.bars[bar]),
            Holder::Point(point) => Target::Point(layout.points[point]),
            Holder::Cluster(cluster) => Target::Cluster(layout.clusters[cluster]),
        };
        targets.iter().position(|target| *target == held)
    }
}

/// Where the tab stop moves.
pub(super) struct Step {
    /// The event at whose mark it will be.
    pub event: EventId,
    /// The window that shows it, if the present one does not.
    pub window: Option<Interval<Place>>,
}

/// Where a key leads from the tab stop; nowhere from the last mark on.
pub(super) fn walk(state: &State, timeline: &Timeline, step: Walk) -> Option<Step> {
    let marks = state.marks();
    let neighbour = match step {
        Walk::Back => marks.tab_stop.checked_sub(1),
        Walk::On => Some(marks.tab_stop + 1),
        _ => None,
    };
    if let Some(target) = neighbour.and_then(|neighbour| marks.targets.get(neighbour)) {
        return Some(Step { event: EventId(target.event()), window: None });
    }
    let event = destination(state, timeline, &marks, step)?;
    let (drawn, place) = (state.window.drawn(), state.shown.middle(event));
    let x = drawn.apply(place);
    // Where its mark would not stand whole, it is not drawn.
    let is_seen = x >= BUCKET_MIN && x <= drawn.width - BUCKET_MIN;
    Some(Step { event: EventId(event), window: (!is_seen).then(|| drawn.around(place).window) })
}

/// The event that a key leads to, beyond the marks in the window.
fn destination(state: &State, timeline: &Timeline, marks: &AxisMarks, step: Walk) -> Option<u32> {
    let shown = state.shown.shown();
    let own_era = marks.focused().and_then(|target| timeline.era_of(EventId(target.event())));
    let first_of = |era: Option<usize>| {
        let era = timeline.eras.get(era?)?.bounds;
        let day = |event: u32| timeline.mark(EventId(event)).bounds.earliest;
        let position = shown.partition_point(|&event| day(event) < era.earliest);
        shown.get(position).copied().filter(|&event| day(event) <= era.latest)
    };
    match step {
        Walk::Back => beyond(state, marks, false),
        Walk::On => beyond(state, marks, true),
        Walk::First => shown.first().copied(),
        Walk::Last => shown.last().copied(),
        Walk::EraBack => first_of(own_era.and_then(|era| era.checked_sub(1))).or(shown.first().copied()),
        Walk::EraOn => first_of(own_era.map(|era| era + 1)).or(shown.last().copied()),
    }
}

/// The event whose mark would stand next to the focused one, if the axis were longer: after it (`is_on`) or before it.
fn beyond(state: &State, marks: &AxisMarks, is_on: bool) -> Option<u32> {
    let index = &*state.shown;
    let shown = index.shown();
    let drawn = state.window.drawn();
    let (event, here) = match marks.focused() {
        Some(Target::Cluster(cluster)) => {
            (if is_on { cluster.last } else { cluster.first }, drawn.invert(cluster.middle))
        }
        Some(target) => (target.event(), drawn.invert(target.x())),
        // A window without marks lies between those before it and those after it.
        None => {
            let edge = shown.partition_point(|&event| index.places(event).start < drawn.window.start);
            (*shown.get(edge).or(shown.last())?, drawn.middle())
        }
    };
    let distance = |place: Place| if is_on { place - here } else { here - place };
    // Marks stand by their middles, which follow one another nearly as the events do.
    let at = shown.partition_point(|&other| other < event);
    let near = &shown[at.saturating_sub(TRIED)..(at + TRIED).min(shown.len())];
    let is_outside = |event: u32| state.target_of(&marks.layout, &marks.targets, EventId(event)).is_none();
    let events = near.iter().map(|&event| (index.middle(event), event));
    // A cluster stands as near to what it holds as its bucket allows: one that is cut off at the window's edge may hold
    // events that lie before the focused one.
    let at_the_edge = marks.layout.clusters.iter().map(|cluster| (drawn.invert(cluster.x), cluster.first));
    let all = events.chain(at_the_edge).filter(|&(_, event)| is_outside(event));
    let (place, event) = nearest(all.filter(|&(place, _)| distance(place) > 0.0), distance)?;
    // In the next window a cluster may have its turn before that event.
    let there = drawn.around(place);
    let before = layout(index, &there, state.form(), state.window.room.rows).clusters;
    let before = before.iter().map(|cluster| (there.invert(cluster.middle), cluster.first));
    let before = before.filter(|&(other, _)| distance(other) > 0.0 && distance(other) < distance(place));
    Some(nearest(before, distance).map_or(event, |(_, event)| event))
}

fn nearest(events: impl Iterator<Item = (Place, u32)>, distance: impl Fn(Place) -> f64) -> Option<(Place, u32)> {
    events.min_by(|a, b| distance(a.0).total_cmp(&distance(b.0)))
}
