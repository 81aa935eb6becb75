//! References to sources: small numbers that lead to the list of sources.

use std::rc::Rc;

use yew::prelude::*;

use super::{Print, label};
use crate::document::{Citation, Part, SourceId, fill};

/// One reference.
pub(super) fn cite(print: &Print, citation: Citation) -> Html {
    let Citation(source, _) = citation;
    let SourceId(index) = source;
    let number = (index + 1).to_string();
    let name = fill(&print.document.content.labels.source_number, &[("n", &number)]);
    html! {
        <sup class="explainer-cite">
            <a id={print.reference_id(citation)} href={print.address_of(Part::Source(source))} aria-label={name} lang={print.labels_lang()}>{ number }</a>
        </sup>
    }
}

/// The properties of [`Citations`].
#[derive(PartialEq, Properties)]
pub struct CitationsProps {
    /// The print.
    pub print: Rc<Print>,
    /// The references.
    pub citations: Vec<Citation>,
}

/// The source numbers of an event, a claim or a later development, rising.
#[component]
pub fn Citations(CitationsProps { print, citations }: &CitationsProps) -> Html {
    let mut sorted = citations.clone();
    sorted.sort_by_key(|Citation(source, nth)| (*source, *nth));
    html! {
        for citation in sorted {
            { cite(print, citation) }
        }
    }
}

/// The properties of [`CitedSources`].
pub type CitedSourcesProps = CitationsProps;

/// The same as a line of its own, with its label; nothing without any.
#[component]
pub fn CitedSources(CitedSourcesProps { print, citations }: &CitedSourcesProps) -> Html {
    html! {
        if !citations.is_empty() {
            <p class="explainer-cites">
                { label(print, &print.document.content.labels.sources_label) }
                <Citations {print} citations={citations.clone()} />
            </p>
        }
    }
}
