//! What the pages for those who change the project name is there: files, folders, modules, tests, commands.

use crate::text::{blocks, code, files, pages, read};

/// The ends by which a name in backticks is that of a file.
const ENDS: [&str; 10] = [".rs", ".js", ".mjs", ".css", ".toml", ".conf", ".tsv", ".ts", ".svg", ".png"];

/// Names that stand for files which are written somewhere else.
const NOT_OURS: [&str; 5] =
    ["my-story.json", "rust-toolchain.toml", "explainer-framed.js", "nginx.conf", "sources.tsv"];

fn is_plain(name: &str) -> bool {
    !name.contains(['*', '…', '<', '{', ' ', '(']) && !name.chars().any(char::is_uppercase)
}

#[test]
fn every_file_and_folder_is_there() {
    let files = files();
    let is_there = |name: &str| files.iter().any(|file| file == name || file.ends_with(&format!("/{name}")));
    let mut missing = Vec::new();
    let mut count = 0;
    for page in ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "docs/accessibility.md", "docs/figures.md"] {
        for name in code(&read(page)).iter().filter(|name| is_plain(name)) {
            let ours = ["src/", "tests/", "assets/", "xtask/", "docs/", "examples/", "bench/", "benches/"];
            let is_path = ours.iter().any(|folder| name.starts_with(folder));
            let is_file = ENDS.iter().any(|end| name.ends_with(end)) && !NOT_OURS.contains(&name.as_str());
            if is_path || is_file {
                count += 1;
                if !is_there(name) && !is_there(&format!("{}/", name.trim_end_matches('/'))) {
                    missing.push(format!("{page}: {name}"));
                }
            }
        }
    }
    // Style sheets and scripts that only a build has.
    missing.retain(|name| !name.ends_with(": news-explainer.css") && !name.ends_with(": news-explainer.js"));
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(count >= 80, "{count} names");
}

/// `a::b` is a module `src/a/b.rs`, or something that stands in `src/a.rs` or a file below it.
#[test]
fn every_module_and_item_of_the_architecture_is_there() {
    let files = files();
    let is_path =
        |name: &str| name.contains("::") && name.chars().all(|c| c.is_ascii_alphanumeric() || "_:".contains(c));
    let mut count = 0;
    for name in code(&read("ARCHITECTURE.md")).into_iter().filter(|name| is_path(name)) {
        let parts: Vec<&str> = name.split("::").collect();
        let (item, module) = parts.split_last().expect("a part");
        let base = format!("src/{}", module.join("/"));
        let is_module = |path: &str| files.iter().any(|file| *file == format!("{path}.rs"));
        let whole = format!("src/{}", parts.join("/"));
        if is_module(&whole) {
            count += 1;
            continue;
        }
        // The first part may be a type, as in `Intent::Rest`.
        let starts = if is_module(&base) { base } else { "src".to_owned() };
        let holds = |file: &String| {
            (file == &format!("{starts}.rs") || file.starts_with(&format!("{starts}/"))) && file.ends_with(".rs") && {
                let text = read(file);
                [
                    format!("fn {item}"),
                    format!("struct {item}"),
                    format!("enum {item}"),
                    format!("const {item}"),
                    format!("    {item}"),
                ]
                .iter()
                .any(|start| text.contains(start.as_str()))
            }
        };
        assert!(files.iter().any(holds), "{name}");
        count += 1;
    }
    assert!(count >= 10, "{count} names");
}

/// End-to-end tests are named by their numbers.
#[test]
fn every_end_to_end_test_is_there() {
    let files = files();
    let mut count = 0;
    for page in pages() {
        let text = read(&page);
        let is_test = |name: &&String| {
            let (number, rest) = name.split_at_checked(3).unwrap_or_default();
            number.ends_with('-')
                && number[..2].bytes().all(|byte| byte.is_ascii_digit())
                && rest.starts_with(char::is_alphabetic)
        };
        for name in code(&text).iter().filter(is_test) {
            assert!(files.contains(&format!("tests/e2e/{name}.test.mjs")), "{page}: {name}");
            count += 1;
        }
    }
    assert!(count >= 10, "{count} tests");
}

#[test]
fn every_task_is_one_of_xtask() {
    let usage = read("xtask/src/args.rs");
    let mut count = 0;
    for page in pages() {
        let text = read(&page);
        let printed = blocks(&text, "sh").into_iter().flat_map(str::lines).map(str::to_owned);
        for line in printed.chain(code(&text)) {
            let Some(task) = line.strip_prefix("cargo xtask ").and_then(|rest| rest.split_whitespace().next()) else {
                continue;
            };
            assert!(usage.contains(&format!("\n  {task}")), "{page}: {line}");
            count += 1;
        }
    }
    assert!(count >= 15, "{count} tasks");
}
