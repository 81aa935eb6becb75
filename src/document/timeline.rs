//! What the living parts need: numbers, names and control strings, no bodies.

use serde::Serialize;

use super::decode::{Decode, Json, NotADocument, decode, decode_fields, decode_words};
use super::{CategoryId, ControlWords, EventId, FORMAT_VERSION, Rows, Status, columns};
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
    /// One mark an event, in time order; serialized by columns ([`columns`]).
    #[serde(serialize_with = "columns::serialize")]
    pub marks: Vec<Mark>,
    /// The eras, in time order.
    pub eras: Vec<Era>,
    /// The categories, in the author's order.
    pub categories: Vec<Category>,
    /// The event that is shown first where only one is shown.
    pub start: Option<EventId>,
    /// The days that the axis shows first; without them, the whole span.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<Bounds>,
    /// How days are spread over the axis at first.
    #[serde(skip_serializing_if = "Spacing::is_linear")]
    pub spacing: Spacing,
    /// The words of the events that are not printed, in documents too long to print whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<Rows>,
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

/// How days are spread over the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Spacing {
    /// Every day takes the same room.
    #[default]
    Linear,
    /// Crowded stretches get more room.
    Even,
}

impl Spacing {
    fn is_linear(&self) -> bool {
        *self == Spacing::Linear
    }
}

/// An event as drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The author's id.
    pub id: String,
    /// The days it may lie on, or lasts.
    pub bounds: Bounds,
    /// How its bounds are to be drawn.
    pub extent: Extent,
    /// How sure its date is.
    pub doubt: Doubt,
    /// The category, if it has one.
    pub category: Option<CategoryId>,
    /// How far it is established.
    pub status: Status,
}

/// How sure a date is, in EDTF's terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Nothing is said against it.
    #[default]
    None,
    /// `?`: it may not be true.
    Uncertain,
    /// `~`: it is an estimate.
    Approximate,
    /// `%`: both.
    Both,
}

impl Doubt {
    /// Whether it is approximate.
    pub fn is_approximate(self) -> bool {
        matches!(self, Doubt::Approximate | Doubt::Both)
    }

    /// Whether it is uncertain.
    pub fn is_uncertain(self) -> bool {
        matches!(self, Doubt::Uncertain | Doubt::Both)
    }
}

/// What a mark's bounds mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
    Timeline { version, id, lang, dir, marks, eras, categories, start, window, spacing, rows, words }
    Era { id, label, bounds }
    Category { id, label }
}

decode_words! {
    Direction { Ltr = "ltr", Rtl = "rtl" }
    Spacing { Linear = "linear", Even = "even" }
}

impl Decode for Bounds {
    fn decode(json: Json, fits: &mut bool) -> Bounds {
        let (earliest, latest) = Decode::decode(json, fits);
        Bounds::new(Day(earliest), Day(latest))
    }
}
