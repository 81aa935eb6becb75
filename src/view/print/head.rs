//! The head: headline, authors, dates and contents.

use yew::prelude::*;

use super::contents::Contents;
use super::date::date;
use super::direction::isolated;
use super::heading::Heading;
use super::rich_text::Run;
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
            <Contents {print} />
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
