//! A mark on the axis, around which the caller puts a link or a button.

use yew::prelude::*;

use super::bar::bar;
use super::canvas::Canvas;
use super::el::el;
use super::glyph::{Precision, cluster, glyph};
use super::number::px;
use crate::document::{EventId, Timeline};
use crate::timeline::{BUCKET_MIN, Target};

/// A bar, a point, or a number for several.
pub(in crate::view) fn mark(canvas: &Canvas, timeline: &Timeline, target: &Target) -> Html {
    let (row, parts) = match target {
        Target::Bar(target) => return bar(canvas, timeline.mark(EventId(target.event)), target),
        Target::Point(point) => {
            let mark = timeline.mark(EventId(point.event));
            (point.row, glyph(mark.category, mark.status, Precision::of(mark)))
        }
        Target::Cluster(several) => (several.row, cluster(&timeline.labels.compact(several.count), several.groups)),
    };
    el!("svg" { "x": canvas.x(target.x()), "y": px(canvas.mark_y(row)), "overflow": "visible" }
        el!("circle" { "class": "explainer-target", "r": px(BUCKET_MIN / 2.0), "fill": "none" }),
        parts,
    )
}
