//! The living controls: the axis, the buttons under it, and the button that opens every answer.

use yew::prelude::*;

use super::axis::{Drawing, Target, targets};
use super::frame::Stage;
use super::number;
use crate::document::{Direction, EventId, fill};
use crate::state::{Action, State};
use crate::timeline::{Cluster, Form, Layout, layout};

/// The properties of [`Axis`].
#[derive(Properties, PartialEq)]
pub(super) struct AxisProps {
    /// The scene.
    pub stage: Stage,
    /// The state.
    pub state: State,
    /// The reader chose an event.
    pub on_choose: Callback<EventId>,
    /// The reader did something else.
    pub on_action: Callback<Action>,
}

/// The living axis, of the same height as the picture it stands over. It has one tab stop; arrow keys move between its
/// marks.
#[component]
pub(super) fn Axis(AxisProps { stage, state, on_choose, on_action }: &AxisProps) -> Html {
    let svg = use_node_ref();
    let form = Form::of_width(state.width);
    let viewport = state.viewport();
    let layout =
        use_memo((stage.clone(), viewport, form), |(stage, viewport, form)| layout(stage.marks(), viewport, *form));
    let targets = targets(&layout);
    let held =
        |id: Option<EventId>| id.and_then(|id| targets.iter().position(|target| holds(stage, &layout, target, id)));
    let current = held(state.chosen);
    let tab_stop = held(state.focused).unwrap_or(0);

    {
        // The keys have moved the tab stop: the focus follows, but is never taken from elsewhere.
        let svg = svg.clone();
        use_effect_with(state.focused, move |_| {
            if let Some(svg) = svg.cast::<web_sys::Element>()
                && svg.matches(":focus-within").unwrap_or(false)
                && let Ok(Some(mark)) = svg.query_selector("[tabindex=\"0\"]")
            {
                focus(&mark);
            }
        });
    }

    let choose = |target: Target| {
        let id = next_of(stage, &layout, &target, state.chosen);
        let on_choose = on_choose.clone();
        Callback::from(move |()| on_choose.emit(id))
    };
    let onkeydown = {
        let is_mirrored = stage.timeline().dir == Direction::Rtl;
        let events: Vec<EventId> = targets.iter().map(Target::event).collect();
        let choose = targets.get(tab_stop).map(|&target| choose(target));
        let on_action = on_action.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() || events.is_empty() {
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
                    if let Some(choose) = &choose {
                        choose.emit(());
                    }
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            on_action.emit(Action::Focus(events[to]));
        })
    };

    let timeline = stage.timeline();
    let drawing =
        Drawing { timeline, marks: stage.marks(), layout: &layout, form, width: state.width, stretches: false };
    html! {
        <div class="axis" part="axis">
            <svg
                ref={svg}
                width="100%"
                height={number::px(form.height(stage.marks().lanes()))}
                role="group"
                aria-label={timeline.words.axis.clone()}
                aria-description={timeline.words.axis_help.clone()}
                translate="no"
                {onkeydown}
            >
                <g aria-hidden="true">
                    { drawing.ground() }
                    { drawing.titles(&targets, state.chosen, |id| stage.printed.title(id)) }
                </g>
                for (index, target) in targets.iter().enumerate() {
                    { {
                        let choose = choose(*target);
                        html! {
                            <g
                                key={target.event().0}
                                class="mark"
                                part={if is_cluster(target) { "cluster" } else { "mark" }}
                                data-id={timeline.mark(target.event()).id.clone()}
                                role="button"
                                tabindex={if index == tab_stop { "0" } else { "-1" }}
                                aria-label={name(stage, &layout, target)}
                                aria-current={(current == Some(index)).then_some("true")}
                                onclick={move |_| choose.emit(())}
                            >
                                { drawing.mark(target) }
                            </g>
                        }
                    } }
                }
            </svg>
        </div>
    }
}

fn focus(element: &web_sys::Element) {
    use wasm_bindgen::JsCast;
    // An SVG element has `focus` as an HTML element does, and web-sys files it under the latter.
    let _ = element.unchecked_ref::<web_sys::HtmlElement>().focus();
}

