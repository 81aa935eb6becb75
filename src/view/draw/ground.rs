//! What stands behind the marks: the bands of the eras, the axis line and its ticks.

use yew::prelude::*;

use super::canvas::Canvas;
use super::chosen_day::ChosenDay;
use super::el::{el, several, text};
use super::number::px;
use super::tick_label::tick_label;
use crate::document::Timeline;
use crate::timeline::{Band, Interval, Layout, Px, TYPE_SIZE, Tick, text_width};
use crate::view::palette::{BAND, BAND_2, GROUND, GROUND_2, INK, QUIET};

/// From the edge of a band to its name.
const BAND_PADDING: Px = Px(8.0);
/// From the middle of a band to the line that its name stands on.
const BAND_BASELINE: Px = Px(4.5);
/// How far a tick reaches below the axis line.
const TICK: Px = Px(6.0);
/// From the axis line to the line that the ticks' labels stand on.
const TICK_BASELINE: Px = Px(20.0);
/// Air between the labels of two ticks.
const TICK_AIR: Px = Px(4.0);
/// How much wider figures may be than the average letter.
const FIGURES: f64 = 1.2;

/// Era bands, the axis line and ticks; the day of the chosen mark stands in the place of ticks' labels.
pub(in crate::view) fn ground(canvas: &Canvas, timeline: &Timeline, layout: &Layout, day: Option<ChosenDay>) -> Html {
    let bands = layout.bands.iter().map(|band| self::band(canvas, timeline, band)).collect();
    let day = day.map(|day| {
        let x = reach(canvas, day.x, &day.label);
        let text = el!("text" {
            "class": "explainer-day",
            "x": canvas.x(x.start + x.length() / 2.0),
            "y": px(canvas.axis_y() + TICK_BASELINE),
            "text-anchor": "middle",
            "fill": INK.light,
            "font-weight": "600",
        } text(&day.label));
        (x, text)
    });
    // What the labels have taken so far: one that would touch it is left out.
    let mut taken: Vec<Interval<Px>> = day.iter().map(|(x, _)| *x).collect();
    // Where no midnight does, the first label that has room for it tells the day.
    let mut tells_day = layout.ticks.iter().all(|tick| tick.minute > 0);
    let each = |tick| self::tick(canvas, timeline, tick, &mut tells_day, &mut taken);
    let mut ticks: Vec<Html> = layout.ticks.iter().map(each).collect();
    ticks.extend(day.map(|(_, text)| text));
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

/// What a label takes of the axis around an x; it stands whole on it.
fn reach(canvas: &Canvas, x: Px, label: &str) -> Interval<Px> {
    let half = text_width(label) * (FIGURES / 2.0);
    let middle = x.min(canvas.width - half).max(half);
    Interval::new(middle - half, middle + half)
}

fn tick(
    canvas: &Canvas,
    timeline: &Timeline,
    tick: &Tick,
    tells_day: &mut bool,
    taken: &mut Vec<Interval<Px>>,
) -> Html {
    let (x, y) = (canvas.x(tick.x), canvas.axis_y());
    let mut parts =
        vec![el!("line" { "x1": x.clone(), "x2": x.clone(), "y1": px(y), "y2": px(y + TICK), "stroke": QUIET.light })];
    // Where the day has no room, the hour alone may have.
    let forms = if *tells_day { &[true, false][..] } else { &[false] };
    for &with_day in forms {
        let label = tick_label(&timeline.labels, tick, with_day);
        let reach = reach(canvas, tick.x, &label);
        let with_air = Interval::new(reach.start - TICK_AIR, reach.end + TICK_AIR);
        // A label that would have to go far from its tick says the wrong thing.
        let middle = reach.start + reach.length() / 2.0;
        if (middle - tick.x).abs() <= reach.length() / 2.0 && !taken.iter().any(|other| other.overlaps(with_air)) {
            taken.push(reach);
            *tells_day &= !with_day;
            let x = canvas.x(middle);
            parts.push(el!("text" { "x": x, "y": px(y + TICK_BASELINE), "text-anchor": "middle" } text(&label)));
            break;
        }
    }
    several(parts)
}
