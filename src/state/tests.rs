//! Sequences of intents, and what comes of them.

use super::*;
use crate::date::{Bounds, Day, Moment};
use crate::document::{
    Category, CategoryId, ControlLabels, Direction, Doubt, Era, EraId, Extent, Mark, Spacing, Status, Timeline, Version,
};
use crate::timeline::{Cluster, HOUR, Interval, Place, Target, Viewport};

/// A timeline of events, each with its first day and its number of days.
pub fn timeline(events: &[(i64, i64)]) -> Timeline {
    let mark = |(number, &(first, days)): (usize, &(i64, i64))| Mark {
        id: format!("e{number}").parse().expect("an id"),
        bounds: Bounds::new(Day(first), Day(first + days - 1)),
        clock: None,
        extent: if days == 1 { Extent::Day } else { Extent::Period },
        doubt: Doubt::None,
        category: None,
        status: Status::Confirmed,
    };
    Timeline {
        version: Version::default(),
        id: "doc".parse().expect("an id"),
        lang: "en".to_owned(),
        labels_lang: None,
        dir: Direction::Ltr,
        marks: events.iter().enumerate().map(mark).collect(),
        eras: Vec::new(),
        categories: Vec::new(),
        start: (!events.is_empty()).then_some(EventId(0)),
        window: None,
        spacing: Spacing::Linear,
        labels: ControlLabels::default(),
    }
}

/// A document and the state of its explainer, to which one does things.
struct Desk {
    timeline: Timeline,
    spans: Spans,
    state: State,
    has_axis_focus: bool,
    has_pages: bool,
}

impl Desk {
    fn of(timeline: Timeline, width: f64) -> Desk {
        let spans = Spans::new(&timeline);
        let context = Context {
            timeline: &timeline,
            spans: &spans,
            admit: &|_| Vec::new(),
            has_axis_focus: false,
            has_pages: false,
        };
        let questions = Questions { open: 0, all: 2 };
        let state = State::new(&context, Px(width), questions, &ViewAddress::default());
        Desk { timeline, spans, state, has_axis_focus: false, has_pages: false }
    }

    fn new(events: &[(i64, i64)], width: f64) -> Desk {
        Desk::of(timeline(events), width)
    }

    /// A text that is looked for is found in the events whose number it has as a digit.
    fn does(&mut self, intent: Intent) -> Vec<Effect> {
        let Desk { timeline, spans, has_axis_focus, has_pages, .. } = self;
        let admit = |filter: &Filter| {
            let admits = |(number, mark): (usize, &Mark)| {
                filter.admits(mark) && (filter.text.is_empty() || filter.text.contains(&number.to_string()))
            };
            timeline.marks.iter().enumerate().map(admits).collect()
        };
        let context =
            Context { timeline, spans, admit: &admit, has_axis_focus: *has_axis_focus, has_pages: *has_pages };
        let (state, effects) = reduce(self.state.clone(), intent, &context);
        self.state = state;
        effects
    }

    fn goal(&self) -> (f64, f64) {
        let Interval { start, end } = self.state.window.goal().window;
        (start.0, end.0)
    }

    fn chosen(&self) -> Option<u32> {
        self.state.chosen.map(|id| id.0)
    }
}

/// Ten events, a hundred days apart.
fn ten(width: f64) -> Desk {
    let events: Vec<(i64, i64)> = (0..10).map(|number| (number * 100, 1)).collect();
    Desk::new(&events, width)
}

fn window(start: f64, end: f64) -> Interval<Place> {
    Interval::new(Place(start), Place(end))
}

/// A narrow window in the middle of [`ten`].
fn zoomed(width: f64) -> Desk {
    let mut desk = ten(width);
    desk.state.window.show(Some(window(400.0, 600.0)));
    desk
}

#[test]
fn only_days_with_hours_of_their_own_are_stretches_of_time() {
    let mut timeline = timeline(&[(5, 1), (5, 1), (6, 1), (6, 30), (7, 1)]);
    timeline.labels.hours = vec!["0:{minute}".to_owned()];
    timeline.marks[1].clock = Some(0);
    let spans = Spans::new(&timeline);
    let index = spans.index(&spans.scale(Spacing::Linear), None);
    assert_eq!([0, 1, 2, 3, 4].map(|event| index.span(event).is_point), [false, true, true, false, true]);
    assert_eq!(index.lanes(), 1);
}

/// What happened at these quarters of days.
fn quarters(quarters: &[u32]) -> Desk {
    let days: Vec<(i64, i64)> = quarters.iter().map(|quarter| (i64::from(quarter / 4), 1)).collect();
    let mut timeline = timeline(&days);
    timeline.labels.hours = vec!["0:{minute}".to_owned()];
    for (mark, quarter) in timeline.marks.iter_mut().zip(quarters) {
        mark.clock = Some(quarter % 4 * 21_600);
    }
    Desk::of(timeline, 1000.0)
}

