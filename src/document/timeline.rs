//! What the living parts need: numbers, names and control strings, no bodies.

use serde::{Deserialize, Serialize};

use super::{CategoryId, ControlWords, EventId, FORMAT_VERSION, Status};
use crate::date::Bounds;

/// The timeline's marks and the words of its controls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// [`FORMAT_VERSION`] of the compiler that wrote it.
    pub version: u32,
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

impl Timeline {
    /// Reads a data block, refusing other versions than [`FORMAT_VERSION`].
    ///
    /// # Errors
    /// The JSON is malformed, does not have this shape, or is of another version.
    pub fn from_json(text: &str) -> Result<Timeline, serde_json::Error> {
        let timeline: Timeline = serde_json::from_str(text)?;
        timeline.of_this_version()?;
        Ok(timeline)
    }

    pub(super) fn of_this_version(&self) -> Result<(), serde_json::Error> {
        if self.version == FORMAT_VERSION {
            Ok(())
        } else {
            Err(serde::de::Error::custom("a document of another format version"))
        }
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The author's id.
    pub id: String,
    /// The days it may lie on, or lasts.
    #[serde(rename = "at")]
    pub bounds: Bounds,
    /// How its bounds are to be drawn.
    #[serde(default, skip_serializing_if = "Extent::is_day")]
    pub extent: Extent,
    /// Whether the date is uncertain (EDTF `?`), approximate (`~`) or both (`%`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
    /// The category, if it has one.
    #[serde(rename = "in", default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// How far it is established.
    #[serde(default, skip_serializing_if = "Status::is_confirmed")]
    pub status: Status,
}

impl Status {
    fn is_confirmed(&self) -> bool {
        *self == Status::Confirmed
    }
}

/// What a mark's bounds mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Era {
    /// The author's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its days.
    pub bounds: Bounds,
}

/// A category of events. Its shape and colour follow from its place in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// The author's id.
    pub id: String,
    /// Its name.
    pub label: String,
}

/// How many categories a document may have: one shape and one colour each.
pub const MAX_CATEGORIES: usize = 6;
