//! Ids: their form, who bears them, and what a link may point to.

use std::collections::HashMap;

use super::chronology::Chronology;
use super::diagnostic::Span;
use super::format::{Explainer, Timeline};
use super::json::{Text, quote};
use super::report::{Finding, Report};
use super::suggest;
use crate::document::{EventId, Id, Part};

/// The nearest well-formed id, if anything of it is left.
fn mend(id: &str) -> Option<String> {
    if id.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        return None;
    }
    let lower = id.to_lowercase();
    let parts = lower.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit()));
    let mended = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    (!mended.is_empty()).then_some(mended)
}

/// The ids of one namespace, in the order of the file.
#[derive(Default)]
pub struct Namespace {
    /// Whose an id is, and its place in the order of the file.
    bearers: HashMap<String, (&'static str, usize)>,
    order: Vec<String>,
}

impl Namespace {
    /// Adds an id; `bearer` says whose it is ("an event"). Reports malformed and repeated ones.
    fn add(&mut self, report: &Report, id: &Text<'_>, bearer: &'static str) {
        if id.is_empty() {
            return;
        }
        if !Id::is_well_formed(&id.value) {
            let help = mend(&id.value).map(|mended| format!("did you mean {mended:?}?"));
            report.push(
                Finding::error("malformed-id", id.span())
                    .expected("an id of the letters a-z, digits and single hyphens between them")
                    .found(quote(&id.value))
                    .help(help),
            );
        } else if let Some((other, _)) = self.bearers.get(&*id.value) {
            report.push(
                Finding::error("duplicate-id", id.span())
                    .expected("an id that nothing else has")
                    .found(format!("{}, which is also the id of {other}", quote(&id.value)))
                    .help("change one of the two, and the links to it".to_owned()),
            );
            return;
        }
        // A malformed id is kept: links to it are not wrong twice.
        self.bearers.insert(id.value.clone().into_owned(), (bearer, self.order.len()));
        self.order.push(id.value.clone().into_owned());
    }

    /// Whether an id is known.
    pub fn has(&self, id: &str) -> bool {
        self.bearers.contains_key(id)
    }

    /// An id's position in the order of the file.
    pub fn position_of(&self, id: &str) -> Option<usize> {
        self.bearers.get(id).map(|&(_, place)| place)
    }

    /// The ids, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(String::as_str)
    }

    fn ids_of<'n>(&'n self, bearers: &'n [&'n str]) -> impl Iterator<Item = &'n str> {
        self.ids().filter(move |id| self.bearers.get(*id).is_some_and(|(bearer, _)| bearers.contains(bearer)))
    }
}

const DOCUMENT: &str = "the document";
const SECTION: &str = "a section";
const EVENT: &str = "an event";
const QUESTION: &str = "a question";
const SOURCE: &str = "a source";
const CATEGORY: &str = "a category";
const ERA: &str = "an era";

/// All ids of a document. The document, its sections, events, questions and sources share one namespace, since they
/// share the page; categories and eras have one each.
#[derive(Default)]
pub struct Names {
    things: Namespace,
    /// The categories.
    pub categories: Namespace,
    eras: Namespace,
    /// What a link to an id leads to. A source has its number only when something refers to it.
    parts: HashMap<String, Part>,
}

impl Names {
    /// Collects and checks the ids of a document.
    pub fn collect(report: &Report, explainer: &Explainer<'_>) -> Names {
        let mut names = Names::default();
        names.things.add(report, &explainer.id, DOCUMENT);
        explainer.sections.iter().for_each(|section| names.things.add(report, &section.id, SECTION));
        if let Some(Timeline { categories, eras, events, .. }) = &explainer.timeline {
            categories.iter().for_each(|category| names.categories.add(report, &category.id, CATEGORY));
            eras.iter().for_each(|era| names.eras.add(report, &era.id, ERA));
            events.iter().for_each(|event| names.things.add(report, &event.id, EVENT));
        }
        explainer.faq.iter().for_each(|question| names.things.add(report, &question.id, QUESTION));
        explainer.sources.iter().for_each(|source| names.things.add(report, &source.id, SOURCE));
        let sections = (0..).map(Part::Section).zip(explainer.sections.iter().map(|section| &section.id));
        let questions = (0..).map(Part::Question).zip(explainer.faq.iter().map(|question| &question.id));
        names.parts = sections.chain(questions).map(|(part, id)| (id.to_text(), part)).collect();
        names
    }

    /// Gives the events the numbers that they have in time order.
    pub fn number_events(&mut self, order: &Chronology<'_, '_>) {
        let events = (0..).map(EventId).map(Part::Event).zip(&order.events);
        self.parts.extend(events.map(|(part, event)| (event.of.id.to_text(), part)));
    }

    /// What a link to an id leads to, unless it is a source.
    pub fn part(&self, id: &str) -> Option<Part> {
        self.parts.get(id).copied()
    }

    /// Whether `#id` leads somewhere; reports it if not.
    pub fn check_target(&self, report: &Report, id: &str, span: Span) -> bool {
        let targets = [SECTION, EVENT, QUESTION, SOURCE];
        let known = self.things.bearers.get(id).is_some_and(|(bearer, _)| targets.contains(bearer));
        if !known {
            let found = if self.categories.has(id) {
                format!("{}, the id of a category", quote(id))
            } else if self.eras.has(id) {
                format!("{}, the id of an era", quote(id))
            } else if self.things.has(id) {
                format!("{}, the id of the document itself", quote(id))
            } else {
                format!("{}, which nothing has as its id", quote(id))
            };
            report.push(
                Finding::error("unknown-target", span)
                    .expected("# and the id of a section, an event, a question or a source")
                    .found(found)
                    .help(suggest::did_you_mean(report, id, self.things.ids_of(&targets))),
            );
        }
        known
    }

    /// Reports a reference to a source that does not exist.
    pub fn unknown_source(&self, report: &Report, id: &str, span: Span) {
        let sources = self.things.ids_of(&[SOURCE]);
        let help = suggest::did_you_mean(report, id, sources).or_else(|| Some("add it to the sources".to_owned()));
        report.push(
            Finding::error("unknown-source", span)
                .expected("the id of a source")
                .found(format!("{}, which no source has", quote(id)))
                .help(help),
        );
    }

    /// Reports an event that does not exist.
    pub fn unknown_event(&self, report: &Report, id: &str, span: Span) {
        let events = self.things.ids_of(&[EVENT]).chain(["first", "latest"]);
        report.push(
            Finding::error("unknown-event", span)
                .expected("the id of an event, first or latest")
                .found(quote(id))
                .help(suggest::did_you_mean(report, id, events)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_ids_are_mended_for_the_help() {
        assert_eq!(mend("The Treaty_1961").as_deref(), Some("the-treaty-1961"));
        assert_eq!(mend("a--b-").as_deref(), Some("a-b"));
        assert_eq!(mend("--"), None);
        assert_eq!(mend("über"), None);
    }
}
