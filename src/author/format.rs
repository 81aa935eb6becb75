//! The author's document as it is written: texts with their places, nothing resolved yet.

mod media;

use schemars::JsonSchema;

use super::choices;
use super::json::{Node, Text};
use super::read::Fields;
use super::report::{Finding, Report};
use crate::document::{Direction, Spacing, Stance, Status};

pub use media::{Media, Picture};

/// The kinds of work, in the order of [`super::labels::Labels::kinds`].
pub const KINDS: [&str; 5] = ["explainer", "news", "analysis", "opinion", "sponsored"];

/// An explainer: article, timeline, questions and sources.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Explainer<'s> {
    /// The address of this schema, for editors that complete and mark by it; nothing else is done with it.
    #[schemars(rename = "$schema")]
    #[allow(dead_code, reason = "editors read it, we do not")]
    pub schema: Option<Text<'s>>,
    /// What pages and links name the document by: the letters a-z, digits and single hyphens.
    pub id: Text<'s>,
    /// The language of its texts, a BCP 47 tag such as `en` or `en-US`.
    pub lang: Text<'s>,
    /// The direction of its texts; it follows from the language, unless it is said here.
    #[schemars(with = "Option<choices::Direction>")]
    pub dir: Option<Direction>,
    /// The headline.
    pub title: Text<'s>,
    /// The sentence under the headline, in Markdown.
    pub standfirst: Option<Text<'s>>,
    /// The day on which it was published: `YYYY-MM-DD`.
    pub published: Text<'s>,
    /// The web address where its newest version stands; copies link there.
    pub url: Option<Text<'s>>,
    /// The day of the last update: `YYYY-MM-DD`.
    pub updated: Option<Text<'s>>,
    /// The day up to which it informs: `YYYY-MM-DD`.
    pub as_of: Text<'s>,
    // Index into `KINDS`.
    /// What kind of work it is.
    #[schemars(with = "choices::Kind")]
    pub kind: Option<usize>,
    /// Who wrote it, one name each.
    #[schemars(with = "Option<Vec<Text<'static>>>")]
    pub authors: Vec<Text<'s>>,
    /// Whose work it rests on, in Markdown.
    pub credit: Option<Text<'s>>,
    /// The opening of the article, in Markdown.
    pub lead: Option<Text<'s>>,
    /// The sections of the article.
    #[schemars(with = "Option<Vec<Section<'static>>>")]
    pub sections: Vec<Section<'s>>,
    /// The timeline.
    pub timeline: Option<Timeline<'s>>,
    /// Questions with their answers.
    #[schemars(with = "Option<Vec<Question<'static>>>")]
    pub faq: Vec<Question<'s>>,
    /// Terms with what they mean.
    #[schemars(with = "Option<Vec<Term<'static>>>")]
    pub glossary: Vec<Term<'s>>,
    /// Where it was taken from; texts refer to a source by `[^id]`.
    #[schemars(with = "Option<Vec<Source<'static>>>")]
    pub sources: Vec<Source<'s>>,
    /// What happened after the day up to which it informs, kept apart.
    #[schemars(with = "Option<Vec<Development<'static>>>")]
    pub since_publication: Vec<Development<'s>>,
    /// What has been put right, shown to readers.
    #[schemars(with = "Option<Vec<Correction<'static>>>")]
    pub corrections: Vec<Correction<'s>>,
}

/// A section of the article.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Section<'s> {
    /// By which links lead here, as in `[text](#id)`.
    pub id: Text<'s>,
    /// The heading.
    pub heading: Text<'s>,
    /// The text, in Markdown.
    pub body: Text<'s>,
    /// A picture, or a link to what is shown elsewhere.
    pub media: Option<Media<'s>>,
}

/// A timeline.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Timeline<'s> {
    /// The heading over it.
    pub heading: Option<Text<'s>>,
    /// The event that is shown first: its id, `first` or `latest`.
    pub start: Option<Text<'s>>,
    /// The days that the axis shows first, in EDTF such as `1945/1991`; otherwise all.
    pub window: Option<Text<'s>>,
    /// How days are spread over the axis: `linear`, or `even` with more room where much happened.
    #[schemars(with = "Option<choices::Scale>")]
    pub scale: Spacing,
    /// What events are told apart by, in shape and colour: up to 12.
    #[schemars(with = "Option<Vec<Category<'static>>>")]
    pub categories: Vec<Category<'s>>,
    /// Stretches of time that have a name, one after the other.
    #[schemars(with = "Option<Vec<Era<'static>>>")]
    pub eras: Vec<Era<'s>>,
    /// The events, in any order.
    #[schemars(with = "Option<Vec<Event<'static>>>")]
    pub events: Vec<Event<'s>>,
}

