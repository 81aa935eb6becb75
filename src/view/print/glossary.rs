//! The glossary.

use std::rc::Rc;

use yew::prelude::*;

use super::heading::Heading;
use super::rich_text::Run;
use super::{Print, PrintProps, label};

/// The terms under their heading; nothing without any.
#[component]
pub fn Glossary(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    html! {
        if !content.glossary.is_empty() {
            <details class="explainer-glossary" lang={print.lang()} dir={print.dir()}>
                <summary>
                    <Heading {print} below={1} class="explainer-glossary-title">
                        { label(print, &content.labels.glossary) }{ " " }<span class="explainer-count">{ content.glossary.len() }</span>
                    </Heading>
                </summary>
                <dl>
                    for index in 0..content.glossary.len() {
                        <Term {print} {index} />
                    }
                </dl>
            </details>
        }
    }
}

/// The properties of [`Term`].
#[derive(PartialEq, Properties)]
pub struct TermProps {
    /// The print.
    pub print: Rc<Print>,
    /// Which term it is.
    pub index: usize,
}

/// A term with its meaning.
#[component]
pub fn Term(TermProps { print, index }: &TermProps) -> Html {
    let term = &print.document.content.glossary[*index];
    html! { <div><dt>{ &term.term }</dt><dd><Run {print} text={&term.definition} /></dd></div> }
}
