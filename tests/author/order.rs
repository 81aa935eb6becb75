//! The order of events and corrections, the numbers of sources, and the sentences with numbers in them.

use news_explainer::author;
use news_explainer::date::{Bounds, Civil, Day};
use news_explainer::document::Extent;
use serde_json::json;

use crate::support::{compiled, document};

#[test]
fn events_are_sorted_by_their_first_day_then_their_last_then_as_written() {
    let event = |id: &str, date: &str| json!({ "id": id, "date": date, "title": "E" });
    let source = document(json!({ "timeline": { "events": [
        event("late", "1970"), event("day", "1961-01-01"), event("year-a", "1961"), event("year-b", "1961"),
        event("month", "1961-01"), event("early", "-0043"),
    ] } }));
    let compiled = compiled(&source);
    let found: Vec<&str> = compiled.document.timeline.marks.iter().map(|mark| &*mark.id).collect();
    assert_eq!(found, ["early", "day", "month", "year-a", "year-b", "late"]);
}

#[test]
fn events_stand_in_runs_of_one_era() {
    let event = |id: &str, date: &str| json!({ "id": id, "date": date, "title": "E" });
    let source = document(json!({ "timeline": {
        "eras": [
            { "id": "two", "label": "Two", "period": "1960/1969" }, { "id": "one", "label": "One", "period": "1945/1949" },
        ],
        "events": [event("a", "1944"), event("b", "1945"), event("c", "1946/1965"), event("d", "1955"), event("e", "1960")],
    } }));
    let compiled = compiled(&source);
    let runs: Vec<(&str, String, u32)> =
        compiled.document.content.runs.iter().map(|run| (run.heading.as_str(), run.date.plain(), run.length)).collect();
    let one = |heading, date: &str, events| (heading, date.to_owned(), events);
    assert_eq!(runs, [one("", "", 1), one("One", "1945 – 1949", 2), one("", "", 1), one("Two", "1960 – 1969", 1)]);
    let eras: Vec<&str> = compiled.document.timeline.eras.iter().map(|era| &*era.id).collect();
    assert_eq!(eras, ["one", "two"]);
}

#[test]
fn a_window_is_one_of_the_days_on_the_axis() {
    let event = |id: &str, date: &str| json!({ "id": id, "date": date, "title": "E" });
    let events = [event("a", "2021-09-13T22:00:00Z"), event("b", "2021-09-13T23:30:00-02:00")];
    let source = document(json!({ "timeline": { "window": "2021-09-14", "events": events } }));
    let timeline = &compiled(&source).document.timeline;
    let day = Day::from_civil(Civil { year: 2021, month: 9, day: 14 });
    assert_eq!(timeline.window, Some(Bounds::new(day, day)));
    assert_eq!(timeline.marks[1].bounds.earliest, day, "by the clock of UTC");
}

#[test]
fn open_ends_reach_to_the_first_day_of_the_others_and_to_the_day_of_the_information() {
    let event = |id: &str, date: &str| json!({ "id": id, "date": date, "title": "E" });
    let events = [event("a", "../1948"), event("b", "1900"), event("c", "1948/.."), event("d", "2001")];
    let compiled = compiled(&document(json!({ "timeline": { "events": events } })));
    let years: Vec<(i64, i64)> = compiled
        .document
        .timeline
        .marks
        .iter()
        .map(|mark| (mark.bounds.earliest.civil().year, mark.bounds.latest.civil().year))
        .collect();
    assert_eq!(years, [(1900, 1900), (1900, 1948), (1948, 2023), (2001, 2001)]);
}

#[test]
fn what_goes_on_alone_is_a_bar_to_the_day_of_the_information() {
    let events = [json!({ "id": "a", "date": "2021-09-13/..", "title": "E" })];
    let compiled = compiled(&document(json!({ "timeline": { "events": events } })));
    let mark = &compiled.document.timeline.marks[0];
    let bounds = (mark.bounds.earliest, mark.bounds.latest);
    assert_eq!((bounds, mark.extent), ((Day(18_883), Day(19_673)), Extent::OpenEnd));
    assert_eq!(compiled.document.content.events[0].date.plain(), "since 13 September 2021");
}

