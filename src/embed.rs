//! What the element's class calls: words on the page, a frame around them, and an end to both.
//!
//! The class itself is `assets/news-explainer.js`, since Wasm cannot extend `HTMLElement`. It finds the data, loads this
//! runtime when wanted, and keeps a [`Mount`] for each element that is on the page.
//!
//! *Invariant:* knows no author's formats; a document that cannot be read is an error and touches nothing.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::document::{NotADocument, Published, Timeline};
use crate::dom::{Writing, begin_turn, break_turn};
use crate::view::{Frame, FrameProps, Notice, Scene};

/// To be called once, before anything else: `on_panic` is told the place when the runtime has broken, and the element for
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

/// Writes the words of a published document into an element, in the place of what it held; headings begin at `level`.
///
/// # Errors
/// The text is not a document this runtime can read; nothing has been touched.
#[wasm_bindgen]
pub fn write(host: HtmlElement, text: &str, level: u8) -> Result<Written, JsValue> {
    let Published { timeline, words } = Published::from_json(text).map_err(to_js)?;
    let prefix = free_prefix(&timeline.id);
    let writing = Writing { from: &timeline.id, prefix: &prefix, level };
    writing.write(&host, &words).ok_or_else(|| to_js(NotADocument::OtherShape))?;
    Ok(Written { timeline: Rc::new(timeline) })
}

/// What came with words that were written.
#[wasm_bindgen]
pub struct Written {
    timeline: Rc<Timeline>,
}

/// The document's id, or that and the first number from 2 that is free on the page.
fn free_prefix(id: &str) -> String {
    let page = gloo::utils::document();
    let mut prefix = id.to_owned();
    let mut number = 2;
    while page.get_element_by_id(&prefix).is_some() {
        prefix = [id, "-", &number.to_string()].concat();
        number += 1;
    }
    prefix
}

/// A frame in a room of its own: a `<div>` in the element's shadow root. When its element goes, a mount is emptied and
/// kept for the next one: Yew never gives back the listeners of a root.
#[wasm_bindgen]
pub struct Mount {
    frame: AppHandle<Frame>,
    tell: Function,
}

#[wasm_bindgen]
impl Mount {
    /// An empty mount in `room`. `tell(name, id, shown, total)` is called on the element (as its `this`) when something
    /// happened to it: `ready`; `select`, `open` or `close` with the author's id of the event or question; or `filter`
    /// with how many events of how many are shown.
    #[wasm_bindgen(constructor)]
    pub fn new(room: Element, tell: Function) -> Mount {
        let frame = yew::Renderer::<Frame>::with_root_and_props(room, FrameProps { scene: None }).render();
        Mount { frame, tell }
    }

    /// Frames the printed words of an element, whose data block holds `data`.
    ///
    /// # Errors
    /// The data is not a timeline this runtime can read; the frame stays empty.
    pub fn fill(&mut self, host: HtmlElement, data: &str) -> Result<(), JsValue> {
        self.show(host, Rc::new(Timeline::from_json(data).map_err(to_js)?));
        Ok(())
    }

    /// Frames words that were just written.
    #[wasm_bindgen(js_name = fillWritten)]
    pub fn fill_written(&mut self, host: HtmlElement, written: &Written) {
        // The element may go and come again: what was written stays its own.
        self.show(host, Rc::clone(&written.timeline));
    }

    /// Takes the frame away; the printed page stands as it stood.
    pub fn clear(&mut self) {
        self.frame.update(FrameProps { scene: None });
    }

    fn show(&mut self, host: HtmlElement, timeline: Rc<Timeline>) {
        begin_turn(Some(&host));
        let notify = Callback::from({
            let (host, tell, total) = (host.clone(), self.tell.clone(), timeline.marks.len() as u32);
            move |notice| {
                let (name, id, shown) = match notice {
                    Notice::Ready => ("ready", String::new(), total),
                    Notice::Select(id) => ("select", id, total),
                    Notice::Toggle(id, true) => ("open", id, total),
                    Notice::Toggle(id, false) => ("close", id, total),
                    Notice::Filter(shown) => ("filter", String::new(), shown),
                };
                let (name, id) = (JsValue::from(name), JsValue::from(id));
                let _ = tell.apply(&host, &js_sys::Array::of4(&name, &id, &shown.into(), &total.into()));
            }
        });
        self.frame.update(FrameProps { scene: Some(Rc::new(Scene::new(host, timeline, notify))) });
    }
}

fn to_js(error: NotADocument) -> JsValue {
    JsValue::from_str(error.as_str())
}
