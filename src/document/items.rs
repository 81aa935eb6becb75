//! Lines of JSON that are much alike, without what they share.
//!
//! Every event's JsonML has the same elements around other words. What stands in many lines is kept once, in
//! [`Items::shared`], and a single character stands for it: 100,000 events take a third of the bytes that way, on the
//! wire before compression, in the browser's parser and in Wasm's memory.

use std::collections::HashMap;

use serde::Serialize;

use super::Lines;
use super::decode::decode_fields;

/// The first of the characters that stand for what is shared: the private use plane 15, which no text should have.
const FIRST: u32 = 0xf_0000;
/// How many there are at most.
const MOST: usize = 4096;

/// Lines of JSON, numbered from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Items {
    lines: Lines,
    /// What the characters from [`FIRST`] on stand for.
    shared: Lines,
}

decode_fields! {
    Items { lines, shared }
}

impl Items {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A line, whole; one that does not exist is empty.
    pub fn get(&self, index: u32) -> String {
        let mut whole = String::new();
        for char in self.lines.get(index).chars() {
            match u32::from(char).checked_sub(FIRST) {
                Some(place) if (place as usize) < self.shared.len() => whole.push_str(self.shared.get(place)),
                _ => whole.push(char),
            }
        }
        whole
    }
}

impl FromIterator<String> for Items {
    /// Packs lines; a line feed within one becomes a space.
    fn from_iter<I: IntoIterator<Item = String>>(lines: I) -> Items {
        let lines: Lines = lines.into_iter().collect();
        let numbers = 0..lines.len() as u32;
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for piece in numbers.clone().flat_map(|index| pieces(lines.get(index))) {
            *counts.entry(piece).or_default() += 1;
        }
        // What saves most comes first; a character takes four bytes, and its entry has to be worth it.
        let saved = |(piece, count): &(&str, usize)| (count - 1) * piece.len().saturating_sub(4);
        let mut best: Vec<(&str, usize)> = counts.into_iter().filter(|entry| saved(entry) > 64).collect();
        best.sort_by(|a, b| saved(b).cmp(&saved(a)).then(a.0.cmp(b.0)));
        best.truncate(MOST);
        let is_free = !numbers.clone().any(|index| lines.get(index).chars().any(|char| u32::from(char) >= FIRST));
        if !is_free {
            return Items { lines, shared: Lines::default() };
        }
        let characters: HashMap<&str, char> =
            best.iter().zip(FIRST..).filter_map(|((piece, _), code)| Some((*piece, char::from_u32(code)?))).collect();
        let packed = |index| {
            let mut line = String::new();
            for piece in pieces(lines.get(index)) {
                match characters.get(piece) {
                    Some(character) => line.push(*character),
                    None => line.push_str(piece),
                }
            }
            line
        };
        let shared = best.iter().map(|(piece, _)| (*piece).to_owned()).collect();
        Items { lines: numbers.map(packed).collect(), shared }
    }
}

/// The pieces of a line: cut before every list that begins with a text, and behind every object. Where a text has the
/// same characters it is cut as well, which does no harm.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let list = rest.get(1..).and_then(|rest| rest.find("[\"")).map(|at| at + 1);
        let object = rest.find("},").map(|at| at + 2);
        let end = [list, object].into_iter().flatten().min().unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::decode::{Json, decode};

    fn check(lines: &[String]) -> Items {
        let items: Items = lines.iter().cloned().collect();
        let json = serde_json::to_string(&items).expect("plain data");
        assert_eq!(decode(Json::parse(&json).expect("JSON")), Some(items.clone()), "{json}");
        assert_eq!(items.len(), lines.len());
        for (index, line) in (0..).zip(lines) {
            assert_eq!(items.get(index), *line);
        }
        items
    }

    fn alike(word: &str) -> Vec<String> {
        (0..20).map(|n| format!(r#"["li",{{"class":"explainer-event"}},["p","{word} {n}"],["em",["b"]]]"#)).collect()
    }

    #[test]
    fn lines_that_are_much_alike_are_kept_short_and_read_back_whole() {
        let items = check(&alike("é"));
        assert_eq!(items.shared.get(0), r#"["li",{"class":"explainer-event"},"#);
        assert!(items.lines.get(7).len() < 40);
        assert_eq!(items.get(20), "");
    }

    #[test]
    fn lines_that_have_the_characters_themselves_are_kept_as_they_are() {
        assert!(check(&alike("\u{f0000}")).shared.is_empty());
        assert!(check(&[]).is_empty());
    }
}
