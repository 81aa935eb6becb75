//! TimelineJS's own examples, and what TimelineJS made of them.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::imported;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/timelinejs").join(name)
}

fn files(name: &str) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder(name)).expect("the corpus").map(|entry| entry.expect("a file").path());
    let json = entries.filter(|path| path.extension().is_some_and(|end| end == "json"));
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).expect("text"))
    };
    let mut files: Vec<_> = json.map(read).collect();
    files.sort();
    files
}

fn json(text: &str) -> Value {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("JSON")
}

/// What a piece of HTML says, letters and digits only: enough to see that nothing is missing.
fn letters(html: &str) -> String {
    let fragment = scraper::Html::parse_fragment(html);
    let text: String = fragment.root_element().text().collect();
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// What a text in Markdown says, without addresses.
fn said(markdown: &str) -> String {
    let mut out = String::new();
    let mut rest = markdown;
    while let Some((before, after)) = rest.split_once("](<") {
        out.push_str(before);
        rest = after.split_once(">)").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn text<'v>(value: &'v Value, path: &str) -> &'v str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a date is worded as another, but for what both ends of an interval share, which we say once.
fn says_the_same(ours: &str, theirs: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split([' ', '–', ',']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (said, all) = (words(ours), words(theirs));
    let mut rest = all.iter();
    let is_in_order = said.iter().all(|word| rest.any(|other| other == word));
    ours == theirs || (theirs.contains(" – ") && is_in_order && all.iter().all(|word| said.contains(word)))
}

#[test]
fn every_file_that_timelinejs_shows_is_imported_with_all_its_events() {
    let all = files("");
    assert!(all.len() >= 13, "found {}", all.len());
    for (name, source) in all {
        let oracle = json(&std::fs::read_to_string(folder("oracle").join(&name)).expect("an oracle"));
        let (_, compiled, document) = imported(&source);
        let content = &compiled.document.content;
        let expected = oracle["events"].as_array().expect("events");
        assert_eq!(content.events.len(), expected.len(), "{name}");
        for (event, expected) in content.events.iter().zip(expected) {
            let headline = letters(text(expected, "/headline"));
            if !headline.is_empty() {
                assert_eq!(letters(&event.title), headline, "{name}: the order is TimelineJS's");
            }
            let display = text(expected, "/display").replace("&mdash;", "–").replace("<span>BCE</span>", "BCE");
            // Clock times are ours to word.
            if !display.contains("tl-timeaxis") {
                let ours = event.date.plain();
                assert!(says_the_same(&ours, &display), "{name}: {}: {ours} for {display}", event.title);
            }
        }
        let title = Some(letters(text(&oracle, "/title"))).filter(|title| !title.is_empty());
        assert_eq!(letters(text(&document, "/title")), title.unwrap_or("myfile".to_owned()), "{name}");
        let eras = oracle["eras"].as_array().expect("eras");
        assert_eq!(compiled.document.timeline.eras.len(), eras.len(), "{name}");
    }
}

#[test]
fn every_word_address_and_group_of_an_event_is_kept() {
    let (mut counted, mut cards) = (0, 0);
    for (name, source) in files("") {
        let (_, _, document) = imported(&source);
        let written = json(&source);
        let events = written["events"]
            .as_array()
            .expect("events")
            .iter()
            .zip(document["timeline"]["events"].as_array().expect("events"));
        for (event, ours) in events.chain([(&written["title"], &document)]) {
            let body = text(ours, if ours == &document { "/lead" } else { "/body" });
            let beside = ["title", "caption", "credit"].map(|field| said(text(ours, &format!("/media/{field}"))));
            let words = [said(body), beside.concat()].concat();
            for path in ["/text/text", "/media/caption", "/media/credit"] {
                let expected = letters(text(event, path));
                assert!(words.contains(&expected), "{name} {path}: {expected}\nis not in\n{words}");
            }
            let url = text(event, "/media/url").trim();
            if url.starts_with("http") {
                let url = url::Url::parse(url).expect("an address").to_string();
                let addresses = body.replace("\\&", "&");
                // A card beside an event; the opening of an article has none.
                let is_card = text(ours, "/media/link") == url;
                assert!(is_card || addresses.contains(&format!("](<{url}>)")), "{name}: {url}\nis not in\n{addresses}");
                cards += usize::from(is_card);
                counted += 1;
            }
            if let Some(group) = event["group"].as_str().filter(|group| !group.trim().is_empty()) {
                let id = text(ours, "/category");
                let categories = document["timeline"]["categories"].as_array().expect("categories");
                let label = categories.iter().find(|category| category["id"] == id).map(|category| &category["label"]);
                assert_eq!(label.and_then(Value::as_str), Some(group.trim()), "{name}");
            }
        }
    }
    assert!(counted > 150 && cards > 140, "{counted} addresses were looked for, {cards} are cards");
}

#[test]
fn files_of_version_2_are_converted() {
    let all = files("v2");
    assert_eq!(all.len(), 4);
    for (name, source) in all {
        let (imported, _, document) = imported(&source);
        let timeline = &json(&source)["timeline"];
        let slides: Vec<&Value> =
            ["slides", "date"].iter().filter_map(|list| timeline[list].as_array()).flatten().collect();
        assert_eq!(imported.events, slides.len(), "{name}");
        let title = Some(letters(text(timeline, "/headline"))).filter(|title| !title.is_empty());
        assert_eq!(letters(text(&document, "/title")), title.unwrap_or("myfile".to_owned()), "{name}");
        for (slide, event) in slides.iter().zip(document["timeline"]["events"].as_array().expect("events")) {
            let year = slide["startDate"].as_str().or(slide["start_date"]["year"].as_str()).expect("a date");
            assert!(text(event, "/date").starts_with(&year[..4]), "{name}: {year}");
            let told = ["/body", "/media/title", "/media/caption"].map(|field| said(text(event, field))).concat();
            assert!(told.contains(&letters(text(slide, "/asset/caption"))), "{name}");
        }
    }
}