#[test]
fn events_of_a_day_stand_in_the_order_of_the_clock_in_any_zone() {
    let event = |id: &str, date: &str| json!({ "id": id, "date": date, "title": "E" });
    let source = document(json!({ "timeline": { "events": [
        event("next-day", "2021-03-05T00:10:00+09:00"), event("evening", "2021-03-04T21:05:00+01:00"),
        event("noon", "2021-03-04T12:00:00Z"), event("day", "2021-03-04"),
        event("earlier-abroad", "2021-03-04T14:30:00+05:30"), event("noon-too", "2021-03-04T13:00:00+01:00"),
    ] } }));
    let compiled = compiled(&source);
    let order: Vec<&str> = compiled.document.timeline.marks.iter().map(|mark| &*mark.id).collect();
    assert_eq!(order, ["day", "earlier-abroad", "noon", "noon-too", "next-day", "evening"]);
    let dates: Vec<String> = compiled.document.content.events.iter().map(|event| event.date.plain()).collect();
    assert_eq!(dates[1..3], ["4 March 2021, 14:30 (UTC+5:30)", "4 March 2021, 12:00 (UTC)"]);
    assert_eq!(dates[4], "5 March 2021, 00:10 (UTC+9)");
    assert_eq!(compiled.warnings.len(), 0, "{}", compiled.warnings);
}

/// The days and the hours at which dates stand on the axis, in the order of the list, and how the axis's clock says midnight.
fn on_the_axis(dates: &[&str]) -> (Vec<(i64, Option<f64>)>, String) {
    let events: Vec<_> =
        (0..).zip(dates).map(|(n, date)| json!({ "id": format!("e{n}"), "date": date, "title": "E" })).collect();
    let compiled = compiled(&document(json!({ "timeline": { "events": events } })));
    let timeline = &compiled.document.timeline;
    assert_eq!(timeline.labels.hours.len(), if timeline.labels.clock.is_empty() { 0 } else { 24 });
    let hour = |clock: u32| f64::from(clock) / 3600.0;
    let first = timeline.marks[0].bounds.earliest.0;
    let marks = timeline.marks.iter().map(|mark| (mark.bounds.earliest.0 - first, mark.clock.map(hour))).collect();
    (marks, timeline.labels.hours.first().cloned().unwrap_or_default())
}

#[test]
fn the_axis_has_the_clock_of_the_one_zone_there_is() {
    let own = "00:{minute}".to_owned();
    let hours = vec![(0, None), (0, Some(0.5)), (0, Some(16.0)), (0, Some(24.0)), (1, None), (1, Some(0.0))];
    for zone in ["", "Z", "+09:00", "-05:00"] {
        let dates = ["2021-03-05T00:00:00", "2021-03-04T24:00:00", "2021-03-04T16:00:00", "2021-03-04T00:30:00"];
        let dates = dates.map(|date| [date, zone].concat());
        let dates: Vec<&str> = ["2021-03-05", "2021-03-04"].into_iter().chain(dates.iter().map(|it| &**it)).collect();
        assert_eq!(on_the_axis(&dates), (hours.clone(), own.clone()), "{zone}");
    }
    assert_eq!(on_the_axis(&["2021-03-04", "2021"]), (vec![(0, None), (62, None)], String::new()));
}

