//! Properties of the lower floors, for any input.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../benches/crowd.rs"]
#[allow(dead_code, reason = "only its dates are tested here")]
mod crowd;

use std::rc::Rc;

use crowd::crowd;
use news_explainer::author::compile;
use news_explainer::date::{Bounds, Civil, Day, days_in_month};
use news_explainer::document::{EventId, Extent, Link, Published, Timeline, fill};
use news_explainer::publish::island;
use news_explainer::state::{Action, State, reduce};
use news_explainer::timeline::{
    BUCKET_MIN, Candidate, Form, Holder, Layout, MAX_LANES, Marks, Scale, Span, Step, Viewport, layout, order, place,
    ticks,
};
use proptest::prelude::*;

/// Any day of some thousand years on either side of year 0.
fn day() -> impl Strategy<Value = i64> {
    -2_000_000i64..2_000_000
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let span = (day(), 1i64..40_000, any::<bool>()).prop_map(|(start, days, is_point)| Span {
        start: start as f64,
        end: (start + if is_point { 1 } else { days }) as f64,
        is_point,
    });
    prop::collection::vec(span, 0..60).prop_map(|spans| {
        let sorted = order(spans.iter().map(|span| span.start));
        sorted.into_iter().map(|place| spans[place]).collect()
    })
}

fn viewport() -> impl Strategy<Value = Viewport> {
    (day(), 1i64..4_000_000, 200.0f64..2000.0).prop_map(|(start, days, width)| Viewport {
        start: start as f64,
        end: (start + days) as f64,
        width,
    })
}

/// Marks on the linear scale or on the even one, all of them shown or some.
fn marks() -> impl Strategy<Value = Marks> {
    (
        spans(),
        prop::collection::vec(day(), 0..8),
        any::<bool>(),
        prop::option::of(prop::collection::vec(any::<bool>(), 60)),
    )
        .prop_map(|(spans, edges, is_even, shown)| {
            let sorted = order(edges.iter().map(|&day| day as f64));
            let edges: Vec<f64> = sorted.into_iter().map(|place| edges[place] as f64).collect();
            let eras = edges.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
            let scale = if is_even { even(&spans) } else { Scale::linear() };
            Marks::new(spans.into(), eras, Rc::new(scale), shown.as_deref())
        })
}

/// The even scale of some events.
fn even(spans: &[Span]) -> Scale {
    let starts: Vec<f64> = spans.iter().map(|span| span.start).collect();
    let end = spans.iter().map(|span| span.end).fold(f64::NEG_INFINITY, f64::max);
    Scale::even(&starts, (starts.first().copied().unwrap_or(0.0), end))
}

/// Even scales of any crowd, from a week to the age of the universe.
fn scale() -> impl Strategy<Value = (Scale, (f64, f64))> {
    let extent = (day(), prop_oneof![1i64..1000, 1000i64..1_000_000, 1_000_000i64..5_000_000_000_000]);
    (extent, prop::collection::vec((0.0f64..1.0, 1i32..9), 0..400)).prop_map(|((start, days), crowd)| {
        // Powers crowd the events at the beginning.
        let starts: Vec<f64> =
            crowd.iter().map(|&(at, power)| (start as f64 + days as f64 * at.powi(power)).floor()).collect();
        let sorted: Vec<f64> = order(starts.iter().copied()).into_iter().map(|place| starts[place]).collect();
        let extent = (start as f64, (start + days) as f64);
        (Scale::even(&sorted, extent), extent)
    })
}

/// Any number at all, often a plain one.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![-4e6f64..4e6, any::<f64>(), Just(f64::NAN), Just(f64::INFINITY), Just(0.0)]
}

/// Any window at all, often a drawable one.
fn any_viewport() -> impl Strategy<Value = Viewport> {
    prop_oneof![
        viewport(),
        (number(), number(), number()).prop_map(|(start, end, width)| Viewport { start, end, width }),
    ]
}

