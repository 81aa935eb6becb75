//! Documents of more events than are printed: what the page, the data and the page of all events hold.
#![cfg(not(target_arch = "wasm32"))]

use std::process::Command;

use news_explainer::author::compile;
use news_explainer::document::{Document, PRINTED_EVENTS, Published, Timeline};
use news_explainer::publish::{Options, element, page_of_events, sheet};
use serde_json::{Value, json};

/// A document of so many events, one a day, of which the first and the last cite both sources and point at each other.
fn source(count: usize) -> String {
    let events: Vec<Value> = (0..count)
        .map(|n| {
            let ends = n == 0 || n + 1 == count;
            let body = if ends { format!("See [it](#e{}) and [why](#why).[^a]", count - 1 - n) } else { String::new() };
            let sources = if ends || n % 100 == 0 { vec!["b"] } else { Vec::new() };
            // One a day from 1900 on, by the 28 days that every month has.
            let date = format!("{}-{:02}-{:02}", 1900 + n / 336, n / 28 % 12 + 1, n % 28 + 1);
            json!({ "id": format!("e{n}"), "date": date, "title": format!("Title {n}"), "body": body, "sources": sources })
        })
        .collect();
    let eras = [("early", "1900/1900"), ("late", "1901/1901"), ("last", "1902/1999")];
    let era = |(id, period): (&str, &str)| json!({ "id": id, "label": format!("Era {id}"), "period": period });
    json!({
        "id": "long", "lang": "en", "title": "T", "kind": "news", "lead": format!("See [the last](#e{}).[^a]", count - 1),
        "published": "2023-11-12", "as_of": "2023-11-12",
        "timeline": { "start": "latest", "eras": eras.map(era), "events": events },
        "faq": [{ "id": "why", "question": "Why?", "answer": "So.[^a][^b]" }],
        "sources": [{ "id": "a", "publisher": "P", "title": "S" }, { "id": "b", "publisher": "P", "title": "S" }],
    })
    .to_string()
}

fn document(count: usize) -> Document {
    compile(&source(count)).unwrap_or_else(|diagnostics| panic!("{diagnostics}")).document
}

fn linked() -> Options {
    Options { all_events: Some("all.html".parse().expect("an address")), ..Options::default() }
}

fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

/// What stands in the attribute, everywhere in a text.
fn values<'t>(html: &'t str, attribute: &str) -> Vec<&'t str> {
    let lead = format!(" {attribute}=\"");
    html.split(&lead).skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect()
}

/// Every link within the page leads to something on it, and no id stands twice.
fn check_links(html: &str) {
    let mut ids = values(html, "id");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
    for id in values(html, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.binary_search(&id).is_ok(), "nothing is at #{id}");
    }
}

#[test]
fn a_document_of_as_many_events_as_are_printed_is_printed_whole() {
    let document = document(PRINTED_EVENTS);
    let html = element(&document, &linked());
    assert_eq!(count(&html, "class=\"explainer-event explainer-content\""), PRINTED_EVENTS);
    assert!(!html.contains("explainer-rest") && !html.contains("all.html") && !html.contains("\"rows\""));
}

#[test]
fn the_first_events_of_a_longer_one_are_printed_with_a_way_to_the_rest() {
    for total in [PRINTED_EVENTS + 1, 1200] {
        let document = document(total);
        let html = element(&document, &linked());
        assert_eq!(count(&html, "class=\"explainer-event explainer-content\""), PRINTED_EVENTS);
        let printed = html.split("<script").next().unwrap_or_default();
        assert_eq!(count(printed, "data-start"), 1, "where the start is not printed the first event stands in");
        assert_eq!(count(printed, ">Era last <span"), 0, "an era without a printed event has no heading");
        let number = news_number(total);
        let rest = format!(
            "<p class=\"explainer-rest\">These are the first 500 of {number} events. \
             <a href=\"all.html\">All {number} events on a page of their own</a></p></section>"
        );
        assert!(html.contains(&rest), "{rest}");
        assert!(html.contains(&format!("All {number} events as a list")));
        check_links(&html);
        let last = format!("href=\"all.html#long--e{}\"", total - 1);
        assert!(count(&html, &last) >= 2, "the article and the first event link to the last one where it is");
        let unlinked = element(&document, &Options::default());
        assert!(unlinked.contains(&rest.replace(&rest[rest.find(" <a").unwrap()..rest.find("</p>").unwrap()], "")));
        assert!(!unlinked.contains("all.html"));
        check_links(&unlinked);
    }
}

