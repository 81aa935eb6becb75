//! The living frame: slots for the printed parts, and between them the controls.
//!
//! The frame stands in the element's shadow root; the words stay where they were printed and are only sent to slots.
//! Without a scene it is a single default slot, which shows the printed page as it stood.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::controls::{self, Controls};
use super::marks;
use crate::document::{EventId, Timeline};
use crate::dom::{Printed, Resize};
use crate::state::{self, Action, State};
use crate::timeline::{Form, Marks};

/// What a frame frames.
pub struct Scene {
    /// The document's timeline.
    pub timeline: Rc<Timeline>,
    /// The printed parts.
    pub printed: Printed,
    /// Called when the frame is up, and when the reader did something.
    pub notify: Callback<Notice>,
    /// The marks as the axis sees them.
    pub marks: Marks,
}

impl Scene {
    /// A scene of an element whose words are printed.
    pub fn new(host: HtmlElement, timeline: Rc<Timeline>, notify: Callback<Notice>) -> Scene {
        let printed = Printed::find(&host, timeline.marks.iter().map(|mark| mark.id.as_str()));
        let marks = marks::marks(&timeline);
        Scene { timeline, printed, notify, marks }
    }

    /// The reader came to an event: it is shown at once, before the browser goes on with what the reader did.
    fn choose(&self, id: EventId, dispatch: &UseReducerDispatcher<Store>) {
        self.printed.set_current(Some(id));
        dispatch.dispatch(Action::Choose(id));
        self.notify.emit(Notice::Select(self.timeline.mark(id).id.clone()));
    }
}

/// What a frame tells the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It is up.
    Ready,
    /// The reader chose the event with this author's id.
    Select(String),
    /// The reader opened or closed the question with this author's id.
    Toggle(String, bool),
}

/// The properties of [`Frame`].
#[derive(Properties)]
pub struct FrameProps {
    /// The scene; without one the printed page stands as it stood.
    pub scene: Option<Rc<Scene>>,
}

impl PartialEq for FrameProps {
    fn eq(&self, other: &FrameProps) -> bool {
        match (&self.scene, &other.scene) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (a, b) => a.is_none() && b.is_none(),
        }
    }
}

/// The content of the element's shadow root.
#[component]
pub fn Frame(FrameProps { scene }: &FrameProps) -> Html {
    match scene {
        // A new scene begins anew: its address is its key.
        Some(scene) => html! { <Living key={Rc::as_ptr(scene) as usize} scene={scene.clone()} /> },
        None => html! { <slot /> },
    }
}

/// The state as Yew's reducer.
#[derive(PartialEq)]
struct Store(State);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = state::reduce(self.0, action);
        if next == self.0 { self } else { Rc::new(Store(next)) }
    }
}

#[derive(Properties)]
struct LivingProps {
    scene: Rc<Scene>,
}

impl PartialEq for LivingProps {
    fn eq(&self, other: &LivingProps) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene)
    }
}

