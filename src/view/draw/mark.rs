//! A mark on the axis, around which the caller puts a link or a button.

use yew::prelude::*;

use super::bar::bar;
use super::canvas::Canvas;
use super::el::el;
use super::glyph::{Glyph, Precision, cluster, glyph};
use super::number::px;
use crate::document::{EventId, Timeline};
use crate::timeline::{BUCKET_MIN, Target};

/// A bar, a point, or a number for several.
pub(in crate::view) fn mark(canvas: &Canvas, timeline: &Timeline, target: &Target) -> Html {
    let x = canvas.x(target.x());
    let y = |row| px(canvas.mark_y(row));
    let hit =
        || el!("circle" { "class": "explainer-target", "r": px(BUCKET_MIN / 2.0), "fill": "none", "stroke": "none" });
    match target {
        Target::Bar(target) => bar(canvas, timeline.mark(EventId(target.event)), target),
        Target::Point(point) => {
            let mark = timeline.mark(EventId(point.event));
            // No group in it: of 24 events each picture has 24 elements less, and the living axis, too.
            let Glyph { classes, stroke, stroke_width, parts } = glyph(mark.category, mark.status, Precision::of(mark));
            el!("svg" {
                "class": classes,
                "x": x,
                "y": y(point.row),
                "overflow": "visible",
                "stroke": stroke,
                "stroke-width": stroke_width,
            } hit(), parts)
        }
        Target::Cluster(several) => el!("svg" { "x": x, "y": y(several.row), "overflow": "visible" }
            hit(),
            cluster(&timeline.labels.compact(several.count), several.groups),
        ),
    }
}
