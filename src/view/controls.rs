//! The living controls: the axis, the buttons under it, and the button that opens every answer.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::axis::{Drawing, Target, targets};
use super::frame::Scene;
use super::number;
use crate::document::{Direction, EventId, fill};
use crate::state::{Action, State};
use crate::timeline::{Form, Layout, layout};

/// The controls of a scene in a state.
pub(super) struct Controls<'a> {
    /// The scene.
    pub scene: &'a Rc<Scene>,
    /// The state.
    pub state: State,
    /// The reader chose an event.
    pub choose: Callback<EventId>,
    /// The reader did something else.
    pub act: Callback<Action>,
}

/// The keys have moved the axis's tab stop: the focus follows, but is never taken from elsewhere.
pub(super) fn follow_focus(axis: &NodeRef) {
    if let Some(axis) = axis.cast::<web_sys::Element>()
        && axis.matches(":focus-within").unwrap_or(false)
        && let Ok(Some(mark)) = axis.query_selector("[tabindex=\"0\"]")
    {
        // An SVG element has `focus` as an HTML element does, and web-sys files it under the latter.
        let _ = mark.unchecked_ref::<web_sys::HtmlElement>().focus();
    }
}

impl Controls<'_> {
    /// The living axis, of the same height as the picture it stands over. It has one tab stop; arrow keys move between
    /// its marks.
    pub fn axis(&self, form: Form) -> Html {
        let Scene { timeline, printed, marks, .. } = &**self.scene;
        let layout = layout(marks, &self.state.viewport(), form);
        let targets = targets(&layout);
        let members: Vec<Vec<u32>> = targets.iter().map(|target| self.members(&layout, target)).collect();
        let holding =
            |id: Option<EventId>| id.and_then(|id| members.iter().position(|members| members.contains(&id.0)));
        let current = holding(self.state.chosen);
        let tab_stop = holding(self.state.focused).unwrap_or(0);
        let drawing = Drawing { timeline, marks, layout: &layout, form, width: self.state.width, stretches: false };
        html! {
            <svg
                width="100%"
                height={number::px(form.height(marks.lanes()))}
                role="group"
                aria-label={timeline.words.axis.clone()}
                aria-description={timeline.words.axis_help.clone()}
                translate="no"
                onkeydown={self.on_key(&targets, &members, tab_stop)}
            >
                <g aria-hidden="true">
                    { drawing.ground() }
                    { drawing.titles(&targets, self.state.chosen, |id| printed.title(id)) }
                </g>
                for (index, (target, members)) in targets.iter().zip(&members).enumerate() {
                    <g
                        key={target.event().0}
                        class="mark"
                        part={if members.len() > 1 { "cluster" } else { "mark" }}
                        data-id={timeline.mark(target.event()).id.clone()}
                        role="button"
                        tabindex={if index == tab_stop { "0" } else { "-1" }}
                        aria-label={self.name(members)}
                        aria-current={(current == Some(index)).then_some("true")}
                        onclick={self.chooses(next_of(members, self.state.chosen))}
                    >
                        { drawing.mark(target) }
                    </g>
                }
            </svg>
        }
    }

    /// The events of a target, in time order.
    fn members(&self, layout: &Layout, target: &Target) -> Vec<u32> {
        match target {
            Target::Bar(bar) => vec![bar.event],
            Target::Cluster(cluster) => layout.members(&self.scene.marks, cluster),
        }
    }

    fn on_key(&self, targets: &[Target], members: &[Vec<u32>], tab_stop: usize) -> Callback<KeyboardEvent> {
        let is_mirrored = self.scene.timeline.dir == Direction::Rtl;
        let events: Vec<EventId> = targets.iter().map(Target::event).collect();
        let next = members.get(tab_stop).map(|members| next_of(members, self.state.chosen));
        let (choose, act) = (self.choose.clone(), self.act.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = next else { return };
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let last = events.len() - 1;
            let (before, after) = (tab_stop.saturating_sub(1), (tab_stop + 1).min(last));
            let to = match event.key().as_str() {
                "ArrowLeft" if is_mirrored => after,
                "ArrowRight" if is_mirrored => before,
                "ArrowLeft" | "ArrowUp" => before,
                "ArrowRight" | "ArrowDown" => after,
                "Home" => 0,
                "End" => last,
                "Enter" | " " => {
                    event.prevent_default();
                    return choose.emit(next);
                }
                _ => return,
            };
            event.prevent_default();
            act.emit(Action::Focus(events[to]));
        })
    }

    fn chooses(&self, id: EventId) -> Callback<MouseEvent> {
        let choose = self.choose.clone();
        Callback::from(move |_| choose.emit(id))
    }

    /// The accessible name of a mark.
    fn name(&self, members: &[u32]) -> String {
        let Scene { timeline, printed, .. } = &**self.scene;
        let date = |index: usize| printed.date(EventId(members[index]));
        if let [only] = *members {
            fill(&timeline.words.mark, &[("date", &date(0)), ("title", &printed.title(EventId(only)))])
        } else {
            let count = members.len().to_string();
            let (from, to) = (date(0), date(members.len() - 1));
            fill(&timeline.words.cluster, &[("n", &count), ("from", &from), ("to", &to)])
        }
    }

    /// To the event before, where one is, and to the event after.
    pub fn toolbar(&self) -> Html {
        let words = &self.scene.timeline.words;
        let total = self.state.total.to_string();
        let position = match self.state.chosen {
            Some(EventId(id)) => fill(&words.position, &[("n", &(id + 1).to_string()), ("total", &total)]),
            None => fill(&words.count, &[("total", &total)]),
        };
        html! {
            <div class="toolbar" part="toolbar" role="group" aria-label={words.toolbar.clone()}>
                { self.step("M10 3L5 8L10 13", &words.previous, self.state.previous()) }
                <p class="position" role="status" dir="auto" translate="no">
                    { position }
                    if let Some(id) = self.state.chosen {
                        <span class="unseen">{ " " }{ self.scene.printed.title(id) }</span>
                    }
                </p>
                { self.step("M6 3L11 8L6 13", &words.next, self.state.next()) }
            </div>
        }
    }

    fn step(&self, arrow: &'static str, label: &str, to: Option<EventId>) -> Html {
        html! {
            <button
                type="button"
                // Not `disabled`: that would take the focus away with it.
                aria-disabled={to.is_none().then_some("true")}
                aria-label={label.to_owned()}
                onclick={to.map(|id| self.chooses(id))}
            >
                <svg class="arrow" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <path d={arrow} fill="none" stroke="currentColor" stroke-width="2" />
                </svg>
                <span>{ label }</span>
            </button>
        }
    }

    /// Opens every answer, or closes them when all stand open.
    pub fn questions_button(&self) -> Html {
        let words = &self.scene.timeline.words;
        let open = !self.state.all_open();
        let scene = self.scene.clone();
        html! {
            <button type="button" class="all" onclick={move |_| scene.printed.open_all(open)}>
                { if open { &words.show_all } else { &words.hide_all } }
            </button>
        }
    }
}

/// The event that choosing a mark leads to: of several, the one after the chosen one, and so through all of them.
fn next_of(members: &[u32], chosen: Option<EventId>) -> EventId {
    let place = chosen.and_then(|EventId(id)| members.iter().position(|&member| member == id));
    EventId(members[place.map_or(0, |place| (place + 1) % members.len())])
}
