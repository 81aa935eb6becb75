//! The living frame: slots for the printed parts, and between them the controls.
//!
//! The frame stands in the element's shadow root; the words stay where they were printed and are only sent to slots.
//! Without a scene it is a single default slot, which shows the printed page as it stood.
//!
//! It is the only component, and one with a struct: the hooks of a function would cost every reader some 10 KB more.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::controls::Controls;
use super::marks::ends;
use super::scene::{Notice, Scene, Shown};
use super::shape::{own, several, svg, word};
use super::{excerpt, link};
use crate::document::{EraId, EventId};
use crate::dom::{Address, Glide, Highlights, Places, Pointers, Resize, begin_turn, has_broken};
use crate::state::{self, Action, Said, State};
use crate::timeline::{Form, layout};

/// How long nothing must have moved for a movement to be at its end, in milliseconds.
const REST: u32 = 150;

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

impl FrameProps {
    fn begin_turn(&self) {
        begin_turn(self.scene.as_ref().map(|scene| scene.printed.host()));
    }
}

/// The content of the element's shadow root.
pub struct Frame {
    living: Option<Living>,
}

/// A scene and what has become of it.
struct Living {
    scene: Rc<Scene>,
    state: State,
    shown: Rc<Shown>,
    pointers: Rc<Pointers>,
    /// What is attached to the page; from the first drawing on.
    attached: Option<Attached>,
    glide: Option<Glide>,
    /// Ends a movement by wheel or keys, which have no end of their own.
    rest: Option<Timeout>,
    highlights: Highlights,
    /// Whether it has been drawn yet: Yew says that something has been when this only has come.
    is_drawn: Cell<bool>,
    /// Whether the focus was on the axis before it was drawn anew.
    had_focus: Cell<bool>,
    /// What the page has been told last.
    told: Told,
}

/// What the printed page was last made to show.
#[derive(Default)]
struct Told {
    chosen: Option<EventId>,
    shown: Option<Rc<Shown>>,
    listed: Option<EventId>,
    excerpt: Option<Vec<u32>>,
}

/// Everything that ends when it is dropped.
struct Attached {
    _places: Places,
    _listeners: [EventListener; 3],
    _resize: Option<Resize>,
}

impl Component for Frame {
    type Message = Action;
    type Properties = FrameProps;

    fn create(ctx: &Context<Frame>) -> Frame {
        Frame { living: ctx.props().scene.clone().map(Living::new) }
    }

    fn changed(&mut self, ctx: &Context<Frame>, _: &FrameProps) -> bool {
        ctx.props().begin_turn();
        // The old one leaves the page as it found it before the new one begins.
        self.living = None;
        self.living = ctx.props().scene.clone().map(Living::new);
        true
    }

    fn update(&mut self, ctx: &Context<Frame>, action: Action) -> bool {
        ctx.props().begin_turn();
        self.living.as_mut().is_some_and(|living| living.update(action))
    }

    fn view(&self, ctx: &Context<Frame>) -> Html {
        match &self.living {
            Some(living) => living.view(ctx),
            None => svg!("slot" {}),
        }
    }

    fn rendered(&mut self, ctx: &Context<Frame>, _: bool) {
        ctx.props().begin_turn();
        if let Some(living) = &mut self.living
            && living.is_drawn.get()
        {
            living.rendered(ctx);
        }
    }
}

/// A slot of the frame.
pub(super) fn slot(name: &'static str) -> Html {
    svg!("slot" { "name": word(name) })
}

impl Living {
    fn new(scene: Rc<Scene>) -> Living {
        let state = first_state(&scene);
        let shown = Rc::new(scene.shown(&state.filter, &state.scale));
        Living {
            scene,
            state,
            shown,
            pointers: Rc::default(),
            attached: None,
            glide: None,
            rest: None,
            highlights: Highlights::default(),
            is_drawn: Cell::new(false),
            had_focus: Cell::new(false),
            told: Told::default(),
        }
    }

