//! The list of events, era by era.

use std::rc::Rc;

use yew::prelude::*;

use super::date::date;
use super::event_item::EventItem;
use super::heading::Heading;
use super::link::link;
use super::{Print, label};
use crate::document::EventId;
use crate::view::draw::el;

/// The properties of [`EventList`].
#[derive(PartialEq, Properties)]
pub struct EventListProps {
    /// The print.
    pub print: Rc<Print>,
    /// Its class.
    pub class: AttrValue,
}

/// The events as far as they are printed, and the way to the rest.
#[component]
pub fn EventList(EventListProps { print, class }: &EventListProps) -> Html {
    let content = &print.document.content;
    let firsts = content.runs.iter().scan(0, |next, run| Some(std::mem::replace(next, *next + run.length)));
    let runs = (0..).zip(firsts).take_while(|(_, first)| (*first as usize) < print.limit());
    el!("section" { "class": class.clone(), "lang": print.lang(), "dir": print.dir() } html! {
        <>
            for (run, first) in runs {
                <Era {print} {run} first={EventId(first)} />
            }
            if content.events.len() > print.limit() {
                <p class="explainer-rest">
                    { label(print, &content.labels.rest) }
                    if let Some(page) = &print.options.all_events {
                        { " " }{ link(print, page.as_str().to_owned(), label(print, &content.labels.rest_link)) }
                    }
                </p>
            }
        </>
    })
}

/// The properties of [`Era`].
#[derive(PartialEq, Properties)]
pub struct EraProps {
    /// The print.
    pub print: Rc<Print>,
    /// Which of the runs of events it is.
    pub run: usize,
    /// Its first event.
    pub first: EventId,
}

/// The events of an era that follow one another, as far as they are printed.
#[component]
pub fn Era(EraProps { print, run, first: EventId(first) }: &EraProps) -> Html {
    let run = &print.document.content.runs[*run];
    let last = ((first + run.length) as usize).min(print.limit()) as u32;
    // An event's heading stands below its era's, where there is one.
    let below = if run.heading.is_empty() { 2 } else { 3 };
    html! {
        <section class="explainer-era">
            if !run.heading.is_empty() {
                <Heading {print} below={2} class="explainer-era-title">
                    { &run.heading }{ " " }<span class="explainer-era-dates">{ date(&run.date) }</span>
                </Heading>
            }
            <ol>
                for event in (*first..last).map(EventId) {
                    <EventItem {print} {event} {below} />
                }
            </ol>
        </section>
    }
}
