//! The words that are printed, in the order in which they are printed.

use serde::Serialize;

use super::{Block, CategoryId, DateText, EraId, Inline, Link, PrintedWords, SourceId};

/// Everything a reader reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The headline.
    pub title: String,
    /// The sentence under the headline; may be empty.
    pub standfirst: Vec<Inline>,
    /// What kind of work this is, in words ("Explainer").
    pub kind: String,
    /// "By A and B", or empty.
    pub byline: String,
    /// Whose work it rests on; may be empty.
    pub credit: Vec<Inline>,
    /// Published, updated, as of: in this order, those that the document has.
    pub dates: Vec<LabelledDate>,
    /// What has been put right, newest first.
    pub corrections: Vec<Correction>,
    /// The article's opening.
    pub lead: Vec<Block>,
    /// The article's sections.
    pub sections: Vec<Section>,
    /// The timeline's heading, absent with a document that has no timeline.
    pub timeline_heading: Option<String>,
    /// The events in time order, in runs of one era.
    pub groups: Vec<Group>,
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
    pub words: PrintedWords,
}

/// Which edition of a document this is, so that a printed copy can find out whether it is still the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The day of the last update, else of publication: `YYYY-MM-DD`.
    pub updated: String,
    /// How many corrections it lists.
    pub corrections: usize,
    /// Where the newest edition stands (schema.org's `url`), if the document says so.
    pub url: Option<Link>,
}

/// A date with its label ("Published").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelledDate {
    /// The label.
    pub label: String,
    /// The date.
    pub date: DateText,
}

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// When it was made.
    pub date: DateText,
    /// What is right.
    pub text: Vec<Block>,
    /// What had been said before.
    pub was: Vec<Inline>,
}

/// A section of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The author's id.
    pub id: String,
    /// The heading.
    pub heading: String,
    /// The text.
    pub body: Vec<Block>,
}

/// A run of events of one era (or of none).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The era, if the events lie in one.
    pub era: Option<EraId>,
    /// The era's name, or empty.
    pub heading: String,
    /// The era's dates.
    pub date: DateText,
    /// The events, in time order; never empty.
    pub events: Vec<Event>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The author's id.
    pub id: String,
    /// The date in words.
    pub date: DateText,
    /// The title.
    pub title: String,
    /// The text; may be empty.
    pub body: Vec<Block>,
    /// The category, if it has one.
    pub category: Option<CategoryId>,
    /// How far it is established.
    pub status: Status,
    /// Who says so and who denies it.
    pub claims: Vec<Claim>,
    /// The sources.
    pub sources: Vec<Citation>,
    /// A picture.
    pub media: Option<Media>,
}

/// How far an event is established.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It happened as told.
    #[default]
    Confirmed,
    /// Some say so, others deny it or it is not shown.
    Alleged,
    /// That or how it happened is contested.
    Disputed,
}

/// What somebody says of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Who.
    pub by: String,
    /// For or against.
    pub stance: Stance,
    /// What, as a text.
    pub says: Vec<Inline>,
    /// The sources.
    pub sources: Vec<Citation>,
}

/// The side a claim takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Says that it is so.
    Asserts,
    /// Says that it is not so.
    Denies,
}

/// A reference to a source: which source, and which of its references this is, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation(pub SourceId, pub u32);

/// A picture. Its size is known beforehand, so that nothing jumps when it arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// Its address; may be relative to the page.
    pub src: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Its width in CSS pixels.
    pub width: u32,
    /// Its height in CSS pixels.
    pub height: u32,
    /// The caption and credit; may be empty.
    pub caption: Vec<Inline>,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The author's id.
    pub id: String,
    /// The question.
    pub question: String,
    /// The answer; never empty.
    pub answer: Vec<Block>,
}

/// Something that happened after the document's as-of date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Development {
    /// When.
    pub date: DateText,
    /// What.
    pub text: Vec<Block>,
    /// The sources.
    pub sources: Vec<Citation>,
}

/// A term with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term.
    pub term: String,
    /// Its meaning.
    pub definition: Vec<Inline>,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The author's id.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its title, or a description.
    pub title: String,
    /// When, if known.
    pub date: Option<DateText>,
    /// Where, if known.
    pub url: Option<Link>,
    /// How often the document refers to it.
    pub uses: u32,
}
