//! The whole span in a slim strip, with the visible window on it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::axis_events::on_pointer;
use super::scene::Wiring;
use super::toolbar::STEP;
use super::wording::window;
use crate::state::{Around, GRIP, Intent, Pan, State, Surface};
use crate::timeline::{EventIndex, Form, Interval, OVERVIEW_HEIGHT, Px, Room, Viewport};
use crate::view::draw::{Canvas, Listen, Unit, el, listen, px, several};

/// Width of a bar of the histogram.
const BAR: f64 = 4.0;
/// The height of a bar for a single event, and what the tallest leaves free.
const LEAST_BAR: f64 = 4.0;
const ABOVE_BARS: f64 = 6.0;
/// From the bottom of the strip to that of the bars.
const BELOW_BARS: Px = Px(3.0);
/// The part of the window that one press of an arrow key moves it by.
const NUDGE: f64 = 0.1;

/// The strip. One tab stop: arrow keys move the window, plus and minus change its length.
pub(super) fn overview(wiring: &Wiring, state: &State) -> Html {
    let Wiring { scene, dispatch } = wiring;
    let labels = &scene.timeline.labels;
    let (whole, drawn) = (state.window.whole(), state.window.drawn());
    if !whole.is_drawable() {
        return Html::default();
    }
    let canvas = Canvas {
        width: whole.width,
        form: Form::of_width(whole.width),
        room: Room::default(),
        direction: scene.timeline.dir,
        unit: Unit::Px,
    };
    let edges = drawn.window.map(|place| whole.apply(place));
    let edges = Interval::new(edges.start.max(Px(0.0)), edges.end.min(whole.width));
    let middle = (edges.start + edges.end) / 2.0;
    let on_pointer = on_pointer(Surface::Overview, canvas, dispatch);
    let pointer = |kind| listen(kind, on_pointer.clone());
    el!("svg" {
        "class": "overview surface",
        "part": "overview",
        "width": "100%",
        "height": px(OVERVIEW_HEIGHT),
        "translate": "no",
    } [pointer("pointerdown"), pointer("pointermove"), pointer("pointerup"), pointer("pointercancel")]
        el!("path" { "class": "density", "d": density(&canvas, &state.shown, &whole) }),
        el!("g" {
            "class": "window",
            "role": "slider",
            "tabindex": "0",
            "aria-label": labels.overview.clone(),
            "aria-description": labels.overview_help.clone(),
            "aria-valuemin": "0",
            "aria-valuemax": "100",
            "aria-valuenow": px(Px(middle / whole.width * 100.0)),
            "aria-valuetext": window(&scene.timeline, state.window.seen()),
        } [listen("keydown", on_key(canvas, dispatch))]
            pane(&canvas, edges),
            handle(canvas.mirror(edges.start)),
            handle(canvas.mirror(edges.end)),
        ),
    )
}

/// How many events lie where, as a path.
fn density(canvas: &Canvas, shown: &EventIndex, whole: &Viewport) -> String {
    let counts = shown.density(whole, (whole.width.0 / BAR).max(1.0) as usize);
    let most = f64::from(counts.iter().copied().max().unwrap_or(0).max(1));
    let mut path = String::new();
    for (index, &count) in counts.iter().enumerate().filter(|&(_, &count)| count > 0) {
        // By the root, so that a lone event is seen beside a crowd.
        let share = (f64::from(count) / most).sqrt();
        let height = Px(LEAST_BAR + (OVERVIEW_HEIGHT.0 - LEAST_BAR - ABOVE_BARS) * share);
        let start = Px(index as f64 * BAR);
        let x = canvas.left(Interval::new(start, start + Px(BAR)));
        for part in ["M", &x, " ", &px(OVERVIEW_HEIGHT - BELOW_BARS), "v-", &px(height), "h3v", &px(height), "z"] {
            path.push_str(part);
        }
    }
    path
}

fn pane(canvas: &Canvas, edges: Interval<Px>) -> Html {
    let inside = Interval::new(edges.start + Px(1.0), edges.end - Px(1.0));
    el!("rect" {
        "class": "pane",
        "x": canvas.left(inside),
        "y": "1",
        "width": px(inside.length().max(Px(1.0))),
        "height": px(OVERVIEW_HEIGHT - Px(2.0)),
        "rx": "3",
    })
}

/// The handle of one end of the window, at an x of the screen.
fn handle(x: Px) -> Html {
    several(vec![
        el!("rect" { "class": "grip", "x": px(x - GRIP), "width": px(GRIP * 2.0), "height": px(OVERVIEW_HEIGHT) }),
        el!("rect" {
            "class": "handle",
            "x": px(x - Px(3.0)),
            "y": "8",
            "width": "6",
            "height": px(OVERVIEW_HEIGHT - Px(16.0)),
            "rx": "2",
        }),
    ])
}

fn on_key(canvas: Canvas, dispatch: &Callback<Intent>) -> Listen {
    let dispatch = dispatch.clone();
    Rc::new(move |event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let right = if canvas.is_mirrored() { -NUDGE } else { NUDGE };
        let zoom = |factor| Intent::Zoom { factor, around: Around::Middle, is_eased: true };
        let intent = match event.key().as_str() {
            "ArrowLeft" => Intent::Move(Pan::By(-right)),
            "ArrowRight" => Intent::Move(Pan::By(right)),
            "ArrowDown" => Intent::Move(Pan::By(-NUDGE)),
            "ArrowUp" => Intent::Move(Pan::By(NUDGE)),
            "PageDown" => Intent::Move(Pan::By(-1.0)),
            "PageUp" => Intent::Move(Pan::By(1.0)),
            "Home" => Intent::Move(Pan::ToStart),
            "End" => Intent::Move(Pan::ToEnd),
            "+" | "=" => zoom(STEP),
            "-" => zoom(1.0 / STEP),
            "0" => Intent::Move(Pan::ToWhole),
            _ => return,
        };
        event.prevent_default();
        dispatch.emit(intent);
    })
}
