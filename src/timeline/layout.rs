//! One frame of the axis.

use super::ticks::{room_for_long_years, ticks};
use super::{Cluster, EventIndex, Form, Interval, Px, Tick, Viewport, clusters};

/// What stands on the axis in a window; what touches the window is included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The ticks, rising.
    pub ticks: Vec<Tick>,
    /// The eras, rising.
    pub bands: Vec<Band>,
    /// Stretches of time long enough to be seen as such, in no order.
    pub bars: Vec<Bar>,
    /// Points, alone or together, rising.
    pub clusters: Vec<Cluster>,
    pub(super) level: i32,
}

/// An era's stretch of the axis, cut off at the window's edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Which era.
    pub era: u16,
    /// From where to where.
    pub x: Interval<Px>,
}

/// An event's stretch of the axis, cut off at the window's edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Which event.
    pub event: u32,
    /// Its lane, from 0 at the top.
    pub lane: u8,
    /// From where to where.
    pub x: Interval<Px>,
}

/// The mark that shows an event, by its position in the [`Layout`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// One of [`Layout::bars`].
    Bar(usize),
    /// One of [`Layout::clusters`], alone or with others.
    Cluster(usize),
}

impl Layout {
    /// The first events of one of its clusters in time order, so many at most.
    ///
    /// It may cost as much as the cluster has events, so it is for a list that was asked for, not for a frame.
    pub fn members(&self, index: &EventIndex, cluster: &Cluster, limit: usize) -> Vec<u32> {
        clusters::members(index, self.level, cluster.bucket, limit)
    }

    /// The bar or the cluster that shows an event; nothing where the event is outside the window or not shown.
    ///
    /// It asks the event where it belongs and lists no cluster, so it costs no more than a look at the marks in the
    /// window, however many events they stand for.
    pub fn holder(&self, index: &EventIndex, event: u32) -> Option<Holder> {
        if !index.is_shown(event) {
            return None;
        }
        if index.class(event) >= index.point_classes(self.level) {
            return self.bars.iter().position(|bar| bar.event == event).map(Holder::Bar);
        }
        let bucket = clusters::bucket_of(index.middle(event), self.level);
        let position = self.clusters.partition_point(|cluster| cluster.bucket < bucket);
        (self.clusters.get(position)?.bucket == bucket).then_some(Holder::Cluster(position))
    }
}

/// Lays out the events in a window of the places of their scale, for a form of the timeline. A window that cannot be
/// drawn has an empty layout.
pub fn layout(index: &EventIndex, viewport: &Viewport, form: Form) -> Layout {
    if !viewport.is_drawable() {
        return Layout::default();
    }
    let level = clusters::level(viewport);
    let longer = room_for_long_years(viewport, index.scale());
    Layout {
        ticks: ticks(viewport, index.scale(), &|step| form.tick_spacing(step) + longer),
        bands: bands(index, viewport),
        bars: bars(index, viewport, level),
        clusters: clusters::clusters(index, viewport, level),
        level,
    }
}

/// The part of a stretch of the axis that is in the window, on screen.
fn cut(viewport: &Viewport, places: Interval<super::Place>) -> Interval<Px> {
    let x = places.map(|place| viewport.apply(place));
    Interval::new(x.start.max(Px(0.0)), x.end.min(viewport.width))
}

fn bands(index: &EventIndex, viewport: &Viewport) -> Vec<Band> {
    let (eras, scale) = (index.eras(), index.scale());
    let first = eras.partition_point(|era| scale.apply(era.end) <= viewport.window.start);
    let last = eras.partition_point(|era| scale.apply(era.start) < viewport.window.end);
    (first..last).map(|era| Band { era: era as u16, x: cut(viewport, index.places_of(eras[era])) }).collect()
}

