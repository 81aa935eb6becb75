//! The files of one build, by the names that they had before they were named by their hashes.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use crate::document::Document;

/// The stylesheet that pages load.
pub(super) const STYLESHEET: &str = "news-explainer.css";
/// The script that pages load.
pub(super) const SCRIPT: &str = "news-explainer.js";
/// The program that frames printed words: its script, and its Wasm.
const RUNTIME: [&str; 2] = ["explainer-runtime.js", "explainer-runtime.wasm"];
/// The program that has all words, for documents that are too long to be printed.
const APP: [&str; 2] = ["explainer-app.js", "explainer-app.wasm"];

/// The files of one build: what `integrity.json` in the built folder says. Empty, nothing is pinned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pins(BTreeMap<String, Pin>);

/// A file whose content never changes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Pin {
    /// The name under which this very file stays.
    pub file: String,
    /// Its hash, as the attribute `integrity` takes it.
    pub integrity: String,
}

/// The text is no list of a build's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPins(String);

impl fmt::Display for NotPins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected the names and hashes of a build’s files; found {}", self.0)
    }
}

impl std::error::Error for NotPins {}

impl Pins {
    /// Reads `integrity.json`: an object with a member for each name, `{"file": "…", "integrity": "…"}`.
    ///
    /// # Errors
    /// It is not JSON of that shape, or a file is missing.
    pub fn from_json(text: &str) -> Result<Pins, NotPins> {
        let pins: BTreeMap<String, Pin> = serde_json::from_str(text).map_err(|error| NotPins(error.to_string()))?;
        let mut wanted = [STYLESHEET, SCRIPT].into_iter().chain(RUNTIME).chain(APP);
        match wanted.find(|name| !pins.contains_key(*name)) {
            Some(missing) => Err(NotPins(format!("none of {missing}"))),
            None => Ok(Pins(pins)),
        }
    }

    /// The names of the pinned files, which never change.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(|pin| pin.file.as_str())
    }

    /// The file that stands for a name, if it is pinned.
    pub(super) fn get(&self, name: &str) -> Option<&Pin> {
        self.0.get(name)
    }

    /// The program's script and its Wasm that the element's script will load for a printed document. `None` if nothing is
    /// pinned.
    pub(super) fn program(&self, document: &Document) -> Option<[&Pin; 2]> {
        let [script, wasm] = if document.is_long() { APP } else { RUNTIME };
        Some([self.get(script)?, self.get(wasm)?])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_list_of_files_is_an_error_that_says_so() {
        let missing = r#"{ "news-explainer.css": { "file": "a", "integrity": "b" } }"#;
        assert!(Pins::from_json(missing).expect_err("a file is missing").to_string().contains("news-explainer.js"));
        assert!(Pins::from_json("[]").is_err());
    }
}
