//! The living axis: marks that can be chosen, eras that can be shown, and the hands and keys that move the window.

use std::rc::Rc;

use yew::prelude::*;

use super::axis_events::{on_double_click, on_key, on_pointer, use_wheel};
use super::button::truth;
use super::era_buttons::era_buttons;
use super::mark_label::{MarkLabel, on_told};
use super::scene::Wiring;
use super::wording::mark_name;
use crate::document::EventId;
use crate::state::{AxisMarks, Intent, Surface, Told};
use crate::timeline::{Form, Room, Target, Viewport, titles};
use crate::view::draw::{self, Canvas, Unit, chosen_day, el, ground, listen, mark, px, several};

/// The properties of [`Axis`].
#[derive(PartialEq, Properties)]
pub struct AxisProps {
    /// What it is about, and where intents go.
    pub wiring: Rc<Wiring>,
    /// What stands on the axis.
    pub marks: Rc<AxisMarks>,
    /// The window that is drawn.
    pub viewport: Viewport,
    /// The rows and lanes that it has.
    pub room: Room,
    /// Whether less than the whole span is shown.
    pub is_zoomed: bool,
    /// The chosen event, whose title comes first.
    pub chosen: Option<EventId>,
    /// The first event of the cluster that is open as a list.
    pub opened: Option<EventId>,
    /// What a label tells of.
    pub told: Option<Told>,
}

/// The axis, of the same height as the picture it stands over. It has one tab stop for its marks, between which arrow keys
/// move, and one for each era.
#[component]
pub fn Axis(AxisProps { wiring, marks, viewport, room, is_zoomed, chosen, opened, told }: &AxisProps) -> Html {
    let Wiring { scene, dispatch } = &**wiring;
    let timeline = &*scene.timeline;
    let labels = &timeline.labels;
    let canvas = Canvas {
        width: viewport.width,
        form: Form::of_width(viewport.width),
        room: *room,
        direction: timeline.dir,
        unit: Unit::Px,
    };
    use_wheel(wiring, canvas, *is_zoomed);
    let tell = on_told(dispatch);
    let first = chosen.map(|id| id.0);
    let title = |event| scene.title(EventId(event));
    let placed = titles(&marks.targets, first, (canvas.form, canvas.room), canvas.width, &title);
    let day = chosen_day(timeline, &marks.targets, marks.current, &marks.layout.ticks);
    let buttons = marks.targets.iter().enumerate().map(|(position, target)| {
        let intent = chosen_by(target);
        let dispatch = dispatch.clone();
        el!("g" {
            "class": "mark",
            "part": if target.count() > 1 { "cluster" } else { "mark" },
            "data-id": timeline.mark(EventId(target.event())).id.to_string(),
            "data-count": target.count().to_string(),
            "role": "button",
            "tabindex": if position == marks.tab_stop { "0" } else { "-1" },
            "lang": timeline.own_lang().filter(|_| target.count() == 1),
            "aria-label": mark_name(scene, target),
            "aria-current": (marks.current == Some(position)).then_some("true"),
            "aria-expanded": expanded(target, *opened),
        } [listen("click", Rc::new(move |_| dispatch.emit(intent.clone())))] mark(&canvas, timeline, target))
    });
    let on_pointer = on_pointer(Surface::Axis, canvas, dispatch);
    let pointer = |kind| listen(kind, on_pointer.clone());
    let tells = |kind| listen(kind, tell.clone());
    el!("svg" {
        "class": "marks surface",
        "width": "100%",
        "height": px(canvas.height()),
        "role": "group",
        // Without any mark in the window it is its own tab stop.
        "tabindex": marks.targets.is_empty().then_some("0"),
        "aria-label": labels.axis.clone(),
        "aria-description": labels.axis_help.clone(),
        "translate": "no",
    } [
        listen("keydown", on_key(canvas, *is_zoomed, marks.focused().map(chosen_by), dispatch)),
        listen("dblclick", on_double_click(canvas, dispatch)),
        pointer("pointerdown"),
        pointer("pointermove"),
        pointer("pointerup"),
        pointer("pointercancel"),
        tells("pointerover"),
        tells("pointerout"),
        tells("focusin"),
        tells("focusout"),
    ]
        el!("g" { "aria-hidden": "true", "lang": timeline.own_lang() }
            ground(&canvas, timeline, &marks.layout, day),
            draw::titles(&canvas, &marks.targets, &placed),
        ),
        several(buttons.collect()),
        era_buttons(wiring, &canvas, &marks.layout),
        html! { <MarkLabel {wiring} {marks} {canvas} told={told.clone()} /> },
    )
}

/// What choosing a mark wants: a lone event is chosen, several are parted.
fn chosen_by(target: &Target) -> Intent {
    match target.cluster() {
        Some(cluster) => Intent::OpenCluster(cluster),
        None => Intent::Choose(EventId(target.event())),
    }
}

/// For a cluster that opens as a list: whether it is open.
fn expanded(target: &Target, opened: Option<EventId>) -> Option<&'static str> {
    let cluster = target.cluster().filter(|cluster| !cluster.can_split)?;
    Some(truth(opened == Some(EventId(cluster.first))))
}
