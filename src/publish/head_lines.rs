//! The two lines that a page needs beside a printed element: its stylesheet and its script.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use yew::prelude::*;

use super::render::render;
use crate::document::Address;

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
/// use news_explainer::publish::{Pins, address, head_lines};
/// let lines = head_lines(&address("https://assets.example/explainer/").unwrap(), &Pins::default());
/// assert!(lines.contains(r#"<link rel="stylesheet" href="https://assets.example/explainer/news-explainer.css">"#));
/// ```
pub fn head_lines(assets: &Address, pins: &Pins) -> String {
    let stylesheet = render::<Stylesheet>(pins.file(assets, STYLESHEET));
    let script = render::<Script>(pins.file(assets, SCRIPT));
    [stylesheet, script, String::new()].join("\n")
}

/// A file that a page loads.
#[derive(PartialEq, Properties)]
struct FileProps {
    address: String,
    integrity: Option<String>,
}

#[component]
fn Stylesheet(FileProps { address, integrity }: &FileProps) -> Html {
    let crossorigin = integrity.as_ref().map(|_| "anonymous");
    html! { <link rel="stylesheet" href={address.clone()} integrity={integrity.clone()} {crossorigin} /> }
}

#[component]
fn Script(FileProps { address, integrity }: &FileProps) -> Html {
    let crossorigin = integrity.as_ref().map(|_| "anonymous");
    html! { <script type="module" src={address.clone()} integrity={integrity.clone()} {crossorigin}></script> }
}

impl Pins {
    /// The file of this build that stands for a stable name in a folder.
    fn file(&self, assets: &Address, name: &str) -> FileProps {
        let folder = assets.as_str().trim_end_matches('/');
        let (file, integrity) = match self.0.get(name) {
            Some(Pin { file, integrity }) => (&**file, Some(integrity.clone())),
            None => (name, None),
        };
        FileProps { address: [folder, "/", file].concat(), integrity }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::address;

    const PINS: &str = r#"{
        "news-explainer.css": { "file": "news-explainer-1f.css", "integrity": "sha384-a" },
        "news-explainer.js": { "file": "news-explainer-2f.js", "integrity": "sha384-b" }
    }"#;

    #[test]
    fn pinned_lines_name_a_file_and_its_hash() {
        let pins = Pins::from_json(PINS).expect("pins");
        assert_eq!(
            head_lines(&address("/explainer").expect("an address"), &pins),
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
