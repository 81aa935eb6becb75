//! The browser behind small Rust types. What registers something undoes it when it is dropped.
//!
//! *Invariant:* changes attributes of printed elements and never their words; knows no documents' formats.

mod printed;
mod resize;
mod write;

pub use printed::{Places, Printed};
pub use resize::Resize;
pub use write::Writing;
