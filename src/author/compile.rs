//! From the author's document to the finished one.
//!
//! The parts are compiled in the order in which they are printed, because that order numbers the sources. Findings are
//! put into the file's order at the end.

use super::calendar::{self, Calendar};
use super::chronology::{Chronology, Dated, chronology};
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
use super::wording::Wording;
use super::words::{self, Words};
use crate::date::Day;
use crate::document::{
    Block, Category, CategoryId, Citation, Claim, Content, Correction, DateText, Development, Direction, Document, Era,
    EraId, Event, EventId, Group, Inline, LabelledDate, Link, MAX_CATEGORIES, Mark, Media, Question, Section, Source,
    Term, Timeline, Version, fill,
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
    let empty = Chronology { events: Vec::new(), eras: Vec::new() };
    let order = timeline.map_or(empty, |timeline| chronology(report, timeline));

    // In print order.
    let standfirst = compiler.maybe_inlines(explainer.standfirst.as_ref());
    let credit = compiler.maybe_inlines(explainer.credit.as_ref());
    let corrections = compiler.corrections(&explainer.corrections);
    let lead = compiler.maybe_blocks(explainer.lead.as_ref());
    let sections = explainer.sections.iter().map(|section| compiler.section(section)).collect();
    let groups = compiler.groups(&order);
    let faq = explainer.faq.iter().map(|question| compiler.question(question)).collect();
    let (dates, as_of) = compiler.dates(explainer);
    let since_publication = compiler.developments(&explainer.since_publication, as_of);
    let glossary = explainer.glossary.iter().map(|term| compiler.term(term)).collect();
    let byline = compiler.byline(&explainer.authors);
    let start = timeline.and_then(|timeline| compiler.start(timeline.start.as_ref(), &order));
    let categories = timeline.map_or(Vec::new(), |timeline| compiler.categories(timeline));
    let marks = order.events.iter().map(|event| mark(event, &names)).collect();
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
    words.printed.since_publication_note = fill(&words.printed.since_publication_note, &[("date", &as_of)]);
    let Words { printed, controls, kinds, .. } = words;
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
            words: controls,
        },
    })
}

fn own_text(text: &Text<'_>) -> String {
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

fn mark(event: &Dated<&format::Event<'_>>, names: &Names) -> Mark {
    Mark {
        id: own_text(&event.of.id),
        bounds: event.bounds,
        extent: event.reach.extent,
        doubtful: event.reach.doubtful,
        category: category(event.of, names),
        status: event.of.status,
    }
}

/// The category of an event, if it names one that exists.
fn category(event: &format::Event<'_>, names: &Names) -> Option<CategoryId> {
    let id = event.category.as_ref()?;
    names
        .categories
        .ids()
        .position(|known| known == id.value)
        .and_then(|place| u8::try_from(place).ok())
        .map(CategoryId)
}

fn refuse(report: &Report, text: &Text<'_>, expected: &str, refusal: Refusal) {
    report.push(
        Finding::error(refusal.code, text.span())
            .expected(expected)
            .found(format!("{}, {}", quote(&text.value), refusal.found))
            .help(refusal.help),
    );
}

fn finished(report: &Report, wording: &Wording<'_>, source: &format::Source<'_>, uses: u32) -> Source {
    let date = source.date.as_ref().and_then(|date| dates::read(report, date));
    let url = source.url.as_ref().and_then(|url| match links::web(&url.value) {
        Ok(address) => Some(Link::Web(address)),
        Err(refusal) => {
            refuse(report, url, "an https:, http: or mailto: address", refusal);
            None
        }
    });
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
struct Compiler<'c, 'd, 's> {
    report: &'c Report,
    names: &'c Names,
    wording: &'c Wording<'c>,
    words: &'c Words,
    ctx: Context<'c, 'd, 's>,
}

impl Compiler<'_, '_, '_> {
    fn blocks(&mut self, text: &Text<'_>) -> Vec<Block> {
        markdown::blocks(&mut self.ctx, text)
    }

    fn maybe_blocks(&mut self, text: Option<&Text<'_>>) -> Vec<Block> {
        text.map_or(Vec::new(), |text| self.blocks(text))
    }

    fn inlines(&mut self, text: &Text<'_>) -> Vec<Inline> {
        markdown::inlines(&mut self.ctx, text)
    }

    fn maybe_inlines(&mut self, text: Option<&Text<'_>>) -> Vec<Inline> {
        text.map_or(Vec::new(), |text| self.inlines(text))
    }

    fn cite_all(&mut self, ids: &[Text<'_>]) -> Vec<Citation> {
        self.ctx.sources.cite_all(self.report, self.names, ids)
    }

    /// Published, updated, as of; and the as-of day.
    fn dates(&self, explainer: &Explainer<'_>) -> (Vec<LabelledDate>, Option<Day>) {
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
        let labelled = [
            (self.words.published, published),
            (self.words.updated, updated.map(|(_, updated)| updated)),
            (self.words.as_of, as_of),
        ];
        let dates = labelled.into_iter().filter_map(|(label, date)| {
            Some(LabelledDate { label: label.to_owned(), date: self.wording.word(&date?.edtf) })
        });
        (dates.collect(), as_of_day)
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

    fn timeline_heading(&self, timeline: &format::Timeline<'_>) -> String {
        timeline.heading.as_ref().map_or_else(|| self.words.timeline.to_owned(), own_text)
    }

    fn categories(&self, timeline: &format::Timeline<'_>) -> Vec<Category> {
        let used =
            |id: &str| timeline.events.iter().any(|event| event.category.as_ref().is_some_and(|own| own.value == id));
        for (place, category) in timeline.categories.iter().enumerate() {
            if place == MAX_CATEGORIES {
                self.report.push(
                    Finding::error("too-many-categories", category.id.span())
                        .expected(format!("at most {MAX_CATEGORIES} categories, each with its own shape and colour"))
                        .found(format!("{}", timeline.categories.len()))
                        .help("join some of them".to_owned()),
                );
            }
            if !category.id.is_empty() && !used(&category.id.value) {
                self.report.push(
                    Finding::warning("unused-category", category.id.span())
                        .expected("an event of every category")
                        .found(format!("none of {}", quote(&category.id.value)))
                        .help("remove it".to_owned()),
                );
            }
        }
        let known: Vec<&str> = self.names.categories.ids().collect();
        for id in timeline.events.iter().filter_map(|event| event.category.as_ref()) {
            if !self.names.categories.has(&id.value) {
                let expected = match known[..] {
                    [] => "no category, since the timeline has none".to_owned(),
                    _ => format!("one of the categories {}", known.join(", ")),
                };
                self.report.push(
                    Finding::error("unknown-category", id.span())
                        .expected(expected)
                        .found(quote(&id.value))
                        .help(suggest::did_you_mean(&id.value, known.iter().copied())),
                );
            }
        }
        let kept = timeline.categories.iter().take(MAX_CATEGORIES);
        kept.map(|category| Category { id: own_text(&category.id), label: own_text(&category.label) }).collect()
    }

    /// The event shown first: the first, unless the author says otherwise.
    fn start(&self, start: Option<&Text<'_>>, order: &Chronology<'_, '_>) -> Option<EventId> {
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
    fn groups(&mut self, order: &Chronology<'_, '_>) -> Vec<Group> {
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

/// Where a document that cannot be read at all is wrong: at its beginning.
pub const NOWHERE: Span = Span { start: 0, end: 0 };
