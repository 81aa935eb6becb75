//! Questions and answers.

use std::rc::Rc;

use yew::prelude::*;

use super::direction::isolated;
use super::heading::Heading;
use super::rich_text::RichText;
use super::{Print, PrintProps, label};
use crate::document::Part;

/// The questions under their heading; nothing without any.
#[component]
pub fn Questions(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    html! {
        if !content.faq.is_empty() {
            <section class="explainer-faq-head" id={print.place_id("faq")} lang={print.lang()} dir={print.dir()}>
                <Heading {print} below={1} class="explainer-faq-title">{ label(print, &content.labels.faq) }</Heading>
            </section>
            <section class="explainer-faq" lang={print.lang()} dir={print.dir()}>
                for index in 0..content.faq.len() {
                    <Question {print} {index} />
                }
            </section>
        }
    }
}

/// The properties of [`Question`].
#[derive(PartialEq, Properties)]
pub struct QuestionProps {
    /// The print.
    pub print: Rc<Print>,
    /// Which question it is.
    pub index: usize,
}

/// A question that opens on its answer.
#[component]
pub fn Question(QuestionProps { print, index }: &QuestionProps) -> Html {
    let question = &print.document.content.faq[*index];
    html! {
        <details class="explainer-question" data-id={question.id.to_string()}>
            <summary>
                <Heading {print} below={2} class="explainer-question-title">{ isolated(print, &question.question) }</Heading>
            </summary>
            // The id stands within the answer: browsers open a details element for a target inside it.
            // No <div>: reader modes clear those away when they are short.
            <section class="explainer-answer explainer-content" id={print.id_of(Part::Question(*index as u32))}>
                <RichText {print} text={&question.answer} />
            </section>
        </details>
    }
}