#[test]
fn an_event_at_the_edge_of_a_window_is_seen_in_it() {
    for event in [1, 2] {
        let mut desk = quarters(&[1, 5, 7, 40]);
        let days = Some(Interval::new(Moment(1.25), Moment(1.75)));
        let address = ViewAddress { event: Some(EventId(event)), days, ..ViewAddress::default() };
        desk.does(Intent::FollowAddress { address: address.clone(), is_back: false });
        assert_eq!(desk.goal(), (1.25, 1.75));
        assert_eq!(desk.state.address(), address);
    }
}

#[test]
fn a_window_in_the_margin_is_told_as_the_end_that_it_is_near() {
    let told = |desk: &mut Desk, start: f64, end: f64| {
        desk.state.window.show(Some(window(start, end)));
        let time = desk.state.window.time();
        assert!(time.length() >= 0.0, "{time:?}");
        (time.start.minute(), time.end.minute())
    };
    let mut desk = quarters(&[1, 400]);
    assert_eq!(told(&mut desk, -2.0, -1.0), ((Day(0), 360), (Day(0), 360)));
    assert_eq!(told(&mut desk, 101.0, 102.0), ((Day(100), 0), (Day(100), 0)));
    let mut desk = Desk::new(&[(0, 1), (1000, 1)], 1000.0);
    told(&mut desk, 1005.0, 1010.0);
    assert_eq!(desk.state.window.time().start.day(), Day(1000));
}

#[test]
fn the_end_of_an_eras_last_day_belongs_to_it() {
    let mut desk = quarters(&[1, 4, 12, 17]);
    desk.timeline.marks[1] =
        Mark { bounds: Bounds::new(Day(0), Day(0)), clock: Some(86_400), ..desk.timeline.marks[1].clone() };
    let era = |(from, to): (i64, i64)| Era {
        id: format!("era-{from}").parse().expect("an id"),
        label: "era".to_owned(),
        bounds: Bounds::new(Day(from), Day(to)),
    };
    desk.timeline.eras = [(0, 0), (1, 5)].map(era).to_vec();
    let mut desk = Desk::of(desk.timeline, 1000.0);
    desk.does(Intent::Choose(EventId(1)));
    assert_eq!(desk.timeline.era_of(EventId(1)), Some(0));
    desk.does(Intent::Walk(Walk::EraOn));
    assert_eq!(desk.state.focused, Some(EventId(2)));
    desk.does(Intent::Walk(Walk::EraBack));
    assert_eq!(desk.state.focused, Some(EventId(0)));
}

#[test]
fn an_event_that_does_not_exist_cannot_be_chosen() {
    let mut desk = ten(400.0);
    assert_eq!(desk.does(Intent::Choose(EventId(10))), []);
    assert_eq!(desk.chosen(), Some(0));
    desk.does(Intent::Choose(EventId(3)));
    desk.does(Intent::FollowLink(EventId(u32::MAX)));
    assert_eq!(desk.chosen(), Some(3));
}

#[test]
fn choosing_by_a_control_tells_the_page_writes_the_address_and_scrolls_where_the_list_leads() {
    let event = EventId(3);
    let told = [Effect::MarkCurrent, Effect::Notify(Notice::Select(event)), Effect::WriteAddress(event)];
    for width in [400.0, 1000.0] {
        let mut desk = ten(width);
        assert_eq!(desk.does(Intent::Choose(event)), told);
        desk.does(Intent::Choose(EventId(4)));
        assert_eq!(desk.does(Intent::ListToggled(true)), []);
        assert_eq!(desk.does(Intent::Choose(event)), [&told[..], &[Effect::ShowInList(event)]].concat());
    }
}

#[test]
fn a_link_is_heard_twice_and_told_once() {
    let mut desk = ten(400.0);
    let event = EventId(3);
    assert_eq!(desk.does(Intent::FollowLink(event)), [Effect::MarkCurrent, Effect::Notify(Notice::Select(event))]);
    let address = ViewAddress { event: Some(event), ..ViewAddress::default() };
    let effects = desk.does(Intent::FollowAddress { address: address.clone(), is_back: false });
    assert_eq!(effects, [Effect::ScrollTo(event)]);
    // A reader who comes back is where he was.
    assert_eq!(desk.does(Intent::FollowAddress { address, is_back: true }), []);
}