    fn update(&mut self, action: Action) -> bool {
        let chosen = if let Action::Choose(id) = action { Some(id) } else { None };
        let mut next = state::reduce(self.state.clone(), action);
        if let Some(EventId(id)) = chosen
            && next.chosen == chosen
        {
            next = self.bring(id, next);
        }
        if next == self.state {
            // What is chosen already may have been scrolled away.
            return self.scene.wish.get().is_some();
        }
        if next.window != self.state.window {
            // Whatever was under way goes somewhere else now.
            self.glide = None;
        }
        if next.filter != self.state.filter || !Rc::ptr_eq(&next.scale, &self.state.scale) {
            self.shown = Rc::new(self.scene.shown(&next.filter, &next.scale));
        }
        self.state = next;
        true
    }

    /// Choosing shows: a filter that hides the event goes, and a window that shows another time moves there.
    fn bring(&self, event: u32, mut state: State) -> State {
        let marks = &self.shown.marks;
        if !marks.is_shown(event) {
            state.filter = Default::default();
        }
        let (start, end) = marks.places(event);
        let goal = state.goal();
        if goal.is_drawable() && (end <= goal.start || start >= goal.end) {
            let half = (goal.end - goal.start) / 2.0;
            let middle = marks.middle(event);
            state = state::reduce(state, Action::Ease(Some((middle - half, middle + half))));
            // What is said is still the choice.
            state.said = Said::Choice;
        }
        state
    }

    fn form(&self) -> Form {
        Form::of_width(self.state.width)
    }

    fn view(&self, ctx: &Context<Frame>) -> Html {
        self.is_drawn.set(true);
        let (scene, state) = (&self.scene, &self.state);
        let form = self.form();
        let viewport = state.viewport();
        let layout = layout(&self.shown.marks, &viewport, form);
        // The drawing may put other elements in the place of the focused one.
        self.had_focus.set(self.find(".marks:focus-within").is_some() || self.told.listed.is_some());
        let act = ctx.link().callback(|action| action);
        let choose = {
            let (scene, act) = (scene.clone(), act.clone());
            let moves = form != Form::Wide;
            Callback::from(move |id| {
                if moves {
                    scene.wish.set(Some((id, false)));
                }
                scene.choose(id, &act);
                Address::replace(&scene.printed.fragment(&scene.timeline.mark(id).id));
            })
        };
        let controls = Controls {
            scene,
            state,
            shown: &self.shown,
            layout: &layout,
            viewport,
            act,
            choose,
            pointers: &self.pointers,
        };
        let timeline = &scene.timeline;
        let mut parts = vec![slot("edition"), slot("head"), slot("article")];
        if scene.printed.has("explainer-events") {
            let class = match (state.plain, timeline.rows.is_some()) {
                (false, false) => "timeline",
                (true, false) => "timeline plain",
                (false, true) => "timeline long",
                (true, true) => "timeline plain long",
            };
            parts.push(svg!("div" { "class": word(class), "part": word("timeline") }
                slot("timeline-head"),
                svg!("div" { "class": word("over") } slot("legend"), controls.filters()),
                svg!("div" { "class": word("guide") }
                    svg!("div" { "class": word("over") }
                        slot("picture"),
                        svg!("div" { "class": word("stage") }
                            controls.tools(),
                            svg!("div" { "class": word("axis"), "part": word("axis") }
                                controls.axis(form, scene.lanes),
                                controls.overview(),
                            ),
                            controls.notes(),
                            controls.crowd(),
                        ),
                    ),
                    controls.steps(),
                    controls.status(),
                ),
                slot("opener"),
                controls.pages(),
            ));
        }
        if state.answers > 0 {
            parts.push(svg!("div" { "class": word("faq-head") } slot("faq-head"), controls.questions_button()));
            parts.push(slot("faq"));
        }
        parts.push(svg!("slot" {}));
        svg!("div" {
            "class": word("frame"), "lang": own(&timeline.lang), "dir": word(timeline.dir.as_str()),
        } several(parts))
    }

