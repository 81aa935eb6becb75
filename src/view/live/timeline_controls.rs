//! The timeline alive: the legend as filters, the tools, the axis with its overview, the steps and the list.

use std::rc::Rc;

use yew::prelude::*;

use super::axis::Axis;
use super::cluster_list::ClusterList;
use super::filters::Filters;
use super::notes::Notes;
use super::overview::Overview;
use super::pages::Pages;
use super::scene::Scene;
use super::status::Status;
use super::steps::Steps;
use super::toolbar::Toolbar;
use crate::state::{Intent, State};
use crate::view::draw::el;

/// The properties of [`TimelineControls`].
#[derive(PartialEq, Properties)]
pub struct TimelineControlsProps {
    /// What is framed.
    pub scene: Rc<Scene>,
    /// The state.
    pub state: Rc<State>,
    /// Takes intents.
    pub dispatch: Callback<Intent>,
}

/// The controls, each with what it draws of the state.
#[component]
pub fn TimelineControls(TimelineControlsProps { scene, state, dispatch }: &TimelineControlsProps) -> Html {
    let window = &state.window;
    let marks = use_memo((state.shown.clone(), window.drawn(), state.chosen, state.focused), |_| state.marks());
    let class = match (state.list.is_alone, scene.long_list.is_some()) {
        (false, false) => "timeline",
        (true, false) => "timeline plain",
        (false, true) => "timeline long",
        (true, true) => "timeline plain long",
    };
    el!("div" { "class": class, "part": "timeline" } html! {
        <>
            <slot name="timeline-head" />
            <div class="over"><slot name="legend" /><Filters {scene} filter={state.filter.clone()} {dispatch} /></div>
            <div class="guide">
                <div class="over">
                    <slot name="picture" />
                    <div class="stage">
                        <Toolbar {scene} {state} {dispatch} />
                        <div class="axis" part="axis">
                            <Axis
                                {scene}
                                marks={&marks}
                                viewport={window.drawn()}
                                is_zoomed={window.is_zoomed()}
                                chosen={state.chosen}
                                opened={state.list.opened}
                                {dispatch}
                            />
                            <Overview {scene} shown={&state.shown} whole={window.whole()} drawn={window.drawn()} {dispatch} />
                        </div>
                        <Notes
                            {scene}
                            is_even={window.scale.is_even()}
                            is_filtered={!state.filter.is_empty()}
                            shown={state.shown.len()}
                            {dispatch}
                        />
                        <ClusterList {scene} shown={&state.shown} marks={&marks} opened={state.list.opened} {dispatch} />
                    </div>
                </div>
                <Steps
                    {scene}
                    previous={state.previous()}
                    next={state.next()}
                    position={state.position()}
                    shown={state.shown.len()}
                    {dispatch}
                />
                <Status {scene} {state} />
            </div>
            <slot name="opener" />
            <Pages {scene} shown={&state.shown} first={state.list.first} {dispatch} />
        </>
    })
}
