//! What there is to read, as links.

use std::rc::Rc;

use yew::prelude::*;

use super::{Print, PrintProps};
use crate::document::Part;

/// Sections of the article are named from so many on: fewer are seen at a glance.
const MANY: usize = 4;

/// The parts of the document that are there, and the article's sections where they are many; nothing in a document of a
/// single part.
#[component]
pub fn Contents(PrintProps { print }: &PrintProps) -> Html {
    let content = &print.document.content;
    let labels = &content.labels;
    let has_article = !content.lead.is_empty() || !content.sections.is_empty();
    let parts = [
        ("article", Some(&labels.article).filter(|label| has_article && !label.is_empty())),
        ("timeline", content.timeline_heading.as_ref()),
        ("faq", Some(&labels.faq).filter(|_| !content.faq.is_empty())),
        ("since", Some(&labels.since_publication).filter(|_| !content.since_publication.is_empty())),
        ("corrections", Some(&labels.corrections).filter(|_| !content.corrections.is_empty())),
        ("sources", Some(&labels.sources).filter(|_| !content.sources.is_empty())),
    ];
    let parts: Vec<(&str, &String)> = parts.into_iter().filter_map(|(place, label)| Some((place, label?))).collect();
    // Headings of the author's among labels.
    let has_label = content.timeline_heading_lang.is_some();
    let own = |place| match place {
        "timeline" if !has_label => print.document.timeline.own_lang(),
        _ => None,
    };
    let labels_lang = print.labels_lang();
    // A page may hold several explainers, and landmarks are told apart by their names. A title in another language than the
    // label would be read by the wrong voice.
    let name = match labels_lang {
        None => [&*labels.contents, ": ", &content.title].concat(),
        Some(_) => labels.contents.clone(),
    };
    html! {
        if parts.len() > 1 {
            <nav class="explainer-contents" aria-label={name} lang={labels_lang}>
                <ul>
                    for (place, label) in parts {
                        <li>
                            <a href={["#", &print.place_id(place)].concat()} lang={own(place)}>{ label }</a>
                            if place == "article" && content.sections.len() >= MANY {
                                { sections(print) }
                            }
                        </li>
                    }
                </ul>
            </nav>
        }
    }
}

fn sections(print: &Rc<Print>) -> Html {
    let sections = &print.document.content.sections;
    html! {
        <ul lang={print.document.timeline.own_lang()}>
            for (index, section) in sections.iter().enumerate() {
                <li><a href={print.address_of(Part::Section(index as u32))}>{ &section.heading }</a></li>
            }
        </ul>
    }
}
