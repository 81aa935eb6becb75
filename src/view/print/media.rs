//! The picture of an event.

use std::rc::Rc;

use yew::prelude::*;

use super::Print;
use super::rich_text::Run;
use crate::document;

/// The properties of [`Media`].
#[derive(PartialEq, Properties)]
pub struct MediaProps {
    /// The print.
    pub print: Rc<Print>,
    /// The picture.
    pub media: document::Media,
}

/// A picture with its caption.
#[component]
pub fn Media(MediaProps { print, media }: &MediaProps) -> Html {
    html! {
        <figure class="explainer-media">
            <img
                src={media.src.as_str().to_owned()}
                alt={media.alt.clone()}
                width={media.width.to_string()}
                height={media.height.to_string()}
                loading="lazy"
                decoding="async"
            />
            if !media.caption.is_empty() {
                <figcaption><Run {print} text={&media.caption} /></figcaption>
            }
        </figure>
    }
}
