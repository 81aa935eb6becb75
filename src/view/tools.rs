//! The buttons that change the view, and the search.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::controls::{Button, Controls, icon, span, toolbar};
use super::marks::ends;
use super::shape::{Act, living, on, own, several, svg, text, word};
use crate::document::{EraId, EventId, Spacing};
use crate::state::Action;

/// How much one step zooms.
pub(super) const STEP: f64 = 2.0;
/// The share of an era's length that is shown on either side of it.
const AROUND: f64 = 0.03;

impl Controls<'_> {
    /// The row of tools.
    pub fn tools(&self) -> Html {
        let words = &self.scene.timeline.words;
        let goal = self.state.goal();
        let middle = goal.start + (goal.end - goal.start) / 2.0;
        let zoom = |factor| Some(self.does(Action::Zoom { factor, x: self.anchor(), eased: true }));
        let is_least = goal.end - goal.start <= 1.001 * self.state.scale.least(middle);
        let is_zoomed = self.state.window.is_some();
        let to_era = self.era_at(middle).map(|era| self.does(Action::Ease(self.window_of(era))));
        let is_even = self.state.scale.is_even();
        let even: Act = {
            let (scene, act) = (self.scene.clone(), self.act.clone());
            let spacing = if is_even { Spacing::Linear } else { Spacing::Even };
            Rc::new(move |_| act.emit(Action::Rescale(scene.days.scale(spacing))))
        };
        let list: Act = {
            let (scene, act, plain) = (self.scene.clone(), self.act.clone(), !self.state.plain);
            Rc::new(move |_| {
                scene.printed.open_list(plain);
                act.emit(Action::Plain(plain));
            })
        };
        let out = zoom(1.0 / STEP).filter(|_| is_zoomed);
        let in_ = zoom(STEP).filter(|_| !is_least);
        let whole = is_zoomed.then(|| self.does(Action::Ease(None)));
        let tool = |path, label: &str, pressed, act, is_stop| {
            Button { class: "tool", pressed, is_stop, act }.of(several(vec![icon(path), span("name", label)]))
        };
        svg!("div" { "class": word("tools") }
            toolbar("zoom", &words.tools, vec![
                tool("M3 8H13", &words.zoom_out, None, out, true),
                tool("M3 8H13M8 3V13", &words.zoom_in, None, in_, false),
                tool("M1 8H15M4 5L1 8L4 11M12 5L15 8L12 11", &words.whole, None, whole, false),
                tool("M2 3V13M14 3V13M4.5 8H11.5", &words.this_era, None, to_era, false),
                tool("M2 11H14M3 11V6M6 11V6M10 11V6M13 11V6", &words.even, Some(is_even), Some(even), false),
            ]),
            svg!("div" { "class": word("find") }
                tool("M6 4H14M6 8H14M6 12H14M2 4H4M2 8H4M2 12H4", &words.list, Some(self.state.plain), Some(list), true),
                self.search(),
                self.eras(),
            ),
        )
    }

    fn search(&self) -> Html {
        let words = &self.scene.timeline.words;
        let (act, filter) = (self.act.clone(), self.state.filter.clone());
        let search: Act = Rc::new(move |event| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                let mut filter = filter.clone();
                filter.text = input.value();
                act.emit(Action::Narrow(filter));
            }
        });
        living!("input" {
            "type": word("search"),
            "placeholder": own(&words.search),
            "aria-label": own(&words.search),
            "autocomplete": word("off"),
        } [on("input", search)])
    }

    fn eras(&self) -> Html {
        let timeline = &self.scene.timeline;
        if timeline.eras.is_empty() {
            return Html::default();
        }
        let windows: Vec<Option<(f64, f64)>> = (0..timeline.eras.len()).map(|era| self.window_of(era)).collect();
        let (act, filter) = (self.act.clone(), self.state.filter.clone());
        let choose: Act = Rc::new(move |event| {
            if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
                // The first is for all of them. The axis goes to the era as well.
                let era = usize::try_from(select.selected_index() - 1).ok();
                act.emit(Action::Ease(era.and_then(|era| windows[era])));
                let mut filter = filter.clone();
                filter.era = era.map(|era| EraId(era as u16));
                act.emit(Action::Narrow(filter));
            }
        });
        let option = |label: &str| svg!("option" {} text(label));
        let mut options = vec![option(&timeline.words.all_eras)];
        options.extend(timeline.eras.iter().map(|era| option(&era.label)));
        living!("select" { "aria-label": own(&timeline.words.era) } [on("change", choose)] several(options))
    }

    /// What stays where it is when a button zooms: the chosen event if it is seen, else the middle.
    fn anchor(&self) -> f64 {
        let chosen = self.state.chosen.map(|EventId(id)| self.viewport.apply(self.shown.marks.middle(id)));
        chosen.filter(|&x| x >= 0.0 && x <= self.viewport.width).unwrap_or(self.viewport.width / 2.0)
    }

    /// The era at a place.
    fn era_at(&self, place: f64) -> Option<usize> {
        let day = self.state.scale.invert(place);
        self.shown.marks.eras().iter().position(|&(start, end)| start <= day && day < end)
    }

    /// The window of an era, with a little around it.
    fn window_of(&self, era: usize) -> Option<(f64, f64)> {
        let (start, end) = ends(self.scene.timeline.eras.get(era)?.bounds);
        let (start, end) = (self.state.scale.apply(start), self.state.scale.apply(end));
        let around = (end - start) * AROUND;
        Some((start - around, end + around))
    }
}
