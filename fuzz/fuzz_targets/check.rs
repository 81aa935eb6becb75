//! Any text is a document or is told why not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use news_explainer::author;

fuzz_target!(|text: &str| {
    let _ = author::compile(text);
});
