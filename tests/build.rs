//! `explainer build`: what it writes, and that nothing it does spoils what was there.
#![cfg(not(target_arch = "wasm32"))]

#[path = "build/failures.rs"]
mod failures;
#[path = "build/pictures.rs"]
mod pictures;
#[path = "support/runtime.rs"]
mod runtime;
#[path = "build/sizes.rs"]
mod sizes;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder with a runtime and documents, gone when the test is over.
struct Room(PathBuf);

impl Room {
    fn new(name: &str) -> Room {
        let path = std::env::temp_dir().join(format!("explainer-build-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        runtime::write(&path);
        // The picture of the fixture.
        fs::create_dir(path.join("images")).expect("a folder");
        fs::write(path.join("images/plan.png"), pictures::png()).expect("written");
        Room(path)
    }

    fn document(&self, id: &str) -> String {
        let file = format!("{id}.json");
        let text = include_str!("fixtures/everything.json").replacen("\"everything\"", &format!("\"{id}\""), 1);
        fs::write(self.0.join(&file), text).expect("written");
        file
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_explainer"));
        command.arg("build").args(arguments).args(["--out", "site"]).current_dir(&self.0);
        command
    }

    #[track_caller]
    fn build(&self, arguments: &[&str], code: i32) -> String {
        let Output { status, stderr, .. } = self.command(arguments).output().expect("the command runs");
        let said = String::from_utf8_lossy(&stderr).into_owned();
        assert_eq!(status.code(), Some(code), "{said}");
        said
    }

    /// Every file of the site with its content.
    fn site(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut open = vec![self.0.join("site")];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path.strip_prefix(self.0.join("site")).expect("within").display().to_string();
                    found.insert(name, fs::read(path).expect("a file"));
                }
            }
        }
        found
    }

    /// What stands in the room besides documents, runtime and site.
    fn litter(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0)
            .expect("entries")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.filter(|name| !name.ends_with(".json") && !["dist", "site", "images"].contains(&name.as_str())).collect()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn text(site: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(site.get(name).unwrap_or_else(|| panic!("{name} is missing")).clone()).expect("text")
}

#[test]
fn a_document_becomes_a_folder_that_any_server_hands_out() {
    let room = Room::new("whole");
    let file = room.document("story");
    room.build(&[&file, "--base-url", "https://a.example/x"], 0);
    let site = room.site();
    for name in ["index.html", "plain.html", "embed.html", "iframe.html", "oembed.json", "explainer.json"] {
        for end in ["", ".br", ".gz"] {
            assert!(site.contains_key(&format!("story/{name}{end}")), "{name}{end}");
        }
    }
    for (_, file) in runtime::FILES {
        assert!(site.contains_key(file), "{file}");
    }
    assert!(!site.contains_key("index.html"), "the demonstration is no part of the runtime");
    assert!(
        text(&site, "_headers")
            .contains("/explainer-app-0123456789abcdef.wasm\n  Cache-Control: public, max-age=31536000, immutable")
    );

    let index = scraper::Html::parse_document(&text(&site, "story/index.html"));
    let one = |selector: &str, attribute: &str| {
        let selector = scraper::Selector::parse(selector).expect("a selector");
        let mut found = index.select(&selector);
        let element = found.next().unwrap_or_else(|| panic!("{selector:?}"));
        element.value().attr(attribute).unwrap_or_default().to_owned()
    };
    assert_eq!(one("link[rel=canonical]", "href"), "https://a.example/x/story/");
    assert_eq!(one("link[rel=alternate]", "href"), "https://a.example/x/story/oembed.json");
    assert_eq!(one("script[type=module]", "src"), "../news-explainer-0123456789abcdef.js");
    assert_eq!(one("script[type=module]", "integrity"), "sha256-x");
    assert!(one("meta[name=description]", "content").len() > 20);
    assert!(!one("meta[property='og:title']", "content").is_empty());
    assert!(!text(&site, "story/plain.html").contains("type=\"module\""));
    assert!(text(&site, "story/embed.html").contains("src=\"https://a.example/x/news-explainer-0123456789abcdef.js\""));

    let oembed: Value = serde_json::from_str(&text(&site, "story/oembed.json")).expect("JSON");
    assert_eq!((oembed["version"].as_str(), oembed["type"].as_str()), (Some("1.0"), Some("rich")));
    assert!(oembed["html"].as_str().expect("HTML").contains("src=\"https://a.example/x/story/iframe.html\""));
    let published = news_explainer::document::Published::from_json(&text(&site, "story/explainer.json"));
    assert_eq!(published.expect("a published document").document.timeline.id.to_string(), "story");
}

