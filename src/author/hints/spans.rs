//! Intervals in words and with dashes.

use super::{Hint, is_number, single};

/// `1950-1953`, `6-9 July 1961`, `since 1950`, `1950 to present`, `between 1950 and 1953`.
pub fn span(written: &str) -> Option<Hint> {
    let lower = written.to_lowercase();
    open(&lower).or_else(|| one_of(&lower)).or_else(|| closed(&lower))
}

fn open(written: &str) -> Option<Hint> {
    const NOW: [&str; 9] =
        ["to present", "to the present", "to now", "to date", "present", "now", "today", "ongoing", "onwards"];
    let after = |words: &[&str]| words.iter().find_map(|word| written.strip_prefix(word)).and_then(single);
    let before = |words: &[&str]| words.iter().find_map(|word| written.strip_suffix(word));
    let start =
        before(&NOW).or_else(|| before(&["-", "/present"])).map(|start| start.trim_end_matches([' ', '-', '/']));
    if let Some(start) = start.map(|start| start.strip_prefix("from ").unwrap_or(start)).and_then(single) {
        return Some(start.map(|start| start + "/.."));
    }
    if let Some(start) = after(&["since ", "from "]) {
        return Some(start.map(|start| start + "/.."));
    }
    if let Some(end) = after(&["until ", "till ", "up to "]) {
        return Some(end.map(|end| ["../", &end].concat()));
    }
    if let Some(date) = after(&["before "]) {
        return Some(Hint::likely(["[..", &date.edtf, "]"].concat()));
    }
    after(&["after "]).map(|date| Hint::likely(["[", &date.edtf, "..]"].concat()))
}

fn one_of(written: &str) -> Option<Hint> {
    if let Some((first, last)) = written.strip_prefix("between ").and_then(|rest| rest.split_once(" and ")) {
        let (first, last) = ends(first, last)?;
        return Some(Hint::likely(["[", &first.edtf, "..", &last.edtf, "]"].concat()));
    }
    let (first, second) = written.split_once(" or ")?;
    let (first, second) = ends(first, second)?;
    let edtf = ["[", &first.edtf, ",", &second.edtf, "]"].concat();
    Some(Hint::certain(edtf).with(&first).with(&second))
}

fn closed(written: &str) -> Option<Hint> {
    const BETWEEN: [&str; 6] = [" to ", " until ", " till ", " - ", " / ", " through "];
    let written = written.strip_prefix("from ").unwrap_or(written);
    let worded = BETWEEN.iter().filter_map(|word| written.split_once(word));
    let dashes = written.match_indices(['-', '/']).map(|(at, dash)| (&written[..at], &written[at + dash.len()..]));
    worded.chain(dashes).find_map(|(start, end)| {
        let (start, end) = ends(start, end)?;
        let hint = Hint::certain([&*start.edtf, "/", &end.edtf].concat()).with(&start).with(&end);
        // "c. 1950-1955" may be about both.
        let is_shared = start.edtf.ends_with(['~', '?']) && !end.edtf.ends_with(['~', '?']);
        let hint = Hint { is_certain: hint.is_certain && !is_shared, ..hint };
        hint.is_valid().then_some(hint)
    })
}

/// Both ends, of which the first may leave to the second what they share.
fn ends(start: &str, end: &str) -> Option<(Hint, Hint)> {
    let (start, end) = (start.trim(), end.trim());
    // "1914-18": the century is the first one's.
    if start.len() == 4 && is_number(start) && end.len() == 2 && is_number(end) && &start[2..] < end {
        return Some((single(start)?, single(&[&start[..2], end].concat())?));
    }
    // A dash within a date is none between two.
    if is_number(start) != is_number(end) && end.contains('-') || is_number(end) && end.len() < 3 {
        return None;
    }
    let last = single(end)?;
    let words: Vec<&str> = end.split(' ').collect();
    let shared = |count: usize| single(&[start, " ", &words[words.len().checked_sub(count)?..].join(" ")].concat());
    // "1500-1400 BC" are both before our era, though "1500" alone would be a year, too.
    let is_before = end.trim_end_matches('.').ends_with(['c', 'e']) && is_number(start);
    let own = if is_before { shared(1).or_else(|| single(start)) } else { single(start) };
    let first = own.or_else(|| (1..words.len()).rev().find_map(shared))?;
    Some((first, last))
}
