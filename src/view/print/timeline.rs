//! The timeline: its legend, its still picture and the list of its events.

use yew::prelude::*;

use super::event_list::EventList;
use super::heading::Heading;
use super::legend::Legend;
use super::picture::Picture;
use super::{PrintProps, label};

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
            // Beside the list, not around it: without script, and in print, the list stands open.
            <details class="explainer-opener" lang={print.lang()} dir={print.dir()}>
                <summary>{ label(print, &content.labels.all_events) }</summary>
            </details>
            <EventList {print} class="explainer-events" />
        }
    }
}
