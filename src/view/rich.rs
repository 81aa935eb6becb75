//! Rich text: document nodes to HTML nodes, one to one.

use yew::prelude::*;

use super::long::Absent;
use crate::document::{Block, Citation, DateText, Inline, Link, PrintedWords, Source, SourceId, fill, printed_id};

/// What the text refers to while it is printed.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// Before every printed id.
    pub prefix: &'a str,
    /// The sources, for their ids.
    pub sources: &'a [Source],
    /// Labels.
    pub words: &'a PrintedWords,
    /// What is not on this page.
    pub absent: &'a Absent<'a>,
}

/// Blocks of text.
pub(super) fn blocks(ctx: Context, blocks: &[Block]) -> Html {
    html! {
        for block in blocks {
            { self::block(ctx, block) }
        }
    }
}

fn block(ctx: Context, block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ inlines(ctx, text) }</p> },
        Block::Bullets(items) => html! { <ul>{ list_items(ctx, items) }</ul> },
        Block::Numbers(items) => html! { <ol>{ list_items(ctx, items) }</ol> },
        Block::Quote(inner) => html! { <blockquote>{ blocks(ctx, inner) }</blockquote> },
    }
}

fn list_items(ctx: Context, items: &[Vec<Block>]) -> Html {
    html! {
        for item in items {
            <li>
                // A lone paragraph needs no element of its own.
                if let [Block::Paragraph(text)] = item.as_slice() {
                    { inlines(ctx, text) }
                } else {
                    { blocks(ctx, item) }
                }
            </li>
        }
    }
}

/// A run of text.
pub(super) fn inlines(ctx: Context, inlines: &[Inline]) -> Html {
    html! {
        for inline in inlines {
            { self::inline(ctx, inline) }
        }
    }
}

fn inline(ctx: Context, inline: &Inline) -> Html {
    match inline {
        Inline::Text(text) => html! { { text } },
        Inline::Emphasis(inner) => html! { <em>{ inlines(ctx, inner) }</em> },
        Inline::Strong(inner) => html! { <strong>{ inlines(ctx, inner) }</strong> },
        Inline::Link(link, inner) => match address(ctx, link) {
            Some(address) => html! { <a href={address}>{ inlines(ctx, inner) }</a> },
            None => inlines(ctx, inner),
        },
        Inline::Cite(source, nth) => cite(ctx, *source, *nth),
    }
}

/// The address of a link, if there is a way to where it leads.
pub(super) fn address(ctx: Context, link: &Link) -> Option<String> {
    match link {
        Link::Web(address) => Some(address.clone()),
        Link::Here(id) => ctx.absent.address(ctx.prefix, id),
    }
}

/// The printed id of a reference to a source, for the way back.
pub(super) fn reference_id(prefix: &str, source: &Source, nth: u32) -> String {
    [prefix, "--", &source.id, "--", &nth.to_string()].concat()
}

fn cite(ctx: Context, SourceId(index): SourceId, nth: u32) -> Html {
    let Some(source) = ctx.sources.get(index as usize) else { return Html::default() };
    let number = (index + 1).to_string();
    html! {
        <sup class="explainer-cite">
            <a
                id={reference_id(ctx.prefix, source, nth)}
                href={["#", &printed_id(ctx.prefix, &source.id)].concat()}
                aria-label={fill(&ctx.words.source_number, &[("n", &number)])}
            >{ number }</a>
        </sup>
    }
}

/// The source numbers of an event or a claim, rising.
pub(super) fn citations(ctx: Context, citations: &[Citation]) -> Html {
    let mut sorted = citations.to_vec();
    sorted.sort_by_key(|Citation(source, nth)| (*source, *nth));
    html! {
        for Citation(source, nth) in sorted {
            { cite(ctx, source, nth) }
        }
    }
}

/// A date in words.
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
