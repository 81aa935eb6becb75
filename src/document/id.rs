//! Ids, by which authors name what is in a document and pages link to it.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::decode::{Decode, Reader, checked};

/// An author's id: letters a-z and digits, in words joined by single hyphens. So it can stand in an address and in an
/// attribute, and two hyphens part it from a prefix (see [`super::printed_id`]).
///
/// ```
/// use news_explainer::document::Id;
/// assert!("treaty-1961".parse::<Id>().is_ok());
/// assert!("Treaty--1961".parse::<Id>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(String);

/// The text is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected an id of the letters a-z, digits and single hyphens between them")
    }
}

impl Id {
    /// An id that stands in for one that could not be read, in a document that is thrown away.
    pub(crate) fn placeholder() -> Id {
        Id("a".to_owned())
    }

    /// Whether a text is an id.
    pub fn is_well_formed(text: &str) -> bool {
        let is_word = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        text.split('-').all(is_word)
    }
}

impl TryFrom<String> for Id {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Id, NotAnId> {
        if Id::is_well_formed(&text) { Ok(Id(text)) } else { Err(NotAnId) }
    }
}

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Id, NotAnId> {
        Id::try_from(text.to_owned())
    }
}

impl From<Id> for String {
    fn from(Id(id): Id) -> String {
        id
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Decode for Id {
    fn decode(reader: &mut Reader<'_>) -> Id {
        checked(reader)
    }

    fn least() -> Id {
        Id::placeholder()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_joined_by_single_hyphens() {
        for id in ["a", "treaty-1961", "1961", "a-b-c"] {
            assert!(Id::is_well_formed(id), "{id}");
        }
        for id in ["", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "é", "a.b", "__proto__"] {
            assert!(!Id::is_well_formed(id), "{id}");
        }
    }
}
