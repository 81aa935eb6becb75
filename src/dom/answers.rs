//! The printed questions, whose answers the browser opens and closes by itself.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};

use super::has_broken;
use super::printed::elements;

/// The questions of an element.
#[derive(Clone)]
pub struct Answers {
    host: HtmlElement,
}

impl Answers {
    /// Those of an element.
    pub fn of(host: &HtmlElement) -> Answers {
        Answers { host: host.clone() }
    }

    fn questions(&self) -> impl Iterator<Item = HtmlDetailsElement> {
        elements(self.host.query_selector_all(".explainer-question").ok()).filter_map(|element| element.dyn_into().ok())
    }

    /// How many answers stand open, and how many there are.
    pub fn count(&self) -> (usize, usize) {
        self.questions().fold((0, 0), |(open, all), question| (open + usize::from(question.open()), all + 1))
    }

    /// Opens or closes every answer.
    pub fn open_all(&self, open: bool) {
        self.questions().for_each(|question| question.set_open(open));
    }

    /// Calls back when a question was opened or closed, with its id and whether it is open.
    pub fn on_toggle(&self, callback: impl Fn(String, bool) + 'static) -> EventListener {
        // The event does not bubble: it is heard on its way down.
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&self.host, "toggle", options, move |event| {
            if has_broken() {
                return;
            }
            let question = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
            if let Some(question) = question
                && let Some(id) = question.get_attribute("data-id")
            {
                callback(id, question.open());
            }
        })
    }
}
