//! Elements on the test page, and turns of the browser.

use news_explainer::embed::Mount;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, HtmlElement, KeyboardEvent, KeyboardEventInit, MouseEvent, MouseEventInit, ShadowRootInit, ShadowRootMode,
};

/// Parses a printed element, as the page's own parser would, and puts it on the page.
#[expect(clippy::disallowed_methods, reason = "a test reads printed HTML as a page does")]
pub fn printed(html: &str) -> HtmlElement {
    let page = gloo::utils::document();
    let template: web_sys::HtmlTemplateElement = page.create_element("template").unwrap().unchecked_into();
    template.set_inner_html(html);
    let element = template.content().first_element_child().expect("a printed element");
    page.body().unwrap().append_child(&element).unwrap();
    // Without the page's stylesheet the element would be inline and have no width.
    element.set_attribute("style", "display: block; width: 900px").unwrap();
    // An address that an earlier test has left leads nowhere here.
    set_fragment("");
    element.unchecked_into()
}

/// Gives the page's address another fragment, as the frame does.
pub fn set_fragment(fragment: &str) {
    let history = gloo::utils::window().history().unwrap();
    history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}"))).unwrap();
}

/// An empty element on the page.
pub fn empty() -> HtmlElement {
    let page = gloo::utils::document();
    let element = page.create_element("news-explainer").unwrap();
    page.body().unwrap().append_child(&element).unwrap();
    element.unchecked_into()
}

/// The data block of a printed element.
pub fn data(host: &Element) -> String {
    host.query_selector(":scope > script[type=\"application/json\"]").unwrap().unwrap().text_content().unwrap()
}

/// A mount in the shadow root of an element, as the element's class makes one.
pub fn mount(host: &Element) -> Mount {
    let root = match host.shadow_root() {
        Some(root) => root,
        None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap(),
    };
    let room = gloo::utils::document().create_element("div").unwrap();
    root.append_child(&room).unwrap();
    Mount::new(room, tell())
}

/// Tells the page as the element's class does.
// The code is the test's own; what readers get makes none from strings.
#[allow(clippy::disallowed_methods)]
fn tell() -> js_sys::Function {
    js_sys::Function::new_with_args(
        "name, id",
        "if (name === 'ready') this.dataset.state = 'interactive'; this.dispatchEvent(new CustomEvent(`news-explainer:${name}`));",
    )
}

/// A printed element with a frame that is up.
pub async fn alive(html: &str) -> (HtmlElement, Mount) {
    let host = printed(html);
    let mount = alive_with(&host, &data(&host)).await;
    (host, mount)
}

/// A frame that is up over a printed element, with data of the test's own.
pub async fn alive_with(host: &HtmlElement, data: &str) -> Mount {
    let mut mount = mount(host);
    mount.fill(host.clone(), data).unwrap();
    turn().await;
    mount
}

/// Something in the shadow root.
pub fn inside(host: &Element, selector: &str) -> Option<Element> {
    host.shadow_root().unwrap().query_selector(selector).unwrap()
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

/// Listens to one kind of event of an element, and counts.
pub fn counter(host: &Element, name: &str) -> std::rc::Rc<std::cell::Cell<u32>> {
    let count = std::rc::Rc::new(std::cell::Cell::new(0));
    let counted = count.clone();
    let closure = Closure::<dyn FnMut()>::new(move || counted.set(counted.get() + 1));
    host.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).unwrap();
    closure.forget();
    count
}
