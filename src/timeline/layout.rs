//! One frame of the axis.

use super::ticks::{room_for_long_years, ticks};
use super::{Cluster, Form, Marks, Tick, Viewport, clusters};

/// What stands on the axis in a window. All x are CSS pixels; what touches the window is included.
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
    level: i32,
}

/// An era's stretch of the axis, cut off at the window's edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Which era.
    pub era: u16,
    /// Left edge.
    pub x0: f64,
    /// Right edge.
    pub x1: f64,
}

/// An event's stretch of the axis, cut off at the window's edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Which event.
    pub event: u32,
    /// Its lane, from 0 at the top.
    pub lane: u8,
    /// Left edge.
    pub x0: f64,
    /// Right edge.
    pub x1: f64,
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
    pub fn members(&self, marks: &Marks, cluster: &Cluster, limit: usize) -> Vec<u32> {
        clusters::members(marks, self.level, cluster.bucket, limit)
    }

    /// The bar or the cluster that shows an event; nothing where the event is outside the window or not shown.
    ///
    /// It asks the event where it belongs and lists no cluster, so it costs no more than a look at the marks in the
    /// window, however many events they stand for.
    pub fn holder(&self, marks: &Marks, event: u32) -> Option<Holder> {
        if !marks.is_shown(event) {
            return None;
        }
        if marks.class(event) >= marks.point_classes(self.level) {
            return self.bars.iter().position(|bar| bar.event == event).map(Holder::Bar);
        }
        let bucket = clusters::bucket_of(marks.middle(event), self.level);
        let position = self.clusters.partition_point(|cluster| cluster.bucket < bucket);
        (self.clusters.get(position)?.bucket == bucket).then_some(Holder::Cluster(position))
    }
}

/// Lays out the marks in a window of the places of their scale, for a form of the timeline. A window that cannot be
/// drawn has an empty layout.
pub fn layout(marks: &Marks, viewport: &Viewport, form: Form) -> Layout {
    if !viewport.is_drawable() {
        return Layout::default();
    }
    let level = clusters::level(viewport);
    let longer = room_for_long_years(viewport, marks.scale());
    Layout {
        ticks: ticks(viewport, marks.scale(), &|step| form.tick_spacing(step) + longer),
        bands: bands(marks, viewport),
        bars: bars(marks, viewport, level),
        clusters: clusters::clusters(marks, viewport, level),
        level,
    }
}

fn bands(marks: &Marks, viewport: &Viewport) -> Vec<Band> {
    let (eras, scale) = (marks.eras(), marks.scale());
    let first = eras.partition_point(|&(_, end)| scale.apply(end) <= viewport.start);
    let last = eras.partition_point(|&(start, _)| scale.apply(start) < viewport.end);
    (first..last)
        .map(|era| Band {
            era: era as u16,
            x0: viewport.apply(scale.apply(eras[era].0)).max(0.0),
            x1: viewport.apply(scale.apply(eras[era].1)).min(viewport.width),
        })
        .collect()
}

