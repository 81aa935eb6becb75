//! The life of a frame: its state, and the one place in which what follows from a change is done.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::hearing::Hearing;
use super::scene::{Scene, Wiring};
use crate::document::EventId;
use crate::dom::{
    Easing, Highlights, PageAddress, begin_turn, focus, focus_in_place, fold, has_broken, is_low, scroll_to,
    wants_no_motion,
};
use crate::state::{Effect, Filter, Intent, State, Surface, ViewAddress, reduce};

/// How long nothing must have moved for a movement to be at its end, in milliseconds.
const REST: u32 = 150;
/// How long the window takes to another place, in milliseconds, and how long it glides when a hand has let go of it.
const EASING: f64 = 160.0;
const GLIDING: f64 = 480.0;
/// In how many events at most what was looked for is marked.
const MARKED: usize = 500;

/// A scene, what has become of it, and what is still to be done.
pub struct Life {
    scene: Rc<Scene>,
    state: RefCell<Rc<State>>,
    /// What has to be done once the state is drawn.
    pending: RefCell<Vec<Effect>>,
    /// What is under way; each of it ends when it is dropped.
    easing: RefCell<Option<Easing>>,
    rest: RefCell<Option<Timeout>>,
    highlights: RefCell<Highlights>,
}

/// The state of a scene, drawn anew whenever it changes, and the way to change it. With another count of `refreshed`, what
/// follows from the state is set on the page again.
#[hook]
pub fn use_life(scene: &Rc<Scene>, refreshed: u32) -> (Rc<State>, Rc<Wiring>) {
    let redraw = use_force_update();
    let life = use_memo((), |()| Life::new(scene.clone()));
    let wiring = {
        let life = life.clone();
        use_memo((), |()| {
            let scene = life.scene.clone();
            let dispatch = move |intent| {
                if life.take(intent) {
                    redraw.force_update();
                }
            };
            Wiring { scene, dispatch: Callback::from(dispatch) }
        })
    };
    let dispatch = &wiring.dispatch;
    {
        // Hears the page from the first drawing on; what was set on it goes with the frame.
        let (life, dispatch) = (life.clone(), dispatch.clone());
        use_effect_with((), move |()| {
            let hearing = Hearing::begin(&life.scene, &dispatch);
            dispatch.emit(Intent::Appear(life.address()));
            move || {
                drop(hearing);
                life.leave();
            }
        });
    }
    {
        let (life, dispatch) = (life.clone(), dispatch.clone());
        use_effect(move || life.run_effects(&dispatch));
    }
    {
        let life = life.clone();
        use_effect_with(refreshed, move |refreshed| {
            if *refreshed > 0 {
                life.refresh();
            }
        });
    }
    let state = life.state.borrow().clone();
    (state, wiring)
}

impl Life {
    fn new(scene: Rc<Scene>) -> Life {
        begin_turn(Some(scene.printed.host()));
        let state = {
            let admit = |filter: &Filter| scene.admitted(filter);
            let address = ViewAddress::read(&PageAddress::fragment(), scene.printed.prefix(), &scene.timeline);
            State::new(&scene.context(&admit, false), scene.width, scene.questions(), &address)
        };
        Life {
            scene,
            state: RefCell::new(Rc::new(state)),
            pending: RefCell::default(),
            easing: RefCell::default(),
            rest: RefCell::default(),
            highlights: RefCell::default(),
        }
    }

    /// What the page's address names.
    fn address(&self) -> ViewAddress {
        ViewAddress::read(&PageAddress::fragment(), self.scene.printed.prefix(), &self.scene.timeline)
    }

    /// Takes an intent; says whether there is anything to be drawn or done.
    fn take(&self, intent: Intent) -> bool {
        begin_turn(Some(self.scene.printed.host()));
        let admit = |filter: &Filter| self.scene.admitted(filter);
        let has_axis_focus = self.scene.in_frame(":is(.marks, .mark):focus, .cluster-list:focus-within").is_some();
        let before = self.state.borrow().clone();
        let (state, effects) = reduce((*before).clone(), intent, &self.scene.context(&admit, has_axis_focus));
        let is_other = state != *before;
        let has_effects = !effects.is_empty();
        self.state.replace(Rc::new(state));
        self.pending.borrow_mut().extend(effects);
        is_other || has_effects
    }

    /// Does what was asked for, in order.
    fn run_effects(&self, dispatch: &Callback<Intent>) {
        begin_turn(Some(self.scene.printed.host()));
        for effect in self.pending.take() {
            self.run(effect, dispatch);
        }
    }

