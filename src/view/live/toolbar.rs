//! The buttons that change the view.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Button, button_row};
use super::find::Find;
use super::scene::Wiring;
use crate::document::EraId;
use crate::state::{Around, Intent, State};
use crate::view::draw::{Icon, icon};

/// How much one step zooms.
pub(super) const STEP: f64 = 2.0;

/// The properties of [`Toolbar`].
#[derive(PartialEq, Properties)]
pub struct ToolbarProps {
    /// What it is about, and where intents go.
    pub wiring: Rc<Wiring>,
    /// The state.
    pub state: Rc<State>,
}

/// The row of tools.
#[component]
pub fn Toolbar(ToolbarProps { wiring, state }: &ToolbarProps) -> Html {
    let Wiring { scene, dispatch } = &**wiring;
    let labels = &scene.timeline.labels;
    let window = &state.window;
    let zoom = |factor| Intent::Zoom { factor, around: Around::Chosen, is_eased: true };
    let middle = window.scale.invert(window.goal().middle());
    let era = scene.spans.era_at(middle).map(|era| Intent::ShowEra(EraId(era as u16)));
    let is_even = window.scale.is_even();
    let tool = |drawing, label: &str, pressed, intent, is_stop| {
        let content = html! { <>{ icon(drawing) }<span class="name">{ label }</span></> };
        Button { class: "tool", pressed, is_stop, intent }.around(dispatch, content)
    };
    let out = window.is_zoomed().then(|| zoom(1.0 / STEP));
    let in_ = (!window.is_least()).then(|| zoom(STEP));
    let whole = window.is_zoomed().then_some(Intent::ShowWhole);
    let is_alone = state.list.is_alone;
    html! {
        <div class="tools">
            { button_row("zoom", &labels.tools, html! {
                <>
                    { tool(Icon::ZOOM_OUT, &labels.zoom_out, None, out, true) }
                    { tool(Icon::ZOOM_IN, &labels.zoom_in, None, in_, false) }
                    { tool(Icon::WHOLE, &labels.whole, None, whole, false) }
                    { tool(Icon::ERA, &labels.this_era, None, era, false) }
                    { tool(Icon::EVEN, &labels.even, Some(is_even), Some(Intent::SpreadEvenly(!is_even)), false) }
                </>
            }) }
            <div class="find">
                { tool(Icon::LIST, &labels.list, Some(is_alone), Some(Intent::ShowList(!is_alone)), true) }
                <Find {wiring} text={state.filter.text.clone()} era={state.filter.era} />
            </div>
        </div>
    }
}
