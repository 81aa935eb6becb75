//! Imports only go down.

use std::fs;
use std::path::Path;

use super::sources::{files, root};

/// The floors of ARCHITECTURE.md: each module of the library and how high it stands.
const FLOORS: [(&str, u8); 9] = [
    ("date", 0),
    ("document", 1),
    ("timeline", 2),
    ("state", 3),
    ("view", 4),
    ("dom", 4),
    ("embed", 5),
    ("author", 5),
    ("publish", 5),
];

/// Crates that a floor must not name: what its invariant says is absent.
const ABSENT: [(&str, &[&str]); 6] = [
    ("date", &["yew", "web_sys", "wasm_bindgen", "edtf_core", "icu"]),
    ("document", &["yew", "web_sys", "pulldown_cmark", "edtf_core", "icu"]),
    ("timeline", &["yew", "web_sys", "wasm_bindgen", "serde"]),
    ("state", &["yew", "web_sys", "wasm_bindgen", "serde"]),
    ("author", &["yew", "web_sys", "wasm_bindgen"]),
    ("publish", &["web_sys", "edtf_core", "pulldown_cmark"]),
];

/// The module of the library that a file belongs to.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(root("src")).expect("a file of the source");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules of this library that a text names by `crate::…`, and by the library's name in the binaries.
fn named(text: &str) -> Vec<String> {
    ["crate::", "news_explainer::"]
        .iter()
        .flat_map(|lead| text.split(lead).skip(1))
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default().split(',').map(first_name).collect::<Vec<_>>(),
            None => vec![first_name(rest)],
        })
        .collect()
}

fn first_name(text: &str) -> String {
    text.trim().chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect()
}

fn upward_imports(module: &str, text: &str) -> Vec<String> {
    let floor_of = |name: &str| FLOORS.iter().find(|(known, _)| *known == name).map(|(_, floor)| *floor);
    let Some(own) = floor_of(module) else { return Vec::new() };
    let goes_up = |name: &String| floor_of(name).is_some_and(|floor| floor > own || (floor == 5 && name != module));
    named(text).into_iter().filter(goes_up).collect()
}

#[test]
fn imports_only_go_down() {
    let mut checked = 0;
    for (path, text) in files("src", "rs") {
        let upward = upward_imports(&module(&path), &text);
        assert!(upward.is_empty(), "{} imports from above or beside: {upward:?}", path.display());
        checked += 1;
    }
    assert!(checked > 30, "only {checked} files were found");
}

#[test]
fn the_check_of_imports_finds_what_goes_up() {
    assert_eq!(upward_imports("timeline", "use crate::document::EventId;"), [""; 0]);
    assert_eq!(upward_imports("date", "use crate::{document::Link, date::Day};"), ["document"]);
    assert_eq!(upward_imports("state", "fn f() { crate::view::words() }"), ["view"]);
    assert_eq!(upward_imports("publish", "use crate::author::compile;"), ["author"]);
}

#[test]
fn every_module_of_the_library_has_a_floor() {
    let library = fs::read_to_string(root("src/lib.rs")).expect("lib.rs");
    for line in library.lines() {
        if let Some(name) = line.strip_prefix("pub mod ") {
            let name = name.trim_end_matches(';');
            assert!(FLOORS.iter().any(|(known, _)| *known == name), "{name} has no floor in ARCHITECTURE.md");
        }
    }
}

#[test]
fn floors_do_not_know_what_they_must_not() {
    for (path, text) in files("src", "rs") {
        let Some((_, crates)) = ABSENT.iter().find(|(name, _)| *name == module(&path)) else { continue };
        for name in *crates {
            let lead = format!("{name}::");
            let used = text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(&lead));
            assert!(!used, "{} names {name}", path.display());
        }
    }
}