#[test]
fn the_axis_counts_in_utc_where_there_are_several_zones_across_midnight_too() {
    let dates = [
        "2021-03-04",
        "2021-03-05",
        "2021-03-05T00:10:00+09:00",
        "2021-03-04T21:05:00+01:00",
        "2021-03-04T23:30:00-02:00",
        "2021-03-04T24:00:00Z",
        "2021-03-04T24:00:00-01:00",
    ];
    let minutes = |hour: f64, minutes: f64| Some(hour + minutes / 60.0);
    let hours = vec![
        (0, None),
        (0, minutes(15.0, 10.0)),
        (0, minutes(20.0, 5.0)),
        (0, Some(24.0)),
        (1, None),
        (1, Some(1.0)),
        (1, Some(1.5)),
    ];
    assert_eq!(on_the_axis(&dates), (hours, "00:{minute}\u{a0}UTC".to_owned()));
}

#[test]
fn what_begins_with_a_day_stands_before_its_hours() {
    let dates = ["2021-03", "2021-03-01T09:00:00", "2021-03-01", "2021-03-01T00:00:00"];
    let (hours, _) = on_the_axis(&dates);
    assert_eq!(hours, [(0, None), (0, Some(0.0)), (0, None), (0, Some(9.0))]);
}

#[test]
fn the_zone_is_not_told_where_there_is_one_alone() {
    let event = |id: &str, date: &str| json!({ "id": id, "date": date, "title": "E" });
    let events = [event("b", "2021-03-04T12:00:00-05:00"), event("a", "2021-03-04T09:30:00-05:00")];
    let compiled = compiled(&document(json!({ "timeline": { "events": events } })));
    let dates: Vec<String> = compiled.document.content.events.iter().map(|event| event.date.plain()).collect();
    assert_eq!(dates, ["4 March 2021, 09:30", "4 March 2021, 12:00"]);
}

/// The eras' bounds by year, month and day, or the diagnostics.
fn eras(periods: &[&str]) -> Result<Vec<String>, String> {
    let eras = periods.iter().enumerate();
    let eras =
        eras.map(|(n, period)| json!({ "id": format!("era-{n}"), "label": format!("Era {n}"), "period": period }));
    let event = json!({ "id": "e", "date": "1991-06-05", "title": "E" });
    let source = document(json!({ "timeline": { "eras": eras.collect::<Vec<_>>(), "events": [event] } }));
    let compiled = author::compile(&source).map_err(|diagnostics| diagnostics.to_string())?;
    let day = |day: Day| {
        let civil = day.civil();
        format!("{}-{:02}-{:02}", civil.year, civil.month, civil.day)
    };
    let bounds = compiled.document.timeline.eras.iter().map(|era| era.bounds);
    Ok(bounds.map(|bounds| format!("{} {}", day(bounds.earliest), day(bounds.latest))).collect())
}

#[test]
fn eras_may_touch_and_the_day_they_share_belongs_to_the_later() {
    let check = |periods: &[&str], expected: &[&str]| {
        assert_eq!(eras(periods).as_deref(), Ok(&*expected.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()));
    };
    check(&["1815/1871", "1871/1914"], &["1815-01-01 1870-12-31", "1871-01-01 1914-12-31"]);
    check(&["1871/1914", "1815/1871"], &["1815-01-01 1870-12-31", "1871-01-01 1914-12-31"]);
    check(&["1990/1991-06-05", "1991-06-05/1995"], &["1990-01-01 1991-06-04", "1991-06-05 1995-12-31"]);
    check(&["1815-03/1871-05", "1871-05/.."], &["1815-03-01 1871-04-30", "1871-05-01 2023-11-12"]);
    // The one who is more exact decides.
    check(&["1815/1871", "1871-05-10/1914"], &["1815-01-01 1871-05-09", "1871-05-10 1914-12-31"]);
    check(&["1815/1871-05-10", "1871/1914"], &["1815-01-01 1871-05-09", "1871-05-10 1914-12-31"]);
    check(
        &["1815/1848", "1848/1871", "1871/1914"],
        &["1815-01-01 1847-12-31", "1848-01-01 1870-12-31", "1871-01-01 1914-12-31"],
    );
}

