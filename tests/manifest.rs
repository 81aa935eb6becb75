//! What is said to those who embed the element is so: `custom-elements.json`, the types and docs/ name the same
//! attributes, events, codes, parts and properties as the element has.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// What embedding pages are told, and what those are told that give it their looks.
const EMBEDDING: &str = "docs/embedding.md";
const THEMING: &str = "docs/theming.md";

/// All files of a folder, one after the other.
fn read_all(folder: &str) -> String {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect(folder);
    let files = entries.map(|entry| entry.expect("an entry").path());
    files.map(|path| fs::read_to_string(path).expect("a readable file")).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names in a list of the manifest's one declaration.
fn listed(list: &str) -> BTreeSet<String> {
    let manifest: Value = serde_json::from_str(&read("assets/custom-elements.json")).expect("a manifest");
    let declaration = &manifest["modules"][0]["declarations"][0];
    let names = declaration[list].as_array().unwrap_or_else(|| panic!("{list}"));
    names.iter().map(|entry| entry["name"].as_str().expect("a name").to_owned()).collect()
}

/// Every text between two others.
fn between<'t>(text: &'t str, before: &str, after: &str) -> BTreeSet<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split_once(after)).map(|(found, _)| found).collect()
}

fn assert_named(names: &BTreeSet<String>, text: &str, place: &str) {
    let missing: Vec<&String> = names.iter().filter(|name| !text.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "{place} does not name {missing:?}");
}

#[test]
fn attributes_are_those_that_the_element_and_its_sheet_read() {
    let script = read_all("assets/element");
    let read_there = ["this.getAttribute('", "this.hasAttribute('", "element.getAttribute('"]
        .map(|call| between(&script, call, "'"));
    let mut known: BTreeSet<String> = read_there.into_iter().flatten().map(str::to_owned).collect();
    // By the sheet alone.
    known.insert("theme".to_owned());
    assert_eq!(listed("attributes"), known);
    assert_named(&known, &read(EMBEDDING), EMBEDDING);
}

#[test]
fn events_and_codes_are_those_that_are_sent() {
    let events = listed("events");
    let (types, page) = (read("assets/news-explainer.d.ts"), read(EMBEDDING));
    let typed: BTreeSet<String> =
        between(&types, "  'news-explainer:", "'").iter().map(|name| format!("news-explainer:{name}")).collect();
    assert_eq!(events, typed);
    assert_named(&events, &page, EMBEDDING);

    let script = read_all("assets/element");
    let codes: BTreeSet<&str> = between(&types, "  | '", "'").into_iter().filter(|code| code.contains('-')).collect();
    for code in &codes {
        assert!(script.contains(&format!("'{code}'")), "{code} is never sent");
        assert!(page.contains(&format!("`{code}`")), "{EMBEDDING} does not name {code}");
    }
    let said: BTreeSet<&str> = ["'runtime-", "'document-"]
        .into_iter()
        .flat_map(|start| {
            script
                .match_indices(start)
                .map(|(at, _)| script[at + 1..].split('\'').next().expect("a code"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(codes, said);
}

#[test]
fn parts_are_those_of_the_frame() {
    let (views, script) = (read_all("src/view/live"), read_all("assets/element"));
    let mut found: BTreeSet<&str> = between(&script, ".part = '", "'");
    found.extend(between(&views, " part=\"", "\""));
    found.extend(between(&views, "\"part\": \"", "\""));
    for choice in between(&views, "\"part\": if ", " },") {
        found.extend(between(choice, "{ \"", "\""));
    }
    let found: BTreeSet<String> = found.into_iter().map(str::to_owned).collect();
    assert_eq!(listed("cssParts"), found);
    assert_named(&found, &read(THEMING), THEMING);
}

#[test]
fn properties_are_those_that_the_sheet_sets_for_hosts() {
    let sheet = read_all("assets/styles/print") + &read("assets/styles/tokens.css");
    let names = listed("cssProperties");
    assert!(names.len() >= 15, "{names:?}");
    for name in &names {
        assert!(sheet.contains(name.as_str()), "{name} is not in the sheet");
    }
    assert_named(&names, &read(THEMING), THEMING);
}
