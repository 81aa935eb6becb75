//! The browser behind small Rust types. What registers something undoes it when it is dropped.
//!
//! *Invariant:* changes attributes of printed elements and never their words; knows no documents' formats.

mod address;
mod glide;
mod pointer;
mod printed;
mod resize;
mod search;
mod toolbar;
mod turn;
mod write;

pub use address::Address;
pub use glide::Glide;
pub use pointer::{Drag, Pointers, x_of};
pub use printed::{Places, Printed};
pub use resize::Resize;
pub use search::{Highlights, find, fold};
pub use toolbar::rove;
pub use turn::{begin_turn, break_turn, has_broken};
pub use write::Writing;
