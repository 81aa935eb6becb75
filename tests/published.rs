//! Every fixture goes the whole way natively: compiled, laid out, printed, published.
//!
//! What is printed and published is kept under `tests/published/`, where the browser tests read it; `UPDATE_EXPECT=1`
//! writes it anew.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/html.rs"]
mod html;

use std::rc::Rc;

use fixtures::{expect_file, fixture, fixtures};
use html::{Page, text};
use news_explainer::author;
use news_explainer::document::{Document, NotADocument, Published, Timeline};
use news_explainer::publish::{Options, address, document_json, element};

/// The list of the browser tests: a fixture's file alone brings them all.
#[test]
fn the_browser_tests_know_every_fixture() {
    let names: Vec<String> = fixtures().into_iter().map(|(name, _)| format!("    \"{name}\",\n")).collect();
    assert!(names.len() >= 10, "{names:?}");
    let list =
        format!("// Written by `UPDATE_EXPECT=1 cargo test --test published`.\n\nfixtures! {{\n{}}}\n", names.concat());
    expect_file("tests/web/fixtures/list.rs", &list);
}

#[test]
fn prints_are_up_to_date() {
    for (name, document) in fixtures() {
        expect_file(&format!("tests/published/{name}.html"), &element(&document, &Options::default()));
        expect_file(&format!("tests/published/{name}.json"), &document_json(&document, None));
    }
}

/// E-books, feeds and AMP's tools read XML.
#[test]
fn prints_are_well_formed_xml_too() {
    for (name, document) in fixtures() {
        let print = element(&document, &Options::default());
        let page = ["<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>", &print, "</body></html>"].concat();
        let tree = roxmltree::Document::parse(&page).unwrap_or_else(|error| panic!("{name}: {error}"));
        for node in tree.descendants().filter(|node| ["svg", "path", "rect"].contains(&node.tag_name().name())) {
            assert_eq!(node.tag_name().namespace(), Some("http://www.w3.org/2000/svg"), "{name}");
        }
    }
}

#[test]
fn what_is_published_can_be_read_back() {
    for (name, document) in fixtures() {
        let data = serde_json::to_string(&document.timeline).expect("plain data");
        assert_eq!(Timeline::from_json(&data).as_ref(), Ok(&*document.timeline), "{name}");
        let published = Published::from_json(&document_json(&document, None)).expect(&name);
        assert_eq!(published, Published { all_events: None, document }, "{name}");
    }
}

#[test]
fn an_authors_document_at_src_is_told_apart_from_a_published_one() {
    for name in ["assets/explainer.json", "tests/fixtures/minimal.json", "tests/fixtures/everything.json"] {
        let source = std::fs::read_to_string(fixtures::path(name)).expect(name);
        assert_eq!(Published::from_json(&source).err(), Some(NotADocument::NotPublished), "{name}");
    }
    let said = NotADocument::NotPublished.to_string();
    assert!(said.contains("found an author's") && said.contains("`explainer publish FILE --out OTHER.json`"), "{said}");
    // What is no author's is not called one, whatever stands deeper in it.
    for other in [r#"{"document":{"as_of":"2023-11-12"}}"#, r#"["as_of"]"#, r#""as_of""#, "{}"] {
        assert_eq!(Published::from_json(other).err(), Some(NotADocument::OtherShape), "{other}");
    }
    // A file of an earlier build stays one.
    let published = std::fs::read_to_string(fixtures::path("tests/published/minimal.json")).expect("it is kept");
    let earlier = published.replacen("\"version\":", "\"version\":1", 1);
    assert_eq!(Published::from_json(&earlier).err(), Some(NotADocument::OtherVersion));
}

