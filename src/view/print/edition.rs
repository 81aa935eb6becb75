//! What a copy says of itself.

use yew::prelude::*;

use super::PrintProps;
use super::link::link;
use crate::document::Edition;

/// Of what day a copy is, and where the newest edition stands. Nothing at home, or without an address to lead to.
#[component]
pub fn EditionLine(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    let Edition { updated, corrections, url } = &content.edition;
    html! {
        if let (true, Some(url)) = (print.options.is_copy, url) {
            <p
                class="explainer-edition"
                lang={print.labels_lang().unwrap_or_else(|| print.lang())}
                dir={print.dir()}
                data-updated={updated.clone()}
                data-corrections={corrections.to_string()}
            >
                { &content.labels.copy }{ " " }
                { link(print, url.as_str().to_owned(), html! { { &content.labels.newest } }) }
            </p>
        }
    }
}
