//! The browser behind small Rust types. What registers something undoes it when it is dropped.
//!
//! *Invariant:* changes attributes of printed elements and never their words; knows no documents.

mod address;
mod answers;
mod easing;
mod pointer;
mod printed;
mod resize;
mod search;
mod swipe;
mod toolbar;
mod turn;

pub use address::PageAddress;
pub use answers::Answers;
pub use easing::{Easing, wants_no_motion};
pub use pointer::x_of;
pub use printed::{Places, Printed, focus, focus_in_place, is_low, query, scroll_to, text_of};
pub use resize::Resize;
pub use search::{FoldedWords, Highlights, fold};
pub use swipe::Swipe;
pub use toolbar::rove;
pub use turn::{begin_turn, break_turn, has_broken};
