//! What happened after the document's as-of date.

use yew::prelude::*;

use super::citations::CitedSources;
use super::date::date;
use super::heading::Heading;
use super::rich_text::RichText;
use super::{PrintProps, label};

/// Later developments; nothing without any.
#[component]
pub fn SincePublication(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    html! {
        if !content.since_publication.is_empty() {
            <section class="explainer-since" id={print.place_id("since")} lang={print.lang()} dir={print.dir()}>
                <Heading {print} below={1} class="explainer-since-title">{ label(print, &content.labels.since_publication) }</Heading>
                <p class="explainer-since-note" lang={print.labels_lang()}>{ &content.labels.since_publication_note }</p>
                <ul>
                    for development in &content.since_publication {
                        <li>
                            <p class="explainer-when">{ date(&development.date) }</p>
                            <RichText {print} text={&development.text} />
                            <CitedSources {print} citations={development.sources.clone()} />
                        </li>
                    }
                </ul>
            </section>
        }
    }
}
