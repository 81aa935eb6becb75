//! The command line's exit codes and words.

use std::process::{Command, Output};

use news_explainer::publish::{LONGEST, document_json};
use serde_json::json;

use crate::support::{compiled, document};

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

/// A file of its own for a test, with a document that has `dates`.
fn file(name: &str, dates: &[String]) -> std::path::PathBuf {
    let event = |(n, date): (usize, &String)| json!({ "id": format!("e{n}"), "date": date, "title": "E" });
    let events: Vec<_> = dates.iter().enumerate().map(event).collect();
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, document(json!({ "timeline": { "events": events } }))).expect("a folder for tests");
    path
}

fn text(path: &std::path::Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn dates_that_are_certain_are_written_into_the_file() {
    let dates = ["c. 1830", "187u", "12/11/2019", "4 March 2021, 4:40 pm", "1830"].map(str::to_owned);
    let path = file("fix.json", &dates);
    let source = std::fs::read_to_string(&path).expect("the file");
    check(&["check", text(&path)], 1, "4 errors, no warnings\n");
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), source, "nothing is written without being asked");
    check(&["check", "--fix", text(&path)], 1, "fix.json: 3 values written as meant\n");
    let mended = std::fs::read_to_string(&path).expect("the file");
    let expected = source.replace("c. 1830", "1830~").replace("187u", "187X");
    assert_eq!(mended, expected.replace("4 March 2021, 4:40 pm", "2021-03-04T16:40:00"));
    check(&["check", "--fix", text(&path)], 1, "did you mean \"2019-11-12\" (12 November) or");
    check(&["check", "--fix", "tests/fixtures/minimal.json"], 0, "no errors");
    check(&["check", "--fix", "tests/fixtures/no-such-file.json"], 1, "cannot be read:");
}

#[test]
fn of_very_many_errors_the_first_are_told_and_all_are_counted() {
    let path = file("many-errors.json", &vec!["soon".to_owned(); 20_000]);
    let output = explainer(&["check", text(&path)]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said.lines().count(), 302, "{said}");
    assert!(said.contains("\nand 19700 more\n") && said.ends_with(": 20000 errors, no warnings\n"), "{said}");
}

/// What is checked can be read: the element's script names the same length.
#[test]
fn what_browsers_would_not_read_is_refused() {
    let script = include_str!("../../assets/element/fetching.js");
    assert!(script.contains("const LONGEST = 48e6;") && LONGEST == 48_000_000);
    let lead = |times: usize| document(json!({ "lead": "*a*b".repeat(times) }));
    let published = |source: &str| document_json(&compiled(source).document, None).len();
    // No file grows more than is reckoned with.
    let times = (published(&lead(20_000)) - published(&lead(10_000))) / 40_000;
    assert!((8..20).contains(&times), "{times}");
    let path = file("too-long.json", &[]);
    std::fs::write(&path, lead(LONGEST / 4 / times + 100_000)).expect("a file");
    check(&["check", text(&path)], 1, "too-long.json: expected a document that publishes to at most 48 million");
}

/// Runs the command with its output led where a shell leads it.
#[cfg(unix)]
fn in_shell(line: &str, file: &std::path::Path) -> Output {
    let script = format!("set -o pipefail; {line}");
    let mut command = Command::new("bash");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_explainer"), text(file)]).output().expect("bash runs")
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let errors = file("errors-to-nobody.json", &vec!["soon".to_owned(); 300]);
    let long = file("events-to-nobody.json", &vec!["1830".to_owned(); 490]);
    for _ in 0..10 {
        let checked = in_shell("$0 check $1 2>&1 | head -1", &errors);
        assert_eq!((checked.status.code(), &*checked.stderr), (Some(1), &b""[..]));
        let printed = in_shell("$0 print $1 2>/dev/null | head -c 1", &long);
        assert_eq!((printed.status.code(), &*printed.stderr), (Some(0), &b""[..]));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let path = std::path::Path::new("tests/fixtures/minimal.json");
    let printed = in_shell("$0 print $1 >/dev/full", path);
    let said = String::from_utf8_lossy(&printed.stderr);
    assert_eq!(printed.status.code(), Some(1));
    assert!(said.contains("standard output: No space left on device") && said.contains("not whole"), "{said}");
    assert_eq!(in_shell("$0 check $1 2>/dev/full", path).status.code(), Some(0));
}
