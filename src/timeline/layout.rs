//! One frame of the axis.

use super::ticks::{room_for_long_years, ticks};
use super::{
    Cluster, EventIndex, Form, Interval, LEAST_ROWS, MARK_ROWS, Point, Px, Room, Tick, Viewport, buckets, clusters,
    columns,
};

/// What stands on the axis in a window; what touches the window is included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The ticks, rising.
    pub ticks: Vec<Tick>,
    /// The eras, rising.
    pub bands: Vec<Band>,
    /// Stretches of time long enough to be seen as such, in no order.
    pub bars: Vec<Bar>,
    /// Points with a mark of their own, rising.
    pub points: Vec<Point>,
    /// The other points, together, rising.
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

/// The stretches in which bands are hit, none shorter than `least`: short ones take of their neighbours' room. On an axis too
/// narrow for that the last ones reach beyond it.
pub fn targets_of_bands(bands: &[Band], width: Px, least: Px) -> Vec<Interval<Px>> {
    let mut found: Vec<Interval<Px>> = Vec::new();
    for band in bands {
        let start = found.last().map_or(band.x.start, |before| before.end.max(band.x.start));
        found.push(Interval::new(start, band.x.end.max(start + least)));
    }
    // What reaches beyond the end pushes back what is before it.
    let mut end = width;
    for stretch in found.iter_mut().rev() {
        stretch.end = stretch.end.min(end);
        stretch.start = stretch.start.min(stretch.end - least).max(Px(0.0));
        stretch.end = stretch.end.max(stretch.start);
        end = stretch.start.min(end);
    }
    found
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
    /// One of [`Layout::points`].
    Point(usize),
    /// One of [`Layout::clusters`].
    Cluster(usize),
}

impl Layout {
    /// The first events of one of its clusters in time order, so many at most.
    ///
    /// It may cost as much as the cluster has events, so it is for a list that was asked for, not for a frame.
    pub fn members(&self, index: &EventIndex, cluster: &Cluster, limit: usize) -> Vec<u32> {
        clusters::members(index, self.level, cluster.bucket, &self.points, limit)
    }

    /// The bar, the point or the cluster that shows an event; nothing where the event is outside the window or not shown.
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
        if let Some(position) = self.points.iter().position(|point| point.event == event) {
            return Some(Holder::Point(position));
        }
        let bucket = buckets::bucket_of(index.middle(event), self.level);
        let position = self.clusters.partition_point(|cluster| cluster.bucket < bucket);
        (self.clusters.get(position)?.bucket == bucket).then_some(Holder::Cluster(position))
    }
}

/// Lays out the events in a window of the places of their scale, for a form of the timeline with so many rows of marks. A
/// window that cannot be drawn has an empty layout.
pub fn layout(index: &EventIndex, viewport: &Viewport, form: Form, rows: u8) -> Layout {
    if !viewport.is_drawable() {
        return Layout::default();
    }
    let level = buckets::level(viewport, index.scale());
    let longer = room_for_long_years(viewport, index.scale());
    let mut points = columns::points(index, viewport, level, rows);
    let mut clusters = clusters::clusters(index, viewport, level, &points);
    clusters::part_lone_ones(index, viewport, rows, &mut points, &mut clusters);
    Layout {
        ticks: ticks(viewport, index.scale(), &|step| form.tick_spacing(step) + longer),
        bands: bands(index, viewport),
        bars: bars(index, viewport, level),
        clusters,
        points,
        level,
    }
}

