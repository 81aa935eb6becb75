//! Yew components: the printed words, the still picture, and the living frame with its controls.
//!
//! `content` and `picture` are pure functions from a document to markup, the same on the newsroom's machine and in the
//! browser. `frame` and `controls` are alive: they read [`crate::state`] and send it actions.
//!
//! *Invariant:* knows no JSON, no files, no clocks and no random numbers; contains no literal text (rule 9).

mod axis;
mod axis_control;
mod controls;
mod crowd;
mod excerpt;
mod filters;
mod frame;
mod glyph;
mod link;
mod marks;
mod number;
mod overview;
mod scene;
mod shape;
mod steps;
mod titles;
mod tools;

pub use frame::{Frame, FrameProps};
pub use scene::{Notice, Scene};

// The words are printed on the newsroom's machine only: the browser gets them finished.
#[cfg(not(target_arch = "wasm32"))]
mod content;
#[cfg(not(target_arch = "wasm32"))]
mod legend;
#[cfg(not(target_arch = "wasm32"))]
mod long;
#[cfg(not(target_arch = "wasm32"))]
mod picture;
#[cfg(not(target_arch = "wasm32"))]
mod rich;
#[cfg(not(target_arch = "wasm32"))]
pub use content::{Print, items, page_of_events, words};
