//! Documents that are meant to exhaust whoever reads them.

use news_explainer::author;
use news_explainer::document::Published;
use news_explainer::publish::document_json;
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
        // As something that is passed over, as a document, and as the text of one.
        for place in ["{\"unknown\":HERE,\"document\":{}}", "{\"document\":HERE}", "{\"document\":{\"timeline\":HERE}}"]
        {
            assert!(Published::from_json(&place.replace("HERE", &deep(depth))).is_err(), "{place} {depth}");
        }
    }
    assert!(author::compile(&json!({ "id": [[[["x"]]]] }).to_string()).is_err());
}

/// Quotes within quotes, deeper than any author's text may be nested: whoever prints this would run out of room.
#[test]
fn deep_published_texts_are_refused() {
    let compiled = author::compile(&with_words("A line", "A text").to_string()).expect("a document");
    let json = document_json(&compiled.document, None);
    let harmless = r#""lead":[{"paragraph":[{"text":"A text"}]}]"#;
    assert!(json.contains(harmless), "{json}");
    let nested = |depth: usize| {
        let [open, close] = ["{\"quote\":[", "]}"].map(|part| part.repeat(depth));
        json.replace(harmless, &format!("\"lead\":[{open}{{\"paragraph\":[]}}{close}]"))
    };
    assert!(Published::from_json(&nested(4)).is_ok());
    for depth in [200, 100_000] {
        assert!(Published::from_json(&nested(depth)).is_err(), "{depth}");
    }
}
