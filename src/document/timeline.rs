//! What the living parts need: numbers, names and labels, no bodies.

use serde::{Deserialize, Serialize};

use super::decode::{Decode, NotADocument, Reader, decode, decode_fields, decode_words};
use super::{CategoryId, ControlLabels, EventId, Id, Version};
use crate::date::{Bounds, Day, Moment, SECONDS_PER_DAY};

/// The timeline's marks and the labels of its controls: the data of a printed page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// Which form this is.
    pub version: Version,
    /// The document's id: the prefix of every printed id.
    pub id: Id,
    /// The document's language (BCP 47).
    pub lang: String,
    /// The direction of its script.
    pub dir: Direction,
    /// The language of the labels, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels_lang: Option<String>,
    /// One mark an event, in time order.
    pub marks: Vec<Mark>,
    /// The eras, in time order.
    pub eras: Vec<Era>,
    /// The categories, in the author's order.
    pub categories: Vec<Category>,
    /// The event that is shown first where only one is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<EventId>,
    /// The days that the axis shows first; without them, the whole span.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Bounds>,
    /// How days are spread over the axis at first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub spacing: Spacing,
    /// The controls' labels.
    pub labels: ControlLabels,
}

impl Timeline {
    /// Reads the data of a printed page, refusing later versions than [`super::FORMAT_VERSION`].
    ///
    /// # Errors
    /// The JSON is malformed, does not have this shape, or is of a version that has another.
    pub fn from_json(text: &str) -> Result<Timeline, NotADocument> {
        let timeline: Timeline = decode(text).map_err(|error| match decode::<Versioned>(text) {
            // Another version may well have another shape.
            Ok(Versioned { version }) if !version.is_ours() => NotADocument::OtherVersion,
            _ => error,
        })?;
        match timeline {
            timeline if timeline.version.is_later() => Err(NotADocument::OtherVersion),
            timeline if timeline.is_consistent() => Ok(timeline),
            _ => Err(NotADocument::OtherShape),
        }
    }

    /// Whether whatever is named by its number is there, the events are in order, by the clock too, and every day can be
    /// drawn.
    pub(super) fn is_consistent(&self) -> bool {
        let has_category = |mark: &Mark| mark.category.is_none_or(|id| usize::from(id.0) < self.categories.len());
        self.start.is_none_or(|start| (start.0 as usize) < self.marks.len())
            && self.marks.iter().all(has_category)
            && self.marks.is_sorted_by_key(|mark| (mark.bounds.earliest, mark.clock.unwrap_or(0)))
            && self.marks.iter().all(|mark| mark.clock.is_none_or(|clock| clock <= SECONDS_PER_DAY))
            && self
                .marks
                .iter()
                .map(|mark| mark.bounds)
                .chain(self.eras.iter().map(|era| era.bounds))
                .chain(self.window)
                .all(Bounds::can_be_drawn)
    }

    /// Whether some events are known by the clock, so that hours are told.
    pub fn has_clocks(&self) -> bool {
        !self.labels.hours.is_empty()
    }

    /// Whether a stretch of time is told by the clock: one of a few days at most, and not of whole ones.
    pub fn tells_clock(&self, start: Moment, end: Moment) -> bool {
        /// In days: with more of them, hours say too much.
        const FEW: f64 = 3.0;
        self.has_clocks() && end - start < FEW && (start.0 != start.0.floor() || end.0 != end.0.floor())
    }

    /// The language to mark the author's words with among labels that are in another language; nothing where they are not.
    pub fn own_lang(&self) -> Option<String> {
        self.labels_lang.is_some().then(|| self.lang.clone())
    }

    /// The mark of an event.
    pub fn mark(&self, id: EventId) -> &Mark {
        &self.marks[id.0 as usize]
    }

    /// The event with an author's id.
    pub fn event(&self, id: &str) -> Option<EventId> {
        self.marks.iter().position(|mark| &*mark.id == id).map(|index| EventId(index as u32))
    }

    /// The era of an event's first day, whose midnight may end it.
    pub fn era_of(&self, id: EventId) -> Option<usize> {
        let day = self.mark(id).bounds.earliest;
        self.eras.iter().position(|era| era.bounds.contains(day))
    }

    /// The category of an event, if it has one.
    pub fn category(&self, id: EventId) -> Option<&Category> {
        self.mark(id).category.map(|category| &self.categories[usize::from(category.0)])
    }
}

/// What is left out when it is written.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
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

/// How days are spread over the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Spacing {
    /// Every day takes the same room.
    #[default]
    Linear,
    /// Crowded stretches get more room.
    Even,
}

/// An event as drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The author's id.
    pub id: Id,
    /// The days it may lie on, or lasts.
    pub bounds: Bounds,
    /// The time of day, if it is known: seconds from the beginning of its first day, by the one clock of the whole axis; up
    /// to [`SECONDS_PER_DAY`], which is the end of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<u32>,
    /// How its bounds are to be drawn.
    #[serde(default, skip_serializing_if = "is_default")]
    pub extent: Extent,
    /// How sure its date is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub doubt: Doubt,
    /// The category, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// How far it is established.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: Status,
}

impl Mark {
    /// The moment at which it is, if its clock is known.
    pub fn moment(&self) -> Option<Moment> {
        Some(self.bounds.earliest.at(self.clock?))
    }
}

/// How far an event is established.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

impl Status {
    /// Every status, in the order of the legend.
    pub const ALL: [Status; 3] = [Status::Confirmed, Status::Alleged, Status::Disputed];

