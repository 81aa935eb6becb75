//! The docs as texts.

use std::fs;
use std::path::{Path, PathBuf};

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The front page, and every page of `docs`.
pub fn guides() -> Vec<String> {
    let pages = fs::read_dir(root().join("docs")).expect("docs").map(|entry| entry.expect("an entry").file_name());
    let pages = pages.map(|name| format!("docs/{}", name.to_string_lossy())).filter(|name| name.ends_with(".md"));
    let mut all: Vec<String> = pages.chain(["README.md".to_owned()]).collect();
    all.sort();
    assert!(all.len() >= 8, "{all:?}");
    all
}

/// Those, and what is written for those who change it.
pub fn pages() -> Vec<String> {
    let others = ["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "bench/README.md"];
    guides().into_iter().chain(others.map(str::to_owned)).collect()
}

/// The fenced blocks of a text in one language.
pub fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("\n```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("\n```").next().unwrap_or_default()).collect()
}

/// A text without its fenced blocks.
pub fn prose(text: &str) -> String {
    let mut is_code = false;
    let mut kept = String::new();
    for line in text.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            kept.extend([line, "\n"]);
        }
    }
    assert!(!is_code, "a block is never closed");
    kept
}

/// What stands between backticks in a text.
pub fn code(text: &str) -> Vec<String> {
    prose(text).split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Every file of the project that is kept, by its path.
pub fn files() -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root().join(&folder)).expect("a folder") {
            let entry = entry.expect("an entry");
            let path = folder.join(entry.file_name());
            let name = path.display().to_string().replace('\\', "/");
            if [".git", "dist", "node_modules", "target", "fuzz/target"].contains(&name.as_str()) {
                continue;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                open.push(path);
                found.push(name + "/");
            } else {
                found.push(name);
            }
        }
    }
    found
}
