//! No input makes the importer or the checker panic.

use news_explainer::author;
use news_explainer::author::import::{self, Format, Options};
use proptest::prelude::*;

use crate::options;

/// Imports a text in every way, and checks what comes of it.
fn try_all(text: &str) -> Result<(), TestCaseError> {
    let _ = author::compile(text);
    let _ = import::recognise(text);
    for format in [Format::TimelineJs, Format::Sheet] {
        for day_first in [false, true] {
            if let Ok(imported) = import::import(text, format, &Options { day_first, ..options() }) {
                let compiled = author::compile(&imported.document);
                // Our own sheet has Markdown and dates of its author's; TimelineJS's files are ours to make right.
                if format == Format::TimelineJs {
                    prop_assert!(compiled.is_ok(), "{}\n{}", imported.document, compiled.unwrap_err());
                }
            }
        }
    }
    Ok(())
}

/// Texts as they stand in such files: dates, HTML, Markdown, and anything.
fn words() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<b>",
        "</b>",
        "<p>",
        "<ul><li>",
        "</li></ul>",
        "<a href='https://a.example/?b&c'>",
        "</a>",
        "<br>",
        "&amp;",
        "<i>",
        "<blockquote>",
        "<script>",
        "<td>",
        "*",
        "_",
        "[",
        "](",
        ")",
        "`",
        "#",
        "-",
        "1.",
        " ",
        "\n",
        "|",
        "https://a.example/x.",
        "\u{feff}",
        "\u{7}",
        "é",
        "朝鮮",
        "word",
        "<img src=//a.example/b alt=c>",
        "\\",
        "<",
        ">",
        "&",
        "!",
        "~",
        "^",
        "\t",
        "\u{2028}",
    ]);
    prop_oneof![
        prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat()),
        any::<String>(),
        "-?[0-9]{0,12}",
        "[0-9]{1,4}[-/., ][0-9]{1,2}[-/., ][0-9]{1,4}",
    ]
}

fn date() -> impl Strategy<Value = serde_json::Value> {
    let part = prop_oneof![
        words().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(|number| serde_json::json!(number)),
        (-20i64..3000).prop_map(|number| serde_json::Value::from(number.to_string())),
        Just(serde_json::Value::Null),
        Just(serde_json::json!({})),
    ];
    let names = prop::sample::select(vec![
        "year",
        "year",
        "month",
        "day",
        "hour",
        "minute",
        "second",
        "millisecond",
        "display_date",
        "format",
    ]);
    prop_oneof![
        8 => prop::collection::vec((names, part), 0..6).prop_map(|fields| fields.into_iter().collect::<serde_json::Value>()),
        1 => words().prop_map(serde_json::Value::from),
    ]
}

fn slide() -> impl Strategy<Value = serde_json::Value> {
    let text =
        (words(), words()).prop_map(|(headline, text)| serde_json::json!({ "headline": headline, "text": text }));
    let media = (words(), words(), words())
        .prop_map(|(url, caption, credit)| serde_json::json!({ "url": url, "caption": caption, "credit": credit }));
    (date(), prop::option::of(date()), text, prop::option::of(media), prop::option::of(words()), prop::option::of(words())).prop_map(
        |(start, end, text, media, group, id)| {
            serde_json::json!({ "start_date": start, "end_date": end, "text": text, "media": media, "group": group, "unique_id": id })
        },
    )
}

fn table() -> impl Strategy<Value = String> {
    let column = prop::sample::select(vec![
        "Year",
        "Month",
        "Day",
        "Time",
        "Headline",
        "Text",
        "date",
        "end",
        "title",
        "type",
        "status",
        "source",
        "claim1_says",
        "image",
        "Start Date",
        "category",
        "Display Date",
        "Media",
        "Group",
        "End Year",
    ]);
    let separator = prop::sample::select(vec![",", ";", "\t"]);
    (prop::collection::vec(column, 1..8), prop::collection::vec(prop::collection::vec(words(), 0..9), 0..6), separator)
        .prop_map(|(columns, rows, separator)| {
            let rows = rows.iter().map(|row| {
                row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(separator)
            });
            std::iter::once(columns.join(separator)).chain(rows).collect::<Vec<_>>().join("\n")
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        try_all(&text)?;
    }

    #[test]
    fn any_timelinejs_file_becomes_a_document_that_compiles(title in prop::option::of(slide()), events in prop::collection::vec(slide(), 1..6), eras in prop::collection::vec(slide(), 0..4)) {
        let count = events.len();
        let file = serde_json::json!({ "title": title, "events": events, "eras": eras }).to_string();
        try_all(&file)?;
        let imported = import::import(&file, Format::TimelineJs, &options());
        prop_assert_eq!(imported.map(|imported| imported.events), Ok(count));
    }

    #[test]
    fn any_sheet_is_read_without_a_panic(sheet in table()) {
        try_all(&sheet)?;
    }

    #[test]
    fn any_sheet_of_bytes_is_no_workbook_or_one(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = import::workbook(&bytes);
        let _ = author::not_a_document(&bytes);
    }
}
