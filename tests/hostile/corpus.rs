//! The strings of `tests/corpora/xss`.

use std::path::Path;

use serde::Deserialize;

/// The collections that are strings to be read; the addresses are another matter.
const COLLECTIONS: [&str; 5] = ["ammonia-fragments", "blns", "bleach-data", "h5sc-items", "patt-markdown"];

/// One hostile string.
#[derive(Deserialize)]
pub struct Payload {
    /// Its name, for messages.
    pub id: String,
    /// The string.
    pub payload: String,
}

/// Reads a file of the corpus.
pub fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/xss").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All strings.
pub fn payloads() -> Vec<Payload> {
    let files = COLLECTIONS.map(|name| read(&format!("{name}.jsonl")));
    let lines = files.iter().flat_map(|file| file.lines());
    let payloads: Vec<Payload> = lines.map(|line| serde_json::from_str(line).expect(line)).collect();
    assert!(payloads.len() >= 1000, "only {} strings were found", payloads.len());
    payloads
}

impl Payload {
    /// The string as the author's format takes it in a field of one line: without control characters and the white space
    /// around it. `None` where nothing is left to read.
    pub fn line(&self) -> Option<String> {
        let line: String = self.payload.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
        let line = line.trim();
        (!line.is_empty()).then(|| line.to_owned())
    }

    /// The same with every character escaped that could mean something to Markdown.
    pub fn escaped(&self) -> Option<String> {
        let mut escaped = String::new();
        for char in self.line()?.chars() {
            if char.is_ascii_punctuation() {
                escaped.push('\\');
            }
            escaped.push(char);
        }
        Some(escaped)
    }
}
