//! Any bytes are a workbook or are none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use news_explainer::author;

fuzz_target!(|bytes: &[u8]| {
    let _ = author::import::workbook(bytes);
    let _ = author::not_a_document(bytes);
});
