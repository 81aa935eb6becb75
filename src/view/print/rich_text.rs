//! Rich text: nodes of the document to nodes of the page, one to one.

use std::rc::Rc;

use yew::prelude::*;

use super::Print;
use super::citations::cite;
use super::link::link_with_id;
use crate::document::{Block, Blocks, Inline, Inlines};

/// The properties of [`RichText`].
#[derive(PartialEq, Properties)]
pub struct RichTextProps {
    /// The print.
    pub print: Rc<Print>,
    /// The text.
    pub text: Blocks,
}

/// A text of any number of blocks.
#[component]
pub fn RichText(RichTextProps { print, text }: &RichTextProps) -> Html {
    blocks(print, text)
}

/// The properties of [`Run`].
#[derive(PartialEq, Properties)]
pub struct RunProps {
    /// The print.
    pub print: Rc<Print>,
    /// The text.
    pub text: Inlines,
}

/// A run of text within a block.
#[component]
pub fn Run(RunProps { print, text }: &RunProps) -> Html {
    run(print, text)
}

fn blocks(print: &Print, blocks: &[Block]) -> Html {
    html! {
        for block in blocks {
            { self::block(print, block) }
        }
    }
}

fn block(print: &Print, block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ run(print, text) }</p> },
        Block::Bullets(items) => html! { <ul>{ list_items(print, items) }</ul> },
        Block::Numbers(items) => html! { <ol>{ list_items(print, items) }</ol> },
        Block::Quote(inner) => html! { <blockquote>{ blocks(print, inner) }</blockquote> },
    }
}

fn list_items(print: &Print, items: &[Blocks]) -> Html {
    html! {
        for item in items {
            <li>
                // A lone paragraph needs no element of its own.
                if let [Block::Paragraph(text)] = &**item {
                    { run(print, text) }
                } else {
                    { blocks(print, item) }
                }
            </li>
        }
    }
}

fn run(print: &Print, inlines: &[Inline]) -> Html {
    html! {
        for inline in inlines {
            { self::inline(print, inline) }
        }
    }
}

fn inline(print: &Print, inline: &Inline) -> Html {
    match inline {
        Inline::Text(text) => html! { { text } },
        Inline::Emphasis(inner) => html! { <em>{ run(print, inner) }</em> },
        Inline::Strong(inner) => html! { <strong>{ run(print, inner) }</strong> },
        Inline::Link((target, inner)) => match print.target_of(target) {
            Some(href) => link_with_id(print, href, print.link_id(inline), run(print, inner)),
            None => run(print, inner),
        },
        Inline::Cite(citation) => cite(print, *citation),
    }
}
