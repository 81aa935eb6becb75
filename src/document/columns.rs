//! The marks by columns: one string for each thing that marks have, instead of one object for each mark.
//!
//! A browser hands a string over to Wasm in one piece, and an object in a call for each of its members: 100,000 marks are
//! read in some 40 ms instead of seconds. Ids and numbers are parted by spaces; whatever is one of a few has one letter.

use serde::Serializer;
use serde::ser::SerializeMap;

use super::decode::{Decode, Json, member};
use super::{CategoryId, Doubt, Extent, Mark, Status};
use crate::date::{Bounds, Day};

/// The letter of each extent.
const EXTENTS: [(u8, Extent); 6] = [
    (b'd', Extent::Day),
    (b'w', Extent::Within),
    (b'p', Extent::Period),
    (b's', Extent::OpenStart),
    (b'e', Extent::OpenEnd),
    (b'b', Extent::OpenBoth),
];
/// The letter of each doubt: EDTF's own.
const DOUBTS: [(u8, Doubt); 4] =
    [(b'.', Doubt::None), (b'?', Doubt::Uncertain), (b'~', Doubt::Approximate), (b'%', Doubt::Both)];
/// The letter of each status.
const STATUSES: [(u8, Status); 3] = [(b'c', Status::Confirmed), (b'a', Status::Alleged), (b'd', Status::Disputed)];
/// The letter for no category; others have their digit.
const NO_CATEGORY: u8 = b'-';

/// Writes marks by columns.
pub(super) fn serialize<S: Serializer>(marks: &[Mark], serializer: S) -> Result<S::Ok, S::Error> {
    fn letter<T: PartialEq>(letters: &[(u8, T)], value: T) -> char {
        letters.iter().find(|(_, known)| *known == value).map_or('.', |(letter, _)| char::from(*letter))
    }
    let words = |word: &dyn Fn(&Mark) -> String| marks.iter().map(word).collect::<Vec<_>>().join(" ");
    let letters = |letter: &dyn Fn(&Mark) -> char| marks.iter().map(letter).collect::<String>();
    let category = |mark: &Mark| mark.category.map_or(char::from(NO_CATEGORY), |CategoryId(id)| char::from(b'0' + id));
    let mut map = serializer.serialize_map(None)?;
    map.serialize_entry("ids", &words(&|mark| mark.id.clone()))?;
    map.serialize_entry("from", &words(&|mark| mark.bounds.earliest.0.to_string()))?;
    map.serialize_entry("days", &words(&|mark| mark.bounds.days().to_string()))?;
    map.serialize_entry("extent", &letters(&|mark| letter(&EXTENTS, mark.extent)))?;
    map.serialize_entry("doubt", &letters(&|mark| letter(&DOUBTS, mark.doubt)))?;
    map.serialize_entry("category", &letters(&category))?;
    map.serialize_entry("status", &letters(&|mark| letter(&STATUSES, mark.status)))?;
    map.end()
}

/// Reads marks by columns.
impl Decode for Vec<Mark> {
    fn decode(mut json: Json, fits: &mut bool) -> Vec<Mark> {
        let mut column = |name| -> String { member(&mut json, name, fits) };
        let (ids, from, days) = (column("ids"), column("from"), column("days"));
        let (extent, doubt, category, status) =
            (column("extent"), column("doubt"), column("category"), column("status"));
        let count = extent.len();
        *fits &= [doubt.len(), category.len(), status.len()] == [count; 3];
        let (mut ids, mut from, mut days) = (ids.split(' '), from.split(' '), days.split(' '));
        let mut marks = Vec::with_capacity(count);
        for place in 0..if *fits { count } else { 0 } {
            let earliest = number(from.next(), fits);
            let latest = earliest.saturating_add(number(days.next(), fits)).saturating_sub(1);
            marks.push(Mark {
                id: ids.next().unwrap_or_default().to_owned(),
                bounds: Bounds::new(Day(earliest), Day(latest)),
                extent: of_letter(&EXTENTS, extent.as_bytes()[place], fits),
                doubt: of_letter(&DOUBTS, doubt.as_bytes()[place], fits),
                category: match category.as_bytes()[place] {
                    NO_CATEGORY => None,
                    digit => Some(CategoryId(digit.wrapping_sub(b'0'))),
                },
                status: of_letter(&STATUSES, status.as_bytes()[place], fits),
            });
        }
        marks
    }
}

fn number(word: Option<&str>, fits: &mut bool) -> i64 {
    word.and_then(|word| word.parse().ok()).unwrap_or_else(|| {
        *fits = false;
        0
    })
}

fn of_letter<T: Copy>(letters: &[(u8, T)], letter: u8, fits: &mut bool) -> T {
    let found = letters.iter().find(|(known, _)| *known == letter);
    *fits &= found.is_some();
    found.unwrap_or(&letters[0]).1
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;
    use crate::document::decode::decode;

    #[derive(Serialize)]
    struct Written<'a>(#[serde(serialize_with = "serialize")] &'a [Mark]);

    fn marks() -> Vec<Mark> {
        let mark = |id: &str, from, days, extent, doubt, category, status| Mark {
            id: id.to_owned(),
            bounds: Bounds::new(Day(from), Day(from + days - 1)),
            extent,
            doubt,
            category,
            status,
        };
        vec![
            mark("a", -3, 1, Extent::Day, Doubt::None, None, Status::Confirmed),
            mark("b-2", 7, 365, Extent::Within, Doubt::Both, Some(CategoryId(0)), Status::Alleged),
            mark("c", 8, 2, Extent::OpenEnd, Doubt::Approximate, Some(CategoryId(5)), Status::Disputed),
        ]
    }

    fn check(json: &str) -> Option<Vec<Mark>> {
        decode(Json::parse(json).expect("JSON"))
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        for marks in [marks(), Vec::new()] {
            let json = serde_json::to_string(&Written(&marks)).expect("plain data");
            assert_eq!(check(&json), Some(marks), "{json}");
        }
    }

    #[test]
    fn columns_of_unlike_length_or_with_unknown_letters_do_not_fit() {
        let json = serde_json::to_string(&Written(&marks())).expect("plain data");
        for (what, with) in
            [("-3 7 8", "-3 7"), ("-3 7 8", "-3 7 x"), (".%~", ".%"), ("cad", "cax"), ("\"ids\"", "\"i\"")]
        {
            assert!(json.contains(what), "{json}");
            assert_eq!(check(&json.replace(what, with)), None, "{what}");
        }
    }
}
