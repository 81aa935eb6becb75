//! The version of the serialized form.

use serde::{Deserialize, Serialize};

use super::decode::decode_newtypes;

/// The version of the serialized form. A program that reads another version leaves the printed page alone.
pub const FORMAT_VERSION: u32 = 4;

/// Which form something is written in; what this program writes is always of [`FORMAT_VERSION`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(u32);

impl Version {
    /// Whether this program can read what follows.
    pub(super) fn is_ours(self) -> bool {
        self == Version::default()
    }
}

impl Default for Version {
    fn default() -> Version {
        Version(FORMAT_VERSION)
    }
}

decode_newtypes!(Version);