fn bars(marks: &Marks, viewport: &Viewport, level: i32) -> Vec<Bar> {
    let mut found: Vec<Bar> = Vec::new();
    for (index, class) in marks.classes.iter().enumerate().skip(marks.point_classes(level)) {
        // The middle of a bar that touches the window is at most half its length outside; a class bounds that length.
        let reach = clusters::length(index as i32 - 1) / 2.0;
        for position in class.between(viewport.start - reach, viewport.end + reach) {
            let event = class.events[position];
            let (start, end) = marks.places(event);
            if let Some(lane) = marks.lane(event)
                && end > viewport.start
                && start < viewport.end
            {
                let (x0, x1) = (viewport.apply(start).max(0.0), viewport.apply(end).min(viewport.width));
                found.push(Bar { event, lane, x0, x1 });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::timeline::{Scale, Span};

    fn marks() -> Marks {
        let point = |day: f64| Span { start: day, end: day + 1.0, is_point: true };
        let spans = [
            point(0.0),
            point(1.0),
            Span { start: 100.0, end: 500.0, is_point: false },
            Span { start: 600.0, end: 605.0, is_point: false },
            point(999.0),
        ];
        Marks::new(Rc::new(spans), Rc::new([(0.0, 500.0), (500.0, 1000.0)]), Rc::new(Scale::linear()), None)
    }

    fn check(viewport: Viewport) -> Layout {
        layout(&marks(), &viewport, Form::Wide)
    }

    #[test]
    fn neighbours_join_long_periods_are_bars_and_short_ones_points() {
        let layout = check(Viewport { start: 0.0, end: 1000.0, width: 1000.0 });
        let counts: Vec<(u32, u32)> = layout.clusters.iter().map(|cluster| (cluster.first, cluster.count)).collect();
        assert_eq!(counts, [(0, 2), (3, 1), (4, 1)]);
        assert_eq!(layout.bars, [Bar { event: 2, lane: 0, x0: 100.0, x1: 500.0 }]);
        assert_eq!(layout.members(&marks(), &layout.clusters[0], 9), [0, 1]);
        assert_eq!(layout.members(&marks(), &layout.clusters[0], 1), [0]);
        assert_eq!(layout.bands.len(), 2);
    }

    #[test]
    fn each_event_knows_the_mark_that_shows_it() {
        let layout = check(Viewport { start: 0.0, end: 995.0, width: 1000.0 });
        let holders: Vec<Option<Holder>> = (0..6).map(|event| layout.holder(&marks(), event)).collect();
        let cluster = |position| Some(Holder::Cluster(position));
        // The last bucket touches the window and so shows the last event too.
        assert_eq!(holders, [cluster(0), cluster(0), Some(Holder::Bar(0)), cluster(1), cluster(2), None]);
        let layout = check(Viewport { start: 0.0, end: 300.0, width: 1000.0 });
        assert_eq!(layout.holder(&marks(), 4), None);
    }

    #[test]
    fn a_cluster_knows_its_ends_and_whether_it_can_be_taken_apart() {
        let point = Span { start: 5.0, end: 6.0, is_point: true };
        let period = Span { start: 5.0, end: 9.0, is_point: false };
        let found = |spans: &[Span]| {
            let marks = Marks::new(spans.into(), Rc::new([]), Rc::default(), None);
            layout(&marks, &Viewport { start: 0.0, end: 1000.0, width: 500.0 }, Form::Narrow).clusters[0]
        };
        let later = Span { start: 7.0, end: 8.0, ..point };
        let cluster = found(&[point, point, later]);
        assert_eq!((cluster.first, cluster.last, cluster.from, cluster.to), (0, 2, 5.5, 7.5));
        assert!(cluster.can_split());
        assert!(!found(&[point, point]).can_split());
        assert!(found(&[period, period]).can_split(), "they become bars");
        assert!(!found(&[period]).can_split());
    }

    #[test]
    fn a_short_period_becomes_a_bar_when_it_is_drawn_long_enough() {
        let layout = check(Viewport { start: 590.0, end: 610.0, width: 1000.0 });
        assert_eq!(layout.bars.len(), 1);
        assert_eq!(layout.clusters, []);
    }

    #[test]
    fn a_bar_that_spans_the_window_is_cut_at_its_edges() {
        let layout = check(Viewport { start: 200.0, end: 300.0, width: 500.0 });
        assert_eq!(layout.bars, [Bar { event: 2, lane: 0, x0: 0.0, x1: 500.0 }]);
    }

    #[test]
    fn nothing_can_be_drawn_in_a_broken_window() {
        let broken = Viewport { start: f64::NAN, end: 1.0, width: 1.0 };
        assert_eq!(layout(&marks(), &broken, Form::Wide), Layout::default());
    }
}
