//! Texts as a search compares them, and the marking of what was found.

use std::cell::OnceCell;

use js_sys::{JsString, RegExp};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range};

/// A text without what a search overlooks: case, accents, the vowel points of Hebrew and Arabic, characters without width,
/// and the choice between forms of one character (Unicode's NFKD). The vowel signs of Indic scripts and the voicing
/// marks of kana make other letters, and stay.
pub fn fold(text: &str) -> String {
    thread_local! {
        static MARKS: RegExp = RegExp::new(
            // The marks of no script in particular are those of Latin, Greek and Cyrillic, but for two of kana.
            "(?![\\u3099\\u309A])(?=\\p{M})[\\p{sc=Zinh}\\p{sc=Arab}\\p{sc=Hebr}]|[\\u0640\\xAD\\u200B-\\u200D\\u2060]",
            "gu",
        );
    }
    // Lower case and then upper, so that ß and ẞ are as SS, and a final sigma as any other.
    let text = JsString::from(text).normalize("NFKD").to_lower_case().to_upper_case();
    String::from(MARKS.with(|marks| text.replace_by_pattern(marks, "")))
}

/// The folded words of many things, numbered from 0.
pub struct FoldedWords {
    text: String,
    /// Where each of them stands, in bytes.
    lines: Vec<std::ops::Range<usize>>,
}

impl FoldedWords {
    /// Folds them all at once: a call for each would take longer than the folding.
    pub fn new(words: impl Iterator<Item = String>) -> FoldedWords {
        let lines: Vec<String> = words.map(|words| words.replace('\n', " ")).collect();
        let text = fold(&lines.join("\n"));
        let mut start = 0;
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at).chain([text.len()]);
        let lines = ends.map(|end| std::mem::replace(&mut start, end + 1)..end).collect();
        FoldedWords { text, lines }
    }

    /// Whether one of them has every word of a folded text in it, in whatever order.
    pub fn has(&self, number: usize, folded: &str) -> bool {
        let line = self.lines.get(number).and_then(|line| self.text.get(line.clone()));
        line.is_some_and(|line| words(folded).all(|word| find(line, word).is_some()))
    }
}

/// The words of a folded text, in which every space is one of ASCII.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty())
}

/// Where a text stands in another, in bytes. Plain comparing: the standard library's clever search is 3 KB larger, and
/// these texts are short.
fn find(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes().windows(wanted.len().max(1)).position(|part| part == wanted.as_bytes())
}

#[wasm_bindgen]
extern "C" {
    /// The CSS Custom Highlight API, where there is one.
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &Range);
    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = set, catch)]
    fn register(name: &str, highlight: &Highlight) -> Result<JsValue, JsValue>;
}

/// The name under which the stylesheet knows what was found.
const NAME: &str = "news-explainer";

/// One for all explainers of a page: the registry has room for one of a name.
fn with_highlight(action: impl Fn(&Highlight)) {
    thread_local! {
        static SHARED: OnceCell<Option<Highlight>> = const { OnceCell::new() };
    }
    SHARED.with(|shared| {
        let made = shared.get_or_init(|| Highlight::new().ok().filter(|made| register(NAME, made).is_ok()));
        if let Some(highlight) = made {
            action(highlight);
        }
    });
}

/// Places in the page that are marked as found, until this is dropped. No word is changed.
#[derive(Default)]
#[must_use = "the marking ends when this is dropped"]
pub struct Highlights {
    ranges: Vec<Range>,
}

impl Highlights {
    /// Marks every place in some elements at which a word of a folded text stands.
    pub fn new(elements: impl Iterator<Item = Element>, folded: &str) -> Highlights {
        let mut ranges = Vec::new();
        for element in elements {
            for word in words(folded) {
                search(&element, word, &mut ranges);
            }
        }
        with_highlight(|highlight| ranges.iter().for_each(|range| highlight.add(range)));
        Highlights { ranges }
    }
}

impl Drop for Highlights {
    fn drop(&mut self) {
        with_highlight(|highlight| {
            for range in &self.ranges {
                highlight.delete(range);
            }
        });
    }
}

/// Finds a folded text in the text nodes under a node.
fn search(node: &Node, folded: &str, ranges: &mut Vec<Range>) {
    if node.node_type() != Node::TEXT_NODE {
        let mut child = node.first_child();
        while let Some(node) = child {
            search(&node, folded, ranges);
            child = node.next_sibling();
        }
        return;
    }
    let text = node.text_content().unwrap_or_default();
    if find(&fold(&text), folded).is_none() {
        return;
    }
    // Character by character, to know where each part of the folded text comes from, counted in UTF-16 as the page does.
    let (mut whole, mut origins, mut at) = (String::new(), Vec::new(), 0u32);
    for char in text.chars() {
        let mut buffer = [0; 4];
        let part =
            if char.is_ascii() { char.to_ascii_uppercase().to_string() } else { fold(char.encode_utf8(&mut buffer)) };
        origins.extend(part.bytes().map(|_| at));
        whole.push_str(&part);
        at += char.len_utf16() as u32;
    }
    origins.push(at);
    let mut from = 0;
    while let Some(found) = find(whole.get(from..).unwrap_or_default(), folded) {
        let (start, end) = (from + found, from + found + folded.len());
        // To the end of the character that the last byte belongs to.
        let last = origins[end - 1];
        let next = origins[end..].iter().copied().find(|&origin| origin > last).unwrap_or(at);
        if let Ok(range) = Range::new()
            && range.set_start(node, origins[start]).is_ok()
            && range.set_end(node, next).is_ok()
        {
            ranges.push(range);
        }
        from = end;
    }
}
