//! What stands where on the axis.

use std::rc::Rc;

use news_explainer::timeline::{
    BUCKET_MIN, EventIndex, Form, Holder, INDENT, Interval, Layout, MAX_LANES, Place, Px, Span, Target, Viewport,
    layout, targets, text_width, titles,
};
use proptest::prelude::*;

use crate::strategies::{any_viewport, even, form, index, spans, viewport};

/// Every number of a layout.
fn numbers(layout: &Layout) -> Vec<Px> {
    let ticks = layout.ticks.iter().map(|tick| tick.x);
    let bands = layout.bands.iter().flat_map(|band| [band.x.start, band.x.end]);
    let bars = layout.bars.iter().flat_map(|bar| [bar.x.start, bar.x.end]);
    ticks.chain(bands).chain(bars).chain(layout.clusters.iter().map(|cluster| cluster.x)).collect()
}

proptest! {
    #[test]
    fn a_layout_is_finite_for_any_window(index in index(), form in form(), viewport in any_viewport()) {
        let layout = layout(&index, &viewport, form);
        prop_assert!(numbers(&layout).iter().all(|number| number.is_finite()));
        prop_assert!(viewport.is_drawable() || layout == Layout::default());
        for x in layout.bars.iter().map(|bar| bar.x).chain(layout.bands.iter().map(|band| band.x)) {
            prop_assert!(Px(0.0) <= x.start && x.start <= x.end && x.end <= viewport.width, "{:?}", x);
        }
    }

    #[test]
    fn every_shown_event_in_the_window_is_a_bar_or_in_exactly_one_cluster(index in index(), viewport in viewport(), form in form()) {
        let layout = layout(&index, &viewport, form);
        let mut seen: Vec<u32> = Vec::new();
        for (position, bar) in layout.bars.iter().enumerate() {
            prop_assert_eq!(layout.holder(&index, bar.event), Some(Holder::Bar(position)));
            seen.push(bar.event);
        }
        for (position, cluster) in layout.clusters.iter().enumerate() {
            let members = layout.members(&index, cluster, usize::MAX);
            prop_assert_eq!(members.len() as u32, cluster.count);
            prop_assert_eq!(members.first(), Some(&cluster.first));
            prop_assert_eq!(members.last(), Some(&cluster.last));
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
    fn marks_never_touch(index in index(), viewport in viewport(), form in form()) {
        let layout = layout(&index, &viewport, form);
        for pair in layout.clusters.windows(2) {
            prop_assert!(pair[1].x - pair[0].x >= BUCKET_MIN - Px(1e-6), "{:?}", pair);
        }
        for (position, a) in layout.bars.iter().enumerate() {
            for b in &layout.bars[position + 1..] {
                let are_apart = a.x.end <= b.x.start + Px(1e-6) || b.x.end <= a.x.start + Px(1e-6);
                prop_assert!(a.lane != b.lane || are_apart, "{:?} {:?}", a, b);
            }
        }
    }

    #[test]
    fn what_can_be_chosen_stands_whole_and_in_order(index in index(), viewport in viewport(), form in form()) {
        let targets = targets(&layout(&index, &viewport, form), viewport.width);
        prop_assert!(targets.is_sorted_by_key(|target| target.x().0));
        for target in &targets {
            let half = BUCKET_MIN / 2.0;
            let x = target.x();
            prop_assert!(x >= half - Px(1e-6) && x <= viewport.width - half + Px(1e-6), "{:?}", target);
            prop_assert!(target.count() >= 1 && index.is_shown(target.event()));
        }
    }

    #[test]
    fn a_lone_mark_stands_less_than_half_a_bucket_from_its_date(index in index(), viewport in viewport(), form in form()) {
        for cluster in &layout(&index, &viewport, form).clusters {
            let wrong = cluster.x - viewport.apply(index.middle(cluster.first));
            prop_assert!(cluster.count > 1 || wrong.abs() <= BUCKET_MIN / 2.0 + Px(1e-6), "{:?}", cluster);
        }
    }

    #[test]
    fn zooming_in_never_joins_what_was_apart(index in index(), viewport in viewport(), zoom in 1.0f64..64.0, form in form()) {
        let near = viewport.zoom(zoom, viewport.width / 2.0);
        let (far_layout, near_layout) = (layout(&index, &viewport, form), layout(&index, &near, form));
        for cluster in &near_layout.clusters {
            let members = near_layout.members(&index, cluster, usize::MAX);
            let holders: Vec<Option<Holder>> = members.iter().map(|&event| far_layout.holder(&index, event)).collect();
            // Those at the window's edge may lie in a bucket that the wider window does not show whole.
            prop_assert!(holders.iter().all(|holder| *holder == holders[0]) || holders.contains(&None), "{:?}", holders);
        }
    }

    #[test]
    fn what_can_be_taken_apart_comes_apart_in_its_own_window(index in index(), viewport in viewport(), form in form()) {
        for cluster in &layout(&index, &viewport, form).clusters {
            let Interval { start, end } = cluster.middles;
            let least = index.scale().least(start).min(index.scale().least(end));
            let limits = Viewport { window: Interval::new(Place(-1e7), Place(1e7)), ..viewport };
            let near = Viewport { window: cluster.middles, ..viewport }.within(&limits, least);
            let near_layout = layout(&index, &near, form);
            let members = layout(&index, &viewport, form).members(&index, cluster, usize::MAX);
            let first = near_layout.holder(&index, members[0]);
            let is_apart = members.iter().any(|&member| near_layout.holder(&index, member) != first);
            let is_bar = matches!(first, Some(Holder::Bar(_)));
            prop_assert_eq!(cluster.can_split(), cluster.count > 1 && (is_apart || is_bar), "{:?}", cluster);
        }
    }

    #[test]
    fn density_sums_up_to_the_count(index in index(), viewport in viewport(), parts in 1usize..200) {
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
        let scale = Rc::new(even(&spans));
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
        index in index(), viewport in viewport(), words in prop::collection::vec("[a-zA-Z ]{1,40}", 1..6),
    ) {
        let form = Form::Wide;
        let targets = targets(&layout(&index, &viewport, form), viewport.width);
        let title = |event: u32| words[event as usize % words.len()].clone();
        let found = titles(&targets, None, form.title_rows(), viewport.width, title);
        let boxes: Vec<(usize, Interval<Px>, Px)> = found
            .iter()
            .map(|title| {
                let x = targets[title.target].x();
                let width = title.lines.iter().map(|line| text_width(line)).fold(Px(0.0), Px::max) + INDENT;
                let reach = if title.is_before { Interval::new(x - width, x) } else { Interval::new(x, x + width) };
                (title.row, reach, x)
            })
            .collect();
        for (position, &(row, reach, line)) in boxes.iter().enumerate() {
            prop_assert!(row < form.title_rows() && reach.start >= Px(0.0) && reach.end <= viewport.width);
            for &(other, other_reach, other_line) in &boxes[position + 1..] {
                prop_assert!(row != other || !reach.overlaps(other_reach));
                prop_assert!(row >= other || line < other_reach.start || line > other_reach.end);
                prop_assert!(other >= row || other_line < reach.start || other_line > reach.end);
            }
        }
        for title in &found {
            prop_assert!(targets[title.target].count() == 1, "only lone marks have titles");
            prop_assert!(!matches!(targets[title.target], Target::Bar(bar) if bar.lane > 0));
        }
    }
}
