//! The titles of marks, some with a line that leads down to their mark.

use yew::prelude::*;

use super::canvas::Canvas;
use super::el::{el, several, text};
use super::number::px;
use crate::timeline::{LINE_HEIGHT, Px, TYPE_SIZE, Target, Title};
use crate::view::palette::INK;

/// From the top of a line to the line that its text stands on.
const BASELINE: Px = Px(12.0);
/// The colour of the line that leads to a mark.
const LEADER: &str = "#8b919c";

/// The titles that found a place.
pub(in crate::view) fn titles(canvas: &Canvas, targets: &[Target], titles: &[Title]) -> Html {
    let titles = titles.iter().map(|title| self::title(canvas, &targets[title.target], title)).collect();
    el!("g" { "class": "explainer-titles", "font-size": px(TYPE_SIZE), "fill": INK.light } several(titles))
}

fn title(canvas: &Canvas, target: &Target, title: &Title) -> Html {
    let (anchor, dx) = if title.is_before { ("end", -title.indent) } else { ("start", title.indent) };
    let lines = title.lines.iter().enumerate().map(|(index, line)| {
        let y = px(BASELINE + LINE_HEIGHT * index as f64);
        el!("text" { "x": canvas.along(dx), "y": y, "text-anchor": anchor } text(line))
    });
    let mut parts: Vec<Html> = lines.collect();
    if let Some(end) = title.leader {
        let y2 = px(end - title.top);
        parts.push(el!("line" { "class": "explainer-leader", "y1": "2", "y2": y2, "stroke": LEADER }));
    }
    el!("svg" { "x": canvas.x(target.x()), "y": px(title.top), "overflow": "visible" } several(parts))
}