#[test]
fn the_steps_go_through_what_is_shown_and_end() {
    let mut desk = ten(400.0);
    desk.does(Intent::Search("146".to_owned()));
    for (chosen, previous, next) in [
        (None, Some(6), Some(1)),
        (Some(1), None, Some(4)),
        (Some(4), Some(1), Some(6)),
        // One that a filter has taken away still has neighbours.
        (Some(5), Some(4), Some(6)),
        (Some(6), Some(4), None),
    ] {
        desk.state.chosen = chosen.map(EventId);
        assert_eq!((desk.state.previous(), desk.state.next()), (previous.map(EventId), next.map(EventId)));
    }
    assert_eq!(desk.does(Intent::Next), []);
    desk.does(Intent::Previous);
    assert_eq!(desk.chosen(), Some(4));
    desk.does(Intent::Search("no such event".to_owned()));
    assert_eq!((desk.state.previous(), desk.state.next()), (None, None));
}

#[test]
fn choosing_what_a_filter_hides_clears_the_filter() {
    let mut desk = ten(400.0);
    let effects = desk.does(Intent::Search("1".to_owned()));
    assert_eq!(effects, [Effect::ShowFiltered, Effect::MarkCurrent, Effect::Notify(Notice::Filter(1))]);
    let effects = desk.does(Intent::FollowLink(EventId(3)));
    assert!(effects.contains(&Effect::ShowFiltered) && effects.contains(&Effect::Notify(Notice::Filter(10))));
    assert_eq!((desk.state.filter.clone(), desk.state.spoken), (Filter::default(), Spoken::Choice));
}

#[test]
fn choosing_what_the_window_does_not_show_eases_there_and_says_the_choice() {
    let mut desk = zoomed(400.0);
    let effects = desk.does(Intent::FollowLink(EventId(8)));
    assert!(effects.contains(&Effect::StartEasing));
    assert_eq!(desk.goal(), (700.5, 900.5));
    assert_eq!(desk.state.spoken, Spoken::Choice);
    // What it shows stays.
    desk.does(Intent::Advance(1.0));
    let effects = desk.does(Intent::FollowLink(EventId(8)));
    assert!(!effects.contains(&Effect::StartEasing));
}

#[test]
fn one_event_is_always_chosen() {
    let mut timeline = timeline(&[(0, 1), (100, 1), (200, 1)]);
    timeline.start = Some(EventId(1));
    let mut desk = Desk::of(timeline, 400.0);
    assert_eq!(desk.chosen(), Some(1));
    desk.does(Intent::Search("2".to_owned()));
    assert_eq!(desk.chosen(), Some(2));
    desk.does(Intent::Search("none".to_owned()));
    assert_eq!(desk.chosen(), Some(2));
}

#[test]
fn an_easing_begins_where_the_last_one_has_come_to() {
    let mut desk = ten(400.0);
    let whole = desk.state.window.drawn();
    let zoom = Intent::Zoom { factor: 4.0, around: Around::Middle, is_eased: true };
    assert_eq!(desk.does(zoom), [Effect::StartEasing]);
    assert_eq!(desk.state.window.drawn(), whole);
    desk.does(Intent::Advance(0.5));
    let halfway = desk.state.window.drawn();
    assert!(halfway.length() < whole.length() && desk.state.window.is_easing());
    desk.does(Intent::ShowWhole);
    assert_eq!(desk.state.window.drawn(), halfway);
    desk.does(Intent::Advance(f64::NAN));
    assert_eq!(desk.state.window.drawn(), whole);
    assert!(!desk.state.window.is_easing());
    // A frame that was asked for before is too late.
    desk.does(Intent::Advance(0.3));
    assert_eq!(desk.state.window.drawn(), whole);
}

#[test]
fn what_the_overviews_keys_do_is_told_by_the_overview_alone() {
    let mut desk = ten(1000.0);
    let zoom = |around| Intent::Zoom { factor: 4.0, around, is_eased: true };
    for (intent, spoken) in [
        (zoom(Around::Middle), Spoken::Slider),
        (Intent::Move(Pan::By(0.1)), Spoken::Slider),
        (Intent::Move(Pan::ToEnd), Spoken::Slider),
        (zoom(Around::Chosen), Spoken::Window),
        (Intent::Move(Pan::ToWhole), Spoken::Slider),
        (Intent::ShowWhole, Spoken::Window),
    ] {
        desk.does(intent.clone());
        assert_eq!(desk.state.spoken, spoken, "{intent:?}");
    }
    desk.does(zoom(Around::Chosen));
    assert!(desk.state.window.is_zoomed());
    desk.does(Intent::Move(Pan::ToWhole));
    assert!(!desk.state.window.is_zoomed());
}

