//! An explainer in an iframe: the whole page that stands in it, and the lines for the page around it.

use std::rc::Rc;

use url::Url;
use yew::prelude::*;

use super::element::{Element, Options};
use super::head_lines::{Head, Preloads, Script, Stylesheet, within};
use super::render::render;
use crate::document::{Address, Document};

/// The colours of the page in the iframe. A frame does not see what colours the page around it has: one that goes by the
/// reader's preference is a black box on a white page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Theme {
    /// Light, for pages that are.
    #[default]
    Light,
    /// Dark, for pages that are.
    Dark,
    /// What the reader prefers, for pages that do the same.
    Auto,
}

impl Theme {
    /// The page's `color-scheme`.
    fn color_scheme(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Auto => "light dark",
        }
    }
}

/// How the page in the iframe is to be printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Framed {
    /// Where the scripts and stylesheets are, and when the program is wanted.
    pub head: Head,
    /// Where all events of a document are that is too long to print whole.
    pub all_events: Option<Address>,
    /// Its colours.
    pub theme: Theme,
    /// Where the same words stand on a page of their own. On paper, where a frame may lose its end, it begins with that
    /// address; without one, with the document's `url`, if it has one.
    pub plain: Option<Address>,
}

/// The height of the iframe in CSS pixels until its content has told its own: about a screen of a telephone, so that it
/// reads, by scrolling, where the page around it has no script.
const FIRST_HEIGHT: &str = "640";

/// What the iframe may do, and no more: run our scripts, and open a source in a window of its own. That window must be
/// out of the sandbox, or the site in it would find no storage and no forms.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// A whole HTML document with the explainer, for an iframe on any page.
pub fn framed(document: &Rc<Document>, options: &Framed) -> String {
    let props = FramedPageProps { document: Rc::clone(document), options: options.clone() };
    ["<!doctype html>\n", &render::<FramedPage>(props), "\n"].concat()
}

/// The properties of [`FramedPage`].
#[derive(PartialEq, Properties)]
struct FramedPageProps {
    document: Rc<Document>,
    options: Framed,
}

#[component]
fn FramedPage(FramedPageProps { document, options }: &FramedPageProps) -> Html {
    let Framed { head, all_events, theme, plain } = options;
    let home = document.content.edition.url.as_ref().map(|url| url.as_str().to_owned());
    let plain = plain.as_ref().map(|plain| plain.as_str().to_owned()).or(home);
    let timeline = &document.timeline;
    let options = Options {
        level: 1,
        all_events: all_events.clone(),
        opens_windows: true,
        loading: head.loading,
        ..Options::default()
    };
    html! {
        <html lang={timeline.lang.clone()} dir={timeline.dir.as_str()}>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{ &document.content.title }</title>
                <meta name="color-scheme" content={theme.color_scheme()} />
                // Where the whole story is: for search engines, and for the address that readers copy in the frame.
                if let Some(url) = &document.content.edition.url {
                    <link rel="canonical" href={url.as_str().to_owned()} />
                }
                <link rel="stylesheet" href={head.address("explainer-framed.css")} />
                <Stylesheet {document} head={head.clone()} />
                <script type="module" src={head.address("explainer-framed.js")}></script>
                <Script {document} head={head.clone()} />
                <Preloads {document} head={head.clone()} />
            </head>
            <body data-plain={plain}><Element {document} {options} /></body>
        </html>
    }
}

/// The iframe for a page around it, where `page` is the address of what [`framed`] has printed, and the script that gives
/// it its height. Without `assets` the script is beside that page.
pub fn snippet(document: &Rc<Document>, page: &Address, assets: Option<&Address>) -> String {
    const SCRIPT: &str = "news-explainer-parent.js";
    let script = match (assets, Url::parse(page.as_str())) {
        (Some(assets), _) => within(assets.as_str(), SCRIPT),
        (None, Ok(page)) => page.join(SCRIPT).map_or_else(|_| SCRIPT.to_owned(), String::from),
        (None, Err(_)) => {
            let path = page.as_str().split('?').next().unwrap_or_default();
            path.rsplit_once('/').map_or_else(|| SCRIPT.to_owned(), |(folder, _)| [folder, "/", SCRIPT].concat())
        }
    };
    let iframe = IframeProps { document: Rc::clone(document), page: page.clone() };
    [render::<Iframe>(iframe), render::<ParentScript>(ParentScriptProps { src: script })].join("\n")
}

/// The properties of [`Iframe`].
#[derive(PartialEq, Properties)]
struct IframeProps {
    document: Rc<Document>,
    page: Address,
}

#[component]
fn Iframe(IframeProps { document, page }: &IframeProps) -> Html {
    html! {
        <iframe
            src={page.as_str().to_owned()}
            title={document.content.title.clone()}
            data-news-explainer={document.timeline.id.to_string()}
            width="100%"
            height={FIRST_HEIGHT}
            // A border without a style, which a strict policy forbids.
            frameborder="0"
            loading="lazy"
            sandbox={SANDBOX}
            // For the button that copies an event's address.
            allow="clipboard-write"
        ></iframe>
    }
}

/// The properties of [`ParentScript`].
#[derive(PartialEq, Properties)]
struct ParentScriptProps {
    src: String,
}

#[component]
fn ParentScript(ParentScriptProps { src }: &ParentScriptProps) -> Html {
    html! { <script type="module" src={src.clone()}></script> }
}
