//! The words that are printed, in the order in which they are printed.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::decode::{decode_fields, decode_words};
use super::{Blocks, Card, Citation, DateText, Id, Inlines, Media, PrintLabels, WebAddress};

/// Everything a reader reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The headline.
    pub title: String,
    /// The sentence under the headline; may be empty.
    pub standfirst: Inlines,
    /// What kind of work this is, in words ("Explainer").
    pub kind: String,
    /// "By A and B", or empty.
    pub byline: String,
    /// Whose work it rests on; may be empty.
    pub credit: Inlines,
    /// Published, updated, as of: in this order, those that the document has.
    pub dates: Vec<LabelledDate>,
    /// What has been put right, newest first.
    pub corrections: Vec<Correction>,
    /// The article's opening.
    pub lead: Blocks,
    /// The article's sections.
    pub sections: Vec<Section>,
    /// The timeline's heading, absent with a document that has no timeline.
    pub timeline_heading: Option<String>,
    /// The language of that heading, where it is a label in another language than the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeline_heading_lang: Option<String>,
    /// The events in time order.
    pub events: Vec<Event>,
    /// The runs of events of one era (or of none), which follow one another; together they are all events.
    pub runs: Vec<Run>,
    /// The questions and their answers.
    pub faq: Vec<Question>,
    /// What happened after the document's as-of date.
    pub since_publication: Vec<Development>,
    /// Terms explained.
    pub glossary: Vec<Term>,
    /// Where it was taken from.
    pub sources: Vec<Source>,
    /// Which edition it is.
    pub edition: Edition,
    /// Headings and labels.
    pub labels: PrintLabels,
}

/// Which edition of a document this is, so that a printed copy can find out whether it is still the newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The day of the last update, else of publication: `YYYY-MM-DD`.
    pub updated: String,
    /// How many corrections it lists.
    pub corrections: usize,
    /// Where the newest edition stands (schema.org's `url`), if the document says so.
    pub url: Option<WebAddress>,
}

/// A date with its label ("Published").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelledDate {
    /// The label.
    pub label: String,
    /// The date.
    pub date: DateText,
}

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// When it was made.
    pub date: DateText,
    /// What is right.
    pub text: Blocks,
    /// What had been said before.
    pub was: Inlines,
}

/// A section of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The author's id.
    pub id: Id,
    /// The heading.
    pub heading: String,
    /// The text.
    pub body: Blocks,
    /// A picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
    /// What is shown elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<Card>,
}

/// A run of events of one era (or of none).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The era's name, or empty.
    pub heading: String,
    /// The era's dates.
    pub date: DateText,
    /// How many events it has; never none.
    pub length: u32,
}

/// The words of an event. What is drawn of it is in its [`super::Mark`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The date in words.
    pub date: DateText,
    /// The title.
    pub title: String,
    /// The text; may be empty.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub body: Blocks,
    /// Who says so, who denies it, and other accounts of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// The sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Citation>,
    /// A picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
    /// What is shown elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<Card>,
}

/// What is left out when it is written.
fn is_empty<T>(list: &Rc<[T]>) -> bool {
    list.is_empty()
}

/// What somebody says of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Who.
    pub by: String,
    /// For, against, or neither.
    pub stance: Stance,
    /// What, as a text.
    pub says: Inlines,
    /// The language of that (BCP 47), where the author says that it is another than the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Citation>,
}

/// How a claim stands to what the event reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// Says that it is so.
    Asserts,
    /// Says that it is not so.
    Denies,
    /// Neither: has an account of its own, or declines to comment.
    Recounts,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The author's id.
    pub id: Id,
    /// The question.
    pub question: String,
    /// The answer; never empty.
    pub answer: Blocks,
}

/// Something that happened after the document's as-of date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Development {
    /// When.
    pub date: DateText,
    /// What.
    pub text: Blocks,
    /// The sources.
    pub sources: Vec<Citation>,
}

/// A term with its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The term.
    pub term: String,
    /// Its meaning.
    pub definition: Inlines,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The author's id.
    pub id: Id,
    /// Who published it.
    pub publisher: String,
    /// Its title, or a description.
    pub title: String,
    /// When, if known.
    pub date: Option<DateText>,
    /// Where, if known.
    pub url: Option<WebAddress>,
    /// The language of its title (BCP 47), where the author says that it is another than the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// How often the document refers to it.
    pub uses: u32,
}

decode_fields! {
    Content {
        title, standfirst, kind, byline, credit, dates, corrections, lead, sections, events, runs, faq, since_publication,
        glossary, sources, edition, labels; timeline_heading, timeline_heading_lang
    }
    Edition { updated, corrections; url }
    LabelledDate { label, date }
    Correction { date, text, was }
    Section { id, heading, body; media, card }
    Run { heading, date, length }
    Event { date, title; body, claims, sources, media, card }
    Claim { by, stance, says; lang, sources }
    Question { id, question, answer }
    Development { date, text, sources }
    Term { term, definition }
    Source { id, publisher, title, uses; date, url, lang }
}

decode_words! {
    Stance { Asserts = "asserts", Denies = "denies", Recounts = "recounts" }
}
