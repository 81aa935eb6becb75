//! From the author's document to the finished one, pass by pass.
//!
//! Findings are put into the file's order at the end.

use std::rc::Rc;

use super::SizeOf;
use super::chronology::{Chronology, chronology};
use super::events;
use super::format::Explainer;
use super::front_matter::{FrontMatter, byline};
use super::ids::Names;
use super::labels::Facts;
use super::language::Language;
use super::pictures;
use super::prose::Prose;
use super::report::Report;
use super::wording::Wording;
use crate::document::{Content, ControlLabels, Document, PRINTED_EVENTS, PrintLabels, Spacing, Timeline, Version};

/// Compiles what was read. What could not be read has been reported, and stands in as nothing.
pub fn compile(report: &Report, explainer: &Explainer<'_>, size_of: &SizeOf<'_>) -> Option<Document> {
    let mut names = Names::collect(report, explainer);
    let language = Language::choose(report, &explainer.lang)?;
    let front_matter = FrontMatter::read(report, explainer, &language);
    let as_of = front_matter.as_of;
    let order = explainer.timeline.as_ref().map_or_else(Chronology::default, |it| chronology(report, it, as_of));
    names.number_events(&order);
    Some(Document {
        content: content(report, explainer, &language, &names, &order, &front_matter, size_of),
        timeline: Rc::new(timeline(report, explainer, &language, &names, &order)),
    })
}

/// The headings and labels, finished.
fn print_labels(language: &Language, front_matter: &FrontMatter, events: usize) -> PrintLabels {
    let calendar = language.labels_wording().calendar;
    (language.labels.print)(&Facts {
        as_of: &front_matter.as_of_text,
        updated: &front_matter.updated_text,
        events: &calendar.number(events),
        plural: calendar.plural(events),
        printed_events: &calendar.number(PRINTED_EVENTS),
    })
}

/// The words, in print order, because that order numbers the sources.
fn content(
    report: &Report,
    explainer: &Explainer<'_>,
    language: &Language,
    names: &Names,
    order: &Chronology<'_, '_>,
    front_matter: &FrontMatter,
    size_of: &SizeOf<'_>,
) -> Content {
    let wording = Wording { as_of: front_matter.as_of, shows_zones: order.has_zones(), ..language.wording() };
    let mut prose = Prose::new(report, names, &wording, size_of, &explainer.sources);
    let heading =
        |heading: Option<&_>| heading.map_or_else(|| language.labels.timeline.to_owned(), super::json::Text::to_text);
    let kind = explainer.kind.and_then(|kind| language.labels.kinds.get(kind)).copied();
    Content {
        title: explainer.title.to_text(),
        standfirst: prose.maybe_inlines(explainer.standfirst.as_ref()),
        kind: kind.unwrap_or_default().to_owned(),
        byline: byline(language, &explainer.authors),
        credit: prose.maybe_inlines(explainer.credit.as_ref()),
        dates: front_matter.dates.clone(),
        corrections: prose.corrections(&explainer.corrections),
        lead: prose.maybe_blocks(explainer.lead.as_ref()),
        sections: pictures::sections(&mut prose, &explainer.sections),
        timeline_heading_lang: explainer
            .timeline
            .as_ref()
            .filter(|timeline| timeline.heading.is_none())
            .and_then(|_| language.stand_in().map(str::to_owned)),
        timeline_heading: explainer.timeline.as_ref().map(|timeline| heading(timeline.heading.as_ref())),
        events: events::words(&mut prose, order),
        runs: events::runs(&wording, order),
        faq: prose.questions(&explainer.faq),
        since_publication: prose.developments(&explainer.since_publication, front_matter.as_of),
        glossary: prose.glossary(&explainer.glossary),
        sources: prose.sources(),
        edition: front_matter.edition(report, explainer),
        labels: print_labels(language, front_matter, order.events.len()),
    }
}

/// The controls' labels; those of clocks only where there are any.
fn labels(language: &Language, order: &Chronology<'_, '_>) -> ControlLabels {
    let mut labels = (language.labels.controls)(language.calendar.numerals());
    if order.has_clocks() {
        let wording = language.wording();
        labels.hours = wording.hours(order.has_zones());
        labels.clock = wording.words.clock.to_owned();
    }
    labels
}

/// The marks and the controls' labels.
fn timeline(
    report: &Report,
    explainer: &Explainer<'_>,
    language: &Language,
    names: &Names,
    order: &Chronology<'_, '_>,
) -> Timeline {
    let timeline = explainer.timeline.as_ref();
    Timeline {
        version: Version::default(),
        id: explainer.id.to_id(),
        lang: explainer.lang.to_text(),
        dir: explainer.dir.unwrap_or(language.direction),
        labels_lang: language.stand_in().map(str::to_owned),
        marks: events::marks(names, order),
        eras: events::eras(order),
        categories: timeline.map_or_else(Vec::new, |timeline| events::categories(report, names, timeline)),
        start: timeline.and_then(|timeline| events::start(report, names, timeline.start.as_ref(), order)),
        window: order.window,
        spacing: timeline.map_or(Spacing::Linear, |timeline| timeline.scale),
        labels: labels(language, order),
    }
}
