//! Whole documents in the browser: their words, printed into the page, and the list of one that is too long.
//!
//! Only `explainer-app` uses this; it is no part of the program that frames printed words.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::document::{Document, Published};
use crate::view::LongList;
use crate::view::print::{Explainer, LivingList, Print, PrintOptions};

/// The list of a document that is too long to be printed whole; none of any other.
pub fn long_list(document: &Rc<Document>) -> Option<Rc<dyn LongList>> {
    document.is_long().then(|| -> Rc<dyn LongList> { Rc::new(LivingList::new(document)) })
}

/// Prints a document into an element, in the place of what it held, and calls back when it stands there. Headings begin
/// at `level`.
///
/// It is printed apart and moved into the element at once, so that no half-made page is painted. Then the components
/// end: what they have printed is the page's from now on, as print is.
pub fn print(host: &HtmlElement, published: &Published, level: u8, done: impl FnOnce() + 'static) {
    let Published { document, all_events } = published;
    let options = PrintOptions {
        prefix: free_prefix(&document.timeline.id),
        level,
        all_events: all_events.clone(),
        ..PrintOptions::new(document)
    };
    let page = gloo::utils::document();
    let Ok(apart) = page.create_element("div") else { return };
    let handle: Rc<RefCell<Option<AppHandle<Printing>>>> = Rc::default();
    let on_printed = {
        let (host, apart, handle) = (host.clone(), apart.clone(), handle.clone());
        let done = RefCell::new(Some(done));
        Callback::from(move |()| {
            host.set_text_content(None);
            while let Some(part) = apart.first_child() {
                let _ = host.append_child(&part);
            }
            if let Some(handle) = handle.take() {
                handle.destroy();
            }
            if let Some(done) = done.take() {
                done();
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
