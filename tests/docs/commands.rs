//! The commands of the docs do what the docs say, one after the other, in a folder of their own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::runtime;
use crate::snippets::whole_documents;
use crate::text::{blocks, guides, read};

struct Room(PathBuf);

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A folder with a runtime as small as can be, and the document of the front page.
fn room(name: &str) -> Room {
    let name = name.replace(['/', '.'], "-");
    let path = std::env::temp_dir().join(format!("explainer-docs-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    runtime::write(&path);
    let documents = whole_documents("README.md");
    assert_eq!(documents.len(), 1);
    fs::write(path.join("my-story.json"), &documents[0]).expect("written");
    Room(path)
}

/// Runs the lines that call `explainer`; the others are for larger machines. Answers what was run.
fn run(page: &str, room: &Room) -> Vec<String> {
    let text = read(page);
    let mut ran = Vec::new();
    for line in blocks(&text, "sh").into_iter().flat_map(str::lines) {
        if let Some(folder) = line.strip_prefix("mkdir -p ") {
            fs::create_dir_all(room.0.join(folder)).expect("a folder");
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        // It serves until it is stopped: tests/serve.rs.
        if words.first() != Some(&"explainer") || words[1] == "serve" {
            continue;
        }
        let output = Command::new(env!("CARGO_BIN_EXE_explainer"))
            .args(&words[1..])
            .current_dir(&room.0)
            .output()
            .expect("runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{page}: {line}\n{said}");
        // What is imported may lose a picture; nothing else gives cause for a warning.
        assert!(words[1] == "import" || !said.contains("warning["), "{page}: {line}\n{said}");
        if let Some(at) = words.iter().position(|word| *word == "--out") {
            assert!(room.0.join(words[at + 1]).exists(), "{page}: {line}: nothing was written");
        }
        ran.push(words[1].to_owned());
    }
    ran
}

#[test]
fn from_a_spreadsheet_to_a_page() {
    let page = "docs/importing.md";
    let text = read(page);
    let room = room(page);
    let sheet = blocks(&text, "csv");
    assert_eq!(sheet.len(), 1);
    fs::write(room.0.join("bridge.csv"), sheet[0]).expect("written");
    assert_eq!(run(page, &room), ["import", "check", "build", "new", "new", "check"]);
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
fn from_the_front_page_to_a_printed_element() {
    let room = room("README.md");
    assert_eq!(run("README.md", &room), ["check", "print"]);
    let printed = fs::read_to_string(room.0.join("my-story.html")).expect("the element");
    // The two lines that the page shows are the first two that are printed.
    let text = read("README.md");
    let shown = blocks(&text, "html");
    assert!(printed.starts_with(shown[0]), "{}", printed.lines().take(2).collect::<Vec<_>>().join("\n"));
    assert!(printed.lines().nth(2).is_some_and(|line| line.starts_with("<news-explainer")), "the element comes next");
    for word in ["Who pays for it?", "about July 1968", "October 1987", "May 1989", "my-story--rebuilt"] {
        assert!(printed.contains(word), "{word}");
    }
}

#[test]
fn every_other_page() {
    let mut ran = Vec::new();
    for page in guides().iter().filter(|page| !["README.md", "docs/importing.md"].contains(&page.as_str())) {
        ran.extend(run(page, &room(page)));
    }
    for command in ["check", "print", "publish", "framed", "events", "schema"] {
        assert!(ran.iter().any(|ran| ran == command), "{command} is shown nowhere");
    }
}
