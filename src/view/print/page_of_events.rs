//! The plain page with all events, for documents too long to be printed whole.

use std::rc::Rc;

use yew::prelude::*;

use super::event_list::EventList;
use super::head::Dates;
use super::heading::Heading;
use super::legend::Legend;
use super::sources::Sources;
use super::{Print, PrintOptions};
use crate::document::{Address, Document};

/// The properties of [`PageOfEvents`].
#[derive(PartialEq, Properties)]
pub struct PageOfEventsProps {
    /// The document.
    pub document: Rc<Document>,
    /// Where the page's stylesheet (`news-explainer.css`) is.
    pub stylesheet: Address,
}

/// A whole HTML document with every event.
#[component]
pub fn PageOfEvents(PageOfEventsProps { document, stylesheet }: &PageOfEventsProps) -> Html {
    let print = Print::of_all_events(document, PrintOptions { level: 1, ..PrintOptions::new(document) });
    let content = &document.content;
    html! {
        <html lang={print.lang()} dir={print.dir()}>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{ &content.title }</title>
                <link rel="stylesheet" href={stylesheet.as_str().to_owned()} />
            </head>
            <body>
                <news-explainer heading-level="1">
                    <section
                        class="explainer-head explainer-content"
                        id={print.options.prefix.clone()}
                        lang={print.lang()}
                        dir={print.dir()}
                    >
                        <Heading print={&print} below={0} class="explainer-title">{ &content.title }</Heading>
                        <Dates print={&print} />
                    </section>
                    <section class="explainer-timeline-head" lang={print.lang()} dir={print.dir()}>
                        <Heading print={&print} below={1} class="explainer-timeline-title">
                            { content.timeline_heading.clone().unwrap_or_default() }
                        </Heading>
                    </section>
                    <Legend print={&print} />
                    <EventList print={&print} class="explainer-events" />
                    <Sources print={&print} />
                </news-explainer>
            </body>
        </html>
    }
}
