//! An author's document with a string in every field.

use serde_json::{Value, json};

/// The fields that hold a plain line of text.
pub const LINES: usize = 25;
/// The fields that hold Markdown.
pub const PROSE: usize = 16;

/// A document that has `line` in all its fields of one line, and `prose` in all its Markdown.
pub fn with_words(line: &str, prose: &str) -> Value {
    json!({
        "id": "hostile", "lang": "en", "title": line, "kind": "news", "standfirst": prose, "credit": prose, "lead": prose,
        "published": "2023-11-12", "updated": "2023-11-13", "as_of": "2023-11-12", "authors": [line, line],
        "sections": [{
            "id": "section", "heading": line, "body": prose,
            "media": {
                "src": "picture.png", "alt": line, "width": 1, "height": 1, "caption": prose, "credit": line,
                "srcset": [{ "src": "picture.png", "width": 1 }],
            },
        }],
        "timeline": {
            "heading": line,
            "categories": [{ "id": "one", "label": line }, { "id": "two", "label": line }],
            "eras": [{ "id": "before", "label": line, "period": "1900/1949" }, { "id": "after", "label": line, "period": "1950/1999" }],
            "events": [
                {
                    "id": "first", "date": "1920", "title": line, "body": prose, "category": "one", "status": "disputed",
                    "claims": [
                        { "by": line, "stance": "asserts", "says": prose, "sources": ["source"] },
                        { "by": line, "stance": "denies", "says": prose },
                    ],
                    "sources": ["source"],
                    "media": {
                        "src": "picture.png", "alt": line, "width": 1, "height": 1, "caption": prose, "credit": line,
                    },
                },
                {
                    "id": "second", "date": "1960-05", "display_date": line, "title": line, "body": prose, "category": "two",
                    "media": {
                        "link": "https://film.example/", "title": line, "caption": prose, "credit": line,
                        "still": { "src": "picture.png", "alt": line, "width": 1, "height": 1 },
                    },
                },
            ],
        },
        "faq": [{ "id": "question", "question": line, "answer": prose }],
        "glossary": [{ "term": line, "definition": prose }],
        "sources": [{ "id": "source", "publisher": line, "title": line, "url": "https://good.example/" }],
        "since_publication": [{ "date": "2024-01", "text": prose, "sources": ["source"] }],
        "corrections": [{ "date": "2023-11-13", "text": prose, "was": prose }],
    })
}

/// The fields that are no words: what they may hold is a closed set or a grammar.
pub const FIELDS: [&str; 33] = [
    "/id",
    "/lang",
    "/dir",
    "/kind",
    "/published",
    "/updated",
    "/as_of",
    "/sections/0/id",
    "/sections/0/media/src",
    "/sections/0/media/srcset/0/src",
    "/timeline/start",
    "/timeline/window",
    "/timeline/scale",
    "/timeline/categories/0/id",
    "/timeline/eras/0/id",
    "/timeline/eras/0/period",
    "/timeline/events/0/id",
    "/timeline/events/0/date",
    "/timeline/events/0/category",
    "/timeline/events/0/status",
    "/timeline/events/0/sources/0",
    "/timeline/events/0/claims/0/stance",
    "/timeline/events/0/claims/0/sources/0",
    "/timeline/events/0/media/src",
    "/timeline/events/1/media/link",
    "/timeline/events/1/media/still/src",
    "/faq/0/id",
    "/sources/0/id",
    "/sources/0/date",
    "/sources/0/url",
    "/since_publication/0/date",
    "/since_publication/0/sources/0",
    "/corrections/0/date",
];

/// Puts a value into a field, given as in [`FIELDS`].
pub fn put(document: &mut Value, field: &str, value: Value) {
    let (parent, name) = field.rsplit_once('/').expect("a field begins with a slash");
    match document.pointer_mut(parent).expect(field) {
        Value::Object(members) => drop(members.insert(name.to_owned(), value)),
        Value::Array(list) => list[name.parse::<usize>().expect(field)] = value,
        _ => panic!("{field} is in nothing"),
    }
}

/// How many strings of a value are `text`.
pub fn count(value: &Value, text: &str) -> usize {
    match value {
        Value::String(string) => usize::from(string == text),
        Value::Array(list) => list.iter().map(|value| count(value, text)).sum(),
        Value::Object(members) => members.values().map(|value| count(value, text)).sum(),
        _ => 0,
    }
}

#[test]
fn every_field_of_the_format_has_its_string() {
    let document = with_words("L", "P");
    assert_eq!((count(&document, "L"), count(&document, "P")), (LINES, PROSE));
    // The fields that the format has, by the names in its reader, are all somewhere in this document.
    let format = include_str!("../../src/author/format.rs");
    // Nothing is done with the address of the schema.
    let mut names = "/$schema/".to_owned();
    for field in FIELDS {
        names.push_str(field);
        names.push('/');
    }
    names.push_str(&document.to_string());
    let calls = format.split("fields.").skip(1).filter_map(|call| call.split_once('(')?.1.strip_prefix('"'));
    let named = calls.filter_map(|rest| rest.split('"').next());
    for name in named {
        assert!(names.contains(&format!("\"{name}\"")) || names.contains(&format!("/{name}/")), "{name}");
    }
}
