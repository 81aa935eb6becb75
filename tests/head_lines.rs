//! The lines that a page has in its head for an element.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/fixtures.rs"]
mod fixtures;

use std::rc::Rc;

use fixtures::fixture;
use news_explainer::document::Document;
use news_explainer::publish::{Head, Loading, Pins, address, head_lines};

const PINS: &str = r#"{
    "news-explainer.css": { "file": "news-explainer-1f.css", "integrity": "sha384-a" },
    "news-explainer.js": { "file": "news-explainer-2f.js", "integrity": "sha384-b" },
    "explainer-runtime.js": { "file": "explainer-runtime-4f.js", "integrity": "sha256-d" },
    "explainer-runtime.wasm": { "file": "explainer-runtime-5f.wasm", "integrity": "sha256-e" },
    "explainer-app.js": { "file": "explainer-app-6f.js", "integrity": "sha256-f" },
    "explainer-app.wasm": { "file": "explainer-app-7f.wasm", "integrity": "sha256-g" }
}"#;
const PINNED: &str = "\
<link rel=\"stylesheet\" href=\"/explainer/news-explainer-1f.css\" integrity=\"sha384-a\" crossorigin=\"anonymous\">
<script type=\"module\" src=\"/explainer/news-explainer-2f.js\" integrity=\"sha384-b\" crossorigin=\"anonymous\"></script>
";
const AHEAD: &str = "\
<link rel=\"modulepreload\" href=\"/explainer/explainer-runtime-4f.js\" integrity=\"sha256-d\" crossorigin=\"anonymous\" fetchpriority=\"low\">
<link rel=\"preload\" href=\"/explainer/explainer-runtime-5f.wasm\" as=\"fetch\" crossorigin=\"anonymous\" fetchpriority=\"low\" media=\"(prefers-reduced-transparency: no-preference)\">
";

fn document() -> Rc<Document> {
    fixture("minimal")
}

fn head(loading: Loading) -> Head {
    let pins = Pins::from_json(PINS).expect("pins");
    Head { assets: address("/explainer").ok(), pins, loading }
}

#[test]
fn without_a_build_the_names_are_the_stable_ones() {
    let assets = address("https://assets.example/explainer/").ok();
    let lines = head_lines(&document(), &Head { assets, ..Head::default() });
    assert!(
        lines.contains(r#"<link rel="stylesheet" href="https://assets.example/explainer/news-explainer.css">"#),
        "{lines}"
    );
}

#[test]
fn pinned_lines_name_a_file_and_its_hash() {
    for loading in [Loading::Visible, Loading::Idle] {
        assert_eq!(head_lines(&document(), &head(loading)), PINNED);
    }
}

#[test]
fn what_is_wanted_at_once_is_fetched_ahead() {
    assert_eq!(head_lines(&document(), &head(Loading::Eager)), [PINNED, AHEAD].concat());
}

#[test]
fn nothing_is_fetched_ahead_under_a_name_that_may_stand_for_another_file_tomorrow() {
    let head = Head { pins: Pins::default(), ..head(Loading::Eager) };
    assert!(!head_lines(&document(), &head).contains("preload"));
}
