//! The compiled document: everything decided before the reader arrives.
//!
//! A [`Document`] has two halves. [`Content`] holds the words that are printed; [`Timeline`] holds the few numbers and
//! control strings that the living parts need, and travels alone in the data block of a printed element.
//!
//! *Invariant:* knows no Markdown, no EDTF and no Yew. Whoever holds a `Document` need not check it again.

mod content;
mod link;
mod text;
mod timeline;
mod words;

pub use content::*;
pub use link::{Link, NotALink};
pub use text::{Block, DatePart, DateText, Inline};
pub use timeline::*;
pub use words::{ControlWords, PrintedWords};

use serde::{Deserialize, Serialize};

/// The version of the serialized form. A runtime that reads another version leaves the printed page alone.
pub const FORMAT_VERSION: u32 = 1;

/// A whole explainer, ready to be printed and drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The words.
    pub content: Content,
    /// The marks and the controls' words. Without a timeline in the document it has no marks.
    pub timeline: Timeline,
}

impl Document {
    /// Reads the serialized form, refusing other versions than [`FORMAT_VERSION`].
    ///
    /// # Errors
    /// The JSON is malformed, does not have this shape, or is of another version.
    pub fn from_json(text: &str) -> Result<Document, serde_json::Error> {
        let document: Document = serde_json::from_str(text)?;
        document.timeline.of_this_version()?;
        Ok(document)
    }
}

/// An event by its place in time order: index into [`Timeline::marks`] and into the events of [`Content`], counted
/// through all groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub u32);

/// A source by its place in the list of sources, from 0; readers see it plus one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceId(pub u32);

/// A category by its place in [`Timeline::categories`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CategoryId(pub u8);

/// An era by its place in [`Timeline::eras`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EraId(pub u16);

/// The printed `id` of something in a document: its own id after the document's prefix.
///
/// ```
/// assert_eq!(news_explainer::document::printed_id("korea", "treaty-1961"), "korea--treaty-1961");
/// ```
pub fn printed_id(prefix: &str, id: &str) -> String {
    [prefix, "--", id].concat()
}

/// A control string with its `{name}` filled in.
///
/// ```
/// assert_eq!(news_explainer::document::fill("{n} of {total}", &[("n", "3"), ("total", "32")]), "3 of 32");
/// ```
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            out.push_str(after);
            return out;
        };
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            out.push_str(value);
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}
