//! HTML of other tools as the text that it shows. A real parser reads it; what has no place in our texts becomes plain words,
//! and what is code goes.

use std::collections::BTreeSet;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::markdown::{Block, Inline};
use super::one_line::one_line;
use crate::author::links;

/// What lies deeper is read as the text that it shows.
const DEEPEST: usize = 40;

/// Lists and quotes are lists and quotes no deeper than this.
const DEEPEST_BLOCK: usize = 12;

/// So much emphasis, one within the other, is told apart.
const MOST_OPEN: usize = 3;

/// A text, and what was not kept of it.
#[derive(Default)]
pub struct Shown {
    /// The text.
    pub blocks: Vec<Block>,
    /// What became plain words or went: the names of elements, and "a link to …".
    pub lost: BTreeSet<String>,
}

/// Elements that show nothing that was written.
const SILENT: [&str; 9] = ["script", "style", "template", "head", "noscript", "object", "textarea", "select", "svg"];

/// Elements that begin a line of their own.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "tr",
    "thead",
    "tbody",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "header",
    "footer",
    "pre",
];

/// Elements that change nothing about the words in them.
const PLAIN: [&str; 12] =
    ["html", "body", "p", "div", "span", "section", "article", "small", "font", "q", "u", "center"];

/// The text that HTML shows.
pub fn read(html: &str) -> Shown {
    let mut shown = Shown::default();
    let mut walk = Walk { blocks: vec![Vec::new()], inlines: vec![Vec::new()], lost: &mut shown.lost };
    walk.children(&parse(html).document, 0);
    walk.end_paragraph();
    shown.blocks = walk.blocks.pop().unwrap_or_default();
    shown
}

/// The words of HTML on one line, without anything that is code.
pub fn to_line(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return one_line(html);
    }
    let mut text = String::new();
    collect(&parse(html).document, &mut text);
    one_line(&text)
}

fn parse(html: &str) -> RcDom {
    parse_document(RcDom::default(), ParseOpts::default()).one(html)
}

/// The text within a node, however deep.
fn collect(node: &Handle, out: &mut String) {
    let mut open = vec![node.clone()];
    while let Some(node) = open.pop() {
        match &node.data {
            NodeData::Text { contents } => out.push_str(&contents.borrow()),
            NodeData::Element { name, .. } if SILENT.contains(&&*name.local) || &*name.local == "iframe" => continue,
            NodeData::Element { name, .. } if &*name.local == "br" || BLOCKS.contains(&&*name.local) => out.push(' '),
            _ => {}
        }
        open.extend(node.children.borrow().iter().rev().cloned());
    }
}

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    let attributes = attrs.borrow();
    attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string())
}

/// The way through a document, with what is open.
struct Walk<'w> {
    /// The blocks of the list items and quotes that are open, from the text inwards.
    blocks: Vec<Vec<Block>>,
    /// The words of the paragraph, and of the emphasis and links that are open in it.
    inlines: Vec<Vec<Inline>>,
    lost: &'w mut BTreeSet<String>,
}

