//! The author's side from outside: what compiles, into what, and what is said of what does not.

#![cfg(not(target_arch = "wasm32"))]

#[path = "author/begin.rs"]
mod begin;
#[path = "author/command.rs"]
mod command;
#[path = "author/dates.rs"]
mod dates;
#[path = "author/fixtures.rs"]
mod fixtures;
#[path = "author/markdown.rs"]
mod markdown;
#[path = "author/order.rs"]
mod order;
#[path = "author/pictures.rs"]
mod pictures;
#[path = "author/properties.rs"]
mod properties;
#[path = "author/support.rs"]
mod support;
