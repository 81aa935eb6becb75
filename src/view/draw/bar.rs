//! A bar: an event that lasted, or may have been at any time of a stretch.

use yew::prelude::*;

use super::canvas::Canvas;
use super::el::{el, several};
use super::glyph::{category_style, has_core, status_class};
use super::number::px;
use crate::document::{Extent, Mark, Status};
use crate::timeline::{BUCKET_MIN, Bar, Interval, Px};
use crate::view::palette::PAPER;

/// Half the height of a bar.
const HALF: Px = Px(5.0);
/// The same of one with ends that fade.
const FADING_HALF: Px = Px(6.0);
/// The same of the paper on a hollow one.
const PAPER_HALF: Px = Px(4.0);
/// Half the height of the line along a bar, and how far it stays from the bar's ends.
const CORE_HALF: Px = Px(1.0);
const CORE_EDGE: Px = Px(6.0);
/// Over how much an approximate end fades.
const SOFT: Px = Px(12.0);
/// The same of an end that is open or unknown.
const OPEN: Px = Px(36.0);
/// The opacity of each of four layers that together give a quarter, a half, three quarters and all of a colour.
const LAYERS: [&str; 4] = ["0.25", "0.33", "0.5", "1"];
/// The same for a third of the colour.
const PALE_LAYERS: [&str; 4] = ["0.09", "0.1", "0.11", "0.12"];

/// How a rectangle over a stretch of the axis looks.
#[derive(Default)]
struct Look {
    class: Option<AttrValue>,
    rx: Option<&'static str>,
    fill: Option<&'static str>,
    stroke: Option<&'static str>,
    stroke_width: Option<&'static str>,
    dashes: Option<&'static str>,
    opacity: Option<&'static str>,
}

/// A bar: solid for a period; dashed outline for an uncertain one; soft ends for an approximate one; ends that fade
/// where they are open or unknown; pale with a thin outline where one moment lies within, as in a day among hours.
pub(super) fn bar(canvas: &Canvas, mark: &Mark, bar: &Bar) -> Html {
    let (class, colour) = category_style(mark.category);
    let y = canvas.lane_y(bar.lane);
    let is_within = is_within(mark);
    let is_solid = mark.status == Status::Confirmed;
    let fades = fades(canvas, mark, bar);
    let classes = ["explainer-bar ", class, " ", status_class(mark.status)].concat();
    let fill = if is_solid { colour } else { PAPER.light };
    let dashes = mark.doubt.is_uncertain().then_some("4 3");
    let width = if is_within { "1" } else { "2" };
    let is_pale = is_within || mark.doubt.is_uncertain();
    let target = Look { class: Some("explainer-target".into()), fill: Some("none"), ..Look::default() };
    let target = stretch(canvas, bar.x, y, BUCKET_MIN / 2.0, target);
    if fades.start == Px(0.0) && fades.end == Px(0.0) {
        let body = Look {
            class: Some(classes.into()),
            rx: Some("3"),
            fill: Some(fill),
            stroke: Some(colour),
            stroke_width: Some(width),
            dashes,
            opacity: is_pale.then_some("0.35"),
        };
        return several(vec![target, stretch(canvas, bar.x, y, HALF, body), core(canvas, mark, bar)]);
    }
    // Four layers, each within the one before: where they all lie over one another the bar has its full colour.
    let opacities = if is_pale { PALE_LAYERS } else { LAYERS };
    let mut parts = Vec::new();
    for (layer, opacity) in (0u8..).zip(opacities) {
        let share = f64::from(layer) / 3.0;
        // What is pale has its outline where it is fullest.
        let has_outline = layer == 3 && is_pale && is_solid;
        let look = Look {
            class: Some("explainer-half".into()),
            rx: Some("4"),
            fill: Some(colour),
            stroke: (!has_outline).then_some("none"),
            stroke_width: has_outline.then_some(width),
            dashes: if has_outline { dashes } else { None },
            opacity: Some(opacity),
        };
        parts.push(stretch(canvas, inset(bar.x, fades.map(|fade| fade * share)), y, FADING_HALF, look));
    }
    if !is_solid {
        // A hollow bar is a full one with paper on it.
        let edges = fades.map(|fade| if fade > Px(0.0) { fade / 3.0 } else { Px(2.0) });
        let look = Look { rx: Some("2"), stroke: Some("none"), ..Look::default() };
        parts.push(stretch(canvas, inset(bar.x, edges), y, PAPER_HALF, look));
    }
    several(vec![
        target,
        el!("g" { "class": classes, "fill": fill, "stroke": colour } several(parts)),
        core(canvas, mark, bar),
    ])
}

fn is_within(mark: &Mark) -> bool {
    matches!(mark.extent, Extent::Within | Extent::Day)
}

/// The line along a bar whose category shares its colour with an earlier one.
fn core(canvas: &Canvas, mark: &Mark, bar: &Bar) -> Html {
    if !has_core(mark.category) {
        return Html::default();
    }
    let (class, colour) = category_style(mark.category);
    let is_filled = mark.status == Status::Confirmed && !is_within(mark);
    let look = Look {
        class: Some(if is_filled { "explainer-core".into() } else { ["explainer-half ", class].concat().into() }),
        fill: Some(if is_filled { PAPER.light } else { colour }),
        ..Look::default()
    };
    let edge = (bar.x.length() / 3.0).min(CORE_EDGE);
    stretch(canvas, inset(bar.x, Interval::new(edge, edge)), canvas.lane_y(bar.lane), CORE_HALF, look)
}

fn inset(stretch: Interval<Px>, by: Interval<Px>) -> Interval<Px> {
    Interval::new(stretch.start + by.start, stretch.end - by.end)
}

/// Over how much a bar fades at its start and at its end. An end that lies outside the window is not one.
fn fades(canvas: &Canvas, mark: &Mark, bar: &Bar) -> Interval<Px> {
    let (open_start, open_end) = match mark.extent {
        Extent::OpenStart => (true, false),
        Extent::OpenEnd => (false, true),
        Extent::OpenBoth => (true, true),
        _ => (false, false),
    };
    let soft = if mark.doubt.is_approximate() { SOFT } else { Px(0.0) };
    let fade = |is_there: bool, is_open: bool| match (is_there, is_open) {
        (false, _) => Px(0.0),
        // Short bars keep a third of their length in full colour.
        (true, is_open) => (if is_open { OPEN } else { soft }).min(bar.x.length() / 3.0),
    };
    Interval::new(fade(bar.x.start > Px(0.0), open_start), fade(bar.x.end < canvas.width, open_end))
}

/// A rectangle over a stretch of the axis, as high as twice `half`.
fn stretch(canvas: &Canvas, x: Interval<Px>, y: Px, half: Px, look: Look) -> Html {
    el!("rect" {
        "class": look.class,
        "x": canvas.left(x),
        "y": px(y - half),
        "width": canvas.length(x.length().max(Px(0.0))),
        "height": px(half * 2.0),
        "rx": look.rx,
        "fill": look.fill,
        "stroke": look.stroke,
        "stroke-width": look.stroke_width,
        "stroke-dasharray": look.dashes,
        "fill-opacity": look.opacity,
    })
}