/// A category of events.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Category<'s> {
    /// By which events name it.
    pub id: Text<'s>,
    /// Its name in the legend.
    pub label: Text<'s>,
}

/// A stretch of time with a name.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Era<'s> {
    /// What tells it apart from other eras.
    pub id: Text<'s>,
    /// Its name.
    pub label: Text<'s>,
    /// When it was, in EDTF such as `1945/1991`.
    pub period: Text<'s>,
}

/// An event.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Event<'s> {
    /// By which links lead here, as in `[text](#id)`.
    pub id: Text<'s>,
    /// When it was, in EDTF: `1961-07-06`, `1956-08`, `1950-06-25/1953-07-27`, `1996?`, `1950~`, `195X`.
    pub date: Text<'s>,
    /// The date in the author's words, in place of ours.
    pub display_date: Option<Text<'s>>,
    /// What happened, in a line.
    pub title: Text<'s>,
    /// What happened, in Markdown.
    pub body: Option<Text<'s>>,
    /// The id of its category.
    pub category: Option<Text<'s>>,
    /// How sure it is; `confirmed`, unless it is said here.
    #[schemars(with = "Option<choices::Status>")]
    pub status: Status,
    /// Who says so, and who denies it.
    #[schemars(with = "Option<Vec<Claim<'static>>>")]
    pub claims: Vec<Claim<'s>>,
    /// The ids of the sources that bear it.
    #[schemars(with = "Option<Vec<Text<'static>>>")]
    pub sources: Vec<Text<'s>>,
    /// A picture, or a link to what is shown elsewhere.
    pub media: Option<Media<'s>>,
}

/// What somebody says of an event.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Claim<'s> {
    /// Who says so.
    pub by: Text<'s>,
    /// Which side the claim takes.
    #[schemars(with = "choices::Stance")]
    pub stance: Stance,
    /// What is said, in Markdown.
    pub says: Text<'s>,
    /// The language that it is quoted in, if it is another one than the document's, such as `en` or `en-US`.
    pub lang: Option<Text<'s>>,
    /// The ids of the sources that bear it.
    #[schemars(with = "Option<Vec<Text<'static>>>")]
    pub sources: Vec<Text<'s>>,
}

/// A question with its answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Question<'s> {
    /// By which links lead here, as in `[text](#id)`.
    pub id: Text<'s>,
    /// The question.
    pub question: Text<'s>,
    /// The answer, in Markdown.
    pub answer: Text<'s>,
}

/// A term with what it means.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Term<'s> {
    /// The term.
    pub term: Text<'s>,
    /// What it means, in Markdown.
    pub definition: Text<'s>,
}

/// A source.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Source<'s> {
    /// By which texts and events refer to it, as in `[^id]`.
    pub id: Text<'s>,
    /// Who published it.
    pub publisher: Text<'s>,
    /// Its title, or what it is.
    pub title: Text<'s>,
    /// When it was published, in EDTF.
    pub date: Option<Text<'s>>,
    /// Where it stands on the web.
    pub url: Option<Text<'s>>,
    /// The language of its title, if it is another one than the document's, such as `en` or `en-US`.
    pub lang: Option<Text<'s>>,
}

/// Something that happened after the day up to which the document informs.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Development<'s> {
    /// When it was, in EDTF.
    pub date: Text<'s>,
    /// What happened, in Markdown.
    pub text: Text<'s>,
    /// The ids of the sources that bear it.
    #[schemars(with = "Option<Vec<Text<'static>>>")]
    pub sources: Vec<Text<'s>>,
}

/// Something that has been put right.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Correction<'s> {
    /// When it was put right, in EDTF.
    pub date: Text<'s>,
    /// What is right, in Markdown.
    pub text: Text<'s>,
    /// What had been said, in Markdown.
    pub was: Text<'s>,
}

