//! Hostile addresses: every row of `url-schemes.jsonl` gets its verdict.

use news_explainer::author;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::corpus;
use crate::html::Page;

/// A row of the list.
#[derive(Deserialize)]
struct Row {
    /// As it stands in the file: one row has half of a surrogate pair, which no string of Rust can hold.
    url: Box<RawValue>,
    whatwg_protocol: String,
    verdict: String,
}

/// Rows that are refused although the list allows them, and why.
const REFUSED: [(&str, &str); 3] = [
    (
        r#""https://good.example/\r\nX: y""#,
        "line-break: an address has no line breaks; the parser would pass over them",
    ),
    (r#""https://good.example/\u0000""#, "control-character: the same"),
    (r#""https://good.example/\ud800""#, "json-syntax: half of a surrogate pair is no text"),
];

/// Whether a link may lead there, by the list and, where it leaves that open, by our policy (`SECURITY.md`).
fn is_allowed(Row { whatwg_protocol, verdict, .. }: &Row) -> bool {
    match &**verdict {
        "allow" => true,
        "policy" => whatwg_protocol == "mailto:",
        "deny" | "deny(userinfo)" | "allow-only-if-relative-permitted" => false,
        other => panic!("a verdict {other}"),
    }
}

fn rows() -> Vec<Row> {
    let rows: Vec<Row> =
        corpus::read("url-schemes.jsonl").lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    assert!(rows.len() >= 189, "only {} rows were found", rows.len());
    rows
}

/// The codes of what is wrong with a document that has an address of a row, or none.
fn codes(document: &str) -> Vec<&'static str> {
    author::compile(document).err().iter().flat_map(|found| found.iter()).map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn every_address_of_a_source_gets_its_verdict() {
    let mut refused_yet_allowed = Vec::new();
    for row in rows() {
        let url = row.url.get();
        let document = format!(
            r#"{{"id": "a", "lang": "en", "title": "T", "kind": "news", "lead": "Text.[^s]", "published": "2023-11-12", "as_of": "2023-11-12",
                "sources": [{{"id": "s", "publisher": "P", "title": "T", "url": {url}}}]}}"#
        );
        let found = codes(&document);
        // An empty text is the same as none.
        let is_none = ["\"\"", "\"   \""].contains(&url);
        match REFUSED.iter().find(|(known, _)| *known == url) {
            Some((_, reason)) => {
                assert!(is_allowed(&row) && found.contains(&reason.split(':').next().unwrap()), "{url}: {found:?}");
                refused_yet_allowed.push(url.to_owned());
            }
            None => assert_eq!(found.is_empty(), is_allowed(&row) || is_none, "{url}: {} but {found:?}", row.verdict),
        }
    }
    assert_eq!(refused_yet_allowed.len(), REFUSED.len());
}

#[test]
fn no_link_in_a_text_leads_where_none_may() {
    let mut links = 0;
    for row in rows() {
        // Angle brackets allow spaces; what still ends the address early is refused as a broken link, or is another link.
        let url = row.url.get();
        let target = url.trim_matches('"').replace('<', "%3C").replace('>', "%3E");
        let document = format!(
            r#"{{"id": "a", "lang": "en", "title": "T", "kind": "news", "published": "2023-11-12", "as_of": "2023-11-12",
                "lead": "A [link](<{target}>)."}}"#
        );
        match author::compile(&document) {
            Ok(compiled) => {
                let html = news_explainer::publish::element(&compiled.document, &Default::default());
                let page = Page::of_part(&html);
                let href = page.values("href").first().copied();
                if let Some(href) = href {
                    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme));
                    assert!(known, "{url}: {href}");
                    links += 1;
                }
                assert!(is_allowed(&row) || href.is_none(), "{url}: {}, but {href:?}", row.verdict);
            }
            Err(found) => assert!(!found.is_empty(), "{url}"),
        }
    }
    assert!(links >= 20, "only {links} links were printed");
}

/// A picture is no link: it may stand beside the page, but neither leave its host nor be anything else.
#[test]
fn no_picture_comes_from_where_none_may() {
    for row in rows() {
        let url = row.url.get();
        let document = format!(
            r#"{{"id": "a", "lang": "en", "title": "T", "kind": "news", "published": "2023-11-12", "as_of": "2023-11-12",
                "timeline": {{"events": [{{"id": "e", "date": "1961", "title": "E",
                "media": {{"src": {url}, "alt": "A", "width": 1, "height": 1}}}}]}}}}"#
        );
        let Ok(compiled) = author::compile(&document) else { continue };
        let source = &compiled.document.content.events[0].media.as_ref().expect("a picture").src;
        let source = source.as_str();
        let here = url::Url::parse("https://page.example/news/").expect("an address");
        let resolved = here.join(source).expect(source);
        assert!(matches!(resolved.scheme(), "https" | "http"), "{url}: {resolved}");
        assert!(resolved.username().is_empty(), "{url}: {resolved}");
        if !source.starts_with("http") {
            assert_eq!(resolved.host_str(), Some("page.example"), "{url}: {resolved}");
        }
    }
}

/// A card leads to a page of the web, and to nothing else.
#[test]
fn no_card_leads_where_none_may() {
    let mut cards = 0;
    for row in rows() {
        let url = row.url.get();
        let document = format!(
            r#"{{"id": "a", "lang": "en", "title": "T", "kind": "news", "published": "2023-11-12", "as_of": "2023-11-12",
                "sections": [{{"id": "s", "heading": "H", "body": "B", "media": {{"link": {url}, "title": "T"}}}}]}}"#
        );
        let may =
            is_allowed(&row) && row.whatwg_protocol != "mailto:" && REFUSED.iter().all(|(known, _)| *known != url);
        assert_eq!(codes(&document).is_empty(), may, "{url}: {}", row.verdict);
        cards += usize::from(may);
    }
    assert!(cards >= 20, "only {cards} addresses were taken");
}
