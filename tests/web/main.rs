//! In a real browser: what is printed there is what is printed natively, and the frame is a polite guest over it.
#![cfg(target_arch = "wasm32")]

mod fixtures;
mod frame;
mod long_list;
mod printing;
mod search;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
