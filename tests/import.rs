//! What people bring becomes a document: of every TimelineJS file every event, and of sheets every cell.
#![cfg(not(target_arch = "wasm32"))]

#[path = "import/command.rs"]
mod command;
#[path = "import/corpus.rs"]
mod corpus;
#[path = "import/findings.rs"]
mod findings;
#[path = "import/properties.rs"]
mod properties;
#[path = "import/sheets.rs"]
mod sheets;

use news_explainer::author::import::{self, Format, Imported, Options};
use news_explainer::author::{self, Compiled, Diagnostics};
use serde_json::Value;

fn options() -> Options {
    Options {
        lang: "en-US".to_owned(),
        day: "2024-01-01".to_owned(),
        name: "my file".to_owned(),
        day_first: false,
        separator: None,
    }
}

fn import(source: &str, format: Format) -> Result<Imported, Diagnostics> {
    import::import(source, format, &options())
}

/// Imports a file, which must compile then.
#[track_caller]
fn imported(source: &str) -> (Imported, Compiled, Value) {
    let format = import::recognise(source).expect("a format that is known");
    let imported = import(source, format).unwrap_or_else(|found| panic!("{found}"));
    let compiled = author::compile(&imported.document).unwrap_or_else(|found| panic!("{}\n{found}", imported.document));
    let value = serde_json::from_str(&imported.document).expect("JSON");
    (imported, compiled, value)
}

/// The codes and places of findings.
fn codes(diagnostics: &Diagnostics) -> Vec<String> {
    diagnostics.iter().map(|one| format!("{} {}:{}", one.code, one.line, one.column)).collect()
}