    fn run(&self, effect: Effect, dispatch: &Callback<Intent>) {
        let scene = &self.scene;
        let state = self.state.borrow().clone();
        match effect {
            Effect::MarkCurrent => self.mark_current(state.chosen),
            Effect::ShowFiltered => self.show_filtered(&state),
            Effect::ScrollTo(event) => {
                if let Some(element) = scene.element(event) {
                    // A card is seen together with its axis.
                    let axis = scene.in_frame(".axis").filter(|axis| !state.list.is_open && is_low(axis));
                    scroll_to(axis.as_ref().unwrap_or(&element));
                    let _ = element.set_attribute("tabindex", "-1");
                    focus_in_place(&element);
                }
            }
            Effect::ShowInList(event) => {
                if let Some(element) = scene.element(event) {
                    scroll_to(&element);
                }
            }
            Effect::ScrollToTarget => scene.printed.show_target(&PageAddress::fragment()),
            Effect::FocusAxis => self.focus(":is(.marks, .mark)[tabindex=\"0\"]"),
            Effect::FocusCluster => self.focus(".cluster-list button"),
            Effect::FocusSearch => {
                self.focus("input");
                // On a narrow element the field may stand among the tools that are not opened.
                if scene.in_frame("input:focus").is_none() {
                    self.focus(".opens");
                }
            }
            Effect::CapturePointer { surface, pointer } => {
                let surface = if surface == Surface::Axis { ".marks" } else { ".overview" };
                if let Some(surface) = self.scene.in_frame(surface) {
                    let _ = surface.set_pointer_capture(pointer);
                }
            }
            Effect::StartEasing => self.ease(EASING, dispatch),
            Effect::Glide(dx) => {
                if !wants_no_motion() {
                    dispatch.emit(Intent::Glide(dx));
                }
            }
            Effect::StartGliding => self.ease(GLIDING, dispatch),
            Effect::AwaitRest => {
                let dispatch = dispatch.clone();
                let rest = Timeout::new(REST, move || {
                    if !has_broken() {
                        dispatch.emit(Intent::Rest);
                    }
                });
                self.rest.replace(Some(rest));
            }
            Effect::OpenList(open) => scene.printed.open_list(open),
            Effect::OpenAnswers(open) => scene.answers.open_all(open),
            Effect::WriteAddress(event) => {
                if !self.scene.keeps_address() {
                    PageAddress::replace(&self.fragment(&ViewAddress { event: Some(event), ..ViewAddress::default() }));
                }
            }
            Effect::CopyAddress => {
                let dispatch = dispatch.clone();
                // Where fragments are the page's own, its address is all there is.
                let address = match scene.keeps_address() {
                    true => PageAddress::whole(),
                    false => PageAddress::handed_on(&self.fragment(&state.address())),
                };
                PageAddress::copy(&address, move |done| dispatch.emit(Intent::Copied(done)));
            }
            Effect::Notify(notice) => scene.notify.emit(notice),
        }
    }

    /// Sets on the page again what it should have: setting what is there changes nothing.
    fn refresh(&self) {
        begin_turn(Some(self.scene.printed.host()));
        let state = self.state.borrow().clone();
        self.mark_current(state.chosen);
        self.scene.printed.show_only(state.admitted.as_deref());
    }

    fn ease(&self, duration: f64, dispatch: &Callback<Intent>) {
        let dispatch = dispatch.clone();
        let easing = Easing::new(duration, move |done| dispatch.emit(Intent::Advance(done)));
        self.easing.replace(Some(easing));
    }

    fn fragment(&self, address: &ViewAddress) -> String {
        address.fragment(self.scene.printed.prefix(), &self.scene.timeline)
    }

    fn mark_current(&self, chosen: Option<EventId>) {
        let fragment = self.fragment(&ViewAddress { event: chosen, ..ViewAddress::default() });
        self.scene.printed.mark_current(chosen.map(|id| (self.scene.element(id), &*fragment)));
    }

    /// The list follows the filter; what was looked for is marked.
    fn show_filtered(&self, state: &State) {
        self.scene.printed.show_only(state.admitted.as_deref());
        let events = state.shown.shown().iter().take(MARKED).map(|&event| EventId(event));
        let found = events.filter_map(|id| self.scene.element(id));
        // The old marks go before the new ones are made.
        drop(self.highlights.take());
        *self.highlights.borrow_mut() = Highlights::new(found, &fold(state.filter.text.trim()));
    }

    /// Leaves the page as it was printed.
    fn leave(&self) {
        drop((self.easing.take(), self.rest.take(), self.highlights.take()));
        self.scene.printed.mark_current(None);
        if self.state.borrow().admitted.is_some() {
            self.scene.printed.show_only(None);
        }
    }

    fn focus(&self, selector: &str) {
        let element = self.scene.in_frame(selector);
        if let Some(element) = element.filter(|element| !element.matches(":focus").unwrap_or(false)) {
            focus(&element);
        }
    }
}