impl Walk<'_> {
    fn children(&mut self, node: &Handle, depth: usize) {
        for child in node.children.borrow().iter() {
            self.node(child, depth + 1);
        }
    }

    fn node(&mut self, node: &Handle, depth: usize) {
        match &node.data {
            NodeData::Text { contents } => self.text(&contents.borrow()),
            NodeData::Element { .. } if depth > DEEPEST => {
                let mut text = String::new();
                collect(node, &mut text);
                self.lost.insert("deep nesting".to_owned());
                self.text(&text);
            }
            NodeData::Element { name, .. } => self.element(&name.local, node, depth),
            _ => {}
        }
    }

    fn element(&mut self, name: &str, node: &Handle, depth: usize) {
        let in_link = self.inlines.len() > 1;
        match name {
            _ if SILENT.contains(&name) => {
                if name != "head" {
                    self.lost.insert(format!("<{name}>"));
                }
            }
            "br" | "hr" => self.end_paragraph(),
            "b" | "strong" => self.within(node, depth, Inline::Strong),
            "i" | "em" | "cite" => self.within(node, depth, Inline::Emphasis),
            "a" if !in_link => self.link(node, depth),
            "img" | "iframe" | "video" | "audio" | "embed" | "source" => self.embedded(name, node, depth),
            "ul" | "ol" if !in_link && depth < DEEPEST_BLOCK => self.list(name == "ol", node, depth),
            "blockquote" if !in_link && depth < DEEPEST_BLOCK => {
                let quoted = self.apart(|walk| walk.children(node, depth));
                if !quoted.is_empty() {
                    self.block(Block::Quote(quoted));
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !in_link => {
                self.end_paragraph();
                self.within(node, depth, Inline::Strong);
                self.end_paragraph();
            }
            _ => {
                if !PLAIN.contains(&name) && !BLOCKS.contains(&name) && !matches!(name, "li" | "ul" | "ol" | "a") {
                    self.lost.insert(format!("<{name}>"));
                }
                let is_block = BLOCKS.contains(&name) && !in_link;
                if is_block {
                    self.end_paragraph();
                }
                self.children(node, depth);
                if is_block {
                    self.end_paragraph();
                } else if matches!(name, "td" | "th" | "li") {
                    self.text(" ");
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.inlines.len() > 1 {
            self.push(Inline::Text(text.to_owned()));
        } else {
            linked(text).into_iter().for_each(|inline| self.push(inline));
        }
    }

    fn push(&mut self, inline: Inline) {
        if let Some(open) = self.inlines.last_mut() {
            open.push(inline);
        }
    }

    /// Emphasis.
    fn within(&mut self, node: &Handle, depth: usize, kind: fn(Vec<Inline>) -> Inline) {
        if self.inlines.len() > MOST_OPEN {
            return self.children(node, depth);
        }
        self.inlines.push(Vec::new());
        self.children(node, depth);
        if let Some(inner) = self.inlines.pop() {
            self.push(kind(inner));
        }
    }

    fn link(&mut self, node: &Handle, depth: usize) {
        let href = attribute(node, "href").unwrap_or_default();
        let target = links::web(&href);
        self.inlines.push(Vec::new());
        self.children(node, depth);
        let inner = self.inlines.pop().unwrap_or_default();
        match target {
            Ok(target) => self.push(Inline::Link(target, inner)),
            Err(_) => {
                if !href.trim().is_empty() {
                    self.lost.insert(format!("a link to {}", crate::author::json::quote(&href)));
                }
                inner.into_iter().for_each(|inline| self.push(inline));
            }
        }
    }

    /// A picture, film or page of others: a link to it.
    fn embedded(&mut self, name: &str, node: &Handle, depth: usize) {
        let source = attribute(node, "src").filter(|source| !source.trim().is_empty());
        self.lost.insert(format!("<{name}>"));
        if let Some(target) = source.and_then(|source| links::web(&absolute(&source)).ok()) {
            let words = attribute(node, "alt").or_else(|| attribute(node, "title"));
            let words = words.map(|words| one_line(&words)).filter(|words| !words.is_empty());
            let words = words.unwrap_or_else(|| host(&target));
            if self.inlines.len() > 1 {
                self.push(Inline::Text(words));
            } else {
                self.push(Inline::Link(target, vec![Inline::Text(words)]));
            }
        }
        if name != "iframe" {
            self.children(node, depth);
        }
    }

    fn list(&mut self, numbered: bool, node: &Handle, depth: usize) {
        let mut items = Vec::new();
        for child in node.children.borrow().iter() {
            let item = self.apart(|walk| match &child.data {
                NodeData::Element { name, .. } if &*name.local == "li" => walk.children(child, depth + 1),
                _ => walk.node(child, depth + 1),
            });
            if !item.is_empty() {
                items.push(item);
            }
        }
        if !items.is_empty() {
            self.block(Block::List(numbered, items));
        }
    }

    /// What is walked through, as blocks of its own.
    fn apart(&mut self, walk: impl FnOnce(&mut Self)) -> Vec<Block> {
        self.end_paragraph();
        self.blocks.push(Vec::new());
        walk(self);
        self.end_paragraph();
        self.blocks.pop().unwrap_or_default()
    }

    fn block(&mut self, block: Block) {
        if let Some(open) = self.blocks.last_mut() {
            open.push(block);
        }
    }

    /// Ends the paragraph, unless emphasis or a link is open in it: then a space stands for the end.
    fn end_paragraph(&mut self) {
        if self.inlines.len() > 1 {
            return self.push(Inline::Text(" ".to_owned()));
        }
        let words = self.inlines.last_mut().map(std::mem::take).unwrap_or_default();
        if words.iter().any(Inline::is_readable) {
            self.block(Block::Paragraph(words));
        }
    }
}

/// An address without a scheme that begins with a host is one of the web: `//a.example/x`, `youtu.be/x`.
pub fn absolute(address: &str) -> String {
    let address = address.trim();
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = first.len() < address.len() && first.contains('.') && !first.starts_with('.') && !first.contains(':');
    match address {
        _ if address.starts_with("//") => format!("https:{address}"),
        _ if is_host => format!("https://{address}"),
        _ => address.to_owned(),
    }
}

/// The host of an address, without `www.`.
pub fn host(address: &str) -> String {
    let host = url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.map_or_else(|| address.to_owned(), |host| host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// Text with its bare addresses made links.
pub fn linked(text: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut rest = text;
    while let Some(at) = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, from) = rest.split_at(at);
        let end = from.find(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"'));
        let address =
            from[..end.unwrap_or(from.len())].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', ']']);
        match links::web(address) {
            Ok(target) => {
                inlines.push(Inline::Text(before.to_owned()));
                inlines.push(Inline::Link(target, vec![Inline::Text(address.to_owned())]));
                rest = &from[address.len()..];
            }
            Err(_) => {
                let scheme = "http".len();
                inlines.push(Inline::Text(rest[..at + scheme].to_owned()));
                rest = &rest[at + scheme..];
            }
        }
    }
    inlines.push(Inline::Text(rest.to_owned()));
    inlines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::import::markdown;

    fn check(html: &str, markdown: &str, lost: &[&str]) {
        let shown = read(html);
        assert_eq!(markdown::write(&shown.blocks), markdown, "{html}");
        assert_eq!(shown.lost.iter().map(String::as_str).collect::<Vec<_>>(), lost, "{html}");
    }

    #[test]
    fn what_our_texts_have_is_kept() {
        check("plain", "plain", &[]);
        check("<p>One <b>two</b> <i>three</i>.</p><p>Four</p>", "One **two** *three*.\n\nFour", &[]);
        check("a<br>b<br/><br>c", "a\n\nb\n\nc", &[]);
        check("<a href='https://a.example/x'>here</a>", "[here](<https://a.example/x>)", &[]);
        check("<ul><li>a<li>b <b>c</b></ul>", "- a\n- b **c**", &[]);
        check("<ol><li>a</li><li><ul><li>b</li></ul></li></ol>", "1. a\n2. - b", &[]);
        check("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b", &[]);
        check("<h2>Head</h2>text", "**Head**\n\ntext", &[]);
        check("see https://a.example/b. Then", "see [https://a.example/b](<https://a.example/b>). Then", &[]);
        check("<p class=x>a &amp; b</p>\n<p>1 < 2</p>", "a \\& b\n\n1 \\< 2", &[]);
    }

    #[test]
    fn the_rest_becomes_words_and_is_told() {
        check("a<script>alert(1)</script>b", "ab", &["<script>"]);
        check("<span onclick='x()'>a</span>", "a", &[]);
        check("<a href='javascript:x()'>a</a>", "a", &["a link to \"javascript:x()\""]);
        check("<a href='/x'>a</a>", "a", &["a link to \"/x\""]);
        check("H<sub>2</sub>O", "H2O", &["<sub>"]);
        check("<img src='//a.example/x.png' alt='A cat'>", "[A cat](<https://a.example/x.png>)", &["<img>"]);
        check(
            "<iframe src='https://www.a.example/v'></iframe>",
            "[a.example](<https://www.a.example/v>)",
            &["<iframe>"],
        );
        check("<table><tr><td>a<td>b</table>", "a b", &["<td>"]);
        check("<svg><script>x</script></svg>a", "a", &["<svg>"]);
    }

    #[test]
    fn any_depth_is_read() {
        let deep = "<b><div><ul><li>".repeat(1_000) + "x";
        assert!(markdown::write(&read(&deep).blocks).contains('x'));
        assert_eq!(to_line(&("<i>".repeat(1_000) + "x")), "x");
    }

    #[test]
    fn a_line_has_no_code_in_it() {
        assert_eq!(to_line("a <i>b</i>\n<script>c</script> &amp; d"), "a b & d");
        assert_eq!(to_line("<img src=x onerror=alert(1)>"), "");
        assert_eq!(to_line("1 < 2"), "1 < 2");
    }
}
