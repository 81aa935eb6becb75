//! In a real browser: words written by address are the printed words, and the frame is a polite guest over them.
#![cfg(target_arch = "wasm32")]

mod excerpt;
mod fixtures;
mod frame;
mod search;
mod support;
mod write;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