const AN_ID: &str = "an id of the letters a-z, digits and single hyphens";
const A_DATE: &str = "a date in EDTF such as 1961-07-06, 1956-08 or 1950-06-25/1953-07-27";
const A_PERIOD: &str = "a period in EDTF such as 1945/1991";
const A_DAY: &str = "a day such as 2023-11-12";
const A_LANGUAGE: &str = "a language tag such as en or en-US";
const MARKDOWN: &str = "a text in Markdown";
const SOURCES: &str = "a list of ids of sources";
const A_SOURCE: &str = "the id of a source";

/// Reads the file's value.
pub fn explainer<'s>(report: &Report, node: Node<'s>) -> Option<Explainer<'s>> {
    let fields = Fields::open(report, node, "an explainer")?;
    let kinds = KINDS.map(|kind| (kind, KINDS.iter().position(|known| *known == kind).unwrap_or(0)));
    let explainer = Explainer {
        id: fields.line("id", AN_ID),
        lang: fields.line("lang", A_LANGUAGE),
        dir: fields.choice("dir", &[("ltr", Direction::Ltr), ("rtl", Direction::Rtl)]),
        title: fields.line("title", "a headline"),
        standfirst: fields.maybe_prose("standfirst", MARKDOWN),
        url: fields.maybe_line("url", "the web address where its newest version stands"),
        published: fields.line("published", A_DAY),
        updated: fields.maybe_line("updated", A_DAY),
        as_of: fields.line("as_of", A_DAY),
        kind: fields.need_choice("kind", &kinds),
        authors: fields.lines("authors", "a list of names", "a name"),
        credit: fields.maybe_prose("credit", MARKDOWN),
        lead: fields.maybe_prose("lead", MARKDOWN),
        sections: fields.list("sections", "a list of sections", |node| section(report, node)),
        timeline: fields.get("timeline").and_then(|node| timeline(report, node)),
        faq: fields.list("faq", "a list of questions", |node| question(report, node)),
        glossary: fields.list("glossary", "a list of terms", |node| term(report, node)),
        sources: fields.list("sources", "a list of sources", |node| source(report, node)),
        since_publication: fields.list("since_publication", "a list of developments", |node| development(report, node)),
        corrections: fields.list("corrections", "a list of corrections", |node| correction(report, node)),
        schema: fields.maybe_line("$schema", "the address of the schema"),
    };
    let written = ["lead", "sections", "timeline", "faq"].iter().any(|name| fields.get(name).is_some());
    let empty = explainer.lead.is_none() && explainer.sections.is_empty() && explainer.faq.is_empty();
    // What cannot be read may well hold something.
    if empty && explainer.timeline.is_none() && !report.has("wrong-type") {
        let found = if written { "no text in any of them" } else { "none of them" };
        report.push(
            Finding::error("no-content", node.span())
                .expected("something to read in lead, sections, timeline or faq")
                .found(found),
        );
    }
    fields.close();
    Some(explainer)
}

fn section<'s>(report: &Report, node: Node<'s>) -> Option<Section<'s>> {
    let fields = Fields::open(report, node, "a section")?;
    let section = Section {
        id: fields.line("id", AN_ID),
        heading: fields.line("heading", "a heading"),
        body: fields.prose("body", MARKDOWN),
        media: fields.get("media").and_then(|node| media::media(report, node)),
    };
    fields.close();
    Some(section)
}

fn timeline<'s>(report: &Report, node: Node<'s>) -> Option<Timeline<'s>> {
    let fields = Fields::open(report, node, "a timeline")?;
    let scales = [("linear", Spacing::Linear), ("even", Spacing::Even)];
    let timeline = Timeline {
        heading: fields.maybe_line("heading", "a heading"),
        start: fields.maybe_line("start", "the id of an event, first or latest"),
        window: fields.maybe_line("window", A_PERIOD),
        scale: fields.choice("scale", &scales).unwrap_or_default(),
        categories: fields.list("categories", "a list of categories", |node| category(report, node)),
        eras: fields.list("eras", "a list of eras", |node| era(report, node)),
        events: fields.list("events", "a list of events", |node| event(report, node)),
    };
    let listed = fields.get("events");
    if timeline.events.is_empty() {
        let finding = match listed {
            Some(list) => Finding::error("empty-list", list.span()).found("none"),
            None => Finding::error("empty-list", node.span()).field("events").found("no such field"),
        };
        report.push(finding.expected("at least one event").help("add an event, or remove the timeline".to_owned()));
    }
    fields.close();
    Some(timeline)
}

