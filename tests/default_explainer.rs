//! What can be held of the default explainer, `assets/explainer.json`: its sources, its dates, and that its words are
//! its own.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet, HashSet};

use news_explainer::date::{Civil, Day};
use news_explainer::document::{Document, Stance, Status};
use serde_json::Value;

#[path = "support/fixtures.rs"]
mod fixtures;

use fixtures::{compile, path};

/// How many words in a row are copied words.
const RUN: usize = 8;

fn read(file: &str) -> String {
    std::fs::read_to_string(path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn written() -> Value {
    serde_json::from_str(&read("assets/explainer.json")).expect("the default explainer is JSON")
}

fn document() -> std::rc::Rc<Document> {
    compile(&read("assets/explainer.json"))
}

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_else(|| panic!("{field} of {value}"))
}

fn ids<'a>(value: &'a Value, field: &str) -> Vec<&'a str> {
    list(value, field).iter().map(|id| id.as_str().expect("an id")).collect()
}

/// The sources that an event and its claims name in their lists.
fn cited_by(event: &Value) -> BTreeSet<&str> {
    list(event, "claims").iter().chain([event]).flat_map(|of| ids(of, "sources")).collect()
}

/// Every text of a document.
fn texts<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

/// A text as it is read: what links and citations point to is left out.
fn as_read(markdown: &str) -> String {
    let mut read = String::new();
    let mut rest = markdown;
    while let Some(at) = rest.find("](").into_iter().chain(rest.find("[^")).min() {
        let end = rest[at..].find(if rest[at..].starts_with("](") { ')' } else { ']' });
        read.extend([&rest[..at], " "]);
        rest = end.map_or("", |end| &rest[at + end + 1..]);
    }
    read + rest
}

