//! The lines that a page has in its head for an element: the stylesheet, the script, and what is fetched ahead.

use std::rc::Rc;

use yew::prelude::*;

use super::element::Loading;
use super::pins::{Pin, Pins, SCRIPT, STYLESHEET};
use super::render::render;
use crate::document::{Address, Document};

/// What a page's head is to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The folder of the scripts and stylesheets; without one they are beside the page.
    pub assets: Option<Address>,
    /// The build that is in that folder; its files are named by their hashes, so that no other file is ever taken for
    /// them. Without one they have the stable names.
    pub pins: Pins,
    /// When the program is wanted.
    pub loading: Loading,
}

impl Head {
    /// The address of a file in the folder, which may be given with or without its last slash.
    pub(super) fn address(&self, name: &str) -> String {
        within(self.assets.as_ref().map(Address::as_str).unwrap_or_default(), name)
    }
}

/// The address of a file in a folder, which may be given with or without its last slash; an empty one is here.
pub(super) fn within(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_owned(),
        folder => [folder.trim_end_matches('/'), "/", name].concat(),
    }
}

/// The lines of the stylesheet and the script, and those of [`preloads`].
pub fn head_lines(document: &Rc<Document>, head: &Head) -> String {
    [render::<Stylesheet>(props(document, head)), render::<Script>(props(document, head)), preloads(document, head)]
        .join("\n")
}

/// Lines that have what the program needs fetched while the page is still being read, each held to its hash: for an element
/// that is loaded eagerly from a pinned build. Empty otherwise, since readers who never come to the timeline should not
/// fetch its program, and a name without a hash may stand for another file tomorrow.
pub fn preloads(document: &Rc<Document>, head: &Head) -> String {
    ahead(document, head).map(|file| render::<Preload>(file) + "\n").collect()
}

/// What is fetched ahead.
fn ahead(document: &Document, head: &Head) -> impl Iterator<Item = PreloadProps> {
    let files = head.pins.program(document).filter(|_| head.loading == Loading::Eager);
    let files = files.into_iter().flatten();
    files.map(|pin| PreloadProps { address: head.address(&pin.file), pin: pin.clone() })
}

/// The properties of [`Stylesheet`], [`Script`] and [`Preloads`].
#[derive(PartialEq, Properties)]
pub(super) struct HeadProps {
    /// The document that the page shows.
    pub document: Rc<Document>,
    /// What its head is to hold.
    pub head: Head,
}

fn props(document: &Rc<Document>, head: &Head) -> HeadProps {
    HeadProps { document: Rc::clone(document), head: head.clone() }
}

/// The element's stylesheet.
#[component]
pub(super) fn Stylesheet(HeadProps { head, .. }: &HeadProps) -> Html {
    let (address, integrity) = file(head, STYLESHEET);
    let crossorigin = integrity.as_ref().map(|_| "anonymous");
    html! { <link rel="stylesheet" href={address} {integrity} {crossorigin} /> }
}

/// The element's script.
#[component]
pub(super) fn Script(HeadProps { head, .. }: &HeadProps) -> Html {
    let (address, integrity) = file(head, SCRIPT);
    let crossorigin = integrity.as_ref().map(|_| "anonymous");
    html! { <script type="module" src={address} {integrity} {crossorigin}></script> }
}

/// What the element's script will ask for: see [`preloads`].
#[component]
pub(super) fn Preloads(HeadProps { document, head }: &HeadProps) -> Html {
    ahead(document, head).map(|file| html! { <Preload ..file /> }).collect()
}

/// The properties of [`Preload`].
#[derive(PartialEq, Properties)]
struct PreloadProps {
    address: String,
    pin: Pin,
}

/// A media query that is true in Chromium alone, unless a reader asks for less transparency.
///
/// Chromium's `fetch` takes what a preload has brought, which has the Wasm begin 320 ms sooner on a slow line. WebKit's
/// fetches once more, 95 KB that a telephone then loads twice (27-loading.test.mjs counts), and nothing tells the two apart
/// but what they know. Who does not know this feature asks for the Wasm when the element is parsed.
const CHROMIUM: &str = "(prefers-reduced-transparency: no-preference)";

/// A file that is fetched ahead, as the element's script will ask for it: a script as a module, the Wasm by `fetch`, which
/// holds it to its hash (Chromium knows none on such a preload, and says so). The words and pictures of the page come
/// first.
#[component]
fn Preload(PreloadProps { address, pin }: &PreloadProps) -> Html {
    let href = address.clone();
    if address.ends_with(".js") {
        let integrity = pin.integrity.clone();
        html! { <link rel="modulepreload" {href} {integrity} crossorigin="anonymous" fetchpriority="low" /> }
    } else {
        html! { <link rel="preload" {href} as="fetch" crossorigin="anonymous" fetchpriority="low" media={CHROMIUM} /> }
    }
}

/// The address and the hash of a file that has a stable name, too.
fn file(head: &Head, name: &str) -> (String, Option<String>) {
    match head.pins.get(name) {
        Some(Pin { file, integrity }) => (head.address(file), Some(integrity.clone())),
        None => (head.address(name), None),
    }
}
