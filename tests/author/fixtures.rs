//! Every fixture compiles, or says why not.

use std::path::PathBuf;

use news_explainer::author::{self, Severity};
use news_explainer::document::{Spacing, Timeline};

use crate::support::{check_whole, compiled, diagnostics, expect_file, files, read};

/// The default explainer.
fn default() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/explainer.json")
}

#[test]
fn every_fixture_compiles() {
    let mut all = files("tests/fixtures");
    all.push(default());
    assert!(all.len() >= 11, "found {}", all.len());
    for path in all {
        let source = read(&path);
        let compiled = author::compile(&source).unwrap_or_else(|found| panic!("{}\n{found}", path.display()));
        check_whole(&compiled).unwrap_or_else(|wrong| panic!("{}: not so: {wrong}", path.display()));
        let again = serde_json::to_string(&compiled.document.timeline).expect("a timeline serializes");
        let again = Timeline::from_json(&again).expect("a timeline reads back");
        assert_eq!(again, *compiled.document.timeline, "{}", path.display());
    }
}

#[test]
fn the_default_explainer_has_no_warnings() {
    assert_eq!(diagnostics(&read(&default())), "");
}

#[test]
fn fixtures_are_what_they_are_named_for() {
    let fixture = |name: &str| {
        let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
        compiled(&read(path.as_ref())).document
    };
    assert!(fixture("no-timeline").content.timeline_heading.is_none());
    assert_eq!(fixture("one-event").timeline.marks.len(), 1);
    let one_day = fixture("one-day").timeline.clone();
    assert!(one_day.has_clocks() && one_day.marks.iter().all(|mark| mark.bounds == one_day.marks[0].bounds));
    assert_eq!(one_day.marks.iter().filter(|mark| mark.clock.is_none()).count(), 1);
    assert_eq!(fixture("crowded-year").timeline.marks.len(), 40);
    assert_eq!(fixture("five-hundred").timeline.marks.len(), 500);
    assert_eq!(fixture("right-to-left").timeline.dir.as_str(), "rtl");
    assert!(fixture("deep-time").timeline.marks[0].bounds.earliest.civil().year < -13_000_000_000);
    let even = fixture("even-scale").timeline.clone();
    let window = even.window.expect("a window");
    assert_eq!(even.spacing, Spacing::Even);
    assert_eq!([window.earliest.civil().year, window.latest.civil().year], [1996, 2023]);
    assert!(even.marks.iter().filter(|mark| mark.bounds.earliest.civil().year >= 2022).count() * 3 > even.marks.len());
    let everything = fixture("everything");
    assert_eq!(everything.content.corrections.len(), 3);
    assert_eq!(everything.timeline.categories.len(), 6);
    assert_eq!(everything.timeline.start.map(|start| start.0), Some(10));
    assert!(everything.content.events.iter().any(|event| event.media.is_some()));
}

fn check_expected(folder: &str, least: usize, fails: bool) {
    let all = files(folder);
    assert!(all.len() >= least, "found {}", all.len());
    let mut wrong = Vec::new();
    for path in all {
        let source = read(&path);
        assert_eq!(author::compile(&source).is_err(), fails, "{}", path.display());
        let found = diagnostics(&source);
        assert!(!found.is_empty(), "{} has no diagnostics", path.display());
        wrong.extend(expect_file(&path.with_extension("txt"), &found));
    }
    assert!(wrong.is_empty(), "UPDATE_EXPECT=1 rewrites these:\n{}", wrong.join("\n"));
}

#[test]
fn every_invalid_fixture_gives_its_diagnostics() {
    check_expected("tests/fixtures/invalid", 30, true);
}

#[test]
fn every_fixture_with_warnings_gives_its_warnings() {
    check_expected("tests/fixtures/warnings", 5, false);
}

#[test]
fn diagnostics_can_be_drawn() {
    for path in files("tests/fixtures/invalid") {
        let source = read(&path);
        let Err(found) = author::compile(&source) else { continue };
        let drawn = author::graphical(&found, "x.json", &source, false);
        assert!(found.iter().all(|diagnostic| drawn.contains(diagnostic.code)), "{}", path.display());
        assert!(!drawn.contains('\u{1b}'), "no colour where none was asked for");
        assert!(found.count(Severity::Error) > 0);
    }
}

#[test]
fn files_above_the_limit_are_refused_unread() {
    let source = " ".repeat(author::MAX_BYTES + 1);
    assert_eq!(diagnostics(&source), "error[too-large] 1:1: expected a file of at most 16 MB; found 16.0 MB\n");
}

#[test]
fn a_byte_order_mark_is_accepted() {
    let source = crate::support::document(serde_json::json!({}));
    assert_eq!(compiled(&format!("\u{feff}{source}")), compiled(&source));
}
