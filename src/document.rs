//! The compiled document: everything decided before the reader arrives.
//!
//! A [`Document`] has two halves. [`Content`] holds the words that are printed; [`Timeline`] holds the few numbers and
//! labels that the living parts need, and travels alone in the data block of a printed element. By address, and with
//! documents too long to be printed whole, the [`Published`] document travels, by serde's derives.
//!
//! *Invariant:* knows no Markdown, no EDTF and no Yew. Whoever holds a `Document` need not check it again: ids, links and
//! addresses are of types that hold nothing else, and whatever is named by its number is there.

mod content;
mod decode;
mod id;
mod labels;
mod link;
mod media;
mod numerals;
mod published;
mod text;
mod timeline;
mod version;

pub use content::*;
pub use decode::NotADocument;
pub use id::{Id, NotAnId};
pub use labels::{ControlLabels, PrintLabels};
pub use link::{Address, Link, NotAnAddress, Part, WebAddress};
pub use media::{Candidate, Card, Media, is_webp};
pub use published::Published;
pub use text::{Block, Blocks, Citation, DatePart, DateText, Inline, Inlines, plain_run, plain_words};
pub use timeline::*;
pub use version::{FORMAT_VERSION, Version};

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use decode::{decode_fields, decode_newtypes};

/// How many events are printed at most. The others stand on a page of their own, and in the living list.
pub const PRINTED_EVENTS: usize = 500;

/// A whole explainer, compiled: ready to be printed and drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The marks and the controls' labels. Without a timeline in the document it has no marks.
    pub timeline: Rc<Timeline>,
    /// The words.
    pub content: Content,
}

impl Document {
    /// The event with this number: what is drawn of it, and its words.
    pub fn event(&self, id: EventId) -> (&Mark, &Event) {
        (self.timeline.mark(id), &self.content.events[id.0 as usize])
    }

    /// The author's id of a part.
    pub fn id_of(&self, part: Part) -> &Id {
        match part {
            Part::Section(index) => &self.content.sections[index as usize].id,
            Part::Event(event) => &self.timeline.mark(event).id,
            Part::Question(index) => &self.content.faq[index as usize].id,
            Part::Source(SourceId(index)) => &self.content.sources[index as usize].id,
        }
    }

    /// Whether it is too long to be printed whole.
    pub fn is_long(&self) -> bool {
        self.timeline.marks.len() > PRINTED_EVENTS
    }
}

/// An event by its place in time order: index into [`Timeline::marks`] and [`Content::events`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub u32);

/// A source by its place in [`Content::sources`], from 0; readers see it plus one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceId(pub u32);

/// A category by its place in [`Timeline::categories`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CategoryId(pub u8);

/// An era by its place in [`Timeline::eras`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EraId(pub u16);

decode_newtypes!(EventId, SourceId, CategoryId);

decode_fields! {
    Document { timeline, content }
}

/// The printed `id` of something in a document: its own id after the document's prefix.
///
/// ```
/// assert_eq!(news_explainer::document::printed_id("korea", "treaty-1961"), "korea--treaty-1961");
/// ```
pub fn printed_id(prefix: &str, id: &str) -> String {
    [prefix, "--", id].concat()
}

/// A label with each `{name}` in it filled in.
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
