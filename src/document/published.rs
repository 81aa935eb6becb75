//! A document on its way to a browser.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::decode::{decode, decode_fields, has_member};
use super::timeline::Versioned;
use super::{
    Address, Block, Card, Citation, Content, Document, EventId, Inline, Link, Media, NotADocument, Part, SourceId,
    Timeline,
};

/// A document as it is fetched by address, and as it stands in the data block where it is too long to be printed whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Where the page with all events is, of a document too long to be printed whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all_events: Option<Address>,
    /// The document.
    pub document: Rc<Document>,
}

impl Published {
    /// Reads the serialized form. What comes before the document, such as its edition, is passed over.
    ///
    /// # Errors
    /// The text is not JSON, is of a version that has another shape, is an author's, or is no such document.
    pub fn from_json(text: &str) -> Result<Published, NotADocument> {
        let published: Published = decode(text).map_err(|error| match decode::<OtherPublished>(text) {
            // Another version may well have another shape.
            Ok(other) if !other.document.timeline.version.is_ours() => NotADocument::OtherVersion,
            // Every author's document says so, and no published one does.
            Err(NotADocument::OtherShape) if has_member(text, "as_of") => NotADocument::NotPublished,
            _ => error,
        })?;
        match published {
            published if published.document.timeline.version.is_later() => Err(NotADocument::OtherVersion),
            published if is_consistent(&published.document) => Ok(published),
            _ => Err(NotADocument::OtherShape),
        }
    }
}

/// No more than what tells versions apart.
struct OtherPublished {
    document: OtherDocument,
}

struct OtherDocument {
    timeline: Versioned,
}

decode_fields! {
    Published { document; all_events }
    OtherPublished { document }
    OtherDocument { timeline }
}

/// Whether whatever is named by its number is there, and the events are as many as their marks.
fn is_consistent(document: &Document) -> bool {
    let Document { timeline, content } = document;
    let length: u64 = content.runs.iter().map(|run| u64::from(run.length)).sum();
    timeline.is_consistent()
        && content.events.len() == timeline.marks.len()
        && length == content.events.len() as u64
        && content.runs.iter().all(|run| run.length > 0)
        && References { timeline, content }.are_there()
}

/// The references of a document to its parts.
struct References<'a> {
    timeline: &'a Timeline,
    content: &'a Content,
}

impl References<'_> {
    fn are_there(&self) -> bool {
        let content = self.content;
        self.run(&content.standfirst)
            && self.run(&content.credit)
            && content.corrections.iter().all(|it| self.blocks(&it.text) && self.run(&it.was))
            && self.blocks(&content.lead)
            && content
                .sections
                .iter()
                .all(|section| self.shown(&section.media, &section.card) && self.blocks(&section.body))
            && content.events.iter().all(|event| {
                self.blocks(&event.body)
                    && self.shown(&event.media, &event.card)
                    && event.claims.iter().all(|claim| self.run(&claim.says) && self.sources(&claim.sources))
                    && self.sources(&event.sources)
            })
            && content.faq.iter().all(|question| self.blocks(&question.answer))
            && content.since_publication.iter().all(|it| self.blocks(&it.text) && self.sources(&it.sources))
            && content.glossary.iter().all(|term| self.run(&term.definition))
    }

    fn shown(&self, media: &Option<Media>, card: &Option<Card>) -> bool {
        let captions = media.iter().map(|media| &media.caption).chain(card.iter().map(|card| &card.caption));
        captions.into_iter().all(|caption| self.run(caption))
    }

    fn blocks(&self, blocks: &[Block]) -> bool {
        blocks.iter().all(|block| match block {
            Block::Paragraph(run) => self.run(run),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().all(|item| self.blocks(item)),
            Block::Quote(inner) => self.blocks(inner),
        })
    }

    fn run(&self, run: &[Inline]) -> bool {
        run.iter().all(|inline| match inline {
            Inline::Text(_) => true,
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link((Link::Web(_), inner)) => self.run(inner),
            Inline::Link((Link::Here(part), inner)) => self.part(*part) && self.run(inner),
            Inline::Cite(citation) => self.sources(&[*citation]),
        })
    }

    fn sources(&self, citations: &[Citation]) -> bool {
        citations.iter().all(|Citation(source, _)| self.part(Part::Source(*source)))
    }

    fn part(&self, part: Part) -> bool {
        let (index, count) = match part {
            Part::Section(index) => (index, self.content.sections.len()),
            Part::Event(EventId(index)) => (index, self.timeline.marks.len()),
            Part::Question(index) => (index, self.content.faq.len()),
            Part::Source(SourceId(index)) => (index, self.content.sources.len()),
        };
        (index as usize) < count
    }
}