    /// The page follows what has been drawn.
    fn rendered(&mut self, ctx: &Context<Frame>) {
        let scene = self.scene.clone();
        let form = self.form();
        let act = ctx.link().callback(|action| action);

        // In long documents, the part of the list around what is shown.
        // It takes longer than a frame to write.
        let mut has_moved = false;
        if self.state.settled {
            let ids = excerpt::ids(&scene, &self.state, &self.shown, &self.state.goal());
            has_moved = ids != self.told.excerpt;
            if has_moved && let (Some(rows), Some(ids)) = (&scene.timeline.rows, &ids) {
                scene.printed.write_excerpt(&scene.timeline.id, rows, ids);
            }
            self.told.excerpt = ids;
        } else if !self.pointers.is_dragging() {
            let act = act.clone();
            self.rest = Some(Timeout::new(REST, move || {
                if !has_broken() {
                    act.emit(Action::Settle);
                }
            }));
        }

        let is_first = self.attached.is_none();
        if is_first {
            self.attached = Some(attach(&scene, act.clone(), self.find(".stage")));
        }

        // On wide elements one event is always shown: the element has become wide, or a filter took it away.
        let marks = &self.shown.marks;
        if form == Form::Wide && self.state.chosen.is_none_or(|EventId(id)| !marks.is_shown(id)) {
            let start = scene.timeline.start.filter(|&EventId(id)| marks.is_shown(id));
            if let Some(start) = start.or(marks.shown().first().copied().map(EventId)) {
                act.emit(Action::Start(start));
            }
        }
        if is_first || has_moved || self.told.chosen != self.state.chosen {
            scene.set_current(self.state.chosen);
            self.told.chosen = self.state.chosen;
        }

        // The list follows the filter; what was found is marked.
        let is_other = !self.told.shown.as_ref().is_some_and(|told| Rc::ptr_eq(told, &self.shown));
        if is_other || has_moved {
            let found = marks.shown().iter().take(500).filter_map(|&id| scene.printed.element(EventId(id)));
            self.highlights = Highlights::default();
            self.highlights = Highlights::new(found, &self.shown.folded);
        }
        if is_other {
            // What was printed stands already.
            if self.shown.admitted.is_some() || self.told.shown.is_some() {
                scene.printed.show_only(self.shown.admitted.as_deref());
            }
            if self.told.shown.as_ref().is_some_and(|told| told.admitted != self.shown.admitted) {
                scene.notify.emit(Notice::Filter(self.shown.len()));
            }
            self.told.shown = Some(self.shown.clone());
            // Where the filter was changed elsewhere, the fields follow.
            self.follow_filter();
        }

        if self.state.progress >= 1.0 {
            self.glide = None;
        } else if self.glide.is_none() {
            let act = act.clone();
            self.glide = Some(Glide::new(move |done| act.emit(Action::Progress(done))));
        }

        // The focus follows the tab stop; it is never taken from elsewhere.
        if self.state.listed.is_some() {
            if self.told.listed != self.state.listed {
                focus(self.find(".crowd button"));
            }
        } else if self.had_focus.get() {
            let stop = self.find(":is(.marks, .mark)[tabindex=\"0\"]");
            if !stop.as_ref().is_some_and(|stop| stop.matches(":focus").unwrap_or(false)) {
                focus(stop);
            }
        }
        self.told.listed = self.state.listed;

        if is_first {
            scene.notify.emit(Notice::Ready);
            // An address that leads to an event: now that it is shown. Any other place the browser has found, if it was
            // there to be found.
            let fragment = Address::fragment();
            match scene.event_of(&fragment) {
                Some(id) => scene.wish.set(Some((id, true))),
                None => scene.printed.show_target(&fragment),
            }
        }
        if let Some((id, with_focus)) = scene.wish.take() {
            scene.printed.scroll_to(id, with_focus);
        }
    }

    fn follow_filter(&self) {
        let filter = &self.state.filter;
        if let Some(input) = self.find("input").and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
            && input.value() != filter.text
        {
            input.set_value(&filter.text);
        }
        if let Some(select) = self.find("select").and_then(|select| select.dyn_into::<HtmlSelectElement>().ok()) {
            select.set_selected_index(filter.era.map_or(0, |EraId(era)| i32::from(era) + 1));
        }
    }

