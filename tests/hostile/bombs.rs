//! Documents that are meant to exhaust whoever reads them.

use news_explainer::author;
use news_explainer::document::Published;
use serde_json::json;

use super::document::with_words;

/// Compiles or is refused; that it comes back at all is the test.
fn check(prose: &str) {
    if let Err(diagnostics) = author::compile(&with_words("A line", prose).to_string()) {
        assert!(!diagnostics.is_empty());
    }
}

#[test]
fn deep_and_long_texts_come_back() {
    check(&"<b>".repeat(6_000));
    check(&"> ".repeat(5_000));
    check(&"[".repeat(20_000));
    check(&"*a ".repeat(5_000));
    check(&"- ".repeat(2_000));
    check(&"<".repeat(20_000));
    check(&"a".repeat(1 << 20));
    check(&format!("<p {}>", "a=b ".repeat(20_000)));
}

#[test]
fn deep_json_is_refused() {
    let deep = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    for depth in [200, 100_000] {
        assert!(author::compile(&deep(depth)).is_err());
        assert!(Published::from_json(&format!("{{\"timeline\": {{}}, \"words\": {}}}", deep(depth))).is_err());
    }
    assert!(author::compile(&json!({ "id": [[[["x"]]]] }).to_string()).is_err());
}
