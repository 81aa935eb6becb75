//! Hostile strings, from the author's file to the print: they arrive as text or are refused, and nothing else.

#![cfg(not(target_arch = "wasm32"))]

#[path = "hostile/addresses.rs"]
mod addresses;
#[path = "hostile/bombs.rs"]
mod bombs;
#[path = "hostile/corpus.rs"]
mod corpus;
#[path = "hostile/document.rs"]
mod document;
#[path = "support/html.rs"]
mod html;
#[path = "hostile/inert.rs"]
mod inert;
#[path = "hostile/shapes.rs"]
mod shapes;
#[path = "hostile/words.rs"]
mod words;