#[test]
fn the_window_stays_within_the_span_and_above_a_day() {
    let mut desk = ten(1000.0);
    let whole = desk.state.window.whole();
    for intent in [
        Intent::Zoom { factor: 1e9, around: Around::X(Px(300.0)), is_eased: false },
        Intent::Pan(Px(-1e6)),
        Intent::Zoom { factor: 0.5, around: Around::X(Px(0.0)), is_eased: true },
        Intent::Pan(Px(700.0)),
        Intent::Move(Pan::By(-1e9)),
        Intent::Move(Pan::ToEnd),
        Intent::Zoom { factor: f64::NAN, around: Around::Chosen, is_eased: false },
    ] {
        desk.does(intent.clone());
        let Viewport { window: Interval { start, end }, .. } = desk.state.window.goal();
        assert!(start >= whole.window.start - 1e-6 && end <= whole.window.end + 1e-6, "{intent:?} {start:?} {end:?}");
        assert!(end - start >= 1.0 - 1e-6, "{intent:?} {start:?} {end:?}");
    }
    assert!(desk.state.window.is_zoomed());
    desk.does(Intent::ShowWhole);
    assert!(!desk.state.window.is_zoomed());
}

/// A timeline of clocks, each with its day and its minute.
fn clocks(clocks: &[(i64, u32)]) -> Timeline {
    let days: Vec<(i64, i64)> = clocks.iter().map(|&(day, _)| (day, 1)).collect();
    let mut timeline = timeline(&days);
    for (mark, (_, minute)) in timeline.marks.iter_mut().zip(clocks) {
        mark.clock = Some(minute * 60);
    }
    timeline.labels.hours = vec!["0:{minute}".to_owned(); 24];
    timeline
}

#[test]
fn among_clocks_one_zooms_from_years_to_an_hour_and_back() {
    let mut all = clocks(&[(0, 600), (0, 605), (0, 1440), (1, 0), (4000, 30)]);
    all.marks.insert(0, timeline(&[(0, 1)]).marks.remove(0));
    for is_even in [false, true] {
        let mut desk = Desk::of(all.clone(), 900.0);
        desk.does(Intent::SpreadEvenly(is_even));
        desk.does(Intent::Choose(EventId(2)));
        let zoom = |factor| Intent::Zoom { factor, around: Around::Chosen, is_eased: true };
        let mut steps = 0;
        while !desk.state.window.is_least() {
            let before = desk.state.window.goal().length();
            desk.does(zoom(2.0));
            desk.does(Intent::Advance(1.0));
            assert!(desk.state.window.goal().length() < before && steps < 40, "{before}");
            steps += 1;
        }
        let time = desk.state.window.time();
        assert!(is_even || (time.length() - HOUR).abs() < 1e-6, "{time:?}");
        let moment = Day(0).at(605 * 60);
        assert!(time.start <= moment && moment <= time.end, "{time:?}");
        // The address has it, and leads there again.
        let address = desk.state.address();
        let fragment = address.fragment("doc", &all);
        let read = ViewAddress::read(&fragment, "doc", &all);
        desk.does(Intent::ShowWhole);
        desk.does(Intent::FollowAddress { address: read, is_back: false });
        let again = desk.state.window.time();
        assert!(
            (again.start - time.start).abs() < 1.0 / 1440.0 && (again.end - time.end).abs() < 1.0 / 1440.0,
            "{fragment}"
        );
        for _ in 0..steps + 1 {
            desk.does(zoom(0.5));
            desk.does(Intent::Advance(1.0));
        }
        assert!(!desk.state.window.is_zoomed());
    }
}

#[test]
fn what_happened_at_one_moment_is_a_window_of_an_hour() {
    let desk = Desk::of(clocks(&[(5, 720)]), 900.0);
    let whole = desk.state.window.whole();
    assert!(whole.is_drawable() && whole.length() < 1.1 * HOUR);
    assert!((whole.apply(Place(5.5)) - Px(450.0)).abs() < Px(1e-6));
}

#[test]
fn a_crowd_of_seconds_is_listed_where_no_zoom_parts_it() {
    let mut timeline = clocks(&[(5, 600); 30]);
    for (second, mark) in (0..).zip(&mut timeline.marks) {
        mark.clock = Some(36_000 + second * 3);
    }
    timeline.marks.push(clocks(&[(9, 0)]).marks.remove(0));
    let mut desk = Desk::of(timeline, 900.0);
    for _ in 0..20 {
        let cluster = desk.state.marks().targets.iter().find_map(Target::cluster);
        let Some(cluster) = cluster else { break };
        desk.does(Intent::OpenCluster(cluster));
        desk.does(Intent::Advance(1.0));
        if desk.state.list.opened.is_some() {
            return;
        }
    }
    panic!("neither listed nor parted: {:?}", desk.state.marks().targets);
}

