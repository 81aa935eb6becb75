//! A date in words.

use yew::prelude::*;

use crate::document::DateText;

/// A date in words, each of its parts marked up as far as HTML has a value for it.
pub(super) fn date(date: &DateText) -> Html {
    html! {
        for part in &date.parts {
            if let Some(datetime) = &part.datetime {
                <time datetime={datetime.clone()}>{ &part.text }</time>
            } else {
                { &part.text }
            }
        }
    }
}
