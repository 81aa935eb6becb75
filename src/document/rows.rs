//! The words of events that are not printed: documents above [`PRINTED_EVENTS`] events carry them in the data block.
//!
//! Each column is one string with a line an event, so that reading 100,000 of them costs no more than finding the line
//! ends. An item is JSON; it is put together and parsed only when its event is shown.

use serde::{Serialize, Serializer};

use super::Items;
use super::decode::{Decode, Json, decode_fields};

/// How many events are printed at most; what comes after them is in [`Rows`].
pub const PRINTED_EVENTS: usize = 500;

/// The words of every event, in time order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rows {
    /// The titles.
    pub titles: Lines,
    /// The dates in words.
    pub dates: Lines,
    /// The events as the list prints them, each an `<li>` as JsonML (see [`super::Published`]).
    pub items: Items,
}

decode_fields! {
    Rows { titles, dates, items }
}

impl Rows {
    /// The plain words of an event, for a search. Parsing the JSON of 100,000 events would take seconds, so this only
    /// tells texts from the names of elements, which follow a bracket, and from attributes, which stand in braces.
    pub fn words(&self, index: u32) -> String {
        let mut words = String::new();
        let (mut depth, mut before) = (0u32, ' ');
        let item = self.items.get(index);
        let mut chars = item.chars();
        while let Some(char) = chars.next() {
            if char != '"' {
                depth = (depth + u32::from(char == '{')).saturating_sub(u32::from(char == '}'));
                before = char;
                continue;
            }
            let is_text = depth == 0 && before != '[';
            while let Some(char) = chars.next() {
                let char = match char {
                    '"' => break,
                    // A quote or a backslash; of what else may be escaped, tabs and the like, a letter more does no harm.
                    '\\' => chars.next().unwrap_or(' '),
                    char => char,
                };
                if is_text {
                    words.push(char);
                }
            }
            if is_text {
                words.push(' ');
            }
            before = '"';
        }
        words
    }
}

/// Lines of text, numbered from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    text: String,
    /// Where each line ends, in bytes.
    ends: Vec<u32>,
}

impl Lines {
    /// Splits a text at its line feeds; an empty text has no lines.
    pub fn new(text: String) -> Lines {
        let mut ends = Vec::new();
        if !text.is_empty() {
            ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at as u32).collect();
            ends.push(text.len() as u32);
        }
        Lines { text, ends }
    }

    /// The lines as one text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A line; one that does not exist is empty.
    pub fn get(&self, index: u32) -> &str {
        let index = index as usize;
        let Some(&end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }
}

impl FromIterator<String> for Lines {
    /// Joins lines; a line feed within one becomes a space.
    fn from_iter<I: IntoIterator<Item = String>>(lines: I) -> Lines {
        let lines: Vec<String> = lines.into_iter().map(|line| line.replace('\n', " ")).collect();
        Lines::new(lines.join("\n"))
    }
}

impl Serialize for Lines {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl Decode for Lines {
    fn decode(json: Json, fits: &mut bool) -> Lines {
        Lines::new(String::decode(json, fits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_an_item_are_its_texts() {
        let item =
            r#"["li",{"class":"explainer-event","id":"a--b"},["p",["span","6 July"]," ","so ",["em","\"called\""]]]"#;
        let items = [item.to_owned()].into_iter().collect();
        let rows = Rows { titles: Lines::default(), dates: Lines::default(), items };
        assert_eq!(rows.words(0), "6 July   so  \"called\" ");
    }

    #[test]
    fn lines_are_found_by_their_number() {
        let lines: Lines = ["one", "", "th\nree"].into_iter().map(str::to_owned).collect();
        assert_eq!([lines.get(0), lines.get(1), lines.get(2), lines.get(3)], ["one", "", "th ree", ""]);
        assert_eq!(lines.len(), 3);
        assert!(Lines::new(String::new()).is_empty());
    }
}
