//! The living list of a document that is too long to be printed whole.

use std::rc::Rc;

use news_explainer::document::{Document, Published, Timeline};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::fixtures::fixture;
use super::support::{Framed, Placed, click, heard, markup, turn, whole};

/// A document of 600 events, of which 500 are printed.
fn published() -> Published {
    let Published { document, .. } = fixture("five-hundred").document();
    let Document { timeline, mut content } = Document::clone(&document);
    let mut timeline = Timeline::clone(&timeline);
    let (mark, event) = (timeline.marks[499].clone(), content.events[499].clone());
    for number in 500..600 {
        let mut mark = mark.clone();
        mark.id = format!("more-{number}").try_into().expect("an id");
        timeline.marks.push(mark);
        let mut event = event.clone();
        event.title = format!("More {number}");
        content.events.push(event);
    }
    content.runs.last_mut().expect("a run").length += 100;
    Published { all_events: None, document: Rc::new(Document { timeline: Rc::new(timeline), content }) }
}

#[wasm_bindgen_test]
async fn a_page_of_the_list_is_shown_and_turned() {
    let published = published();
    let host = Placed::rendered(&published, 2).await;
    assert_eq!(host.count(".explainer-event"), 500);
    let framed = Framed::with(host, &whole(&published)).await;
    let shown = || framed.all(":scope > [slot=excerpt] .explainer-event");
    let ids = || -> Vec<String> { shown().iter().map(Element::id).collect() };
    assert_eq!(shown().len(), 50);
    let list = framed.first(":scope > [slot=excerpt]");
    assert_eq!(list.get_attribute("lang").as_deref(), Some(&*published.document.timeline.lang));
    assert!(ids().iter().all(String::is_empty), "what is printed keeps its id for itself");
    // To the end of the list.
    while framed.inside(".page:last-of-type").get_attribute("aria-disabled").is_none() {
        click(&framed.inside(".page:last-of-type"));
        turn().await;
    }
    let id = &published.document.timeline.id;
    assert_eq!(ids().last(), Some(&format!("{id}--more-599")));
    let last = shown().pop().expect("an event");
    assert_eq!(
        last.query_selector(".explainer-event-title").unwrap().unwrap().text_content().as_deref(),
        Some("More 599")
    );
}

#[wasm_bindgen_test]
async fn what_is_chosen_and_found_is_shown_and_no_trace_is_left() {
    let published = published();
    let host = Placed::rendered(&published, 2).await;
    let before = markup(&host);
    let mut framed = Framed::with(host, &whole(&published)).await;
    let selected = heard(&framed, "news-explainer:select");
    click(&framed.inside(".steps .next"));
    turn().await;
    let current = framed.all("[slot=excerpt] .explainer-event[aria-current]");
    assert_eq!(current.len(), 1);
    let id = current[0].get_attribute("data-id").unwrap();
    assert_eq!(*selected.borrow(), [format!("{{\"id\":\"{id}\"}}")]);
    let said = framed.inside(".position").text_content().unwrap();
    assert!(said.contains("600"), "{said}");
    click(&framed.inside(".filters button.entry"));
    turn().await;
    turn().await;
    assert!(framed.count("[slot=excerpt] .explainer-event") > 0);
    assert_ne!(framed.inside(".position").text_content().unwrap(), said);
    framed.clear().await;
    assert_eq!(markup(&framed), before);
}
