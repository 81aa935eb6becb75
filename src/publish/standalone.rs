//! A page of its own for an explainer: what a search engine finds, and what is shown where a link to it is posted. And the same
//! without script, for archives and paper.

use std::rc::Rc;

use yew::prelude::*;

use super::element::{Element, Options};
use super::head_lines::{Head, Preloads, Script, Stylesheet};
use super::render::render;
use super::structured::{Structured, structured};
use super::{plain_text, script_json};
use crate::document::{Address, Document};
use crate::view::print::{Explainer, Print, PrintOptions};

/// How the page is to be printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standalone {
    /// Where the scripts and stylesheets are, and when the program is wanted.
    pub head: Head,
    /// The address of the page's own stylesheet.
    pub sheet: String,
    /// What search engines are told; its `url` is the page's canonical address.
    pub structured: Structured,
    /// A stylesheet and a script besides: those of the preview.
    pub extra: Option<[String; 2]>,
    /// The address of `oembed.json`.
    pub oembed: Option<String>,
    /// Where all events of a document are that is too long to print whole.
    pub all_events: Option<Address>,
}

/// A whole HTML document with the explainer.
pub fn standalone(document: &Rc<Document>, options: &Standalone) -> String {
    page(document, options, true)
}

/// The same words in a whole HTML document without script.
pub fn plain(document: &Rc<Document>, options: &Standalone) -> String {
    page(document, options, false)
}

fn page(document: &Rc<Document>, options: &Standalone, is_alive: bool) -> String {
    let props = PageProps { document: Rc::clone(document), options: options.clone(), is_alive };
    ["<!doctype html>\n", &render::<Page>(props), "\n"].concat()
}

/// The properties of [`Page`].
#[derive(PartialEq, Properties)]
struct PageProps {
    document: Rc<Document>,
    options: Standalone,
    is_alive: bool,
}

#[component]
fn Page(PageProps { document, options, is_alive }: &PageProps) -> Html {
    let Standalone { head, sheet, structured: told, extra, oembed, all_events } = options;
    let timeline = &document.timeline;
    let title = document.content.title.clone();
    let description = plain_text::description(&document.content);
    let loading = head.loading;
    let element = Options { level: 1, all_events: all_events.clone(), loading, ..Options::default() };
    let print = PrintOptions { level: 1, all_events: all_events.clone(), ..PrintOptions::new(document) };
    html! {
        <html lang={timeline.lang.clone()} dir={timeline.dir.as_str()}>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{ &title }</title>
                <meta name="description" content={description.clone()} />
                <meta name="color-scheme" content="light dark" />
                if let Some(url) = &told.url {
                    <link rel="canonical" href={url.clone()} />
                    <meta property="og:url" content={url.clone()} />
                }
                <meta property="og:type" content="article" />
                <meta property="og:title" content={title.clone()} />
                <meta property="og:description" content={description} />
                if let Some(oembed) = oembed {
                    <link rel="alternate" type="application/json+oembed" href={oembed.clone()} title={title} />
                }
                <link rel="stylesheet" href={sheet.clone()} />
                <Stylesheet {document} head={head.clone()} />
                if *is_alive {
                    <Script {document} head={head.clone()} />
                    <Preloads {document} head={head.clone()} />
                }
                if let Some([sheet, script]) = extra {
                    <link rel="stylesheet" href={sheet.clone()} />
                    <script type="module" src={script.clone()}></script>
                }
                <script type="application/ld+json">{ script_json(&structured(document, told)) }</script>
            </head>
            <body>
                <main>
                    if *is_alive {
                        <Element {document} options={element} />
                    } else {
                        <news-explainer heading-level="1"><Explainer print={Print::new(document, print)} /></news-explainer>
                    }
                </main>
            </body>
        </html>
    }
}
