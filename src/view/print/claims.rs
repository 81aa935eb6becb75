//! Who says that an event is so, who denies it, and other accounts of it.

use std::rc::Rc;

use yew::prelude::*;

use super::citations::Citations;
use super::direction::{dir_of, plain};
use super::rich_text::Run;
use super::{Print, label};
use crate::document::{Claim, EventId, Stance};
use crate::view::draw::el;

/// The properties of [`Claims`].
#[derive(PartialEq, Properties)]
pub struct ClaimsProps {
    /// The print.
    pub print: Rc<Print>,
    /// The event.
    pub event: EventId,
}

/// The claims of an event; nothing without any.
#[component]
pub fn Claims(ClaimsProps { print, event }: &ClaimsProps) -> Html {
    let (_, event) = print.document.event(*event);
    html! {
        if !event.claims.is_empty() {
            <ul class="explainer-claims" aria-label={print.document.content.labels.claims.clone()} lang={print.labels_lang()}>
                for claim in &event.claims {
                    { self::claim(print, claim) }
                }
            </ul>
        }
    }
}

/// What is said, set apart where it is in another language or direction.
fn quotation(print: &Rc<Print>, claim: &Claim) -> Html {
    let dir = dir_of(print, &plain(&claim.says));
    let words = html! { <Run {print} text={&claim.says} /> };
    if dir.is_none() && claim.lang.is_none() {
        return words;
    }
    html! { <span lang={claim.lang.clone()} {dir}>{ words }</span> }
}

fn claim(print: &Rc<Print>, claim: &Claim) -> Html {
    let labels = &print.document.content.labels;
    let (class, stance) = match claim.stance {
        Stance::Asserts => ("explainer-asserts", &labels.asserts),
        Stance::Denies => ("explainer-denies", &labels.denies),
        Stance::Recounts => ("explainer-recounts", &labels.recounts),
    };
    el!("li" { "class": class, "lang": print.document.timeline.own_lang() } html! {
        <>
            <p class="explainer-claimant">
                <span class="explainer-stance">{ label(print, stance) }</span>{ " " }
                <span class="explainer-by" dir={dir_of(print, &claim.by)}>{ &claim.by }</span>
            </p>
            <p>
                { quotation(print, claim) }
                <Citations {print} citations={claim.sources.clone()} />
            </p>
        </>
    })
}
