//! Any sheet is imported or is told why not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use news_explainer::author;
use news_explainer::author::import::{Format, Options, import};

fuzz_target!(|input: (bool, &str)| {
    let (day_first, text) = input;
    let options = Options {
        lang: "en".to_owned(),
        day: "2024-01-01".to_owned(),
        name: "fuzz".to_owned(),
        day_first,
        separator: None,
    };
    if let Ok(imported) = import(text, Format::Sheet, &options) {
        let _ = author::compile(&imported.document);
    }
});
