//! From the author's document to the finished one.
//!
//! The parts are compiled in the order in which they are printed, because that order numbers the sources. Findings are
//! put into the file's order at the end.

use super::calendar::{self, Calendar};
use super::chronology::{Chronology, chronology};
use super::dates;
use super::diagnostic::Span;
use super::format::{self, Explainer};
use super::ids::Names;
use super::json::{Text, quote};
use super::links::{self, Refusal};
use super::markdown::{self, Context};
use super::report::{Finding, Report};
use super::sources::Sources;
use super::suggest;
use super::timeline;
use super::wording::Wording;
use super::words::{self, Words};
use crate::date::{Civil, Day};
use crate::document::{
    Block, Citation, Content, Correction, Development, Direction, Document, Edition, Era, Inline, LabelledDate, Link,
    PRINTED_EVENTS, Question, Section, Source, Spacing, Term, Timeline, Version, fill,
};

/// Compiles what was read. What could not be read has been reported, and stands in as nothing.
pub fn compile(report: &Report, explainer: &Explainer<'_>) -> Option<Document> {
    let names = Names::collect(report, explainer);
    let locale = language(report, &explainer.lang);
    let (mut words, own) = words::words(locale.id.language.as_str());
    if !own {
        report_no_words(report, &explainer.lang);
    }
    let calendar = Calendar::new(&locale)?;
    let wording = Wording { calendar: &calendar, words: &words.dates };
    let mut sources = Sources::new(&explainer.sources);
    let mut compiler = Compiler {
        report,
        names: &names,
        wording: &wording,
        words: &words,
        ctx: Context { report, names: &names, sources: &mut sources },
    };
    let timeline = explainer.timeline.as_ref();
    let empty = Chronology { events: Vec::new(), eras: Vec::new(), window: None };
    let order = timeline.map_or(empty, |timeline| chronology(report, timeline));

    // In print order.
    let standfirst = compiler.maybe_inlines(explainer.standfirst.as_ref());
    let credit = compiler.maybe_inlines(explainer.credit.as_ref());
    let corrections = compiler.corrections(&explainer.corrections);
    let lead = compiler.maybe_blocks(explainer.lead.as_ref());
    let sections = explainer.sections.iter().map(|section| compiler.section(section)).collect();
    let groups = compiler.groups(&order);
    let faq = explainer.faq.iter().map(|question| compiler.question(question)).collect();
    let (dates, as_of, updated) = compiler.dates(explainer);
    let since_publication = compiler.developments(&explainer.since_publication, as_of);
    let glossary = explainer.glossary.iter().map(|term| compiler.term(term)).collect();
    let byline = compiler.byline(&explainer.authors);
    let start = timeline.and_then(|timeline| compiler.start(timeline.start.as_ref(), &order));
    let categories = timeline.map_or(Vec::new(), |timeline| compiler.categories(timeline));
    let marks = order.events.iter().map(|event| timeline::mark(event, &names)).collect();
    let timeline_heading = timeline.map(|timeline| compiler.timeline_heading(timeline));
    let eras = order.eras.iter().map(|era| Era {
        id: own_text(&era.of.id),
        label: own_text(&era.of.label),
        bounds: era.bounds,
    });
    let eras = eras.collect();
    let as_of = dates.last().map(|as_of: &LabelledDate| as_of.date.plain()).unwrap_or_default();
    let sources = sources.finish(report).into_iter().map(|(source, uses)| finished(report, &wording, source, uses));
    let sources = sources.collect();

    let all_events =
        fill(words.all_events.of(calendar.plural(order.events.len())), &[("n", &calendar.number(order.events.len()))]);
    words.printed.all_events = all_events;
    let numbers = [("n", &*calendar.number(PRINTED_EVENTS)), ("total", &calendar.number(order.events.len()))];
    words.printed.rest = fill(&words.printed.rest, &numbers);
    words.printed.rest_link = fill(&words.printed.rest_link, &numbers);
    words.printed.since_publication_note = fill(&words.printed.since_publication_note, &[("date", &as_of)]);
    let (updated, updated_in_words) = updated.unwrap_or_default();
    for pattern in [&mut words.printed.copy, &mut words.printed.newer, &mut words.printed.corrected] {
        *pattern = fill(pattern, &[("date", &updated_in_words)]);
    }
    let url = explainer.url.as_ref().and_then(|url| address(report, url, "an https: or http: address", links::page));
    let edition = Edition { updated, corrections: corrections.len(), url };
    let Words { printed, mut controls, kinds, .. } = words;
    calendar.word_ticks(&mut controls);
    Some(Document {
        content: Content {
            title: own_text(&explainer.title),
            standfirst,
            kind: explainer.kind.and_then(|kind| kinds.get(kind)).copied().unwrap_or_default().to_owned(),
            byline,
            credit,
            dates,
            corrections,
            lead,
            sections,
            timeline_heading,
            groups,
            faq,
            since_publication,
            glossary,
            sources,
            edition,
            words: printed,
        },
        timeline: Timeline {
            version: Version,
            id: own_text(&explainer.id),
            lang: own_text(&explainer.lang),
            dir: explainer.dir.unwrap_or_else(|| direction(&locale)),
            marks,
            eras,
            categories,
            start,
            window: order.window,
            spacing: timeline.map_or(Spacing::Linear, |timeline| timeline.scale),
            rows: None,
            words: controls,
        },
    })
}

