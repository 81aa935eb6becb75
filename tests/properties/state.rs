//! Any intents, in any order.

use std::rc::Rc;

use news_explainer::author::compile;
use news_explainer::document::{CategoryId, Document, EraId, EventId, Status};
use news_explainer::state::{
    Around, Context, Effect, Filter, FilterEntry, Intent, Pan, Questions, Spans, State, Surface, Told, ViewAddress,
    Walk, reduce,
};
use news_explainer::timeline::{DAY, HOUR, Interval, Px, Target};
use proptest::prelude::*;

use crate::strategies::number;

/// A document of some events, close together and far apart, short and long, and by the clock if that is wanted.
fn document(has_clocks: bool) -> Rc<Document> {
    let event = |(id, date): (usize, &str)| format!(r#"{{"id":"e{id}","date":"{date}","title":"E {id}"}}"#);
    let dates = ["1950", "1950", "1950-01-01", "1961-07-06", "1961-07-06", "1961-07-07", "1970/1980", "2023-11-11"];
    let clocks = ["2023-11-11T09:00:00", "2023-11-11T09:00:30", "2023-11-11T24:00:00", "2023-11-12T17:05:00"];
    let clocks = if has_clocks { &clocks[..] } else { &[] };
    let events: Vec<String> = dates.into_iter().chain(clocks.iter().copied()).enumerate().map(event).collect();
    let source = format!(
        r#"{{"id":"doc","lang":"en","title":"T","kind":"news","published":"2023-11-12","as_of":"2023-11-12",
        "timeline":{{"eras":[{{"id":"a","label":"A","period":"1940/1959"}},{{"id":"b","label":"B","period":"1960/1980"}}],
        "events":[{}]}}}}"#,
        events.join(",")
    );
    compile(&source).unwrap_or_else(|diagnostics| panic!("{diagnostics}")).document
}

fn px() -> impl Strategy<Value = Px> {
    prop_oneof![-10.0f64..1000.0, number()].prop_map(Px)
}

fn event() -> impl Strategy<Value = EventId> {
    (0u32..12).prop_map(EventId)
}

/// What does not need the state to be made.
fn intent() -> impl Strategy<Value = Intent> {
    let surface = prop_oneof![Just(Surface::Axis), Just(Surface::Overview)];
    let around =
        prop_oneof![px().prop_map(Around::X), Just(Around::Chosen), Just(Around::Focused), Just(Around::Middle)];
    let walk = prop::sample::select(vec![Walk::Back, Walk::On, Walk::First, Walk::Last, Walk::EraBack, Walk::EraOn]);
    let address = (prop::option::of(event()), prop::option::of((number(), number())))
        .prop_map(|(event, days)| {
            let days = days.map(|(start, end)| Interval::new(start, end).map(news_explainer::date::Moment));
            ViewAddress { event, days, ..ViewAddress::default() }
        })
        .boxed();
    let entry = prop_oneof![
        (0u8..20).prop_map(|id| FilterEntry::Category(CategoryId(id))),
        prop::sample::select(Status::ALL.to_vec()).prop_map(FilterEntry::Status),
    ];
    let pan = prop_oneof![number().prop_map(Pan::By), Just(Pan::ToStart), Just(Pan::ToEnd), Just(Pan::ToWhole)];
    prop_oneof![
        address.clone().prop_map(Intent::Appear),
        px().prop_map(Intent::Resize),
        event().prop_map(Intent::Choose),
        event().prop_map(Intent::FollowLink),
        Just(Intent::Previous),
        Just(Intent::Next),
        (address, any::<bool>()).prop_map(|(address, is_back)| Intent::FollowAddress { address, is_back }),
        Just(Intent::CloseCluster),
        walk.prop_map(Intent::Walk),
        (prop_oneof![0.01f64..100.0, number()], around, any::<bool>())
            .prop_map(|(factor, around, is_eased)| Intent::Zoom { factor, around, is_eased }),
        px().prop_map(Intent::Pan),
        pan.prop_map(Intent::Move),
        Just(Intent::ShowWhole),
        (0u16..4).prop_map(|era| Intent::ShowEra(EraId(era))),
        (surface, 0i32..3, px()).prop_map(|(surface, pointer, x)| Intent::PointerDown {
            surface,
            pointer,
            x,
            time: 0.0
        }),
        (0i32..3, px()).prop_map(|(pointer, x)| Intent::PointerMove { pointer, x, time: 0.0 }),
        (0i32..3, any::<bool>()).prop_map(|(pointer, is_cancelled)| Intent::PointerUp {
            pointer,
            is_cancelled,
            time: 100.0
        }),
        prop_oneof![-1.0f64..2.0, number()].prop_map(Intent::Advance),
        Just(Intent::Rest),
        any::<bool>().prop_map(Intent::SpreadEvenly),
        entry.prop_map(Intent::ToggleFilter),
        "[E0-9 ]{0,3}".prop_map(Intent::Search),
        any::<bool>().prop_map(|is_back| Intent::NextFound { is_back }),
        (0u16..4).prop_map(|era| Intent::Tell(Some(Told::Era(EraId(era))))),
        px().prop_map(Intent::Glide),
        Just(Intent::ClearFilter),
        any::<bool>().prop_map(Intent::ShowList),
        any::<usize>().prop_map(Intent::TurnPage),
        Just(Intent::ToggleAnswers),
        any::<usize>().prop_map(|open| Intent::AnswerToggled { id: "why".to_owned(), is_open: true, open }),
        any::<bool>().prop_map(Intent::Copied),
    ]
}

