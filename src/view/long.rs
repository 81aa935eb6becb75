//! What is not on a printed page: events beyond those that are printed, and what only the other page has.
//!
//! A document of more than [`PRINTED_EVENTS`] events prints the first of them; another page has them all.

use std::collections::{HashMap, HashSet};

use crate::document::{Block, Citation, Content, Document, Event, Inline, PRINTED_EVENTS, SourceId, printed_id};

/// Places of a document that are not on the page that is being printed.
#[derive(Default)]
pub(super) struct Absent<'a> {
    ids: HashSet<&'a str>,
    /// The page that has them, if its address is known, and the prefix of its ids.
    page: Option<(&'a str, &'a str)>,
    /// The references to each source that are not there, first and last: they follow one another, since references are
    /// numbered in print order.
    references: HashMap<SourceId, (u32, u32)>,
}

impl<'a> Absent<'a> {
    /// What a print of the whole document lacks; `page` is the address of the one with all events.
    pub fn from_print(document: &'a Document, page: Option<&'a str>) -> Absent<'a> {
        let mut absent = Absent { page: page.map(|page| (page, &*document.timeline.id)), ..Absent::default() };
        for event in events(&document.content).skip(PRINTED_EVENTS) {
            absent.ids.insert(&event.id);
            each_reference(event, &mut |Citation(source, nth)| {
                let (first, last) = absent.references.entry(source).or_insert((nth, nth));
                (*first, *last) = ((*first).min(nth), (*last).max(nth));
            });
        }
        absent
    }

    /// What the page of all events lacks: sections and questions. It gives no way back from sources either, since most
    /// references to them may be elsewhere.
    pub fn from_page_of_events(content: &'a Content) -> Absent<'a> {
        let sections = content.sections.iter().map(|section| &*section.id);
        let ids = sections.chain(content.faq.iter().map(|question| &*question.id)).collect();
        let references = content.sources.iter().zip(0..).map(|(source, id)| (SourceId(id), (1, source.uses))).collect();
        Absent { ids, page: None, references }
    }

    /// The address of a place in the document, if there is a way to it.
    pub fn address(&self, prefix: &str, id: &str) -> Option<String> {
        match self.page {
            _ if !self.ids.contains(id) => Some(["#", &printed_id(prefix, id)].concat()),
            Some((page, prefix)) => Some([page, "#", &printed_id(prefix, id)].concat()),
            None => None,
        }
    }

    /// Whether a reference to a source is on the page.
    pub fn has_reference(&self, source: SourceId, nth: u32) -> bool {
        self.references.get(&source).is_none_or(|(first, last)| nth < *first || *last < nth)
    }
}

/// All events, in time order.
pub(super) fn events(content: &Content) -> impl Iterator<Item = &Event> {
    content.groups.iter().flat_map(|group| &group.events)
}

fn each_reference(event: &Event, found: &mut impl FnMut(Citation)) {
    if let Some(media) = &event.media {
        in_inlines(&media.caption, found);
    }
    in_blocks(&event.body, found);
    for claim in &event.claims {
        in_inlines(&claim.says, found);
        claim.sources.iter().for_each(|citation| found(*citation));
    }
    event.sources.iter().for_each(|citation| found(*citation));
}

fn in_blocks(blocks: &[Block], found: &mut impl FnMut(Citation)) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => in_inlines(inlines, found),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().for_each(|item| in_blocks(item, found)),
            Block::Quote(inner) => in_blocks(inner, found),
        }
    }
}

fn in_inlines(inlines: &[Inline], found: &mut impl FnMut(Citation)) {
    for inline in inlines {
        match inline {
            Inline::Text(_) => {}
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => in_inlines(inner, found),
            Inline::Cite(source, nth) => found(Citation(*source, *nth)),
        }
    }
}