#[test]
fn a_copy_says_of_what_day_it_is_and_where_the_newest_stands() {
    let document = fixture("everything");
    let src = "https://paper.example/mill.json?a=1&b=2";
    let copy = element(&document, &Options { src: address(src).ok(), ..Options::default() });
    let home = element(&document, &Options::default());
    let page = Page::of_part(&copy);
    assert_eq!(page.one("news-explainer").attr("src"), Some(src));
    let line = page.one("news-explainer > .explainer-edition:first-child");
    assert_eq!(text(line), "Version of 20 November 2023. Read the newest version");
    assert_eq!((line.attr("data-updated"), line.attr("data-corrections")), (Some("2023-11-20"), Some("3")));
    assert_eq!(page.one(".explainer-edition a").attr("href"), Some("https://paper.example/the-old-mill"));
    // Everything else is as in the print that stands at home.
    let rest = |text: &str| text[text.find("<section").expect("a section")..].to_owned();
    assert_eq!(rest(&copy), rest(&home));
    assert_eq!(Page::of_part(&home).count(".explainer-edition, [src]:not(img)"), 0);
}

#[test]
fn the_first_line_of_what_is_published_tells_copies_which_edition_it_is() {
    let published = document_json(&fixture("everything"), None);
    let line = published.lines().next().expect("a line").strip_suffix(',').expect("more after it");
    let edition: serde_json::Value = serde_json::from_str(&format!("{line}}}")).expect("JSON");
    assert_eq!(
        edition,
        serde_json::json!({ "edition": {
            "updated": "2023-11-20",
            "corrections": 3,
            "url": "https://paper.example/the-old-mill",
            "newer": "Updated since: read the version of 20 November 2023",
            "corrected": "Corrected since: read the version of 20 November 2023",
        }})
    );
    assert_eq!(published.lines().count(), 2);
}

/// The labels under the axis of each printed picture, from left to right; the chosen mark's has a star.
fn axis_labels(document: &Rc<Document>) -> [String; 3] {
    let html = element(document, &Options::default());
    let page = Page::of_part(&html);
    ["narrow", "medium", "wide"].map(|form| {
        let labels = page.all(&format!(".explainer-still-{form} .explainer-ticks text"));
        let mut labels: Vec<(f64, String)> = labels
            .into_iter()
            .map(|label| {
                let x = label.attr("x").and_then(|x| x.strip_suffix('%')).expect("x in percent");
                let star = if label.attr("class").is_some() { "*" } else { "" };
                (x.parse().expect("a number"), [star, &text(label)].concat())
            })
            .collect();
        labels.sort_by(|a, b| a.0.total_cmp(&b.0));
        labels.into_iter().map(|(_, label)| label).collect::<Vec<_>>().join(" | ")
    })
}

#[test]
fn an_axis_of_hours_tells_the_day_on_every_width() {
    let check = |lang: &str, scale: &str, dates: &[&str], start: usize, expected: [&str; 3]| {
        let events: Vec<_> = (0..)
            .zip(dates)
            .map(|(id, date)| serde_json::json!({ "id": format!("e{id}"), "date": date, "title": "A", "body": "B" }))
            .collect();
        let source = serde_json::json!({
            "id": "hours", "lang": lang, "title": "Hours", "published": "2024-06-01", "as_of": "2024-06-01", "kind": "news", "lead": "A",
            "timeline": { "heading": "Hours", "scale": scale, "start": format!("e{start}"), "events": events },
        });
        let compiled = author::compile(&source.to_string()).unwrap_or_else(|found| panic!("{found}"));
        assert_eq!(axis_labels(&compiled.document), expected, "{dates:?}");
    };
    assert_eq!(
        axis_labels(&fixture("one-day")),
        [
            "*14 May 2024, 07:40",
            "14 May 2024 | *07:40 | 12:00 | 18:00 | 15 May 2024",
            "14 May 2024 | 03:00 | 06:00 | *07:40 | 09:00 | 12:00 | 15:00 | 18:00 | 21:00 | 15 May 2024",
        ]
    );
    // The chosen mark takes the room of the only midnight.
    check(
        "en",
        "linear",
        &["2024-05-14T20:00:00", "2024-05-14T23:55:00", "2024-05-15T04:00:00"],
        1,
        [
            "*14 May 2024, 23:55",
            "21:00 | *14 May 2024, 23:55 | 15 May 2024, 03:00",
            "20:00 | 21:00 | 22:00 | *14 May 2024, 23:55 | 01:00 | 15 May 2024, 02:00 | 03:00 | 04:00",
        ],
    );
    check(
        "en",
        "linear",
        &["2024-05-14T24:00:00"],
        0,
        [
            "23:30 | *15 May 2024, 00:00 | 00:30",
            "14 May 2024, 23:30 | *15 May 2024, 00:00 | 00:15 | 00:30",
            "14 May 2024, 23:30 | 23:45 | *15 May 2024, 00:00 | 00:15 | 00:30",
        ],
    );
    let hours = "8:30\u{202f}AM\u{a0}UTC | 8:45\u{202f}AM\u{a0}UTC | 9:00\u{202f}AM\u{a0}UTC | ";
    let chosen = "*May 14, 2024, 9:30\u{202f}AM\u{a0}UTC";
    let wider = [hours, chosen].concat();
    check("en-US", "linear", &["2024-05-14T08:30:00Z", "2024-05-14T11:30:00+02:00"], 1, [chosen, &wider, &wider]);
    // Years begin with midnights, too.
    check(
        "en",
        "even",
        &["2020", "2024-05-14T09:00:00", "2024-05-14T10:00:00", "2024-05-14T11:00:00"],
        0,
        [
            "*2020 | 2022 | 2024",
            "2020 | *2020 | 2021 | 2022 | 2023 | 2024 | 14 May 2024, 10:00",
            "Jan 2020 | *2020 | 2021 | 2022 | 2023 | 2024 | 14 May 2024, 10:00 | 11:00",
        ],
    );
}

