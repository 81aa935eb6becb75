//! What stands behind the marks: the bands of the eras, the axis line and its ticks.

use yew::prelude::*;

use super::axis_labels::{Placed, axis_labels};
use super::canvas::Canvas;
use super::chosen_day::ChosenDay;
use super::el::{el, several, text};
use super::number::px;
use crate::document::Timeline;
use crate::timeline::{Band, Layout, Px, TYPE_SIZE, Tick, text_width};
use crate::view::palette::{BAND, BAND_2, GROUND, GROUND_2, INK, QUIET};

/// From the edge of a band to its name.
const BAND_PADDING: Px = Px(8.0);
/// From the middle of a band to the line that its name stands on.
const BAND_BASELINE: Px = Px(4.5);
/// How far a tick reaches below the axis line.
const TICK: Px = Px(6.0);
/// From the axis line to the line that the ticks' labels stand on.
const TICK_BASELINE: Px = Px(20.0);

/// Era bands, the axis line and ticks; the day of the chosen mark stands in the place of ticks' labels.
pub(in crate::view) fn ground(canvas: &Canvas, timeline: &Timeline, layout: &Layout, day: Option<ChosenDay>) -> Html {
    let bands = layout.bands.iter().map(|band| self::band(canvas, timeline, band)).collect();
    let (labels, day) = axis_labels(&timeline.labels, &layout.ticks, day, canvas.width);
    let mut ticks: Vec<Html> =
        layout.ticks.iter().zip(labels).map(|(tick, label)| self::tick(canvas, tick, label)).collect();
    ticks.extend(day.map(|(x, label)| {
        el!("text" {
            "class": "explainer-day",
            "x": canvas.x(x),
            "y": px(canvas.axis_y() + TICK_BASELINE),
            "text-anchor": "middle",
            "fill": INK.light,
            "font-weight": "600",
        } text(&label))
    }));
    several(vec![
        el!("g" { "class": "explainer-bands" } several(bands)),
        el!("g" { "class": "explainer-ticks", "font-size": px(TYPE_SIZE), "fill": QUIET.light }
            axis_line(canvas),
            several(ticks),
        ),
    ])
}

fn band(canvas: &Canvas, timeline: &Timeline, band: &Band) -> Html {
    let label = &timeline.eras[usize::from(band.era)].label;
    let width = band.x.length();
    let (x, length) = (canvas.left(band.x), canvas.length(width));
    let height = px(canvas.form.band_height());
    let (class, ground, tint) = if band.era.is_multiple_of(2) {
        ("explainer-even", GROUND_2.light, BAND_2.light)
    } else {
        ("explainer-odd", GROUND.light, BAND.light)
    };
    let mut parts = vec![
        el!("rect" { "x": x.clone(), "y": "0", "width": length.clone(), "height": px(canvas.axis_y()) }),
        el!("rect" {
            "class": "explainer-band",
            "x": x.clone(),
            "y": "0",
            "width": length.clone(),
            "height": height.clone(),
            "fill": tint,
        }),
    ];
    if text_width(label) + BAND_PADDING * 2.0 <= width {
        parts.push(el!("svg" { "x": x, "y": "0", "width": length, "height": height }
            el!("text" {
                "x": if canvas.is_mirrored() { "100%" } else { "0" },
                "dx": canvas.along(BAND_PADDING),
                "y": px(canvas.form.band_height() / 2.0 + BAND_BASELINE),
                "fill": INK.light,
                "font-size": px(TYPE_SIZE),
            } text(label))
        ));
    }
    el!("g" { "class": class, "fill": ground } several(parts))
}

fn axis_line(canvas: &Canvas) -> Html {
    let y = px(canvas.axis_y());
    el!("line" { "class": "explainer-line", "x1": "0", "x2": "100%", "y1": y.clone(), "y2": y, "stroke": QUIET.light })
}

fn tick(canvas: &Canvas, tick: &Tick, label: Option<Placed>) -> Html {
    let (x, y) = (canvas.x(tick.x), canvas.axis_y());
    let mut parts =
        vec![el!("line" { "x1": x.clone(), "x2": x, "y1": px(y), "y2": px(y + TICK), "stroke": QUIET.light })];
    parts.extend(label.map(
        |(x, label)| el!("text" { "x": canvas.x(x), "y": px(y + TICK_BASELINE), "text-anchor": "middle" } text(&label)),
    ));
    several(parts)
}
