//! From the document's marks to the axis's.

use crate::date::{Bounds, Day};
use crate::document::{Extent, Timeline};
use crate::timeline::{Marks, Span};

/// The marks of a document as the axis sees them. A day lasts until the next one begins.
pub(super) fn marks(timeline: &Timeline) -> Marks {
    let days = |bounds: Bounds| (start(bounds.earliest), start(bounds.latest) + 1.0);
    let spans = timeline
        .marks
        .iter()
        .map(|mark| {
            let (start, end) = days(mark.bounds);
            Span { start, end, is_point: mark.extent == Extent::Day }
        })
        .collect();
    Marks::new(spans, timeline.eras.iter().map(|era| days(era.bounds)).collect())
}

fn start(day: Day) -> f64 {
    day.0 as f64
}
