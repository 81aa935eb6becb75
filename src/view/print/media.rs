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

/// As wide as a picture is at most without the stylesheet, in CSS pixels: what a telephone of 360 leaves of itself when the
/// browser has indented a page (16), a list (40) and a figure (80).
const NARROW: u32 = 224;
/// From this width on the stylesheet gives a picture the whole column, which is some 600 wide.
const WIDE: u32 = 400;

/// A picture with its caption.
#[component]
pub fn Media(MediaProps { print, media }: &MediaProps) -> Html {
    // In the same proportion, by which its room is kept.
    let width = media.width.min(NARROW);
    let height = u64::from(media.height) * u64::from(width) / u64::from(media.width.max(1));
    html! {
        <figure class="explainer-media">
            <img
                src={media.src.as_str().to_owned()}
                alt={media.alt.clone()}
                class={(media.width >= WIDE).then_some("explainer-wide")}
                width={width.to_string()}
                height={height.max(1).to_string()}
                loading="lazy"
                decoding="async"
            />
            if !media.caption.is_empty() {
                <figcaption><Run {print} text={&media.caption} /></figcaption>
            }
        </figure>
    }
}
