//! The printed words: the direct children of `<news-explainer>`, in the order in which they are read without script.
//!
//! Each part has a class by which the stylesheet and the frame find it ([`crate::dom`]), its own `lang` and `dir`, and
//! is no `<div>`, so that it still reads where a CMS has dropped what it does not know.
//!
//! What has an author's id is also of class `explainer-content`. Reader modes throw away what has a word such as "reply",
//! "related" or "comment" in its class or id, unless one such as "content" is there, too (Mozilla's Readability, whose
//! lists these are).
//!
//! The same components print on the newsroom's machine and, by address, in the browser (`explainer-app`). They never
//! change once they are printed: whatever lives is in [`super::live`].

mod article;
mod citations;
mod claims;
mod contents;
mod corrections;
mod date;
mod direction;
mod edition;
mod event_item;
mod event_list;
mod explainer;
mod glossary;
mod head;
mod heading;
mod legend;
mod link;
mod living_list;
mod media;
mod page_of_events;
mod picture;
mod questions;
mod rich_text;
mod since_publication;
mod sources;
mod timeline;

pub use explainer::Explainer;
pub use living_list::LivingList;
pub use page_of_events::{PageOfEvents, PageOfEventsProps};

use std::rc::Rc;

use yew::prelude::*;

use crate::document::{
    Address, Block, Citation, Document, Event, EventId, Inline, Link, PRINTED_EVENTS, Part, SourceId, printed_id,
};

/// How a document is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintOptions {
    /// Stands before every printed id: the document's id, or that and a number for a second print on one page.
    pub prefix: String,
    /// The level of the headline's heading, 1 to 6.
    pub level: u8,
    /// Where the page with all events is, of a document too long to print whole.
    pub all_events: Option<Address>,
    /// Whether it is a copy for pages elsewhere, which says of what day it is and where the newest edition stands.
    pub is_copy: bool,
    /// Whether links to elsewhere open a window of their own, as they have to in an iframe.
    pub opens_windows: bool,
}

impl PrintOptions {
    /// A document on a page of its own home.
    pub fn new(document: &Document) -> PrintOptions {
        let prefix = document.timeline.id.to_string();
        PrintOptions { prefix, level: 2, all_events: None, is_copy: false, opens_windows: false }
    }
}

/// What of a document is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Selection {
    /// All but events beyond the first [`PRINTED_EVENTS`].
    Explainer,
    /// All events and the sources, on a page of their own.
    AllEvents,
    /// All events, in the living list beside the rest.
    LivingList,
}

/// A print of a document: what all its components share.
#[derive(Debug, PartialEq, Eq)]
pub struct Print {
    /// The document.
    document: Rc<Document>,
    options: PrintOptions,
    selection: Selection,
    /// By source: its references that are not printed, first and last. They follow one another, since references are
    /// numbered in print order.
    absent_references: Vec<Option<(u32, u32)>>,
    /// By event: the first link to it in the article, as the very node, which never moves.
    told_at: Vec<Option<*const Inline>>,
}

/// The properties of components that need no more than the print.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PrintProps {
    /// The print.
    pub print: Rc<Print>,
}

impl Print {
    /// A print of a document, of which at most the first [`PRINTED_EVENTS`] are printed.
    pub fn new(document: &Rc<Document>, options: PrintOptions) -> Rc<Print> {
        let mut absent = vec![None; document.content.sources.len()];
        for event in document.content.events.iter().skip(PRINTED_EVENTS) {
            each_reference(event, &mut |Citation(SourceId(source), nth)| {
                let (first, last) = absent[source as usize].unwrap_or((nth, nth));
                absent[source as usize] = Some((first.min(nth), last.max(nth)));
            });
        }
        let document = Rc::clone(document);
        let told_at = first_links(&document);
        Rc::new(Print { document, options, selection: Selection::Explainer, absent_references: absent, told_at })
    }

    /// The plain page of all events of a document.
    fn of_all_events(document: &Rc<Document>, options: PrintOptions) -> Rc<Print> {
        // Most references to a source may be elsewhere, so there is no way back to any.
        let (document, absent_references, told_at) = (Rc::clone(document), Vec::new(), Vec::new());
        Rc::new(Print { document, options, selection: Selection::AllEvents, absent_references, told_at })
    }

    /// How many events are printed at most.
    fn limit(&self) -> usize {
        if self.selection == Selection::Explainer { PRINTED_EVENTS } else { usize::MAX }
    }

    /// Whether it is the plain page of events.
    fn is_plain(&self) -> bool {
        self.selection == Selection::AllEvents
    }

    fn lang(&self) -> String {
        self.document.timeline.lang.clone()
    }

    /// The language of the labels, where it is another than the document's.
    fn labels_lang(&self) -> Option<String> {
        self.document.timeline.labels_lang.clone()
    }

