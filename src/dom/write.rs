//! Writes published words into the page, element by element.
//!
//! The words came over the network, so nothing is taken on trust: only elements and attributes that our own print uses
//! are made, and an address must be a [`Link`]. There is no HTML string on the way.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

use crate::document::{Json, Link, Published};

/// The elements that printed words are made of, besides headings.
#[rustfmt::skip]
const ELEMENTS: [&str; 30] = [
    "a", "blockquote", "cite", "dd", "details", "div", "dl", "dt", "em", "figcaption", "figure", "img", "li", "ol", "p",
    "q", "section", "span", "strong", "summary", "sup", "time", "ul", "svg", "g", "path", "circle", "rect", "line",
    "text",
];
/// The attributes they have.
#[rustfmt::skip]
const ATTRIBUTES: [&str; 41] = [
    "alt", "aria-hidden", "aria-label", "class", "d", "data-filter", "data-id", "data-start", "datetime", "decoding", "dir", "dx",
    "fill", "fill-opacity", "focusable", "font-family", "font-size", "font-weight", "height", "href", "id", "lang",
    "loading", "overflow", "r", "rx", "src", "stroke", "stroke-dasharray", "stroke-opacity", "stroke-width", "tabindex", "text-anchor",
    "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
];
const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// How words are to be written.
pub struct Writing<'a> {
    /// The prefix they were printed with.
    pub from: &'a str,
    /// The prefix they are to have.
    pub prefix: &'a str,
    /// The level the headline is to have.
    pub level: u8,
}

impl Writing<'_> {
    /// Puts the words into an element, in the place of what it held. `None`, and nothing touched, where they are not
    /// words that could have been printed.
    pub fn write(&self, host: &Element, words: &Json) -> Option<()> {
        let page = host.owner_document()?;
        let children = page.create_document_fragment();
        let Json::List(words) = words else { return None };
        for word in words {
            self.node(&page, &children, HTML, word)?;
        }
        host.set_text_content(None);
        host.append_child(&children).ok()?;
        Some(())
    }

    /// An element of its own from words.
    pub fn item(&self, page: &Document, json: &Json) -> Option<Element> {
        let room = page.create_document_fragment();
        self.node(page, &room, HTML, json)?;
        room.first_child()?.dyn_into().ok()
    }

    fn node(&self, page: &Document, parent: &Node, namespace: &str, json: &Json) -> Option<()> {
        match json {
            Json::Text(text) => parent.append_child(&page.create_text_node(text)).ok().map(drop),
            Json::List(list) => {
                let (Json::Text(name), rest) = list.split_first()? else { return None };
                let namespace = if name == "svg" { SVG } else { namespace };
                let element = page.create_element_ns(Some(namespace), &self.name(name)?).ok()?;
                let children = match rest.split_first() {
                    Some((Json::Object(attributes), children)) => {
                        for (name, value) in attributes {
                            let Json::Text(value) = value else { return None };
                            self.set(&element, name, value)?;
                        }
                        children
                    }
                    _ => rest,
                };
                for child in children {
                    self.node(page, &element, namespace, child)?;
                }
                parent.append_child(&element).ok().map(drop)
            }
            _ => None,
        }
    }

    /// The name of an element that may be made; headings move with the headline.
    fn name(&self, name: &str) -> Option<String> {
        match name.as_bytes() {
            [b'h', digit @ b'1'..=b'6'] => {
                let level = (digit - b'0' + self.level).saturating_sub(Published::LEVEL).clamp(1, 6);
                Some(["h", &level.to_string()].concat())
            }
            _ => ELEMENTS.contains(&name).then(|| name.to_owned()),
        }
    }

    fn set(&self, element: &Element, name: &str, value: &str) -> Option<()> {
        if !ATTRIBUTES.contains(&name) {
            return None;
        }
        let value = match name {
            "id" => self.with_prefix(value)?,
            "href" => match Link::try_from(value.to_owned()) {
                Ok(Link::Here(id)) => ["#", &self.with_prefix(&id)?].concat(),
                Ok(Link::Web(address)) => address,
                // The page with all events may stand beside this one.
                Err(_) if is_beside(value) => value.to_owned(),
                Err(_) => return None,
            },
            "src" if !is_media(value) => return None,
            // Classes of the page's own, or of its framework, are no business of a document's.
            "class" if !value.split(|char| char <= ' ').all(|class| class.starts_with("explainer-")) => return None,
            // `url(…)` would be fetched.
            "fill" | "stroke" if value.contains('(') => return None,
            _ => value.to_owned(),
        };
        element.set_attribute(name, &value).ok()
    }

    /// An id of this document under the prefix it is to have. Others could be taken for the page's own.
    fn with_prefix(&self, id: &str) -> Option<String> {
        let rest = id.strip_prefix(self.from)?;
        (rest.is_empty() || rest.starts_with("--")).then(|| [self.prefix, rest].concat())
    }
}

/// Whether an address may be a picture's: `https:`, `http:`, or a path beside the page.
fn is_media(address: &str) -> bool {
    is_beside(address) || address.starts_with("http") && Link::try_from(address.to_owned()).is_ok()
}

/// Whether an address can only lead to the page's own host: it names neither a scheme nor a host, also not after what
/// browsers pass over (tabs, line ends, spaces before it) or take for a slash.
fn is_beside(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    let is_slash = |byte: Option<&u8>| matches!(byte, Some(b'/' | b'\\'));
    let start = address.trim_start_matches(' ').as_bytes();
    let has_host = is_slash(start.first()) && is_slash(start.get(1));
    !scheme.contains(':') && !has_host && !address.contains(|char| char < ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_pages_beside_the_page_stay_on_its_host() {
        for address in ["a.png", "../a b.png", "/img/a.png?x=//y", "?a", "#b", "a\\b.png"] {
            assert!(is_beside(address) && is_media(address), "{address}");
        }
        for address in [
            "//evil.example/a",
            "/\\evil.example",
            "\\\\evil.example",
            " //evil.example",
            "/\t/evil.example",
            "\n//evil.example",
            "data:image/png,x",
            " javascript:x",
            "java\nscript:x",
            "https://good.example@evil.example/a",
            "mailto:a@b.example",
        ] {
            assert!(!is_beside(address) && !is_media(address), "{address:?}");
        }
        assert!(is_media("https://example.org/a.png") && !is_beside("https://example.org/a.png"));
    }
}
