//! The commands in the docs do what the docs say, one after the other, in an empty folder.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/runtime.rs"]
mod runtime;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The fenced blocks of a text in one language.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("\n```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("\n```").next().unwrap_or_default()).collect()
}

struct Room(PathBuf);

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// An empty folder with a runtime as small as can be.
fn room() -> Room {
    let path = std::env::temp_dir().join(format!("explainer-docs-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    runtime::write(&path);
    Room(path)
}

#[test]
fn from_a_spreadsheet_to_a_page() {
    let text = fs::read_to_string(root().join("docs/importing.md")).expect("the walk-through");
    let room = room();
    let sheet = blocks(&text, "csv");
    assert_eq!(sheet.len(), 1);
    fs::write(room.0.join("bridge.csv"), sheet[0]).expect("written");
    let mut ran = Vec::new();
    for line in blocks(&text, "sh").iter().flat_map(|block| block.lines()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words[0], "explainer", "{line}");
        // It serves until it is stopped: tests/serve.rs.
        if words[1] == "serve" {
            continue;
        }
        let output = Command::new(env!("CARGO_BIN_EXE_explainer"))
            .args(&words[1..])
            .current_dir(&room.0)
            .output()
            .expect("runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{line}\n{said}");
        ran.push(words[1]);
    }
    assert_eq!(ran, ["import", "check", "build", "new", "new", "check"]);
    // The table names files that are there.
    for name in ["index", "embed", "iframe", "plain"] {
        assert!(text.contains(&format!("/{name}.html`")), "{name}.html is in the table");
        assert!(room.0.join(format!("site/the-bridge-at-ford-street/{name}.html")).is_file(), "{name}");
    }
    for name in ["nginx.conf", "Caddyfile", "_headers", "the-bridge-at-ford-street/explainer.json.br"] {
        assert!(room.0.join("site").join(name).is_file(), "{name}");
    }
    let page = fs::read_to_string(room.0.join("site/the-bridge-at-ford-street/index.html")).expect("the page");
    assert!(page.contains("Summer 1968") && page.contains("The old bridge"));
}

#[test]
fn every_column_of_the_sheet_is_explained() {
    let text = fs::read_to_string(root().join("docs/importing.md")).expect("the walk-through");
    let sheet = fs::read_to_string(root().join("assets/new/sheet.csv")).expect("the sheet");
    for column in sheet.lines().next().expect("columns").split(',').filter(|column| !column.starts_with("claim2")) {
        assert!(text.contains(&format!("`{column}`")), "{column}");
    }
}