#[test]
fn the_same_days_stay_in_the_window_on_another_scale() {
    let events: Vec<(i64, i64)> = [(0, 1)].into_iter().chain((0..100).map(|day| (900 + day, 1))).collect();
    let mut desk = Desk::new(&events, 900.0);
    desk.state.window.show(Some(window(200.0, 950.0)));
    desk.does(Intent::SpreadEvenly(true));
    let Interval { start, end } = desk.state.window.time();
    assert!((start - Moment(200.0)).abs() < 1e-6 && (end - Moment(950.0)).abs() < 1e-6, "{start:?} {end:?}");
    assert!(desk.state.window.scale.is_even() && desk.state.shown.scale().is_even());
    desk.does(Intent::SpreadEvenly(false));
    assert!(!desk.state.window.scale.is_even());
}

#[test]
fn a_width_that_is_none_is_not_taken() {
    let mut desk = ten(900.0);
    for width in [f64::NAN, f64::INFINITY, -1.0] {
        desk.does(Intent::Resize(Px(width)));
        assert_eq!(desk.state.window.width, Px(900.0));
    }
}

#[test]
fn a_drag_moves_the_content_and_a_click_does_not() {
    let mut desk = zoomed(400.0);
    let surface = Surface::Axis;
    desk.does(Intent::PointerDown { surface, pointer: 1, x: Px(200.0), time: 0.0 });
    assert_eq!(desk.does(Intent::PointerMove { pointer: 1, x: Px(203.0), time: 0.0 }), []);
    assert_eq!(desk.goal(), (400.0, 600.0));
    let effects = desk.does(Intent::PointerMove { pointer: 1, x: Px(240.0), time: 0.0 });
    assert_eq!(effects, [Effect::CapturePointer { surface, pointer: 1 }]);
    assert_eq!(desk.goal(), (380.0, 580.0));
    assert_eq!(desk.does(Intent::PointerMove { pointer: 1, x: Px(260.0), time: 0.0 }), []);
    assert!(!desk.state.window.is_at_rest);
    desk.does(Intent::PointerUp { pointer: 1, is_cancelled: false, time: 100.0 });
    assert!(desk.state.window.is_at_rest);
    assert_eq!((desk.goal(), desk.state.spoken), ((370.0, 570.0), Spoken::Window));
    // One that is not down does nothing.
    assert_eq!(desk.does(Intent::PointerMove { pointer: 1, x: Px(0.0), time: 0.0 }), []);
    assert_eq!(desk.goal(), (370.0, 570.0));
}

#[test]
fn two_fingers_zoom() {
    let mut desk = zoomed(400.0);
    let surface = Surface::Axis;
    for (pointer, x) in [(1, 100.0), (2, 300.0), (3, 350.0)] {
        desk.does(Intent::PointerDown { surface, pointer, x: Px(x), time: 0.0 });
    }
    desk.does(Intent::PointerMove { pointer: 1, x: Px(0.0), time: 0.0 });
    desk.does(Intent::PointerMove { pointer: 2, x: Px(400.0), time: 0.0 });
    let (start, end) = desk.goal();
    assert!((start - 450.0).abs() < 1e-6 && (end - 550.0).abs() < 1e-6, "{start} {end}");
    desk.does(Intent::PointerUp { pointer: 1, is_cancelled: false, time: 100.0 });
    assert!(!desk.state.window.is_at_rest);
    desk.does(Intent::PointerUp { pointer: 2, is_cancelled: true, time: 100.0 });
    assert!(desk.state.window.is_at_rest);
}

#[test]
fn on_the_overview_the_window_is_dragged_whole_or_by_an_edge_and_goes_where_one_clicks() {
    let surface = Surface::Overview;
    let mut desk = zoomed(400.0);
    let (whole, edges) = (desk.state.window.whole(), desk.state.window.edges_on_overview());
    let by = whole.invert(Px(20.0)) - whole.invert(Px(0.0));
    let mut drag = |x: Px| {
        desk.state.window.show(Some(window(400.0, 600.0)));
        desk.does(Intent::PointerDown { surface, pointer: 1, x, time: 0.0 });
        desk.does(Intent::PointerMove { pointer: 1, x: x + Px(20.0), time: 0.0 });
        desk.does(Intent::PointerUp { pointer: 1, is_cancelled: false, time: 100.0 });
        desk.goal()
    };
    let close = |(a, b): (f64, f64), (c, d): (f64, f64)| assert!((a - c).abs().max((b - d).abs()) < 1e-6, "{a} {b}");
    close(drag(edges.start + edges.length() / 2.0), (400.0 + by, 600.0 + by));
    close(drag(edges.start), (400.0 + by, 600.0));
    close(drag(edges.end), (400.0, 600.0 + by));

    let mut desk = zoomed(400.0);
    desk.does(Intent::PointerDown { surface, pointer: 1, x: whole.apply(Place(800.0)), time: 0.0 });
    desk.does(Intent::PointerUp { pointer: 1, is_cancelled: false, time: 100.0 });
    close(desk.goal(), (700.0, 900.0));
    assert!(desk.state.window.is_easing());
}

