//! Colours, heights and the rules of drawings stand once: the style sheets and the manifest repeat what the code says, or
//! each other.
//!
//! `UPDATE_EXPECT=1` writes `assets/styles/tokens.css` and `assets/styles/print/drawing.css` anew.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/fixtures.rs"]
mod fixtures;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use fixtures::{expect_file, path};
use news_explainer::document::CATEGORY_STYLES;
use news_explainer::timeline::{
    BUCKET_MIN, Form, LANE_HEIGHT, LEAST_ROWS, MARK_ROWS, MAX_LANES, OVERVIEW_HEIGHT, Px, Room,
};
use news_explainer::view::palette::{Colour, colours};
use serde_json::Value;

/// Every style sheet of the element, with its path.
fn sheets() -> Vec<(String, String)> {
    let folders = ["assets/styles", "assets/styles/print", "assets/styles/live"].map(path);
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    let sheets = files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "css"));
    let read = |path: PathBuf| (path.display().to_string(), fs::read_to_string(&path).expect("a style sheet"));
    let sheets: Vec<(String, String)> = sheets.map(read).collect();
    assert!(sheets.len() > 20, "only {} sheets were found", sheets.len());
    sheets
}

/// Lines of custom properties.
fn properties(value: impl Fn(Colour) -> String, indent: &str) -> String {
    colours().map(|colour| format!("{indent}--explainer-{}: {};\n", colour.name, value(colour))).collect()
}

fn px(Px(length): Px) -> String {
    format!("{length}px")
}

#[test]
fn custom_properties_are_those_of_the_code() {
    let height = |form: Form| px(form.height(Room::default()));
    let sheet = [
        "/* Written by `UPDATE_EXPECT=1 cargo test --test tokens`, from src/view/palette.rs and src/timeline/form.rs. */\n\n",
        "/* A host's values win, wherever its sheet stands. */\n:where(news-explainer) {\n",
        &properties(|colour| format!("light-dark({}, {})", colour.light, colour.dark), "  "),
        "  /* The axis without rows of marks and lanes, each of those, and the overview under it. */\n",
        &format!("  --explainer-axis-narrow: {};\n", height(Form::Narrow)),
        &format!("  --explainer-axis-medium: {};\n", height(Form::Medium)),
        &format!("  --explainer-axis-wide: {};\n", height(Form::Wide)),
        &format!("  --explainer-mark-row: {};\n", px(BUCKET_MIN)),
        &format!("  --explainer-lane: {};\n", px(LANE_HEIGHT)),
        &format!("  --explainer-overview: {};\n", px(OVERVIEW_HEIGHT)),
        "}\n\n",
        "/* Browsers from before 2024 cannot tell their host's scheme: light, but for theme=\"dark\". */\n",
        "@supports not (color: light-dark(red, red)) {\n  :where(news-explainer) {\n",
        &properties(|colour| colour.light.to_owned(), "    "),
        "  }\n\n  @media screen {\n    :where(news-explainer[theme=\"dark\"]) {\n",
        &properties(|colour| colour.dark.to_owned(), "      "),
        "    }\n  }\n}\n\n",
        "@media (forced-colors: active) {\n  news-explainer {\n",
        &properties(|colour| colour.system.to_owned(), "    "),
        "  }\n}\n",
    ];
    expect_file("assets/styles/tokens.css", &sheet.concat());
}

/// The page's sheet has to name the element in every selector, and the shadow root's cannot.
#[test]
fn drawings_look_alike_printed_and_alive() {
    let rules = fs::read_to_string(path("assets/styles/drawing.css")).expect("the rules");
    let (_, rules) = rules.split_once("*/\n\n").expect("a comment at the top");
    let prefixed = rules.lines().map(|line| match line.trim_start() {
        rule if rule.starts_with(['.', ':']) => {
            let indent = &line[..line.len() - rule.len()];
            assert!(rule.contains('{') && rule.ends_with('}'), "a rule is one line: {rule}");
            let (selector, _) = rule.split_once('{').expect("a rule");
            let commas_within = selector.split_once('(').is_some_and(|(before, _)| !before.contains(','));
            assert!(!selector.contains(',') || commas_within, "one selector for each rule: {rule}");
            format!("{indent}news-explainer {rule}\n")
        }
        _ => format!("{line}\n"),
    });
    let head = "/* Written by `UPDATE_EXPECT=1 cargo test --test tokens`, from drawing.css. */\n\n";
    expect_file("assets/styles/print/drawing.css", &[head, &prefixed.collect::<String>()].concat());
}

#[test]
fn no_sheet_names_a_colour_of_its_own() {
    for (name, sheet) in sheets().iter().filter(|(name, _)| !name.ends_with("tokens.css")) {
        for line in sheet.lines().filter(|line| line.contains(": ") && line.ends_with(';')) {
            assert!(!line.contains('#'), "{name}: {line}");
        }
    }
}

#[test]
fn breakpoints_are_those_of_the_forms() {
    let [medium, wide] = [Form::Medium, Form::Wide].map(|form| form.narrowest().0);
    let known = [
        format!("(min-width: {medium}px)"),
        format!("(max-width: {}px)", medium - 0.1),
        format!("(min-width: {wide}px)"),
    ];
    // How many lines the first line of a copy takes is no matter of the timeline; and one that depends on the type.
    let others = ["(min-width: 400px)", "(min-width: 640px)", "(max-width: 20em)"];
    let mut found = BTreeSet::new();
    for (name, sheet) in sheets() {
        for query in sheet.lines().filter_map(|line| line.trim().strip_prefix("@container ")?.strip_suffix(" {")) {
            assert!(known.iter().any(|it| it == query) || others.contains(&query), "{name}: {query}");
            found.insert(query.to_owned());
        }
    }
    assert_eq!(found.len(), known.len() + others.len(), "{found:?}");
}

#[test]
fn every_lane_and_every_category_has_its_rule() {
    let read = |file: &str| fs::read_to_string(path(file)).expect(file);
    let (room, drawing) = (read("assets/styles/print/picture.css"), read("assets/styles/drawing.css"));
    for lanes in 1..=MAX_LANES {
        assert!(room.contains(&format!("> .explainer-lanes-{lanes} {{ --explainer-lanes: {lanes}; }}")), "{lanes}");
    }
    assert_eq!(room.matches("> .explainer-lanes-").count(), usize::from(MAX_LANES));
    for rows in LEAST_ROWS..=MARK_ROWS as u8 {
        assert!(room.contains(&format!("> .explainer-rows-{rows} {{ --explainer-rows: {rows}; }}")), "{rows}");
    }
    for category in 0..=CATEGORY_STYLES {
        let rule = format!(".explainer-c{category} {{ --explainer-mark: var(--explainer-category-{category}); }}");
        assert!(drawing.contains(&rule), "{category}");
    }
}

#[test]
fn the_manifest_gives_the_colours_as_they_are() {
    let manifest = fs::read_to_string(path("assets/custom-elements.json")).expect("the manifest");
    let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
    let listed = manifest["modules"][0]["declarations"][0]["cssProperties"].as_array().expect("a list");
    let mut compared = 0;
    for entry in listed {
        let name = entry["name"].as_str().and_then(|name| name.strip_prefix("--explainer-")).expect("a name of ours");
        if let Some(Colour { light, dark, .. }) = colours().find(|colour| colour.name == name) {
            assert_eq!(entry["default"], format!("light-dark({light}, {dark})"), "{name}");
            compared += 1;
        }
    }
    assert!(compared >= 12, "only {compared} colours were compared");
}
