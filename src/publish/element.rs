//! The finished HTML of `<news-explainer>`.

use std::rc::Rc;

use yew::prelude::*;

use super::render::render;
use super::script_json;
use crate::document::{Address, Document, Published};
use crate::view::print::{Explainer, Print, PrintOptions};

/// When the program is fetched that brings an element to life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Loading {
    /// When the reader comes within two screens of the timeline.
    #[default]
    Visible,
    /// When the page rests.
    Idle,
    /// At once.
    Eager,
}

impl Loading {
    /// The value of the element's attribute `loading`, which is left out where it says what goes without saying.
    fn attribute(self) -> Option<&'static str> {
        match self {
            Loading::Visible => None,
            Loading::Idle => Some("idle"),
            Loading::Eager => Some("eager"),
        }
    }
}

/// How an element is to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The level of the headline's heading, 1 to 6.
    pub level: u8,
    /// Which print of this document on its page it is, from 1. Ids of a second print begin with `DOCUMENT-2`.
    pub instance: u32,
    /// Where all events of a document are that is too long to print whole.
    pub all_events: Option<Address>,
    /// Where this document is published (see [`super::document_json`]): a copy that is pasted elsewhere asks there whether
    /// it is still the newest. Needs a document that says where its newest edition stands.
    pub src: Option<Address>,
    /// Whether links to elsewhere open a window of their own.
    pub opens_windows: bool,
    /// When the program is fetched.
    pub loading: Loading,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            level: 2,
            instance: 1,
            all_events: None,
            src: None,
            opens_windows: false,
            loading: Loading::default(),
        }
    }
}

/// Prints a document: its words, and the data that brings them to life.
pub fn element(document: &Rc<Document>, options: &Options) -> String {
    render::<Element>(ElementProps { document: Rc::clone(document), options: options.clone() })
}

/// The properties of [`Element`].
#[derive(PartialEq, Properties)]
pub(super) struct ElementProps {
    /// The document.
    pub document: Rc<Document>,
    /// How it is printed.
    pub options: Options,
}

/// A printed element. Its data block is the timeline or, of a document too long to be printed whole, the document; the
/// element's class tells the two apart by `data-holds`.
#[component]
pub(super) fn Element(ElementProps { document, options }: &ElementProps) -> Html {
    let Options { level, instance, all_events, src, opens_windows, loading } = options.clone();
    let holds = document.is_long().then_some("document");
    let data = if document.is_long() {
        serde_json::to_string(&Published { all_events: all_events.clone(), document: Rc::clone(document) })
    } else {
        serde_json::to_string(&document.timeline)
    };
    let print_options =
        PrintOptions { prefix: prefix(document, instance), level, all_events, is_copy: src.is_some(), opens_windows };
    html! {
        <news-explainer heading-level={level.to_string()} loading={loading.attribute()} src={src.map(String::from)}>
            <Explainer print={Print::new(document, print_options)} />
            <script type="application/json" data-holds={holds}>{ script_json(&data.expect("plain data")) }</script>
        </news-explainer>
    }
}

/// What every id of a print on its page begins with.
fn prefix(document: &Document, instance: u32) -> String {
    let id = &document.timeline.id;
    match instance {
        0 | 1 => id.to_string(),
        instance => format!("{id}-{instance}"),
    }
}