#[test]
fn the_keys_walk_along_the_marks_and_beyond_the_window() {
    let mut desk = zoomed(400.0);
    let focused = |desk: &Desk| desk.state.marks().focused().map(Target::event);
    // The fourth is cut off by the window's edge, as is the sixth.
    assert_eq!(focused(&desk), Some(5));
    let mut walk = |step, expected| {
        desk.has_axis_focus = true;
        let effects = desk.does(Intent::Walk(step));
        assert_eq!(focused(&desk), Some(expected), "{step:?}");
        assert!(effects.contains(&Effect::FocusAxis), "{step:?}");
    };
    walk(Walk::On, 6);
    walk(Walk::Back, 5);
    walk(Walk::Last, 9);
    walk(Walk::First, 0);
    assert_eq!(desk.chosen(), Some(0), "walking chooses nothing");
}

#[test]
fn the_keys_pass_over_nothing_outside_the_window() {
    // A period begins before the event next to it and has its middle behind it; a day has more events than a column.
    let crowd = [(1500, 1); 12];
    let events = [[(0, 1), (100, 365), (130, 1), (900, 1)].as_slice(), &crowd, &[(1530, 1), (4000, 1)]].concat();
    let mut desk = Desk::new(&events, 300.0);
    desk.state.window.show(Some(window(0.0, 200.0)));
    desk.does(Intent::Walk(Walk::First));
    for (step, last) in [(Walk::On, 17), (Walk::Back, 0)] {
        let mut seen = vec![false; events.len()];
        for _ in 0..4 * events.len() {
            let marks = desk.state.marks();
            let focused = marks.focused().expect("a mark");
            match focused.cluster() {
                Some(cluster) => seen[cluster.first as usize..=cluster.last as usize].fill(true),
                None => seen[focused.event() as usize] = true,
            }
            desk.does(Intent::Walk(step));
        }
        assert_eq!(seen.iter().position(|is_seen| !is_seen), None, "{step:?}");
        assert_eq!(desk.state.marks().focused().map(Target::event), Some(last), "{step:?}");
    }
}

#[test]
fn the_keys_lead_from_era_to_era() {
    let mut timeline = timeline(&[(0, 1), (100, 1), (500, 1), (600, 1), (900, 1)]);
    let era = |(first, last)| Era {
        id: "e".parse().unwrap(),
        label: String::new(),
        bounds: Bounds::new(Day(first), Day(last)),
    };
    timeline.eras = [(0, 399), (400, 799), (800, 999)].map(era).into();
    let mut desk = Desk::of(timeline, 400.0);
    for (step, expected) in [
        (Walk::EraOn, 2),
        (Walk::EraOn, 4),
        (Walk::EraOn, 4),
        (Walk::EraBack, 2),
        (Walk::EraBack, 0),
        (Walk::EraBack, 0),
    ] {
        desk.does(Intent::Walk(step));
        assert_eq!(desk.state.focused, Some(EventId(expected)), "{step:?}");
    }
}

/// The cluster of several events on the axis.
fn first_cluster(desk: &Desk) -> Cluster {
    desk.state.marks().targets.iter().find_map(Target::cluster).expect("a cluster")
}

#[test]
fn a_cluster_is_drawn_apart_or_listed_and_the_card_goes_along() {
    // Each moment has more events than its column has rows.
    let days: Vec<(i64, i64)> = [[0; 5], [10; 5]].concat().into_iter().map(|day| (day, 1)).chain([(1000, 1)]).collect();
    let mut desk = Desk::new(&days, 400.0);
    let cluster = first_cluster(&desk);
    assert_eq!((cluster.first, cluster.count), (4, 2));
    let effects = desk.does(Intent::OpenCluster(cluster));
    assert!(effects.ends_with(&[Effect::WriteAddress(EventId(4)), Effect::StartEasing]), "{effects:?}");
    assert_eq!(desk.state.chosen, Some(EventId(4)), "the steps lead on from what was opened");
    let (start, end) = desk.goal();
    assert!(start < 0.5 && end > 10.5 && end - start < 20.0, "{start} {end}");

    let mut desk = Desk::new(&[[(0, 1); 10].as_slice(), &[(1000, 1)]].concat(), 400.0);
    let cluster = first_cluster(&desk);
    assert!(desk.does(Intent::OpenCluster(cluster)).contains(&Effect::FocusCluster));
    assert_eq!(desk.state.list.opened, Some(EventId(cluster.first)));
    desk.does(Intent::OpenCluster(cluster));
    assert_eq!(desk.state.list.opened, None);
    desk.does(Intent::OpenCluster(cluster));
    desk.has_axis_focus = true;
    assert_eq!(desk.does(Intent::CloseCluster), [Effect::FocusAxis]);
    desk.does(Intent::OpenCluster(cluster));
    desk.does(Intent::Zoom { factor: 2.0, around: Around::Middle, is_eased: true });
    assert_eq!(desk.state.list.opened, None, "another window has other clusters");
}

