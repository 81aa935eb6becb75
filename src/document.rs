//! The compiled document: everything decided before the reader arrives.
//!
//! A [`Document`] has two halves. [`Content`] holds the words that are printed; [`Timeline`] holds the few numbers and
//! control strings that the living parts need, and travels alone in the data block of a printed element.
//!
//! *Invariant:* knows no Markdown, no EDTF and no Yew. Whoever holds a `Document` need not check it again.

mod columns;
mod content;
mod decode;
mod items;
mod link;
mod rows;
mod text;
mod timeline;
mod words;

pub use content::*;
pub use decode::{Json, NotADocument};
pub use items::Items;
pub use link::{Link, NotALink};
pub use rows::{Lines, PRINTED_EVENTS, Rows};
pub use text::{Block, DatePart, DateText, Inline};
pub use timeline::*;
pub use words::{ControlWords, PrintedWords};

use serde::Serialize;

use decode::Decode;

/// The version of the serialized form. A runtime that reads another version leaves the printed page alone.
pub const FORMAT_VERSION: u32 = 2;

/// A whole explainer, compiled: ready to be printed and drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The words.
    pub content: Content,
    /// The marks and the controls' words. Without a timeline in the document it has no marks.
    pub timeline: Timeline,
}

/// A document as a browser fetches it: the marks, and the finished words as a tree of elements.
///
/// The words are in the form of JsonML (`["p", {"class": "…"}, "text", ["em", "more"]]`), one child of the element
/// after the other, printed with the document's id as prefix and the headline at level 2. So the runtime needs no
/// code for what a document is made of, only for elements.
pub struct Published {
    /// The marks and the controls' words.
    pub timeline: Timeline,
    /// The words: a list of elements.
    pub words: Json,
}

impl Published {
    /// The level of the headline in [`Published::words`].
    pub const LEVEL: u8 = 2;

    /// Reads the serialized form, refusing other versions than [`FORMAT_VERSION`].
    ///
    /// # Errors
    /// The JSON is malformed, does not have this shape, or is of another version.
    pub fn from_json(text: &str) -> Result<Published, NotADocument> {
        let mut json = Json::parse(text)?;
        let timeline = Timeline::of_this_version(json.take("timeline"))?;
        match json.take("words") {
            words @ Json::List(_) => Ok(Published { timeline, words }),
            _ => Err(NotADocument::OtherShape),
        }
    }
}

/// An event by its place in time order: index into [`Timeline::marks`] and into the events of [`Content`], counted
/// through all groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EventId(pub u32);

/// A source by its place in the list of sources, from 0; readers see it plus one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SourceId(pub u32);

/// A category by its place in [`Timeline::categories`]. One that does not exist is drawn as none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CategoryId(pub u8);

/// An era by its place in [`Timeline::eras`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EraId(pub u16);

impl Decode for EventId {
    fn decode(json: Json, fits: &mut bool) -> EventId {
        EventId(u32::decode(json, fits))
    }
}

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
