//! What hands and keys want of the axis and the overview.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};
use yew::prelude::{Callback, hook, use_effect_with};

use super::scene::Wiring;
use super::toolbar::STEP;
use crate::dom::{has_broken, x_of};
use crate::state::{Around, Intent, Surface, Walk};
use crate::timeline::Px;
use crate::view::draw::{Canvas, Listen};

/// How much a turn of the wheel by one CSS pixel zooms: a notch of 100 is about a third more.
const PER_PIXEL: f64 = 0.003;
/// The most that one turn of the wheel counts for, CSS pixels.
const MOST: f64 = 200.0;
/// A line of a wheel that counts in lines, CSS pixels.
const LINE: f64 = 16.0;

/// The x of an event from the start of the axis.
fn x_from_start(canvas: &Canvas, event: &MouseEvent) -> Px {
    canvas.mirror(Px(x_of(event)))
}

/// Pointers that go down, move and go up. Only the main button counts.
pub(super) fn on_pointer(surface: Surface, canvas: Canvas, dispatch: &Callback<Intent>) -> Listen {
    let dispatch = dispatch.clone();
    Rc::new(move |event| {
        let Ok(event) = event.dyn_into::<PointerEvent>() else { return };
        let pointer = event.pointer_id();
        let (x, time) = (x_from_start(&canvas, &event), event.time_stamp());
        let kind = event.type_();
        dispatch.emit(match kind.as_str() {
            "pointerdown" if event.button() != 0 => return,
            "pointerdown" => Intent::PointerDown { surface, pointer, x, time },
            "pointermove" => Intent::PointerMove { pointer, x, time },
            _ => Intent::PointerUp { pointer, is_cancelled: kind == "pointercancel", time },
        });
    })
}

/// Keys on the axis: `focused` is what choosing the mark with the focus wants.
pub(super) fn on_key(canvas: Canvas, is_zoomed: bool, focused: Option<Intent>, dispatch: &Callback<Intent>) -> Listen {
    let dispatch = dispatch.clone();
    Rc::new(move |event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let (left, right) = if canvas.is_mirrored() { (Walk::On, Walk::Back) } else { (Walk::Back, Walk::On) };
        let zoom = |factor| Intent::Zoom { factor, around: Around::Focused, is_eased: true };
        let intent = match event.key().as_str() {
            "ArrowLeft" => Some(Intent::Walk(left)),
            "ArrowRight" => Some(Intent::Walk(right)),
            "ArrowUp" => Some(Intent::Walk(Walk::Back)),
            "ArrowDown" => Some(Intent::Walk(Walk::On)),
            "Home" => Some(Intent::Walk(Walk::First)),
            "End" => Some(Intent::Walk(Walk::Last)),
            "PageUp" => Some(Intent::Walk(Walk::EraBack)),
            "PageDown" => Some(Intent::Walk(Walk::EraOn)),
            "+" | "=" => Some(zoom(STEP)),
            "-" => Some(zoom(1.0 / STEP)),
            "0" => Some(Intent::ShowWhole),
            "Enter" | " " => focused.clone(),
            "Escape" if is_zoomed => Some(Intent::ShowWhole),
            _ => return,
        };
        event.prevent_default();
        if let Some(intent) = intent {
            dispatch.emit(intent);
        }
    })
}

/// With Ctrl or ⌘ the wheel zooms (a pinch on a touchpad comes as one, too), sideways it moves; otherwise it is the
/// page's.
///
/// It is heard on the axis alone. Yew would hear it on the frame's root: then every wheel over the article would wait for
/// this program, and Chromium took 25.5 s instead of 1.1 s to picture the whole page, since each line of text is a place
/// in which somebody hears the wheel.
#[hook]
pub(super) fn use_wheel(wiring: &Rc<Wiring>, canvas: Canvas, is_zoomed: bool) {
    let wiring = wiring.clone();
    use_effect_with((canvas, is_zoomed), move |_| {
        let axis = wiring.scene.in_frame(".marks");
        let listener = axis.map(|axis| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&axis, "wheel", options, move |event| {
                let intent = event.dyn_ref().and_then(|event| turned(event, &canvas, is_zoomed));
                if let Some(intent) = intent.filter(|_| !has_broken()) {
                    event.prevent_default();
                    wiring.dispatch.emit(intent);
                }
            })
        });
        move || drop(listener)
    });
}

/// What a turn of the wheel wants.
fn turned(event: &WheelEvent, canvas: &Canvas, is_zoomed: bool) -> Option<Intent> {
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { LINE } else { 1.0 };
    let (across, down) = (event.delta_x() * unit, event.delta_y() * unit);
    if event.ctrl_key() || event.meta_key() {
        let factor = 1.0 + down.abs().min(MOST) * PER_PIXEL;
        let factor = if down < 0.0 { factor } else { 1.0 / factor };
        Some(Intent::Zoom { factor, around: Around::X(x_from_start(canvas, event)), is_eased: false })
    } else if across.abs() > down.abs() && is_zoomed {
        Some(Intent::Pan(Px(if canvas.is_mirrored() { across } else { -across })))
    } else {
        None
    }
}

/// Twice on the axis, not on a mark or an era, zooms in.
pub(super) fn on_double_click(canvas: Canvas, dispatch: &Callback<Intent>) -> Listen {
    let dispatch = dispatch.clone();
    Rc::new(move |event| {
        let Ok(event) = event.dyn_into::<MouseEvent>() else { return };
        // On those both clicks have done something already.
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.and_then(|target| target.closest(".mark, .era").ok().flatten()).is_none() {
            let around = Around::X(x_from_start(&canvas, &event));
            dispatch.emit(Intent::Zoom { factor: STEP, around, is_eased: true });
        }
    })
}
