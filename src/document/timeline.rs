//! What the living parts need: numbers, names and control strings, no bodies.

use serde::Serialize;

use super::decode::{Decode, Json, NotADocument, decode, decode_fields, decode_words};
use super::{CategoryId, ControlWords, EventId, FORMAT_VERSION, Status};
use crate::date::{Bounds, Day};

/// The timeline's marks and the words of its controls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// Which form this is.
    pub version: Version,
    /// The document's id: the prefix of every printed id.
    pub id: String,
    /// The document's language (BCP 47).
    pub lang: String,
    /// The direction of its script.
    pub dir: Direction,
    /// One mark an event, in time order.
    pub marks: Vec<Mark>,
    /// The eras, in time order.
    pub eras: Vec<Era>,
    /// The categories, in the author's order.
    pub categories: Vec<Category>,
    /// The event that is shown first where only one is shown.
    pub start: Option<EventId>,
    /// The controls' words.
    pub words: ControlWords,
}

/// The mark of the serialized form: always [`FORMAT_VERSION`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version;

impl Serialize for Version {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(FORMAT_VERSION)
    }
}

/// It is checked before anything else is read.
impl Decode for Version {
    fn decode(_: Json, _: &mut bool) -> Version {
        Version
    }
}

impl Timeline {
    /// Reads a data block, refusing other versions than [`FORMAT_VERSION`].
    ///
    /// # Errors
    /// The JSON is malformed, does not have this shape, or is of another version.
    pub fn from_json(text: &str) -> Result<Timeline, NotADocument> {
        Timeline::of_this_version(Json::parse(text)?)
    }

    pub(super) fn of_this_version(mut json: Json) -> Result<Timeline, NotADocument> {
        let version = json.take("version");
        match version {
            Json::Number(version) if version == i64::from(FORMAT_VERSION) => {}
            Json::Number(_) => return Err(NotADocument::OtherVersion),
            _ => return Err(NotADocument::OtherShape),
        }
        decode(json).ok_or(NotADocument::OtherShape)
    }

    /// The mark of an event.
    pub fn mark(&self, id: EventId) -> &Mark {
        &self.marks[id.0 as usize]
    }

    /// The event with an author's id.
    pub fn event(&self, id: &str) -> Option<EventId> {
        self.marks.iter().position(|mark| mark.id == id).map(|index| EventId(index as u32))
    }
}

/// The direction of a script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// An event as drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The author's id.
    pub id: String,
    /// The days it may lie on, or lasts.
    #[serde(rename = "at")]
    pub bounds: Bounds,
    /// How its bounds are to be drawn.
    #[serde(skip_serializing_if = "Extent::is_day")]
    pub extent: Extent,
    /// Whether the date is uncertain (EDTF `?`), approximate (`~`) or both (`%`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
    /// The category, if it has one.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// How far it is established.
    #[serde(skip_serializing_if = "Status::is_confirmed")]
    pub status: Status,
}

impl Status {
    fn is_confirmed(&self) -> bool {
        *self == Status::Confirmed
    }
}

/// What a mark's bounds mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// A single day.
    #[default]
    Day,
    /// One moment somewhere within the bounds ("August 1956", "1965").
    Within,
    /// It lasted from the first day to the last.
    Period,
    /// It lasted, and its beginning is open or unknown.
    OpenStart,
    /// It lasted, and its end is open or unknown.
    OpenEnd,
    /// Both ends are open or unknown.
    OpenBoth,
}

impl Extent {
    fn is_day(&self) -> bool {
        *self == Extent::Day
    }
}

/// A named stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Era {
    /// The author's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its days.
    pub bounds: Bounds,
}

/// A category of events. Its shape and colour follow from its place in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Category {
    /// The author's id.
    pub id: String,
    /// Its name.
    pub label: String,
}

/// How many categories a document may have: one shape and one colour each.
pub const MAX_CATEGORIES: usize = 6;

decode_fields! {
    Timeline { version, id, lang, dir, marks, eras, categories, start, words }
    Mark { id, bounds as "at", extent, doubtful, category as "in", status }
    Era { id, label, bounds }
    Category { id, label }
}

decode_words! {
    Direction { Ltr = "ltr", Rtl = "rtl" }
    Extent {
        Day = "day", Within = "within", Period = "period", OpenStart = "open-start", OpenEnd = "open-end",
        OpenBoth = "open-both",
    }
}

decode_words! {
    Status { Confirmed = "confirmed", Alleged = "alleged", Disputed = "disputed" }
}

impl Decode for Bounds {
    fn decode(json: Json, fits: &mut bool) -> Bounds {
        let (earliest, latest) = Decode::decode(json, fits);
        Bounds::new(Day(earliest), Day(latest))
    }
}
