//! The page's address.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};

use super::has_broken;

/// The address of the page, and which of its history entries have been seen.
#[derive(Default)]
pub struct PageAddress {
    seen: RefCell<Vec<String>>,
}

impl PageAddress {
    /// The fragment, with its `#`, without what it says to the browser alone (`:~:text=`).
    pub fn fragment() -> String {
        let hash = window().location().hash().unwrap_or_default();
        let own = hash.as_bytes().windows(3).position(|part| part == b":~:");
        own.and_then(|end| hash.get(..end)).unwrap_or(&hash).to_owned()
    }

    /// The whole address.
    pub fn whole() -> String {
        window().location().href().unwrap_or_default()
    }

    /// The address with another fragment.
    fn with_fragment(fragment: &str) -> String {
        with_fragment(PageAddress::whole(), fragment)
    }

    /// The address that readers hand on, with a fragment: the page's; in a frame the one that the page names as its own
    /// (`rel=canonical`), since the frame's leads to a story without the page around it.
    pub fn handed_on(fragment: &str) -> String {
        let page = window();
        let is_framed = page.parent().ok().flatten().is_some_and(|parent| !js_sys::Object::is(&parent, &page));
        let link = is_framed.then(|| document().query_selector("link[rel=canonical]").ok().flatten()).flatten();
        // As the browser understands it, be it relative or not.
        let named = link.and_then(|link| js_sys::Reflect::get(&link, &"href".into()).ok()?.as_string());
        let address = named.unwrap_or_else(PageAddress::whole);
        with_fragment(address, fragment)
    }

    /// Gives the present history entry another fragment; what the page keeps in it stays.
    pub fn replace(fragment: &str) {
        if let Ok(history) = window().history() {
            let state = history.state().unwrap_or(JsValue::NULL);
            // Whole, since the page may have another base. A frame without an origin of its own may not.
            let _ = history.replace_state_with_url(&state, "", Some(&PageAddress::with_fragment(fragment)));
        }
    }

    /// Puts a text where the reader can paste it from, and says whether that went well.
    pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
        let clipboard = window().navigator().clipboard();
        // Absent where the page did not come by a safe way.
        let promise = (!clipboard.is_undefined()).then(|| clipboard.write_text(text));
        yew::platform::spawn_local(async move {
            done(match promise {
                Some(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
                None => false,
            });
        });
    }

    /// Calls back when the fragment has changed, and says whether the reader has come back to an entry: then the
    /// browser has scrolled to where the reader was.
    pub fn on_change(self, callback: impl Fn(bool) + 'static) -> EventListener {
        self.is_back();
        EventListener::new(&window(), "hashchange", move |_| {
            if !has_broken() {
                callback(self.is_back());
            }
        })
    }

    /// Whether the present entry has been seen before. Without the Navigation API every entry is new.
    fn is_back(&self) -> bool {
        let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
        let key = get(window().unchecked_ref(), "navigation")
            .and_then(|navigation| get(&navigation, "currentEntry"))
            .and_then(|entry| get(&entry, "key"))
            .and_then(|key| key.as_string());
        let Some(key) = key else { return false };
        let mut seen = self.seen.borrow_mut();
        let is_back = seen.contains(&key);
        if !is_back {
            seen.push(key);
        }
        is_back
    }
}

fn with_fragment(address: String, fragment: &str) -> String {
    let page = address.split('#').next().unwrap_or_default();
    [page, fragment].concat()
}