fn form() -> impl Strategy<Value = Form> {
    prop::sample::select(Form::ALL.to_vec())
}

/// Every number of a layout.
fn numbers(layout: &Layout) -> Vec<f64> {
    let ticks = layout.ticks.iter().map(|tick| tick.x);
    let bands = layout.bands.iter().flat_map(|band| [band.x0, band.x1]);
    let bars = layout.bars.iter().flat_map(|bar| [bar.x0, bar.x1]);
    ticks.chain(bands).chain(bars).chain(layout.clusters.iter().map(|cluster| cluster.x)).collect()
}

proptest! {
    #[test]
    fn days_and_civil_dates_are_the_same_thing(number in -800_000_000i64..800_000_000) {
        let civil = Day(number).civil();
        prop_assert!((1..=12).contains(&civil.month));
        prop_assert!((1..=days_in_month(civil.year, civil.month)).contains(&civil.day));
        prop_assert_eq!(Day::from_civil(civil), Day(number));
        prop_assert!(Day(number + 1).civil() > civil);
    }

    #[test]
    fn a_new_year_is_the_first_of_january(year in -2_000_000i64..2_000_000) {
        prop_assert_eq!(Day::new_year(year).civil(), Civil { year, month: 1, day: 1 });
    }

    #[test]
    fn bounds_contain_their_ends(a in day(), b in day()) {
        let bounds = Bounds::new(Day(a), Day(b));
        prop_assert!(bounds.contains(Day(a)) && bounds.contains(Day(b)));
        prop_assert!(bounds.days() >= 1);
    }

    #[test]
    fn the_window_rises_and_can_be_inverted(viewport in viewport(), a in day(), days in 1i64..2_000_000) {
        let b = a + days;
        prop_assert!(viewport.apply(a as f64) < viewport.apply(b as f64));
        let back = viewport.invert(viewport.apply(a as f64));
        prop_assert!((back - a as f64).abs() < 1e-3, "{} became {}", a, back);
    }

    #[test]
    fn the_scale_rises_can_be_inverted_and_keeps_the_ends((scale, extent) in scale(), at in -0.2f64..1.2, days in 1i64..100_000) {
        let a = (extent.0 + (extent.1 - extent.0) * at).floor();
        let b = a + days as f64;
        prop_assert!(scale.apply(a) < scale.apply(b), "{} {}", scale.apply(a), scale.apply(b));
        // A day is at least half a place, so an inverted place is at most twice as wrong as it was rounded.
        let back = scale.invert(scale.apply(a));
        let precision = 1e-6 + (a.abs() + extent.0.abs() + extent.1.abs()) * 1e-14;
        prop_assert!((back - a).abs() <= precision, "{} became {}", a, back);
        prop_assert_eq!((scale.apply(extent.0), scale.apply(extent.1)), extent);
        prop_assert!(scale.least(scale.apply(a)) > 0.49);
    }

    #[test]
    fn zooming_and_pinching_keep_the_places_under_the_fingers(
        viewport in viewport(), factor in 0.05f64..20.0, at in 0.0f64..1.0, fingers in prop::array::uniform4(0.0f64..500.0),
    ) {
        let x = viewport.width * at;
        let still = viewport.invert(x);
        let zoomed = viewport.zoom(factor, x);
        prop_assume!(zoomed.is_drawable());
        prop_assert!((zoomed.apply(still) - x).abs() < 1e-3, "{} moved to {}", x, zoomed.apply(still));
        // The second finger stands to the right of the first.
        let [a, between, c, then] = fingers;
        let (b, d) = (a + 5.0 + between, c + 5.0 + then);
        let pinched = viewport.pinch((a, b), (c, d));
        prop_assert!((pinched.apply(viewport.invert(a)) - c).abs() < 1e-3);
        prop_assert!((pinched.apply(viewport.invert(b)) - d).abs() < 1e-3);
        prop_assert!((viewport.pan(a).apply(still) - x - a).abs() < 1e-3);
    }

    #[test]
    fn a_moved_window_stays_drawable(
        viewport in viewport(), moves in prop::collection::vec((0u8..3, number(), number(), number(), number()), 0..20),
    ) {
        let mut moved = viewport;
        for (kind, a, b, c, d) in moves {
            moved = match kind {
                0 => moved.zoom(a, b),
                1 => moved.pan(a),
                _ => moved.pinch((a, b), (c, d)),
            };
            prop_assert!(moved.is_drawable(), "{:?}", moved);
        }
    }

    #[test]
    fn a_window_within_limits_is_inside_and_as_long_as_allowed(
        viewport in viewport(), limits in viewport(), least in 0.5f64..1e7, factor in 0.001f64..1000.0, at in 0.0f64..1.0,
    ) {
        let whole = limits.end - limits.start;
        for inside in [
            viewport.within(&limits, least),
            viewport.within(&limits, least).zoom_within(factor, viewport.width * at, &limits, least),
        ] {
            let length = inside.end - inside.start;
            prop_assert!(inside.start >= limits.start && inside.end <= limits.end, "{:?}", inside);
            prop_assert!(length <= whole && length >= least.min(whole) - 1e-6, "{:?}", inside);
        }
        let length = viewport.end - viewport.start;
        let inside = viewport.within(&limits, least);
        if length >= least && length <= whole {
            prop_assert!((inside.end - inside.start - length).abs() < 1e-6, "it keeps its length");
        }
    }

    #[test]
    fn moving_any_window_by_anything_never_panics(a in any_viewport(), b in any_viewport(), t in number(), x in number()) {
        prop_assert!(a.is_drawable() || a.zoom(t, x).start.to_bits() == a.start.to_bits());
        let _ = (a.pan(x), a.pinch((t, x), (x, t)), a.within(&b, t), a.zoom_within(t, x, &b, 1.0));
        let _ = Viewport::between(a, b, t);
    }

    #[test]
    fn ticks_rise_stand_on_their_step_and_have_room(
        (scale, extent) in scale(), is_even in any::<bool>(), at in -0.1f64..1.1, power in 1i32..12, part in 0.01f64..1.0,
        width in 200.0f64..2000.0, years in 20.0f64..80.0, more in 0.0f64..30.0,
    ) {
        let scale = if is_even { scale } else { Scale::linear() };
        let time = extent.1 - extent.0;
        let start = extent.0 + time * at;
        // Powers make short windows as likely as long ones.
        let viewport = Viewport { start, end: start + (time * part.powi(power)).max(1.0), width };
        let spacing = |step| match step {
            Step::Years(_) => years,
            Step::Months(_) => years + more,
            Step::Days(_) => years + 2.0 * more,
        };
        let ticks = ticks(&viewport, &scale, &spacing);
        for tick in &ticks {
            prop_assert_eq!(tick.step.floor(tick.day), tick.day);
            prop_assert!((-1e-6..=viewport.width + 1e-6).contains(&tick.x));
        }
        for pair in ticks.windows(2) {
            prop_assert!(pair[0].day < pair[1].day);
            let room = (spacing(pair[0].step) + spacing(pair[1].step)) / 2.0;
            prop_assert!(pair[1].x - pair[0].x >= room - 1e-3, "{:?}", pair);
        }
        if !scale.is_even() {
            prop_assert!(ticks.iter().all(|tick| tick.step == ticks[0].step));
        }
        prop_assert!(ticks.len() as f64 <= viewport.width / years + 1.0, "{} ticks", ticks.len());
    }

    #[test]
    fn a_layout_is_finite_for_any_window(marks in marks(), form in form(), viewport in any_viewport()) {
        let layout = layout(&marks, &viewport, form);
        prop_assert!(numbers(&layout).iter().all(|number| number.is_finite()));
        prop_assert!(viewport.is_drawable() || layout == Layout::default());
        for (x0, x1) in layout.bars.iter().map(|bar| (bar.x0, bar.x1)).chain(layout.bands.iter().map(|band| (band.x0, band.x1))) {
            prop_assert!(0.0 <= x0 && x0 <= x1 && x1 <= viewport.width, "{} to {}", x0, x1);
        }
    }

    #[test]
    fn every_shown_event_in_the_window_is_a_bar_or_in_exactly_one_cluster(marks in marks(), viewport in viewport(), form in form()) {
        let layout = layout(&marks, &viewport, form);
        let mut seen: Vec<u32> = Vec::new();
        for (position, bar) in layout.bars.iter().enumerate() {
            prop_assert_eq!(layout.holder(&marks, bar.event), Some(Holder::Bar(position)));
            seen.push(bar.event);
        }
        for (position, cluster) in layout.clusters.iter().enumerate() {
            let members = layout.members(&marks, cluster, usize::MAX);
            prop_assert_eq!(members.len() as u32, cluster.count);
            prop_assert_eq!(members.first(), Some(&cluster.first));
            prop_assert_eq!(members.last(), Some(&cluster.last));
            prop_assert_eq!(&layout.members(&marks, cluster, 3)[..], &members[..members.len().min(3)]);
            prop_assert!(members.is_sorted());
            let middles: Vec<f64> = members.iter().map(|&event| marks.middle(event)).collect();
            prop_assert_eq!(cluster.from, middles.iter().copied().fold(f64::INFINITY, f64::min));
            prop_assert_eq!(cluster.to, middles.iter().copied().fold(f64::NEG_INFINITY, f64::max));
            for &event in &members {
                prop_assert_eq!(layout.holder(&marks, event), Some(Holder::Cluster(position)));
            }
            seen.extend(members);
        }
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), count, "an event stands twice");
        prop_assert!(seen.iter().all(|&event| marks.is_shown(event)), "a hidden event is drawn");
        for &event in marks.shown() {
            let middle = marks.middle(event);
            let stands = seen.binary_search(&event).is_ok();
            prop_assert!(stands || middle < viewport.start || middle > viewport.end, "event {} is nowhere", event);
            prop_assert!(stands || layout.holder(&marks, event).is_none());
        }
        for pair in layout.clusters.windows(2) {
            prop_assert!(pair[0].bucket < pair[1].bucket && pair[0].to < pair[1].from);
        }
    }

    #[test]
    fn marks_never_touch(marks in marks(), viewport in viewport(), form in form()) {
        let layout = layout(&marks, &viewport, form);
        for pair in layout.clusters.windows(2) {
            prop_assert!(pair[1].x - pair[0].x >= BUCKET_MIN - 1e-6, "{:?}", pair);
        }
        for (index, a) in layout.bars.iter().enumerate() {
            for b in &layout.bars[index + 1..] {
                prop_assert!(a.lane != b.lane || a.x1 <= b.x0 + 1e-6 || b.x1 <= a.x0 + 1e-6, "{:?} {:?}", a, b);
            }
        }
    }

    #[test]
    fn a_lone_mark_stands_less_than_half_a_bucket_from_its_date(marks in marks(), viewport in viewport(), form in form()) {
        for cluster in &layout(&marks, &viewport, form).clusters {
            let wrong = cluster.x - viewport.apply(marks.middle(cluster.first));
            prop_assert!(cluster.count > 1 || wrong.abs() <= BUCKET_MIN / 2.0 + 1e-6, "{:?}", cluster);
        }
    }

    #[test]
    fn zooming_in_never_joins_what_was_apart(marks in marks(), viewport in viewport(), zoom in 1.0f64..64.0, form in form()) {
        let near = viewport.zoom(zoom, viewport.width / 2.0);
        let (far_layout, near_layout) = (layout(&marks, &viewport, form), layout(&marks, &near, form));
        for cluster in &near_layout.clusters {
            let members = near_layout.members(&marks, cluster, usize::MAX);
            let holders: Vec<Option<Holder>> = members.iter().map(|&event| far_layout.holder(&marks, event)).collect();
            // Those at the window's edge may lie in a bucket that the wider window does not show whole.
            prop_assert!(holders.iter().all(|holder| *holder == holders[0]) || holders.contains(&None), "{:?}", holders);
        }
    }

    #[test]
    fn what_can_be_taken_apart_comes_apart_in_its_own_window(marks in marks(), viewport in viewport(), form in form()) {
        for cluster in &layout(&marks, &viewport, form).clusters {
            let least = marks.scale().least(cluster.from).min(marks.scale().least(cluster.to));
            let limits = Viewport { start: -1e7, end: 1e7, width: viewport.width };
            let near = Viewport { start: cluster.from, end: cluster.to, ..viewport }.within(&limits, least);
            let near_layout = layout(&marks, &near, form);
            let members = layout(&marks, &viewport, form).members(&marks, cluster, usize::MAX);
            let first = near_layout.holder(&marks, members[0]);
            let is_apart = members.iter().any(|&member| near_layout.holder(&marks, member) != first);
            let is_bar = matches!(first, Some(Holder::Bar(_)));
            prop_assert_eq!(cluster.can_split(), cluster.count > 1 && (is_apart || is_bar), "{:?}", cluster);
        }
    }

    #[test]
    fn density_sums_up_to_the_count(marks in marks(), viewport in viewport(), parts in 1usize..200) {
        let counts = marks.density(&viewport, parts);
        prop_assert_eq!(counts.len(), parts);
        prop_assert_eq!(counts.iter().sum::<u32>(), marks.count(viewport.start, viewport.end));
        prop_assert_eq!(marks.count(f64::NEG_INFINITY, f64::INFINITY) as usize, marks.len());
        let middles = marks.shown().iter().map(|&event| marks.middle(event));
        let inside = middles.filter(|middle| (viewport.start..viewport.end).contains(middle)).count();
        prop_assert_eq!(inside as u32, marks.count(viewport.start, viewport.end));
    }

    #[test]
    fn the_extent_and_the_numbers_of_events_do_not_depend_on_what_is_shown(spans in spans(), shown in prop::collection::vec(any::<bool>(), 0..60)) {
        let spans: Rc<[Span]> = spans.into();
        let scale = Rc::new(even(&spans));
        let all = Marks::new(spans.clone(), Rc::new([]), scale.clone(), None);
        let some = Marks::new(spans.clone(), Rc::new([]), scale, Some(&shown));
        prop_assert_eq!(all.extent(), some.extent());
        prop_assert_eq!(all.len(), spans.len());
        for event in 0..spans.len() as u32 {
            prop_assert_eq!(some.is_shown(event), shown.get(event as usize) == Some(&true));
            prop_assert_eq!(all.span(event), some.span(event));
        }
    }

    #[test]
    fn lanes_are_as_many_as_long_events_overlap_at_most(marks in marks()) {
        let long: Vec<Span> = marks.shown().iter().map(|&event| marks.span(event)).filter(|span| !span.is_point).collect();
        let overlap = long
            .iter()
            .map(|at| long.iter().filter(|span| span.start <= at.start && at.start < span.end).count())
            .max()
            .unwrap_or(0);
        prop_assert_eq!(usize::from(marks.lanes()), overlap.min(usize::from(MAX_LANES)));
        for (index, &a) in marks.shown().iter().enumerate() {
            for &b in &marks.shown()[index + 1..] {
                let apart = marks.span(a).end <= marks.span(b).start;
                prop_assert!(apart || marks.lane(a).is_none() || marks.lane(a) != marks.lane(b), "{} {}", a, b);
            }
        }
    }

    #[test]
    fn the_crowds_dates_are_what_the_author_reads(seed in any::<u64>()) {
        let crowd = crowd(3, seed);
        let events: Vec<String> = crowd
            .iter()
            .enumerate()
            .map(|(id, event)| format!(r#"{{"id":"e{id}","date":"{}","title":"{}"}}"#, event.date, event.title))
            .collect();
        let source = format!(
            r#"{{"id":"crowd","lang":"en","title":"Crowd","kind":"explainer","published":"2023-12-31",
            "as_of":"2023-12-31","timeline":{{"events":[{}]}}}}"#,
            events.join(",")
        );
        let compiled = compile(&source).map_err(|diagnostics| TestCaseError::fail(diagnostics.to_string()))?;
        for (id, event) in crowd.iter().enumerate() {
            let timeline = &compiled.document.timeline;
            let mark = timeline.mark(timeline.event(&format!("e{id}")).expect("an event"));
            prop_assert_eq!(mark.bounds, Bounds::new(event.first, event.last), "{}", event.date);
            prop_assert_eq!(mark.extent == Extent::Day, event.is_day, "{}", event.date);
        }
    }

    #[test]
    fn titles_never_overlap_nor_leave_the_axis(
        wanted in prop::collection::vec((0.0f64..900.0, 10.0f64..200.0), 0..30),
        rows in 0usize..3,
    ) {
        let candidates: Vec<Candidate> = wanted.iter().map(|&(x, width)| Candidate { x, width }).collect();
        let placed = place(&candidates, rows, 900.0);
        let boxes: Vec<(usize, f64, f64, f64)> = placed
            .iter()
            .map(|title| {
                let candidate = candidates[title.index];
                let (x0, x1) = if title.leftwards {
                    (candidate.x - candidate.width, candidate.x)
                } else {
                    (candidate.x, candidate.x + candidate.width)
                };
                (title.row, x0, x1, candidate.x)
            })
            .collect();
        for (index, &(row, x0, x1, line)) in boxes.iter().enumerate() {
            prop_assert!(row < rows && x0 >= 0.0 && x1 <= 900.0);
            for &(other, other_x0, other_x1, other_line) in &boxes[index + 1..] {
                prop_assert!(row != other || x1 < other_x0 || other_x1 < x0);
                prop_assert!(row >= other || line < other_x0 || line > other_x1);
                prop_assert!(other >= row || other_line < x0 || other_line > x1);
            }
        }
    }

    #[test]
    fn any_actions_leave_a_valid_state(total in 0u32..5, actions in prop::collection::vec(action(), 0..40)) {
        let mut state = State::new(total, Some((0.0, 100.0)), 900.0, Rc::new(Scale::linear()));
        for action in actions {
            let before = state.clone();
            state = reduce(state, action);
            let valid = |id: Option<EventId>| id.is_none_or(|EventId(id)| id < total);
            prop_assert!(valid(state.chosen) && valid(state.focused) && valid(state.listed));
            prop_assert!(state.width.is_finite() && state.width >= 0.0);
            prop_assert!(state.open_answers <= state.answers);
            prop_assert!((0.0..=1.0).contains(&state.progress));
            prop_assert_eq!((state.total, state.span), (before.total, before.span));
            // The window stays within the whole span, and no shorter than a day.
            let whole = state.whole();
            if whole.is_drawable() && state.width > 0.0 {
                let goal = state.goal();
                let least = state.scale.least(goal.start + (goal.end - goal.start) / 2.0);
                prop_assert!(goal.end - goal.start >= least * 0.99, "{:?}", goal);
                prop_assert!(state.viewport().is_drawable());
                // The margin depends on the width, so a window at the end may lie a little outside after a resize.
                let slack = (whole.end - whole.start) * 0.5 + 1e-6;
                prop_assert!(state.goal().start >= whole.start - slack && state.goal().end <= whole.end + slack);
            }
        }
    }

    #[test]
    fn no_text_is_read_as_a_document_by_mistake_nor_panics(text in ".{0,200}") {
        prop_assert!(Timeline::from_json(&text).is_err());
        prop_assert!(Published::from_json(&text).is_err());
    }

    #[test]
    fn a_damaged_document_never_panics(cut in 0usize..5000, with in "[\\[\\]{}\",:0-9a-z]{0,3}") {
        let whole = include_str!("published/one-event.json");
        let at = (0..=cut.min(whole.len())).rev().find(|&at| whole.is_char_boundary(at)).unwrap_or(0);
        let rest = (at..=whole.len()).find(|&at| whole.is_char_boundary(at) && at > cut).unwrap_or(whole.len());
        let damaged = [&whole[..at], &with, &whole[rest..]].concat();
        let _ = Published::from_json(&damaged);
    }

    #[test]
    fn a_link_is_what_it_was_or_is_refused(text in "(https://|http://|mailto:|javascript:|#|/|)[ -~]{0,30}") {
        if let Ok(link) = Link::try_from(text.clone()) {
            prop_assert_eq!(String::from(link), text.clone());
            prop_assert!(["https://", "http://", "mailto:", "#"].iter().any(|lead| text.starts_with(lead)));
        }
    }

    #[test]
    fn filling_in_never_panics_and_keeps_what_has_no_braces(text in "[a-z{}é ]{0,40}") {
        let filled = fill(&text, &[("a", "1")]);
        if !text.contains('{') {
            prop_assert_eq!(filled, text);
        }
    }

    #[test]
    fn an_island_reads_back_as_it_was_and_holds_no_markup(text in any::<String>()) {
        let json = serde_json::to_string(&text).expect("plain data");
        let island = island(&json);
        let banned = ['<', '>', '&', '\u{2028}', '\u{2029}'];
        prop_assert!(!island.contains(banned));
        prop_assert_eq!(serde_json::from_str::<String>(&island).expect("JSON"), text);
    }
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        any::<u32>().prop_map(|id| Action::Choose(EventId(id % 8))),
        any::<u32>().prop_map(|id| Action::List(Some(EventId(id % 8)))),
        any::<Option<(f64, f64)>>().prop_map(Action::Show),
        (-50.0f64..150.0, -50.0f64..150.0).prop_map(|window| Action::Show(Some(window))),
        (-50.0f64..150.0, -50.0f64..150.0).prop_map(|window| Action::Ease(Some(window))),
        (any::<f64>(), -10.0f64..1000.0, any::<bool>()).prop_map(|(factor, x, eased)| Action::Zoom {
            factor,
            x,
            eased
        }),
        (0.01f64..100.0, -10.0f64..1000.0, any::<bool>()).prop_map(|(factor, x, eased)| Action::Zoom {
            factor,
            x,
            eased
        }),
        ((0.0f64..900.0, 0.0f64..900.0), (0.0f64..900.0, 0.0f64..900.0))
            .prop_map(|(from, to)| Action::Drag { from, to }),
        any::<(f64, f64)>().prop_map(Action::Days),
        any::<f64>().prop_map(Action::Shift),
        any::<(Option<f64>, Option<f64>)>().prop_map(|(start, end)| Action::Ends(start, end)),
        any::<f64>().prop_map(Action::Progress),
        (-1.0f64..2.0).prop_map(Action::Progress),
        any::<bool>().prop_map(|even| Action::Rescale(Rc::new(if even {
            Scale::even(&[1.0, 90.0, 91.0, 92.0, 95.0], (0.0, 100.0))
        } else {
            Scale::linear()
        }))),
        any::<u32>().prop_map(|id| Action::Start(EventId(id % 8))),
        any::<u32>().prop_map(|id| Action::Focus(EventId(id % 8))),
        any::<f64>().prop_map(Action::Resize),
        (any::<u32>(), any::<u32>()).prop_map(|(open, all)| Action::Answers { open, all }),
    ]
}
