//! From the document's dates to those of the axis.

use std::rc::Rc;

use crate::date::Moment;
use crate::document::{CategoryId, Extent, MAX_CATEGORIES, Spacing, Timeline};
use crate::timeline::{EventIndex, Interval, Room, Scale, Span, room};

/// When the events and the eras of a document are.
#[derive(Clone, Debug)]
pub struct Spans {
    events: Rc<[Span]>,
    eras: Rc<[Interval<Moment>]>,
}

impl Spans {
    /// Those of a document.
    pub fn new(timeline: &Timeline) -> Spans {
        let span = timeline.marks.iter().map(|mark| Span {
            time: mark.bounds.into(),
            is_point: mark.extent == Extent::Day,
            group: mark.category.map_or(MAX_CATEGORIES as u8, |CategoryId(id)| id),
        });
        Spans { events: span.collect(), eras: timeline.eras.iter().map(|era| era.bounds.into()).collect() }
    }

    /// The events that are admitted, or all, on a scale.
    pub fn index(&self, scale: &Rc<Scale>, admitted: Option<&[bool]>) -> EventIndex {
        EventIndex::new(Rc::clone(&self.events), Rc::clone(&self.eras), Rc::clone(scale), admitted)
    }

    /// From the first beginning to the last end; `None` without any.
    pub fn extent(&self) -> Option<Interval<Moment>> {
        let times = self.events.iter().map(|span| span.time).chain(self.eras.iter().copied());
        times.reduce(|a, b| Interval::new(a.start.min(b.start), a.end.max(b.end)))
    }

    /// The scale for a way of spreading days.
    pub fn scale(&self, spacing: Spacing) -> Rc<Scale> {
        let starts: Vec<Moment> = self.events.iter().map(|span| span.time.start).collect();
        Rc::new(match (spacing, self.extent()) {
            (Spacing::Even, Some(extent)) => Scale::even(&starts, extent),
            _ => Scale::linear(),
        })
    }

    /// The rows and lanes that all events together need on the document's own scale.
    pub fn room(&self, spacing: Spacing) -> Room {
        room(&self.index(&self.scale(spacing), None))
    }

    /// The era in which a moment lies.
    pub fn era_at(&self, moment: Moment) -> Option<usize> {
        self.eras.iter().position(|era| era.contains(moment))
    }

    /// An era.
    pub fn era(&self, era: usize) -> Option<Interval<Moment>> {
        self.eras.get(era).copied()
    }
}
