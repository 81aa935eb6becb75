//! Lays out frames of a timeline, for counting instructions: `frames EVENTS FRAMES`. The window goes from the whole span to
//! its last hundredth.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
#[path = "../benches/many_events.rs"]
#[allow(dead_code, reason = "the benchmark reads what this does not")]
mod many_events;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::hint::black_box;
    use std::process::ExitCode;
    use std::rc::Rc;

    use many_events::{SEED, many_events};
    use news_explainer::timeline::{
        DAY, EventIndex, Form, Interval, MARK_ROWS, Px, Scale, Span, Viewport, layout, order,
    };

    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let [count, frames] = numbers[..] else {
        eprintln!("usage: frames EVENTS FRAMES");
        return ExitCode::from(2);
    };
    let events = many_events(count, SEED);
    let spans: Vec<Span> = order(events.iter().map(|event| event.first.0 as f64))
        .into_iter()
        .map(|place| &events[place])
        .map(|event| Span {
            time: Interval::new(event.first.start(), event.last.end()),
            is_point: event.is_day,
            group: event.category as u8,
        })
        .collect();
    let index = EventIndex::new(spans.into(), Rc::new([]), Rc::new(Scale::linear(DAY)), None);
    let Some(span) = index.extent() else { return ExitCode::from(2) };
    for frame in 0..frames {
        let share = 0.01_f64.powf(frame as f64 / frames as f64);
        let window = Interval::new(span.end - span.length() * share, span.end);
        black_box(layout(&index, &Viewport { window, width: Px(1280.0) }, Form::Wide, MARK_ROWS as u8));
    }
    ExitCode::SUCCESS
}