// The controls are functions, not components: each component would cost every reader some kilobytes of Wasm, and the
// state is small enough to draw all of them anew.
#[component]
fn Living(LivingProps { scene }: &LivingProps) -> Html {
    let store = use_reducer(|| Store(first_state(scene)));
    let state = store.0;
    let dispatch = store.dispatcher();
    let axis = use_node_ref();
    let form = Form::of_width(state.width);

    {
        let (scene, dispatch, axis) = (scene.clone(), dispatch.clone(), axis.clone());
        use_effect_with((), move |()| {
            let held = attach(&scene, dispatch, &axis);
            scene.notify.emit(Notice::Ready);
            move || {
                scene.printed.set_current(None);
                drop(held);
            }
        });
    }
    {
        let (scene, dispatch, axis) = (scene.clone(), dispatch.clone(), axis.clone());
        use_effect_with((form, state.chosen, state.focused), move |&(form, chosen, _)| {
            scene.printed.set_current(chosen);
            controls::follow_focus(&axis);
            // The element has become wide.
            if let (Form::Wide, None, Some(start)) = (form, chosen, scene.timeline.start) {
                dispatch.dispatch(Action::Choose(start));
            }
        });
    }

    let controls = Controls {
        scene,
        state,
        act: {
            let dispatch = dispatch.clone();
            Callback::from(move |action| dispatch.dispatch(action))
        },
        choose: {
            let scene = scene.clone();
            Callback::from(move |id| {
                scene.choose(id, &dispatch);
                if form != Form::Wide {
                    scene.printed.scroll_to(id);
                }
            })
        },
    };
    let timeline = &scene.timeline;
    html! {
        <div class="frame" lang={timeline.lang.clone()} dir={timeline.dir.as_str()}>
            <slot name="head" />
            <slot name="article" />
            if scene.printed.has("explainer-events") {
                <div class="timeline" part="timeline">
                    <slot name="timeline-head" />
                    <slot name="legend" />
                    <div class="guide">
                        <div class="stage">
                            <slot name="picture" />
                            <div class="axis" part="axis" ref={axis}>{ controls.axis(form) }</div>
                        </div>
                        { controls.toolbar() }
                    </div>
                    <slot name="opener" />
                    <slot name="events" />
                </div>
            }
            if state.answers > 0 {
                <div class="faq-head">
                    <slot name="faq-head" />
                    { controls.questions_button() }
                </div>
                <slot name="faq" />
            }
            <slot />
        </div>
    }
}

/// The state at first: the event of the page's address, if it names one, and the answers as they stand.
fn first_state(scene: &Scene) -> State {
    let width = f64::from(scene.printed.host().client_width());
    let total = scene.timeline.marks.len() as u32;
    let (open, all) = scene.printed.answers();
    let state = State::new(total, scene.marks.extent(), width);
    let state = state::reduce(state, Action::Answers { open, all });
    // Only one event is shown on wide elements, so there one is chosen from the first.
    let start = scene.timeline.start.filter(|_| Form::of_width(width) == Form::Wide);
    match scene.printed.event_of_fragment(&fragment()).or(start) {
        Some(id) => state::reduce(state, Action::Choose(id)),
        None => state,
    }
}

/// The fragment of the page's address, with its `#`.
fn fragment() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// Sends the parts to their slots and listens to the page; all of it ends when the answer is dropped.
fn attach(scene: &Rc<Scene>, dispatch: UseReducerDispatcher<Store>, axis: &NodeRef) -> impl Sized + use<> {
    let places = scene.printed.take_places();

    // A link is heard twice: when it is followed, and when the address has changed.
    let to_fragment = {
        let (scene, dispatch) = (scene.clone(), dispatch.clone());
        move |fragment: &str| {
            let id = scene.printed.event_of_fragment(fragment).filter(|&id| !scene.printed.is_current(id))?;
            scene.choose(id, &dispatch);
            Some(id)
        }
    };
    let links = {
        let to_fragment = to_fragment.clone();
        scene.printed.on_link(move |href| {
            to_fragment(&href);
        })
    };
    let addresses = {
        let scene = scene.clone();
        EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
            if let Some(id) = to_fragment(&fragment()) {
                // The browser could not scroll to what was not shown.
                scene.printed.scroll_to(id);
            }
        })
    };

    let answers = {
        let (scene_, dispatch) = (scene.clone(), dispatch.clone());
        scene.printed.on_toggle(move |id, open| {
            let (count, all) = scene_.printed.answers();
            dispatch.dispatch(Action::Answers { open: count, all });
            scene_.notify.emit(Notice::Toggle(id, open));
        })
    };
    let width = axis
        .cast::<web_sys::Element>()
        .and_then(|axis| Resize::new(&axis, move |width| dispatch.dispatch(Action::Resize(width))));
    (places, links, addresses, answers, width)
}
