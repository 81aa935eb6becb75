//! The living axis: marks that can be chosen, and the hands and keys that move the window.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::axis::{Drawing, Target, targets};
use super::controls::{Controls, truth};
use super::number::px;
use super::shape::{Act, living, on, own, several, svg, word};
use super::tools::STEP;
use crate::document::{EventId, fill};
use crate::dom::x_of;
use crate::state::Action;
use crate::timeline::{BUCKET_MIN, Cluster, Form, Holder, Viewport};

/// How much a turn of the wheel by one CSS pixel zooms: a notch of 100 is about a third more.
const PER_PIXEL: f64 = 0.003;
/// The most that one turn of the wheel counts for, CSS pixels.
const MOST: f64 = 200.0;
/// The share of the window that the events of an opened cluster fill.
const FILLED: f64 = 0.6;
/// How many events before and after the focused one are tried for the one that the keys lead to outside the window.
const TRIED: usize = 64;
/// A line of a wheel that counts in lines, CSS pixels.
const LINE: f64 = 16.0;

impl Controls<'_> {
    /// The axis, of the same height as the picture it stands over. It has one tab stop; arrow keys move between its
    /// marks.
    pub fn axis(&self, form: Form, lanes: u8) -> Html {
        let timeline = &*self.scene.timeline;
        let words = &timeline.words;
        let targets = targets(self.layout, self.viewport.width);
        let holder = |id: Option<EventId>| self.holder(&targets, id);
        let current = holder(self.state.chosen);
        let tab_stop = holder(self.state.focused).or(current).unwrap_or(0);
        let drawing =
            Drawing { timeline, layout: self.layout, form, lanes, width: self.viewport.width, stretches: false };
        let titles = drawing.titles(&targets, self.state.chosen, |id| self.scene.title(id));
        let marks = targets.iter().enumerate().map(|(index, target)| {
            let is_several = target.count() > 1;
            living!("g" {
                "class": word("mark"),
                "part": word(if is_several { "cluster" } else { "mark" }),
                "data-id": own(&timeline.mark(target.event()).id),
                "data-count": own(&target.count().to_string()),
                "role": word("button"),
                "tabindex": word(if index == tab_stop { "0" } else { "-1" }),
                "aria-label": own(&self.name(target)),
                "aria-current": (current == Some(index)).then(|| word("true")),
                "aria-expanded": self.expanded(target),
            } [on("click", self.opens(target))] drawing.mark(target))
        });
        let on_pointer = self.on_pointer();
        let listen = |kind| on(kind, on_pointer.clone());
        living!("svg" {
            "class": word("marks surface"),
            "width": word("100%"),
            "height": px(form.height(lanes)),
            "role": word("group"),
            // Without any mark in the window it is its own tab stop.
            "tabindex": targets.is_empty().then(|| word("0")),
            "aria-label": own(&words.axis),
            "aria-description": own(&words.axis_help),
            "translate": word("no"),
        } [
            on("keydown", self.on_key(&targets, tab_stop)),
            on("wheel", self.on_wheel()),
            on("dblclick", self.on_double_click()),
            listen("pointerdown"),
            listen("pointermove"),
            listen("pointerup"),
            listen("pointercancel"),
        ]
            svg!("g" { "aria-hidden": word("true") } drawing.ground(), titles),
            several(marks.collect()),
        )
    }

    /// The target that an event stands in.
    fn holder(&self, targets: &[Target], id: Option<EventId>) -> Option<usize> {
        let held = match self.layout.holder(&self.shown.marks, id?.0)? {
            Holder::Bar(bar) => Target::Bar(self.layout.bars[bar]),
            Holder::Cluster(cluster) => Target::Cluster(self.layout.clusters[cluster]),
        };
        targets.iter().position(|target| *target == held)
    }

    /// The accessible name of a mark.
    fn name(&self, target: &Target) -> String {
        match target {
            Target::Cluster(cluster) if cluster.count > 1 => self.cluster_name(cluster),
            _ => {
                let id = target.event();
                let (date, title) = (self.scene.date(id), self.scene.title(id));
                fill(&self.scene.timeline.words.mark, &[("date", &date), ("title", &title)])
            }
        }
    }

    /// For a cluster that opens as a list: whether it is open.
    fn expanded(&self, target: &Target) -> Option<AttrValue> {
        match target {
            Target::Cluster(cluster) if cluster.count > 1 && !cluster.can_split() => {
                Some(truth(self.state.listed == Some(target.event())))
            }
            _ => None,
        }
    }

    /// What choosing a target does: a lone event is chosen, several are drawn apart, and what no zoom can part is listed.
    fn open(&self, target: &Target) -> Result<EventId, Action> {
        match target {
            Target::Cluster(cluster) if cluster.count > 1 => Err(self.apart(cluster)),
            _ => Ok(target.event()),
        }
    }

    fn apart(&self, cluster: &Cluster) -> Action {
        let id = EventId(cluster.first);
        if !cluster.can_split() {
            return Action::List(if self.state.listed == Some(id) { None } else { Some(id) });
        }
        let middle = cluster.from + (cluster.to - cluster.from) / 2.0;
        let half = (cluster.to - cluster.from).max(self.state.scale.least(middle)) / 2.0 / FILLED;
        Action::Ease(Some((middle - half, middle + half)))
    }

    fn opens(&self, target: &Target) -> Act {
        match self.open(target) {
            Ok(id) => self.chooses(id),
            Err(action) => {
                let (act, first) = (self.act.clone(), target.event());
                Rc::new(move |_| {
                    // The focus stays with the events that were opened.
                    act.emit(Action::Focus(first));
                    act.emit(action.clone());
                })
            }
        }
    }

    fn on_key(&self, targets: &[Target], tab_stop: usize) -> Act {
        let is_mirrored = self.is_mirrored();
        let places: Vec<(EventId, f64)> = targets.iter().map(|target| (target.event(), target.x())).collect();
        let open = targets.get(tab_stop).map(|target| self.open(target));
        let stop = places.get(tab_stop).map_or(self.viewport.width / 2.0, |place| place.1);
        // Where the keys lead that leave the window.
        let far = self.far(targets, targets.get(tab_stop));
        let (viewport, is_zoomed) = (self.viewport, self.state.is_zoomed());
        let (choose, act) = (self.choose.clone(), self.act.clone());
        Rc::new(move |event| {
            let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let key = event.key();
            let forward = match key.as_str() {
                "ArrowLeft" => Some(is_mirrored),
                "ArrowRight" => Some(!is_mirrored),
                "ArrowUp" => Some(false),
                "ArrowDown" => Some(true),
                _ => None,
            };
            let zoom = |factor| Action::Zoom { factor, x: stop, eased: true };
            match (key.as_str(), forward) {
                (_, Some(forward)) => {
                    let next = if forward { tab_stop + 1 } else { tab_stop.wrapping_sub(1) };
                    match places.get(next) {
                        Some(&(id, _)) => act.emit(Action::Focus(id)),
                        None => go(&act, far[usize::from(forward)], viewport),
                    }
                }
                ("Home", _) => go(&act, far[2], viewport),
                ("End", _) => go(&act, far[3], viewport),
                ("PageUp", _) => go(&act, far[4], viewport),
                ("PageDown", _) => go(&act, far[5], viewport),
                ("+" | "=", _) => act.emit(zoom(STEP)),
                ("-", _) => act.emit(zoom(1.0 / STEP)),
                ("0", _) => act.emit(Action::Ease(None)),
                ("Enter" | " ", _) => match &open {
                    Some(Ok(id)) => choose.emit(*id),
                    Some(Err(action)) => {
                        act.emit(Action::Focus(places[tab_stop].0));
                        act.emit(action.clone());
                    }
                    None => {}
                },
                ("Escape", _) if is_zoomed => act.emit(Action::Ease(None)),
                _ => return,
            }
            event.prevent_default();
        })
    }

    /// The events that keys lead to beyond the window, each with its place: the one before it, the one after it, the
    /// first, the last, and the first ones of the eras before and after the focused one's.
    fn far(&self, targets: &[Target], focused: Option<&Target>) -> [Option<(EventId, f64)>; 6] {
        let marks = &self.shown.marks;
        let shown = marks.shown();
        let with_place = |id: Option<u32>| id.map(|id| (EventId(id), marks.middle(id)));
        let start = |id: u32| self.state.scale.apply(marks.span(id).start);
        let own = focused.map(|target| target.event().0);
        // In the order of time the next one may be in the window too, where a long one stands by its middle.
        let is_outside = |id: &u32| self.holder(targets, Some(EventId(*id))).is_none();
        let (first, last) = match focused {
            Some(Target::Cluster(cluster)) => (cluster.first, cluster.last),
            Some(Target::Bar(bar)) => (bar.event, bar.event),
            // A window without marks lies between those before it and those after it.
            None => {
                let edge = shown.partition_point(|&id| start(id) < self.viewport.start);
                let at = |place: usize| shown.get(place).copied().unwrap_or(0);
                (at(edge), at(edge.saturating_sub(1)))
            }
        };
        let upto = shown.partition_point(|&id| id < first);
        let before = shown[..upto].iter().rev().take(TRIED).copied().find(is_outside);
        let from = shown.partition_point(|&id| id <= last);
        let after = shown[from..].iter().take(TRIED).copied().find(is_outside);
        let day = own.map_or(f64::NEG_INFINITY, |id| marks.span(id).start);
        let eras: Vec<(f64, f64)> = marks.eras().to_vec();
        let at = eras.iter().position(|&(start, end)| start <= day && day < end);
        let first_of = |era: Option<usize>| {
            let &(start, end) = eras.get(era?)?;
            let place = shown.partition_point(|&id| marks.span(id).start < start);
            shown.get(place).copied().filter(|&id| marks.span(id).start < end)
        };
        let era_before = first_of(at.and_then(|at| at.checked_sub(1))).or(shown.first().copied());
        let era_after = first_of(at.map(|at| at + 1)).or(shown.last().copied());
        [before, after, shown.first().copied(), shown.last().copied(), era_before, era_after].map(with_place)
    }

    fn on_pointer(&self) -> Act {
        let pointers = self.pointers.clone();
        let (act, is_mirrored, width) = (self.act.clone(), self.is_mirrored(), self.viewport.width);
        Rc::new(move |event| {
            let Ok(event) = event.dyn_into::<PointerEvent>() else { return };
            let along = |x: f64| if is_mirrored { width - x } else { x };
            match event.type_().as_str() {
                "pointerdown" => pointers.press(&event),
                "pointermove" => {
                    if let Some(drag) = pointers.drag(&event) {
                        let (from, to) = (drag.from, drag.to);
                        act.emit(Action::Drag { from: (along(from.0), along(from.1)), to: (along(to.0), along(to.1)) });
                    }
                }
                _ => {
                    if pointers.release(&event) {
                        act.emit(Action::Settle);
                    }
                }
            }
        })
    }

    /// With Ctrl or ⌘ the wheel zooms (a pinch on a touchpad comes as one, too), sideways it moves; otherwise it is the
    /// page's.
    fn on_wheel(&self) -> Act {
        let (act, is_mirrored, width) = (self.act.clone(), self.is_mirrored(), self.viewport.width);
        let is_zoomed = self.state.is_zoomed();
        Rc::new(move |event| {
            let Ok(event) = event.dyn_into::<WheelEvent>() else { return };
            let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { LINE } else { 1.0 };
            let x = x_of(&event);
            let (across, down) = (event.delta_x() * unit, event.delta_y() * unit);
            if event.ctrl_key() || event.meta_key() {
                event.prevent_default();
                let x = if is_mirrored { width - x } else { x };
                let factor = 1.0 + down.abs().min(MOST) * PER_PIXEL;
                act.emit(Action::Zoom { factor: if down < 0.0 { factor } else { 1.0 / factor }, x, eased: false });
            } else if across.abs() > down.abs() && is_zoomed {
                event.prevent_default();
                let to = if is_mirrored { across } else { -across };
                act.emit(Action::Drag { from: (0.0, 0.0), to: (to, to) });
            }
        })
    }

    fn on_double_click(&self) -> Act {
        let (act, is_mirrored, width) = (self.act.clone(), self.is_mirrored(), self.viewport.width);
        Rc::new(move |event| {
            let Ok(event) = event.dyn_into::<MouseEvent>() else { return };
            // On a mark both clicks have done something already.
            let on_mark = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let on_mark = on_mark.and_then(|target| target.closest(".mark").ok().flatten());
            if on_mark.is_none() {
                let x = x_of(&event);
                let x = if is_mirrored { width - x } else { x };
                act.emit(Action::Zoom { factor: STEP, x, eased: true });
            }
        })
    }
}

/// Goes to the mark of an event: the window moves there at once if it shows another time, so that the focus can follow.
fn go(act: &Callback<Action>, to: Option<(EventId, f64)>, viewport: Viewport) {
    let Some((id, place)) = to else { return };
    let x = viewport.apply(place);
    // Where its mark would not stand whole, it is not drawn.
    if x < BUCKET_MIN || x > viewport.width - BUCKET_MIN {
        let half = (viewport.end - viewport.start) / 2.0;
        act.emit(Action::Show(Some((place - half, place + half))));
    }
    act.emit(Action::Focus(id));
}
