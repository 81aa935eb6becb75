//! The folder of one document: its page, what others paste, and what programs read.

use news_explainer::author::Compiled;
use news_explainer::document::Address;
use news_explainer::publish::{self, Framed, Head, Loading, Options, Pins, Standalone, Structured, Theme};

use crate::pictures::Pictures;

/// What the folders of all documents have in common.
#[derive(Clone)]
pub struct Site {
    /// The address of the folder that holds all of it, with a slash at its end.
    pub base: Option<String>,
    /// The runtime's files.
    pub pins: Pins,
    /// The name of the pages' stylesheet.
    pub sheet: String,
    /// When the program is fetched.
    pub loading: Loading,
    /// The colours of the pages in iframes.
    pub frame_theme: Theme,
    /// Whether search engines are told of the questions.
    pub faq: bool,
}

/// The page with all events of a document that is too long to print them.
const ALL_EVENTS: &str = "all-events.html";

impl Site {
    /// The text files of a document, by name.
    pub fn files(&self, compiled: &Compiled, pictures: &Pictures) -> Result<Vec<(&'static str, String)>, String> {
        let document = &pictures.place(&compiled.document, "");
        let id = document.timeline.id.to_string();
        let address = |text: &str| publish::address(text).map_err(|error| format!("{text}: {error}"));
        let here = |name: &str| self.base.as_ref().map(|base| format!("{base}{id}/{name}"));
        // Where it is pasted elsewhere, and fetched by address, pictures need the whole address, too.
        let elsewhere = &pictures.place(&compiled.document, &here("").unwrap_or_default());
        let above = address("../")?;
        let assets = self.base.as_deref().map_or(Ok(above.clone()), address)?;
        let head =
            |assets: &Address| Head { assets: Some(assets.clone()), pins: self.pins.clone(), loading: self.loading };
        let all_events = document.is_long().then(|| address(ALL_EVENTS)).transpose()?;
        // Where it is pasted elsewhere, the whole address is needed.
        let all_events_elsewhere = match here(ALL_EVENTS).filter(|_| document.is_long()) {
            Some(address_of) => Some(address(&address_of)?),
            None => all_events.clone(),
        };
        let page = Standalone {
            head: head(&above),
            sheet: format!("../{}", self.sheet),
            structured: Structured {
                url: here("").or_else(|| document.content.edition.url.as_ref().map(|url| url.as_str().to_owned())),
                authors: compiled.authors.clone(),
                faq: self.faq,
            },
            extra: None,
            oembed: here("oembed.json"),
            all_events: all_events.clone(),
        };
        let src = here("explainer.json").filter(|_| document.content.edition.url.is_some());
        let element = Options {
            all_events: all_events_elsewhere.clone(),
            src: src.as_deref().map(address).transpose()?,
            loading: self.loading,
            ..Options::default()
        };
        let lines = publish::head_lines(document, &head(&assets));
        let embed = [lines.trim_end(), "\n", &publish::element(elsewhere, &element), "\n"].concat();
        let plain = here("plain.html").as_deref().map(address).transpose()?;
        let framed = Framed { head: head(&above), all_events: all_events.clone(), theme: self.frame_theme, plain };
        let mut files = vec![
            ("index.html", publish::standalone(document, &page)),
            ("plain.html", publish::plain(document, &page)),
            ("embed.html", embed),
            ("iframe.html", publish::framed(document, &framed)),
            ("explainer.json", publish::document_json(elsewhere, all_events_elsewhere.as_ref())),
        ];
        if let (Some(base), Some(frame)) = (&self.base, here("iframe.html")) {
            let host = base.split("//").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
            files.push(("oembed.json", publish::oembed(document, &address(&frame)?, &assets, host)));
        }
        if document.is_long() {
            let stylesheet = address("../news-explainer.css")?;
            files.push((ALL_EVENTS, publish::page_of_events(document, &stylesheet)));
        }
        Ok(files)
    }
}
