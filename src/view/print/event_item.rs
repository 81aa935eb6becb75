//! An event, as the list has it.

use std::rc::Rc;

use yew::prelude::*;

use super::citations::CitedSources;
use super::claims::Claims;
use super::date::date;
use super::direction::isolated;
use super::heading::Heading;
use super::media::shown;
use super::rich_text::RichText;
use super::{Print, label};
use crate::document::{EventId, Part, Status};
use crate::view::draw::{Precision, el, glyph, legend_icon, status_class};

/// Between date, category and status. It never begins a line.
const BETWEEN: &str = "\u{a0}· ";

/// The properties of [`EventItem`].
#[derive(PartialEq, Properties)]
pub struct EventItemProps {
    /// The print.
    pub print: Rc<Print>,
    /// The event.
    pub event: EventId,
    /// How many levels below the headline's its heading is.
    pub below: u8,
    /// Whether it has an id, by which links lead to it: only one item of an event on a page may have.
    #[prop_or(true)]
    pub has_id: bool,
}

/// An event: when, what, how far it is established, who says so and where it was taken from.
#[component]
pub fn EventItem(EventItemProps { print, event: id, below, has_id }: &EventItemProps) -> Html {
    let document = &print.document;
    let labels = &document.content.labels;
    let (mark, event) = document.event(*id);
    // What is confirmed goes without saying.
    let status = match mark.status {
        Status::Confirmed => None,
        Status::Alleged => Some(&labels.alleged),
        Status::Disputed => Some(&labels.disputed),
    };
    // A document from before there was such a link has no words for it.
    let told_at = print.telling_id(*id).filter(|_| !labels.in_article.is_empty());
    html! {
        <li
            class="explainer-event explainer-content"
            id={has_id.then(|| print.id_of(Part::Event(*id)))}
            data-id={mark.id.to_string()}
            data-start={is_start(print, *id).then_some("")}
        >
            // A level of its own: reader modes go by what stands in a list, and would take a long one for the story.
            <hgroup>
                <p class="explainer-when">
                    { legend_icon(glyph(mark.category, mark.status, Precision::of(mark)).group()) }
                    <span class="explainer-date">{ date(&event.date) }</span>
                    if let Some(category) = document.timeline.category(*id) {
                        { BETWEEN }<span class="explainer-category">{ &category.label }</span>
                    }
                    if let Some(status) = status {
                        { BETWEEN }{ el!("span" { "class": ["explainer-status ", status_class(mark.status)].concat() } label(print, status)) }
                    }
                </p>
                <Heading {print} {below} class="explainer-event-title">{ isolated(print, &event.title) }</Heading>
            </hgroup>
            { shown(print, event.media.as_ref(), event.card.as_ref()) }
            <RichText {print} text={&event.body} />
            <Claims {print} event={*id} />
            <CitedSources {print} citations={event.sources.clone()} />
            if let Some(id) = told_at {
                <p class="explainer-told"><a href={["#", &id].concat()}>{ label(print, &labels.in_article) }</a></p>
            }
        </li>
    }
}

/// Whether it is the event that is shown first: where that is not printed, the first that is.
fn is_start(print: &Print, id: EventId) -> bool {
    let start = print.document.timeline.start;
    start.map(|start| if (start.0 as usize) < print.limit() { start } else { EventId(0) }) == Some(id)
}
