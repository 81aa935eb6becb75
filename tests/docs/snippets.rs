//! The documents, fields and dates of the docs compile, and read as is said.

use std::collections::BTreeSet;

use news_explainer::author;
use serde_json::{Map, Value, json};

use crate::text::{blocks, guides, read};

/// A block's JSON: a whole object, or members of one.
fn members(block: &str) -> Map<String, Value> {
    let whole = if block.trim_start().starts_with('{') { block.to_owned() } else { format!("{{{block}}}") };
    serde_json::from_str(&whole).unwrap_or_else(|error| panic!("{error}:\n{block}"))
}

/// The whole documents of a page, as they are written there.
pub fn whole_documents(page: &str) -> Vec<String> {
    let text = read(page);
    let is_whole = |block: &&str| block.starts_with('{') && members(block).contains_key("lang");
    blocks(&text, "json").into_iter().filter(is_whole).map(str::to_owned).collect()
}

/// What the fields of a page are put into.
fn document() -> Value {
    json!({
        "id": "a", "lang": "en", "title": "T", "kind": "news", "published": "2023-11-12", "as_of": "2023-11-12",
        "lead": "All of them.[^archive]",
        "timeline": {
            "categories": [{ "id": "works", "label": "Works" }],
            "events": [{ "id": "rebuilt", "date": "1987", "title": "E", "category": "works" }],
        },
        "sources": [{ "id": "archive", "publisher": "P", "title": "T" }],
    })
}

/// The names of a type's fields, as the schema has them.
fn fields(kind: &str) -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(&author::schema()).expect("JSON");
    let place = if kind.is_empty() { &schema } else { &schema["$defs"][kind] };
    place["properties"].as_object().unwrap_or_else(|| panic!("{kind}")).keys().cloned().collect()
}

/// Puts fields where they belong: into an event if they are its own, otherwise into the document.
fn put(into: &mut Value, block: Map<String, Value>) {
    let names: BTreeSet<String> = block.keys().cloned().collect();
    let place = if !names.is_subset(&fields("")) { &mut into["timeline"]["events"][0] } else { into };
    for (name, value) in block {
        place[name] = value;
    }
}

#[track_caller]
fn check(document: &str, place: &str) {
    match author::compile(document) {
        Err(found) => panic!("{place}\n{found}\n{document}"),
        // What nothing cites is warned of; a snippet is a part.
        Ok(compiled) => {
            assert!(compiled.warnings.iter().all(|one| one.code == "unused-source"), "{place}\n{}", compiled.warnings)
        }
    }
}

#[test]
fn whole_documents_have_neither_errors_nor_warnings() {
    let mut count = 0;
    for page in guides() {
        for document in whole_documents(&page) {
            let compiled = author::compile(&document).unwrap_or_else(|found| panic!("{page}\n{found}"));
            assert!(compiled.warnings.is_empty(), "{page}\n{}", compiled.warnings);
            count += 1;
        }
    }
    assert!(count >= 2, "{count} documents");
}

#[test]
fn fields_compile_in_a_document() {
    let text = read("docs/writing.md");
    let mut count = 0;
    for block in blocks(&text, "json").into_iter().filter(|block| !block.starts_with('{')) {
        let mut one = document();
        put(&mut one, members(block));
        check(&one.to_string(), block);
        count += 1;
    }
    assert!(count >= 8, "{count} snippets");
}

/// Every field of the format has an example.
#[test]
fn every_field_is_shown() {
    let text = read("docs/writing.md");
    let shown: String = blocks(&text, "json").concat() + "\"$schema\":";
    assert!(text.contains("`\"$schema\": \"./explainer.schema.json\"`"));
    let kinds = [
        "",
        "Section",
        "Timeline",
        "Category",
        "Era",
        "Event",
        "Claim",
        "Media",
        "Question",
        "Term",
        "Source",
        "Development",
        "Correction",
    ];
    let mut count = 0;
    for kind in kinds {
        for field in fields(kind) {
            assert!(shown.contains(&format!("\"{field}\":")), "{kind} {field}");
            count += 1;
        }
    }
    assert!(count > 50, "{count} fields");
    let schema: Value = serde_json::from_str(&author::schema()).expect("JSON");
    for choice in
        ["explainer", "opinion", "asserts", "denies", "recounts", "confirmed", "alleged", "disputed", "linear", "even"]
    {
        assert!(schema.to_string().contains(&format!("\"{choice}\"")), "{choice} is no choice");
        assert!(text.contains(&format!("`{choice}`")), "{choice} is not explained");
    }
}

/// The rows of the tables of dates: what is written, and how it reads.
fn dates(text: &str) -> Vec<(String, String)> {
    let tables = text.split("| Written | Read |\n|---|---|\n").skip(1);
    let rows = tables.flat_map(|table| table.lines().take_while(|line| line.starts_with('|')));
    let cells = |row: &str| {
        let (written, read) = row.trim_matches(['|', ' ']).split_once(" | ")?;
        Some((written.trim_matches('`').to_owned(), read.to_owned()))
    };
    rows.filter_map(cells).collect()
}

#[test]
fn dates_read_as_the_page_says() {
    let dates = dates(&read("docs/writing.md"));
    assert!(dates.len() >= 35, "{} dates", dates.len());
    for number in 21..=41 {
        assert!(dates.iter().any(|(written, _)| *written == format!("1984-{number}")), "{number}");
    }
    for (written, expected) in dates {
        let mut document = document();
        document["timeline"]["events"][0]["date"] = json!(written);
        let compiled = author::compile(&document.to_string()).unwrap_or_else(|found| panic!("{written}\n{found}"));
        assert_eq!(compiled.document.content.events[0].date.plain(), expected, "{written}");
    }
}

#[test]
fn a_year_without_quotes_is_told_the_way_out() {
    let mut document = document();
    document["timeline"]["events"][0]["date"] = json!(1905);
    let found = author::compile(&document.to_string()).expect_err("no document").to_string();
    let said = "write it in quotes: \"1905\"";
    assert!(found.contains(said) && read("docs/writing.md").contains(said), "{found}");
}
