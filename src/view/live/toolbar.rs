//! The row of tools: what changes the view, what is seen of the whole, and what finds.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Button, button_row, truth};
use super::find::find;
use super::scene::Wiring;
use super::wording::{matches, window};
use crate::document::ControlLabels;
use crate::state::{Around, Intent, Spoken, State};
use crate::view::draw::{Icon, el, icon, listen, text};

/// How much one step zooms.
pub(super) const STEP: f64 = 2.0;

/// The row of tools. On a narrow element those that are used less stand in a second one, once it is opened.
pub(super) fn toolbar(wiring: &Wiring, state: &State) -> Html {
    let Wiring { scene, dispatch } = wiring;
    let labels = &scene.timeline.labels;
    let window = &state.window;
    let zoom = |factor| Intent::Zoom { factor, around: Around::Chosen, is_eased: true };
    let is_even = window.scale.is_even();
    let tool = |drawing, label: &str, pressed, intent, is_stop| {
        let content = html! { <>{ icon(drawing) }<span class="name">{ label }</span></> };
        Button { class: "tool", pressed, is_stop, intent }.around(dispatch, content)
    };
    let out = window.is_zoomed().then(|| zoom(1.0 / STEP));
    let in_ = (!window.is_least()).then(|| zoom(STEP));
    let whole = window.is_zoomed().then_some(Intent::ShowWhole);
    let is_alone = state.list.is_alone;
    let opener = |class: &'static str, is_open, drawing, label: &str, intent: Intent| {
        let dispatch = dispatch.clone();
        el!("button" { "type": "button", "class": class, "aria-expanded": truth(is_open) }
            [listen("click", Rc::new(move |_| dispatch.emit(intent.clone())))]
            icon(drawing),
            el!("span" { "class": "name" } text(label)),
        )
    };
    // Prints from before there was such a button do not name it.
    let more_tools = if labels.more_tools.is_empty() { &labels.tools } else { &labels.more_tools };
    let class = if state.has_more_tools { "tools more" } else { "tools" };
    let tools = el!("div" { "class": class } html! {
        <>
            { button_row("zoom", &labels.tools, html! {
                <>
                    { tool(Icon::ZOOM_OUT, &labels.zoom_out, None, out, true) }
                    { tool(Icon::ZOOM_IN, &labels.zoom_in, None, in_, false) }
                    { tool(Icon::WHOLE, &labels.whole, None, whole, false) }
                </>
            }) }
            <div class="seen" translate="no">{ seen(wiring, state) }</div>
            { opener("tool opens", state.has_more_tools, Icon::MORE, more_tools, Intent::ToggleTools) }
            <div class="find">
                { tool(Icon::EVEN, &labels.even, Some(is_even), Some(Intent::SpreadEvenly(!is_even)), true) }
                { tool(Icon::LIST, &labels.list, Some(is_alone), Some(Intent::ShowList(!is_alone)), true) }
                { find(wiring, &state.filter.text) }
                if !labels.help.is_empty() {
                    { opener("tool help", state.is_helping, Icon::HELP, &labels.help, Intent::ToggleHelp) }
                }
            </div>
        </>
    });
    html! {
        <>
            { tools }
            if state.is_helping {
                <div class="note">
                    <p>{ hint(labels) }</p>
                    <p>{ &labels.axis_help }</p>
                    <p>{ &labels.overview_help }</p>
                </div>
            }
        </>
    }
}

/// What the axis shows: how many events filters leave, with the way back; else from when to when, and at first how the axis
/// is used.
fn seen(wiring: &Wiring, state: &State) -> Html {
    let Wiring { scene, dispatch } = wiring;
    let labels = &scene.timeline.labels;
    if !state.filter.is_empty() {
        let clear = Button { class: "clear", is_stop: true, intent: Some(Intent::ClearFilter), ..Button::default() };
        return html! {
            <>
                <span>{ matches(&scene.timeline, state.shown.len()) }</span>
                { clear.around(dispatch, html! { { &labels.clear } }) }
            </>
        };
    }
    // A band may be too narrow for the era's name.
    let era = state.chosen.and_then(|event| scene.timeline.era_of(event));
    html! {
        <>
            <span class="range">{ window(&scene.timeline, state.window.seen()) }</span>
            if let Some(era) = era {
                <span class="of" lang={scene.timeline.own_lang()}>{ &scene.timeline.eras[era].label }</span>
            }
            if state.spoken == Spoken::Nothing && !labels.hint.is_empty() {
                <span class="hint">{ hint(labels) }</span>
            }
        </>
    }
}

/// How the axis is used with hands: on a screen that is touched, or with a mouse.
fn hint(labels: &ControlLabels) -> Html {
    // Prints from before mice had a hint of their own have one for both.
    let mouse = if labels.hint_mouse.is_empty() { &labels.hint } else { &labels.hint_mouse };
    html! { <><span class="by-touch">{ &labels.hint }</span><span class="by-mouse">{ mouse }</span></> }
}
