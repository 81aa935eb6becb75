//! The finished HTML of `<news-explainer>`.

use futures::executor::block_on;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::{Address, island, timeline};
use crate::document::Document;
use crate::view::{self, Print};

/// How an element is to be printed.
#[derive(Clone, Debug)]
pub struct Options {
    /// The level of the headline's heading, 1 to 6.
    pub level: u8,
    /// Which print of this document on its page it is, from 1. Ids of a second print begin with `DOCUMENT-2`.
    pub instance: u32,
    /// Where all events of a document are that is too long to print whole.
    pub all_events: Option<Address>,
    /// Where this document is published (see [`super::sheet`]): a copy that is pasted elsewhere asks there whether it is
    /// still the newest. Needs a document that says where its newest edition stands.
    pub src: Option<Address>,
}

impl Default for Options {
    fn default() -> Options {
        Options { level: 2, instance: 1, all_events: None, src: None }
    }
}

/// Prints a document: its words, and the data that brings them to life.
pub fn element(document: &Document, options: &Options) -> String {
    changed_element(document, options, |words| words)
}

/// Prints a document whose words have been changed on the way.
pub(super) fn changed_element(document: &Document, options: &Options, change: impl FnOnce(Html) -> Html) -> String {
    let timeline = &document.timeline;
    let prefix = match options.instance {
        0 | 1 => timeline.id.clone(),
        instance => format!("{}-{instance}", timeline.id),
    };
    let data = serde_json::to_string(&self::timeline(document)).expect("a timeline is plain data");
    let all_events = options.all_events.as_ref().map(Address::as_str);
    let print = Print { prefix: &prefix, level: options.level, all_events, is_copy: options.src.is_some() };
    let src = options.src.as_ref().map(|src| [" src=\"", &attribute(src.as_str()), "\""].concat());
    format!(
        "<news-explainer heading-level=\"{level}\"{src}>\n{words}\n<script type=\"application/json\">{data}</script>\n</news-explainer>",
        level = options.level,
        src = src.unwrap_or_default(),
        words = html_text(change(view::words(document, print))),
        data = island(&data),
    )
}

/// A text as it stands in an attribute in double quotes.
pub(super) fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// The properties of [`Words`].
#[derive(Properties, PartialEq)]
struct WordsProps {
    words: VNode,
}

/// Words, as Yew's renderer of HTML wants them.
#[component]
fn Words(WordsProps { words }: &WordsProps) -> Html {
    words.clone()
}

/// HTML nodes as text.
pub(super) fn html_text(words: Html) -> String {
    block_on(yew::LocalServerRenderer::<Words>::with_props(WordsProps { words }).hydratable(false).render())
}
