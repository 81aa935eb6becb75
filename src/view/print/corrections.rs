//! Corrections, the newest first as the author has them.

use yew::prelude::*;

use super::date::date;
use super::direction::{dir_of, plain};
use super::heading::Heading;
use super::rich_text::{RichText, Run};
use super::{PrintProps, label};

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
                <Heading {print} below={1} class="explainer-corrections-title">{ label(print, &content.labels.corrections) }</Heading>
                <ul>
                    for correction in &content.corrections {
                        <li>
                            <p class="explainer-when">{ date(&correction.date) }</p>
                            <RichText {print} text={&correction.text} />
                            if !correction.was.is_empty() {
                                <p class="explainer-was">
                                    { label(print, &content.labels.correction_was) }{ " " }
                                    <q dir={dir_of(print, &plain(&correction.was))}><Run {print} text={&correction.was} /></q>
                                </p>
                            }
                        </li>
                    }
                </ul>
            </section>
        }
    }
}
