//! What was printed and published once is read by the program of today: pages stay as they are, and load the newest one.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/html.rs"]
mod html;

use std::fs;
use std::path::{Path, PathBuf};

use html::{Page, text};
use news_explainer::document::{ControlLabels, FORMAT_VERSION, NotADocument, Published, Timeline};

/// The files of `tests/prints` with an extension: their names and texts.
fn prints(extension: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/prints");
    let entries = fs::read_dir(folder).expect("the prints").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == extension)).collect();
    files.sort();
    assert!(files.len() >= 3, "{files:?}");
    let name = |path: &PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read_to_string(path).expect("a text"))).collect()
}

/// The data block of a print.
fn data(print: &str) -> String {
    text(Page::of_part(print).one("news-explainer > script[type=\"application/json\"]"))
}

/// The print of the present version.
fn present() -> String {
    let prints = prints("html");
    let (_, print) = prints.iter().rfind(|(name, _)| *name == format!("{FORMAT_VERSION}.html")).expect("a print");
    data(print)
}

#[test]
fn a_print_of_every_age_is_read() {
    for (name, print) in prints("html") {
        let timeline = Timeline::from_json(&data(&print)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let page = Page::of_part(&print);
        let printed: Vec<&str> =
            page.all(".explainer-event").iter().filter_map(|event| event.attr("data-id")).collect();
        let marks: Vec<&str> = timeline.marks.iter().map(|mark| &*mark.id).collect();
        assert_eq!(printed, marks, "{name}");
        assert_eq!((timeline.eras.len(), timeline.categories.len()), (3, 6), "{name}");
        // What no print has ever been without.
        let ControlLabels { axis, tools, previous, next, search, whole, .. } = &timeline.labels;
        assert!([axis, tools, previous, next, search, whole].iter().all(|label| !label.is_empty()), "{name}");
    }
}

#[test]
fn a_published_document_of_every_age_is_read() {
    for (name, json) in prints("json") {
        let published = Published::from_json(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(published.document.content.title, "Everything at once", "{name}");
        assert_eq!(published.document.content.events.len(), published.document.timeline.marks.len(), "{name}");
    }
}

/// A page may be older than its program, and a program that a browser has kept may be older than the page.
#[test]
fn what_a_later_program_adds_is_passed_over() {
    let now = present();
    let later = now.replacen("{\"version\"", "{\"later\":{\"a\":[1,null]},\"version\"", 1);
    let later = later.replacen("\"labels\":{", "\"labels\":{\"later\":\"x\",", 1);
    assert_ne!(now, later);
    assert_eq!(Timeline::from_json(&later), Timeline::from_json(&now));
}

#[test]
fn a_later_version_and_the_first_two_are_refused_by_name() {
    let now = present();
    let later =
        now.replacen(&format!("\"version\":{FORMAT_VERSION}"), &format!("\"version\":{}", FORMAT_VERSION + 1), 1);
    // The second had its marks by columns.
    let second = r#"{"version":2,"id":"a","lang":"en","dir":"ltr","marks":{"ids":"a b"},"eras":[],"words":{}}"#;
    for data in [&*later, second] {
        assert_eq!(Timeline::from_json(data), Err(NotADocument::OtherVersion), "{data}");
    }
    let earlier = now.replacen(&format!("\"version\":{FORMAT_VERSION}"), "\"version\":3", 1);
    assert!(Timeline::from_json(&earlier).is_ok());
}
