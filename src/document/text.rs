//! Rich text as a closed set of nodes: what is not listed here cannot reach the page.

use super::{Link, SourceId};

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A bulleted list, an item a list of blocks.
    Bullets(Vec<Vec<Block>>),
    /// A numbered list, counted from 1.
    Numbers(Vec<Vec<Block>>),
    /// A quotation.
    Quote(Vec<Block>),
}

/// A run of text within a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong importance.
    Strong(Vec<Inline>),
    /// A link.
    Link(Link, Vec<Inline>),
    /// A reference to a source, and which of that source's references this is, from 1.
    Cite(SourceId, u32),
}

/// A date in words, such as "25 June 1950 – 27 July 1953": one part a date, with plain words between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateText {
    /// The parts, in reading order.
    pub parts: Vec<DatePart>,
}

/// A part of a date in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatePart {
    /// The words, spaces included.
    pub text: String,
    /// The value for `<time datetime>`, only where HTML has one for it (a year from 1, a month or a day).
    pub datetime: Option<String>,
}

impl DateText {
    /// The words alone.
    pub fn plain(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }
}