#[test]
fn every_event_is_printed_once_in_each_picture_or_stands_in_a_cluster() {
    for (name, document) in fixtures() {
        let html = element(&document, &Options::default());
        let page = Page::of_part(&html);
        let events = document.timeline.marks.len();
        assert_eq!(page.count(".explainer-event.explainer-content"), events, "{name}");
        let pictures = ["narrow", "medium", "wide"].map(|form| format!(".explainer-still-{form}"));
        for picture in pictures {
            assert_eq!(page.count(&picture), usize::from(events > 0), "{name}");
            let marks = page.count(&format!("{picture} a[href]"));
            let clusters = page.all(&format!("{picture} .explainer-cluster text"));
            let more: usize = clusters.into_iter().map(|it| text(it).parse::<usize>().expect("a number") - 1).sum();
            let all = marks + more;
            match document.timeline.window {
                None => assert_eq!(all, events, "{name}: {marks} marks, {more} more in clusters"),
                // A picture of a part shows a part.
                Some(_) => assert!(0 < all && all < events, "{name}: {all} of {events}"),
            }
        }
    }
}

#[test]
fn printed_html_needs_no_style_and_no_script() {
    for (name, document) in fixtures() {
        let html = element(&document, &Options::default());
        let page = Page::of_part(&html);
        page.check_inert(&name);
        let script = page.one("script");
        assert_eq!(script.value().attrs().collect::<Vec<_>>(), [("type", "application/json")], "{name}");
        assert!(!text(script).contains('<'), "{name}");
    }
}

#[test]
fn without_the_stylesheet_nothing_is_offered_that_opens_nothing_and_pictures_find_room() {
    let mut pictures = 0;
    for (name, document) in fixtures() {
        let html = element(&document, &Options::default());
        let page = Page::of_part(&html);
        for opener in page.all("details") {
            let is_empty = opener.child_elements().count() < 2;
            assert_eq!(opener.attr("hidden"), is_empty.then_some("until-found"), "{name}: {}", opener.html());
        }
        let content = &document.content;
        let sections = content.sections.iter().map(|section| (&section.media, &section.card));
        let events = content.events.iter().map(|event| (&event.media, &event.card));
        let media = sections.chain(events).flat_map(|(media, card)| {
            let still = card.as_ref().and_then(|card| card.still.as_ref());
            media.iter().chain(still)
        });
        for (media, img) in media.zip(page.all(".explainer-media img")) {
            let [width, height] = ["width", "height"].map(|side| img.attr(side).and_then(|it| it.parse::<f64>().ok()));
            let (width, height) = (width.expect("a width"), height.expect("a height"));
            assert!(width <= 224.0, "{name}: {}", img.html());
            let wanted = width * f64::from(media.height) / f64::from(media.width);
            assert!((height - wanted).abs() < 1.0, "{name}: {height} for {wanted}");
            pictures += 1;
        }
    }
    assert!(pictures >= 2, "{pictures}");
}

