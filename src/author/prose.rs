//! The parts of a document that are read as text, one after the other in the order in which they are printed, because
//! that order numbers the sources.

use super::SizeOf;
use super::dates::{self, Reach, Understood};
use super::format;
use super::ids::Names;
use super::json::{Text, quote};
use super::language;
use super::links;
use super::markdown::{self, Context};
use super::report::{Finding, Report};
use super::sources::Sources;
use super::wording::Wording;
use crate::date::Day;
use crate::document::{Blocks, Citation, Correction, DateText, Development, Inlines, Question, Source, Term};

/// Compiles texts.
pub struct Prose<'c, 'd, 's> {
    /// Where findings go.
    pub report: &'c Report,
    /// The ids of the document.
    pub names: &'c Names,
    /// How dates are worded.
    pub wording: &'c Wording<'c>,
    /// How large pictures are.
    pub size_of: &'c SizeOf<'c>,
    sources: Sources<'d, 's>,
}

impl<'c, 'd, 's> Prose<'c, 'd, 's> {
    /// Nothing has been compiled yet.
    pub fn new(
        report: &'c Report,
        names: &'c Names,
        wording: &'c Wording<'c>,
        size_of: &'c SizeOf<'c>,
        sources: &'d [format::Source<'s>],
    ) -> Prose<'c, 'd, 's> {
        Prose { report, names, wording, size_of, sources: Sources::new(sources) }
    }

    /// A text of any number of blocks.
    pub fn blocks(&mut self, text: &Text<'_>) -> Blocks {
        markdown::blocks(&mut self.context(), text)
    }

    /// The same, or nothing.
    pub fn maybe_blocks(&mut self, text: Option<&Text<'_>>) -> Blocks {
        text.map_or_else(Blocks::default, |text| self.blocks(text))
    }

    /// A text of one paragraph.
    pub fn inlines(&mut self, text: &Text<'_>) -> Inlines {
        markdown::inlines(&mut self.context(), text)
    }

    /// The same, or nothing.
    pub fn maybe_inlines(&mut self, text: Option<&Text<'_>>) -> Inlines {
        text.map_or_else(Inlines::default, |text| self.inlines(text))
    }

    /// References to a list of sources.
    pub fn cite_all(&mut self, ids: &[Text<'_>]) -> Vec<Citation> {
        self.sources.cite_all(self.report, self.names, ids)
    }

    fn context(&mut self) -> Context<'_, 'd, 's> {
        Context { report: self.report, names: self.names, sources: &mut self.sources }
    }

    /// Newest first; what was put right on the same day stays as it is written.
    pub fn corrections(&mut self, corrections: &[format::Correction<'_>]) -> Vec<Correction> {
        let dated = corrections.iter().map(|correction| (correction, dates::read(self.report, &correction.date)));
        let mut dated: Vec<_> = dated.collect();
        let key = |reach: Reach| (reach.known.map(|known| known.earliest), reach.clock);
        dated.sort_by_key(|(_, date)| std::cmp::Reverse(date.as_ref().map(|date| key(date.reach))));
        dated
            .into_iter()
            .map(|(correction, date)| Correction {
                date: self.word(date.as_ref()),
                text: self.blocks(&correction.text),
                was: self.inlines(&correction.was),
            })
            .collect()
    }

    /// The questions.
    pub fn questions(&mut self, questions: &[format::Question<'_>]) -> Vec<Question> {
        questions
            .iter()
            .map(|question| Question {
                id: question.id.to_id(),
                question: question.question.to_text(),
                answer: self.blocks(&question.answer),
            })
            .collect()
    }

    /// Later developments, in time order. What is not later than `as_of` is reported.
    pub fn developments(&mut self, developments: &[format::Development<'_>], as_of: Option<Day>) -> Vec<Development> {
        let dated = developments.iter().map(|development| (development, dates::read(self.report, &development.date)));
        let mut dated: Vec<_> = dated.collect();
        let key = |reach: Reach| (reach.known.map(|known| (known.earliest, known.latest)), reach.clock);
        dated.sort_by_key(|(_, date)| date.as_ref().map(|date| key(date.reach)));
        dated
            .into_iter()
            .map(|(development, date)| {
                let last = date.as_ref().filter(|date| !date.reach.ends_open()).and_then(|date| date.reach.known);
                if last.zip(as_of).is_some_and(|(last, as_of)| last.latest <= as_of) {
                    self.report_not_since(&development.date);
                }
                Development {
                    date: self.word(date.as_ref()),
                    text: self.blocks(&development.text),
                    sources: self.cite_all(&development.sources),
                }
            })
            .collect()
    }

    /// A date in words; no words for one that is wrong, which has been reported.
    fn word(&self, date: Option<&Understood>) -> DateText {
        date.map_or_else(DateText::default, |date| self.wording.word(&date.edtf))
    }

    fn report_not_since(&self, date: &Text<'_>) {
        self.report.push(
            Finding::warning("not-since-publication", date.span())
                .expected("a date after the document's as_of")
                .found(quote(&date.value))
                .help("make it an event of the timeline, or correct the date".to_owned()),
        );
    }

    /// The glossary.
    pub fn glossary(&mut self, terms: &[format::Term<'_>]) -> Vec<Term> {
        terms
            .iter()
            .map(|term| Term { term: term.term.to_text(), definition: self.inlines(&term.definition) })
            .collect()
    }

    /// The sources, in the order of their numbers. To be called after all texts.
    pub fn sources(self) -> Vec<Source> {
        let Prose { report, wording, sources, .. } = self;
        let expected = "an https:, http: or mailto: address";
        sources
            .finish(report)
            .into_iter()
            .map(|(source, uses)| Source {
                id: source.id.to_id(),
                publisher: source.publisher.to_text(),
                title: source.title.to_text(),
                date: source.date.as_ref().and_then(|date| dates::read(report, date)).map(|it| wording.word(&it.edtf)),
                lang: language::of_part(report, source.lang.as_ref()),
                url: source.url.as_ref().and_then(|url| links::read(report, url, expected, links::web)),
                uses,
            })
            .collect()
    }
}
