//! Pictures and links to elsewhere: addresses checked, sizes known.

use super::format;
use super::json::{Text, quote};
use super::links;
use super::prose::Prose;
use super::report::Finding;
use crate::document::{Address, Candidate, Card, Inline, Inlines, Media, Section, is_webp};

const AN_ADDRESS: &str = "an https: or http: address, or one relative to the page";

/// What is shown beside a text: a picture, or a card that leads elsewhere.
pub fn shown(prose: &mut Prose<'_, '_, '_>, media: Option<&format::Media<'_>>) -> (Option<Media>, Option<Card>) {
    let Some(media) = media else { return (None, None) };
    let caption = prose.maybe_inlines(media.caption.as_ref());
    let caption = media.credit.as_ref().map_or(caption.clone(), |credit| with_credit(&caption, &credit.to_text()));
    let picture = media.picture.as_ref().and_then(|picture| self::picture(prose, picture, caption.clone()));
    (picture, card(prose, media, caption))
}

/// The sections of the article.
pub fn sections(prose: &mut Prose<'_, '_, '_>, sections: &[format::Section<'_>]) -> Vec<Section> {
    let section = |section: &format::Section<'_>| {
        // In print order.
        let (media, card) = shown(prose, section.media.as_ref());
        let body = prose.blocks(&section.body);
        Section { id: section.id.to_id(), heading: section.heading.to_text(), body, media, card }
    };
    sections.iter().map(section).collect()
}

fn picture(prose: &Prose<'_, '_, '_>, picture: &format::Picture<'_>, caption: Inlines) -> Option<Media> {
    let src: Option<Address> = address(prose, &picture.src);
    let candidates = picture.srcset.iter();
    let mut srcset: Vec<Candidate> = candidates
        .filter_map(|candidate| Some(Candidate { src: address(prose, &candidate.src)?, width: candidate.width }))
        .collect();
    let src = src?;
    let (width, height) = size(prose, picture, &src)?;
    // Browsers choose among those of one kind alone: where there are others of its kind, the picture itself is one of them.
    let of_kind = |webp: bool| move |one: &&Candidate| is_webp(one.src.as_str()) == webp;
    let mut of_own_kind = srcset.iter().filter(of_kind(is_webp(src.as_str()))).peekable();
    if of_own_kind.peek().is_some() && of_own_kind.all(|one| one.src != src && one.width != width) {
        srcset.push(Candidate { src: src.clone(), width });
    }
    // WebP is what browsers choose among where there is any.
    let webp = srcset.iter().any(|one| is_webp(one.src.as_str()));
    let widest = srcset.iter().filter(of_kind(webp)).map(|one| one.width).max();
    if let Some(widest) = widest.filter(|&widest| widest < width) {
        prose.report.push(too_narrow(picture, webp, widest, width));
    }
    let alt = picture.alt.as_ref().map(Text::to_text).unwrap_or_default();
    Some(Media { src, alt, width, height, caption, srcset })
}

/// The widest of those that browsers choose among is narrower than the picture, which they never fetch.
fn too_narrow(picture: &format::Picture<'_>, webp: bool, widest: u32, width: u32) -> Finding {
    let first = picture.srcset.iter().find(|one| is_webp(&one.src.value) == webp);
    let ending = if webp { "one that ends in .webp" } else { "one that does not end in .webp" };
    Finding::warning("srcset-narrow", first.map_or(picture.src.span(), |one| one.src.span()))
        .expected(format!("{ending} and is as wide as the picture, {width}: browsers choose among such files alone"))
        .found(format!("{widest} at most"))
        .help(format!("add one of {width}"))
}

/// An address of a picture. One that is missing has been reported.
fn address(prose: &Prose<'_, '_, '_>, src: &Text<'_>) -> Option<Address> {
    (!src.is_empty()).then(|| links::read(prose.report, src, AN_ADDRESS, links::picture))?
}

/// The size that the author says, else that of the file beside the document. The page keeps its room free, so that nothing
/// jumps when the picture comes.
fn size(prose: &Prose<'_, '_, '_>, picture: &format::Picture<'_>, src: &Address) -> Option<(u32, u32)> {
    if picture.says_size {
        // Half a size has been reported.
        return picture.width.zip(picture.height);
    }
    let known = (prose.size_of)(src.as_str());
    if known.is_none() {
        prose.report.push(
            Finding::error("picture-size", picture.src.span())
                .expected("a picture whose size is known, so that its room can be kept free")
                .found(format!(
                    "{}, which is no PNG, JPEG, WebP, GIF or AVIF beside the document",
                    quote(&picture.src.value)
                ))
                .help("add \"width\" and \"height\" in pixels, or put the file there".to_owned()),
        );
    }
    known
}

fn card(prose: &Prose<'_, '_, '_>, media: &format::Media<'_>, caption: Inlines) -> Option<Card> {
    let link = media.link.as_ref().filter(|link| !link.is_empty())?;
    let url = links::read(prose.report, link, "an https: or http: address", links::page);
    let still = media.still.as_ref().and_then(|still| {
        let picture = picture(prose, still, Inlines::default())?;
        if picture.src.as_str().contains("://") || picture.srcset.iter().any(|one| one.src.as_str().contains("://")) {
            prose.report.push(
                Finding::error("still-elsewhere", still.src.span())
                    .expected("a picture of your own, so that nothing is fetched from elsewhere before readers follow the link")
                    .found(quote(&still.src.value))
                    .help("put the picture beside the document and name its file".to_owned()),
            );
        }
        Some(picture)
    });
    Some(Card { url: url?, title: media.title.as_ref().map(Text::to_text).unwrap_or_default(), caption, still })
}

/// A caption with the credit after it.
fn with_credit(caption: &[Inline], credit: &str) -> Inlines {
    let mut inlines = caption.to_vec();
    match inlines.last_mut() {
        Some(Inline::Text(text)) => text.extend([" ", credit]),
        Some(_) => inlines.push(Inline::Text([" ", credit].concat())),
        None => inlines.push(Inline::Text(credit.to_owned())),
    }
    inlines.into()
}
