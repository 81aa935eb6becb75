//! The article.

use std::rc::Rc;

use yew::prelude::*;

use super::heading::Heading;
use super::media::shown;
use super::rich_text::RichText;
use super::{Print, PrintProps};
use crate::document::Part;

/// The article's opening and its sections; nothing without either.
#[component]
pub fn Article(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    html! {
        if !content.lead.is_empty() || !content.sections.is_empty() {
            <section class="explainer-article" id={print.place_id("article")} lang={print.lang()} dir={print.dir()}>
                if !content.lead.is_empty() {
                    <section class="explainer-lead"><RichText {print} text={&content.lead} /></section>
                }
                for index in 0..content.sections.len() {
                    <Section {print} {index} />
                }
            </section>
        }
    }
}

/// The properties of [`Section`].
#[derive(PartialEq, Properties)]
pub struct SectionProps {
    /// The print.
    pub print: Rc<Print>,
    /// Which section it is.
    pub index: usize,
}

/// A section of the article.
#[component]
pub fn Section(SectionProps { print, index }: &SectionProps) -> Html {
    let section = &print.document.content.sections[*index];
    let part = Part::Section(*index as u32);
    html! {
        <section class="explainer-section explainer-content" id={print.id_of(part)}>
            <Heading {print} below={1} class="explainer-section-title">
                <a class="explainer-anchor" href={print.address_of(part)}>{ &section.heading }</a>
            </Heading>
            { shown(print, section.media.as_ref(), section.card.as_ref()) }
            <RichText {print} text={&section.body} />
        </section>
    }
}