fn is_cluster(target: &Target) -> bool {
    matches!(target, Target::Cluster(Cluster { count: 2.., .. }))
}

/// The events of a target, in time order.
fn members(stage: &Stage, layout: &Layout, target: &Target) -> Vec<u32> {
    match target {
        Target::Bar(bar) => vec![bar.event],
        Target::Cluster(cluster) => layout.members(stage.marks(), cluster),
    }
}

fn holds(stage: &Stage, layout: &Layout, target: &Target, EventId(id): EventId) -> bool {
    members(stage, layout, target).contains(&id)
}

/// The event that choosing a target leads to: of several, the one after the chosen one, and so through all of them.
fn next_of(stage: &Stage, layout: &Layout, target: &Target, chosen: Option<EventId>) -> EventId {
    let members = members(stage, layout, target);
    let place = chosen.and_then(|EventId(id)| members.iter().position(|&member| member == id));
    let next = place.map_or(0, |place| (place + 1) % members.len());
    EventId(members[next])
}

/// The accessible name of a mark.
fn name(stage: &Stage, layout: &Layout, target: &Target) -> String {
    let words = &stage.timeline().words;
    let members = members(stage, layout, target);
    let date = |index: usize| stage.printed.date(EventId(members[index]));
    if let [only] = members.as_slice() {
        let title = stage.printed.title(EventId(*only));
        fill(&words.mark, &[("date", &date(0)), ("title", &title)])
    } else {
        let count = members.len().to_string();
        fill(&words.cluster, &[("n", &count), ("from", &date(0)), ("to", &date(members.len() - 1))])
    }
}

/// The properties of [`Toolbar`].
#[derive(Properties, PartialEq)]
pub(super) struct ToolbarProps {
    /// The scene.
    pub stage: Stage,
    /// The state.
    pub state: State,
    /// The reader chose an event.
    pub on_choose: Callback<EventId>,
}

/// To the event before, where one is, and to the event after.
#[component]
pub(super) fn Toolbar(ToolbarProps { stage, state, on_choose }: &ToolbarProps) -> Html {
    let words = &stage.timeline().words;
    let total = state.total.to_string();
    let position = match state.chosen {
        Some(EventId(id)) => fill(&words.position, &[("n", &(id + 1).to_string()), ("total", &total)]),
        None => fill(&words.count, &[("total", &total)]),
    };
    let step = |class: &'static str, arrow: &'static str, label: &str, to: Option<EventId>| {
        let on_choose = on_choose.clone();
        html! {
            <button
                type="button"
                {class}
                // Not `disabled`: that would take the focus away with it.
                aria-disabled={to.is_none().then_some("true")}
                onclick={move |_| if let Some(id) = to { on_choose.emit(id) }}
            >
                <svg class="arrow" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <path d={arrow} fill="none" stroke="currentColor" stroke-width="2" />
                </svg>
                <span>{ label }</span>
            </button>
        }
    };
    html! {
        <div class="toolbar" part="toolbar" role="group" aria-label={words.toolbar.clone()}>
            { step("previous", "M10 3L5 8L10 13", &words.previous, state.previous()) }
            <p class="position" role="status" translate="no">
                { position }
                if let Some(id) = state.chosen {
                    <span class="unseen">{ " " }{ stage.printed.title(id) }</span>
                }
            </p>
            { step("next", "M6 3L11 8L6 13", &words.next, state.next()) }
        </div>
    }
}

/// The properties of [`QuestionsButton`].
#[derive(Properties, PartialEq)]
pub(super) struct QuestionsButtonProps {
    /// The scene.
    pub stage: Stage,
    /// The state.
    pub state: State,
}

/// Opens every answer, or closes them when all stand open.
#[component]
pub(super) fn QuestionsButton(QuestionsButtonProps { stage, state }: &QuestionsButtonProps) -> Html {
    let words = &stage.timeline().words;
    let open = !state.all_open();
    let printed = stage.printed.clone();
    html! {
        <button type="button" class="all" onclick={move |_| printed.open_all(open)}>
            { if open { &words.show_all } else { &words.hide_all } }
        </button>
    }
}
