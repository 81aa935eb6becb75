//! The timeline alive: the legend as filters, the tools, the axis with its overview, the steps and the list.

use std::rc::Rc;

use yew::prelude::*;

use super::axis::Axis;
use super::cluster_list::ClusterList;
use super::filters::Filters;
use super::notes::notes;
use super::overview::overview;
use super::pages::Pages;
use super::scene::Wiring;
use super::status::status;
use super::steps::Steps;
use super::toolbar::toolbar;
use crate::state::State;
use crate::view::draw::el;

/// The controls, each with what it draws of the state. What draws the whole state is no component, since nothing would
/// spare it a turn: each component less makes the reader's Wasm 250 bytes smaller (brotli).
pub(super) fn timeline_controls(wiring: &Rc<Wiring>, state: &State) -> Html {
    let scene = &wiring.scene;
    let window = &state.window;
    // Whoever gets them compares them with those of before, and is not drawn again for the same.
    let marks = Rc::new(state.marks());
    let is = |is_so, class| if is_so { class } else { "" };
    let class = [
        "timeline",
        is(state.list.is_open, " listed"),
        is(state.list.is_alone, " plain"),
        is(scene.long_list.is_some(), " paged"),
    ]
    .concat();
    el!("div" { "class": class, "part": "timeline" } html! {
        <>
            <slot name="timeline-head" />
            <div class="over"><slot name="legend" /><Filters {wiring} filter={state.filter.clone()} /></div>
            <div class="guide">
                <div class="over">
                    <slot name="picture" />
                    <div class="stage">
                        { toolbar(wiring, state) }
                        <div class="axis" part="axis">
                            <Axis
                                {wiring}
                                marks={&marks}
                                viewport={window.drawn()}
                                room={window.room}
                                is_zoomed={window.is_zoomed()}
                                chosen={state.chosen}
                                opened={state.list.opened}
                                told={state.told.clone()}
                            />
                            { overview(wiring, state) }
                        </div>
                        { notes(wiring, window.scale.is_even()) }
                        <ClusterList {wiring} shown={&state.shown} marks={&marks} opened={state.list.opened} />
                    </div>
                </div>
                <Steps
                    {wiring}
                    previous={state.previous()}
                    next={state.next()}
                    position={state.position()}
                    shown={state.shown.len()}
                />
                { status(wiring, state) }
            </div>
            <slot name="opener" />
            if state.shown.is_empty() {
                <p class="nothing">{ &scene.timeline.labels.none }</p>
            }
            <Pages {wiring} shown={&state.shown} first={state.list.first} />
        </>
    })
}
