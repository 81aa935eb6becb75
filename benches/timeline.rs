//! How the timeline's engine grows with the number of events: `cargo bench`, or `cargo bench -- marks` for a part.
//!
//! Criterion measures; what it found is printed at the end as a table, with the growth from one number of events to the
//! next. A frame should hardly grow; what is done once per document or filter should grow as the events do.

// There is no Criterion in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "the example reads what this does not")]
mod many_events;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    native::main();
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::fs;
    use std::hint::black_box;
    use std::path::{Path, PathBuf};
    use std::rc::Rc;
    use std::time::Duration;

    use criterion::{BenchmarkId, Criterion};
    use news_explainer::timeline::{
        DAY, EventIndex, Form, Interval, MARK_ROWS, Px, Scale, Span, Viewport, layout, order,
    };

    use super::many_events::{Event, SEED, many_events};

    const COUNTS: [usize; 5] = [100, 1_000, 10_000, 100_000, 1_000_000];
    /// In the order of the table.
    const GROUPS: [&str; 8] = [
        "index-linear",
        "index-even",
        "layout-whole",
        "layout-deep",
        "layout-whole-even",
        "density-300",
        "filter-half",
        "filter-text",
    ];
    /// The width of the axis.
    const WIDTH: Px = Px(1280.0);

    /// The events in time order, and the same as the axis sees them.
    struct Timeline {
        events: Vec<Event>,
        spans: Rc<[Span]>,
    }

    impl Timeline {
        fn new(count: usize) -> Timeline {
            let events = many_events(count, SEED);
            let sorted = order(events.iter().map(|event| event.first.0 as f64));
            let mut events: Vec<Option<Event>> = events.into_iter().map(Some).collect();
            let events: Vec<Event> = sorted.into_iter().filter_map(|place| events[place].take()).collect();
            let span = |event: &Event| Span {
                time: Interval::new(event.first.start(), event.last.end()),
                is_point: event.is_day,
                group: event.category as u8,
            };
            let spans = events.iter().map(span).collect();
            Timeline { events, spans }
        }

        fn index(&self, scale: &Rc<Scale>, admitted: Option<&[bool]>) -> EventIndex {
            EventIndex::new(self.spans.clone(), Rc::new([]), scale.clone(), admitted)
        }

        fn even(&self) -> Rc<Scale> {
            let starts: Vec<_> = self.spans.iter().map(|span| span.time.start).collect();
            let end = self.spans.iter().map(|span| span.time.end).fold(starts[0], |a, b| a.max(b));
            Rc::new(Scale::even(&starts, Interval::new(starts[0], end), DAY))
        }
    }

    pub fn main() {
        let mut criterion = Criterion::default()
            .sample_size(10)
            .warm_up_time(Duration::from_millis(300))
            .measurement_time(Duration::from_secs(1))
            .without_plots()
            .configure_from_args();
        for count in COUNTS {
            measure(&mut criterion, count);
        }
        criterion.final_summary();
        report();
    }

    fn measure(criterion: &mut Criterion, count: usize) {
        let timeline = Timeline::new(count);
        let (linear, even) = (Rc::new(Scale::linear(DAY)), timeline.even());
        let (index, bent) = (timeline.index(&linear, None), timeline.index(&even, None));
        let span = index.extent().expect("events");
        let whole = Viewport::whole(span, WIDTH);
        // A month at the crowded end.
        let deep = Viewport { window: Interval::new(span.end - 400.0, span.end - 370.0), width: WIDTH };
        // Every other event, so that no class stays as it was.
        let half: Vec<bool> = (0..count).map(|event| event % 2 == 0).collect();
        let titles: Vec<String> = timeline.events.iter().map(|event| event.title.to_lowercase()).collect();

        let mut bench = |group: &str, run: &mut dyn FnMut()| {
            let mut group = criterion.benchmark_group(group);
            group.bench_function(BenchmarkId::from_parameter(count), |bencher| bencher.iter(&mut *run));
            group.finish();
        };
        bench("index-linear", &mut || drop(black_box(timeline.index(&linear, None))));
        bench("index-even", &mut || drop(black_box(timeline.index(&timeline.even(), None))));
        bench("layout-whole", &mut || drop(black_box(layout(&index, &whole, Form::Wide, MARK_ROWS as u8))));
        bench("layout-deep", &mut || drop(black_box(layout(&index, &deep, Form::Wide, MARK_ROWS as u8))));
        bench("layout-whole-even", &mut || drop(black_box(layout(&bent, &whole, Form::Wide, MARK_ROWS as u8))));
        bench("density-300", &mut || drop(black_box(index.density(&whole, 300))));
        bench("filter-half", &mut || drop(black_box(timeline.index(&linear, Some(&half)))));
        bench("filter-text", &mut || {
            let found: Vec<bool> = titles.iter().map(|title| title.contains("shipyard opens")).collect();
            drop(black_box(timeline.index(&linear, Some(&found))));
        });
    }

    /// Prints what Criterion has written down, of this run or an earlier one.
    fn report() {
        let folder = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
        println!("\n| events | {} |", GROUPS.join(" | "));
        println!("|---|{}", "---|".repeat(GROUPS.len()));
        let mut before = [None; GROUPS.len()];
        for count in COUNTS {
            let mut cells = Vec::new();
            for (group, before) in GROUPS.iter().zip(&mut before) {
                let file = folder.join("criterion").join(group).join(count.to_string()).join("new/estimates.json");
                let time = median(&file);
                let growth = match (time, *before) {
                    (Some(time), Some(before)) => format!(" ×{:.1}", time / before),
                    _ => String::new(),
                };
                cells.push(time.map_or("–".to_owned(), |time| format!("{}{growth}", in_words(time))));
                *before = time;
            }
            println!("| {count} | {} |", cells.join(" | "));
        }
    }

    /// The median of an estimate in nanoseconds.
    fn median(file: &Path) -> Option<f64> {
        let estimates: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
        estimates["median"]["point_estimate"].as_f64()
    }

    fn in_words(nanoseconds: f64) -> String {
        match nanoseconds {
            0.0..1e3 => format!("{nanoseconds:.0} ns"),
            0.0..1e6 => format!("{:.1} µs", nanoseconds / 1e3),
            _ => format!("{:.2} ms", nanoseconds / 1e6),
        }
    }
}