#[test]
fn ids_are_unique_and_links_within_the_document_lead_somewhere() {
    for (name, document) in fixtures() {
        Page::of_part(&element(&document, &Options::default())).check_links(&name);
    }
}

#[test]
fn a_second_print_and_another_level_change_ids_and_headings_only() {
    let document = fixture("default");
    let id = &document.timeline.id;
    let lines = |options: &Options| -> Vec<String> {
        let html = element(&document, options);
        let page = Page::of_part(&html);
        page.all("*").into_iter().map(|it| format!("{:?} {}", it.value(), text(it))).collect()
    };
    let (first, second) = (lines(&Options::default()), lines(&Options { level: 3, instance: 2, ..Options::default() }));
    assert_eq!(first.len(), second.len());
    let mut changed = 0;
    for (first, second) in first.iter().zip(&second) {
        let mut back = second.replace(&format!("{id}-2"), id).replace("heading-level=\"3\"", "heading-level=\"2\"");
        for level in 2..=5 {
            back = back.replace(&format!("<h{}", level + 1), &format!("<h{level}"));
        }
        assert_eq!(&back, first);
        changed += usize::from(second != first);
    }
    assert!(changed > 100, "{changed}");
}

#[test]
fn twelve_categories_are_told_apart_by_their_marks() {
    let html = element(&fixture("twelve-categories"), &Options::default());
    let page = Page::of_part(&html);
    let entries = page.all(".explainer-legend > [data-filter^=c] > svg");
    let marks: std::collections::BTreeSet<String> = entries.iter().map(|entry| entry.inner_html()).collect();
    assert_eq!((entries.len(), marks.len()), (13, 13), "twelve categories, and confirmed among the statuses");
    // A bar has no shape: those that share a colour differ by a line along them.
    let lines = page.count(".explainer-still-wide rect[height=\"2\"]");
    assert!(lines >= 6, "{lines}");
}

/// The texts of a print with the language that each is marked with.
fn with_languages(page: &Page) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for element in page.all("*") {
        let of = |element: &scraper::ElementRef<'_>| element.attr("lang").map(str::to_owned);
        let above = element.ancestors().filter_map(scraper::ElementRef::wrap).find_map(|above| of(&above));
        let Some(lang) = of(&element).or(above) else { continue };
        let own: String = element.children().filter_map(|node| node.value().as_text().map(|text| &**text)).collect();
        found.extend(
            [own.as_str(), element.attr("aria-label").unwrap_or_default()].map(|text| (lang.clone(), text.to_owned())),
        );
    }
    found.retain(|(_, text)| !text.trim().is_empty());
    found
}

