//! News Explainer: a news story's background, printed before the reader arrives and brought to life in the browser.
//!
//! Floors, lowest first; imports only go down (`tests/tidy.rs` holds it): [`date`], [`document`], [`timeline`],
//! [`state`], [`view`] and [`dom`], [`embed`], and, native only, [`author`] and [`publish`].

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
