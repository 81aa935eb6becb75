//! Hostile words in every field.

use news_explainer::author::{self, Compiled};
use news_explainer::document::{Block, Inline, Published, Timeline};
use news_explainer::publish::{Options, document_json, element};
use serde_json::{Value, json};

use super::corpus::payloads;
use super::document::{FIELDS, LINES, PROSE, put, with_words};
use super::inert::Print;

/// Stand for the hostile string in the document that the others are compared with. Of one line each, as they come out.
const LINE: &str = "WORDS-OF-A-LINE";

fn compiled(name: &str, document: &Value) -> Compiled {
    author::compile(&document.to_string()).unwrap_or_else(|diagnostics| panic!("{name}:\n{diagnostics}"))
}

/// Prints a document and fails unless it is inert.
fn print(name: &str, Compiled { document, .. }: &Compiled) -> Print {
    let print = Print::new(name, &element(document, &Options::default()));
    assert_eq!(Timeline::from_json(&data(name, &print)).as_ref(), Ok(&*document.timeline), "{name}");
    print
}

/// The data block, from which nothing leads out.
fn data(name: &str, print: &Print) -> String {
    let data = print.data();
    assert!(!data.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{name}: the data block could be left");
    data
}

/// A published document.
fn published(name: &str, Compiled { document, .. }: &Compiled) -> Value {
    let json = document_json(document, None);
    let read = Published::from_json(&json).expect(name);
    assert_eq!(&read.document, document, "{name}: it reads back");
    serde_json::from_str(&json).expect("JSON")
}

/// The same value with another text in the place of a word.
fn replaced(value: &Value, with: &str) -> Value {
    match value {
        Value::String(text) => json!(text.replace(LINE, with)),
        Value::Array(list) => list.iter().map(|value| replaced(value, with)).collect(),
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), replaced(value, with))).collect(),
        other => other.clone(),
    }
}

/// The whole way, for each string in all fields at once: the print is that of a harmless document with other words.
#[test]
fn hostile_words_arrive_as_they_were_typed() {
    let harmless = compiled("harmless", &with_words(LINE, &LINE.replace('-', "\\-")));
    let (lines, words) = (print("harmless", &harmless).lines(), published("harmless", &harmless));
    // Credits stand within the lines of captions.
    const CREDITS: usize = 3;
    assert!(lines.iter().filter(|line| line.contains(LINE)).count() >= LINES + PROSE - CREDITS);
    let mut arrived = 0;
    for payload in payloads() {
        let (Some(line), Some(escaped)) = (payload.line(), payload.escaped()) else { continue };
        let name = &payload.id;
        let hostile = compiled(name, &with_words(&line, &escaped));
        let expected: Vec<String> = lines.iter().map(|known| known.replace(LINE, &line)).collect();
        assert_eq!(print(name, &hostile).lines(), expected, "{name}: {line}");
        assert_eq!(published(name, &hostile), replaced(&words, &line), "{name}: {line}");
        arrived += 1;
    }
    assert!(arrived >= 1000, "only {arrived} strings arrived");
    println!("{arrived} strings arrived in {} fields each", LINES + PROSE);
}

/// Unescaped, Markdown may mean something: then it is refused with a diagnostic, or it means one of the few things that
/// our Markdown has.
#[test]
fn hostile_markdown_is_refused_or_inert() {
    let (mut refused, mut printed) = (0, 0);
    for payload in payloads() {
        let name = &payload.id;
        match author::compile(&with_words("A line", &payload.payload).to_string()) {
            Ok(compiled) => {
                print(name, &compiled);
                printed += 1;
            }
            Err(diagnostics) => {
                assert!(!diagnostics.is_empty(), "{name}");
                refused += 1;
            }
        }
    }
    assert!(printed >= 300 && refused >= 300, "{printed} were printed, {refused} refused");
    println!("{printed} strings printed, {refused} refused");
}

/// Ids, dates, addresses and choices are no words.
#[test]
fn hostile_strings_in_fields_that_are_no_words_are_refused() {
    let harmless = || with_words("A line", "A text");
    for field in FIELDS {
        assert!(author::compile(&harmless().to_string()).is_ok());
        let mut document = harmless();
        put(&mut document, field, json!("<svg onload=alert(1)>"));
        // A picture may stand beside the page, where this leads.
        if field.ends_with("/src") {
            continue;
        }
        let diagnostics = author::compile(&document.to_string()).expect_err(field);
        let path = diagnostics.iter().map(|diagnostic| &diagnostic.path).any(|path| plain(path) == plain(field));
        assert!(path, "{field}: {diagnostics}");
    }
    let (mut refused, mut printed) = (0, 0);
    for (index, payload) in payloads().iter().enumerate() {
        // All of them at once, and one alone.
        let mut document = harmless();
        FIELDS.iter().for_each(|field| put(&mut document, field, json!(payload.payload)));
        let diagnostics = author::compile(&document.to_string()).expect_err(&payload.id);
        assert!(!diagnostics.is_empty());
        let mut document = harmless();
        let field = FIELDS[index % FIELDS.len()];
        put(&mut document, field, json!(payload.payload));
        match author::compile(&document.to_string()) {
            Ok(compiled) if !field.ends_with("/src") => {
                print(&payload.id, &compiled);
                printed += 1;
            }
            Ok(_) => printed += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(refused >= 800, "{printed} were printed, {refused} refused");
    println!("{printed} printed, {refused} refused");
}

/// `timeline.events[0].id` and `/timeline/events/0/id` alike.
fn plain(path: &str) -> String {
    path.split(['.', '/', '[', ']']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
}

/// Above 500 events, the whole document travels in the data block.
#[test]
fn hostile_words_of_a_long_document_travel_as_they_were_typed() {
    let strings: Vec<(String, String)> = payloads().iter().filter_map(|it| Some((it.line()?, it.escaped()?))).collect();
    let event = |(index, (line, escaped)): (usize, &(String, String))| json!({ "id": format!("e{index}"), "date": "1961", "title": line, "body": escaped });
    let mut document = with_words("A line", "A text");
    document["timeline"]["events"] = strings.iter().enumerate().map(event).collect();
    document["sources"] = json!([]);
    document["since_publication"] = json!([]);
    let long = compiled("long", &document);
    let data = data("long", &Print::new("long", &element(&long.document, &Options::default())));
    let published = Published::from_json(&data).expect("a data block");
    assert_eq!(published.document, long.document);
    let events = &published.document.content.events;
    assert_eq!(events.len(), strings.len());
    for (event, (line, _)) in events.iter().zip(&strings) {
        assert_eq!(&event.title, line);
        assert_eq!(event.body[..], [Block::Paragraph([Inline::Text(line.clone())].into())], "{line}");
    }
}