#[test]
fn english_words_in_a_document_of_another_language_are_marked_as_english() {
    const AUTHORS: [&str; 5] = ["Młyn", "Nad rzeką", "Sprawa", "Zamknięto", "Kto mówi"];
    let source = r#"{ "id": "mlyn", "lang": "pl", "title": "Młyn", "kind": "explainer", "lead": "Nad rzeką.[^s]",
        "published": "2023-11-12", "as_of": "2023-11-12", "authors": ["Nad rzeką"],
        "timeline": { "categories": [{ "id": "c", "label": "Sprawa" }], "events": [
            { "id": "a", "date": "1850~", "title": "Zamknięto", "category": "c", "status": "alleged", "sources": ["s"],
              "claims": [{ "by": "Kto mówi", "stance": "denies", "says": "Nad rzeką." }] },
            { "id": "b", "date": "1861?", "title": "Zamknięto", "category": "c" }] },
        "faq": [{ "id": "q", "question": "Sprawa", "answer": "Młyn." }],
        "glossary": [{ "term": "Młyn", "definition": "Nad rzeką." }],
        "since_publication": [{ "date": "2023-12", "text": "Zamknięto." }],
        "corrections": [{ "date": "2023-11-13", "text": "Młyn.", "was": "Sprawa." }],
        "sources": [{ "id": "s", "publisher": "Sprawa", "title": "Młyn" }] }"#;
    let document = news_explainer::author::compile(source).expect("a document").document;
    let html = element(&document, &Options::default());
    let page = Page::of_part(&html);
    // A name that is not seen has no part in another language.
    let contents = page.one("nav.explainer-contents");
    assert_eq!((contents.attr("lang"), contents.attr("aria-label")), (Some("en"), Some("Contents")));
    let texts = with_languages(&page);
    let english = |word: &str| {
        texts.iter().filter(|(_, text)| text.contains(word)).map(|(lang, _)| lang.as_str()).collect::<Vec<_>>()
    };
    for word in [
        "Explainer",
        "By ",
        "Published",
        "Information as of",
        "Timeline",
        "What the marks mean",
        "Confirmed",
        "Alleged",
        "Uncertain date",
        "All 2 events",
        "Denial",
        "Who says what",
        "Sources",
        "Source 1",
        "Back to reference",
        "Questions and answers",
        "Glossary",
        "Since publication",
        "The text above",
        "Corrections",
        "previously said",
    ] {
        let langs = english(word);
        assert!(!langs.is_empty() && langs.iter().all(|lang| *lang == "en"), "{word}: {langs:?}");
    }
    for word in AUTHORS {
        let langs: Vec<&str> = english(word).into_iter().filter(|lang| *lang == "pl").collect();
        assert!(!langs.is_empty(), "{word}: {:?}", english(word));
    }
    let dates = page.all(".explainer-date").into_iter().map(text).collect::<Vec<_>>();
    assert_eq!(dates, ["≈ 1850", "1861 (?)"]);
    assert!(html.contains("information as of 12 November 2023"), "a sentence is in one language, too");
    assert_eq!(document.timeline.labels_lang.as_deref(), Some("en"));
    // A document with words of its own says no language twice.
    assert!(fixture("everything").timeline.labels_lang.is_none());
}

#[test]
fn words_in_another_direction_or_language_are_set_apart() {
    let source = r#"{ "id": "jisr", "lang": "ar", "title": "What now?", "kind": "news", "lead": "نص.[^s][^t]",
        "published": "2023-11-12", "as_of": "2023-11-12",
        "timeline": { "heading": "العهد", "events": [
            { "id": "a", "date": "1961", "title": "The bridge (1961)", "claims": [
                { "by": "Harbour Board", "stance": "denies", "says": "*Not* so!", "lang": "en" },
                { "by": "المجلس", "stance": "denies", "says": "Non!" }] },
            { "id": "b", "date": "1962", "title": "الجسر" }] },
        "corrections": [{ "date": "2023-11-13", "text": "نص.", "was": "Wrong (1960)." }],
        "sources": [
            { "id": "s", "publisher": "Le Port", "title": "« Le pont »", "lang": "fr" },
            { "id": "t", "publisher": "المجلس", "title": "محضر" }] }"#;
    let document = news_explainer::author::compile(source).expect("a document").document;
    let html = element(&document, &Options::default());
    let page = Page::of_part(&html);
    let set_apart: Vec<String> = page.all("[dir=auto]").into_iter().map(text).collect();
    let expected = [
        "What now?",
        "The bridge (1961)",
        "Harbour Board",
        "Not so!",
        "Non!",
        "Wrong (1960).",
        "Le Port",
        "« Le pont »",
    ];
    assert_eq!(set_apart, expected);
    assert_eq!(text(page.one("cite[lang=fr]")), "« Le pont »");
    assert_eq!(text(page.one("span[lang=en][dir=auto]")), "Not so!");
    // Where all goes one way nothing is added.
    assert!(!element(&fixture("everything"), &Options::default()).contains("dir=\"auto\""));
    let wrong = source.replace("\"lang\": \"fr\"", "\"lang\": \"french_\"");
    let said = news_explainer::author::compile(&wrong).expect_err("no document").to_string();
    assert!(said.contains("error[invalid-language]") && said.contains("sources[0].lang"), "{said}");
}