pub(super) fn own_text(text: &Text<'_>) -> String {
    text.value.clone().into_owned()
}

fn direction(locale: &icu_locale::Locale) -> Direction {
    calendar::direction(locale)
}

fn language(report: &Report, tag: &Text<'_>) -> icu_locale::Locale {
    let english = icu_locale::locale!("en");
    if tag.is_empty() {
        return english;
    }
    match calendar::language(&tag.value) {
        Some(locale) if !locale.id.language.is_unknown() => locale,
        _ => {
            let help = tag.value.contains('_').then(|| format!("did you mean {:?}?", tag.value.replace('_', "-")));
            report.push(
                Finding::error("invalid-language", tag.span())
                    .expected("a language tag (BCP 47) such as en, en-US or ar")
                    .found(quote(&tag.value))
                    .help(help),
            );
            english
        }
    }
}

fn report_no_words(report: &Report, tag: &Text<'_>) {
    let known: Vec<&str> = words::languages().collect();
    report.push(
        Finding::warning("no-words-for-language", tag.span())
            .expected(format!("a language that there are words for: {}", suggest::one_of(&known)))
            .found(format!("{}; labels and buttons will be in English, dates in its own words", quote(&tag.value)))
            .help("add a table to src/author/words".to_owned()),
    );
}

/// Reports an address that was refused.
pub(super) fn refuse(report: &Report, text: &Text<'_>, expected: &str, refusal: Refusal) {
    report.push(
        Finding::error(refusal.code, text.span())
            .expected(expected)
            .found(format!("{}, {}", quote(&text.value), refusal.found))
            .help(refusal.help),
    );
}

/// An address of the file as a link, or a report of why it is none.
fn address(
    report: &Report,
    text: &Text<'_>,
    expected: &str,
    read: fn(&str) -> Result<String, Refusal>,
) -> Option<Link> {
    read(&text.value).map(Link::Web).map_err(|refusal| refuse(report, text, expected, refusal)).ok()
}

fn finished(report: &Report, wording: &Wording<'_>, source: &format::Source<'_>, uses: u32) -> Source {
    let date = source.date.as_ref().and_then(|date| dates::read(report, date));
    let expected = "an https:, http: or mailto: address";
    let url = source.url.as_ref().and_then(|url| address(report, url, expected, links::web));
    Source {
        id: own_text(&source.id),
        publisher: own_text(&source.publisher),
        title: own_text(&source.title),
        date: date.map(|date| wording.word(&date.edtf)),
        url,
        uses,
    }
}

/// Compiles the parts of a document that read words.
pub(super) struct Compiler<'c, 'd, 's> {
    pub report: &'c Report,
    pub names: &'c Names,
    pub wording: &'c Wording<'c>,
    pub words: &'c Words,
    ctx: Context<'c, 'd, 's>,
}

