//! The timeline's part of a document: events and their marks, eras, categories.

use std::collections::HashSet;

use super::chronology::{Chronology, Dated};
use super::format;
use super::ids::Names;
use super::json::{Text, quote};
use super::language;
use super::pictures;
use super::prose::Prose;
use super::report::{Finding, Report};
use super::suggest;
use super::wording::Wording;
use crate::document::{
    Category, CategoryId, Claim, DatePart, DateText, Era, Event, EventId, MAX_CATEGORIES, Mark, Run,
};

/// The events as drawn, in time order.
pub fn marks(names: &Names, order: &Chronology<'_, '_>) -> Vec<Mark> {
    order
        .events
        .iter()
        .map(|event| Mark {
            id: event.of.id.to_id(),
            bounds: event.bounds,
            clock: event.clock,
            extent: event.reach.extent,
            doubt: event.reach.doubt,
            category: category(event.of, names),
            status: event.of.status,
        })
        .collect()
}

/// The category of an event, if it names one that exists.
fn category(event: &format::Event<'_>, names: &Names) -> Option<CategoryId> {
    let position = names.categories.position_of(&event.category.as_ref()?.value)?;
    u8::try_from(position).ok().map(CategoryId).filter(|&CategoryId(id)| usize::from(id) < MAX_CATEGORIES)
}

/// The eras, in time order.
pub fn eras(order: &Chronology<'_, '_>) -> Vec<Era> {
    let era = |era: &Dated<&format::Era<'_>>| Era {
        id: era.of.id.to_id(),
        label: era.of.label.to_text(),
        bounds: era.bounds,
    };
    order.eras.iter().map(era).collect()
}

/// The categories, at most as many as can be told apart.
pub fn categories(report: &Report, names: &Names, timeline: &format::Timeline<'_>) -> Vec<Category> {
    let known = &names.categories;
    let used: Vec<&Text<'_>> = timeline.events.iter().filter_map(|event| event.category.as_ref()).collect();
    for id in used.iter().filter(|id| !known.has(&id.value)) {
        report_unknown_category(report, names, id);
    }
    // Perhaps one that nothing uses was meant where another, unknown one is named.
    let is_quiet = report.has("unknown-category");
    let used: HashSet<&str> = used.iter().map(|id| &*id.value).collect();
    for category in &timeline.categories {
        if !is_quiet && !category.id.is_empty() && !used.contains(&*category.id.value) {
            report.push(
                Finding::warning("unused-category", category.id.span())
                    .expected("an event of every category")
                    .found(format!("none of {}", quote(&category.id.value)))
                    .help("remove it".to_owned()),
            );
        }
    }
    if let Some(category) = timeline.categories.get(MAX_CATEGORIES) {
        report_too_many(report, timeline, category);
    }
    let kept = timeline.categories.iter().take(MAX_CATEGORIES);
    kept.map(|category| Category { id: category.id.to_id(), label: category.label.to_text() }).collect()
}

fn report_too_many(report: &Report, timeline: &format::Timeline<'_>, category: &format::Category<'_>) {
    let surplus = timeline.categories.len() - MAX_CATEGORIES;
    let count = |id: &str| {
        timeline.events.iter().filter(|event| event.category.as_ref().is_some_and(|own| own.value == id)).count()
    };
    let mut rarest: Vec<_> =
        timeline.categories.iter().map(|category| (count(&category.id.value), &*category.id.value)).collect();
    rarest.sort_by_key(|(count, _)| *count);
    // Two that become one are one fewer.
    let listed = rarest.iter().take((surplus + 1).min(5));
    let listed: Vec<String> = listed.map(|(count, id)| format!("{id} ({count})")).collect();
    report.push(
        Finding::error("too-many-categories", category.id.span())
            .expected(format!("at most {MAX_CATEGORIES} categories, as many as marks can tell apart"))
            .found(format!("{}", timeline.categories.len()))
            .help(format!(
                "join those with the fewest events under one label, such as {}, and say what each was in the titles of \
                 their events",
                suggest::one_of(&listed.iter().map(String::as_str).collect::<Vec<_>>()),
            )),
    );
}