#[test]
fn eras_that_overlap_are_told_with_both_names() {
    let said = |periods: &[&str]| eras(periods).expect_err("no document");
    for periods in [["1815/1872", "1871/1914"], ["1815/..", "1871/1914"], ["1815/1914", "1848/1871"], ["1871", "1871"]]
    {
        let said = said(&periods);
        assert_eq!(said.lines().count(), 1, "{said}");
        let (first, second) = (format!("\"Era 0\" ({})", periods[0]), format!("\"Era 1\" ({})", periods[1]));
        assert!(said.contains(&first) && said.contains(&second), "{said}");
    }
}

#[test]
fn sources_are_numbered_as_they_are_first_printed() {
    let source = |id: &str| json!({ "id": id, "publisher": "P", "title": "S" });
    let sources = ["unused", "a", "b", "c", "d", "e", "f", "g", "h"].map(source);
    let document = document(json!({
        "standfirst": "S.[^e]", "lead": "L.[^d][^e]",
        "corrections": [
            { "date": "2023-11-13", "text": "Older.[^a]", "was": "Was." },
            { "date": "2023-11-14", "text": "Newer.[^b]", "was": "Was." },
        ],
        "timeline": { "events": [
            { "id": "second", "date": "1970", "title": "E", "sources": ["f"] },
            { "id": "first", "date": "1960", "title": "E", "body": "B.[^g]", "sources": ["a"],
              "claims": [{ "by": "B", "stance": "denies", "says": "C.[^h]", "sources": ["c"] }] },
        ] },
        "sources": sources,
    }));
    let compiled = compiled(&document);
    let found: Vec<(&str, u32)> =
        compiled.document.content.sources.iter().map(|source| (&*source.id, source.uses)).collect();
    let expected = [("e", 2), ("b", 1), ("a", 2), ("d", 1), ("g", 1), ("h", 1), ("c", 1), ("f", 1), ("unused", 0)];
    assert_eq!(found, expected);
    let event = &compiled.document.content.events[0];
    let second_reference = event.sources[0];
    assert_eq!((second_reference.0.0, second_reference.1), (2, 2));
    assert_eq!(compiled.warnings.len(), 1, "{}", compiled.warnings);
}

#[test]
fn sentences_have_their_numbers_and_dates() {
    let events = |count: usize| -> Vec<_> {
        (0..count).map(|n| json!({ "id": format!("e{n}"), "date": "1961", "title": "E" })).collect()
    };
    let content = |count: usize| {
        let source = document(json!({ "authors": ["A", "B", "C"], "updated": "2023-11-13",
            "timeline": { "events": events(count) } }));
        compiled(&source).document.content.clone()
    };
    assert_eq!(content(1).labels.all_events, "The only event, in full");
    assert_eq!(content(32).labels.all_events, "All 32 events as a list");
    let content = content(1);
    assert_eq!(content.byline, "By A, B and C");
    assert!(content.labels.since_publication_note.contains("as of 12 November 2023."));
    let dates: Vec<String> =
        content.dates.iter().map(|dated| format!("{}: {}", dated.label, dated.date.plain())).collect();
    let expected =
        ["Published: 12 November 2023", "Last updated: 13 November 2023", "Information as of: 12 November 2023"];
    assert_eq!(dates, expected);
}

#[test]
fn the_first_event_shown_is_the_first_unless_the_author_says_otherwise() {
    let start = |start: serde_json::Value| {
        let event = |id: &str, date: &str| json!({ "id": id, "date": date, "title": "E" });
        let events = [event("b", "1962"), event("a", "1961"), event("c", "1963")];
        let source = document(json!({ "timeline": { "start": start, "events": events } }));
        compiled(&source).document.timeline.start.map(|start| start.0)
    };
    assert_eq!(start(json!(null)), Some(0));
    assert_eq!(start(json!("first")), Some(0));
    assert_eq!(start(json!("latest")), Some(2));
    assert_eq!(start(json!("b")), Some(1));
}
