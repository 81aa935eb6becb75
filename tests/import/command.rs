//! `explainer import` and what it refuses.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A folder that is gone when the test is over.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("explainer-import-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn explainer(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_explainer"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the command runs")
}

#[track_caller]
fn check(output: &Output, code: i32, words: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(said.contains(words), "{said}");
}

const SHEET: &str = "Year,Headline\n1962,A\n1963,B\n";

#[test]
fn a_sheet_becomes_a_document_beside_it() {
    let folder = Folder::new("sheet");
    fs::write(folder.0.join("sheet.csv"), SHEET).expect("written");
    let output = explainer(&folder.0, &["import", "sheet.csv", "--out", "my-story.json", "--as-of", "2024-01-01"]);
    check(&output, 0, "my-story.json: written, 2 events\nmy-story.json: no errors, no warnings\n");
    check(&explainer(&folder.0, &["check", "my-story.json"]), 0, "");
    check(&explainer(&folder.0, &["import", "my-story.json", "--out", "x.json"]), 1, "it is a document already");
}

#[test]
fn nothing_is_written_over_its_source() {
    let folder = Folder::new("source");
    fs::write(folder.0.join("sheet.csv"), SHEET).expect("written");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal.json"), folder.0.join("a.json"))
        .expect("copied");
    let refused = "expected another file than the one it is made from";
    check(&explainer(&folder.0, &["import", "sheet.csv", "--out", "./sheet.csv"]), 1, refused);
    check(&explainer(&folder.0, &["print", "a.json", "--out", "a.json"]), 1, refused);
    check(&explainer(&folder.0, &["publish", "a.json", "--out", "a.json"]), 1, refused);
    check(
        &explainer(&folder.0, &["publish", "a.json", "--out", "../../../../../../nowhere/x"]),
        1,
        "cannot be written",
    );
    assert_eq!(fs::read_to_string(folder.0.join("sheet.csv")).expect("text"), SHEET);
    check(&explainer(&folder.0, &["publish", "a.json", "--out", "b.json"]), 0, "");
    check(&explainer(&folder.0, &["check", "b.json"]), 1, "found a published document");
    assert_eq!(fs::read_dir(&folder.0).expect("entries").count(), 3, "nothing is left lying about");
}

#[test]
fn other_encodings_are_told_with_their_place() {
    let folder = Folder::new("latin");
    fs::write(folder.0.join("a.csv"), b"Year,Headline\n1962,caf\xe9\n").expect("written");
    check(
        &explainer(&folder.0, &["import", "a.csv", "--out", "a.json"]),
        1,
        "found another encoding at byte 23, line 2, byte 9 of it",
    );
}

#[test]
fn findings_can_be_read_by_programs() {
    let folder = Folder::new("json");
    fs::write(folder.0.join("a.json"), "{ \"title\": 5 }").expect("written");
    let output = explainer(&folder.0, &["check", "a.json", "none.json", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(found[0]["compiles"], false);
    let wrong = found[0]["diagnostics"].as_array().expect("a list").iter().find(|one| one["code"] == "wrong-type");
    let wrong = wrong.expect("the title");
    assert_eq!((&wrong["line"], &wrong["column"], &wrong["path"]), (&1.into(), &12.into(), &"title".into()));
    assert!(found[1]["error"].as_str().expect("an error").contains("cannot be read"));
}
