//! The printed page under the element: found once, and changed in attributes only.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, MouseEvent, Node, NodeList};

use super::{Writing, find, has_broken};
use crate::document::{EventId, Json, Rows, printed_id};

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
    events: Vec<Option<Element>>,
    /// In long documents: the part of the list that is shown, and the list items in it.
    excerpt: RefCell<Option<Excerpt>>,
}

/// A part of a long list, written beside the printed one.
struct Excerpt {
    section: Element,
    items: Vec<(EventId, Element)>,
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
        Printed { host: host.clone(), prefix, events, excerpt: RefCell::new(None) }
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

    /// Marks one event, given with its author's id, as the current one, and every link to it; or none.
    pub fn set_current(&self, chosen: Option<(EventId, &str)>) {
        let current = "[aria-current]:is(.explainer-event, a[href^=\"#\"])";
        for element in elements(self.host.query_selector_all(current).ok()) {
            let _ = element.remove_attribute("aria-current");
        }
        let Some((id, author_id)) = chosen else {
            // What had the focus by its address is as it was printed.
            for element in elements(self.host.query_selector_all(".explainer-event[tabindex]").ok()) {
                let _ = element.remove_attribute("tabindex");
            }
            return;
        };
        let links = ["a[href=\"", &self.fragment(author_id), "\"]"].concat();
        let links = elements(self.host.query_selector_all(&links).ok());
        for element in
            links.filter(|link| link.closest(".explainer-picture").ok().flatten().is_none()).chain(self.event(id))
        {
            let _ = element.set_attribute("aria-current", "true");
        }
    }

    /// Whether an event is marked as the current one.
    pub fn is_current(&self, id: EventId) -> bool {
        self.event(id).is_some_and(|event| event.has_attribute("aria-current"))
    }

    /// Scrolls the page so that an event is seen, at once, and gives it the focus if wanted.
    pub fn scroll_to(&self, id: EventId, with_focus: bool) {
        if let Some(element) = self.event(id) {
            element.scroll_into_view_with_bool(true);
            if with_focus {
                let _ = element.set_attribute("tabindex", "-1");
                // The page has been scrolled already.
                let _ = element.unchecked_ref::<HtmlElement>().focus();
            }
        }
    }

    /// Opens and scrolls to what a fragment leads to, where the browser could not: the words came after the page.
    pub fn show_target(&self, fragment: &str) {
        let is_found = self.host.query_selector(":target").is_ok_and(|target| target.is_some());
        let target = fragment.strip_prefix('#').filter(|_| !is_found && self.within(fragment).is_some());
        let page = self.host.owner_document();
        if let Some(target) =
            target.and_then(|id| page?.get_element_by_id(id)).filter(|it| self.host.contains(Some(it)))
        {
            if let Some(answer) = target.closest("details").ok().flatten() {
                answer.unchecked_ref::<HtmlDetailsElement>().set_open(true);
            }
            target.scroll_into_view_with_bool(true);
        }
    }

    /// Hides the events for which `shown` says so, and the eras that are left without any; all of them show again
    /// without it.
    pub fn show_only(&self, shown: Option<&[bool]>) {
        let hide = |element: &Element, hidden: bool| {
            let _ = element.toggle_attribute_with_force("hidden", hidden);
        };
        for (index, event) in self.events.iter().enumerate() {
            if let Some(event) = event {
                hide(event, shown.is_some_and(|shown| !shown[index]));
            }
        }
        for era in elements(self.host.query_selector_all(".explainer-era").ok()) {
            hide(&era, era.query_selector(".explainer-event:not([hidden])").ok().flatten().is_none());
        }
    }

    /// Opens the list, or closes it, where it can be closed.
    pub fn open_list(&self, open: bool) {
        if let Some(opener) = child(&self.host, "explainer-opener") {
            opener.unchecked_ref::<HtmlDetailsElement>().set_open(open);
        }
    }

