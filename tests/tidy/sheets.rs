//! The page's style sheet touches nothing but the element.

use std::path::PathBuf;

use super::sources::files;

#[test]
fn every_selector_of_the_page_sheet_begins_with_the_element() {
    let sheets = [files("assets/styles/print", "css"), files("assets/styles", "css")].concat();
    let of_page = |(path, _): &&(PathBuf, String)| {
        path.ends_with("tokens.css") || path.parent().is_some_and(|it| it.ends_with("print"))
    };
    let sheet: String = sheets.iter().filter(of_page).map(|(_, text)| &**text).collect();
    let mut text = String::new();
    let mut rest = sheet.as_str();
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let mut checked = 0;
    for prelude in text.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap_or_default().trim()) {
        if prelude.is_empty() || prelude.starts_with('@') {
            continue;
        }
        // Commas inside brackets do not part selectors.
        let mut depth = 0;
        for selector in prelude.split(|char| {
            depth += i32::from(char == '(') - i32::from(char == ')');
            char == ',' && depth == 0
        }) {
            // Without weight of its own, where a host's value is to win.
            let begins = ["news-explainer", ":where(news-explainer"].iter().any(|it| selector.trim().starts_with(it));
            assert!(begins, "{selector}");
            checked += 1;
        }
    }
    assert!(checked > 100, "only {checked} selectors were found");
}
