//! Pictures, and links to what is shown elsewhere, as they are written.

use schemars::JsonSchema;

use super::MARKDOWN;
use crate::author::json::{Node, Text, Value, quote};
use crate::author::read::Fields;
use crate::author::report::{Finding, Report};
use crate::document::is_webp;

/// A picture (`src`), or a link to a film, a recording, a map or a post elsewhere (`link`).
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Media<'s> {
    #[schemars(flatten)]
    pub picture: Option<Picture<'s>>,
    /// The web address of a film, a recording, a map or a post elsewhere. Readers see a card that leads there; nothing is
    /// fetched from there before they follow it.
    pub link: Option<Text<'s>>,
    /// What is at `link`, in a line.
    pub title: Option<Text<'s>>,
    /// A picture for the card that leads to `link`: a file beside the document.
    pub still: Option<Picture<'s>>,
    /// What is said under it, in Markdown.
    pub caption: Option<Text<'s>>,
    /// Whose it is.
    pub credit: Option<Text<'s>>,
}

/// A picture.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Picture<'s> {
    /// Its address: https:, http:, or relative to the document. `explainer build` copies a file beside the document.
    #[schemars(with = "Option<Text<'static>>")]
    pub src: Text<'s>,
    /// What it shows, for those who do not see it.
    pub alt: Option<Text<'s>>,
    /// Whether it shows nothing that the words do not say, so that it needs no `alt`.
    #[schemars(with = "Option<bool>")]
    pub decorative: bool,
    /// Its width in pixels; of a file beside the document it is known.
    pub width: Option<u32>,
    /// Its height in pixels; of a file beside the document it is known.
    pub height: Option<u32>,
    // Whether anything is said of its size; what is wrong with that has been reported.
    #[schemars(skip)]
    pub says_size: bool,
    /// The same picture in other sizes; of a file beside the document `explainer build` makes them.
    #[schemars(with = "Option<Vec<Candidate<'static>>>")]
    pub srcset: Vec<Candidate<'s>>,
}

/// A picture in another size.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Candidate<'s> {
    /// Its address: https:, http:, or relative to the document.
    pub src: Text<'s>,
    /// Its width in pixels.
    pub width: u32,
}

const TITLE: &str = "what is there, in a line, for readers who decide whether to follow the link";
/// The fields of a picture that a link to elsewhere has in its `still`.
const OF_PICTURES: [&str; 6] = ["src", "alt", "decorative", "width", "height", "srcset"];
/// The fields of a link to elsewhere that a picture has no use for.
const OF_LINKS: [&str; 2] = ["title", "still"];

/// Reads a picture or a link to elsewhere.
pub fn media<'s>(report: &Report, node: Node<'s>) -> Option<Media<'s>> {
    let fields = Fields::open(report, node, "a picture or a link to elsewhere")?;
    let link = fields.get("link");
    let needed = |name, expected| fields.get(name).map(|_| fields.line(name, expected));
    let strangers = if link.is_some() { &OF_PICTURES[..] } else { &OF_LINKS };
    for (name, stranger) in strangers.iter().filter_map(|&name| Some((name, fields.get(name)?))) {
        let (expected, help) = match link {
            Some(_) => {
                ("either \"src\" with a picture or \"link\" to what is elsewhere", "put the picture into \"still\"")
            }
            None => ("this only with \"link\", which leads elsewhere", "add \"link\", or say it in \"caption\""),
        };
        let finding = Finding::error("media-mixed", stranger.span()).expected(expected);
        report.push(finding.found(format!("{} as well", quote(name))).help(help.to_owned()));
    }
    let media = Media {
        picture: if link.is_none() {
            picture(report, node, &fields, ", or \"link\" to what is elsewhere")
        } else {
            None
        },
        link: needed("link", "a web address"),
        title: if link.is_some() { needed("title", TITLE) } else { None },
        still: fields.get("still").filter(|_| link.is_some()).and_then(|node| still(report, node)),
        caption: fields.maybe_prose("caption", MARKDOWN),
        credit: fields.maybe_line("credit", "whose it is"),
    };
    if media.link.is_some() && media.title.is_none() {
        report.push(
            Finding::error("card-untitled", node.span())
                .field("title")
                .expected(TITLE)
                .found("no such field")
                .help("add \"title\"".to_owned()),
        );
    }
    fields.close();
    Some(media)
}

