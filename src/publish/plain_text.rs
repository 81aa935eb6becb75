//! Texts as words alone, for what can hold nothing else.

use crate::document::{Block, Content, Inline};

/// Search engines and previews show about so many characters of a description.
const LONGEST: usize = 200;

/// What a document is about, in a sentence or two: its standfirst, else the beginning of what can be read first.
pub fn description(content: &Content) -> String {
    let standfirst = inlines(&content.standfirst);
    let candidates = [standfirst, blocks(&content.lead)].into_iter();
    let sections = content.sections.iter().map(|section| blocks(&section.body));
    let text = candidates.chain(sections).find(|text| !text.is_empty()).unwrap_or_default();
    if text.chars().count() <= LONGEST {
        return text;
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    [whole.trim_end_matches([',', ';', ':', '.', ' ']), " …"].concat()
}

/// The words of blocks, parted by spaces.
pub fn blocks(blocks: &[Block]) -> String {
    let one = |block: &Block| match block {
        Block::Paragraph(paragraph) => inlines(paragraph),
        Block::Bullets(items) | Block::Numbers(items) => join(items.iter().map(|item| self::blocks(item))),
        Block::Quote(quoted) => self::blocks(quoted),
    };
    join(blocks.iter().map(one))
}

fn join(texts: impl Iterator<Item = String>) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words of a paragraph, without references.
pub fn inlines(inlines: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link((_, inner)) => self::inlines(inner),
        Inline::Cite(_) => String::new(),
    };
    inlines.iter().map(one).collect()
}
