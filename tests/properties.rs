//! Properties of the lower floors, for any input.
#![cfg(not(target_arch = "wasm32"))]

use news_explainer::date::{Bounds, Civil, Day, days_in_month};
use news_explainer::document::{EventId, Link, Published, Timeline, fill};
use news_explainer::publish::island;
use news_explainer::state::{Action, State, reduce};
use news_explainer::timeline::{
    BUCKET_MIN, Candidate, Form, Layout, MAX_LANES, Marks, Span, Viewport, layout, order, place, ticks,
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
    fn the_scale_rises_and_can_be_inverted(viewport in viewport(), a in day(), b in day()) {
        prop_assume!(a < b);
        prop_assert!(viewport.apply(a as f64) < viewport.apply(b as f64));
        let back = viewport.invert(viewport.apply(a as f64));
        prop_assert!((back - a as f64).abs() < 1e-3, "{} became {}", a, back);
    }

    #[test]
    fn ticks_rise_stand_on_their_step_and_have_room(viewport in viewport(), spacing in 20.0f64..120.0) {
        let (step, ticks) = ticks(&viewport, spacing);
        for tick in &ticks {
            prop_assert_eq!(step.floor(tick.day), tick.day);
            prop_assert!((0.0..=viewport.width + 1e-6).contains(&tick.x));
        }
        for pair in ticks.windows(2) {
            prop_assert!(pair[0].day < pair[1].day);
            // A step is at least as long as its table says, so its ticks are never nearer than what was asked for.
            prop_assert!(pair[1].x - pair[0].x >= spacing - 1e-6, "{:?} {:?}", step, pair);
        }
    }

    #[test]
    fn a_layout_is_finite_for_any_window(spans in spans(), form in form(), start in any::<f64>(), end in any::<f64>(), width in any::<f64>()) {
        // Windows beyond what a calendar can name are cut off by the document's span in use; here anything goes but length.
        prop_assume!(!(start.is_finite() && end.is_finite()) || (start.abs() < 1e12 && end.abs() < 1e12));
        prop_assume!(!width.is_finite() || width < 1e5);
        let marks = Marks::new(spans, Vec::new());
        let layout = layout(&marks, &Viewport { start, end, width }, form);
        prop_assert!(numbers(&layout).iter().all(|number| number.is_finite()));
    }

    #[test]
    fn every_event_in_the_window_is_a_bar_or_in_exactly_one_cluster(spans in spans(), viewport in viewport(), form in form()) {
        let marks = Marks::new(spans.clone(), Vec::new());
        let layout = layout(&marks, &viewport, form);
        let mut seen: Vec<u32> = layout.bars.iter().map(|bar| bar.event).collect();
        for cluster in &layout.clusters {
            let members = layout.members(&marks, cluster);
            prop_assert_eq!(members.len() as u32, cluster.count);
            prop_assert_eq!(members.first(), Some(&cluster.first));
            seen.extend(members);
        }
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), count, "an event stands twice");
        for (event, span) in spans.iter().enumerate() {
            if viewport.start <= span.middle() && span.middle() <= viewport.end {
                prop_assert!(seen.binary_search(&(event as u32)).is_ok(), "event {} is nowhere", event);
            }
        }
    }

    #[test]
    fn marks_never_touch(spans in spans(), viewport in viewport(), form in form()) {
        let marks = Marks::new(spans, Vec::new());
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
    fn zooming_in_never_joins_what_was_apart(spans in spans(), viewport in viewport(), zoom in 1.0f64..64.0, form in form()) {
        let marks = Marks::new(spans, Vec::new());
        let middle = (viewport.start + viewport.end) / 2.0;
        let half = (viewport.end - viewport.start) / 2.0 / zoom;
        let near = Viewport { start: middle - half, end: middle + half, width: viewport.width };
        let (far_layout, near_layout) = (layout(&marks, &viewport, form), layout(&marks, &near, form));
        let far: Vec<Vec<u32>> = far_layout.clusters.iter().map(|cluster| far_layout.members(&marks, cluster)).collect();
        for cluster in &near_layout.clusters {
            let members = near_layout.members(&marks, cluster);
            // Those at the window's edge may lie in a bucket that the wider window does not show whole.
            let visible = members.iter().all(|member| far.iter().any(|far| far.contains(member)));
            prop_assert!(!visible || far.iter().any(|far| members.iter().all(|member| far.contains(member))));
        }
    }

    #[test]
    fn lanes_are_as_many_as_long_events_overlap_at_most(spans in spans()) {
        let marks = Marks::new(spans.clone(), Vec::new());
        let long: Vec<Span> = spans.into_iter().filter(|span| !span.is_point).collect();
        let overlap = long
            .iter()
            .map(|at| long.iter().filter(|span| span.start <= at.start && at.start < span.end).count())
            .max()
            .unwrap_or(0);
        prop_assert_eq!(usize::from(marks.lanes()), overlap.min(usize::from(MAX_LANES)));
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
        let mut state = State::new(total, Some((0.0, 100.0)), 900.0);
        for action in actions {
            let before = state;
            state = reduce(state, action);
            let valid = |id: Option<EventId>| id.is_none_or(|EventId(id)| id < total);
            prop_assert!(valid(state.chosen) && valid(state.focused) && valid(state.next()) && valid(state.previous()));
            prop_assert!(state.width.is_finite() && state.width >= 0.0);
            prop_assert!(state.open_answers <= state.answers);
            prop_assert_eq!((state.total, state.span), (before.total, before.span));
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
        Just(Action::Dismiss),
        Just(Action::Previous),
        Just(Action::Next),
        any::<u32>().prop_map(|id| Action::Focus(EventId(id % 8))),
        any::<f64>().prop_map(Action::Resize),
        (any::<u32>(), any::<u32>()).prop_map(|(open, all)| Action::Answers { open, all }),
    ]
}
