//! Elements on the test page, and turns of the browser.

use std::ops::Deref;

use js_sys::{Function, Promise};
use news_explainer::document::Published;
use news_explainer::embed::{Mount, Reading, long_list, print, read};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DocumentFragment, Element, HtmlElement, KeyboardEvent, KeyboardEventInit, MouseEvent, MouseEventInit,
    ShadowRootInit, ShadowRootMode,
};

/// An element on the page, until it is dropped.
pub struct Placed(HtmlElement);

impl Placed {
    fn new(element: Element) -> Placed {
        // Without the page's stylesheet the element would be inline and have no width.
        element.set_attribute("style", "display: block; width: 900px").unwrap();
        gloo::utils::document().body().unwrap().append_child(&element).unwrap();
        Placed(element.unchecked_into())
    }

    /// A printed element, parsed as the page's own parser would.
    #[expect(clippy::disallowed_methods, reason = "a test reads printed HTML as a page does")]
    pub fn printed(html: &str) -> Placed {
        let page = gloo::utils::document();
        let template: web_sys::HtmlTemplateElement = page.create_element("template").unwrap().unchecked_into();
        template.set_inner_html(html);
        let element = template.content().first_element_child().expect("a printed element");
        // An address that an earlier test has left leads nowhere here.
        set_fragment("");
        Placed::new(element)
    }

    /// An empty element.
    pub fn empty() -> Placed {
        Placed::new(gloo::utils::document().create_element("news-explainer").unwrap())
    }

    /// An empty element into which a document is printed here.
    pub async fn rendered(published: &Published, level: u8) -> Placed {
        let host = Placed::empty();
        let printed = Promise::new(&mut |resolve: Function, _| {
            print(&host, published, level, move |words| drop(resolve.call1(&JsValue::NULL, &words)));
        });
        let words: DocumentFragment = JsFuture::from(printed).await.expect("words").unchecked_into();
        host.append_child(&words).unwrap();
        host
    }

    /// How many elements a selector finds.
    pub fn count(&self, selector: &str) -> u32 {
        self.query_selector_all(selector).unwrap().length()
    }

    /// The first element that a selector finds.
    #[track_caller]
    pub fn first(&self, selector: &str) -> Element {
        self.query_selector(selector).unwrap().unwrap_or_else(|| panic!("nothing is {selector}"))
    }

    /// All elements that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
    }

    /// What its data block says.
    #[track_caller]
    pub fn reading(&self) -> Reading {
        read(&self.first(":scope > script[type=\"application/json\"]").text_content().unwrap()).expect("a data block")
    }
}

impl Deref for Placed {
    type Target = HtmlElement;

    fn deref(&self) -> &HtmlElement {
        &self.0
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// What a frame around a whole document needs.
pub fn whole(published: &Published) -> Reading {
    let document = &published.document;
    Reading::new(document.timeline.clone(), long_list(document))
}

/// An element with a frame that is up. Both go when it is dropped.
pub struct Framed {
    host: Placed,
    mount: Mount,
}

impl Framed {
    /// A printed element that comes to life.
    pub async fn new(html: &str) -> Framed {
        let host = Placed::printed(html);
        let reading = host.reading();
        Framed::with(host, &reading).await
    }

    /// A frame over an element, as the element's class makes one.
    pub async fn with(host: Placed, reading: &Reading) -> Framed {
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let room = gloo::utils::document().create_element("div").unwrap();
        root.append_child(&room).unwrap();
        let mut framed = Framed { host, mount: Mount::new(room, tell()) };
        framed.fill(reading).await;
        framed
    }

    async fn fill(&mut self, reading: &Reading) {
        let width = f64::from(self.host.client_width());
        self.mount.fill(self.host.0.clone(), reading, width);
        self.mount.draw();
        turn().await;
        assert_eq!(self.dataset().get("state").as_deref(), Some("interactive"));
    }

    /// Takes the frame away, as the element's class does.
    pub async fn clear(&mut self) {
        self.mount.clear();
        turn().await;
    }

    /// Takes the frame away and gives it to another element.
    pub async fn move_to(mut self, host: Placed) -> Framed {
        self.clear().await;
        let room = self.inside("div");
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        root.append_child(&room).unwrap();
        let reading = host.reading();
        self.host = host;
        self.fill(&reading).await;
        self
    }

    /// Everything in the shadow root that a selector finds.
    pub fn count_inside(&self, selector: &str) -> u32 {
        self.shadow_root().unwrap().query_selector_all(selector).unwrap().length()
    }

    /// The first thing in the shadow root that a selector finds.
    #[track_caller]
    pub fn inside(&self, selector: &str) -> Element {
        let found = self.shadow_root().unwrap().query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("nothing in the frame is {selector}"))
    }
}

impl Deref for Framed {
    type Target = Placed;

    fn deref(&self) -> &Placed {
        &self.host
    }
}

impl Drop for Framed {
    fn drop(&mut self) {
        self.mount.clear();
    }
}

/// Gives the page's address another fragment, as the frame does.
pub fn set_fragment(fragment: &str) {
    let history = gloo::utils::window().history().unwrap();
    history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}"))).unwrap();
}

/// Tells the page as the element's class does.
// The code is the test's own; what readers get makes none from strings.
#[allow(clippy::disallowed_methods)]
fn tell() -> Function {
    Function::new_with_args(
        "name, detail",
        "if (name === 'ready') this.dataset.state = 'interactive';
        this.dispatchEvent(new CustomEvent(`news-explainer:${name}`, { detail }));",
    )
}

/// Lets the renderer and the browser's own tasks come to rest: two turns of the browser's timer queue.
pub async fn turn() {
    for _ in 0..2 {
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            gloo::utils::window().set_timeout_with_callback(&resolve).unwrap();
        });
        JsFuture::from(promise).await.unwrap();
    }
}

/// A real click.
pub fn click(element: &Element) {
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(true);
    element.dispatch_event(&MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap()).unwrap();
}

/// A real key. Answers whether the page may go on with it.
pub fn press(element: &Element, key: &str, ctrl: bool) -> bool {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_ctrl_key(ctrl);
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(true);
    element.dispatch_event(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap()).unwrap()
}

/// What an element holds, as text that two equal trees share.
pub fn markup(element: &Element) -> String {
    element.normalize();
    element.inner_html()
}

/// Listens to one kind of event of an element; the details that it came with, as JSON.
pub fn heard(host: &Element, name: &str) -> std::rc::Rc<std::cell::RefCell<Vec<String>>> {
    let details = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let heard = details.clone();
    let closure = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
        let detail = js_sys::Reflect::get(&event, &"detail".into()).unwrap();
        heard.borrow_mut().push(String::from(js_sys::JSON::stringify(&detail).unwrap()));
    });
    host.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).unwrap();
    closure.forget();
    details
}
