//! The printed words: the direct children of `<news-explainer>`, in the order in which they are read without script.
//!
//! Each part has a class by which the stylesheet and the frame find it ([`crate::dom`]), its own `lang` and `dir`, and
//! is no `<div>`, so that it still reads where a CMS has dropped what it does not know.
//!
//! What has an author's id is also of class `explainer-content`. Reader modes throw away what has a word such as "reply",
//! "related" or "comment" in its class or id, unless one such as "content" is there, too (Mozilla's Readability, whose
//! lists these are).

use std::rc::Rc;

use yew::prelude::*;

use super::glyph;
use super::glyph::Precision;
use super::legend::legend;
use super::long::Absent;
use super::marks::Days;
use super::picture::pictures;
use super::rich::{Context, address, blocks, citations, date, inlines, reference_id};
use crate::document::{
    Claim, Content, Correction, Development, Document, Edition, Event, EventId, Group, LabelledDate, Media,
    PRINTED_EVENTS, Question, Section, Source, SourceId, Stance, Status, Term, fill, printed_id,
};
use crate::timeline::Scale;

/// How a document is printed.
#[derive(Clone, Copy, Debug)]
pub struct Print<'a> {
    /// Stands before every printed id: the document's id, or that and a number for a second print on one page.
    pub prefix: &'a str,
    /// The level of the headline's heading, 1 to 6.
    pub level: u8,
    /// The address of the page with all events, for documents of more than [`PRINTED_EVENTS`].
    pub all_events: Option<&'a str>,
    /// Whether it is a copy for pages elsewhere, which says of what day it is and where the newest edition stands.
    pub is_copy: bool,
}

/// Prints a document: the children of its element.
pub fn words(document: &Document, Print { prefix, level, all_events, is_copy }: Print) -> Html {
    let absent = Absent::from_print(document, all_events);
    let printer = Printer { document, prefix, level, absent, all_events, limit: PRINTED_EVENTS };
    html! {
        <>
            if is_copy {
                { printer.edition() }
            }
            { printer.parts() }
        </>
    }
}

/// Every event as the list prints it, in time order, with headings for a headline of this level.
pub fn items(document: &Document, level: u8) -> impl Iterator<Item = Html> {
    let prefix = &document.timeline.id;
    let printer = Printer { document, prefix, level, absent: Absent::default(), all_events: None, limit: usize::MAX };
    let placed = numbered(&document.content.groups).flat_map(|(first, group)| {
        (first..).map(EventId).zip(&group.events).map(move |(id, event)| (id, event, Printer::below(group)))
    });
    placed.map(move |(id, event, below)| printer.event(id, event, below))
}

/// Prints the page with all events: a whole HTML document, dressed by the stylesheet at an address.
pub fn page_of_events(document: &Document, stylesheet: &str) -> Html {
    let absent = Absent::from_page_of_events(&document.content);
    let prefix = &document.timeline.id;
    Printer { document, prefix, level: 1, absent, all_events: None, limit: usize::MAX }.page_of_events(stylesheet)
}

struct Printer<'a> {
    document: &'a Document,
    prefix: &'a str,
    level: u8,
    absent: Absent<'a>,
    all_events: Option<&'a str>,
    /// How many events are printed.
    limit: usize,
}

