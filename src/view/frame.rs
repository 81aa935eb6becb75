//! The living frame: slots for the printed parts, and between them the controls.
//!
//! The frame stands in the element's shadow root; the words stay where they were printed and are only sent to slots.
//! Without a scene it is a single default slot, which shows the printed page as it stood.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::controls::{Axis, QuestionsButton, Toolbar};
use super::marks;
use crate::document::{EventId, Timeline};
use crate::dom::{Printed, Resize};
use crate::state::{self, Action, State};
use crate::timeline::{Form, Marks};

/// What a frame frames.
pub struct Scene {
    /// The element.
    pub host: HtmlElement,
    /// The document's timeline.
    pub timeline: Timeline,
    /// Called when the frame is up, and when the reader did something.
    pub notify: Callback<Notice>,
    marks: Marks,
}

impl Scene {
    /// A scene of an element whose words are printed, or about to be.
    pub fn new(host: HtmlElement, timeline: Timeline, notify: Callback<Notice>) -> Scene {
        let marks = marks::marks(&timeline);
        Scene { host, timeline, notify, marks }
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
        Some(scene) => html! { <Life key={Rc::as_ptr(scene) as usize} scene={scene.clone()} /> },
        None => html! { <slot /> },
    }
}

/// A scene with its printed parts found.
#[derive(Clone)]
pub(super) struct Stage {
    pub scene: Rc<Scene>,
    pub printed: Rc<Printed>,
}

impl Stage {
    pub fn timeline(&self) -> &Timeline {
        &self.scene.timeline
    }

    pub fn marks(&self) -> &Marks {
        &self.scene.marks
    }
}

impl PartialEq for Stage {
    fn eq(&self, other: &Stage) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene) && Rc::ptr_eq(&self.printed, &other.printed)
    }
}

#[derive(Properties)]
struct LifeProps {
    scene: Rc<Scene>,
}

impl PartialEq for LifeProps {
    fn eq(&self, other: &LifeProps) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene)
    }
}

/// Waits for the printed parts: they may be rendered in the same turn as the frame.
#[component]
fn Life(LifeProps { scene }: &LifeProps) -> Html {
    let stage = use_state(|| None::<Stage>);
    {
        let (scene, stage) = (scene.clone(), stage.clone());
        use_effect_with((), move |()| {
            let ids = scene.timeline.marks.iter().map(|mark| mark.id.as_str());
            let printed = Rc::new(Printed::find(&scene.host, ids));
            stage.set(Some(Stage { scene, printed }));
        });
    }
    match &*stage {
        Some(stage) => html! { <Living stage={stage.clone()} /> },
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

#[derive(Properties, PartialEq)]
struct LivingProps {
    stage: Stage,
}

#[component]
fn Living(LivingProps { stage }: &LivingProps) -> Html {
    let store = use_reducer(|| Store(first_state(stage)));
    let state = store.0;
    let dispatch = store.dispatcher();
    let axis = use_node_ref();
    let form = Form::of_width(state.width);

    // The reader chose an event: it is shown at once, before the browser goes on with what the reader did.
    let choose = {
        let (stage, dispatch) = (stage.clone(), dispatch.clone());
        use_callback(form, move |id: EventId, &form| {
            stage.printed.set_current(Some(id));
            if form != Form::Wide {
                stage.printed.scroll_to(id);
            }
            dispatch.dispatch(Action::Choose(id));
            stage.scene.notify.emit(Notice::Select(stage.timeline().mark(id).id.clone()));
        })
    };

    {
        let (stage, dispatch, axis) = (stage.clone(), dispatch.clone(), axis.clone());
        use_effect_with((), move |()| {
            let held = attach(&stage, dispatch, &axis);
            stage.scene.notify.emit(Notice::Ready);
            move || drop(held)
        });
    }
    {
        let stage = stage.clone();
        use_effect_with(state.chosen, move |&chosen| stage.printed.set_current(chosen));
    }
    {
        // Only one event is shown on wide elements, so there one is chosen from the first.
        let (start, dispatch) = (stage.timeline().start, dispatch.clone());
        use_effect_with((form, state.chosen), move |&(form, chosen)| {
            if let (Form::Wide, None, Some(start)) = (form, chosen, start) {
                dispatch.dispatch(Action::Choose(start));
            }
        });
    }
    {
        // The current event must not outlive the frame.
        let stage = stage.clone();
        use_effect_with((), move |()| move || stage.printed.set_current(None));
    }

    let timeline = stage.timeline();
    html! {
        <div class="frame" lang={timeline.lang.clone()} dir={timeline.dir.as_str()}>
            <slot name="head" />
            <slot name="article" />
            if stage.printed.has("explainer-events") {
                <div class="timeline" part="timeline">
                    <slot name="timeline-head" />
                    <slot name="legend" />
                    <div class="guide">
                        <div class="stage" ref={axis}>
                            <slot name="picture" />
                            <Axis
                                stage={stage.clone()}
                                {state}
                                on_choose={choose.clone()}
                                on_action={Callback::from(move |action| dispatch.dispatch(action))}
                            />
                        </div>
                        <Toolbar stage={stage.clone()} {state} on_choose={choose} />
                    </div>
                    <slot name="opener" />
                    <slot name="events" />
                </div>
            }
            if state.answers > 0 {
                <div class="faq-head">
                    <slot name="faq-head" />
                    <QuestionsButton stage={stage.clone()} {state} />
                </div>
                <slot name="faq" />
            }
            <slot />
        </div>
    }
}

/// The state at first: the event of the page's address, if it names one, and the answers as they stand.
fn first_state(stage: &Stage) -> State {
    let width = f64::from(stage.printed.host().client_width());
    let total = stage.timeline().marks.len() as u32;
    let (open, all) = stage.printed.answers();
    let state = State::new(total, stage.marks().extent(), width);
    let state = state::reduce(state, Action::Answers { open, all });
    match stage.printed.event_of_fragment(&fragment()) {
        Some(id) => state::reduce(state, Action::Choose(id)),
        None => state,
    }
}

/// The fragment of the page's address, with its `#`.
fn fragment() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// Sends the parts to their slots and listens to the page; all of it ends when the answer is dropped.
fn attach(stage: &Stage, dispatch: UseReducerDispatcher<Store>, axis: &NodeRef) -> impl Sized + use<> {
    let places = stage.printed.take_places();

    let to_fragment = {
        let (stage, dispatch) = (stage.clone(), dispatch.clone());
        move |fragment: &str| {
            if let Some(id) = stage.printed.event_of_fragment(fragment) {
                // At once: the browser scrolls only to what is shown.
                stage.printed.set_current(Some(id));
                dispatch.dispatch(Action::Choose(id));
                stage.scene.notify.emit(Notice::Select(stage.timeline().mark(id).id.clone()));
            }
        }
    };
    let links = {
        let to_fragment = to_fragment.clone();
        stage.printed.on_link(move |href| to_fragment(&href))
    };
    let addresses = EventListener::new(&gloo::utils::window(), "hashchange", move |_| to_fragment(&fragment()));

    let answers = {
        let (stage_, dispatch) = (stage.clone(), dispatch.clone());
        stage.printed.on_toggle(move |id, open| {
            let (count, all) = stage_.printed.answers();
            dispatch.dispatch(Action::Answers { open: count, all });
            stage_.scene.notify.emit(Notice::Toggle(id, open));
        })
    };
    let width = axis
        .cast::<web_sys::Element>()
        .and_then(|axis| Resize::new(&axis, move |width| dispatch.dispatch(Action::Resize(width))));
    (places, links, addresses, answers, width)
}
