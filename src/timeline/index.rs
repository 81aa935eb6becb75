//! The events as sorted arrays, built once per document, scale and filter.
//!
//! Whether a stretch of time is drawn as a bar or stands as a point depends on the zoom: it is a bar once it is at
//! least one bucket long. Events are therefore filed by the binary order of their length in places ("class"): at a
//! zoom of 2^k-place buckets, classes up to k are points and those above are bars. Each class is a sorted array, so a
//! frame needs only binary searches in a few dozen arrays, whatever the number of events.

use std::ops::Range;
use std::rc::Rc;

use super::{DAY, Interval, Place, Scale, Viewport, lanes, order};
use crate::date::Moment;

/// An event as the axis sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// From when to when it lasts, or may have been; of what is known by the clock both are the very moment.
    pub time: Interval<Moment>,
    /// Whether it is never more than a point, however long its day is drawn.
    pub is_point: bool,
    /// The group of events it is counted with, a small number: what looks alike is of one group.
    pub group: u8,
}

/// Events of about the same length, sorted by their middles.
#[derive(Clone, Debug, Default)]
pub(super) struct Class {
    /// Their middles, rising.
    pub middles: Vec<Place>,
    /// The events, in the same order.
    pub events: Vec<u32>,
    /// For each group of events, at which positions its events are, rising.
    groups: Vec<Vec<u32>>,
}

impl Class {
    /// The range of positions whose middles lie in an interval.
    pub fn within(&self, places: Interval<Place>) -> Range<usize> {
        let first = self.before(places.start);
        first..first + self.middles[first..].partition_point(|&middle| middle < places.end)
    }

    /// How many middles lie before a place.
    pub fn before(&self, place: Place) -> usize {
        self.middles.partition_point(|&middle| middle < place)
    }

    /// What stands at a position, if there is such a position.
    pub fn at(&self, position: usize) -> Option<(Place, u32)> {
        Some((*self.middles.get(position)?, self.events[position]))
    }

    /// How many events of a group are at a range of positions.
    pub fn of_group(&self, group: usize, range: &Range<usize>) -> u32 {
        let Some(positions) = self.groups.get(group) else { return 0 };
        let before = |end: usize| positions.partition_point(|&position| (position as usize) < end);
        (before(range.end) - before(range.start)) as u32
    }

    /// Sorts the events by their middles; those of one middle keep their order.
    fn sort(&mut self, middle: &dyn Fn(u32) -> Place, group: &dyn Fn(u32) -> usize) {
        let order = order(self.events.iter().map(|&event| middle(event).0));
        self.events = order.into_iter().map(|position| self.events[position]).collect();
        self.middles = self.events.iter().map(|&event| middle(event)).collect();
        for (position, &event) in self.events.iter().enumerate() {
            let group = group(event);
            if self.groups.len() <= group {
                self.groups.resize_with(group + 1, Vec::new);
            }
            self.groups[group].push(position as u32);
        }
    }
}

/// In `lanes_of`: shown, and without a lane.
const NO_LANE: u8 = u8::MAX;
/// In `lanes_of`: not shown.
const HIDDEN: u8 = u8::MAX - 1;
/// The class of points.
const POINTS: usize = 0;
/// The class of long events that found no lane.
pub(super) const CROWDED: usize = 1;
/// The class of single days that are stretches of time, as they are among hours.
const DAYS: usize = 2;
/// From buckets of 2^-3 days on, eight to a day, they are bars: with hours to tell apart, and before that marks like any.
const BARS_OF_DAYS: i32 = -3;
/// The last class, of everything from 2^63 places.
const LAST: usize = 65;

/// The events of a document that are shown, filed so that they can be laid out on a scale. Events are numbered in the
/// order given, whatever is shown.
#[derive(Clone, Debug, Default)]
pub struct EventIndex {
    spans: Rc<[Span]>,
    eras: Rc<[Interval<Moment>]>,
    scale: Rc<Scale>,
    shown: Vec<u32>,
    /// One an event.
    lanes_of: Vec<u8>,
    lanes: u8,
    extent: Option<Interval<Place>>,
    /// Class c > 1 holds lengths from 2^(c-2) to below 2^(c-1) places.
    pub(super) classes: Vec<Class>,
}

