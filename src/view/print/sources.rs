//! The sources, each with the ways back to where it is referred to.

use std::rc::Rc;

use yew::prelude::*;

use super::date::date;
use super::direction::dir_of;
use super::heading::Heading;
use super::link::link;
use super::{Print, PrintProps, label};
use crate::document::{Citation, Part, SourceId, fill};

/// The sources under their heading; nothing without any.
#[component]
pub fn Sources(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    html! {
        if !content.sources.is_empty() {
            <details class="explainer-sources" open={print.is_plain()} lang={print.lang()} dir={print.dir()}>
                <summary>
                    <Heading {print} below={1} class="explainer-sources-title">
                        { label(print, &content.labels.sources) }{ " " }<span class="explainer-count">{ content.sources.len() }</span>
                    </Heading>
                </summary>
                // Browsers open a details element for a target inside it.
                <ol id={print.place_id("sources")}>
                    for source in (0..content.sources.len() as u32).map(SourceId) {
                        <SourceItem {print} {source} />
                    }
                </ol>
            </details>
        }
    }
}

/// The properties of [`SourceItem`].
#[derive(PartialEq, Properties)]
pub struct SourceItemProps {
    /// The print.
    pub print: Rc<Print>,
    /// Which source it is.
    pub source: SourceId,
}

/// A source.
#[component]
pub fn SourceItem(SourceItemProps { print, source: id }: &SourceItemProps) -> Html {
    let content = &print.document.content;
    let source = &content.sources[id.0 as usize];
    let references = (1..=source.uses).map(|nth| Citation(*id, nth)).filter(|citation| print.has_reference(*citation));
    html! {
        <li class="explainer-content" id={print.id_of(Part::Source(*id))}>
            <span class="explainer-publisher" dir={dir_of(print, &source.publisher)}>{ &source.publisher }</span>{ " " }
            <cite lang={source.lang.clone()} dir={dir_of(print, &source.title)}>
                if let Some(url) = &source.url {
                    { link(print, url.as_str().to_owned(), html! { { &source.title } }) }
                } else {
                    { &source.title }
                }
            </cite>
            if let Some(value) = &source.date {
                { " " }<span class="explainer-source-date">{ date(value) }</span>
            }
            for citation in references {
                { " " }{ back(print, citation) }
            }
        </li>
    }
}

/// The way back to a reference.
fn back(print: &Print, citation: Citation) -> Html {
    let nth = citation.1.to_string();
    let name = fill(&print.document.content.labels.back_to_reference, &[("n", &nth)]);
    html! {
        <a class="explainer-back" href={["#", &print.reference_id(citation)].concat()} lang={print.labels_lang()} aria-label={name}>
            { ["↑", &nth].concat() }
        </a>
    }
}
