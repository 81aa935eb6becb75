//! What a TimelineJS file holds, whichever of its forms it has: slides.

use crate::author::diagnostic::Span;

/// A whole file.
#[derive(Default)]
pub struct Slides {
    /// The slide before all events.
    pub title: Option<Slide>,
    /// The events, in the order of the file.
    pub events: Vec<Slide>,
    /// The eras: slides of which only dates and headline count.
    pub eras: Vec<Slide>,
    /// Fields of the file itself for which a document of ours has no place.
    pub left_over: Vec<String>,
}

/// One slide. Texts are HTML.
pub struct Slide {
    /// Where it stands.
    pub span: Span,
    /// `unique_id`.
    pub id: Option<String>,
    /// When it begins.
    pub start: Option<DateParts>,
    /// When it ends.
    pub end: Option<DateParts>,
    /// The words that stand for both.
    pub display: Option<String>,
    /// The headline.
    pub headline: String,
    /// The text.
    pub text: String,
    /// What is shown beside it.
    pub media: Option<Media>,
    /// The name of its group.
    pub group: Option<String>,
    /// Fields with something in them for which a document of ours has no place.
    pub left_over: Vec<String>,
}

impl Slide {
    /// A slide with nothing in it.
    pub fn new(span: Span) -> Slide {
        Slide {
            span,
            id: None,
            start: None,
            end: None,
            display: None,
            headline: String::new(),
            text: String::new(),
            media: None,
            group: None,
            left_over: Vec::new(),
        }
    }
}

/// What is shown beside a slide's text. Caption and credit are HTML.
#[derive(Default)]
pub struct Media {
    /// An address, or HTML to embed.
    pub url: String,
    /// The caption.
    pub caption: String,
    /// Whose it is.
    pub credit: String,
    /// The description for those who do not see it.
    pub alt: String,
    /// The name that shows under the pointer.
    pub title: String,
    /// Where a click on it leads.
    pub link: String,
}

/// The parts of a date as they are written.
pub struct DateParts {
    /// Where the date stands.
    pub span: Span,
    /// Year, month, day, hour, minute, second, millisecond.
    pub parts: [Part; 7],
    /// The words that stand for it.
    pub display: Option<String>,
    /// A format of its own, such as `'Autumn' yyyy`.
    pub format: Option<String>,
}

/// One part of a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Not given, or empty.
    #[default]
    None,
    /// A number. TimelineJS takes a part for given, and shows it, unless it is the number 0; a text `"0"` counts.
    Number { value: i64, shown: bool },
    /// Something that is no number.
    Other(String),
}

impl Part {
    /// A part that is written as text.
    pub fn of_text(text: &str) -> Part {
        let text = text.trim();
        let digits = text.strip_prefix('-').unwrap_or(text);
        match text.parse() {
            _ if digits.is_empty() => Part::None,
            Ok(value) if digits.bytes().all(|byte| byte.is_ascii_digit()) => Part::Number { value, shown: true },
            _ => Part::Other(text.to_owned()),
        }
    }

    /// A part that is written as a number; TimelineJS cuts its fraction off.
    pub fn of_number(number: &str) -> Part {
        match number.parse::<f64>() {
            Ok(value) if value.abs() < 1e15 => {
                let value = value.trunc() as i64;
                Part::Number { value, shown: value != 0 }
            }
            _ => Part::Other(number.to_owned()),
        }
    }

    /// The number, if it is one that shows.
    pub fn shown(&self) -> Option<i64> {
        match self {
            Part::Number { value, shown: true } => Some(*value),
            _ => None,
        }
    }

    /// The number, whether it shows or not.
    pub fn number(&self) -> Option<i64> {
        match self {
            Part::Number { value, .. } => Some(*value),
            _ => None,
        }
    }

    /// As it is written.
    pub fn written(&self) -> Option<String> {
        match self {
            Part::None => None,
            Part::Number { value, .. } => Some(value.to_string()),
            Part::Other(text) => Some(text.clone()),
        }
    }
}
