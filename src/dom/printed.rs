//! The printed page under the element: found once, and changed in attributes only.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, NodeList};

use crate::document::EventId;

/// The class of each printed part, and the slot of the frame it goes to. What is not named stays in the default slot,
/// in print order, at the end.
const PARTS: [(&str, &str); 9] = [
    ("explainer-head", "head"),
    ("explainer-article", "article"),
    ("explainer-timeline-head", "timeline-head"),
    ("explainer-legend", "legend"),
    ("explainer-picture", "picture"),
    ("explainer-opener", "opener"),
    ("explainer-events", "events"),
    ("explainer-faq-head", "faq-head"),
    ("explainer-faq", "faq"),
];

/// The printed parts of one element.
#[derive(Clone)]
pub struct Printed {
    host: HtmlElement,
    prefix: String,
    events: Vec<Option<Element>>,
}

impl Printed {
    /// Finds the printed parts of `host`, whose events have these ids, in time order. A part that is missing, or was
    /// wrapped by somebody, is simply not found.
    pub fn find<'a>(host: &HtmlElement, ids: impl Iterator<Item = &'a str>) -> Printed {
        // The whole list at once, in order: it nearly always is just as it was printed.
        let mut found = elements(host.query_selector_all(".explainer-event").ok()).peekable();
        let events = ids
            .map(|id| {
                if found.peek().is_some_and(|element| is_of(element, id)) {
                    return found.next();
                }
                let selector = [".explainer-event[data-id=\"", id, "\"]"].concat();
                let element = host.query_selector(&selector).ok().flatten();
                if element.is_some() {
                    found.next();
                }
                element
            })
            .collect();
        let prefix = child(host, "explainer-head").map(|head| head.id()).unwrap_or_default();
        Printed { host: host.clone(), prefix, events }
    }

    /// The element.
    pub fn host(&self) -> &HtmlElement {
        &self.host
    }

    /// Whether a part is there.
    pub fn has(&self, class: &str) -> bool {
        child(&self.host, class).is_some()
    }

    /// Sends the parts to their slots, until the answer is dropped.
    pub fn take_places(&self) -> Places {
        let parts: Vec<Element> = PARTS
            .iter()
            .filter_map(|&(class, slot)| {
                let part = child(&self.host, class)?;
                part.set_attribute("slot", slot).ok()?;
                Some(part)
            })
            .collect();
        Places { parts }
    }

    /// Marks one event as the current one, or none.
    pub fn set_current(&self, chosen: Option<EventId>) {
        let chosen = chosen.and_then(|id| self.event(id));
        for element in elements(self.host.query_selector_all(".explainer-event[aria-current]").ok()) {
            if chosen != Some(&element) {
                let _ = element.remove_attribute("aria-current");
            }
        }
        if let Some(element) = chosen {
            let _ = element.set_attribute("aria-current", "true");
        }
    }

    /// Whether an event is marked as the current one.
    pub fn is_current(&self, id: EventId) -> bool {
        self.event(id).is_some_and(|event| event.has_attribute("aria-current"))
    }

    /// Scrolls the page so that an event is seen, at once.
    pub fn scroll_to(&self, id: EventId) {
        if let Some(element) = self.event(id) {
            element.scroll_into_view_with_bool(true);
        }
    }

    /// The title of an event as it reads now, perhaps translated.
    pub fn title(&self, id: EventId) -> String {
        self.text(id, ".explainer-event-title")
    }

    /// The date of an event as it reads now.
    pub fn date(&self, id: EventId) -> String {
        self.text(id, ".explainer-date")
    }

    /// The event that an address's fragment (with its `#`) leads to, if it leads to one of these.
    pub fn event_of_fragment(&self, fragment: &str) -> Option<EventId> {
        let printed = fragment.strip_prefix('#')?;
        printed.strip_prefix(self.prefix.as_str())?.strip_prefix("--")?;
        let found = |element: &Option<Element>| element.as_ref().is_some_and(|element| element.id() == printed);
        self.events.iter().position(found).map(|index| EventId(index as u32))
    }

    /// The questions.
    pub fn questions(&self) -> Vec<HtmlDetailsElement> {
        elements(self.host.query_selector_all(".explainer-question").ok())
            .filter_map(|element| element.dyn_into().ok())
            .collect()
    }

    /// How many answers stand open, and how many there are.
    pub fn answers(&self) -> (u32, u32) {
        let questions = self.questions();
        (questions.iter().filter(|question| question.open()).count() as u32, questions.len() as u32)
    }

    /// Opens or closes every answer.
    pub fn open_all(&self, open: bool) {
        for question in self.questions() {
            question.set_open(open);
        }
    }

    /// Calls back when a question was opened or closed, with its id and whether it is open.
    pub fn on_toggle(&self, callback: impl Fn(String, bool) + 'static) -> EventListener {
        // The event does not bubble: it is heard on its way down.
        EventListener::new_with_options(
            &self.host,
            "toggle",
            EventListenerOptions::run_in_capture_phase(),
            move |event| {
                let question = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
                if let Some(question) = question
                    && let Some(id) = question.get_attribute("data-id")
                {
                    callback(id, question.open());
                }
            },
        )
    }

    /// Calls back with the fragment of a printed link to a place in this document, before the browser follows it.
    pub fn on_link(&self, callback: impl Fn(String) + 'static) -> EventListener {
        EventListener::new(&self.host, "click", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a[href^=\"#\"]").ok().flatten());
            if let Some(href) = link.and_then(|link| link.get_attribute("href")) {
                callback(href);
            }
        })
    }

    fn event(&self, EventId(index): EventId) -> Option<&Element> {
        self.events.get(index as usize)?.as_ref()
    }

    fn text(&self, id: EventId, selector: &str) -> String {
        let part = self.event(id).and_then(|event| event.query_selector(selector).ok().flatten());
        part.and_then(|part| part.text_content()).unwrap_or_default()
    }
}

/// The slots that printed parts have been sent to. Dropped, it sends them back.
#[must_use = "the parts go back to where they were when this is dropped"]
pub struct Places {
    parts: Vec<Element>,
}

impl Drop for Places {
    fn drop(&mut self) {
        for part in &self.parts {
            let _ = part.remove_attribute("slot");
        }
    }
}

fn is_of(element: &Element, id: &str) -> bool {
    element.get_attribute("data-id").as_deref() == Some(id)
}

/// The direct child with a class: only those can be sent to slots.
fn child(host: &HtmlElement, class: &str) -> Option<Element> {
    host.query_selector(&[":scope > .", class].concat()).ok().flatten()
}

fn elements(list: Option<NodeList>) -> impl Iterator<Item = Element> {
    let nodes = list.into_iter().flat_map(|list| (0..list.length()).map(move |index| list.item(index)));
    nodes.flatten().filter_map(|node| node.dyn_into().ok())
}
