//! The timeline's part of a document: groups of events, marks, categories.

use std::collections::HashSet;

use super::chronology::{Chronology, Dated};
use super::compile::{Compiler, own_text, refuse};
use super::format;
use super::ids::Names;
use super::json::{Text, quote};
use super::links;
use super::report::Finding;
use super::suggest;
use crate::document::{
    Category, CategoryId, Claim, DateText, EraId, Event, EventId, Group, Inline, MAX_CATEGORIES, Mark, Media,
};

/// An event as drawn.
pub fn mark(event: &Dated<&format::Event<'_>>, names: &Names) -> Mark {
    Mark {
        id: own_text(&event.of.id),
        bounds: event.bounds,
        extent: event.reach.extent,
        doubt: event.reach.doubt,
        category: category(event.of, names),
        status: event.of.status,
    }
}

/// The category of an event, if it names one that exists.
fn category(event: &format::Event<'_>, names: &Names) -> Option<CategoryId> {
    let place = names.categories.place_of(&event.category.as_ref()?.value)?;
    u8::try_from(place).ok().map(CategoryId)
}

impl Compiler<'_, '_, '_> {
    /// The heading, or the language's own word for one.
    pub(super) fn timeline_heading(&self, timeline: &format::Timeline<'_>) -> String {
        timeline.heading.as_ref().map_or_else(|| self.words.timeline.to_owned(), own_text)
    }

    /// The categories, at most as many as can be told apart.
    pub(super) fn categories(&self, timeline: &format::Timeline<'_>) -> Vec<Category> {
        let known = &self.names.categories;
        let used: Vec<&Text<'_>> = timeline.events.iter().filter_map(|event| event.category.as_ref()).collect();
        for id in used.iter().filter(|id| !known.has(&id.value)) {
            self.report_unknown_category(id);
        }
        // Perhaps one that nothing uses was meant where another, unknown one is named.
        let quiet = self.report.has("unknown-category");
        let used: HashSet<&str> = used.iter().map(|id| &*id.value).collect();
        for category in &timeline.categories {
            if !quiet && !category.id.is_empty() && !used.contains(&*category.id.value) {
                self.report.push(
                    Finding::warning("unused-category", category.id.span())
                        .expected("an event of every category")
                        .found(format!("none of {}", quote(&category.id.value)))
                        .help("remove it".to_owned()),
                );
            }
        }
        if let Some(category) = timeline.categories.get(MAX_CATEGORIES) {
            self.report.push(
                Finding::error("too-many-categories", category.id.span())
                    .expected(format!("at most {MAX_CATEGORIES} categories, each with its own shape and colour"))
                    .found(format!("{}", timeline.categories.len()))
                    .help("join some of them".to_owned()),
            );
        }
        let kept = timeline.categories.iter().take(MAX_CATEGORIES);
        kept.map(|category| Category { id: own_text(&category.id), label: own_text(&category.label) }).collect()
    }

    fn report_unknown_category(&self, id: &Text<'_>) {
        /// More of them would not be read.
        const LISTED: usize = 10;
        let known: Vec<&str> = self.names.categories.ids().take(LISTED).collect();
        let expected = match known[..] {
            [] => "no category, since the timeline has none".to_owned(),
            _ => format!("one of the categories {}", known.join(", ")),
        };
        let help = suggest::did_you_mean(self.report, &id.value, known)
            .or_else(|| Some("add it to the categories".to_owned()));
        self.report
            .push(Finding::error("unknown-category", id.span()).expected(expected).found(quote(&id.value)).help(help));
    }

    /// The event shown first: the first, unless the author says otherwise.
    pub(super) fn start(&self, start: Option<&Text<'_>>, order: &Chronology<'_, '_>) -> Option<EventId> {
        let last = order.events.len().checked_sub(1)?;
        let place = match start {
            None => 0,
            Some(start) => match order.events.iter().position(|event| event.of.id.value == start.value) {
                Some(place) => place,
                None if start.value == "first" => 0,
                None if start.value == "latest" => last,
                None => {
                    self.names.unknown_event(self.report, &start.value, start.span());
                    0
                }
            },
        };
        u32::try_from(place).ok().map(EventId)
    }

    /// Events in time order, in runs of one era.
    pub(super) fn groups(&mut self, order: &Chronology<'_, '_>) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for event in &order.events {
            let era = order.era_of(event);
            let id = era.and_then(|place| u16::try_from(place).ok()).map(EraId);
            let compiled = self.event(event);
            match groups.last_mut() {
                Some(group) if group.era == id => group.events.push(compiled),
                _ => {
                    let era = era.map(|place| &order.eras[place]);
                    groups.push(Group {
                        era: id,
                        heading: era.map(|era| own_text(&era.of.label)).unwrap_or_default(),
                        date: era.map_or_else(DateText::default, |era| self.wording.word(&era.edtf)),
                        events: vec![compiled],
                    });
                }
            }
        }
        groups
    }

    fn event(&mut self, event: &Dated<&format::Event<'_>>) -> Event {
        let of = event.of;
        // In print order.
        let media = of.media.as_ref().map(|media| self.media(media));
        let body = self.maybe_blocks(of.body.as_ref());
        let claims = of.claims.iter().map(|claim| self.claim(claim)).collect();
        Event {
            id: own_text(&of.id),
            date: self.wording.word(&event.edtf),
            title: own_text(&of.title),
            body,
            category: category(of, self.names),
            status: of.status,
            claims,
            sources: self.cite_all(&of.sources),
            media,
        }
    }

    fn claim(&mut self, claim: &format::Claim<'_>) -> Claim {
        Claim {
            by: own_text(&claim.by),
            stance: claim.stance,
            says: self.inlines(&claim.says),
            sources: self.cite_all(&claim.sources),
        }
    }

    fn media(&mut self, media: &format::Media<'_>) -> Media {
        let src = links::picture(&media.src.value).unwrap_or_else(|refusal| {
            if !media.src.is_empty() {
                refuse(self.report, &media.src, "an https: or http: address, or one relative to the page", refusal);
            }
            String::new()
        });
        let mut caption = self.maybe_inlines(media.caption.as_ref());
        if let Some(credit) = &media.credit {
            if !caption.is_empty() {
                caption.push(Inline::Text(" ".to_owned()));
            }
            caption.push(Inline::Text(own_text(credit)));
        }
        Media { src, alt: own_text(&media.alt), width: media.width, height: media.height, caption: merged(caption) }
    }
}

/// Texts that meet become one.
fn merged(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for inline in inlines {
        match (out.last_mut(), inline) {
            (Some(Inline::Text(text)), Inline::Text(more)) => text.push_str(&more),
            (_, inline) => out.push(inline),
        }
    }
    out
}
