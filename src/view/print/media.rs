//! What is shown beside a text: a picture, or a card that leads to what is elsewhere.

use std::rc::Rc;

use yew::prelude::*;

use super::Print;
use super::direction::dir_of;
use super::link::link;
use super::rich_text::Run;
use crate::document::{Candidate, Card, Inlines, Media, is_webp};

/// How wide pictures stand, for the browser's choice among their sizes: about the measure of the text (66 figures of 18 CSS
/// pixels), or all of a narrow window.
const SIZES: &str = "(min-width: 42em) 38em, 100vw";

/// As wide as a picture is at most without the stylesheet, in CSS pixels: what a telephone of 360 leaves of itself when the
/// browser has indented a page (16), a list (40) and a figure (80).
const NARROW: u32 = 224;
/// From this width on the stylesheet gives a picture the whole column, which is some 600 wide.
const WIDE: u32 = 400;

/// A picture or a card with its caption; nothing where there is neither. Nothing of what a card leads to is fetched.
pub(super) fn shown(print: &Rc<Print>, media: Option<&Media>, card: Option<&Card>) -> Html {
    html! {
        <>
            if let Some(media) = media {
                { figure(print, "explainer-media", picture(media), &media.caption) }
            }
            if let Some(card) = card {
                { figure(print, "explainer-media explainer-elsewhere", self::card(print, card), &card.caption) }
            }
        </>
    }
}

fn figure(print: &Rc<Print>, class: &'static str, content: Html, caption: &Inlines) -> Html {
    html! {
        <figure {class}>
            { content }
            if !caption.is_empty() {
                <figcaption><Run {print} text={caption} /></figcaption>
            }
        </figure>
    }
}

/// What leads elsewhere: a still, if there is one, what it is, and at which host.
fn card(print: &Print, card: &Card) -> Html {
    let content = html! {
        <>
            if let Some(still) = &card.still {
                { picture(still) }
            }
            <span class="explainer-elsewhere-title" dir={dir_of(print, &card.title)}>{ &card.title }</span>
            { " " }
            <span class="explainer-host" dir="ltr">{ card.url.host() }</span>
        </>
    };
    link(print, card.url.as_str().to_owned(), content)
}

/// A picture. Its width and height keep its room free, and it is fetched when it comes near.
fn picture(media: &Media) -> Html {
    // In the same proportion, by which its room is kept.
    let width = media.width.min(NARROW);
    let height = u64::from(media.height) * u64::from(width) / u64::from(media.width.max(1));
    let srcset = |webp: bool| {
        let is_of_kind = |candidate: &&Candidate| is_webp(candidate.src.as_str()) == webp;
        let written: Vec<String> = media.srcset.iter().filter(is_of_kind).map(Candidate::written).collect();
        (!written.is_empty()).then(|| written.join(", "))
    };
    let others = srcset(false);
    let image = html! {
        <img
            src={media.src.as_str().to_owned()}
            sizes={others.is_some().then_some(SIZES)}
            srcset={others}
            alt={media.alt.clone()}
            class={(media.width >= WIDE).then_some("explainer-wide")}
            width={width.to_string()}
            height={height.max(1).to_string()}
            loading="lazy"
            decoding="async"
        />
    };
    match srcset(true) {
        Some(webp) => html! { <picture><source type="image/webp" sizes={SIZES} srcset={webp} />{ image }</picture> },
        None => image,
    }
}