    /// In long documents: writes these events as the list, in the place of those that were written before. The rows were
    /// published under the document's id.
    pub fn write_excerpt(&self, document: &str, rows: &Rows, ids: &[u32]) -> Option<()> {
        let page = self.host.owner_document()?;
        let printed = child(&self.host, "explainer-events")?;
        // The list keeps its language, its direction and its class, by which it gets its styles.
        let section: Element = printed.clone_node_with_deep(false).ok()?.unchecked_into();
        section.set_attribute("slot", "excerpt").ok()?;
        let era = page.create_element("section").ok()?;
        era.set_attribute("class", "explainer-era").ok()?;
        let list = page.create_element("ol").ok()?;
        let title = self.host.query_selector(".explainer-title").ok().flatten();
        let level = title.map(|title| title.get_attribute("aria-level").unwrap_or_else(|| title.tag_name()));
        let level = level.and_then(|level| level.bytes().last()).map_or(2, |digit| digit - b'0');
        let mut items = Vec::new();
        for &id in ids {
            let item = rows.items.get(id);
            // The headings of eras are not here, so what would stand under one moves up.
            let is_below_era = find(&item, "[\"h5\"").is_some();
            let level = level - u8::from(is_below_era);
            let writing = Writing { from: document, prefix: &self.prefix, level };
            let json = Json::parse(&item).ok()?;
            let item = writing.item(&page, &json)?;
            // What is printed has this id already.
            if self.events.get(id as usize).is_some_and(Option::is_some) {
                item.remove_attribute("id").ok()?;
            }
            list.append_child(&item).ok()?;
            items.push((EventId(id), item));
        }
        era.append_child(&list).ok()?;
        section.append_child(&era).ok()?;
        self.clear_excerpt();
        self.host.append_child(&section).ok()?;
        *self.excerpt.borrow_mut() = Some(Excerpt { section, items });
        Some(())
    }

    /// Takes the excerpt away.
    pub fn clear_excerpt(&self) {
        if let Some(excerpt) = self.excerpt.take() {
            excerpt.section.remove();
        }
    }

    /// The entries of the legend: which filter each stands for, if any, and a copy of what is printed in it.
    pub fn legend(&self) -> Vec<(Option<String>, Vec<Node>)> {
        let entries = elements(self.host.query_selector_all(":scope > .explainer-legend > li").ok());
        entries
            .map(|entry| {
                let nodes = entry.child_nodes();
                let copies = (0..nodes.length()).filter_map(|index| nodes.item(index)?.clone_node_with_deep(true).ok());
                (entry.get_attribute("data-filter"), copies.collect())
            })
            .collect()
    }

    /// All words of an event.
    pub fn words(&self, id: EventId) -> String {
        self.event(id).and_then(|event| event.text_content()).unwrap_or_default()
    }

    /// The list item of an event, where it is on the page.
    pub fn element(&self, id: EventId) -> Option<Element> {
        self.event(id)
    }

    /// The title of an event as it reads now, perhaps translated.
    pub fn title(&self, id: EventId) -> String {
        self.text(id, ".explainer-event-title")
    }

    /// The date of an event as it reads now.
    pub fn date(&self, id: EventId) -> String {
        self.text(id, ".explainer-date")
    }

    /// The fragment (with its `#`) that leads to something in this document.
    pub fn fragment(&self, author_id: &str) -> String {
        ["#", &printed_id(&self.prefix, author_id)].concat()
    }

    /// What an address's fragment says after the document's prefix, if it begins with it.
    pub fn within<'a>(&self, fragment: &'a str) -> Option<&'a str> {
        fragment.strip_prefix('#')?.strip_prefix(self.prefix.as_str())
    }

    /// The fragment of the document itself.
    pub fn own_fragment(&self) -> String {
        ["#", &self.prefix].concat()
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
                if has_broken() {
                    return;
                }
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
            // Into another tab, or dealt with by the page: nothing is followed here.
            let elsewhere =
                |click: &MouseEvent| click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
            if has_broken() || event.default_prevented() || event.dyn_ref::<MouseEvent>().is_some_and(elsewhere) {
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a[href^=\"#\"]").ok().flatten());
            if let Some(href) = link.and_then(|link| link.get_attribute("href")) {
                callback(href);
            }
        })
    }

    fn event(&self, id: EventId) -> Option<Element> {
        let excerpt = self.excerpt.borrow();
        match &*excerpt {
            Some(excerpt) => excerpt.items.iter().find(|(known, _)| *known == id).map(|(_, element)| element.clone()),
            None => self.events.get(id.0 as usize)?.clone(),
        }
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
