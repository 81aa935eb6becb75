//! The timeline: its legend, its still picture and the list of its events.

use std::rc::Rc;

use yew::prelude::*;

use super::event_list::EventList;
use super::heading::Heading;
use super::legend::Legend;
use super::picture::Picture;
use super::{Print, PrintProps, label};
use crate::view::draw::el;

/// The timeline's parts, one after the other; nothing in a document without a timeline.
#[component]
pub fn Timeline(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    html! {
        if let Some(heading) = &content.timeline_heading {
            <section class="explainer-timeline-head" id={print.place_id("timeline")} lang={print.lang()} dir={print.dir()}>
                <Heading {print} below={1} class="explainer-timeline-title">
                    if let Some(lang) = &content.timeline_heading_lang {
                        <span lang={lang.clone()}>{ heading }</span>
                    } else {
                        { heading }
                    }
                </Heading>
            </section>
            <Legend {print} />
            <Picture {print} />
            { opener(print) }
            <EventList {print} class="explainer-events" />
        }
    }
}

/// What opens the list where the stylesheet can close it: beside the list, not around it, since the list stands open without
/// script and in print. Without the stylesheet it would open nothing, and is hidden.
fn opener(print: &Rc<Print>) -> Html {
    el!("details" {
        "class": "explainer-opener",
        // Hosts' rules for what is hidden leave this form of it alone.
        "hidden": "until-found",
        "lang": print.lang(),
        "dir": print.dir(),
    } html! { <summary>{ label(print, &print.document.content.labels.all_events) }</summary> })
}