impl Compiler<'_, '_, '_> {
    fn blocks(&mut self, text: &Text<'_>) -> Vec<Block> {
        markdown::blocks(&mut self.ctx, text)
    }

    pub(super) fn maybe_blocks(&mut self, text: Option<&Text<'_>>) -> Vec<Block> {
        text.map_or(Vec::new(), |text| self.blocks(text))
    }

    pub(super) fn inlines(&mut self, text: &Text<'_>) -> Vec<Inline> {
        markdown::inlines(&mut self.ctx, text)
    }

    pub(super) fn maybe_inlines(&mut self, text: Option<&Text<'_>>) -> Vec<Inline> {
        text.map_or(Vec::new(), |text| self.inlines(text))
    }

    pub(super) fn cite_all(&mut self, ids: &[Text<'_>]) -> Vec<Citation> {
        self.ctx.sources.cite_all(self.report, self.names, ids)
    }

    /// Published, updated, as of; the as-of day; and the day of the last update, else of publication, as `YYYY-MM-DD`
    /// and in words.
    fn dates(&self, explainer: &Explainer<'_>) -> (Vec<LabelledDate>, Option<Day>, Option<(String, String)>) {
        let day = |text: &Text<'_>| dates::read_day(self.report, text);
        let published = day(&explainer.published);
        let updated = explainer.updated.as_ref().and_then(|updated| Some((updated, day(updated)?)));
        let as_of = day(&explainer.as_of);
        if let (Some(published), Some((text, updated))) = (&published, &updated)
            && updated.reach.known.earliest < published.reach.known.earliest
        {
            self.report.push(
                Finding::error("updated-before-published", text.span())
                    .expected(format!("a day on or after publication, {}", explainer.published.value))
                    .found(quote(&text.value)),
            );
        }
        let as_of_day = as_of.as_ref().map(|as_of| as_of.reach.known.earliest);
        let latest = updated.as_ref().map(|(_, updated)| updated).or(published.as_ref());
        let updated_day = latest.map(|date| {
            let Civil { year, month, day } = date.reach.known.earliest.civil();
            (format!("{year:04}-{month:02}-{day:02}"), self.wording.word(&date.edtf).plain())
        });
        let labelled = [
            (self.words.published, published),
            (self.words.updated, updated.map(|(_, updated)| updated)),
            (self.words.as_of, as_of),
        ];
        let dates = labelled.into_iter().filter_map(|(label, date)| {
            Some(LabelledDate { label: label.to_owned(), date: self.wording.word(&date?.edtf) })
        });
        (dates.collect(), as_of_day, updated_day)
    }

    fn byline(&self, authors: &[Text<'_>]) -> String {
        let names: Vec<&str> = authors.iter().map(|author| &*author.value).collect();
        let names = match names[..] {
            [] => return String::new(),
            [only] => only.to_owned(),
            [ref head @ .., last] => [&head.join(self.words.comma), self.words.and, last].concat(),
        };
        fill(self.words.byline, &[("names", &names)])
    }

    /// Newest first; what was put right on the same day stays as it is written.
    fn corrections(&mut self, corrections: &[format::Correction<'_>]) -> Vec<Correction> {
        let read = |correction| Some((correction, dates::read(self.report, date_of(correction))?));
        fn date_of<'t, 's>(correction: &'t format::Correction<'s>) -> &'t Text<'s> {
            &correction.date
        }
        let mut dated: Vec<_> = corrections.iter().filter_map(read).collect();
        dated.sort_by_key(|(_, date)| std::cmp::Reverse(date.reach.known.earliest));
        dated
            .into_iter()
            .map(|(correction, date)| Correction {
                date: self.wording.word(&date.edtf),
                text: self.blocks(&correction.text),
                was: self.inlines(&correction.was),
            })
            .collect()
    }

    fn section(&mut self, section: &format::Section<'_>) -> Section {
        Section { id: own_text(&section.id), heading: own_text(&section.heading), body: self.blocks(&section.body) }
    }

    fn question(&mut self, question: &format::Question<'_>) -> Question {
        Question {
            id: own_text(&question.id),
            question: own_text(&question.question),
            answer: self.blocks(&question.answer),
        }
    }

    fn term(&mut self, term: &format::Term<'_>) -> Term {
        Term { term: own_text(&term.term), definition: self.inlines(&term.definition) }
    }

    /// In time order.
    fn developments(&mut self, developments: &[format::Development<'_>], as_of: Option<Day>) -> Vec<Development> {
        let mut dated: Vec<_> = developments
            .iter()
            .filter_map(|development| Some((development, dates::read(self.report, &development.date)?)))
            .collect();
        dated.sort_by_key(|(_, date)| (date.reach.known.earliest, date.reach.known.latest));
        dated
            .into_iter()
            .map(|(development, date)| {
                if as_of.is_some_and(|as_of| date.reach.known.latest <= as_of) {
                    self.report_not_since(&development.date);
                }
                Development {
                    date: self.wording.word(&date.edtf),
                    text: self.blocks(&development.text),
                    sources: self.cite_all(&development.sources),
                }
            })
            .collect()
    }

    fn report_not_since(&self, date: &Text<'_>) {
        self.report.push(
            Finding::warning("not-since-publication", date.span())
                .expected("a date after the document's as_of")
                .found(quote(&date.value))
                .help("make it an event of the timeline, or correct the date".to_owned()),
        );
    }
}

/// Where a document that cannot be read at all is wrong: at its beginning.
pub const NOWHERE: Span = Span { start: 0, end: 0 };