impl Printer<'_> {
    fn content(&self) -> &Content {
        &self.document.content
    }

    fn ctx(&self) -> Context<'_> {
        let Content { sources, words, .. } = self.content();
        Context { prefix: self.prefix, sources, words, absent: &self.absent }
    }

    fn id(&self, id: &str) -> String {
        printed_id(self.prefix, id)
    }

    fn lang(&self) -> String {
        self.document.timeline.lang.clone()
    }

    fn dir(&self) -> &'static str {
        self.document.timeline.dir.as_str()
    }

    /// A heading so many levels below the headline's; HTML has six.
    fn heading(&self, below: u8, class: &'static str, inner: Html) -> Html {
        let level = (self.level.max(1) + below).min(6);
        html! { <@{["h", &level.to_string()].concat()} {class}>{ inner }</@> }
    }

    fn parts(&self) -> Html {
        let content = self.content();
        html! {
            <>
                { self.head() }
                if !content.lead.is_empty() || !content.sections.is_empty() {
                    { self.article() }
                }
                if let Some(heading) = &content.timeline_heading {
                    { self.timeline(heading) }
                }
                if !content.faq.is_empty() {
                    { self.faq() }
                }
                if !content.since_publication.is_empty() {
                    { self.since_publication() }
                }
                if !content.glossary.is_empty() {
                    { self.glossary() }
                }
                if !content.sources.is_empty() {
                    { self.sources() }
                }
            </>
        }
    }

    /// What a copy says of itself; nothing without an address to lead to.
    fn edition(&self) -> Html {
        let Content { edition: Edition { updated, corrections, url }, words, .. } = self.content();
        let Some(url) = url.clone() else { return Html::default() };
        html! {
            <p
                class="explainer-edition"
                lang={self.lang()}
                dir={self.dir()}
                data-updated={updated.clone()}
                data-corrections={corrections.to_string()}
            >
                { &words.copy }{ " " }<a href={String::from(url)}>{ &words.newest }</a>
            </p>
        }
    }

    fn head(&self) -> Html {
        let content = self.content();
        html! {
            <section class="explainer-head explainer-content" id={self.prefix.to_owned()} lang={self.lang()} dir={self.dir()}>
                <p class="explainer-kind">{ &content.kind }</p>
                { self.heading(0, "explainer-title", html! { { &content.title } }) }
                if !content.standfirst.is_empty() {
                    <p class="explainer-standfirst">{ inlines(self.ctx(), &content.standfirst) }</p>
                }
                if !content.byline.is_empty() {
                    <p class="explainer-byline">{ &content.byline }</p>
                }
                if !content.credit.is_empty() {
                    <p class="explainer-credit">{ inlines(self.ctx(), &content.credit) }</p>
                }
                { self.dates() }
                if !content.corrections.is_empty() {
                    <section class="explainer-corrections">
                        { self.heading(1, "explainer-corrections-title", html! { { &content.words.corrections } }) }
                        <ul>
                            for correction in &content.corrections {
                                { self.correction(correction) }
                            }
                        </ul>
                    </section>
                }
            </section>
        }
    }

    fn dates(&self) -> Html {
        html! {
            <dl class="explainer-dates">
                for LabelledDate { label, date: value } in &self.content().dates {
                    <div><dt>{ label }</dt>{ " " }<dd>{ date(value) }</dd></div>
                }
            </dl>
        }
    }

    fn correction(&self, correction: &Correction) -> Html {
        html! {
            <li>
                <p class="explainer-when">{ date(&correction.date) }</p>
                { blocks(self.ctx(), &correction.text) }
                if !correction.was.is_empty() {
                    <p class="explainer-was">
                        { &self.content().words.correction_was }{ " " }<q>{ inlines(self.ctx(), &correction.was) }</q>
                    </p>
                }
            </li>
        }
    }

    fn article(&self) -> Html {
        let content = self.content();
        html! {
            <section class="explainer-article" lang={self.lang()} dir={self.dir()}>
                if !content.lead.is_empty() {
                    <section class="explainer-lead">{ blocks(self.ctx(), &content.lead) }</section>
                }
                for Section { id, heading, body } in &content.sections {
                    <section class="explainer-section explainer-content" id={self.id(id)}>
                        { self.heading(1, "explainer-section-title", html! {
                            <a class="explainer-anchor" href={["#", &self.id(id)].concat()}>{ heading }</a>
                        }) }
                        { blocks(self.ctx(), body) }
                    </section>
                }
            </section>
        }
    }

    fn timeline(&self, heading: &str) -> Html {
        let content = self.content();
        let lanes = Days::new(&self.document.timeline).marks(Rc::new(Scale::linear()), None).lanes();
        html! {
            <>
                <section class="explainer-timeline-head" lang={self.lang()} dir={self.dir()}>
                    { self.heading(1, "explainer-timeline-title", html! { { heading } }) }
                </section>
                { legend(self.document) }
                { pictures(self.document, self.prefix, &self.absent) }
                // Beside the list, not around it: without script, and in print, the list stands open.
                <details class="explainer-opener" lang={self.lang()} dir={self.dir()}>
                    <summary>{ &content.words.all_events }</summary>
                </details>
                { self.events(["explainer-events explainer-lanes-", &lanes.to_string()].concat()) }
            </>
        }
    }

    /// The list of events, as far as it is printed, and the way to the rest.
    fn events(&self, class: String) -> Html {
        let content = self.content();
        html! {
            <section {class} lang={self.lang()} dir={self.dir()}>
                for (first, group) in numbered(&content.groups).take_while(|(first, _)| (*first as usize) < self.limit) {
                    { self.group(first, group) }
                }
                if self.document.timeline.marks.len() > self.limit {
                    <p class="explainer-rest">
                        { &content.words.rest }
                        if let Some(address) = self.all_events {
                            { " " }<a href={address.to_owned()}>{ &content.words.rest_link }</a>
                        }
                    </p>
                }
            </section>
        }
    }

    fn group(&self, first: u32, group: &Group) -> Html {
        let events = group.events.iter().take(self.limit - first as usize);
        html! {
            <section class="explainer-era">
                if !group.heading.is_empty() {
                    { self.heading(2, "explainer-era-title", html! {
                        <>
                            { &group.heading }{ " " }
                            <span class="explainer-era-dates">{ date(&group.date) }</span>
                        </>
                    }) }
                }
                <ol>
                    for (id, event) in (first..).map(EventId).zip(events) {
                        { self.event(id, event, Printer::below(group)) }
                    }
                </ol>
            </section>
        }
    }

    /// How many levels below the headline's the headings of a group's events are.
    fn below(group: &Group) -> u8 {
        if group.heading.is_empty() { 2 } else { 3 }
    }

    /// The event shown first: where it is not printed, the first that is.
    fn is_start(&self, id: EventId) -> bool {
        let start = self.document.timeline.start;
        start.map(|start| if (start.0 as usize) < self.limit { start } else { EventId(0) }) == Some(id)
    }

    /// An event, its heading so many levels below the headline's.
    fn event(&self, id: EventId, event: &Event, below: u8) -> Html {
        let timeline = &self.document.timeline;
        let words = &self.content().words;
        let category = event.category.map(|id| &timeline.categories[usize::from(id.0)]);
        let status = match event.status {
            Status::Confirmed => &words.confirmed,
            Status::Alleged => &words.alleged,
            Status::Disputed => &words.disputed,
        };
        let precision = Precision::of(timeline.mark(id));
        html! {
            <li
                class="explainer-event explainer-content"
                id={self.id(&event.id)}
                data-id={event.id.clone()}
                data-start={self.is_start(id).then_some("")}
            >
                <p class="explainer-when">
                    { glyph::icon(glyph::glyph(event.category, event.status, precision)) }
                    <span class="explainer-date">{ date(&event.date) }</span>
                    if let Some(category) = category {
                        { " " }<span class="explainer-category">{ &category.label }</span>
                    }
                    { " " }<span class={classes!("explainer-status", glyph::status_class(event.status))}>{ status }</span>
                </p>
                { self.heading(below, "explainer-event-title", html! { { &event.title } }) }
                if let Some(media) = &event.media {
                    { self.media(media) }
                }
                { blocks(self.ctx(), &event.body) }
                if !event.claims.is_empty() {
                    <ul class="explainer-claims" aria-label={words.claims.clone()}>
                        for claim in &event.claims {
                            { self.claim(claim) }
                        }
                    </ul>
                }
                if !event.sources.is_empty() {
                    <p class="explainer-cites">{ &words.sources_label }{ citations(self.ctx(), &event.sources) }</p>
                }
            </li>
        }
    }

    fn claim(&self, claim: &Claim) -> Html {
        let words = &self.content().words;
        let (class, stance) = match claim.stance {
            Stance::Asserts => ("explainer-asserts", &words.asserts),
            Stance::Denies => ("explainer-denies", &words.denies),
        };
        html! {
            <li {class}>
                <p class="explainer-claimant">
                    <span class="explainer-stance">{ stance }</span>{ " " }
                    <span class="explainer-by">{ &claim.by }</span>
                </p>
                <p>{ inlines(self.ctx(), &claim.says) }{ citations(self.ctx(), &claim.sources) }</p>
            </li>
        }
    }

    fn media(&self, media: &Media) -> Html {
        html! {
            <figure class="explainer-media">
                <img
                    src={media.src.clone()}
                    alt={media.alt.clone()}
                    width={media.width.to_string()}
                    height={media.height.to_string()}
                    loading="lazy"
                    decoding="async"
                />
                if !media.caption.is_empty() {
                    <figcaption>{ inlines(self.ctx(), &media.caption) }</figcaption>
                }
            </figure>
        }
    }

    fn faq(&self) -> Html {
        let content = self.content();
        html! {
            <>
                <section class="explainer-faq-head" lang={self.lang()} dir={self.dir()}>
                    { self.heading(1, "explainer-faq-title", html! { { &content.words.faq } }) }
                </section>
                <section class="explainer-faq" lang={self.lang()} dir={self.dir()}>
                    for Question { id, question, answer } in &content.faq {
                        <details class="explainer-question" data-id={id.clone()}>
                            <summary>
                                { self.heading(2, "explainer-question-title", html! { { question } }) }
                            </summary>
                            // The id stands within the answer: browsers open a details element for a target inside it.
                            // No <div>: reader modes clear those away when they are short.
                            <section class="explainer-answer explainer-content" id={self.id(id)}>
                                { blocks(self.ctx(), answer) }
                            </section>
                        </details>
                    }
                </section>
            </>
        }
    }

    fn since_publication(&self) -> Html {
        let content = self.content();
        html! {
            <section class="explainer-since" lang={self.lang()} dir={self.dir()}>
                { self.heading(1, "explainer-since-title", html! { { &content.words.since_publication } }) }
                <p class="explainer-since-note">{ &content.words.since_publication_note }</p>
                <ul>
                    for Development { date: when, text, sources } in &content.since_publication {
                        <li>
                            <p class="explainer-when">{ date(when) }</p>
                            { blocks(self.ctx(), text) }
                            if !sources.is_empty() {
                                <p class="explainer-cites">
                                    { &content.words.sources_label }{ citations(self.ctx(), sources) }
                                </p>
                            }
                        </li>
                    }
                </ul>
            </section>
        }
    }

    fn glossary(&self) -> Html {
        let content = self.content();
        html! {
            <section class="explainer-glossary" lang={self.lang()} dir={self.dir()}>
                { self.heading(1, "explainer-glossary-title", html! { { &content.words.glossary } }) }
                <dl>
                    for Term { term, definition } in &content.glossary {
                        <div><dt>{ term }</dt><dd>{ inlines(self.ctx(), definition) }</dd></div>
                    }
                </dl>
            </section>
        }
    }

    fn sources(&self) -> Html {
        let content = self.content();
        html! {
            <section class="explainer-sources" lang={self.lang()} dir={self.dir()}>
                { self.heading(1, "explainer-sources-title", html! { { &content.words.sources } }) }
                <ol>
                    for (id, source) in (0..).map(SourceId).zip(&content.sources) {
                        { self.source(id, source) }
                    }
                </ol>
            </section>
        }
    }

    fn source(&self, id: SourceId, source: &Source) -> Html {
        let words = &self.content().words;
        let address = source.url.as_ref().and_then(|link| address(self.ctx(), link));
        html! {
            <li class="explainer-content" id={self.id(&source.id)}>
                <span class="explainer-publisher">{ &source.publisher }</span>{ " " }
                <cite>
                    if let Some(address) = address {
                        <a href={address}>{ &source.title }</a>
                    } else {
                        { &source.title }
                    }
                </cite>
                if let Some(value) = &source.date {
                    { " " }<span class="explainer-source-date">{ date(value) }</span>
                }
                for nth in (1..=source.uses).filter(|&nth| self.absent.has_reference(id, nth)) {
                    { " " }
                    <a
                        class="explainer-back"
                        href={["#", &reference_id(self.prefix, source, nth)].concat()}
                        aria-label={fill(&words.back_to_reference, &[("n", &nth.to_string())])}
                    >{ ["↑", &nth.to_string()].concat() }</a>
                }
            </li>
        }
    }
}

