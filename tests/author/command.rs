//! The command line's exit codes and words.

use std::process::{Command, Output};

fn explainer(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_explainer"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the command runs")
}

#[track_caller]
fn check(arguments: &[&str], code: i32, words: &str) {
    let output = explainer(arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(said.contains(words), "{said}");
}

#[test]
fn a_good_document_is_0() {
    check(&["check", "tests/fixtures/minimal.json"], 0, "tests/fixtures/minimal.json: no errors, no warnings\n");
    check(&["check", "tests/fixtures/warnings/unused-source.json"], 0, "warning[unused-source]");
    check(&["check", "tests/fixtures/warnings/unused-source.json"], 0, "no errors, 1 warning\n");
}

#[test]
fn a_bad_one_is_1() {
    check(&["check", "tests/fixtures/invalid/link-empty.json"], 1, "error[empty-link] 8:17 lead:");
    check(&["check", "tests/fixtures/no-such-file.json"], 1, "tests/fixtures/no-such-file.json: cannot be read:");
    check(&["check", "tests/fixtures"], 1, "cannot be read:");
}

#[test]
fn wrong_usage_is_2() {
    check(&["check"], 2, "Usage:");
    check(&["chekc", "x"], 2, "check");
    check(&[], 2, "Usage:");
}
