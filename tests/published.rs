//! Every fixture goes the whole way natively: compiled, laid out, printed, published.
//!
//! What is printed and published is kept under `tests/published/`, where the browser tests read it; `UPDATE_EXPECT=1`
//! writes it anew.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use news_explainer::author::compile;
use news_explainer::document::{Document, Published, Timeline};
use news_explainer::publish::{Options, element, sheet};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The fixtures by name: the default explainer, and the files of `tests/fixtures`.
fn fixtures() -> Vec<(String, PathBuf)> {
    let mut found = vec![("default".to_owned(), root().join("assets/explainer.json"))];
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/fixtures"))
        .expect("the fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    found.extend(files.into_iter().map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path)));
    found
}

fn document(path: &Path) -> Document {
    let source = fs::read_to_string(path).expect("a readable fixture");
    compile(&source).unwrap_or_else(|diagnostics| panic!("{}:\n{diagnostics}", path.display())).document
}

#[test]
fn the_issues_fixtures_are_there_and_named_in_the_browser_tests() {
    let listed = fs::read_to_string(root().join("tests/web/fixtures.rs")).expect("the browser tests' list");
    let names: Vec<String> = fixtures().into_iter().map(|(name, _)| name).collect();
    for name in &names {
        assert!(listed.contains(&format!("\"{name}\"")), "{name} is missing in tests/web/fixtures.rs");
    }
    assert!(names.len() >= 10, "{names:?}");
}

#[test]
fn a_copy_says_of_what_day_it_is_and_where_the_newest_stands() {
    let document = document(&root().join("tests/fixtures/everything.json"));
    let src = Some("https://paper.example/mill.json?a=1&b=2".parse().expect("an address"));
    let copy = element(&document, &Options { src, ..Options::default() });
    assert!(copy.starts_with(
        "<news-explainer heading-level=\"2\" src=\"https://paper.example/mill.json?a=1&amp;b=2\">\n\
         <p lang=\"en\" dir=\"ltr\" data-updated=\"2023-11-20\" data-corrections=\"3\" class=\"explainer-edition\">\
         Version of 20 November 2023. <a href=\"https://paper.example/the-old-mill\">Read the newest version</a></p>"
    ));
    // Everything else is as in the print that stands at home.
    let home = element(&document, &Options::default());
    let rest = |text: &str| text[text.find("<section").expect("a section")..].to_owned();
    assert_eq!(rest(&copy), rest(&home));
    assert!(!home.contains("explainer-edition"));
}

#[test]
fn the_first_line_of_what_is_published_tells_copies_which_edition_it_is() {
    let document = document(&root().join("tests/fixtures/everything.json"));
    let published = sheet(&document, None);
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
}

#[test]
fn prints_are_up_to_date() {
    let folder = root().join("tests/published");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    for (name, path) in fixtures() {
        let document = document(&path);
        for (file, text) in [
            (format!("{name}.html"), element(&document, &Options::default())),
            (format!("{name}.json"), sheet(&document, None)),
        ] {
            let expected = folder.join(&file);
            if update {
                fs::create_dir_all(&folder).expect("a folder to write to");
                fs::write(&expected, &text).expect("a file to write to");
            }
            let found = fs::read_to_string(&expected).unwrap_or_default();
            assert!(
                found == text,
                "{file} is out of date: UPDATE_EXPECT=1 cargo test --test published, and read the difference"
            );
        }
    }
}

#[test]
fn what_is_published_can_be_read_back() {
    for (name, path) in fixtures() {
        let document = document(&path);
        let data = serde_json::to_string(&document.timeline).expect("plain data");
        assert_eq!(Timeline::from_json(&data).as_ref(), Ok(&document.timeline), "{name}");
        assert_eq!(Published::from_json(&sheet(&document, None)).expect(&name).timeline, document.timeline, "{name}");
    }
}

#[test]
fn every_event_is_printed_once_in_each_picture_or_stands_in_a_cluster() {
    for (name, path) in fixtures() {
        let document = document(&path);
        let html = element(&document, &Options::default());
        let events = document.timeline.marks.len();
        assert_eq!(html.matches("class=\"explainer-event explainer-content\"").count(), events, "{name}");
        let pictures: Vec<&str> = html.split("class=\"explainer-still ").skip(1).collect();
        assert_eq!(pictures.len(), if events > 0 { 3 } else { 0 }, "{name}");
        for picture in pictures {
            let picture = picture.split("</figure>").next().unwrap_or_default();
            let marks = picture.matches("<a href=").count();
            let clusters: usize = picture
                .split("explainer-cluster")
                .skip(1)
                .map(|rest| rest.split("<text").nth(1).unwrap().split('>').nth(1).unwrap().split('<').next().unwrap())
                .map(|count| count.parse::<usize>().expect("a number") - 1)
                .sum();
            let all = marks + clusters;
            match document.timeline.window {
                None => assert_eq!(all, events, "{name}: {marks} marks, {clusters} more in clusters"),
                // A picture of a part shows a part.
                Some(_) => assert!(0 < all && all < events, "{name}: {all} of {events}"),
            }
        }
    }
}

#[test]
fn printed_html_needs_no_style_and_no_script() {
    for (name, path) in fixtures() {
        let html = element(&document(&path), &Options::default());
        for tag in html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
            let names = tag.split('"').step_by(2).flat_map(|part| part.split_whitespace());
            for attribute in names {
                assert!(!attribute.starts_with("on") && !attribute.starts_with("style"), "{name}: <{tag}>");
            }
        }
        let scripts: Vec<&str> = html.split("<script").skip(1).collect();
        assert_eq!(scripts.len(), 1, "{name}");
        assert!(scripts[0].starts_with(" type=\"application/json\">"), "{name}");
        let island = scripts[0].split_once('>').unwrap().1.split("</script>").next().unwrap();
        assert!(!island.contains('<'), "{name}");
    }
}

#[test]
fn ids_are_unique_and_links_within_the_document_lead_somewhere() {
    for (name, path) in fixtures() {
        let html = element(&document(&path), &Options::default());
        let values = |attribute: &str| -> Vec<String> {
            html.split(&format!(" {attribute}=\""))
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().to_owned())
                .collect()
        };
        let mut ids = values("id");
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}: an id stands twice");
        for href in values("href") {
            if let Some(id) = href.strip_prefix('#') {
                assert!(ids.binary_search_by(|known| known.as_str().cmp(id)).is_ok(), "{name}: nothing is at #{id}");
            }
        }
    }
}

#[test]
fn a_second_print_and_another_level_change_ids_and_headings_only() {
    let (_, path) = &fixtures()[0];
    let document = document(path);
    let first = element(&document, &Options::default());
    let second = element(&document, &Options { level: 3, instance: 2, ..Options::default() });
    let id = &document.timeline.id;
    assert!(second.contains(&format!("id=\"{id}-2--treaty-1961\"")));
    assert!(second.contains(&format!("href=\"#{id}-2--treaty-1961\"")));
    let back = second.replace(&format!("{id}-2"), id).replace("heading-level=\"3\"", "heading-level=\"2\"");
    let back = (2..=5).fold(back, |text, level| {
        text.replace(&format!("<h{}", level + 1), &format!("<h{level}"))
            .replace(&format!("</h{}", level + 1), &format!("</h{level}"))
    });
    assert_eq!(back, first);
}
