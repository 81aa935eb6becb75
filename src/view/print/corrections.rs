//! Corrections, the newest first as the author has them.

use yew::prelude::*;

use super::PrintProps;
use super::date::date;
use super::heading::Heading;
use super::rich_text::{RichText, Run};

/// What has been put right; nothing without any.
#[component]
pub fn Corrections(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    html! {
        if !content.corrections.is_empty() {
            <section
                class="explainer-corrections"
                id={print.place_id("corrections")}
                lang={print.lang()}
                dir={print.dir()}
            >
                <Heading {print} below={1} class="explainer-corrections-title">{ &content.labels.corrections }</Heading>
                <ul>
                    for correction in &content.corrections {
                        <li>
                            <p class="explainer-when">{ date(&correction.date) }</p>
                            <RichText {print} text={&correction.text} />
                            if !correction.was.is_empty() {
                                <p class="explainer-was">
                                    { &content.labels.correction_was }{ " " }
                                    <q><Run {print} text={&correction.was} /></q>
                                </p>
                            }
                        </li>
                    }
                </ul>
            </section>
        }
    }
}
