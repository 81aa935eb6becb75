//! House rules that a compiler does not hold: imports only go down the floors, and what is banned stays out.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

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

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The module of the library that a file belongs to.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(source()).expect("a file of the source");
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
    for path in rust_files(&source()) {
        let text = fs::read_to_string(&path).expect("a readable file");
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
    let library = fs::read_to_string(source().join("lib.rs")).expect("lib.rs");
    for line in library.lines() {
        if let Some(name) = line.strip_prefix("pub mod ") {
            let name = name.trim_end_matches(';');
            assert!(FLOORS.iter().any(|(known, _)| *known == name), "{name} has no floor in ARCHITECTURE.md");
        }
    }
}

#[test]
fn floors_do_not_know_what_they_must_not() {
    for path in rust_files(&source()) {
        let text = fs::read_to_string(&path).expect("a readable file");
        let Some((_, crates)) = ABSENT.iter().find(|(name, _)| *name == module(&path)) else { continue };
        for name in *crates {
            let lead = format!("{name}::");
            let used = text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(&lead));
            assert!(!used, "{} names {name}", path.display());
        }
    }
}

#[test]
fn no_html_string_and_no_inline_style_reaches_the_page() {
    let banned = [
        "from_html_unchecked",
        "set_inner_html",
        "set_outer_html",
        "insert_adjacent_html",
        "create_contextual_fragment",
        "DomParser",
        "js_sys::eval",
        "Function::new",
        "style={",
        "\"style\"",
    ];
    for path in rust_files(&source()) {
        let text = fs::read_to_string(&path).expect("a readable file");
        for word in banned {
            assert!(!text.contains(word), "{} contains {word}", path.display());
        }
    }
    let script = fs::read_to_string(source().join("../assets/news-explainer.js")).expect("the element's class");
    for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", ".style"] {
        assert!(!script.contains(word), "news-explainer.js contains {word}");
    }
}

#[test]
fn every_selector_of_the_page_sheet_begins_with_the_element() {
    let sheet = fs::read_to_string(source().join("../assets/news-explainer.css")).expect("the sheet");
    let mut text = String::new();
    let mut rest = sheet.as_str();
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let mut checked = 0;
    for prelude in text.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap_or_default().trim()) {
        if prelude.is_empty() || prelude.starts_with('@') {
            continue;
        }
        // Commas inside brackets do not part selectors.
        let mut depth = 0;
        for selector in prelude.split(|char| {
            depth += i32::from(char == '(') - i32::from(char == ')');
            char == ',' && depth == 0
        }) {
            assert!(selector.trim().starts_with("news-explainer"), "{selector}");
            checked += 1;
        }
    }
    assert!(checked > 100, "only {checked} selectors were found");
}

#[test]
fn names_avoid_the_words_that_blockers_and_reader_modes_drop() {
    const WORDS: [&str; 12] = [
        "ad", "ads", "banner", "sponsor", "social", "share", "widget", "sidebar", "related", "popup", "comment",
        "footer",
    ];
    let sheet = fs::read_to_string(source().join("../assets/news-explainer.css")).expect("the sheet");
    let content = fs::read_to_string(source().join("view/content.rs")).expect("content.rs");
    for text in [&sheet, &content] {
        for class in
            text.split(|char: char| !char.is_alphanumeric() && char != '-').filter(|w| w.starts_with("explainer-"))
        {
            for part in class.split('-') {
                assert!(!WORDS.contains(&part) && part != "header", "{class}");
            }
        }
    }
}

/// What comes from elsewhere, or from a place that only one machine can reach, cannot be checked by others.
#[test]
fn lock_files_name_no_source_but_the_registries() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let crates = fs::read_to_string(root.join("Cargo.lock")).expect("Cargo.lock");
    let sources = crates.lines().filter(|line| line.starts_with("source = "));
    let mut count = 0;
    for source in sources {
        assert_eq!(source, "source = \"registry+https://github.com/rust-lang/crates.io-index\"");
        count += 1;
    }
    assert!(count > 100, "only {count} crates were found");
    assert_eq!(crates.matches("\nchecksum = ").count(), count, "every crate has its checksum");
    let packages = fs::read_to_string(root.join("package-lock.json")).expect("package-lock.json");
    assert!(!packages.contains("\"resolved\"") && !packages.contains("registry"));
    let entries = packages.matches("\"node_modules/").count();
    assert!(entries > 0 && packages.matches("\"integrity\": \"sha512-").count() >= entries);
}
