//! The titles above the marks, each with the line that leads down to its mark.

use yew::prelude::*;

use super::canvas::Canvas;
use super::el::{el, several, text};
use super::number::px;
use crate::timeline::{BUCKET_MIN, INDENT, Px, TYPE_SIZE, Target, Title};
use crate::view::palette::INK;

/// From the top of a row to the line that its first line of text stands on.
const BASELINE: Px = Px(12.0);
/// From line to line.
const LINE: Px = Px(15.0);
/// Where the line that leads to the mark begins, below the top of the row.
const LEADER_TOP: Px = Px(2.0);
/// Where it ends, above the middle of a bar.
const ABOVE_BAR: Px = Px(7.0);
/// Its colour.
const LEADER: &str = "#8b919c";

/// The titles that found a place.
pub(in crate::view) fn titles(canvas: &Canvas, targets: &[Target], titles: &[Title]) -> Html {
    if canvas.form.title_rows() == 0 {
        return Html::default();
    }
    let titles = titles.iter().map(|title| self::title(canvas, &targets[title.target], title)).collect();
    el!("g" { "class": "explainer-titles", "font-size": px(TYPE_SIZE), "fill": INK.light } several(titles))
}

fn title(canvas: &Canvas, target: &Target, title: &Title) -> Html {
    let top = canvas.form.title_y(title.row);
    let mark_top = match target {
        Target::Bar(bar) => canvas.form.lane_y(bar.lane) - ABOVE_BAR,
        Target::Cluster(_) => canvas.form.mark_y() - BUCKET_MIN / 2.0,
    };
    let (anchor, dx) = if title.is_before { ("end", -INDENT) } else { ("start", INDENT) };
    // A single line stands on the lower of the two.
    let skip = if title.lines.len() == 1 { 1 } else { 0 };
    let lines = title.lines.iter().enumerate().map(|(index, line)| {
        let y = px(BASELINE + LINE * (index + skip) as f64);
        el!("text" { "x": canvas.along(dx), "y": y, "text-anchor": anchor } text(line))
    });
    el!("svg" { "x": canvas.x(target.x()), "y": px(top), "overflow": "visible" }
        el!("line" {
            "class": "explainer-leader",
            "y1": px(LEADER_TOP),
            "y2": px(mark_top - top),
            "stroke": LEADER,
        }),
        several(lines.collect()),
    )
}