impl EventIndex {
    /// Files the events, which come sorted by their beginnings, on a scale. Eras come sorted and apart from one another.
    /// With `admitted`, only events for which it says `true` are filed.
    pub fn new(
        spans: Rc<[Span]>,
        eras: Rc<[Interval<Moment>]>,
        scale: Rc<Scale>,
        admitted: Option<&[bool]>,
    ) -> EventIndex {
        let is_shown = |event: u32| admitted.is_none_or(|admitted| admitted.get(event as usize) == Some(&true));
        let shown: Vec<u32> = (0..spans.len() as u32).filter(|&event| is_shown(event)).collect();
        let mut long: Vec<u32> = shown.iter().copied().filter(|&event| !spans[event as usize].is_point).collect();
        if scale.has_hours() {
            // Days come after the periods that begin with them, so that they take the lanes that are free.
            let order = order(long.iter().map(|&event| {
                let Interval { start, end } = spans[event as usize].time;
                start.0 + if end - start <= DAY { 0.5 } else { 0.0 }
            }));
            long = order.into_iter().map(|position| long[position]).collect();
        }
        let intervals: Vec<Interval<Moment>> = long.iter().map(|&event| spans[event as usize].time).collect();
        let mut lanes_of = vec![HIDDEN; spans.len()];
        for &event in &shown {
            lanes_of[event as usize] = NO_LANE;
        }
        let mut lanes = 0;
        for (&event, lane) in long.iter().zip(lanes::partition(&intervals)) {
            if let Some(lane) = lane {
                lanes_of[event as usize] = lane;
                lanes = lanes.max(lane + 1);
            }
        }
        let mut index = EventIndex { spans, eras, scale, shown, lanes_of, lanes, extent: None, classes: Vec::new() };
        index.extent = index.measure();
        index.file();
        index
    }

    fn measure(&self) -> Option<Interval<Place>> {
        let times = self.spans.iter().map(|span| span.time).chain(self.eras.iter().copied());
        Some(self.places_of(self.scale.extent(times)?))
    }

    fn file(&mut self) {
        let mut classes: Vec<Class> = Vec::new();
        for &event in &self.shown {
            let class = self.class(event);
            if classes.len() <= class {
                classes.resize_with(class + 1, Class::default);
            }
            classes[class].events.push(event);
        }
        for class in &mut classes {
            class.sort(&|event| self.middle(event), &|event| usize::from(self.span(event).group));
        }
        self.classes = classes;
    }

    /// The class of an event that is shown.
    pub(super) fn class(&self, event: u32) -> usize {
        match self.lane(event) {
            Some(_) => class_of(self.places(event).length()),
            None if self.span(event).is_point => POINTS,
            None => CROWDED,
        }
    }

    /// How many classes, from the first, are points in buckets of 2^level places.
    pub(super) fn point_classes(&self, level: i32) -> usize {
        let least = if self.scale.has_hours() && level > BARS_OF_DAYS { DAYS + 1 } else { DAYS };
        (level.max(0) as usize + 2).max(least).min(self.classes.len())
    }

    /// How many events are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether none is shown.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The events that are shown, in time order.
    pub fn shown(&self) -> &[u32] {
        &self.shown
    }

    /// Whether an event is shown.
    pub fn is_shown(&self, event: u32) -> bool {
        self.lanes_of.get(event as usize).is_some_and(|&lane| lane != HIDDEN)
    }

    /// An event, shown or not.
    pub fn span(&self, event: u32) -> Span {
        self.spans[event as usize]
    }

    /// Where an event begins and ends on the axis.
    pub fn places(&self, event: u32) -> Interval<Place> {
        self.places_of(self.span(event).time)
    }

    /// Whether any of an event lies in a window; a moment at its very edge does.
    pub fn is_in(&self, event: u32, window: Interval<Place>) -> bool {
        let places = self.places(event);
        places.overlaps(window) || places.start == places.end && [window.start, window.end].contains(&places.start)
    }

    /// Where a stretch of time begins and ends on the axis.
    pub fn places_of(&self, time: Interval<Moment>) -> Interval<Place> {
        time.map(|moment| self.scale.apply(moment))
    }

    /// The place at which an event stands when it is a point: the middle of its places.
    pub fn middle(&self, event: u32) -> Place {
        let places = self.places(event);
        places.start + places.length() / 2.0
    }

    /// The lane of an event's bar, if it has one.
    pub fn lane(&self, event: u32) -> Option<u8> {
        Some(self.lanes_of[event as usize]).filter(|&lane| lane < super::MAX_LANES)
    }

    /// How many lanes are in use: as many as long events overlap at most, up to [`super::MAX_LANES`].
    pub fn lanes(&self) -> u8 {
        self.lanes
    }

    /// The eras.
    pub fn eras(&self) -> &[Interval<Moment>] {
        &self.eras
    }

    /// The scale they are filed on.
    pub fn scale(&self) -> &Rc<Scale> {
        &self.scale
    }

    /// The places from the first beginning to the last end of all events and eras, shown or not, so that the axis does
    /// not jump when a reader filters; `None` when there is nothing.
    pub fn extent(&self) -> Option<Interval<Place>> {
        self.extent
    }

    /// How many of the shown events have their middle in an interval, in O(log n).
    pub fn count(&self, places: Interval<Place>) -> u32 {
        self.classes.iter().map(|class| class.within(places).len() as u32).sum()
    }