    /// The word for it in the author's format and in names of classes.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Confirmed => "confirmed",
            Status::Alleged => "alleged",
            Status::Disputed => "disputed",
        }
    }
}

/// How sure a date is, in EDTF's terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

/// A named stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Era {
    /// The author's id.
    pub id: Id,
    /// Its name.
    pub label: String,
    /// Its days.
    pub bounds: Bounds,
}

/// A category of events. Its shape and colour follow from its place in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// The author's id.
    pub id: Id,
    /// Its name.
    pub label: String,
}

/// How many shapes, each with a colour of its own, there are for categories.
pub const CATEGORY_STYLES: usize = 6;

/// How many categories a document may have: each shape plain, and each with a core.
pub const MAX_CATEGORIES: usize = 2 * CATEGORY_STYLES;

/// No more than what tells versions apart.
pub(super) struct Versioned {
    pub version: Version,
}

decode_fields! {
    Versioned { version }
    Timeline { version, id, lang, dir, marks, eras, categories, labels; start, window, spacing, labels_lang }
    Mark { id, bounds; clock, extent, doubt, category, status }
    Era { id, label, bounds }
    Category { id, label }
}

decode_words! {
    Direction { Ltr = "ltr", Rtl = "rtl" }
    Spacing { Linear = "linear", Even = "even" }
    Doubt { None = "none", Uncertain = "uncertain", Approximate = "approximate", Both = "both" }
    Extent {
        Day = "day", Within = "within", Period = "period", OpenStart = "open-start", OpenEnd = "open-end",
        OpenBoth = "open-both",
    }
    Status { Confirmed = "confirmed", Alleged = "alleged", Disputed = "disputed" }
}

impl Decode for Bounds {
    fn decode(reader: &mut Reader<'_>) -> Bounds {
        let (earliest, latest) = Decode::decode(reader);
        Bounds::new(Day(earliest), Day(latest))
    }

    fn least() -> Bounds {
        Bounds::new(Day(0), Day(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::FORMAT_VERSION;

    /// The two ways of reading agree: the browser's for a printed page, and serde's for a whole document.
    fn check(json: &str) -> Option<Timeline> {
        let lean = Timeline::from_json(json).ok();
        let derived: Option<Timeline> = serde_json::from_str(json).ok().filter(Timeline::is_consistent);
        assert_eq!(lean, derived, "{json}");
        lean
    }

    fn timeline(marks: &str) -> String {
        let labels = serde_json::to_string(&ControlLabels::default()).expect("plain data");
        format!(
            r#"{{"version":{FORMAT_VERSION},"id":"a","lang":"en","dir":"ltr","marks":{marks},"eras":[],"categories":[{{"id":"c","label":"C"}}],"labels":{labels}}}"#
        )
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        let mark = |extent, doubt, status| Mark {
            id: "b-2".parse().unwrap(),
            bounds: Bounds::new(Day(-3), Day(7)),
            clock: (extent == Extent::Day).then_some(59),
            extent,
            doubt,
            category: Some(CategoryId(0)),
            status,
        };
        let mut read = check(&timeline("[]")).expect("a timeline");
        read.marks = vec![
            mark(Extent::Within, Doubt::Uncertain, Status::Alleged),
            mark(Extent::Period, Doubt::Approximate, Status::Disputed),
            mark(Extent::OpenStart, Doubt::Both, Status::Confirmed),
            mark(Extent::OpenEnd, Doubt::None, Status::Confirmed),
            mark(Extent::OpenBoth, Doubt::None, Status::Confirmed),
            mark(Extent::Day, Doubt::None, Status::Confirmed),
        ];
        (read.start, read.window, read.spacing) = (Some(EventId(5)), Some(Bounds::new(Day(1), Day(2))), Spacing::Even);
        let json = serde_json::to_string(&read).expect("plain data");
        assert_eq!(check(&json), Some(read));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for marks in [
            r#"[{"id":"a","bounds":[1,2]}]"#,
            r#"[{"id":"a","bounds":[1,1]},{"id":"b","bounds":[1,1],"clock":0},{"id":"c","bounds":[1,1],"clock":86400}]"#,
        ] {
            assert!(check(&timeline(marks)).is_some(), "{marks}");
        }
        for marks in [
            r#"[{"id":"a"}]"#,
            r#"[{"id":"A","bounds":[1,2]}]"#,
            r#"[{"id":"a--b","bounds":[1,2]}]"#,
            r#"[{"id":"a","bounds":[1]}]"#,
            r#"[{"id":"a","bounds":[1,2],"extent":"long"}]"#,
            r#"[{"id":"a","bounds":[1,2],"category":1}]"#,
            r#"[{"id":"a","bounds":[1,2],"status":7}]"#,
            r#"[{"id":"a","bounds":[1,1],"clock":-1}]"#,
            r#"[{"id":"a","bounds":[1,1],"clock":86401}]"#,
            r#"[{"id":"a","bounds":[1,1],"clock":60},{"id":"b","bounds":[1,1],"clock":59}]"#,
            r#"[{"id":"a","bounds":[1,1],"clock":60},{"id":"b","bounds":[1,2]}]"#,
            r#"{}"#,
        ] {
            assert_eq!(check(&timeline(marks)), None, "{marks}");
        }
        let none = timeline("[]").replace("\"labels\"", "\"start\":0,\"labels\"");
        assert_eq!(check(&none), None);
    }
}
