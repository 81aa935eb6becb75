//! What must not be in the sources, and how long they may be.

use super::sources::{files, root};

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
    // What reads other people's HTML names the element whose content it throws away.
    let reads_html = root("src/author/import/html.rs");
    for (path, text) in files("src", "rs") {
        for word in banned {
            if path == reads_html && word == "\"style\"" {
                continue;
            }
            assert!(!text.contains(word), "{} contains {word}", path.display());
        }
    }
    for (path, script) in files("assets", "js") {
        for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", ".style."]
        {
            assert!(!script.contains(word), "{} contains {word}", path.display());
        }
    }
}

#[test]
fn names_avoid_the_words_that_blockers_and_reader_modes_drop() {
    const WORDS: [&str; 12] = [
        "ad", "ads", "banner", "sponsor", "social", "share", "widget", "sidebar", "related", "popup", "comment",
        "footer",
    ];
    let (sheets, prints) = (files("assets/styles/print", "css"), files("src/view/print", "rs"));
    for (path, text) in sheets.iter().chain(&prints) {
        for class in
            text.split(|char: char| !char.is_alphanumeric() && char != '-').filter(|w| w.starts_with("explainer-"))
        {
            for part in class.split('-') {
                assert!(!WORDS.contains(&part) && part != "header", "{}: {class}", path.display());
            }
        }
    }
}

/// Whoever opens a component sees all of it.
#[test]
fn components_are_small_files() {
    for folder in ["src/view/print", "src/view/live", "src/view/draw"] {
        for (path, text) in files(folder, "rs") {
            let lines = text.lines().count();
            assert!(lines <= 250, "{} has {lines} lines", path.display());
        }
    }
}

/// `cargo doc` has a page for each module, which begins with that line.
#[test]
fn every_file_says_what_it_is_for() {
    let folders = ["src", "xtask/src", "tests", "benches", "examples"];
    for (path, text) in folders.into_iter().flat_map(|folder| files(folder, "rs")) {
        let is_written_by_a_test = text.starts_with("// Written by");
        assert!(is_written_by_a_test || text.starts_with("//! "), "{} does not begin with `//!`", path.display());
    }
}
