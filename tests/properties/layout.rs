//! What stands where on the axis.

use std::rc::Rc;

use news_explainer::timeline::{
    BUCKET_MIN, DAY, EventIndex, Holder, Interval, LINE_HEIGHT, Layout, MARK_ROWS, MAX_LANES, Place, Px, Room, Span,
    Target, Viewport, layout, targets, text_width, titles,
};
use proptest::prelude::*;

use crate::strategies::{any_viewport, even, form, index, scene, spans, viewport};

const ROOM: Room = Room { rows: MARK_ROWS as u8, lanes: MAX_LANES };

/// Every number of a layout.
fn numbers(layout: &Layout) -> Vec<Px> {
    let ticks = layout.ticks.iter().map(|tick| tick.x);
    let bands = layout.bands.iter().flat_map(|band| [band.x.start, band.x.end]);
    let bars = layout.bars.iter().flat_map(|bar| [bar.x.start, bar.x.end]);
    let points = layout.points.iter().map(|point| point.x);
    let clusters = layout.clusters.iter().map(|cluster| cluster.x);
    ticks.chain(bands).chain(bars).chain(points).chain(clusters).collect()
}

proptest! {
    #[test]
    fn a_layout_is_finite_for_any_window(index in index(), form in form(), viewport in any_viewport()) {
        let layout = layout(&index, &viewport, form, MARK_ROWS as u8);
        prop_assert!(numbers(&layout).iter().all(|number| number.is_finite()));
        prop_assert!(viewport.is_drawable() || layout == Layout::default());
        for x in layout.bars.iter().map(|bar| bar.x).chain(layout.bands.iter().map(|band| band.x)) {
            prop_assert!(Px(0.0) <= x.start && x.start <= x.end && x.end <= viewport.width, "{:?}", x);
        }
    }

    #[test]
    fn every_shown_event_in_the_window_stands_exactly_once((index, viewport) in scene(), form in form()) {
        let layout = layout(&index, &viewport, form, MARK_ROWS as u8);
        let mut seen: Vec<u32> = Vec::new();
        for (position, bar) in layout.bars.iter().enumerate() {
            prop_assert_eq!(layout.holder(&index, bar.event), Some(Holder::Bar(position)));
            seen.push(bar.event);
        }
        for (position, point) in layout.points.iter().enumerate() {
            prop_assert_eq!(layout.holder(&index, point.event), Some(Holder::Point(position)));
            seen.push(point.event);
        }
        for (position, cluster) in layout.clusters.iter().enumerate() {
            let members = layout.members(&index, cluster, usize::MAX);
            prop_assert_eq!(members.len() as u32, cluster.count);
            prop_assert_eq!(index.middle(cluster.first), cluster.middles.start);
            prop_assert_eq!(index.middle(cluster.last), cluster.middles.end);
            let groups = members.iter().fold(0, |groups, &event| groups | 1 << index.span(event).group);
            prop_assert_eq!(cluster.groups, groups);
            prop_assert_eq!(&layout.members(&index, cluster, 3)[..], &members[..members.len().min(3)]);
            prop_assert!(members.is_sorted());
            let middles: Vec<Place> = members.iter().map(|&event| index.middle(event)).collect();
            let [first, last] = [Place::min, Place::max].map(|end| middles.iter().copied().reduce(end));
            prop_assert_eq!((Some(cluster.middles.start), Some(cluster.middles.end)), (first, last));
            for &event in &members {
                prop_assert_eq!(layout.holder(&index, event), Some(Holder::Cluster(position)));
            }
            seen.extend(members);
        }
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), count, "an event stands twice");
        prop_assert!(seen.iter().all(|&event| index.is_shown(event)), "a hidden event is drawn");
        for &event in index.shown() {
            let middle = index.middle(event);
            let stands = seen.binary_search(&event).is_ok();
            let is_outside = middle < viewport.window.start || middle > viewport.window.end;
            prop_assert!(stands || is_outside, "event {} is nowhere", event);
            prop_assert!(stands || layout.holder(&index, event).is_none());
        }
        for pair in layout.clusters.windows(2) {
            prop_assert!(pair[0].bucket < pair[1].bucket && pair[0].middles.end < pair[1].middles.start);
        }
    }

    #[test]
    fn marks_never_touch((index, viewport) in scene(), form in form()) {
        let layout = layout(&index, &viewport, form, MARK_ROWS as u8);
        let points = layout.points.iter().map(|point| (point.x, point.row));
        let marks: Vec<(Px, u8)> = points.chain(layout.clusters.iter().map(|cluster| (cluster.x, cluster.row))).collect();
        for (position, a) in marks.iter().enumerate() {
            prop_assert!(usize::from(a.1) <= MARK_ROWS);
            for b in &marks[position + 1..] {
                prop_assert!(a.1 != b.1 || (a.0 - b.0).abs() >= BUCKET_MIN - Px(1e-6), "{:?} {:?}", a, b);
            }
        }
        for (position, a) in layout.bars.iter().enumerate() {
            for b in &layout.bars[position + 1..] {
                let are_apart = a.x.end <= b.x.start + Px(1e-6) || b.x.end <= a.x.start + Px(1e-6);
                prop_assert!(a.lane != b.lane || are_apart, "{:?} {:?}", a, b);
            }
        }
    }

    #[test]
    fn what_can_be_chosen_stands_whole_and_in_order((index, viewport) in scene(), form in form()) {
        let targets = targets(&layout(&index, &viewport, form, MARK_ROWS as u8), viewport.width);
        let half = BUCKET_MIN / 2.0;
        // A cluster has its turn by what it holds, from which it stands no further than half a mark.
        let turn = |target: &Target| target.cluster().map_or(target.x(), |cluster| cluster.middle);
        prop_assert!(targets.is_sorted_by_key(|target| turn(target).0));
        for target in &targets {
            prop_assert!((turn(target) - target.x()).abs() <= half + Px(1e-6), "{:?}", target);
            let x = target.x();
            prop_assert!(x >= half - Px(1e-6) && x <= viewport.width - half + Px(1e-6), "{:?}", target);
            prop_assert!(target.count() >= 1 && index.is_shown(target.event()));
        }
    }

    #[test]
    fn a_mark_stands_at_its_date_in_the_lowest_row_that_is_free((index, viewport) in scene(), form in form()) {
        let layout = layout(&index, &viewport, form, MARK_ROWS as u8);
        for point in &layout.points {
            prop_assert!((point.x - viewport.apply(index.middle(point.event))).abs() < Px(1e-6));
            // A row below is taken by what stands before it; that may stand before the window.
            for row in 0..point.row {
                // By what stands before it; for what found no room and stands on its column alone, by anything near.
                let is_taken = layout
                    .points
                    .iter()
                    .any(|other| other.row == row && (point.x - other.x).abs() < BUCKET_MIN + Px(1e-6));
                prop_assert!(is_taken || layout.points[0].x > point.x - BUCKET_MIN, "{:?} {}", point, row);
            }
        }
    }

    #[test]
    fn a_full_column_shows_its_first_and_last_and_a_thin_one_everything(
        (index, viewport) in scene(), form in form(),
    ) {
        let layout = layout(&index, &viewport, form, MARK_ROWS as u8);
        for cluster in &layout.clusters {
            // What is counted has as many others near it as a column has rows.
            for event in layout.members(&index, cluster, usize::MAX) {
                let place = index.middle(event);
                let reach = BUCKET_MIN.0 / viewport.px_per_place();
                let near = index.count(Interval::new(place - reach, place + reach));
                prop_assert!(near as usize > MARK_ROWS, "{} of {:?} has only {}", event, cluster, near);
            }
        }
    }

    #[test]
    fn zooming_in_never_joins_what_was_apart((index, viewport) in scene(), zoom in 1.0f64..64.0, form in form()) {
        let near = viewport.zoom(zoom, viewport.width / 2.0);
        let (far_layout, near_layout) = (layout(&index, &viewport, form, MARK_ROWS as u8), layout(&index, &near, form, MARK_ROWS as u8));
        for cluster in &near_layout.clusters {
            let members = near_layout.members(&index, cluster, usize::MAX);
            let holders: Vec<Option<Holder>> = members.iter().map(|&event| far_layout.holder(&index, event)).collect();
            // Those at the window's edge may lie in a bucket that the wider window does not show whole.
            prop_assert!(holders.iter().all(|holder| *holder == holders[0]) || holders.contains(&None), "{:?}", holders);
            // A single event beside another cluster joins nothing.
            let had_marks = holders.iter().any(|holder| matches!(holder, Some(Holder::Point(_))));
            prop_assert!(!had_marks || cluster.count == 1, "{:?}", holders);
        }
    }

    #[test]
    fn what_can_be_taken_apart_comes_apart_farther_in(index in index(), viewport in viewport(), form in form()) {
        let layout = layout(&index, &viewport, form, MARK_ROWS as u8);
        for cluster in &layout.clusters {
            let members = layout.members(&index, cluster, usize::MAX);
            let limits = Viewport { window: Interval::new(Place(-1e7), Place(1e7)), ..viewport };
            let least = index.scale().least(cluster.middles.start);
            let near = Viewport { window: cluster.middles, ..viewport }.around(cluster.middles.start);
            let near = Viewport { window: Interval::new(near.middle() - least / 2.0, near.middle() + least / 2.0), ..near };
            let near_layout = news_explainer::timeline::layout(&index, &near.within(&limits, least), form, MARK_ROWS as u8);
            let holders: Vec<Option<Holder>> = members.iter().map(|&event| near_layout.holder(&index, event)).collect();
            let is_together = matches!(holders[0], Some(Holder::Cluster(_))) && holders.iter().all(|holder| *holder == holders[0]);
            prop_assert_eq!(cluster.can_split, !is_together, "{:?} {:?}", cluster, holders);
        }
    }

    #[test]
    fn density_sums_up_to_the_count((index, viewport) in scene(), parts in 1usize..200) {
        let counts = index.density(&viewport, parts);
        prop_assert_eq!(counts.len(), parts);
        prop_assert_eq!(counts.iter().sum::<u32>(), index.count(viewport.window));
        let everywhere = Interval::new(Place(f64::NEG_INFINITY), Place(f64::INFINITY));
        prop_assert_eq!(index.count(everywhere) as usize, index.len());
        let middles = index.shown().iter().map(|&event| index.middle(event));
        let inside = middles.filter(|middle| viewport.window.contains(*middle)).count();
        prop_assert_eq!(inside as u32, index.count(viewport.window));
    }

    #[test]
    fn the_extent_and_the_numbers_of_events_do_not_depend_on_what_is_shown(spans in spans(), admitted in prop::collection::vec(any::<bool>(), 0..60)) {
        let spans: Rc<[Span]> = spans.into();
        let scale = Rc::new(even(&spans, DAY));
        let all = EventIndex::new(spans.clone(), Rc::new([]), scale.clone(), None);
        let some = EventIndex::new(spans.clone(), Rc::new([]), scale, Some(&admitted));
        prop_assert_eq!(all.extent(), some.extent());
        prop_assert_eq!(all.len(), spans.len());
        for event in 0..spans.len() as u32 {
            prop_assert_eq!(some.is_shown(event), admitted.get(event as usize) == Some(&true));
            prop_assert_eq!(all.span(event), some.span(event));
        }
    }

    #[test]
    fn lanes_are_as_many_as_long_events_overlap_at_most(index in index()) {
        let shown = index.shown();
        let long: Vec<Span> = shown.iter().map(|&event| index.span(event)).filter(|span| !span.is_point).collect();
        let overlap = long
            .iter()
            .map(|at| long.iter().filter(|span| span.time.contains(at.time.start)).count())
            .max()
            .unwrap_or(0);
        prop_assert_eq!(usize::from(index.lanes()), overlap.min(usize::from(MAX_LANES)));
        for (position, &a) in shown.iter().enumerate() {
            for &b in &shown[position + 1..] {
                let are_apart = index.span(a).time.end <= index.span(b).time.start;
                let share_a_lane = index.lane(a).is_some() && index.lane(a) == index.lane(b);
                prop_assert!(are_apart || !share_a_lane, "{} {}", a, b);
            }
        }
    }

    #[test]
    fn titles_never_overlap_nor_leave_the_axis(
        index in index(), viewport in viewport(), form in form(), words in prop::collection::vec("[a-zA-Z ]{1,40}", 1..6),
    ) {
        let targets = targets(&layout(&index, &viewport, form, MARK_ROWS as u8), viewport.width);
        let title = |event: u32| words[event as usize % words.len()].clone();
        let found = titles(&targets, None, (form, ROOM), viewport.width, &title);
        let boxes: Vec<[f64; 4]> = found
            .iter()
            .map(|title| {
                let x = targets[title.target].x();
                let width = title.lines.iter().map(|line| text_width(line)).fold(Px(0.0), Px::max);
                let (near, far) = (x + title.indent, x + title.indent + width);
                let (left, right) = if title.is_before { (x * 2.0 - far, x * 2.0 - near) } else { (near, far) };
                [left.0, right.0, title.top.0, (title.top + LINE_HEIGHT * title.lines.len() as f64).0]
            })
            .collect();
        let overlap = |a: &[f64; 4], b: &[f64; 4]| a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3];
        for (position, text) in boxes.iter().enumerate() {
            prop_assert!(text[0] >= 0.0 && text[1] <= viewport.width.0 && text[2] >= form.band_height().0);
            prop_assert!(boxes[position + 1..].iter().all(|other| !overlap(text, other)), "{:?}", found);
            for (number, target) in targets.iter().enumerate() {
                let row = match target {
                    Target::Bar(_) => continue,
                    Target::Point(point) => point.row,
                    Target::Cluster(cluster) => cluster.row,
                };
                let (x, y, half) = (target.x().0, form.mark_y(ROOM, row).0, BUCKET_MIN.0 / 2.0);
                let mark = [x - half, x + half, y - half, y + half];
                prop_assert!(found[position].target == number || !overlap(text, &mark), "{:?} {:?}", found[position], target);
            }
        }
        for title in &found {
            prop_assert!(targets[title.target].count() == 1, "only lone marks have titles");
        }
    }
}
