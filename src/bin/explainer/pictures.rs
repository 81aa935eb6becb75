//! The pictures that stand beside a document: copied under names with their content's hash, so that they may be kept for ever,
//! and offered in smaller sizes.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::Cursor;
use std::path::Path;
use std::rc::Rc;

use news_explainer::document::{Address, Candidate, Card, Content, Document, Event, Media, Section};
use sha2::{Digest, Sha256};

use crate::file;
use crate::resize;

/// The pictures of one document.
#[derive(Default)]
pub struct Pictures {
    /// The names that they get, by the addresses that the document gives.
    names: BTreeMap<String, String>,
    /// The names of their other sizes with the widths of those, by the same.
    sizes: BTreeMap<String, Vec<(String, u32)>>,
    /// The files, by those names.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// How far the sides of a picture may be from what the document says before the page would show it out of shape.
const TOLERANCE: f64 = 0.02;
/// The end of a picture's name whose size nobody can tell.
const DRAWING: &str = "svg";

impl Pictures {
    /// Reads the pictures that are beside a document's file; those of the web, and of the whole host (`/a.png`), stay where they are.
    /// What is wrong with them, without being in the way, is given to `warn`.
    ///
    /// # Errors
    /// A picture is not there, or is none.
    pub fn read(file: &Path, document: &Document, warn: &mut dyn FnMut(String)) -> Result<Pictures, String> {
        let mut pictures = Pictures::default();
        for media in all(&document.content) {
            let chosen = media.srcset.iter().map(|candidate| candidate.src.as_str());
            for address in [media.src.as_str()].into_iter().chain(chosen) {
                pictures.add(file, address, media, warn)?;
            }
            // The author's own sizes are taken as they are.
            if media.srcset.is_empty() {
                pictures.resize(file, media.src.as_str(), warn);
            }
        }
        Ok(pictures)
    }

    fn add(&mut self, file: &Path, address: &str, media: &Media, warn: &mut dyn FnMut(String)) -> Result<(), String> {
        let Some(path) = resize::beside(file, address).filter(|_| !self.names.contains_key(address)) else {
            return Ok(());
        };
        let say = |what: &str| format!("{}: the picture {address:?} {what}", file.display());
        let bytes = file::read(&path)
            .map_err(|error| say(&format!("is not beside it: {error}; put it there, or give its whole address")))?;
        match resize::size(Cursor::new(&bytes)) {
            Some((width, height)) if is_out_of_shape((width, height), media) => warn(format!(
                "{}: expected the size of the picture {address:?}, {width} by {height}; found {} by {}, which shows it out of shape",
                file.display(),
                media.width,
                media.height
            )),
            Some(_) => {}
            None if path.extension().is_some_and(|end| end.eq_ignore_ascii_case(DRAWING)) => {}
            // Whatever else lies on this machine is not published.
            None => return Err(say("is of no kind that browsers show; save it as JPEG, PNG, WebP, AVIF, GIF or SVG")),
        }
        let name = hashed(&path, &bytes);
        self.names.insert(address.to_owned(), name.clone());
        self.files.insert(name, bytes);
        Ok(())
    }

    /// Makes the other sizes of a picture that was read, once.
    fn resize(&mut self, file: &Path, address: &str, warn: &mut dyn FnMut(String)) {
        let Some((path, name)) = resize::beside(file, address).zip(self.names.get(address).cloned()) else { return };
        if self.sizes.contains_key(address) {
            return;
        }
        let sizes = resize::sizes(&self.files[&name]).unwrap_or_else(|error| {
            let file = file.display();
            warn(format!("{file}: the picture {address:?} is published in its own size alone: {error}"));
            Vec::new()
        });
        // Browsers choose by the ends of names: where the picture itself is among them all end as it does, even if it is named wrongly.
        let is_among = sizes.iter().any(|size| size.file.is_none());
        let own_end = path.extension().filter(|_| is_among);
        let mut offered = Vec::new();
        for resize::Size { width, file } in sizes {
            let name = match file {
                None => name.clone(),
                Some((end, bytes)) => {
                    let name = hashed(&path.with_extension(own_end.unwrap_or(OsStr::new(end))), &bytes);
                    self.files.insert(name.clone(), bytes);
                    name
                }
            };
            offered.push((name, width));
        }
        self.sizes.insert(address.to_owned(), offered);
    }

    /// The document with its pictures at their new names in a folder: the address before them, with a slash at its end.
    pub fn place(&self, document: &Rc<Document>, folder: &str) -> Rc<Document> {
        if self.names.is_empty() {
            return Rc::clone(document);
        }
        let media = |media: &Media| self.media(media, folder);
        let card = |card: &Card| Card { still: card.still.as_ref().map(media), ..card.clone() };
        let section = |section: &Section| Section {
            media: section.media.as_ref().map(media),
            card: section.card.as_ref().map(card),
            ..section.clone()
        };
        let event = |event: &Event| Event {
            media: event.media.as_ref().map(media),
            card: event.card.as_ref().map(card),
            ..event.clone()
        };
        let sections = document.content.sections.iter().map(section).collect();
        let events = document.content.events.iter().map(event).collect();
        let content = Content { sections, events, ..document.content.clone() };
        Rc::new(Document { content, timeline: Rc::clone(&document.timeline) })
    }

    fn media(&self, media: &Media, folder: &str) -> Media {
        // A name of plain letters after an address that was read is one.
        let placed = |name: &String| Address::try_from([folder, name].concat()).ok();
        let place = |src: &Address| self.names.get(src.as_str()).and_then(placed).unwrap_or_else(|| src.clone());
        let own = media.srcset.iter().map(|one| Candidate { src: place(&one.src), width: one.width });
        let made = self.sizes.get(media.src.as_str()).filter(|_| media.srcset.is_empty()).into_iter().flatten();
        let made = made.filter_map(|(name, width)| Some(Candidate { src: placed(name)?, width: *width }));
        Media { src: place(&media.src), srcset: own.chain(made).collect(), ..media.clone() }
    }
}

/// The pictures of a document.
fn all(content: &Content) -> impl Iterator<Item = &Media> {
    let sections = content.sections.iter().map(|section| (&section.media, &section.card));
    let events = content.events.iter().map(|event| (&event.media, &event.card));
    sections.chain(events).flat_map(|(media, card)| {
        let still = card.as_ref().and_then(|card| card.still.as_ref());
        media.as_ref().into_iter().chain(still)
    })
}

/// Whether a picture of this size would be shown out of shape.
fn is_out_of_shape((width, height): (u32, u32), media: &Media) -> bool {
    let shape = f64::from(width) / f64::from(height.max(1));
    let said = f64::from(media.width) / f64::from(media.height.max(1));
    (said / shape - 1.0).abs() > TOLERANCE
}

/// A file's name with a hash of its content, in letters that need no escape in an address.
fn hashed(path: &Path, bytes: &[u8]) -> String {
    let plain = |text: &OsStr| {
        let letters = text.to_string_lossy().to_lowercase();
        let kept: String =
            letters.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
        kept.trim_matches('-').to_owned()
    };
    let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let stem = path.file_stem().map(plain).filter(|stem| !stem.is_empty()).unwrap_or_else(|| "picture".to_owned());
    let end = path.extension().map(plain).unwrap_or_default();
    [&stem, "-", &hash, ".", &end].concat()
}
