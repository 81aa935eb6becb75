//! The two lines that a page needs beside a printed element: its stylesheet and its script.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use super::Address;
use super::element::attribute;

const STYLESHEET: &str = "news-explainer.css";
const SCRIPT: &str = "news-explainer.js";

/// The files of one build: what `integrity.json` in the built folder says. Empty, nothing is pinned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pins(BTreeMap<String, Pin>);

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Pin {
    /// The name under which this very file stays.
    file: String,
    /// Its hash, as the attribute `integrity` takes it.
    integrity: String,
}

/// The text is no list of a build's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPins(String);

impl fmt::Display for NotPins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected the names and hashes of {STYLESHEET} and {SCRIPT}; found {}", self.0)
    }
}

impl std::error::Error for NotPins {}

impl Pins {
    /// Reads `integrity.json`: an object with a member for each stable name, `{"file": "…", "integrity": "…"}`.
    ///
    /// # Errors
    /// It is not JSON of that shape, or one of the two files is missing.
    pub fn from_json(text: &str) -> Result<Pins, NotPins> {
        let pins: BTreeMap<String, Pin> = serde_json::from_str(text).map_err(|error| NotPins(error.to_string()))?;
        match [STYLESHEET, SCRIPT].into_iter().find(|name| !pins.contains_key(*name)) {
            Some(missing) => Err(NotPins(format!("none of {missing}"))),
            None => Ok(Pins(pins)),
        }
    }
}

/// The lines of the stylesheet and the script from a folder on the web: pinned ones by name and integrity, so that no
/// other file is ever taken for them; others by their stable names.
///
/// ```
/// use news_explainer::publish::{Pins, lines};
/// let lines = lines(&"https://assets.example/explainer/".parse().unwrap(), &Pins::default());
/// assert!(lines.contains(r#"<link rel="stylesheet" href="https://assets.example/explainer/news-explainer.css">"#));
/// ```
pub fn lines(assets: &Address, Pins(pins): &Pins) -> String {
    let folder = assets.as_str().trim_end_matches('/');
    let address = |name: &str, attribute_name: &str| {
        let (file, hash) = match pins.get(name) {
            Some(Pin { file, integrity }) => {
                (&**file, format!(" integrity=\"{}\" crossorigin=\"anonymous\"", attribute(integrity)))
            }
            None => (name, String::new()),
        };
        format!("{attribute_name}=\"{}/{}\"{hash}", attribute(folder), attribute(file))
    };
    format!(
        "<link rel=\"stylesheet\" {}>\n<script type=\"module\" {}></script>\n",
        address(STYLESHEET, "href"),
        address(SCRIPT, "src"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PINS: &str = r#"{
        "news-explainer.css": { "file": "news-explainer-1f.css", "integrity": "sha384-a" },
        "news-explainer.js": { "file": "news-explainer-2f.js", "integrity": "sha384-b" }
    }"#;

    #[test]
    fn pinned_lines_name_a_file_and_its_hash() {
        let pins = Pins::from_json(PINS).expect("pins");
        assert_eq!(
            lines(&"/explainer".parse().expect("an address"), &pins),
            "<link rel=\"stylesheet\" href=\"/explainer/news-explainer-1f.css\" integrity=\"sha384-a\" crossorigin=\"anonymous\">\n\
             <script type=\"module\" src=\"/explainer/news-explainer-2f.js\" integrity=\"sha384-b\" crossorigin=\"anonymous\"></script>\n"
        );
    }

    #[test]
    fn what_is_no_list_of_files_is_an_error_that_says_so() {
        let missing = r#"{ "news-explainer.css": { "file": "a", "integrity": "b" } }"#;
        assert!(Pins::from_json(missing).expect_err("a file is missing").to_string().contains("news-explainer.js"));
        assert!(Pins::from_json("[]").is_err());
    }
}