    /// How many of the shown events have their middle in each of so many equal parts of a window, from its start to its
    /// end, in O(parts · log n). In a window that cannot be drawn there are none.
    pub fn density(&self, viewport: &Viewport, parts: usize) -> Vec<u32> {
        let mut counts = vec![0; parts];
        if !viewport.is_drawable() {
            return counts;
        }
        let Interval { start, end } = viewport.window;
        for class in &self.classes {
            let mut before = class.before(start);
            for (part, count) in counts.iter_mut().enumerate() {
                // The last edge is the window's own, without rounding.
                let is_last = part + 1 == parts;
                let edge = if is_last { end } else { start + viewport.length() * (part + 1) as f64 / parts as f64 };
                let until = class.before(edge).max(before);
                *count += (until - before) as u32;
                before = until;
            }
        }
        counts
    }
}

/// By address: an index is made anew for each filter and scale, and comparing two would cost what making them does.
impl PartialEq for EventIndex {
    fn eq(&self, other: &EventIndex) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The class of a length in places: the least c > 1 with length < 2^(c-1).
fn class_of(length: f64) -> usize {
    // A number from 1 has its binary order in these bits.
    let order = (length.max(1.0).to_bits() >> 52) as usize - 1023;
    (order + 2).min(LAST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Px;

    fn moments(start: f64, end: f64) -> Interval<Moment> {
        Interval::new(Moment(start), Moment(end))
    }

    fn places(start: f64, end: f64) -> Interval<Place> {
        Interval::new(Place(start), Place(end))
    }

    fn check(spans: &[(f64, f64)], admitted: Option<&[bool]>) -> EventIndex {
        let span = |&(start, end)| Span { time: moments(start, end), is_point: end - start == 1.0, group: 0 };
        let spans = spans.iter().map(span).collect();
        EventIndex::new(spans, Rc::new([moments(-10.0, 20.0)]), Rc::default(), admitted)
    }

    #[test]
    fn lengths_are_filed_by_powers_of_two() {
        for (places, class) in
            [(0.5, 2), (1.0, 2), (1.9, 2), (2.0, 3), (3.9, 3), (4.0, 4), (366.0, 10), (1e300, 65), (f64::INFINITY, 65)]
        {
            assert_eq!(class_of(places), class, "{places}");
        }
    }

    #[test]
    fn points_have_no_lane_and_periods_do() {
        let index = check(&[(0.0, 1.0), (0.0, 365.0), (0.0, 365.0)], None);
        assert_eq!([index.lane(0), index.lane(1), index.lane(2)], [None, Some(0), Some(1)]);
        assert_eq!((index.lanes(), index.len()), (2, 3));
        assert_eq!(index.extent(), Some(places(-10.0, 365.0)));
    }

    #[test]
    fn among_hours_days_take_the_lanes_that_periods_leave() {
        // Sorted as events are: a day before the periods that begin with it.
        let times = [(0.0, 1.0); 4].into_iter().chain([(0.0, 365.0), (1.0, 9.0), (1.0, 2.0)]);
        let spans = times.map(|(start, end)| Span { time: moments(start, end), is_point: false, group: 0 }).collect();
        let index = EventIndex::new(spans, Rc::new([]), Rc::new(Scale::linear(crate::timeline::HOUR)), None);
        let lanes: Vec<Option<u8>> = (0..7).map(|event| index.lane(event)).collect();
        assert_eq!(lanes, [Some(1), Some(2), Some(3), None, Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn what_is_not_shown_takes_no_lane_and_leaves_the_extent() {
        let index = check(&[(0.0, 1.0), (0.0, 365.0), (0.0, 300.0)], Some(&[true, false, true]));
        assert_eq!(index.shown(), [0, 2]);
        assert_eq!([0, 1, 2, 3].map(|event| index.is_shown(event)), [true, false, true, false]);
        assert_eq!([index.lane(1), index.lane(2)], [None, Some(0)]);
        assert_eq!(index.extent(), Some(places(-10.0, 365.0)));
    }

    #[test]
    fn events_are_counted_by_their_middles() {
        let index = check(&[(0.0, 1.0), (0.0, 100.0), (40.0, 41.0), (99.0, 100.0)], None);
        assert_eq!(index.count(places(0.0, 50.0)), 2);
        assert_eq!(index.count(places(50.0, 100.0)), 2);
        let viewport = Viewport { window: places(0.0, 100.0), width: Px(100.0) };
        assert_eq!(index.density(&viewport, 4), [1, 1, 1, 1]);
        assert_eq!(index.density(&viewport, 1), [4]);
        assert_eq!(index.density(&Viewport { width: Px(0.0), ..viewport }, 2), [0, 0]);
    }
}
