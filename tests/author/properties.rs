//! What holds for any input.

use news_explainer::author;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::json;

use crate::support::{check_whole, compiled, document, read};

/// Fixtures that together use every part of the format.
fn fixture() -> impl Strategy<Value = String> {
    const NAMES: &[&str] =
        &["everything", "minimal", "approximate-dates", "right-to-left", "long-words", "no-timeline"];
    select(NAMES).prop_map(|name| {
        let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
        read(path.as_ref())
    })
}

/// Pieces that mean something somewhere.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "-1",
        "\\u0000",
        "\\ud83d\\ude00",
        "[^s]",
        "](",
        "](#plan)",
        "*",
        "**",
        "> ",
        "- ",
        "1. ",
        "\\n\\n",
        "<b>",
        "`",
        "#",
        "1961-07-06",
        "../",
        "X",
        "~",
        "é",
        "😀",
        "\u{feff}",
        "javascript:",
    ];
    prop_oneof![select(PIECES).prop_map(str::to_owned), any::<String>()]
}

fn edtf() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-0-9XYESTZ?~%/.{},:+\\[\\]]{0,24}",
        "-?[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?",
        "(\\.\\.|-?[0-9]{4}(-[01][0-9])?[?~%]?)?/(\\.\\.|-?[0-9]{4}(-[01][0-9])?[?~%]?)?",
        "[\\[{](\\.\\.)?[0-9]{4}((,|\\.\\.)[0-9]{4}){0,3}(\\.\\.)?[\\]}]",
        "[0-9]{4}-(2[1-9]|3[0-9]|4[01])[?~%]?",
        "Y-?[1-9][0-9]{4,11}(S[1-9])?",
        "[?~%]?[0-9]{4}[?~%]?-[?~%]?[01][0-9][?~%]?-[?~%]?[0-3][0-9][?~%]?",
    ]
}

proptest! {
    // What fails is printed, and becomes a test of its own.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(source in any::<String>()) {
        let _ = author::compile(&source);
    }

    #[test]
    fn no_mutated_document_makes_it_panic(
        source in fixture(),
        changes in prop::collection::vec((any::<Index>(), 0_usize..40, piece()), 1..4),
    ) {
        let mut characters: Vec<char> = source.chars().collect();
        for (at, length, piece) in changes {
            let start = at.index(characters.len().max(1)).min(characters.len());
            let end = (start + length).min(characters.len());
            characters.splice(start..end, piece.chars());
        }
        let source: String = characters.into_iter().collect();
        match author::compile(&source) {
            Ok(compiled) => prop_assert_eq!(check_whole(&compiled), Ok(())),
            Err(found) => {
                prop_assert!(!found.is_empty());
                for diagnostic in &found {
                    prop_assert!(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= source.len());
                    prop_assert!(source.is_char_boundary(diagnostic.span.start), "{}", diagnostic);
                    prop_assert!(source.is_char_boundary(diagnostic.span.end), "{}", diagnostic);
                    prop_assert!(!diagnostic.expected.is_empty() && !diagnostic.found.is_empty());
                }
            }
        }
    }

    #[test]
    fn any_markdown_is_compiled_or_refused(markdown in prop::collection::vec(piece(), 0..12)) {
        let source = document(json!({ "lead": markdown.concat().replace("\\n", "\n") }));
        if let Ok(compiled) = author::compile(&source) {
            prop_assert_eq!(check_whole(&compiled), Ok(()));
        }
    }

    #[test]
    fn any_date_is_worded_or_refused(date in edtf(), language in select(&["en", "en-US", "de", "ar", "ja", "ru"][..])) {
        let event = json!({ "id": "e", "date": date, "title": "E" });
        let source = document(json!({ "lang": language, "timeline": { "events": [event] } }));
        if let Ok(compiled) = author::compile(&source) {
            prop_assert_eq!(check_whole(&compiled), Ok(()));
            let words = compiled.document.content.events[0].date.plain();
            // Whatever is in doubt is said to be.
            let (uncertain, about) = if language.starts_with("en") { ("uncertain", "a") } else { ("?", "≈") };
            let doubts = [('?', uncertain), ('%', uncertain), ('~', about), ('%', about)];
            for (sign, word) in doubts {
                prop_assert!(!date.contains(sign) || words.contains(word), "{} {}", date, words);
            }
        }
    }

    #[test]
    fn dates_are_no_more_precise_in_words_than_written(year in 1000..2100_i64, month in 1..13_u8) {
        let words = |date: String| {
            let event = json!({ "id": "e", "date": date, "title": "E" });
            let source = document(json!({ "timeline": { "events": [event] } }));
            compiled(&source).document.content.events[0].date.plain()
        };
        prop_assert_eq!(words(format!("{year}")), year.to_string());
        let month_words = words(format!("{year}-{month:02}"));
        let no_day = !month_words.starts_with(|c: char| c.is_ascii_digit());
        prop_assert!(no_day && month_words.ends_with(&year.to_string()));
    }

    #[test]
    fn events_of_one_date_stay_as_written(dates in prop::collection::vec(select(&["1961", "1962-03", "1950"][..]), 1..40)) {
        let events_in: Vec<_> = dates
            .iter()
            .enumerate()
            .map(|(place, date)| json!({ "id": format!("e{place}"), "date": date, "title": date }))
            .collect();
        let compiled = compiled(&document(json!({ "timeline": { "events": events_in } })));
        let mut expected: Vec<(&str, usize)> = dates.iter().copied().zip(0..).collect();
        expected.sort();
        let found: Vec<String> = compiled.document.timeline.marks.iter().map(|mark| mark.id.to_string()).collect();
        let expected: Vec<String> = expected.into_iter().map(|(_, place)| format!("e{place}")).collect();
        prop_assert_eq!(found, expected);
    }
}