fn bars(index: &EventIndex, viewport: &Viewport, level: i32) -> Vec<Bar> {
    let window = viewport.window;
    let mut found: Vec<Bar> = Vec::new();
    for (number, class) in index.classes.iter().enumerate().skip(index.point_classes(level)) {
        // The middle of a bar that touches the window is at most half its length outside; a class bounds that length.
        let reach = clusters::length(number as i32 - 1) / 2.0;
        for position in class.within(Interval::new(window.start - reach, window.end + reach)) {
            let event = class.events[position];
            let places = index.places(event);
            if let Some(lane) = index.lane(event)
                && places.overlaps(window)
            {
                found.push(Bar { event, lane, x: cut(viewport, places) });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::date::Moment;
    use crate::timeline::{Place, Scale, Span};

    fn time(start: f64, end: f64) -> Interval<Moment> {
        Interval::new(Moment(start), Moment(end))
    }

    fn point(day: f64) -> Span {
        Span { time: time(day, day + 1.0), is_point: true }
    }

    fn period(start: f64, end: f64) -> Span {
        Span { time: time(start, end), is_point: false }
    }

    fn viewport(start: f64, end: f64, width: f64) -> Viewport {
        Viewport { window: Interval::new(Place(start), Place(end)), width: Px(width) }
    }

    fn px(start: f64, end: f64) -> Interval<Px> {
        Interval::new(Px(start), Px(end))
    }

    fn index() -> EventIndex {
        let spans = [point(0.0), point(1.0), period(100.0, 500.0), period(600.0, 605.0), point(999.0)];
        let eras = [time(0.0, 500.0), time(500.0, 1000.0)];
        EventIndex::new(Rc::new(spans), Rc::new(eras), Rc::new(Scale::linear()), None)
    }

    fn check(viewport: Viewport) -> Layout {
        layout(&index(), &viewport, Form::Wide)
    }

    #[test]
    fn neighbours_join_long_periods_are_bars_and_short_ones_points() {
        let layout = check(viewport(0.0, 1000.0, 1000.0));
        let counts: Vec<(u32, u32)> = layout.clusters.iter().map(|cluster| (cluster.first, cluster.count)).collect();
        assert_eq!(counts, [(0, 2), (3, 1), (4, 1)]);
        assert_eq!(layout.bars, [Bar { event: 2, lane: 0, x: px(100.0, 500.0) }]);
        assert_eq!(layout.members(&index(), &layout.clusters[0], 9), [0, 1]);
        assert_eq!(layout.members(&index(), &layout.clusters[0], 1), [0]);
        assert_eq!(layout.bands.len(), 2);
    }

    #[test]
    fn each_event_knows_the_mark_that_shows_it() {
        let layout = check(viewport(0.0, 995.0, 1000.0));
        let holders: Vec<Option<Holder>> = (0..6).map(|event| layout.holder(&index(), event)).collect();
        let cluster = |position| Some(Holder::Cluster(position));
        // The last bucket touches the window and so shows the last event too.
        assert_eq!(holders, [cluster(0), cluster(0), Some(Holder::Bar(0)), cluster(1), cluster(2), None]);
        let layout = check(viewport(0.0, 300.0, 1000.0));
        assert_eq!(layout.holder(&index(), 4), None);
    }

    #[test]
    fn a_cluster_knows_its_ends_and_whether_it_can_be_taken_apart() {
        let found = |spans: &[Span]| {
            let index = EventIndex::new(spans.into(), Rc::new([]), Rc::default(), None);
            layout(&index, &viewport(0.0, 1000.0, 500.0), Form::Narrow).clusters[0]
        };
        let cluster = found(&[point(5.0), point(5.0), point(7.0)]);
        assert_eq!((cluster.first, cluster.last), (0, 2));
        assert_eq!(cluster.middles, Interval::new(Place(5.5), Place(7.5)));
        assert!(cluster.can_split());
        assert!(!found(&[point(5.0), point(5.0)]).can_split());
        assert!(found(&[period(5.0, 9.0), period(5.0, 9.0)]).can_split(), "they become bars");
        assert!(!found(&[period(5.0, 9.0)]).can_split());
    }

    #[test]
    fn a_short_period_becomes_a_bar_when_it_is_drawn_long_enough() {
        let layout = check(viewport(590.0, 610.0, 1000.0));
        assert_eq!(layout.bars.len(), 1);
        assert_eq!(layout.clusters, []);
    }

    #[test]
    fn a_bar_that_spans_the_window_is_cut_at_its_edges() {
        let layout = check(viewport(200.0, 300.0, 500.0));
        assert_eq!(layout.bars, [Bar { event: 2, lane: 0, x: px(0.0, 500.0) }]);
    }

    #[test]
    fn nothing_can_be_drawn_in_a_broken_window() {
        assert_eq!(layout(&index(), &viewport(f64::NAN, 1.0, 1.0), Form::Wide), Layout::default());
    }
}
