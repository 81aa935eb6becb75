//! A small label at the mark or the era that the pointer or the focus is on: when, and what.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, PointerEvent};
use yew::prelude::*;

use super::scene::Wiring;
use super::wording::cluster_name;
use crate::document::{EraId, EventId};
use crate::state::{AxisMarks, Intent, Told};
use crate::timeline::{BUCKET_MIN, Interval, Px, Target};
use crate::view::draw::{Canvas, Listen, el, px, text};

/// How wide and how high the room for a label is, CSS pixels.
const WIDTH: Px = Px(230.0);
const HEIGHT: Px = Px(96.0);
/// From the mark to the label.
const GAP: Px = Px(4.0);

/// Hears of all pointers that come over the axis or leave it, and of the focus as it comes and goes.
pub(super) fn on_told(dispatch: &Callback<Intent>) -> Listen {
    let dispatch = dispatch.clone();
    Rc::new(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_gone = match event.dyn_ref::<PointerEvent>() {
            Some(pointer) if pointer.type_() == "pointerout" => {
                // From mark to mark it comes over another one. A finger leaves at once what it has touched.
                if pointer.pointer_type() == "touch" || pointer.related_target().is_some_and(|to| is_on_axis(&to)) {
                    return;
                }
                true
            }
            _ => event.type_() == "focusout",
        };
        dispatch.emit(Intent::Tell(target.filter(|_| !is_gone).and_then(|target| told_by(&target))));
    })
}

fn is_on_axis(target: &EventTarget) -> bool {
    target.dyn_ref::<Element>().is_some_and(|element| element.closest(".marks").is_ok_and(|axis| axis.is_some()))
}

fn told_by(target: &Element) -> Option<Told> {
    let target = target.closest(".mark, .era").ok().flatten()?;
    match target.get_attribute("data-era") {
        Some(era) => era.parse().ok().map(|era| Told::Era(EraId(era))),
        None => target.get_attribute("data-id").map(Told::Mark),
    }
}

/// The properties of [`MarkLabel`].
#[derive(PartialEq, Properties)]
pub(super) struct MarkLabelProps {
    /// What it is about.
    pub wiring: Rc<Wiring>,
    /// What stands on the axis.
    pub marks: Rc<AxisMarks>,
    /// What it is drawn on.
    pub canvas: Canvas,
    /// What is told of.
    pub told: Option<Told>,
}

/// The label; nothing while neither pointer nor focus is on a mark or an era. Screen readers have the same words as the
/// mark's name.
#[component]
pub(super) fn MarkLabel(MarkLabelProps { wiring, marks, canvas, told }: &MarkLabelProps) -> Html {
    let scene = &wiring.scene;
    let timeline = &scene.timeline;
    let found = match told {
        None => None,
        Some(Told::Era(EraId(era))) => {
            let band = marks.layout.bands.iter().find(|band| band.era == *era);
            let name = timeline.eras.get(usize::from(*era)).map(|era| era.label.clone());
            band.zip(name)
                .map(|(band, name)| (middle(band.x), Interval::new(Px(0.0), canvas.form.band_height()), name, None))
        }
        Some(Told::Mark(id)) => {
            let is_it = |target: &&Target| *timeline.mark(EventId(target.event())).id == **id;
            marks.targets.iter().find(is_it).map(|target| {
                let y = match target {
                    Target::Bar(bar) => canvas.lane_y(bar.lane),
                    Target::Point(point) => canvas.mark_y(point.row),
                    Target::Cluster(cluster) => canvas.mark_y(cluster.row),
                };
                let half = BUCKET_MIN / 2.0;
                let (when, what) = match target.cluster() {
                    Some(cluster) => (cluster_name(scene, &cluster), None),
                    None => {
                        let id = EventId(target.event());
                        let when = [vec![scene.date(id)], scene.kind(id)].concat().join(" · ");
                        (when, Some(scene.title(id)))
                    }
                };
                (target.x(), Interval::new(y - half, y + half), when, what)
            })
        }
    };
    let Some((x, y, when, what)) = found else { return Html::default() };
    let is_above = y.start >= HEIGHT + GAP;
    let top = if is_above { y.start - GAP - HEIGHT } else { y.end + GAP };
    let width = WIDTH.min(canvas.width);
    let start = (x - width / 2.0).max(Px(0.0)).min(canvas.width - width);
    el!("foreignObject" {
        "class": "label",
        "aria-hidden": "true",
        "x": canvas.left(Interval::new(start, start + width)),
        "y": px(top),
        "width": px(width),
        "height": px(HEIGHT),
    }
        // Without its namespace it would be an element of SVG, as its parent is, and not drawn.
        el!("div" { "xmlns": "http://www.w3.org/1999/xhtml", "class": if is_above { "above" } else { "below" } }
            el!("p" { "lang": timeline.own_lang() } el!("span" { "class": "when" } text(&when)), el!("br" {}), text(&what.unwrap_or_default()))))
}

fn middle(x: Interval<Px>) -> Px {
    x.start + x.length() / 2.0
}
