//! The pictures that stand beside a document: copied under names with their content's hash, so that they may be kept for ever.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use news_explainer::document::{Address, Content, Document, Event, Media};
use sha2::{Digest, Sha256};

use crate::file;

/// The pictures of one document.
#[derive(Default)]
pub struct Pictures {
    /// The names that they get, by the addresses that the document gives.
    names: BTreeMap<String, String>,
    /// The files, by those names.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// How far the sides of a picture may be from what the document says before the page would show it out of shape.
const TOLERANCE: f64 = 0.02;

impl Pictures {
    /// Reads the pictures that are beside a document's file; those of the web, and of the whole host (`/a.png`), stay where they are.
    /// What is wrong with the sizes is given to `warn`.
    pub fn read(file: &Path, document: &Document, warn: &mut dyn FnMut(String)) -> Result<Pictures, String> {
        let mut pictures = Pictures::default();
        let folder = file.parent().unwrap_or(Path::new("."));
        for Media { src, width, height, .. } in document.content.events.iter().filter_map(|event| event.media.as_ref())
        {
            let address = src.as_str();
            let is_here = !address.contains("://") && !address.starts_with(['/', '\\']);
            if !is_here || pictures.names.contains_key(address) {
                continue;
            }
            let path = folder.join(address.split(['?', '#']).next().unwrap_or_default());
            let bytes = file::read(&path).map_err(|error| {
                format!(
                    "{}: the picture {address:?} is not beside it: {error}; put it there, or give its whole address",
                    file.display()
                )
            })?;
            if let Ok(size) = imagesize::blob_size(&bytes)
                && let shape = size.width as f64 / size.height.max(1) as f64
                && let said = f64::from(*width) / f64::from((*height).max(1))
                && (said / shape - 1.0).abs() > TOLERANCE
            {
                warn(format!(
                    "{}: expected the size of the picture {address:?}, {} by {}; found {width} by {height}, which shows it out of shape",
                    file.display(),
                    size.width,
                    size.height
                ));
            }
            let name = hashed(&path, &bytes);
            pictures.names.insert(address.to_owned(), name.clone());
            pictures.files.insert(name, bytes);
        }
        Ok(pictures)
    }

    /// The document with its pictures at their new names in a folder: the address before them, with a slash at its end.
    pub fn place(&self, document: &Rc<Document>, folder: &str) -> Rc<Document> {
        if self.names.is_empty() {
            return Rc::clone(document);
        }
        let place = |media: &Media| {
            let name = self.names.get(media.src.as_str()).map(|name| [folder, name].concat());
            // A name of plain letters after an address that was read is one.
            let src = name.and_then(|name| Address::try_from(name).ok()).unwrap_or_else(|| media.src.clone());
            Media { src, ..media.clone() }
        };
        let event = |event: &Event| Event { media: event.media.as_ref().map(place), ..event.clone() };
        let events = document.content.events.iter().map(event).collect();
        let content = Content { events, ..document.content.clone() };
        Rc::new(Document { content, timeline: Rc::clone(&document.timeline) })
    }
}

/// A file's name with a hash of its content, in letters that need no escape in an address.
fn hashed(path: &Path, bytes: &[u8]) -> String {
    let plain = |text: &std::ffi::OsStr| {
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
