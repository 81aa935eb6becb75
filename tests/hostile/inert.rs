//! Whether a print holds words and nothing else, judged by an HTML parser of others.

use scraper::{ElementRef, Html, Node};

use super::corpus;

/// The elements that a print is made of.
const ELEMENTS: [&str; 43] = [
    "a",
    "blockquote",
    "cite",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hgroup",
    "img",
    "li",
    "news-explainer",
    "ol",
    "p",
    "picture",
    "q",
    "script",
    "nav",
    "section",
    "source",
    "span",
    "strong",
    "summary",
    "sup",
    "time",
    "ul",
    "svg",
    "g",
    "path",
    "circle",
    "rect",
    "line",
    "text",
    // The parser's own, around a fragment.
    "html",
    "body",
];

/// A print, parsed.
pub struct Print(Html);

impl Print {
    /// Parses a printed element, and fails unless all it holds is inert.
    pub fn new(name: &str, html: &str) -> Print {
        let print = Print(Html::parse_fragment(html));
        print.check(name);
        print
    }

    fn check(&self, name: &str) {
        let mut scripts = 0;
        for node in self.0.tree.nodes() {
            match node.value() {
                Node::Element(element) => {
                    let kind = element.name();
                    assert!(ELEMENTS.contains(&kind), "{name}: an element {kind}");
                    if kind == "script" {
                        let mut attributes: Vec<_> = element.attrs().collect();
                        // Whether it is a whole document.
                        attributes.retain(|attribute| *attribute != ("data-holds", "document"));
                        assert_eq!(attributes, [("type", "application/json")], "{name}");
                        scripts += 1;
                    }
                    for (attribute, value) in element.attrs() {
                        let is_handler = attribute.starts_with("on");
                        assert!(
                            !is_handler && attribute != "style" && attribute != "srcdoc",
                            "{name}: {kind} {attribute}"
                        );
                        let leads = matches!(attribute, "href" | "src" | "action" | "formaction" | "data" | "poster");
                        let known =
                            ["#", "https://", "http://", "mailto:"].iter().any(|start| value.starts_with(start));
                        let is_fine = known || value == "picture.png";
                        assert!(!leads || is_fine, "{name}: {kind} {attribute}={value:?}");
                        let is_fine = attribute != "srcset" || value == "picture.png 1w";
                        assert!(is_fine, "{name}: {kind} {attribute}={value:?}");
                    }
                }
                Node::Text(_) | Node::Fragment | Node::Document => {}
                other => panic!("{name}: {other:?}"),
            }
        }
        assert_eq!(scripts, 1, "{name}: the data block is the only script");
    }

    /// The data block, as it stands in the page.
    pub fn data(&self) -> String {
        let mut elements = self.0.root_element().descendent_elements();
        elements.find(|element| element.value().name() == "script").expect("a data block").text().collect()
    }

    /// The tree as lines: elements, their attributes, and texts; without the pictures, whose titles are broken and chosen
    /// by their length, and without the data block.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        write(self.0.root_element(), &mut lines);
        lines
    }
}

fn write(element: ElementRef, lines: &mut Vec<String>) {
    let name = element.value().name();
    if matches!(name, "svg" | "script") {
        return;
    }
    let mut attributes: Vec<String> = element.value().attrs().map(|(name, value)| format!("{name}={value}")).collect();
    attributes.sort();
    // Words of another direction are set apart, if need be by a span of their own: that depends on the words.
    let is_isolation = name == "span" && attributes == ["dir=auto"];
    attributes.retain(|attribute| attribute != "dir=auto");
    if !is_isolation {
        lines.push(format!("<{name}>"));
        lines.extend(attributes);
    }
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            lines.push(text.to_string());
        } else if let Some(element) = ElementRef::wrap(child) {
            write(element, lines);
        }
    }
    if !is_isolation {
        lines.push("/".to_owned());
    }
}

/// By which [`Print::new`] knows them.
#[test]
fn every_handler_begins_with_on() {
    let handlers = corpus::read("event-handlers.txt");
    assert!(handlers.lines().count() > 150);
    assert!(handlers.lines().all(|name| name.starts_with("on")));
}

#[test]
fn what_is_not_inert_is_found() {
    let refused = [
        "<p onclick=x></p>",
        "<p style=x></p>",
        "<iframe></iframe>",
        "<script>1</script>",
        "<a href=javascript:1>",
        "<a href=' https://a'>",
        "<img src=data:x>",
        "<!-- x -->",
        "<p></p>",
    ];
    for html in refused {
        assert!(std::panic::catch_unwind(|| Print::new("", html)).is_err(), "{html}");
    }
    Print::new("", "<p>x</p><script type=\"application/json\">{}</script>");
}
