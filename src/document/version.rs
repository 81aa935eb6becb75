//! The version of the serialized form.
//!
//! Pages that were printed once stay as they are, and load whatever program stands at its stable address. So the form only
//! grows: what a later program adds may be missing, and what it no longer wants is passed over. The number goes up where
//! a program from before would show something wrong of what is new. `tests/ages` keeps a print of each age.

use serde::{Deserialize, Serialize};

use super::decode::decode_newtypes;

/// The version of the serialized form that is written. Earlier ones are read; of a later one, and of the first two, which
/// had another shape, the printed page stands as it is.
pub const FORMAT_VERSION: u32 = 4;

/// Which form something is written in; what this program writes is always of [`FORMAT_VERSION`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(u32);

impl Version {
    /// Whether it is this program's own.
    pub(super) fn is_ours(self) -> bool {
        self == Version::default()
    }

    /// Whether what follows may hold what this program knows nothing of.
    pub(super) fn is_later(self) -> bool {
        self > Version::default()
    }
}

impl Default for Version {
    fn default() -> Version {
        Version(FORMAT_VERSION)
    }
}

decode_newtypes!(Version);
