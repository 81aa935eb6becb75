//! TimelineJS 3: JSON with `title`, `events` and `eras`.

use super::slide::{DateParts, Media, Part, Slide, Slides};
use crate::author::json::{Member, Node, Value};

/// The parts of a date, in the order of [`DateParts::parts`].
const PARTS: [&str; 7] = ["year", "month", "day", "hour", "minute", "second", "millisecond"];

/// An object whose fields are read by name; what has another type than expected is as good as absent.
pub(super) struct Object<'s>(Vec<Member<'s>>);

impl<'s> Object<'s> {
    /// The fields of an object.
    pub(super) fn of(node: Node<'s>) -> Option<Object<'s>> {
        match node.value() {
            Value::Object(members) => Some(Object(members)),
            _ => None,
        }
    }

    /// A field. Of repeated ones the last counts, as in every browser.
    pub(super) fn get(&self, name: &str) -> Option<Node<'s>> {
        self.0.iter().rev().find(|member| member.name == name).map(|member| member.value)
    }

    /// A field that is an object.
    pub(super) fn object(&self, name: &str) -> Option<Object<'s>> {
        Object::of(self.get(name)?)
    }

    /// A field that is a list.
    pub(super) fn list(&self, name: &str) -> Option<Vec<Node<'s>>> {
        match self.get(name)?.value() {
            Value::List(elements) => Some(elements),
            _ => None,
        }
    }

    /// A field that is a text; empty if there is none.
    pub(super) fn text(&self, name: &str) -> String {
        match self.get(name).map(|node| node.value()) {
            Some(Value::Text(text)) => text.to_text(),
            Some(Value::Number(number)) => number.to_owned(),
            _ => String::new(),
        }
    }

    /// A field that is a text with something in it.
    pub(super) fn some_text(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.trim().is_empty())
    }

    /// The names of fields that hold something, other than the ones named.
    pub(super) fn others(&self, known: &[&str]) -> Vec<String> {
        let strangers = self.0.iter().filter(|member| !known.contains(&&*member.name));
        strangers.filter(|member| holds_something(member.value)).map(|member| member.name.to_string()).collect()
    }
}

/// Whether anything is said by a value.
fn holds_something(node: Node<'_>) -> bool {
    match node.value() {
        Value::Null => false,
        Value::Text(text) => !text.is_empty(),
        Value::List(elements) => elements.into_iter().any(holds_something),
        Value::Object(members) => members.iter().any(|member| holds_something(member.value)),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// Whether a value is a TimelineJS 3 file.
pub fn is_timelinejs(root: Node<'_>) -> bool {
    let Some(file) = Object::of(root) else { return false };
    let Some(events) = file.list("events") else { return false };
    let slides = events.into_iter().chain(file.get("title")).filter_map(Object::of);
    slides.take(20).any(|slide| slide.get("start_date").is_some() || slide.object("text").is_some())
}

/// Reads a file's value.
pub fn read(root: Node<'_>) -> Slides {
    let Some(file) = Object::of(root) else { return Slides::default() };
    let list = |name: &str| file.list(name).unwrap_or_default().into_iter().filter_map(slide).collect();
    let mut slides = Slides {
        title: file.get("title").and_then(slide),
        events: list("events"),
        eras: list("eras"),
        // `scale` says how TimelineJS counts; our axis counts any years.
        left_over: file.others(&["title", "events", "eras", "scale"]),
    };
    // Some generators put the title among the events, as spreadsheets have it.
    if slides.title.is_none()
        && let Some(events) = file.list("events")
        && let Some(at) = events.iter().position(|node| is_title(*node))
    {
        slides.title = Some(slides.events.remove(at));
    }
    slides
}

fn is_title(node: Node<'_>) -> bool {
    Object::of(node).is_some_and(|slide| slide.text("type") == "title" && slide.get("start_date").is_none())
}

/// One slide; `None` if the value is no object.
pub fn slide(node: Node<'_>) -> Option<Slide> {
    const KNOWN: [&str; 9] = [
        "start_date",
        "end_date",
        "text",
        "media",
        "group",
        "display_date",
        "unique_id",
        // How the slide looks and behaves, which is the reader's page's here.
        "autolink",
        "scale",
    ];
    const WORDS: [&str; 2] = ["headline", "text"];
    let fields = Object::of(node)?;
    let words = fields.object("text");
    let word = |name: &str| words.as_ref().map(|words| words.text(name)).unwrap_or_default();
    let media = fields.object("media");
    let mut left_over = fields.others(&KNOWN);
    let within =
        |of: &str, names: Vec<String>| names.into_iter().map(move |name| format!("{of}.{name}")).collect::<Vec<_>>();
    left_over.extend(within("text", words.as_ref().map(|words| words.others(&WORDS)).unwrap_or_default()));
    left_over.extend(within("media", media.as_ref().map(|media| media.others(&MEDIA)).unwrap_or_default()));
    Some(Slide {
        id: fields.some_text("unique_id"),
        start: fields.get("start_date").and_then(date),
        end: fields.get("end_date").and_then(date),
        display: fields.some_text("display_date"),
        headline: word("headline"),
        // Not of the format, and yet somebody wrote it.
        text: if words.is_none() { fields.text("text") } else { word("text") },
        media: media
            .as_ref()
            .map(self::media)
            .or_else(|| Some(Media { url: fields.some_text("media")?, ..Media::default() })),
        group: fields.some_text("group"),
        left_over,
        ..Slide::new(node.span())
    })
}

/// The fields of `media` that are kept; where a click on it leads is a link like any other.
const MEDIA: [&str; 7] = ["url", "caption", "credit", "alt", "title", "link", "link_target"];

fn media(fields: &Object<'_>) -> Media {
    Media {
        url: fields.text("url"),
        caption: fields.text("caption"),
        credit: fields.text("credit"),
        alt: fields.text("alt"),
        title: fields.text("title"),
        link: fields.text("link"),
    }
}

/// A date; `None` for one that is `null` or has nothing in it.
fn date(node: Node<'_>) -> Option<DateParts> {
    let fields = match node.value() {
        Value::Object(members) => Object(members),
        Value::Null => return None,
        // Not of the format, and yet somebody meant a date.
        _ => {
            let written = match node.value() {
                Value::Text(text) => text.to_text(),
                Value::Number(number) => number.to_owned(),
                _ => return None,
            };
            let parts = super::loose_date::read(&written, false).unwrap_or_default().parts;
            return Some(DateParts { span: node.span(), parts, display: None, format: None });
        }
    };
    let part = |name: &str| match fields.get(name).map(|node| node.value()) {
        Some(Value::Text(text)) => Part::of_text(&text.value),
        Some(Value::Number(number)) => Part::of_number(number),
        _ => Part::None,
    };
    let date = DateParts {
        span: node.span(),
        parts: PARTS.map(part),
        display: fields.some_text("display_date"),
        format: fields.some_text("format"),
    };
    let is_empty = date.display.is_none() && date.parts.iter().all(|part| *part == Part::None);
    (!is_empty).then_some(date)
}