/// A number as English words it.
fn news_number(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", number / 1000, number % 1000) }
}

#[test]
fn references_that_are_not_printed_have_no_way_back() {
    let html = element(&document(1200), &linked());
    let back: Vec<&str> = values(&html, "href").into_iter().filter(|href| href.starts_with("#long--a--")).collect();
    // The lead, the first event, not the last one, the answer.
    assert_eq!(back, ["#long--a--1", "#long--a--2", "#long--a--4"]);
}

#[test]
fn rows_hold_every_event_as_it_is_printed() {
    let (long, short) = (document(PRINTED_EVENTS + 1), document(PRINTED_EVENTS));
    let published = Published::from_json(&sheet(&long, None)).expect("a published document");
    let data = serde_json::to_string(&published.timeline).expect("plain data");
    assert_eq!(Timeline::from_json(&data).as_ref(), Ok(&published.timeline));
    let rows = published.timeline.rows.expect("rows");
    assert_eq!([rows.titles.len(), rows.dates.len(), rows.items.len()], [PRINTED_EVENTS + 1; 3]);
    assert_eq!((rows.titles.get(500), rows.dates.get(500)), ("Title 500", "25 June 1901"));
    // What the list of a document of 500 events prints, each of them is a row of the longer document.
    let words: Value = serde_json::from_str(&sheet(&short, None)).expect("JSON");
    let mut printed = Vec::new();
    find_events(&words["words"], &mut printed);
    assert_eq!(printed.len(), PRINTED_EVENTS);
    // The outermost two differ: they point at another last event.
    for (place, item) in printed.iter().enumerate().take(PRINTED_EVENTS - 1).skip(1) {
        assert_eq!(&rows.items.get(place as u32), item, "{place}");
    }
    let last: Value = serde_json::from_str(&rows.items.get(500)).expect("JSON");
    assert_eq!(last[1]["id"], "long--e500");
    assert!(rows.items.get(500).contains("\"#long--e0\""));
}

/// The list items of events, as text.
fn find_events(words: &Value, found: &mut Vec<String>) {
    if words[1]["class"] == "explainer-event explainer-content" {
        found.push(words.to_string());
    } else if let Value::Array(list) = words {
        list.iter().for_each(|word| find_events(word, found));
    }
}

#[test]
fn the_page_of_all_events_has_them_all_and_stands_alone() {
    let html = page_of_events(&document(1200), &"css/a.css".parse().expect("an address"));
    assert!(
        html.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">"),
        "{html:.200}"
    );
    assert!(html.ends_with("</body></html>\n"));
    assert!(html.contains("<link rel=\"stylesheet\" href=\"css/a.css\">"));
    assert_eq!(count(&html, "class=\"explainer-event explainer-content\""), 1200);
    assert_eq!(count(&html, ">Era last <span"), 1);
    assert!(!html.contains("<script") && !html.contains("explainer-rest") && !html.contains("#long--why"));
    assert!(html.contains("id=\"long--e1199\"") && html.contains("id=\"long--a\""));
    check_links(&html);
}

#[test]
fn the_command_says_when_nothing_leads_to_the_rest() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join("long.json");
    std::fs::write(&file, source(501)).expect("a file to write to");
    let run = |arguments: &[&str]| {
        let (command, options) = arguments.split_first().expect("a command");
        let output = Command::new(env!("CARGO_BIN_EXE_explainer")).arg(command).arg(&file).args(options).output();
        let output = output.expect("the command runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let warning = "--all-events";
    for command in ["print", "publish"] {
        let (code, printed, said) = run(&[command]);
        assert_eq!((code, said.contains(warning)), (Some(0), true), "{said}");
        assert!(!printed.contains("all.html"));
        let (code, printed, said) = run(&[command, "--all-events", "all.html"]);
        assert_eq!((code, said.contains(warning)), (Some(0), false), "{said}");
        assert!(printed.contains("all.html"));
        let (code, _, said) = run(&[command, "--all-events", "javascript:alert(1)"]);
        assert_eq!(code, Some(2), "{said}");
    }
    let (code, printed, _) = run(&["events", "--stylesheet", "https://example.org/news-explainer.css"]);
    assert_eq!((code, count(&printed, "class=\"explainer-event explainer-content\"")), (Some(0), 501));
}
