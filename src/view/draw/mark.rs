//! A mark on the axis, around which the caller puts a link or a button.

use yew::prelude::*;

use super::bar::bar;
use super::canvas::Canvas;
use super::el::{el, several};
use super::glyph::{Precision, cluster, glyph};
use super::number::px;
use crate::document::{EventId, Timeline};
use crate::timeline::{BUCKET_MIN, Cluster, Target};

/// A bar, a point, or a disc for several.
pub(in crate::view) fn mark(canvas: &Canvas, timeline: &Timeline, target: &Target) -> Html {
    match target {
        Target::Bar(target) => bar(canvas, timeline.mark(EventId(target.event)), target),
        Target::Cluster(target) => point(canvas, timeline, target),
    }
}

fn point(canvas: &Canvas, timeline: &Timeline, target: &Cluster) -> Html {
    let parts = if target.count > 1 {
        vec![cluster(&timeline.labels.compact(target.count))]
    } else {
        let mark = timeline.mark(EventId(target.first));
        vec![
            el!("circle" { "class": "explainer-target", "r": px(BUCKET_MIN / 2.0), "fill": "none" }),
            glyph(mark.category, mark.status, Precision::of(mark)),
        ]
    };
    el!("svg" { "x": canvas.x(target.x), "y": px(canvas.form.mark_y()), "overflow": "visible" } several(parts))
}
