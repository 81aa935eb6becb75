//! The author's document as it is written: texts with their places, nothing resolved yet.

use super::json::{Node, Text};
use super::read::Fields;
use super::report::{Finding, Report};
use crate::document::{Direction, Spacing, Stance, Status};

/// The kinds of work, in the order of [`super::labels::Labels::kinds`].
pub const KINDS: [&str; 5] = ["explainer", "news", "analysis", "opinion", "sponsored"];

/// The whole file.
pub struct Explainer<'s> {
    pub id: Text<'s>,
    pub lang: Text<'s>,
    pub dir: Option<Direction>,
    pub title: Text<'s>,
    pub standfirst: Option<Text<'s>>,
    pub published: Text<'s>,
    pub url: Option<Text<'s>>,
    pub updated: Option<Text<'s>>,
    pub as_of: Text<'s>,
    /// Index into [`KINDS`].
    pub kind: Option<usize>,
    pub authors: Vec<Text<'s>>,
    pub credit: Option<Text<'s>>,
    pub lead: Option<Text<'s>>,
    pub sections: Vec<Section<'s>>,
    pub timeline: Option<Timeline<'s>>,
    pub faq: Vec<Question<'s>>,
    pub glossary: Vec<Term<'s>>,
    pub sources: Vec<Source<'s>>,
    pub since_publication: Vec<Development<'s>>,
    pub corrections: Vec<Correction<'s>>,
}

pub struct Section<'s> {
    pub id: Text<'s>,
    pub heading: Text<'s>,
    pub body: Text<'s>,
}

pub struct Timeline<'s> {
    pub heading: Option<Text<'s>>,
    pub start: Option<Text<'s>>,
    pub window: Option<Text<'s>>,
    pub scale: Spacing,
    pub categories: Vec<Category<'s>>,
    pub eras: Vec<Era<'s>>,
    pub events: Vec<Event<'s>>,
}

pub struct Category<'s> {
    pub id: Text<'s>,
    pub label: Text<'s>,
}

pub struct Era<'s> {
    pub id: Text<'s>,
    pub label: Text<'s>,
    pub period: Text<'s>,
}

pub struct Event<'s> {
    pub id: Text<'s>,
    pub date: Text<'s>,
    /// The date in the author's words, in place of ours.
    pub display_date: Option<Text<'s>>,
    pub title: Text<'s>,
    pub body: Option<Text<'s>>,
    pub category: Option<Text<'s>>,
    pub status: Status,
    pub claims: Vec<Claim<'s>>,
    pub sources: Vec<Text<'s>>,
    pub media: Option<Media<'s>>,
}

pub struct Claim<'s> {
    pub by: Text<'s>,
    pub stance: Stance,
    pub says: Text<'s>,
    pub sources: Vec<Text<'s>>,
}

pub struct Media<'s> {
    pub src: Text<'s>,
    pub alt: Text<'s>,
    pub width: u32,
    pub height: u32,
    pub caption: Option<Text<'s>>,
    pub credit: Option<Text<'s>>,
}

pub struct Question<'s> {
    pub id: Text<'s>,
    pub question: Text<'s>,
    pub answer: Text<'s>,
}

pub struct Term<'s> {
    pub term: Text<'s>,
    pub definition: Text<'s>,
}

pub struct Source<'s> {
    pub id: Text<'s>,
    pub publisher: Text<'s>,
    pub title: Text<'s>,
    pub date: Option<Text<'s>>,
    pub url: Option<Text<'s>>,
}

pub struct Development<'s> {
    pub date: Text<'s>,
    pub text: Text<'s>,
    pub sources: Vec<Text<'s>>,
}

pub struct Correction<'s> {
    pub date: Text<'s>,
    pub text: Text<'s>,
    pub was: Text<'s>,
}

const AN_ID: &str = "an id of the letters a-z, digits and single hyphens";
const A_DATE: &str = "a date in EDTF such as 1961-07-06, 1956-08 or 1950-06-25/1953-07-27";
const A_PERIOD: &str = "a period in EDTF such as 1945/1991";
const A_DAY: &str = "a day such as 2023-11-12";
const MARKDOWN: &str = "a text in Markdown";
const SOURCES: &str = "a list of ids of sources";
const A_SOURCE: &str = "the id of a source";

/// Reads the file's value.
pub fn explainer<'s>(report: &Report, node: Node<'s>) -> Option<Explainer<'s>> {
    let fields = Fields::open(report, node, "an explainer")?;
    let kinds = KINDS.map(|kind| (kind, KINDS.iter().position(|known| *known == kind).unwrap_or(0)));
    let explainer = Explainer {
        id: fields.line("id", AN_ID),
        lang: fields.line("lang", "a language tag such as en or en-US"),
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
        media: fields.get("media").and_then(|node| media(report, node)),
    };
    fields.close();
    Some(event)
}

fn claim<'s>(report: &Report, node: Node<'s>) -> Option<Claim<'s>> {
    let fields = Fields::open(report, node, "a claim")?;
    let stances = [("asserts", Stance::Asserts), ("denies", Stance::Denies)];
    let claim = Claim {
        by: fields.line("by", "who says so"),
        stance: fields.need_choice("stance", &stances).unwrap_or(Stance::Asserts),
        says: fields.prose("says", "what is said, in Markdown"),
        sources: fields.lines("sources", SOURCES, A_SOURCE),
    };
    fields.close();
    Some(claim)
}

fn media<'s>(report: &Report, node: Node<'s>) -> Option<Media<'s>> {
    let fields = Fields::open(report, node, "a picture")?;
    let media = Media {
        src: fields.line("src", "the address of a picture"),
        alt: fields.line("alt", "a description for those who do not see the picture"),
        width: fields.number("width", "the picture's width, a whole number of pixels").unwrap_or(1),
        height: fields.number("height", "the picture's height, a whole number of pixels").unwrap_or(1),
        caption: fields.maybe_prose("caption", MARKDOWN),
        credit: fields.maybe_line("credit", "whose picture it is"),
    };
    fields.close();
    Some(media)
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
