//! The timeline: its legend, its still picture and the list of its events.

use yew::prelude::*;

use super::PrintProps;
use super::event_list::EventList;
use super::heading::Heading;
use super::legend::Legend;
use super::picture::Picture;
use crate::state::Spans;
use crate::timeline::Room;

/// The timeline's parts, one after the other; nothing in a document without a timeline.
#[component]
pub fn Timeline(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    let timeline = &print.document.timeline;
    let Room { rows, lanes } = Spans::new(timeline).room(timeline.spacing);
    // The sheet keeps room for the axis over the open list.
    let of_room =
        |part| [part, " explainer-lanes-", &lanes.to_string(), " explainer-rows-", &rows.to_string()].concat();
    html! {
        if let Some(heading) = &content.timeline_heading {
            <section class="explainer-timeline-head" id={print.place_id("timeline")} lang={print.lang()} dir={print.dir()}>
                <Heading {print} below={1} class="explainer-timeline-title">{ heading }</Heading>
            </section>
            <Legend {print} />
            <Picture {print} />
            // Beside the list, not around it: without script, and in print, the list stands open.
            <details class={of_room("explainer-opener")} lang={print.lang()} dir={print.dir()}>
                <summary>{ &content.labels.all_events }</summary>
            </details>
            <EventList {print} class={of_room("explainer-events")} />
        }
    }
}