impl Printer<'_> {
    fn page_of_events(&self, stylesheet: &str) -> Html {
        let content = self.content();
        html! {
            <html lang={self.lang()} dir={self.dir()}>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <title>{ &content.title }</title>
                    <link rel="stylesheet" href={stylesheet.to_owned()} />
                </head>
                <body>
                    <news-explainer heading-level="1">
                        <section class="explainer-head explainer-content" id={self.prefix.to_owned()} lang={self.lang()} dir={self.dir()}>
                            { self.heading(0, "explainer-title", html! { { &content.title } }) }
                            { self.dates() }
                        </section>
                        <section class="explainer-timeline-head" lang={self.lang()} dir={self.dir()}>
                            { self.heading(1, "explainer-timeline-title", html! { { content.timeline_heading.as_deref().unwrap_or_default() } }) }
                        </section>
                        { legend(self.document) }
                        { self.events("explainer-events".to_owned()) }
                        if !content.sources.is_empty() {
                            { self.sources() }
                        }
                    </news-explainer>
                </body>
            </html>
        }
    }
}

/// The groups, each with the place of its first event in time order.
fn numbered(groups: &[Group]) -> impl Iterator<Item = (u32, &Group)> {
    groups.iter().scan(0, |next, group| {
        let first = *next;
        *next += group.events.len() as u32;
        Some((first, group))
    })
}