proptest! {
    #[test]
    fn any_intents_leave_a_valid_state(
        intents in prop::collection::vec(intent(), 0..40), opens in any::<bool>(), has_pages in any::<bool>(),
        has_axis_focus in any::<bool>(), has_clocks in any::<bool>(), width in 0.0f64..2000.0,
    ) {
        let document = document(has_clocks);
        let timeline = &*document.timeline;
        let spans = Spans::new(timeline);
        let total = timeline.marks.len();
        let admit = |filter: &Filter| -> Vec<bool> {
            let has = |(mark, event): (&_, &news_explainer::document::Event)| {
                filter.admits(mark) && event.title.contains(&filter.text)
            };
            timeline.marks.iter().zip(&document.content.events).map(has).collect()
        };
        let context = Context { timeline, spans: &spans, admit: &admit, has_axis_focus, has_pages };
        let questions = Questions { open: 0, all: 3 };
        let mut state = State::new(&context, Px(width), questions, &ViewAddress::default());
        for intent in intents {
            // Now and then several events at one mark are opened, if there are any.
            let cluster = state.marks().targets.iter().find_map(Target::cluster).filter(|_| opens);
            for intent in [Some(intent), cluster.map(Intent::OpenCluster)].into_iter().flatten() {
                let (next, effects) = reduce(state, intent, &context);
                state = next;
                let is_there = |EventId(id): EventId| (id as usize) < total;
                prop_assert!([state.chosen, state.focused, state.list.opened].into_iter().flatten().all(is_there));
                for effect in effects {
                    if let Effect::ScrollTo(event) | Effect::ShowInList(event) | Effect::WriteAddress(event) = effect {
                        prop_assert!(is_there(event) || state.chosen != Some(event));
                    }
                }
                prop_assert!(state.window.width.is_finite() && state.window.width >= Px(0.0));
                prop_assert!(state.questions.open <= state.questions.all);
                prop_assert!(!has_pages || state.list.first <= total);
                let marks = state.marks();
                prop_assert!(marks.tab_stop == 0 || marks.tab_stop < marks.targets.len());
                prop_assert_eq!(state.admitted.is_some(), !state.filter.is_empty());
                // The window stays within the whole span, and no shorter than a day or an hour.
                let whole = state.window.whole();
                if whole.is_drawable() && state.window.width > Px(0.0) {
                    let goal = state.window.goal();
                    let least = state.window.scale.least(goal.middle()).min(whole.length());
                    // On the even scale that differs from place to place, and the window may have been moved.
                    let shortest = if has_clocks { HOUR } else { DAY };
                    let least = if state.window.scale.is_even() { least.min(shortest / 2.0) } else { least };
                    prop_assert!(goal.length() >= least * 0.99, "{:?}", goal);
                    prop_assert!(state.window.drawn().is_drawable());
                    let slack = whole.length() * 1e-6;
                    prop_assert!(goal.window.start >= whole.window.start - slack, "{:?}", goal);
                    prop_assert!(goal.window.end <= whole.window.end + slack, "{:?}", goal);
                }
            }
        }
    }
}
