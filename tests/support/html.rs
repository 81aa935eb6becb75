//! Printed HTML, read by an HTML parser of others.
#![allow(dead_code, reason = "each test takes what it needs")]

use scraper::{ElementRef, Html, Selector};

/// What a selector of a test finds.
#[track_caller]
fn selector(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}

/// A page or a part of one.
pub struct Page(Html);

impl Page {
    /// Parses a part of a page.
    pub fn of_part(html: &str) -> Page {
        Page(Html::parse_fragment(html))
    }

    /// Parses a whole page.
    pub fn new(html: &str) -> Page {
        Page(Html::parse_document(html))
    }

    /// What a selector finds.
    pub fn all(&self, wanted: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&selector(wanted)).collect()
    }

    /// The one element that a selector finds.
    #[track_caller]
    pub fn one(&self, wanted: &str) -> ElementRef<'_> {
        let found = self.all(wanted);
        assert_eq!(found.len(), 1, "{wanted}");
        found[0]
    }

    /// How many elements a selector finds.
    pub fn count(&self, wanted: &str) -> usize {
        self.all(wanted).len()
    }

    /// The values of an attribute, everywhere.
    pub fn values(&self, attribute: &str) -> Vec<&str> {
        let found = self.all(&format!("[{attribute}]"));
        found.into_iter().filter_map(|element| element.attr(attribute)).collect()
    }

    /// Every link within the page leads to something on it, and no id stands twice.
    #[track_caller]
    pub fn check_links(&self, name: &str) {
        let mut ids = self.values("id");
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: an id stands twice");
        for id in self.values("href").into_iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(ids.binary_search(&id).is_ok(), "{name}: nothing is at #{id}");
        }
    }

    /// No attribute is a style or a script.
    #[track_caller]
    pub fn check_inert(&self, name: &str) {
        for element in self.all("*") {
            for (attribute, value) in element.value().attrs() {
                let is_inert = !attribute.starts_with("on") && attribute != "style" && attribute != "srcdoc";
                assert!(is_inert, "{name}: <{} {attribute}={value:?}>", element.value().name());
            }
        }
    }
}

/// The words in an element.
pub fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}
