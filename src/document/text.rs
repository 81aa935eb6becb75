//! Rich text as a closed set of nodes: what is not listed here cannot reach the page.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::decode::{Decode, Reader, decode_fields, decode_variants};
use super::{Link, SourceId};

/// A text of several blocks; shared, so that handing it on costs nothing.
pub type Blocks = Rc<[Block]>;
/// A run of text; shared in the same way.
pub type Inlines = Rc<[Inline]>;

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Paragraph(Inlines),
    /// A bulleted list, an item a list of blocks.
    Bullets(Vec<Blocks>),
    /// A numbered list, counted from 1.
    Numbers(Vec<Blocks>),
    /// A quotation.
    Quote(Blocks),
}

/// A run of text within a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasis.
    Emphasis(Inlines),
    /// Strong importance.
    Strong(Inlines),
    /// A link: where it leads, and its text.
    Link((Link, Inlines)),
    /// A reference to a source.
    Cite(Citation),
}

/// A reference to a source: which source, and which of its references this is, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation(pub SourceId, pub u32);

/// A date in words, such as "25 June 1950 – 27 July 1953": one part a date, with plain words between.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DateText {
    /// The parts, in reading order.
    pub parts: Vec<DatePart>,
}

/// A part of a date in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatePart {
    /// The words, spaces included.
    pub text: String,
    /// The value for `<time datetime>`, only where HTML has one for it (a year from 1, a month or a day).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datetime: Option<String>,
}

impl DateText {
    /// The words alone.
    pub fn plain(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }
}

decode_variants! {
    Block { Paragraph = "paragraph", Bullets = "bullets", Numbers = "numbers", Quote = "quote" }
    Inline { Text = "text", Emphasis = "emphasis", Strong = "strong", Link = "link", Cite = "cite" }
}

decode_fields! {
    DatePart { text; datetime }
}

impl Decode for Citation {
    fn decode(reader: &mut Reader<'_>) -> Citation {
        let (source, nth) = Decode::decode(reader);
        Citation(source, nth)
    }

    fn least() -> Citation {
        Citation(SourceId::least(), 1)
    }
}

impl Decode for DateText {
    fn decode(reader: &mut Reader<'_>) -> DateText {
        DateText { parts: Decode::decode(reader) }
    }

    fn least() -> DateText {
        DateText::default()
    }
}

/// All words of a text, for a search: blocks are parted by spaces, references to sources are no words.
pub fn plain_words(blocks: &[Block], words: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => plain_run(inlines, words),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().for_each(|item| plain_words(item, words)),
            Block::Quote(inner) => plain_words(inner, words),
        }
        words.push(' ');
    }
}

/// All words of a run of text.
pub fn plain_run(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => words.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link((_, inner)) => plain_run(inner, words),
            Inline::Cite(_) => {}
        }
    }
}
