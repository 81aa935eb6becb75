//! What the element's class calls: a frame around printed words, and an end to it; in the program for whole documents,
//! the words themselves, too.
//!
//! The class itself is in `assets/element`, since Wasm cannot extend `HTMLElement`. It finds the data, loads the program
//! that an element needs, and keeps a [`Mount`] for each element that is on the page.
//!
//! *Invariant:* knows no author's formats; a document that cannot be read is an error and touches nothing.

mod printing;

pub use printing::{long_list, print};

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::document::{NotADocument, Timeline};
use crate::dom::{begin_turn, break_turn};
use crate::state::Notice;
use crate::timeline::Px;
use crate::view::LongList;
use crate::view::live::{Room, RoomProps, Scene};

/// To be called once, before anything else: `on_panic` is told the place when the program has broken, and the element for
/// which it worked (or null). After that nothing of it may be called again.
#[wasm_bindgen]
pub fn start(on_panic: Function) {
    // By Yew's own function: Yew would replace another hook by its own.
    yew::set_custom_panic_hook(Box::new(move |info| {
        let place = info.location().map_or("", |place| place.file());
        let host = break_turn().map_or(JsValue::NULL, JsValue::from);
        let _ = on_panic.call2(&JsValue::NULL, &place.into(), &host);
    }));
}

/// Reads the data block of a printed element.
///
/// # Errors
/// The data is not a timeline that this program can read.
#[wasm_bindgen]
pub fn read(data: &str) -> Result<Reading, JsValue> {
    Ok(Reading::new(Rc::new(Timeline::from_json(data).map_err(to_js)?), None))
}

/// What an element's data say. The element may go and come again: what was read stays its own.
#[wasm_bindgen]
pub struct Reading {
    timeline: Rc<Timeline>,
    list: Option<Rc<dyn LongList>>,
}

impl Reading {
    /// A timeline, and the words of its events where not all of them are printed.
    pub fn new(timeline: Rc<Timeline>, list: Option<Rc<dyn LongList>>) -> Reading {
        Reading { timeline, list }
    }
}

/// A frame in a room of its own: a `<div>` for the element's shadow root. When its element goes, a mount is emptied and
/// kept for the next one: Yew never gives back the listeners of a root.
#[wasm_bindgen]
pub struct Mount {
    room: Element,
    app: AppHandle<Room>,
    tell: Function,
    scene: Option<Rc<Scene>>,
    /// How often the page has been put right.
    refreshed: u32,
}

#[wasm_bindgen]
impl Mount {
    /// An empty mount in `room`. `tell(name, detail)` is called on the element (as its `this`) when something happened to
    /// it: `ready`, or one of the element's events with its detail.
    #[wasm_bindgen(constructor)]
    pub fn new(room: Element, tell: Function) -> Mount {
        let app =
            yew::Renderer::<Room>::with_root_and_props(room.clone(), RoomProps { scene: None, refreshed: 0 }).render();
        Mount { room, app, tell, scene: None, refreshed: 0 }
    }

    /// Takes up the printed words of an element, which is `width` CSS pixels wide. The frame around them comes with
    /// [`Mount::draw`], in a task of its own, since the reader may come in between.
    pub fn fill(&mut self, host: HtmlElement, reading: &Reading, width: f64) {
        begin_turn(Some(&host));
        let Reading { timeline, list } = reading;
        let notify = Callback::from({
            let (host, tell, timeline) = (host.clone(), self.tell.clone(), timeline.clone());
            move |notice| {
                let (name, detail) = told(&timeline, notice);
                let _ = tell.call2(&host, &name.into(), &detail);
            }
        });
        let scene = Scene::new(&host, self.room.clone(), Px(width), timeline.clone(), list.clone(), notify);
        self.scene = Some(Rc::new(scene));
    }

    /// Draws the frame, or what has become of it. Once it is drawn for the first time `tell` hears `ready`, and has to put
    /// the room into the element's shadow root at once.
    pub fn draw(&mut self) {
        self.app.update(RoomProps { scene: self.scene.clone(), refreshed: self.refreshed });
    }

    /// The page may have lost what the frame set on its words: sets what is missing again.
    pub fn refresh(&mut self) {
        self.refreshed += 1;
        self.draw();
    }

    /// Takes the frame away; the printed page stands as it stood.
    pub fn clear(&mut self) {
        self.scene = None;
        self.draw();
    }
}

/// The name of the event that the host page hears, and its detail.
fn told(timeline: &Timeline, notice: Notice) -> (&'static str, Object) {
    let detail = Object::new();
    let set = |name: &str, value: JsValue| {
        // A plain object takes any member.
        let _ = Reflect::set(&detail, &name.into(), &value);
    };
    let name = match notice {
        Notice::Ready => "ready",
        Notice::Select(event) => {
            set("id", (*timeline.mark(event).id).into());
            "select"
        }
        Notice::Toggle { id, is_open } => {
            set("id", id.into());
            set("open", is_open.into());
            "toggle"
        }
        Notice::Filter(shown) => {
            set("shown", (shown as u32).into());
            set("total", (timeline.marks.len() as u32).into());
            "filter"
        }
    };
    (name, detail)
}

/// An error for the element's class.
pub fn to_js(error: NotADocument) -> JsValue {
    JsValue::from_str(error.as_str())
}
