//! Whatever is imported from a TimelineJS file compiles.
#![no_main]

use libfuzzer_sys::fuzz_target;
use news_explainer::author;
use news_explainer::author::import::{Format, Options, import};

fuzz_target!(|text: &str| {
    let options = Options {
        lang: "en".to_owned(),
        day: "2024-01-01".to_owned(),
        name: "fuzz".to_owned(),
        day_first: false,
        separator: None,
    };
    if let Ok(imported) = import(text, Format::TimelineJs, &options) {
        author::compile(&imported.document).expect("an imported document compiles");
    }
});
