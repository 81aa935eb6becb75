//! Ids from words.

use std::collections::HashSet;

use icu_normalizer::DecomposingNormalizer;

use crate::document::Id;

/// Longer ones would not be read in an address.
const LONGEST: usize = 60;

/// The ids that are taken.
#[derive(Default)]
pub struct Ids(HashSet<String>);

impl Ids {
    /// An id from words that nothing else has; from `instead` where the words have no letter or digit of an id's.
    pub fn take(&mut self, words: &str, instead: &str) -> String {
        let base = slug(words).unwrap_or_else(|| instead.to_owned());
        let free = |id: &String| !self.0.contains(id);
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let id = std::iter::once(base.clone()).chain(numbered).find(free).unwrap_or(base.clone());
        self.0.insert(id.clone());
        id
    }
}

/// Words as an id: accents fall, other letters than a-z go, and what is left is cut between words.
pub fn slug(words: &str) -> Option<String> {
    let plain: String = DecomposingNormalizer::new_nfkd().normalize_iter(words.chars().take(300)).collect();
    let kept = plain.replace(['\'', '’'], "").to_lowercase();
    let parts = kept.split(|letter: char| !(letter.is_ascii_alphanumeric() || is_mark(letter)));
    let mut id = String::new();
    for part in parts {
        let part: String = part.chars().filter(char::is_ascii_alphanumeric).collect();
        if part.is_empty() {
            continue;
        }
        if !id.is_empty() && id.len() + part.len() >= LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(part.chars().take(LONGEST));
    }
    Id::is_well_formed(&id).then_some(id)
}

/// A combining accent, which its letter is read without.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_ids() {
        let check = |words: &str, expected: Option<&str>| assert_eq!(slug(words).as_deref(), expected, "{words:?}");
        check("1962 Crisis: été", Some("1962-crisis-ete"));
        check("Children's Crusade", Some("childrens-crusade"));
        check("a--b_c", Some("a-b-c"));
        check("Хрущёв", None);
        check("", None);
        assert!(slug(&"long words ".repeat(20)).is_some_and(|id| id.len() <= LONGEST && !id.ends_with('-')));
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut ids = Ids::default();
        let taken = ["A", "a", "朝鮮", "a-2", "a"].map(|words| ids.take(words, "event-1"));
        assert_eq!(taken, ["a", "a-2", "event-1", "a-2-2", "a-3"]);
    }
}
