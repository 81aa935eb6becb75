//! The docs say what is so: their links lead somewhere, their commands do what is said of them, their documents compile.
#![cfg(not(target_arch = "wasm32"))]

#[path = "docs/commands.rs"]
mod commands;
#[path = "docs/links.rs"]
mod links;
#[path = "docs/names.rs"]
mod names;
#[path = "support/runtime.rs"]
mod runtime;
#[path = "docs/snippets.rs"]
mod snippets;
#[path = "docs/text.rs"]
mod text;

use text::{blocks, read};

#[test]
fn the_readme_is_read_in_three_minutes() {
    let lines = read("README.md").lines().count();
    assert!(lines <= 100, "{lines} lines");
}

#[test]
fn every_column_of_the_sheet_is_explained() {
    let (text, sheet) = (read("docs/importing.md"), read("assets/new/sheet.csv"));
    for column in sheet.lines().next().expect("columns").split(',').filter(|column| !column.starts_with("claim2")) {
        assert!(text.contains(&format!("`{column}`")), "{column}");
    }
}

/// What a release build fails above is what the page says.
#[test]
fn the_budgets_are_those_of_the_build() {
    let (page, source) = (read("docs/figures.md"), read("xtask/src/sizes.rs"));
    let budgets: Vec<&str> = page.split("(budget ").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert_eq!(budgets.len(), 3);
    for budget in budgets {
        assert!(source.contains(&format!(", {})", budget.replace(',', "_"))), "{budget}");
    }
}

#[test]
fn a_block_is_found_by_its_language() {
    assert_eq!(blocks("a\n```sh\nb\nc\n```\n```css\nd\n```\n", "sh"), ["b\nc"]);
}
