//! What the properties are tried on.

use std::rc::Rc;

use news_explainer::date::{Day, Moment};
use news_explainer::timeline::{DAY, EventIndex, Form, HOUR, Interval, Place, Px, Scale, Span, Viewport, order};
use proptest::prelude::*;

/// Any day of some thousand years on either side of year 0.
pub fn day() -> impl Strategy<Value = i64> {
    -2_000_000i64..2_000_000
}

pub fn spans() -> impl Strategy<Value = Vec<Span>> {
    let span = (day(), 1i64..40_000, any::<bool>()).prop_map(|(start, days, is_point)| {
        let start = Moment(start as f64);
        Span {
            time: Interval::new(start, start + if is_point { 1.0 } else { days as f64 }),
            is_point,
            group: days as u8 % 5,
        }
    });
    prop::collection::vec(span, 0..60).prop_map(|spans| {
        let sorted = order(spans.iter().map(|span| span.time.start.0));
        sorted.into_iter().map(|position| spans[position]).collect()
    })
}

pub fn viewport() -> impl Strategy<Value = Viewport> {
    (day(), 1i64..4_000_000, 200.0f64..2000.0).prop_map(|(start, days, width)| {
        let start = Place(start as f64);
        Viewport { window: Interval::new(start, start + days as f64), width: Px(width) }
    })
}

/// Events on the linear scale or on the even one, all of them shown or some.
pub fn index() -> impl Strategy<Value = EventIndex> {
    (
        spans(),
        prop::collection::vec(day(), 0..8),
        any::<bool>(),
        prop::option::of(prop::collection::vec(any::<bool>(), 60)),
    )
        .prop_map(|(spans, mut edges, is_even, admitted)| {
            edges.sort_unstable();
            let moment = |day: i64| Moment(day as f64);
            let eras = edges.chunks_exact(2).map(|pair| Interval::new(moment(pair[0]), moment(pair[1]))).collect();
            let scale = if is_even { even(&spans, DAY) } else { Scale::linear(DAY) };
            EventIndex::new(spans.into(), eras, Rc::new(scale), admitted.as_deref())
        })
}

/// Events of a few days, by the clock and by the day, on the linear scale or on the even one.
fn index_of_hours() -> impl Strategy<Value = EventIndex> {
    let span = (0u32..4 * 1440, 1i64..4, 0u8..4).prop_map(|(minute, days, kind)| {
        let day = Day(19_857 + i64::from(minute / 1440));
        let moment = day.at(minute % 1440 * 60);
        let time = if kind == 0 {
            Interval::new(day.start(), day.start() + days as f64)
        } else {
            Interval::new(moment, moment)
        };
        Span { time, is_point: kind > 0, group: kind }
    });
    // Some of them crowd within minutes.
    let crowd = prop::collection::vec(
        (0u32..20).prop_map(|minute| {
            let moment = Day(19_858).at((600 + minute) * 60);
            Span { time: Interval::new(moment, moment), is_point: true, group: 4 }
        }),
        0..30,
    );
    (prop::collection::vec(span, 0..40), crowd, any::<bool>()).prop_map(|(mut spans, crowd, is_even)| {
        spans.extend(crowd);
        let sorted = order(spans.iter().map(|span| span.time.start.0));
        let spans: Vec<Span> = sorted.into_iter().map(|position| spans[position]).collect();
        let scale = if is_even { even(&spans, HOUR) } else { Scale::linear(HOUR) };
        EventIndex::new(spans.into(), Rc::new([]), Rc::new(scale), None)
    })
}

/// Windows of an hour to a week among them.
fn viewport_of_hours() -> impl Strategy<Value = Viewport> {
    (19_856.0f64..19_862.0, 0i32..14, 1.0f64..1.5, 200.0f64..2000.0).prop_map(|(start, doublings, more, width)| {
        let length = HOUR * 2f64.powi(doublings).min(120.0) * more;
        Viewport { window: Interval::new(Place(start), Place(start + length)), width: Px(width) }
    })
}

/// Events and a window, with days or hours as its shortest.
pub fn scene() -> impl Strategy<Value = (EventIndex, Viewport)> {
    prop_oneof![2 => (index(), viewport()), 1 => (index_of_hours(), viewport_of_hours())]
}

/// The even scale of some events.
pub fn even(spans: &[Span], least: f64) -> Scale {
    let starts: Vec<Moment> = spans.iter().map(|span| span.time.start).collect();
    let start = starts.first().copied().unwrap_or_default();
    let end = spans.iter().map(|span| span.time.end).fold(Moment(f64::NEG_INFINITY), Moment::max);
    Scale::even(&starts, Interval::new(start, end), least)
}

/// Even scales of any events, from a week to the age of the universe, each with its extent.
pub fn scale() -> impl Strategy<Value = (Scale, Interval<Moment>)> {
    let extent = (day(), prop_oneof![1i64..1000, 1000i64..1_000_000, 1_000_000i64..5_000_000_000_000]);
    (extent, prop::collection::vec((0.0f64..1.0, 1i32..9), 0..400)).prop_map(|((start, days), events)| {
        // Powers bring the events together at the beginning.
        let start_of = |(at, power): (f64, i32)| (start as f64 + days as f64 * at.powi(power)).floor();
        let mut starts: Vec<Moment> = events.into_iter().map(start_of).map(Moment).collect();
        starts.sort_by(|a, b| a.0.total_cmp(&b.0));
        let extent = Interval::new(Moment(start as f64), Moment((start + days) as f64));
        (Scale::even(&starts, extent, DAY), extent)
    })
}

/// Any number at all, often a plain one.
pub fn number() -> impl Strategy<Value = f64> {
    prop_oneof![-4e6f64..4e6, any::<f64>(), Just(f64::NAN), Just(f64::INFINITY), Just(0.0)]
}

/// Any window at all, often a drawable one.
pub fn any_viewport() -> impl Strategy<Value = Viewport> {
    prop_oneof![
        viewport(),
        (number(), number(), number()).prop_map(|(start, end, width)| Viewport {
            window: Interval::new(Place(start), Place(end)),
            width: Px(width)
        }),
    ]
}

pub fn form() -> impl Strategy<Value = Form> {
    prop::sample::select(Form::ALL.to_vec())
}
