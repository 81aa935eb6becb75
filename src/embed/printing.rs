//! Whole documents in the browser: their words, and the list of one that is too long to be printed.
//!
//! Only `explainer-app` uses this; it is no part of the program that frames printed words.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{DocumentFragment, HtmlElement};
use yew::prelude::*;

use crate::document::{Document, Published};
use crate::dom::begin_turn;
use crate::view::LongList;
use crate::view::print::{Explainer, LivingList, Print, PrintOptions};

/// The list of a document that is too long to be printed whole; none of any other.
pub fn long_list(document: &Rc<Document>) -> Option<Rc<dyn LongList>> {
    document.is_long().then(|| -> Rc<dyn LongList> { Rc::new(LivingList::new(document)) })
}

/// Prints a document for an element and calls back with its words, which are that element's to take. Headings begin at
/// `level`. Ids are chosen when the print begins, so the words must be on the page before the next print does.
///
/// Words that stand do not change any more, so the components that have printed them end at once.
pub fn print(host: &HtmlElement, published: &Published, level: u8, done: impl FnOnce(DocumentFragment) + 'static) {
    begin_turn(Some(host));
    let Published { document, all_events } = published;
    let options = PrintOptions {
        prefix: free_prefix(&document.timeline.id),
        level,
        all_events: all_events.clone(),
        ..PrintOptions::new(document)
    };
    let page = gloo::utils::document();
    let words = page.create_document_fragment();
    // What is not on a page is not painted half done.
    let Ok(apart) = page.create_element("div") else { return };
    let handle: Rc<RefCell<Option<AppHandle<Printing>>>> = Rc::default();
    let on_printed = {
        let (apart, handle) = (apart.clone(), handle.clone());
        let done = RefCell::new(Some(done));
        Callback::from(move |()| {
            while let Some(part) = apart.first_child() {
                let _ = words.append_child(&part);
            }
            if let Some(handle) = handle.take() {
                handle.destroy();
            }
            if let Some(done) = done.take() {
                done(words.clone());
            }
        })
    };
    let props = PrintingProps { print: Print::new(document, options), on_printed };
    handle.replace(Some(yew::Renderer::<Printing>::with_root_and_props(apart, props).render()));
}

/// The document's id, or that and the first number from 2 that is free on the page.
fn free_prefix(id: &str) -> String {
    let page = gloo::utils::document();
    let mut prefix = id.to_owned();
    let mut number = 2;
    while page.get_element_by_id(&prefix).is_some() {
        prefix = [id, "-", &number.to_string()].concat();
        number += 1;
    }
    prefix
}

/// The properties of [`Printing`].
#[derive(PartialEq, Properties)]
struct PrintingProps {
    print: Rc<Print>,
    on_printed: Callback<()>,
}

/// The words, and a call when all of them are there.
#[component]
fn Printing(PrintingProps { print, on_printed }: &PrintingProps) -> Html {
    let on_printed = on_printed.clone();
    use_effect_with((), move |()| on_printed.emit(()));
    html! { <Explainer {print} /> }
}