fn report_unknown_category(report: &Report, names: &Names, id: &Text<'_>) {
    /// More of them would not be read.
    const LISTED: usize = 10;
    let known: Vec<&str> = names.categories.ids().take(LISTED).collect();
    let expected = match known[..] {
        [] => "no category, since the timeline has none".to_owned(),
        _ => format!("one of the categories {}", known.join(", ")),
    };
    let help = suggest::did_you_mean(report, &id.value, known).or_else(|| Some("add it to the categories".to_owned()));
    report.push(Finding::error("unknown-category", id.span()).expected(expected).found(quote(&id.value)).help(help));
}

/// The event shown first: the first, unless the author says otherwise.
pub fn start(report: &Report, names: &Names, start: Option<&Text<'_>>, order: &Chronology<'_, '_>) -> Option<EventId> {
    let last = order.events.len().saturating_sub(1);
    let position = match start {
        None => 0,
        Some(start) => match order.events.iter().position(|event| event.of.id.value == start.value) {
            Some(position) => position,
            None if start.value == "first" => 0,
            None if start.value == "latest" => last,
            // Its date is wrong, which has been reported.
            None if order.undated.iter().any(|event| event.id.value == start.value) => 0,
            None => {
                names.unknown_event(report, &start.value, start.span());
                0
            }
        },
    };
    u32::try_from(position).ok().filter(|_| !order.events.is_empty()).map(EventId)
}

/// The events in time order, in runs of one era.
pub fn runs(wording: &Wording<'_>, order: &Chronology<'_, '_>) -> Vec<Run> {
    let mut runs: Vec<(Option<usize>, Run)> = Vec::new();
    for event in &order.events {
        let era = order.era_of(event);
        match runs.last_mut() {
            Some((last, run)) if *last == era => run.length += 1,
            _ => {
                let of = era.map(|era| &order.eras[era]);
                let run = Run {
                    heading: of.map(|era| era.of.label.to_text()).unwrap_or_default(),
                    date: of.map_or_else(DateText::default, |era| wording.word(&era.edtf)),
                    length: 1,
                };
                runs.push((era, run));
            }
        }
    }
    runs.into_iter().map(|(_, run)| run).collect()
}

/// The words of the events, in time order.
pub fn words(prose: &mut Prose<'_, '_, '_>, order: &Chronology<'_, '_>) -> Vec<Event> {
    let wording = prose.wording;
    let date = |event: &Dated<&format::Event<'_>>| date(wording.word(&event.edtf), event.of.display_date.as_ref());
    let events = order.events.iter().map(|event| self::event(prose, event.of, date(event))).collect();
    for event in &order.undated {
        self::event(prose, event, DateText::default());
    }
    events
}

fn event(prose: &mut Prose<'_, '_, '_>, of: &format::Event<'_>, date: DateText) -> Event {
    // In print order.
    let (media, card) = pictures::shown(prose, of.media.as_ref());
    let body = prose.maybe_blocks(of.body.as_ref());
    let claims = of.claims.iter().map(|claim| self::claim(prose, claim)).collect();
    Event { date, title: of.title.to_text(), body, claims, sources: prose.cite_all(&of.sources), media, card }
}

/// The date in the author's words, if there are any; a single date keeps its value for machines.
fn date(worded: DateText, display: Option<&Text<'_>>) -> DateText {
    let Some(display) = display else { return worded };
    let datetime = match &worded.parts[..] {
        [only] => only.datetime.clone(),
        _ => None,
    };
    DateText { parts: vec![DatePart { text: display.to_text(), datetime }] }
}

fn claim(prose: &mut Prose<'_, '_, '_>, claim: &format::Claim<'_>) -> Claim {
    Claim {
        by: claim.by.to_text(),
        stance: claim.stance,
        says: prose.inlines(&claim.says),
        lang: language::of_part(prose.report, claim.lang.as_ref()),
        sources: prose.cite_all(&claim.sources),
    }
}