#[test]
fn the_page_for_iframes_names_the_plain_one_for_paper_and_has_the_asked_colours() {
    let room = Room::new("frames");
    let file = room.document("story");
    let page = |arguments: &[&str]| {
        room.build(&[&[&*file], arguments].concat(), 0);
        text(&room.site(), "story/iframe.html")
    };
    let usual = page(&["--base-url", "https://a.example"]);
    assert!(usual.contains("name=\"color-scheme\" content=\"light\""), "{}", &usual[..600]);
    assert!(usual.contains("<body data-plain=\"https://a.example/story/plain.html\">"));
    assert!(page(&["--frame-theme", "dark"]).contains("name=\"color-scheme\" content=\"dark\""));
}

#[test]
fn search_engines_are_told_what_the_page_shows() {
    let room = Room::new("structured");
    let file = room.document("story");
    let told = |arguments: &[&str]| -> Value {
        room.build(arguments, 0);
        let page = scraper::Html::parse_document(&text(&room.site(), "story/index.html"));
        let selector = scraper::Selector::parse("script[type='application/ld+json']").expect("a selector");
        let json: String = page.select(&selector).next().expect("JSON-LD").text().collect();
        serde_json::from_str(&json).expect("JSON")
    };
    let plain = told(&[&file, "--base-url", "https://a.example"]);
    assert_eq!(plain["@type"], "NewsArticle");
    assert_eq!(plain["author"][0]["@type"], "Person");
    assert!(plain["datePublished"].as_str().is_some_and(|day| day.len() == 10));
    let parts = plain["hasPart"].as_array().expect("parts");
    assert_eq!(parts.len(), 1, "questions only on request");
    let list = parts[0]["itemListElement"].as_array().expect("events");
    assert_eq!(parts[0]["numberOfItems"], list.len());
    assert!(list[0]["item"]["url"].as_str().expect("an address").starts_with("https://a.example/story/#story--"));
    assert_eq!(told(&[&file, "--faq-page"])["hasPart"][1]["@type"], "FAQPage");
}

#[test]
fn the_same_documents_give_the_same_bytes() {
    let room = Room::new("same");
    let files: Vec<String> = (0..6).map(|number| room.document(&format!("story-{number}"))).collect();
    let arguments: Vec<&str> = files.iter().map(String::as_str).collect();
    room.build(&arguments, 0);
    let first = room.site();
    room.build(&arguments, 0);
    assert!(first == room.site());
    assert_eq!(room.litter(), [""; 0]);
    // What is packed is what is there.
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(&first["story-0/index.html.gz"][..]).read_to_end(&mut unpacked).expect("gzip");
    assert_eq!(unpacked, first["story-0/index.html"]);
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut &first["story-0/index.html.br"][..], &mut unpacked).expect("brotli");
    assert_eq!(unpacked, first["story-0/index.html"]);
}

#[test]
fn a_long_document_has_a_page_of_all_its_events() {
    let room = Room::new("long");
    let file: &Path = &room.0.join("long.json");
    let events: Vec<Value> = (0..620).map(|number| serde_json::json!({ "id": format!("e{number}"), "date": format!("{:04}", 1000 + number), "title": "T" })).collect();
    let document = serde_json::json!({ "id": "long", "lang": "en", "title": "T", "kind": "news", "published": "2023-11-12", "as_of": "2023-11-12", "timeline": { "events": events } });
    fs::write(file, document.to_string()).expect("written");
    let said = room.build(&["long.json"], 0);
    assert!(!said.contains("--all-events"), "{said}");
    let site = room.site();
    assert!(text(&site, "long/all-events.html").contains("long--e619"));
    assert!(text(&site, "long/index.html").contains("href=\"all-events.html"));
}