#[test]
fn an_era_is_shown_and_the_whole_span_again() {
    let mut timeline = timeline(&[(0, 1), (500, 1)]);
    timeline.eras = vec![Era { id: "e".parse().unwrap(), label: String::new(), bounds: Bounds::new(Day(0), Day(99)) }];
    let mut desk = Desk::of(timeline, 400.0);
    let whole = desk.goal();
    desk.does(Intent::ShowEra(EraId(0)));
    let (start, end) = desk.goal();
    assert!(start <= 0.0 && end > 100.0 && end < 110.0, "{start} {end}");
    desk.does(Intent::ShowEra(EraId(9)));
    assert_eq!(desk.goal(), (start, end), "there is no such era");
    desk.does(Intent::ShowEra(EraId(0)));
    assert_eq!(desk.goal(), whole);
}

#[test]
fn the_first_and_the_last_event_of_an_era_that_is_shown_can_be_chosen_at_any_width() {
    let mut timeline = timeline(&[(-900, 1), (0, 1), (99, 1), (900, 1)]);
    timeline.eras = vec![Era { id: "e".parse().unwrap(), label: String::new(), bounds: Bounds::new(Day(0), Day(99)) }];
    for width in [272.0, 342.0, 700.0, 1200.0] {
        let mut desk = Desk::of(timeline.clone(), width);
        desk.does(Intent::ShowEra(EraId(0)));
        desk.does(Intent::Advance(1.0));
        let events: Vec<u32> = desk.state.marks().targets.iter().map(Target::event).collect();
        assert_eq!(events, [1, 2], "{width}");
    }
}

#[test]
fn what_was_found_is_walked_through_round_and_round() {
    let mut desk = Desk::new(&[(0, 1), (10, 1), (20, 1)], 400.0);
    let next = Intent::NextFound { is_back: false };
    for expected in [1, 2, 0] {
        desk.does(next.clone());
        assert_eq!(desk.state.chosen, Some(EventId(expected)));
    }
    desk.does(Intent::NextFound { is_back: true });
    assert_eq!(desk.state.chosen, Some(EventId(2)));
}

#[test]
fn an_address_follows_when_a_filter_takes_its_event() {
    let mut desk = Desk::new(&[(0, 1), (10, 1)], 400.0);
    assert!(!desk.does(Intent::Search("1".to_owned())).iter().any(|effect| matches!(effect, Effect::WriteAddress(_))));
    desk.does(Intent::ClearFilter);
    desk.does(Intent::Choose(EventId(0)));
    assert!(desk.does(Intent::Search("1".to_owned())).contains(&Effect::WriteAddress(EventId(1))));
}

#[test]
fn a_filter_that_an_address_names_holds_from_the_beginning() {
    let mut desk = Desk::new(&[(0, 1), (10, 1)], 400.0);
    let appear = |desk: &mut Desk| desk.does(Intent::Appear(ViewAddress::default()));
    assert!(!appear(&mut desk).contains(&Effect::ShowFiltered), "everything is shown as it was printed");
    desk.does(Intent::Search("1".to_owned()));
    assert!(appear(&mut desk).contains(&Effect::ShowFiltered));
}

#[test]
fn an_address_has_no_window_that_does_not_show_its_event() {
    let mut desk = Desk::new(&[(0, 1), (900, 1)], 400.0);
    desk.does(Intent::Choose(EventId(0)));
    desk.does(Intent::Zoom { factor: 4.0, around: Around::X(Px(400.0)), is_eased: false });
    assert_eq!(desk.state.address().days, None);
    desk.does(Intent::Choose(EventId(1)));
    assert!(desk.state.address().days.is_some());
}

#[test]
fn the_list_of_a_long_document_goes_with_the_window_once_it_rests() {
    let events: Vec<(i64, i64)> = (0..1000).map(|day| (day, 1)).collect();
    let mut desk = Desk::new(&events, 400.0);
    desk.has_pages = true;
    desk.does(Intent::Rest);
    assert_eq!(desk.state.list.first, 0);
    desk.state.window.show(Some(window(480.0, 600.0)));
    assert!(desk.does(Intent::Pan(Px(-1.0))).contains(&Effect::AwaitRest));
    assert_eq!(desk.state.list.first, 0, "it moves");
    assert!(desk.does(Intent::Rest).contains(&Effect::MarkCurrent));
    assert_eq!(desk.state.list.first, 450);
    desk.does(Intent::TurnPage(500));
    assert_eq!(desk.state.list.first, 500);
    desk.does(Intent::Resize(Px(500.0)));
    assert_eq!(desk.state.list.first, 500, "the reader has turned to it");
    desk.does(Intent::FollowLink(EventId(590)));
    assert_eq!(desk.state.list.first, 550);
}

