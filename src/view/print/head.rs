//! The head: headline, authors, dates and corrections.

use yew::prelude::*;

use super::date::date;
use super::direction::{dir_of, isolated, plain};
use super::heading::Heading;
use super::rich_text::{RichText, Run};
use super::{PrintProps, label};

/// What stands above the article.
#[component]
pub fn Head(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    html! {
        <section
            class="explainer-head explainer-content"
            id={print.options.prefix.clone()}
            lang={print.lang()}
            dir={print.dir()}
        >
            <p class="explainer-kind">{ label(print, &content.kind) }</p>
            <Heading {print} below={0} class="explainer-title">{ isolated(print, &content.title) }</Heading>
            if !content.standfirst.is_empty() {
                <p class="explainer-standfirst"><Run {print} text={&content.standfirst} /></p>
            }
            if !content.byline.is_empty() {
                <p class="explainer-byline" lang={print.labels_lang()}>{ &content.byline }</p>
            }
            if !content.credit.is_empty() {
                <p class="explainer-credit"><Run {print} text={&content.credit} /></p>
            }
            <Dates {print} />
            <Corrections {print} />
        </section>
    }
}

/// Published, updated, as of.
#[component]
pub fn Dates(PrintProps { print }: &PrintProps) -> Html {
    html! {
        <dl class="explainer-dates">
            for labelled in &print.document.content.dates {
                <div><dt>{ label(print, &labelled.label) }</dt>{ " " }<dd>{ date(&labelled.date) }</dd></div>
            }
        </dl>
    }
}

/// What has been put right; nothing without any.
#[component]
pub fn Corrections(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    html! {
        if !content.corrections.is_empty() {
            <section class="explainer-corrections">
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
