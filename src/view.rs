//! Yew components: the printed words, the still picture, and the living frame with its controls.
//!
//! `content` and `picture` are pure functions from a document to markup, the same on the newsroom's machine and in the
//! browser. `frame` and `controls` are alive: they read [`crate::state`] and send it actions.
//!
//! *Invariant:* knows no JSON, no files, no clocks and no random numbers; contains no literal text (rule 9).

mod axis;
mod content;
mod controls;
mod frame;
mod glyph;
mod legend;
mod marks;
mod number;
mod picture;
mod rich;
mod titles;

pub use content::{Words, WordsProps};
pub use frame::{Frame, FrameProps, Notice, Scene};
