//! From the document's dates to those of the axis.

use std::rc::Rc;

use crate::date::Moment;
use crate::document::{CategoryId, Extent, MAX_CATEGORIES, Spacing, Timeline};
use crate::timeline::{DAY, EventIndex, HOUR, Interval, Room, Scale, Span, room};

/// When the events and the eras of a document are.
#[derive(Clone, Debug)]
pub struct Spans {
    events: Rc<[Span]>,
    eras: Rc<[Interval<Moment>]>,
    /// The shortest window, in days.
    least: f64,
}

impl Spans {
    /// Those of a document.
    pub fn new(timeline: &Timeline) -> Spans {
        let has_clocks = timeline.has_clocks();
        let mut events = Vec::new();
        for date in timeline.marks.chunk_by(|a, b| a.bounds.earliest == b.bounds.earliest) {
            // Among its own hours a day is a stretch of time itself.
            let has_hours = has_clocks && date.iter().any(|mark| mark.clock.is_some());
            events.extend(date.iter().map(|mark| {
                let moment = mark.moment();
                Span {
                    time: moment.map_or(mark.bounds.into(), |moment| Interval::new(moment, moment)),
                    is_point: moment.is_some() || (mark.extent == Extent::Day && !has_hours),
                    group: mark.category.map_or(MAX_CATEGORIES as u8, |CategoryId(id)| id),
                }
            }));
        }
        Spans {
            events: events.into(),
            eras: timeline.eras.iter().map(|era| era.bounds.into()).collect(),
            least: if has_clocks { HOUR } else { DAY },
        }
    }

    /// The events that are admitted, or all, on a scale.
    pub fn index(&self, scale: &Rc<Scale>, admitted: Option<&[bool]>) -> EventIndex {
        EventIndex::new(Rc::clone(&self.events), Rc::clone(&self.eras), Rc::clone(scale), admitted)
    }

    /// From the first beginning to the last end; `None` without any.
    pub fn extent(&self) -> Option<Interval<Moment>> {
        let times = self.events.iter().map(|span| span.time).chain(self.eras.iter().copied());
        Scale::linear(self.least).extent(times)
    }

    /// The scale for a way of spreading days.
    pub fn scale(&self, spacing: Spacing) -> Rc<Scale> {
        let starts: Vec<Moment> = self.events.iter().map(|span| span.time.start).collect();
        Rc::new(match (spacing, self.extent()) {
            (Spacing::Even, Some(extent)) => Scale::even(&starts, extent, self.least),
            _ => Scale::linear(self.least),
        })
    }

    /// The rows and lanes that all events together need on the document's own scale.
    pub fn room(&self, spacing: Spacing) -> Room {
        room(&self.index(&self.scale(spacing), None))
    }

    /// An era.
    pub fn era(&self, era: usize) -> Option<Interval<Moment>> {
        self.eras.get(era).copied()
    }
}
