//! `explainer build`: what it writes, and that nothing it does spoils what was there.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/runtime.rs"]
mod runtime;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

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
        fs::write(path.join("images/plan.png"), png()).expect("written");
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
fn a_document_that_does_not_compile_leaves_what_was_there() {
    let room = Room::new("broken");
    let good = room.document("good");
    room.build(&[&good], 0);
    let before = room.site();
    fs::write(room.0.join("bad.json"), "{ \"title\": 5 }").expect("written");
    let said = room.build(&[&good, "bad.json"], 1);
    assert!(
        said.contains("error[wrong-type]") && said.contains("1 of 2 documents cannot be built; nothing was changed"),
        "{said}"
    );
    assert!(before == room.site());
    fs::copy(room.0.join(&good), room.0.join("again.json")).expect("copied");
    assert!(room.build(&[&good, "again.json"], 1).contains("expected an id of its own; found \"good\""));
    assert!(room.build(&[&good, "--runtime", "nowhere"], 1).contains("integrity.json"));
    assert!(before == room.site());
    assert_eq!(room.litter(), [""; 0]);
}

#[test]
fn a_build_that_is_killed_leaves_what_was_there() {
    let room = Room::new("killed");
    let files: Vec<String> = (0..60).map(|number| room.document(&format!("story-{number}"))).collect();
    room.build(&[&files[0]], 0);
    let before = room.site();
    let arguments: Vec<&str> = files.iter().map(String::as_str).collect();
    let mut child = room.command(&arguments).stderr(Stdio::null()).spawn().expect("the command runs");
    // As soon as something of it is there; the rest takes seconds.
    let is_building = || {
        room.litter()
            .iter()
            .any(|name| fs::read_dir(room.0.join(name)).is_ok_and(|mut entries| entries.next().is_some()))
    };
    while !is_building() && child.try_wait().expect("a state").is_none() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    child.kill().expect("killed");
    child.wait().expect("gone");
    assert_eq!(room.litter().len(), 1, "it was killed in the middle");
    assert!(before == room.site());
    // The next one clears up.
    room.build(&[&files[0]], 0);
    assert!(before == room.site());
    assert_eq!(room.litter(), [""; 0]);
}

#[test]
fn no_folder_of_anybody_else_is_replaced() {
    let room = Room::new("foreign");
    let file = room.document("story");
    fs::create_dir(room.0.join("site")).expect("a folder");
    fs::write(room.0.join("site/mine.txt"), "mine").expect("written");
    assert!(room.build(&[&file], 1).contains("found other files in it"));
    assert_eq!(text(&room.site(), "mine.txt"), "mine");
    fs::remove_file(room.0.join("site/mine.txt")).expect("removed");
    room.build(&[&file], 0);
    fs::copy(room.0.join(&file), room.0.join("site/story.json")).expect("copied");
    assert!(room.build(&["site/story.json"], 1).contains("from which it is made"));
}

#[test]
fn a_place_that_cannot_be_written_is_said() {
    let room = Room::new("place");
    let file = room.document("story");
    let mut command = Command::new(env!("CARGO_BIN_EXE_explainer"));
    let output =
        command.args(["build", &file, "--out", &format!("{file}/site")]).current_dir(&room.0).output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("cannot be"),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
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

/// The smallest picture that has a size: a PNG's signature and header, 40 by 30.
fn png() -> Vec<u8> {
    let header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x28\0\0\0\x1e\x08\x02\0\0\0";
    [&header[..], &[0; 20]].concat()
}

#[test]
fn pictures_beside_a_document_are_copied_under_names_with_their_hash() {
    let room = Room::new("pictures");
    let document = |src: &str, width: u32| {
        serde_json::json!({ "id": "story", "lang": "en", "title": "T", "kind": "news", "published": "2023-11-12", "as_of": "2023-11-12",
            "timeline": { "events": [{ "id": "e", "date": "1962", "title": "T",
                "media": { "src": src, "alt": "A bridge", "width": width, "height": 300 } }] } })
        .to_string()
    };
    fs::create_dir(room.0.join("img")).expect("a folder");
    fs::write(room.0.join("img/My Bridge.png"), png()).expect("written");
    fs::write(room.0.join("a.json"), document("img/My Bridge.png", 400)).expect("written");
    let said = room.build(&["a.json", "--base-url", "https://a.example"], 0);
    assert!(!said.contains("out of shape"), "{said}");
    let site = room.site();
    let name =
        site.keys().find(|name| name.starts_with("story/my-bridge-") && name.ends_with(".png")).expect("the picture");
    assert_eq!(site[name], png());
    let name = name.trim_start_matches("story/");
    assert!(text(&site, "story/index.html").contains(&format!("src=\"{name}\"")));
    for elsewhere in ["story/embed.html", "story/explainer.json"] {
        assert!(text(&site, elsewhere).contains(&format!("https://a.example/story/{name}")), "{elsewhere}");
    }

    fs::write(room.0.join("a.json"), document("img/My Bridge.png", 900)).expect("written");
    assert!(
        room.build(&["a.json"], 0)
            .contains("expected the size of the picture \"img/My Bridge.png\", 40 by 30; found 900 by 300")
    );
    fs::write(room.0.join("a.json"), document("img/none.png", 400)).expect("written");
    assert!(room.build(&["a.json"], 1).contains("the picture \"img/none.png\" is not beside it"));
    fs::write(room.0.join("a.json"), document("https://b.example/x.png", 400)).expect("written");
    room.build(&["a.json"], 0);
    assert!(text(&room.site(), "story/index.html").contains("https://b.example/x.png"));
}
