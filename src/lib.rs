//! News Explainer: a news story's background, printed before the reader arrives and brought to life in the browser.
//!
//! An editor's JSON becomes a [`document::Document`] by [`author::compile`], and HTML by [`publish::element`]; in the
//! browser [`embed`] puts the living timeline around the printed words.
//!
//! ```
//! use news_explainer::publish::{Options, element};
//!
//! let compiled = news_explainer::author::compile(
//!     r#"{ "id": "bridge", "lang": "en", "title": "A bridge", "kind": "explainer",
//!          "published": "2024-01-31", "as_of": "2024-01-31",
//!          "timeline": { "events": [{ "id": "opened", "date": "1952-06", "title": "It opens" }] } }"#,
//! ).expect("a document without errors");
//! let printed = element(&compiled.document, &Options::default());
//! assert!(printed.starts_with("<news-explainer") && printed.contains("June 1952"));
//! ```
//!
//! # Where to begin
//! | To understand | Read |
//! |---|---|
//! | what travels | [`document`]: the words ([`document::Content`]) and what is drawn ([`document::Timeline`]) |
//! | what an editor may write | [`author`], pass by pass; docs/writing.md has every field with an example |
//! | what readers read | [`view::print`], the components of the page |
//! | what answers them | [`view::live`]; [`state::reduce`] makes the next [`state::State`] of one and an [`state::Intent`] |
//! | where marks stand | [`timeline::layout`]: days in, pixels out |
//! | how it meets a page | [`embed`], and the element's class in `assets/element` |
//!
//! # Floors
//! Lowest first; imports only go down (`tests/tidy.rs` holds it): [`date`], [`document`], [`timeline`], [`state`], [`view`] and
//! [`dom`], [`embed`], and, native only, [`author`] and [`publish`]. ARCHITECTURE.md says what each does not know. The native
//! ones are documented where the documentation is built for this machine.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
pub mod author;
pub mod date;
pub mod document;
pub mod dom;
pub mod embed;
pub mod state;
pub mod timeline;
pub mod view;

#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
