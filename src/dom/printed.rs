//! The printed page under the element: found once, and changed in attributes only.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlDetailsElement, HtmlElement, MouseEvent, Node, NodeList};

use super::has_broken;

/// The class of each printed part, and the slot of the frame it goes to. What is not named stays in the default slot,
/// in print order, at the end.
const PARTS: [(&str, &str); 10] = [
    ("explainer-edition", "edition"),
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
pub struct Printed {
    host: HtmlElement,
    prefix: String,
    /// The list items of the events, in time order, as far as they were found.
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
                let element = query(host, &[".explainer-event[data-id=\"", id, "\"]"].concat());
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

    /// What every printed id begins with.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether a part is there.
    pub fn has(&self, class: &str) -> bool {
        child(&self.host, class).is_some()
    }

    /// Sends the parts to their slots, until the answer is dropped.
    pub fn take_places(&self) -> Places {
        let parts = PARTS.iter().filter_map(|&(class, slot)| {
            let part = child(&self.host, class)?;
            part.set_attribute("slot", slot).ok()?;
            Some(part)
        });
        Places { parts: parts.collect() }
    }

    /// The level of the headline's heading, 1 to 6.
    pub fn heading_level(&self) -> u8 {
        let title = query(&self.host, ".explainer-title");
        let level = title.map(|title| title.get_attribute("aria-level").unwrap_or_else(|| title.tag_name()));
        level.and_then(|level| level.bytes().last()).map_or(2, |digit| digit.wrapping_sub(b'0'))
    }

    /// The printed list item of an event.
    pub fn event(&self, number: u32) -> Option<Element> {
        self.events.get(number as usize)?.clone()
    }

    /// The list item of the event with an author's id, in the list that stands beside the printed one.
    pub fn listed_event(&self, id: &str) -> Option<Element> {
        query(&self.host, &[":scope > [slot=excerpt] .explainer-event[data-id=\"", id, "\"]"].concat())
    }

    /// The printed list of events.
    pub fn list(&self) -> Option<Element> {
        child(&self.host, "explainer-events")
    }

    /// Marks one event as the current one, and every link to its fragment; or none.
    pub fn mark_current(&self, event: Option<(Option<Element>, &str)>) {
        let marked = self.all("[aria-current]:is(.explainer-event, a[href^=\"#\"])");
        let Some((event, fragment)) = event else {
            for element in marked {
                let _ = element.remove_attribute("aria-current");
            }
            // What had the focus by its address is as it was printed.
            for element in self.all(".explainer-event[tabindex]") {
                let _ = element.remove_attribute("tabindex");
            }
            return;
        };
        let links = self.all(&["a[href=\"", fragment, "\"]"].concat());
        let links = links.filter(|link| link.closest(".explainer-picture").ok().flatten().is_none());
        let wanted: Vec<Element> = links.chain(event).collect();
        for element in marked.filter(|element| !wanted.contains(element)) {
            let _ = element.remove_attribute("aria-current");
        }
        // What is as it should be is let be: whoever watches the page hears of every attribute that is set.
        for element in wanted.iter().filter(|element| !element.has_attribute("aria-current")) {
            let _ = element.set_attribute("aria-current", "true");
        }
    }

    /// Opens and scrolls to what a fragment leads to, where the browser could not: the words came after the page.
    pub fn show_target(&self, fragment: &str) {
        let is_found = self.host.query_selector(":target").is_ok_and(|target| target.is_some());
        let target = fragment.strip_prefix('#').filter(|id| !is_found && id.starts_with(&self.prefix));
        // By its attribute: in somebody's shadow root the page knows no id of ours.
        let has_id = |element: &Element| Some(&*element.id()) == target;
        if let Some(target) = target.and_then(|_| self.all("[id]").find(has_id)) {
            if let Some(answer) = target.closest("details").ok().flatten() {
                answer.unchecked_ref::<HtmlDetailsElement>().set_open(true);
            }
            target.scroll_into_view_with_bool(true);
        }
    }

    /// Hides the events for which `admitted` says no, and the eras that are left without any; all of them show again
    /// without it.
    pub fn show_only(&self, admitted: Option<&[bool]>) {
        let hide = |element: &Element, hidden: bool| {
            let _ = element.toggle_attribute_with_force("hidden", hidden);
        };
        for (number, event) in self.events.iter().enumerate() {
            if let Some(event) = event {
                hide(event, admitted.is_some_and(|admitted| !admitted[number]));
            }
        }
        for era in self.all(".explainer-era") {
            hide(&era, query(&era, ".explainer-event:not([hidden])").is_none());
        }
    }

    /// Whether the list stands open.
    pub fn shows_list(&self) -> bool {
        child(&self.host, "explainer-opener").is_none_or(|opener| opener.has_attribute("open"))
    }

    /// Opens the list, or closes it, where it can be closed.
    pub fn open_list(&self, open: bool) {
        if let Some(opener) = child(&self.host, "explainer-opener") {
            opener.unchecked_ref::<HtmlDetailsElement>().set_open(open);
        }
    }

    /// Calls back with whether the list shows all events, and not one as a card: now if it does, and at each change.
    pub fn on_list(&self, callback: impl Fn(bool) + 'static) -> Option<EventListener> {
        let opener: HtmlDetailsElement = child(&self.host, "explainer-opener")?.unchecked_into();
        if opener.open() {
            callback(true);
        }
        let watched = opener.clone();
        let toggled = move |_: &_| {
            if !has_broken() {
                callback(watched.open());
            }
        };
        Some(EventListener::new(&opener, "toggle", toggled))
    }

    /// The entries of the legend: the word of the filter that each stands for, if any, and a copy of what is printed in
    /// it.
    pub fn legend(&self) -> Vec<(Option<String>, Vec<Node>)> {
        let entries = self.all(":scope > .explainer-legend > li");
        entries
            .map(|entry| {
                let nodes = entry.child_nodes();
                let copies = (0..nodes.length()).filter_map(|index| nodes.item(index)?.clone_node_with_deep(true).ok());
                (entry.get_attribute("data-filter"), copies.collect())
            })
            .collect()
    }

    /// Calls back with a printed link to a place in this document and its fragment, before the browser follows it.
    pub fn on_link(&self, callback: impl Fn(&Element, String) + 'static) -> EventListener {
        // Before the element's class, which follows where the browser cannot.
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&self.host, "click", options, move |event| {
            // Into another tab, or dealt with by the page: nothing is followed here.
            let elsewhere =
                |click: &MouseEvent| click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
            if has_broken() || event.default_prevented() || event.dyn_ref::<MouseEvent>().is_some_and(elsewhere) {
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a[href^=\"#\"]").ok().flatten());
            if let Some(link) = link
                && let Some(href) = link.get_attribute("href")
            {
                callback(&link, href);
            }
        })
    }

    fn all(&self, selector: &str) -> impl Iterator<Item = Element> + use<> {
        elements(self.host.query_selector_all(selector).ok())
    }
}

/// Whether an element is at most half as high as the window, so that something else is seen below it.
pub fn is_low(element: &Element) -> bool {
    let window = gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64());
    window.is_some_and(|height| element.get_bounding_client_rect().height() <= height / 2.0)
}

/// Scrolls the page so that an element is seen, at once.
pub fn scroll_to(element: &Element) {
    element.scroll_into_view_with_bool(true);
}

/// Gives an element the focus.
pub fn focus(element: &Element) {
    // An SVG element has `focus` as an HTML element does, and web-sys files it under the latter.
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Gives an element the focus where the page has been scrolled already.
pub fn focus_in_place(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// The words of what a selector finds in an element, as they read now, perhaps translated.
pub fn text_of(element: &Element, selector: &str) -> String {
    query(element, selector).and_then(|part| part.text_content()).unwrap_or_default()
}

/// The first element that a selector finds.
pub fn query(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
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
    query(host, &[":scope > .", class].concat())
}

pub(super) fn elements(list: Option<NodeList>) -> impl Iterator<Item = Element> {
    let nodes = list.into_iter().flat_map(|list| (0..list.length()).map(move |index| list.item(index)));
    nodes.flatten().filter_map(|node| node.dyn_into().ok())
}