fn category<'s>(report: &Report, node: Node<'s>) -> Option<Category<'s>> {
    let fields = Fields::open(report, node, "a category")?;
    let category = Category { id: fields.line("id", AN_ID), label: fields.line("label", "a name") };
    fields.close();
    Some(category)
}

fn era<'s>(report: &Report, node: Node<'s>) -> Option<Era<'s>> {
    let fields = Fields::open(report, node, "an era")?;
    let era = Era {
        id: fields.line("id", AN_ID),
        label: fields.line("label", "a name"),
        period: fields.line("period", A_PERIOD),
    };
    fields.close();
    Some(era)
}

fn event<'s>(report: &Report, node: Node<'s>) -> Option<Event<'s>> {
    let fields = Fields::open(report, node, "an event")?;
    let statuses = [("confirmed", Status::Confirmed), ("alleged", Status::Alleged), ("disputed", Status::Disputed)];
    let event = Event {
        id: fields.line("id", AN_ID),
        date: fields.line("date", A_DATE),
        display_date: fields.maybe_line("display_date", "the date in words, as readers are to read it"),
        title: fields.line("title", "a title"),
        body: fields.maybe_prose("body", MARKDOWN),
        category: fields.maybe_line("category", "the id of a category"),
        status: fields.choice("status", &statuses).unwrap_or_default(),
        claims: fields.list("claims", "a list of claims", |node| claim(report, node)),
        sources: fields.lines("sources", SOURCES, A_SOURCE),
        media: fields.get("media").and_then(|node| media::media(report, node)),
    };
    fields.close();
    Some(event)
}

fn claim<'s>(report: &Report, node: Node<'s>) -> Option<Claim<'s>> {
    let fields = Fields::open(report, node, "a claim")?;
    let stances = [("asserts", Stance::Asserts), ("denies", Stance::Denies), ("recounts", Stance::Recounts)];
    let claim = Claim {
        by: fields.line("by", "who says so"),
        stance: fields.need_choice("stance", &stances).unwrap_or(Stance::Asserts),
        says: fields.prose("says", "what is said, in Markdown"),
        lang: fields.maybe_line("lang", A_LANGUAGE),
        sources: fields.lines("sources", SOURCES, A_SOURCE),
    };
    fields.close();
    Some(claim)
}

fn question<'s>(report: &Report, node: Node<'s>) -> Option<Question<'s>> {
    let fields = Fields::open(report, node, "a question with its answer")?;
    let question = Question {
        id: fields.line("id", AN_ID),
        question: fields.line("question", "a question"),
        answer: fields.prose("answer", "an answer in Markdown"),
    };
    fields.close();
    Some(question)
}

fn term<'s>(report: &Report, node: Node<'s>) -> Option<Term<'s>> {
    let fields = Fields::open(report, node, "a term with its definition")?;
    let term = Term { term: fields.line("term", "a term"), definition: fields.prose("definition", MARKDOWN) };
    fields.close();
    Some(term)
}

fn source<'s>(report: &Report, node: Node<'s>) -> Option<Source<'s>> {
    let fields = Fields::open(report, node, "a source")?;
    let source = Source {
        id: fields.line("id", AN_ID),
        publisher: fields.line("publisher", "who published it"),
        title: fields.line("title", "a title or description"),
        date: fields.maybe_line("date", A_DATE),
        url: fields.maybe_line("url", "a web address"),
        lang: fields.maybe_line("lang", A_LANGUAGE),
    };
    fields.close();
    Some(source)
}

fn development<'s>(report: &Report, node: Node<'s>) -> Option<Development<'s>> {
    let fields = Fields::open(report, node, "a development")?;
    let development = Development {
        date: fields.line("date", A_DATE),
        text: fields.prose("text", MARKDOWN),
        sources: fields.lines("sources", SOURCES, A_SOURCE),
    };
    fields.close();
    Some(development)
}

fn correction<'s>(report: &Report, node: Node<'s>) -> Option<Correction<'s>> {
    let fields = Fields::open(report, node, "a correction")?;
    let correction = Correction {
        date: fields.line("date", A_DATE),
        text: fields.prose("text", "what is right, in Markdown"),
        was: fields.prose("was", "what had been said, in Markdown"),
    };
    fields.close();
    Some(correction)
}