fn still<'s>(report: &Report, node: Node<'s>) -> Option<Picture<'s>> {
    let fields = Fields::open(report, node, "a picture")?;
    let picture = picture(report, node, &fields, "");
    fields.close();
    picture
}

/// Reads the fields of a picture. What is wrong with them has been reported where there is none.
fn picture<'s>(report: &Report, node: Node<'s>, fields: &Fields<'_, 's>, or: &str) -> Option<Picture<'s>> {
    let described = "a description for those who do not see the picture, or \"decorative\": true if it shows nothing that \
                     the words do not say";
    let src = fields.get("src").map(|_| fields.line("src", "the address of a picture"));
    let picture = Picture {
        alt: fields.get("alt").map(|_| fields.line("alt", described)),
        decorative: fields.flag("decorative"),
        width: fields.maybe_number("width", "the picture's width, a whole number of pixels"),
        height: fields.maybe_number("height", "the picture's height, a whole number of pixels"),
        says_size: fields.get("width").or(fields.get("height")).is_some(),
        srcset: fields.list("srcset", "a list of pictures in other sizes", |node| candidate(report, node)),
        src: src.clone().unwrap_or_else(|| Text::missing(node)),
    };
    // What is neither true nor false has been reported.
    let unclear = fields.get("decorative").is_some_and(|node| !matches!(node.value(), Value::Bool(_)));
    match (&picture.alt, picture.decorative) {
        _ if unclear || src.is_none() => {}
        (None, false) => report.push(
            Finding::error("picture-undescribed", node.span())
                .field("alt")
                .expected(described)
                .found("neither")
                .help("add \"alt\"".to_owned()),
        ),
        (Some(alt), true) if !alt.is_empty() => report.push(
            Finding::error("picture-undescribed", alt.span())
                .expected("no description of a picture that is decorative")
                .found(quote(&alt.value))
                .help("remove one of the two".to_owned()),
        ),
        _ => {}
    }
    for (there, absent) in [("width", "height"), ("height", "width")] {
        if let Some(alone) = fields.get(there).filter(|_| fields.get(absent).is_none()) {
            report.push(
                Finding::error("picture-size", alone.span())
                    .expected("both sides of the picture, or neither")
                    .found(format!("{} alone", quote(there)))
                    .help(format!("add {}", quote(absent))),
            );
        }
    }
    for (place, candidate) in picture.srcset.iter().enumerate() {
        let is_same_choice = |before: &Candidate<'_>| {
            before.width == candidate.width && is_webp(&before.src.value) == is_webp(&candidate.src.value)
        };
        if picture.srcset[..place].iter().any(is_same_choice) {
            report.push(
                Finding::error("duplicate-width", candidate.src.span())
                    .expected("pictures of different widths, those that end in .webp apart from the others")
                    .found(format!("a second one of {}", candidate.width))
                    .help("remove one of the two".to_owned()),
            );
        }
    }
    if src.is_none() {
        report.push(
            Finding::error("picture-without-src", node.span())
                .field("src")
                .expected(format!("the address of a picture{or}"))
                .found("no such address")
                .help("add \"src\"".to_owned()),
        );
    }
    src.is_some().then_some(picture)
}

fn candidate<'s>(report: &Report, node: Node<'s>) -> Option<Candidate<'s>> {
    let fields = Fields::open(report, node, "a picture in another size")?;
    let candidate = Candidate {
        src: fields.line("src", "the address of the picture in this size"),
        width: fields.number("width", "its width, a whole number of pixels")?,
    };
    fields.close();
    Some(candidate)
}