    /// Something in the frame.
    fn find(&self, selector: &str) -> Option<Element> {
        self.scene.printed.host().shadow_root()?.query_selector(selector).ok().flatten()
    }
}

impl Drop for Living {
    fn drop(&mut self) {
        self.scene.printed.set_current(None);
        if self.shown.admitted.is_some() {
            self.scene.printed.show_only(None);
        }
        self.scene.printed.clear_excerpt();
    }
}

fn focus(element: Option<Element>) {
    if let Some(element) = element {
        // An SVG element has `focus` as an HTML element does, and web-sys files it under the latter.
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}

impl Scene {
    /// The reader came to an event: it is shown at once, before the browser goes on with what the reader did.
    fn choose(&self, id: EventId, act: &Callback<Action>) {
        self.set_current(Some(id));
        act.emit(Action::Choose(id));
        self.notify.emit(Notice::Select(self.timeline.mark(id).id.clone()));
    }

    fn set_current(&self, id: Option<EventId>) {
        self.printed.set_current(id.map(|id| (id, self.timeline.mark(id).id.as_str())));
    }

    /// The event that an address's fragment leads to.
    fn event_of(&self, fragment: &str) -> Option<EventId> {
        let id = self.printed.within(fragment)?.strip_prefix("--")?;
        self.timeline.event(id.split(';').next()?)
    }
}

/// The state at first: the event and the window of the page's address, if it names them, and the answers as they stand.
fn first_state(scene: &Scene) -> State {
    let width = f64::from(scene.printed.host().client_width());
    let timeline = &scene.timeline;
    let scale = scene.days.scale(timeline.spacing);
    let total = timeline.marks.len() as u32;
    let state = State::new(total, scene.days.extent(), width, scale.clone());
    let (open, answers) = scene.printed.answers();
    let fragment = Address::fragment();
    let wished = scene.printed.within(&fragment).and_then(link::read).or(timeline.window.map(ends));
    // Only one event is shown on wide elements, so there one is chosen from the first.
    let start = timeline.start.filter(|_| Form::of_width(width) == Form::Wide);
    let mut state = state::reduce(state, Action::Answers { open, all: answers });
    if let Some(window) = wished {
        state = state::reduce(state, Action::Days(window));
    }
    match scene.event_of(&fragment).or(start) {
        Some(id) => state::reduce(state, Action::Start(id)),
        None => state,
    }
}

/// Sends the parts to their slots and listens to the page; all of it ends when the answer is dropped.
fn attach(scene: &Rc<Scene>, act: Callback<Action>, stage: Option<Element>) -> Attached {
    let places = scene.printed.take_places();

    // A link is heard twice: when it is followed, and when the address has changed.
    let links = {
        let (scene_, act) = (scene.clone(), act.clone());
        scene.printed.on_link(move |href| {
            if let Some(id) = scene_.event_of(&href) {
                scene_.choose(id, &act);
            }
        })
    };
    let addresses = {
        let (scene, act) = (scene.clone(), act.clone());
        Address::default().on_change(move |is_back| {
            let fragment = Address::fragment();
            if let Some(window) = scene.printed.within(&fragment).and_then(link::read) {
                act.emit(Action::Days(window));
            }
            if let Some(id) = scene.event_of(&fragment) {
                // The browser could not scroll to what was not shown; a reader who comes back is where he was.
                if !is_back {
                    scene.wish.set(Some((id, true)));
                }
                if scene.printed.is_current(id) {
                    act.emit(Action::Choose(id));
                } else {
                    scene.choose(id, &act);
                }
            }
        })
    };
    let answers = {
        let (scene_, act) = (scene.clone(), act.clone());
        scene.printed.on_toggle(move |id, open| {
            let (count, all) = scene_.printed.answers();
            act.emit(Action::Answers { open: count, all });
            scene_.notify.emit(Notice::Toggle(id, open));
        })
    };
    let resize = stage.and_then(|stage| Resize::new(&stage, move |width| act.emit(Action::Resize(width))));
    Attached { _places: places, _listeners: [links, addresses, answers], _resize: resize }
}
