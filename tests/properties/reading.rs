//! What is read back: documents, links and labels.

use std::path::Path;

use news_explainer::document::{Address, NotADocument, Published, Timeline, WebAddress, fill};
use news_explainer::publish::script_json;
use proptest::prelude::*;

/// Some published documents, and a data block.
fn written() -> Vec<String> {
    let names = ["one-event", "everything", "no-timeline", "right-to-left", "one-day"];
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/published").join(name).with_extension("json");
        std::fs::read_to_string(path).expect(name)
    };
    names.map(read).into()
}

/// The two ways of reading agree: ours, in little code, and serde's.
fn check(text: &str) -> Result<(), TestCaseError> {
    let derived = serde_json::from_str::<Published>(text);
    match Published::from_json(text) {
        Ok(published) => match derived {
            Ok(derived) => prop_assert_eq!(published, derived),
            // Ours takes the last of what stands twice, null for what may be left out, and -0 for 0.
            Err(error) => {
                let error = error.to_string();
                let known = ["duplicate field", "invalid type: null", "`-0.0`"];
                prop_assert!(known.iter().any(|known| error.contains(known)), "{error}");
            }
        },
        Err(NotADocument::NotJson) => {
            prop_assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "it is JSON: {text}");
        }
        // Whether what is named by its number is there is no matter for serde. Some damage looks like another shape to ours,
        // and to serde_json like no JSON: that decides no more than the message.
        Err(NotADocument::OtherShape | NotADocument::OtherVersion | NotADocument::NotPublished) => {}
    }
    Ok(())
}

/// Where a text can be cut.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

proptest! {
    #[test]
    fn a_damaged_document_is_read_as_serde_would_read_it(
        which in 0usize..5, from in any::<prop::sample::Index>(), length in 0usize..30,
        with in "[\\[\\]{}\",:\\-+.eE0-9a-z\\\\ ]{0,4}|null|true|\\\\u[0-9a-f]{4}|[\u{0}-\u{1f}]",
    ) {
        let whole = &written()[which];
        let start = boundary(whole, from.index(whole.len()));
        let end = boundary(whole, start + length).max(start);
        check(&[&whole[..start], &with, &whole[end..]].concat())?;
    }

    #[test]
    fn any_json_value_is_read_or_refused(
        which in 0usize..5, place in any::<prop::sample::Index>(),
        value in "null|true|[0-9]{1,20}|-[0-9]{1,19}|[0-9].[0-9]|1e3|\"[ -~é\u{1f600}]{0,9}\"|\\[\\]|\\{\\}|\\[1,2\\]",
    ) {
        // Put in the place of another value: between a colon or a bracket and what ends it.
        let whole = &written()[which];
        let starts: Vec<usize> = whole.match_indices([':', '[', ',']).map(|(at, _)| at + 1).collect();
        let start = starts[place.index(starts.len())];
        let end = whole[start..].find([',', ']', '}']).map_or(whole.len(), |at| start + at);
        let text = [&whole[..start], &value, &whole[end..]].concat();
        if serde_json::from_str::<serde_json::Value>(&text).is_ok() {
            check(&text)?;
        }
    }

    #[test]
    fn no_text_is_read_as_a_document_by_mistake_nor_panics(text in ".{0,200}") {
        prop_assert!(Timeline::from_json(&text).is_err());
        prop_assert!(Published::from_json(&text).is_err());
    }

    #[test]
    fn an_address_is_what_it_was_or_is_refused(text in "(https://|http://|mailto:|javascript:|#|/|)[ -~]{0,30}") {
        if let Ok(address) = WebAddress::try_from(text.clone()) {
            prop_assert_eq!(address.as_str(), &text);
            prop_assert!(["https://", "http://", "mailto:"].iter().any(|lead| text.starts_with(lead)));
        }
        if let Ok(address) = Address::try_from(text.clone()) {
            let here = url::Url::parse("https://page.example/news/").expect("an address");
            let Ok(resolved) = here.join(address.as_str()) else { return Ok(()) };
            prop_assert!(matches!(resolved.scheme(), "https" | "http"), "{}", resolved);
            prop_assert!(resolved.username().is_empty(), "{}", resolved);
            let is_beside = resolved.host_str() == Some("page.example");
            prop_assert!(is_beside || text.starts_with("http"), "{}", resolved);
        }
    }

    #[test]
    fn filling_in_never_panics_and_keeps_what_has_no_braces(text in "[a-z{}é ]{0,40}") {
        let filled = fill(&text, &[("a", "1")]);
        if !text.contains('{') {
            prop_assert_eq!(filled, text);
        }
    }

    #[test]
    fn json_within_html_reads_back_as_it_was_and_holds_no_markup(text in any::<String>()) {
        let json = serde_json::to_string(&text).expect("plain data");
        let written = script_json(&json);
        let banned = ['<', '>', '&', '\u{2028}', '\u{2029}'];
        prop_assert!(!written.contains(banned));
        prop_assert_eq!(serde_json::from_str::<String>(&written).expect("JSON"), text);
    }
}