    fn dir(&self) -> &'static str {
        self.document.timeline.dir.as_str()
    }

    /// The printed id of a part.
    fn id_of(&self, part: Part) -> String {
        printed_id(&self.options.prefix, self.document.id_of(part))
    }

    /// Where a link to a part leads; nothing where the part is on no page.
    fn address_of(&self, part: Part) -> Option<String> {
        let here = || Some(["#", &self.id_of(part)].concat());
        match (self.selection, part) {
            (Selection::Explainer, Part::Event(event)) if event.0 as usize >= PRINTED_EVENTS => {
                let page = self.options.all_events.as_ref()?;
                let id = printed_id(&self.document.timeline.id, self.document.id_of(part));
                Some([page.as_str(), "#", &id].concat())
            }
            (Selection::AllEvents, Part::Section(_) | Part::Question(_)) => None,
            _ => here(),
        }
    }

    /// Where a link leads; nothing where that is on no page.
    fn target_of(&self, link: &Link) -> Option<String> {
        match link {
            Link::Web(address) => Some(address.as_str().to_owned()),
            Link::Here(part) => self.address_of(*part),
        }
    }

    /// The printed id of a reference to a source, for the way back.
    fn reference_id(&self, Citation(source, nth): Citation) -> String {
        [&*self.id_of(Part::Source(source)), "--", &nth.to_string()].concat()
    }

    /// The printed id of a place that no author has named: no author's id begins with a hyphen.
    fn place_id(&self, place: &str) -> String {
        printed_id(&self.options.prefix, &["-", place].concat())
    }

    /// The printed id of the sentence that tells of an event first, if the article does.
    fn telling_id(&self, EventId(event): EventId) -> Option<String> {
        (*self.told_at.get(event as usize)?)?;
        let (mark, _) = self.document.event(EventId(event));
        Some(self.place_id(&["told-", &mark.id].concat()))
    }

    /// The same, for a link: its id if it is the first to its event.
    fn link_id(&self, link: &Inline) -> Option<String> {
        let Inline::Link((Link::Here(Part::Event(event)), _)) = link else { return None };
        let first = (*self.told_at.get(event.0 as usize)?)?;
        if std::ptr::eq(first, link) { self.telling_id(*event) } else { None }
    }

    /// Whether a reference to a source is on the page.
    fn has_reference(&self, Citation(SourceId(source), nth): Citation) -> bool {
        match (self.selection, self.absent_references.get(source as usize)) {
            (Selection::AllEvents, _) => false,
            (_, Some(Some((first, last)))) => nth < *first || *last < nth,
            _ => true,
        }
    }
}

/// A label, with its language where that is another than the document's.
fn label(print: &Print, text: &str) -> Html {
    match print.labels_lang() {
        Some(lang) => html! { <span {lang}>{ text }</span> },
        None => html! { { text } },
    }
}

/// By event: the first link to it in the article.
fn first_links(document: &Document) -> Vec<Option<*const Inline>> {
    let content = &document.content;
    let mut found = vec![None; content.events.len()];
    let mut note = |inline: &Inline| {
        if let Inline::Link((Link::Here(Part::Event(EventId(event))), _)) = inline {
            found[*event as usize].get_or_insert(std::ptr::from_ref(inline));
        }
    };
    in_blocks(&content.lead, &mut note);
    content.sections.iter().for_each(|section| in_blocks(&section.body, &mut note));
    found
}

fn each_reference(event: &Event, found: &mut impl FnMut(Citation)) {
    let mut cited = |inline: &Inline| {
        if let Inline::Cite(citation) = inline {
            found(*citation);
        }
    };
    let captions = event.media.iter().map(|media| &media.caption).chain(event.card.iter().map(|card| &card.caption));
    captions.for_each(|caption| in_run(caption, &mut cited));
    in_blocks(&event.body, &mut cited);
    event.claims.iter().for_each(|claim| in_run(&claim.says, &mut cited));
    let claimed = event.claims.iter().flat_map(|claim| &*claim.sources);
    claimed.chain(&*event.sources).for_each(|citation| found(*citation));
}

/// Every node of running text in a text of blocks.
fn in_blocks(blocks: &[Block], found: &mut impl FnMut(&Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph(run) => in_run(run, found),
            Block::Bullets(items) | Block::Numbers(items) => items.iter().for_each(|item| in_blocks(item, found)),
            Block::Quote(inner) => in_blocks(inner, found),
        }
    }
}

fn in_run(run: &[Inline], found: &mut impl FnMut(&Inline)) {
    for inline in run {
        found(inline);
        match inline {
            Inline::Text(_) | Inline::Cite(_) => {}
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link((_, inner)) => in_run(inner, found),
        }
    }
}
