//! What a label on the axis tells of.

use crate::document::EraId;

/// What the pointer or the focus is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The mark of an event, or the first of several, by its author's id.
    Mark(String),
    /// An era.
    Era(EraId),
}
