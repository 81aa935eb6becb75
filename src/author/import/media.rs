//! What is shown beside a slide's text: a card that leads there, or words and links within the text.

use super::draft::Card;
use super::html;
use super::markdown::{self, Block, Inline};
use super::slide::Media;
use crate::author::links;

/// Where what is shown comes from, if that can be a link.
pub fn target(media: &Media) -> Option<String> {
    let url = media.url.trim();
    (!url.starts_with('<')).then(|| links::web(&html::absolute(url)).ok())?
}

/// As a card that leads to its address, and what a caption cannot hold. Nothing of a third party is fetched for a reader who did
/// not ask, and a picture whose size nobody knows would make the page jump.
pub fn card(media: &Media, target: &str) -> (Card, Vec<Block>) {
    let titles = [&media.title, &media.alt].map(|title| html::to_line(title));
    let title = titles.into_iter().find(|title| !title.is_empty()).unwrap_or_else(|| html::host(target));
    let credit = plain_credit(&media.credit);
    let rest = if credit.is_empty() { &media.credit } else { "" };
    let mut told = vec![title.clone()];
    let (line, blocks) = words([&media.caption, &media.alt, &media.title, rest], link(media), &mut told);
    let caption = if line.iter().any(Inline::is_readable) { markdown::paragraph(&line) } else { String::new() };
    (Card { link: target.to_owned(), title, caption, credit }, blocks)
}

/// As words within a text: caption and credit, and a link to its address.
pub fn in_text(media: &Media) -> Vec<Block> {
    let mut shown = Vec::new();
    if media.url.trim().starts_with('<') {
        shown = html::read(media.url.trim()).blocks;
    }
    let links = target(media).into_iter().chain(link(media));
    let (line, blocks) = words([&media.caption, &media.alt, &media.title, &media.credit], links, &mut Vec::new());
    shown.extend(blocks);
    if line.iter().any(Inline::is_readable) {
        shown.push(Block::Paragraph(line));
    }
    shown
}

/// Where a click on it leads.
fn link(media: &Media) -> Option<String> {
    links::web(&html::absolute(&media.link)).ok()
}

/// A credit that is words alone, or nothing.
fn plain_credit(credit: &str) -> String {
    match &html::read(credit).blocks[..] {
        [Block::Paragraph(inlines)] if inlines.iter().all(|inline| matches!(inline, Inline::Text(_))) => {
            html::to_line(credit)
        }
        _ => String::new(),
    }
}

/// Texts and links in one line, each text that is not told yet; what is no paragraph stands apart.
fn words(
    texts: [&str; 4],
    links: impl IntoIterator<Item = String>,
    told: &mut Vec<String>,
) -> (Vec<Inline>, Vec<Block>) {
    let (mut line, mut blocks) = (Vec::new(), Vec::new());
    let mut add = |inlines: Vec<Inline>| {
        if !line.is_empty() {
            line.push(Inline::Text(" · ".to_owned()));
        }
        line.extend(inlines);
    };
    for text in texts {
        let plain = html::to_line(text);
        if plain.is_empty() || told.contains(&plain) {
            continue;
        }
        told.push(plain);
        for block in html::read(text).blocks {
            match block {
                Block::Paragraph(inlines) => add(inlines),
                other => blocks.push(other),
            }
        }
    }
    for target in links {
        let host = html::host(&target);
        add(vec![Inline::Link(target, vec![Inline::Text(host)])]);
    }
    (line, blocks)
}