/// The room that an axis keeps for marks and bars, whatever is shown on it: as many rows as the narrowest axis needs for all
/// of its events, and their lanes.
pub fn room(index: &EventIndex) -> Room {
    let whole = Viewport::whole(index.extent().unwrap_or_default(), Form::Narrow.narrowest());
    let layout = layout(index, &whole, Form::Narrow, MARK_ROWS as u8);
    let used = layout.points.iter().map(|point| point.row + 1).max().unwrap_or(0);
    let rows = if layout.clusters.is_empty() { used.clamp(LEAST_ROWS, MARK_ROWS as u8) } else { MARK_ROWS as u8 };
    Room { rows, lanes: index.lanes() }
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
        let reach = buckets::length(number as i32 - 1) / 2.0;
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
    use crate::timeline::{DAY, HOUR, Place, Scale, Span};

    const MOST: u8 = MARK_ROWS as u8;

    fn time(start: f64, end: f64) -> Interval<Moment> {
        Interval::new(Moment(start), Moment(end))
    }

    fn point(day: f64) -> Span {
        Span { time: time(day, day + 1.0), is_point: true, group: 0 }
    }

    fn period(start: f64, end: f64) -> Span {
        Span { time: time(start, end), is_point: false, group: 1 }
    }

    fn moment(at: f64) -> Span {
        Span { time: time(at, at), is_point: true, group: 0 }
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
        EventIndex::new(Rc::new(spans), Rc::new(eras), Rc::new(Scale::linear(DAY)), None)
    }

    fn check(viewport: Viewport) -> Layout {
        layout(&index(), &viewport, Form::Wide, MOST)
    }

    #[test]
    fn neighbours_stand_in_columns_long_periods_are_bars_and_short_ones_points() {
        let layout = check(viewport(0.0, 1000.0, 1000.0));
        let found: Vec<(u32, Px, u8)> = layout.points.iter().map(|point| (point.event, point.x, point.row)).collect();
        assert_eq!(found, [(0, Px(0.5), 0), (1, Px(1.5), 1), (3, Px(602.5), 0), (4, Px(999.5), 0)]);
        assert_eq!(layout.bars, [Bar { event: 2, lane: 0, x: px(100.0, 500.0) }]);
        assert_eq!((layout.clusters.len(), layout.bands.len()), (0, 2));
    }

    #[test]
    fn each_event_knows_the_mark_that_shows_it() {
        let layout = check(viewport(0.0, 995.0, 1000.0));
        let holders: Vec<Option<Holder>> = (0..6).map(|event| layout.holder(&index(), event)).collect();
        let point = |position| Some(Holder::Point(position));
        // The last bucket touches the window and so shows the last event too.
        assert_eq!(holders, [point(0), point(1), Some(Holder::Bar(0)), point(2), point(3), None]);
        let layout = check(viewport(0.0, 300.0, 1000.0));
        assert_eq!(layout.holder(&index(), 4), None);
    }

    fn crowd(spans: &[Span]) -> (EventIndex, Layout) {
        let index = EventIndex::new(spans.into(), Rc::new([]), Rc::default(), None);
        let layout = layout(&index, &viewport(0.0, 1000.0, 500.0), Form::Narrow, MOST);
        (index, layout)
    }

    #[test]
    fn of_a_crowd_the_first_and_the_last_have_marks_and_the_rest_is_counted_on_top() {
        let spans: Vec<Span> = (0..11).map(|day| Span { group: day as u8 / 5, ..point(f64::from(day)) }).collect();
        let (index, layout) = crowd(&spans);
        let found: Vec<(u32, u8)> = layout.points.iter().map(|point| (point.event, point.row)).collect();
        assert_eq!(found, [(0, 0), (1, 1), (2, 2), (3, 3), (7, 4), (8, 5), (9, 6), (10, 7)]);
        let cluster = layout.clusters[0];
        assert_eq!((cluster.first, cluster.last, cluster.count, cluster.row), (4, 6, 3, 8));
        assert_eq!(cluster.middles, Interval::new(Place(4.5), Place(6.5)));
        assert_eq!(cluster.groups, 0b11, "of the third group all have marks");
        assert_eq!(layout.members(&index, &cluster, 9), [4, 5, 6]);
        assert_eq!(layout.members(&index, &cluster, 1), [4]);
        assert_eq!(layout.holder(&index, 5), Some(Holder::Cluster(0)));
    }

    #[test]
    fn what_is_known_by_the_clock_stands_at_its_moment_and_its_day_is_a_bar() {
        let day = Span { time: time(5.0, 6.0), is_point: false, group: 0 };
        let spans = [day, moment(5.25), moment(5.5), moment(6.0)];
        let index = EventIndex::new(Rc::new(spans), Rc::new([]), Rc::new(Scale::linear(HOUR)), None);
        let found = layout(&index, &viewport(5.0, 6.0, 480.0), Form::Wide, MOST);
        let points: Vec<(u32, Px)> = found.points.iter().map(|point| (point.event, point.x)).collect();
        assert_eq!(points, [(1, Px(120.0)), (2, Px(240.0)), (3, Px(480.0))]);
        assert_eq!(found.bars, [Bar { event: 0, lane: 0, x: px(0.0, 480.0) }]);
        // Without room for hours it is a point, like any day.
        for (length, bars) in [(100.0, 0), (3.0, 0), (2.0, 1)] {
            let found = layout(&index, &viewport(5.0, 5.0 + length, 480.0), Form::Wide, MOST);
            assert_eq!((found.points.len(), found.bars.len()), (4 - bars, bars), "{length}");
        }
        // A single moment has room around it.
        let alone = EventIndex::new(Rc::new([moment(5.5)]), Rc::new([]), Rc::new(Scale::linear(HOUR)), None);
        let extent = alone.extent().expect("an event");
        assert!((extent.length() - HOUR).abs() < 1e-9 && extent.contains(Place(5.5)));
    }

    #[test]
    fn a_crowd_of_minutes_comes_apart_and_one_of_a_moment_does_not() {
        let cluster = |minutes: f64| {
            let spans: Vec<Span> = (0..12).map(|at| moment(5.5 + f64::from(at) * minutes / 1440.0)).collect();
            let index = EventIndex::new(spans.into(), Rc::new([]), Rc::new(Scale::linear(HOUR)), None);
            layout(&index, &viewport(0.0, 100.0, 500.0), Form::Narrow, MOST).clusters[0]
        };
        assert!(cluster(2.0).can_split && !cluster(0.0).can_split);
    }

    #[test]
    fn a_cluster_knows_whether_it_can_be_taken_apart() {
        let can_split = |spans: &[Span]| crowd(spans).1.clusters[0].can_split;
        assert!(!can_split(&[point(5.0); 10]));
        assert!(can_split(&[[point(5.0); 8], [point(6.0); 8]].concat()));
        assert!(can_split(&[[point(5.0); 6], [point(6.0); 6]].concat()), "a column holds those of one day");
        assert!(can_split(&[period(5.0, 9.0); 10]), "they become bars");
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
    fn short_bands_take_room_of_their_neighbours_to_be_hit() {
        let band = |start, end| Band { era: 0, x: px(start, end) };
        let check = |bands: &[Band], expected: &[Interval<Px>]| {
            assert_eq!(targets_of_bands(bands, Px(100.0), Px(24.0)), expected);
        };
        check(&[band(0.0, 40.0), band(40.0, 100.0)], &[px(0.0, 40.0), px(40.0, 100.0)]);
        check(&[band(0.0, 92.0), band(92.0, 100.0)], &[px(0.0, 76.0), px(76.0, 100.0)]);
        check(&[band(0.0, 8.0), band(8.0, 100.0)], &[px(0.0, 24.0), px(24.0, 100.0)]);
    }

    #[test]
    fn nothing_can_be_drawn_in_a_broken_window() {
        assert_eq!(layout(&index(), &viewport(f64::NAN, 1.0, 1.0), Form::Wide, MOST), Layout::default());
    }
}