/// The words of a text: small letters and digits, apostrophes dropped.
fn words(text: &str) -> Vec<String> {
    let text: String = text.to_lowercase().chars().filter(|letter| !['\'', '’'].contains(letter)).collect();
    text.split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// FNV-1a, 64 bits.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

/// The hashes of the runs of words of the article that the explainer began with, one a line; the article itself is not
/// ours to keep here.
fn runs_of_the_article() -> HashSet<u64> {
    let hashes = read("tests/default-explainer/article-runs.txt");
    hashes.lines().map(|line| u64::from_str_radix(line, 16).expect("a hash")).collect()
}

/// The runs of words of a text that the article has too.
fn copied(text: &str, article: &HashSet<u64>) -> Vec<String> {
    let words = words(&as_read(text));
    words.windows(RUN).map(|run| run.join(" ")).filter(|run| article.contains(&hash(run))).collect()
}

#[test]
fn every_event_and_every_claim_names_a_source() {
    let written = written();
    for event in list(&written["timeline"], "events") {
        assert!(!ids(event, "sources").is_empty(), "{}", text(event, "id"));
        for claim in list(event, "claims") {
            assert!(!ids(claim, "sources").is_empty(), "{}: {}", text(event, "id"), text(claim, "by"));
        }
    }
    for development in list(&written, "since_publication") {
        let cites = !ids(development, "sources").is_empty() || text(development, "text").contains("[^");
        assert!(cites, "{}", text(development, "date"));
    }
}

#[test]
fn every_source_is_cited() {
    let document = document();
    let unused: Vec<&str> =
        document.content.sources.iter().filter(|source| source.uses == 0).map(|source| &*source.id).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// `tests/default-explainer/sources.tsv` lists for each event the sources in which its facts were found: an event cites no other.
#[test]
fn every_event_cites_what_can_carry_it() {
    let listed = read("tests/default-explainer/sources.tsv");
    let carrying: BTreeMap<&str, BTreeSet<&str>> = listed
        .lines()
        .map(|line| line.split_once('\t').expect("an event, a tabulator and its sources"))
        .map(|(event, sources)| (event, sources.split(' ').collect()))
        .collect();
    let written = written();
    let events = list(&written["timeline"], "events");
    assert_eq!(events.len(), carrying.len());
    for event in events {
        let id = text(event, "id");
        let carrying = carrying.get(id).unwrap_or_else(|| panic!("no sources are known for {id}"));
        let others: Vec<&str> = cited_by(event).difference(carrying).copied().collect();
        assert!(others.is_empty(), "{id} cites {others:?}");
    }
}

#[test]
fn statuses_and_stances_fit_one_another() {
    let document = document();
    for (mark, event) in document.timeline.marks.iter().zip(document.content.events.iter()) {
        let has = |stance| event.claims.iter().any(|claim| claim.stance == stance);
        // What is alleged or disputed is asserted by somebody, and what is denied was asserted first.
        assert!(mark.status == Status::Confirmed || has(Stance::Asserts), "{}", mark.id);
        assert!(!has(Stance::Denies) || has(Stance::Asserts), "{}", mark.id);
    }
    let statuses: HashSet<&str> = document.timeline.marks.iter().map(|mark| mark.status.as_str()).collect();
    assert_eq!(statuses.len(), 3);
    // Statements of the two sides are of one status.
    let status = |id: &str| document.timeline.marks.iter().find(|mark| &*mark.id == id).expect(id).status;
    for id in ["trilateral-statement", "choe-reply", "g7-tokyo", "blinken-in-seoul", "moscow-pyongyang-replies"] {
        assert_eq!(status(id), Status::Confirmed, "{id}");
    }
}

#[test]
fn nothing_in_the_timeline_is_later_than_the_as_of_date_and_every_later_development_is() {
    let as_of = "2023-11-12";
    assert_eq!(text(&written(), "as_of"), as_of);
    let end = Day::from_civil(Civil { year: 2023, month: 11, day: 12 });
    let timeline = document().timeline.clone();
    for mark in &timeline.marks {
        assert!(mark.bounds.latest <= end, "{}", mark.id);
    }
    for era in &timeline.eras {
        assert!(era.bounds.latest <= end, "{}", era.label);
    }
    for development in list(&written(), "since_publication") {
        assert!(text(development, "date") > as_of, "{development}");
    }
}

#[test]
fn the_axis_has_something_in_every_stretch_of_ten_years_and_begins_at_the_story() {
    let document = document();
    let marks = &document.timeline.marks;
    assert!((40..=48).contains(&marks.len()), "{}", marks.len());
    for (before, after) in marks.iter().zip(&marks[1..]) {
        let gap = after.bounds.earliest.civil().year - before.bounds.latest.civil().year;
        assert!(gap < 10, "{gap} years before {}", after.id);
    }
    let start = document.timeline.start.expect("an event to begin with");
    assert_eq!(&*document.event(start).0.id, "blinken-in-seoul");
}

#[test]
fn no_run_of_eight_words_is_the_original_articles() {
    let article = runs_of_the_article();
    assert!(article.len() > 500, "{} runs are known", article.len());
    let written = written();
    let mut all = Vec::new();
    texts(&written, &mut all);
    let copied: Vec<String> = all.into_iter().flat_map(|text| copied(text, &article)).collect();
    assert!(copied.is_empty(), "{copied:#?}");
}

/// The search finds what it is to find, also across links and citations.
#[test]
fn copied_words_are_found() {
    let article = HashSet::from([hash("one two three four five six seven eight")]);
    assert_eq!(copied("Zero “one [two](#x-1) three’s", &article), Vec::<String>::new());
    assert_eq!(copied("Zero, one [two three](#x-1) four;[^s-a] five six SEVEN – eight nine", &article).len(), 1);
    assert_eq!(as_read("a [b](#c) d.[^e] f"), "a [b  d.  f");
}

#[test]
fn corrections_say_what_had_been_said() {
    let written = written();
    assert!(!list(&written, "corrections").is_empty());
    for correction in list(&written, "corrections") {
        assert!(text(correction, "date") <= text(&written, "updated"), "{correction}");
        assert_ne!(text(correction, "was"), text(correction, "text"));
    }
}
