//! One frame of the axis.

use super::{Cluster, Form, Marks, Step, Tick, Viewport, clusters, ticks::ticks};

/// What stands on the axis in a window. All x are CSS pixels; what touches the window is included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The ticks' step, `None` when nothing can be drawn.
    pub step: Option<Step>,
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

impl Layout {
    /// The events of one of its clusters, in time order.
    pub fn members(&self, marks: &Marks, cluster: &Cluster) -> Vec<u32> {
        clusters::members(marks, self.level, cluster.bucket)
    }
}

/// Lays out the marks in a window, for a form of the timeline.
pub fn layout(marks: &Marks, viewport: &Viewport, form: Form) -> Layout {
    if !viewport.is_drawable() {
        return Layout::default();
    }
    let (step, ticks) = ticks(viewport, form.tick_spacing());
    Layout {
        step: Some(step),
        ticks,
        bands: bands(marks, viewport),
        bars: bars(marks, viewport),
        clusters: clusters::clusters(marks, viewport),
        level: clusters::level(viewport),
    }
}

fn bands(marks: &Marks, viewport: &Viewport) -> Vec<Band> {
    let eras = marks.eras();
    let first = eras.partition_point(|&(_, end)| end <= viewport.start);
    let last = eras.partition_point(|&(start, _)| start < viewport.end);
    (first..last)
        .map(|era| Band {
            era: era as u16,
            x0: viewport.apply(eras[era].0).max(0.0),
            x1: viewport.apply(eras[era].1).min(viewport.width),
        })
        .collect()
}

fn bars(marks: &Marks, viewport: &Viewport) -> Vec<Bar> {
    let level = clusters::level(viewport);
    let first_class = level.max(0) as usize + 1;
    let mut found: Vec<Bar> = Vec::new();
    for (index, class) in marks.classes.iter().enumerate().skip(first_class) {
        // The middle of a bar that touches the window is at most half its length outside; a class bounds that length.
        let reach = clusters::length(index as i32) / 2.0;
        for position in class.between(viewport.start - reach, viewport.end + reach) {
            let event = class.events[position];
            let span = marks.span(event);
            if let Some(lane) = marks.lane(event)
                && span.end > viewport.start
                && span.start < viewport.end
            {
                let (x0, x1) = (viewport.apply(span.start).max(0.0), viewport.apply(span.end).min(viewport.width));
                found.push(Bar { event, lane, x0, x1 });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Span;

    fn marks() -> Marks {
        let point = |day: f64| Span { start: day, end: day + 1.0, is_point: true };
        let spans = vec![
            point(0.0),
            point(1.0),
            Span { start: 100.0, end: 500.0, is_point: false },
            Span { start: 600.0, end: 605.0, is_point: false },
            point(999.0),
        ];
        Marks::new(spans, vec![(0.0, 500.0), (500.0, 1000.0)])
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
        assert_eq!(layout.members(&marks(), &layout.clusters[0]), [0, 1]);
        assert_eq!(layout.bands.len(), 2);
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