#[test]
fn answers_are_counted_and_told() {
    let mut desk = ten(400.0);
    assert_eq!(desk.does(Intent::ToggleAnswers), [Effect::OpenAnswers(true)]);
    let toggled = |open| Intent::AnswerToggled { id: "why".to_owned(), is_open: true, open };
    let told = Effect::Notify(Notice::Toggle { id: "why".to_owned(), is_open: true });
    assert_eq!(desk.does(toggled(1)), std::slice::from_ref(&told));
    desk.does(toggled(5));
    assert_eq!(desk.state.questions, Questions { open: 2, all: 2 });
    assert_eq!(desk.does(Intent::ToggleAnswers), [Effect::OpenAnswers(false)]);
}

#[test]
fn the_focus_follows_the_tab_stop_only_from_the_axis() {
    let mut desk = ten(1000.0);
    let zoom = Intent::Zoom { factor: 2.0, around: Around::Focused, is_eased: false };
    assert!(!desk.does(zoom.clone()).contains(&Effect::FocusAxis));
    desk.has_axis_focus = true;
    assert!(desk.does(zoom).contains(&Effect::FocusAxis));
    assert_eq!(desk.does(Intent::PointerMove { pointer: 9, x: Px(1.0), time: 0.0 }), [], "nothing is drawn anew");
}

#[test]
fn an_address_names_the_chosen_event_and_the_window() {
    let mut desk = zoomed(400.0);
    desk.does(Intent::FollowLink(EventId(5)));
    let address = desk.state.address();
    assert_eq!(address.event, Some(EventId(5)));
    assert_eq!(address.days, Some(Interval::new(Moment(400.0), Moment(600.0))));
    let mut other = ten(400.0);
    other.does(Intent::FollowAddress { address: address.clone(), is_back: false });
    assert_eq!((other.state.address(), other.goal()), (address, (400.0, 600.0)));
}

#[test]
fn a_filter_by_category_and_status_leaves_what_has_both() {
    let mut timeline = timeline(&[(0, 1), (100, 1), (200, 1)]);
    timeline.categories = vec![Category { id: "c".parse().unwrap(), label: String::new() }];
    timeline.marks[0].category = Some(CategoryId(0));
    timeline.marks[1].category = Some(CategoryId(0));
    timeline.marks[1].status = Status::Alleged;
    let mut desk = Desk::of(timeline, 400.0);
    desk.does(Intent::ToggleFilter(FilterEntry::Category(CategoryId(0))));
    assert_eq!(desk.state.shown.shown(), [0, 1]);
    desk.does(Intent::ToggleFilter(FilterEntry::Status(Status::Alleged)));
    assert_eq!(desk.state.shown.shown(), [1]);
    desk.does(Intent::ToggleFilter(FilterEntry::Category(CategoryId(0))));
    desk.does(Intent::ToggleFilter(FilterEntry::Status(Status::Alleged)));
    assert_eq!((desk.state.shown.len(), desk.state.admitted.is_none()), (3, true));
}

#[test]
fn the_axis_glides_on_after_a_fling_and_stops_under_the_next_hand() {
    let surface = Surface::Axis;
    let fling = |desk: &mut Desk, until: f64| {
        desk.does(Intent::PointerDown { surface, pointer: 1, x: Px(200.0), time: 0.0 });
        desk.does(Intent::PointerMove { pointer: 1, x: Px(180.0), time: 10.0 });
        desk.does(Intent::PointerMove { pointer: 1, x: Px(150.0), time: 20.0 });
        desk.does(Intent::PointerUp { pointer: 1, is_cancelled: false, time: until })
    };
    let mut desk = zoomed(400.0);
    let glide = fling(&mut desk, 25.0).into_iter().find_map(|effect| match effect {
        Effect::Glide(dx) => Some(dx),
        _ => None,
    });
    let dx = glide.expect("it goes on");
    assert!(dx < Px(-100.0), "{dx:?}");
    assert!(desk.does(Intent::Glide(dx)).contains(&Effect::StartGliding));
    assert!(desk.state.window.is_easing());
    desk.does(Intent::PointerDown { surface, pointer: 1, x: Px(200.0), time: 100.0 });
    assert!(!desk.state.window.is_easing());

    // A hand that has come to rest lets go of nothing.
    let mut desk = zoomed(400.0);
    assert!(!fling(&mut desk, 200.0).iter().any(|effect| matches!(effect, Effect::Glide(_))));
}
