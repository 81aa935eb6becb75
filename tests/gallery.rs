//! The gallery, the demonstration's second page: a short explainer printed into a narrow column, and one by address that
//! runs the other way. The built page is looked at in `tests/e2e/31-gallery.test.mjs`.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use news_explainer::author;
use news_explainer::document::Direction;
use scraper::{Html, Selector};

const SHORT: &str = "assets/gallery/short.json";
const BY_ADDRESS: &str = "tests/fixtures/right-to-left.json";

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn count(page: &str, selector: &str) -> usize {
    Html::parse_document(page).select(&Selector::parse(selector).expect(selector)).count()
}

/// A folder of its own, gone when the test is over.
struct Room(PathBuf);

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_short_one_has_six_events_and_two_questions_and_nothing_to_warn_of() {
    let compiled = author::compile(&read(SHORT)).expect("a document without errors");
    assert!(compiled.warnings.is_empty(), "{}", compiled.warnings);
    let content = &compiled.document.content;
    assert_eq!((content.events.len(), content.faq.len()), (6, 2));
}

#[test]
fn the_other_one_goes_from_right_to_left() {
    let compiled = author::compile(&read(BY_ADDRESS)).expect("a document without errors");
    assert_eq!(compiled.document.timeline.dir, Direction::Rtl);
}

#[test]
fn the_command_of_the_build_prints_it_into_its_page() {
    let room = Room(std::env::temp_dir().join(format!("explainer-gallery-{}", std::process::id())));
    let _ = fs::remove_dir_all(&room.0);
    fs::create_dir_all(&room.0).expect("a folder");
    fs::write(room.0.join("gallery.html"), read("assets/gallery/gallery.html")).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_explainer"))
        .args(["page", SHORT, "--page", "gallery", "--dir"])
        .arg(&room.0)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = fs::read_to_string(room.0.join("gallery.html")).expect("the page");
    assert_eq!(count(&page, "aside news-explainer .explainer-event"), 6);
    assert_eq!(count(&page, "section news-explainer[src='by-address.json'] a[href='by-address.json']"), 1);
    assert_eq!(count(&page, "[data-print], [style], style, script:not([src]):not([type='application/json'])"), 0);
    assert!(room.0.join("gallery.json").is_file() && !room.0.join("explainer.json").exists());
}

/// The end-to-end tests measure the first page: its explainer is the only one there.
#[test]
fn the_two_pages_lead_to_each_other_and_the_first_has_one_explainer() {
    let index = read("index.html");
    assert_eq!((count(&index, "news-explainer"), count(&index, "a[href='gallery.html']")), (1, 1));
    assert!(count(&read("assets/gallery/gallery.html"), "a[href='index.html']") > 0);
    let finish = read("xtask/src/finish.rs");
    assert!(finish.contains(SHORT) && finish.contains(BY_ADDRESS));
}
