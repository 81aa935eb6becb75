//! Documents of more events than are printed: what the page, the data and the page of all events hold.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/html.rs"]
mod html;

use std::process::Command;
use std::rc::Rc;

use fixtures::compile;
use html::{Page, text};
use news_explainer::document::{Document, PRINTED_EVENTS, Published};
use news_explainer::publish::{Options, address, document_json, element, page_of_events};
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

fn document(count: usize) -> Rc<Document> {
    compile(&source(count))
}

fn linked() -> Options {
    Options { all_events: address("all.html").ok(), ..Options::default() }
}

/// The events in a list.
const EVENT: &str = ".explainer-event.explainer-content";

#[test]
fn a_document_of_as_many_events_as_are_printed_is_printed_whole() {
    let page = Page::of_part(&element(&document(PRINTED_EVENTS), &linked()));
    assert_eq!(page.count(EVENT), PRINTED_EVENTS);
    assert_eq!(page.count(".explainer-rest, [href*='all.html'], [data-holds]"), 0);
}

#[test]
fn the_first_events_of_a_longer_one_are_printed_with_a_way_to_the_rest() {
    for total in [PRINTED_EVENTS + 1, 1200] {
        let document = document(total);
        let page = Page::of_part(&element(&document, &linked()));
        assert_eq!(page.count(EVENT), PRINTED_EVENTS);
        assert_eq!(page.count("[data-start]"), 1, "where the start is not printed the first event stands in");
        let last_era = page.all(".explainer-events h4, .explainer-events h3");
        let last_era = last_era.into_iter().filter(|heading| text(*heading).starts_with("Era last"));
        assert_eq!(last_era.count(), 0, "an era without a printed event has no heading");
        let number = number_in_words(total);
        let rest = page.one(".explainer-rest");
        let first = format!("These are the first 500 of {number} events.");
        assert_eq!(text(rest), format!("{first} All {number} events on a page of their own"));
        assert_eq!(page.one(".explainer-rest a").attr("href"), Some("all.html"));
        let summaries: Vec<String> = page.all("summary").into_iter().map(text).collect();
        assert!(summaries.iter().any(|it| *it == format!("All {number} events as a list")), "{summaries:?}");
        page.check_links("linked");
        let last = format!("[href='all.html#long--e{}']", total - 1);
        assert!(page.count(&last) >= 2, "the article and the first event link to the last one where it is");

        let unlinked = Page::of_part(&element(&document, &Options::default()));
        assert_eq!(text(unlinked.one(".explainer-rest")).trim_end(), first);
        assert_eq!(unlinked.count("[href*='all.html']"), 0);
        unlinked.check_links("unlinked");
    }
}

/// A number as English words it.
fn number_in_words(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", number / 1000, number % 1000) }
}

#[test]
fn references_that_are_not_printed_have_no_way_back() {
    let page = Page::of_part(&element(&document(1200), &linked()));
    let mut back = page.values("href");
    back.retain(|href| href.starts_with("#long--a--"));
    // The lead, the first event, not the last one, the answer.
    assert_eq!(back, ["#long--a--1", "#long--a--2", "#long--a--4"]);
}

#[test]
fn the_data_block_holds_the_whole_document() {
    let document = document(PRINTED_EVENTS + 1);
    let page = Page::of_part(&element(&document, &linked()));
    let block = page.one("script[type='application/json'][data-holds=document]");
    let all_events = address("all.html").ok();
    let expected = Published { all_events: all_events.clone(), document: Rc::clone(&document) };
    assert_eq!(Published::from_json(&text(block)).as_ref(), Ok(&expected));
    // So does what is published: the one and the other come to life alike.
    assert_eq!(Published::from_json(&document_json(&document, all_events.as_ref())), Ok(expected));
}

#[test]
fn the_page_of_all_events_has_them_all_and_stands_alone() {
    let html = page_of_events(&document(1200), &address("css/a.css").expect("an address"));
    assert!(
        html.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">"),
        "{html:.200}"
    );
    assert!(html.ends_with("</body></html>\n"));
    let page = Page::new(&html);
    assert_eq!(page.one("link[rel=stylesheet]").attr("href"), Some("css/a.css"));
    assert_eq!(page.count(EVENT), 1200);
    let headings: Vec<String> = page.all("h2, h3, h4").into_iter().map(text).collect();
    assert_eq!(headings.iter().filter(|heading| heading.starts_with("Era last")).count(), 1);
    assert_eq!(page.count("script, .explainer-rest, [href*='#long--why']"), 0);
    assert_eq!(page.count("#long--e1199, #long--a"), 2);
    page.check_links("all events");
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
    assert_eq!((code, Page::new(&printed).count(EVENT)), (Some(0), 501));
}
