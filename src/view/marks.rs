//! From the document's marks to the axis's.

use std::rc::Rc;

use crate::date::{Bounds, Day};
use crate::document::{Extent, Spacing, Timeline};
use crate::timeline::{Marks, Scale, Span};

/// The days of a document's events and eras.
pub(super) struct Days {
    spans: Rc<[Span]>,
    eras: Rc<[(f64, f64)]>,
}

impl Days {
    /// The days of a document. A day lasts until the next one begins.
    pub fn new(timeline: &Timeline) -> Days {
        let spans = timeline.marks.iter().map(|mark| {
            let (start, end) = ends(mark.bounds);
            Span { start, end, is_point: mark.extent == Extent::Day }
        });
        Days { spans: spans.collect(), eras: timeline.eras.iter().map(|era| ends(era.bounds)).collect() }
    }

    /// The marks of the events that are shown, or of all, on a scale.
    pub fn marks(&self, scale: Rc<Scale>, shown: Option<&[bool]>) -> Marks {
        Marks::new(Rc::clone(&self.spans), Rc::clone(&self.eras), scale, shown)
    }

    /// From the first beginning to the last end; `None` without any.
    pub fn extent(&self) -> Option<(f64, f64)> {
        let ends = self.spans.iter().map(|span| (span.start, span.end)).chain(self.eras.iter().copied());
        ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// The scale for a way of spreading days.
    pub fn scale(&self, spacing: Spacing) -> Rc<Scale> {
        let starts: Vec<f64> = self.spans.iter().map(|span| span.start).collect();
        Rc::new(match (spacing, self.extent()) {
            (Spacing::Even, Some(extent)) => Scale::even(&starts, extent),
            _ => Scale::linear(),
        })
    }
}

/// The first day of some bounds, and the end of the last.
pub(super) fn ends(bounds: Bounds) -> (f64, f64) {
    let start = |Day(day)| day as f64;
    (start(bounds.earliest), start(bounds.latest) + 1.0)
}
