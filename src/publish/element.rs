//! The finished HTML of `<news-explainer>`.

use std::rc::Rc;

use futures::executor::block_on;
use yew::LocalServerRenderer;

use super::island;
use crate::document::Document;
use crate::view::{Words, WordsProps};

/// How an element is to be printed.
#[derive(Clone, Debug)]
pub struct Options {
    /// The level of the headline's heading, 1 to 6.
    pub level: u8,
    /// Which print of this document on its page it is, from 1. Ids of a second print begin with `DOCUMENT-2`.
    pub instance: u32,
}

impl Default for Options {
    fn default() -> Options {
        Options { level: 2, instance: 1 }
    }
}

/// Prints a document: its words, and the data that brings them to life.
pub fn element(document: &Document, options: &Options) -> String {
    let timeline = &document.timeline;
    let prefix =
        if options.instance > 1 { format!("{}-{}", timeline.id, options.instance) } else { timeline.id.clone() };
    let data = serde_json::to_string(timeline).expect("a timeline is plain data");
    format!(
        "<news-explainer heading-level=\"{level}\">{words}<script type=\"application/json\">{data}</script></news-explainer>",
        level = options.level,
        words = words(document, &prefix, options.level),
        data = island(&data),
    )
}

/// The printed words alone: the element's children.
fn words(document: &Document, prefix: &str, level: u8) -> String {
    let props = WordsProps { document: Rc::new(document.clone()), prefix: prefix.to_owned().into(), level };
    block_on(LocalServerRenderer::<Words>::with_props(props).hydratable(false).render())
}
