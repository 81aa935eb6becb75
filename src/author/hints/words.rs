//! Words around a single date.

use super::{Hint, is_number, single, year};

/// `c. 1950`, `probably 1950`, `1950 (?)`.
pub fn doubt(written: &str) -> Option<Hint> {
    const ABOUT: [&str; 13] = [
        "circa ",
        "circa",
        "about ",
        "around ",
        "approximately ",
        "approx. ",
        "ca. ",
        "ca.",
        "ca ",
        "c. ",
        "c.",
        "um ",
        "vers ",
    ];
    const PERHAPS: [&str; 5] = ["probably ", "possibly ", "perhaps ", "maybe ", "uncertain "];
    let lower = written.to_lowercase();
    let rest_of = |words: &[&str]| words.iter().find_map(|word| lower.strip_prefix(word)).and_then(single);
    let is_year = |rest: &&str| rest.starts_with(|first: char| first.is_ascii_digit());
    let short = lower.strip_prefix('c').filter(is_year).and_then(single);
    if let Some(date) = rest_of(&ABOUT).or(short) {
        return Some(date.map(|date| date + "~"));
    }
    if let Some(date) = rest_of(&PERHAPS) {
        return Some(date.map(|date| date + "?"));
    }
    if let Some(date) =
        [" circa", " ca.", " ca", " c."].iter().find_map(|word| lower.strip_suffix(word)).and_then(single)
    {
        return Some(date.map(|date| date + "~"));
    }
    let rest = written.trim_end_matches(['?', '(', ')', ' ']);
    (rest.len() < written.len()).then(|| single(rest))?.map(|date| date.map(|date| date + "?"))
}

/// `early 1950s`, `mid-1950s`, `undated`: EDTF has no words for these, but for what is around them.
pub fn vague(written: &str) -> Option<Hint> {
    let lower = written.to_lowercase();
    if ["unknown", "undated", "n.d.", "no date", "unknown/unknown"].contains(&&*lower) {
        return Some(Hint::likely("XXXX"));
    }
    let rest = ["early", "mid", "late"].iter().find_map(|word| lower.strip_prefix(word))?;
    single(rest.trim_start_matches(['-', ' '])).map(|date| Hint::likely(date.edtf))
}

/// `1950s`, `the 1950's`, `1950er`. "1900s" may mean a century, too: see [`super::numbers::either`].
pub fn decade(written: &str) -> Option<Hint> {
    let rest = written.strip_prefix("the ").or_else(|| written.strip_prefix("The ")).unwrap_or(written);
    let year = ["'s", "s", "er"].iter().find_map(|ending| rest.strip_suffix(ending))?;
    let digits = year.strip_suffix('0').filter(|digits| digits.len() == 3 && is_number(digits))?;
    (!digits.ends_with('0')).then(|| Hint::certain(format!("{digits}X")))
}

/// `19th century`: from 1801 to 1900, nearly EDTF's `18XX`.
pub fn century(written: &str) -> Option<Hint> {
    let lower = written.to_lowercase();
    let (number, era) = lower.strip_prefix("the ").unwrap_or(&lower).split_once(" century")?;
    let number = number.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let number: u32 = number.parse().ok().filter(|number| (1..=99).contains(number))?;
    let sign = match era.trim().trim_end_matches('.') {
        "" | "ad" | "ce" => "",
        "bc" | "bce" | "b.c" => "-",
        _ => return None,
    };
    Some(Hint::likely(format!("{sign}{:02}XX", number - 1)))
}

/// `spring 1984`, `Q1 2023`, `first half of 2023`: EDTF's numbers 21 to 41.
pub fn division(written: &str) -> Option<Hint> {
    const NAMES: [(&str, u8); 17] = [
        ("spring", 21),
        ("summer", 22),
        ("autumn", 23),
        ("fall", 23),
        ("winter", 24),
        ("q1", 33),
        ("q2", 34),
        ("q3", 35),
        ("q4", 36),
        ("first quarter", 33),
        ("second quarter", 34),
        ("third quarter", 35),
        ("fourth quarter", 36),
        ("h1", 40),
        ("h2", 41),
        ("first half", 40),
        ("second half", 41),
    ];
    let lower = written.to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    let (rest, code) = NAMES.iter().find_map(|(name, code)| {
        let rest = lower.strip_prefix(name).or_else(|| lower.strip_suffix(name))?;
        Some((rest.trim_matches([' ', '-', ',']), code))
    })?;
    let number = rest.strip_prefix("of ").unwrap_or(rest).trim();
    let number: i64 = Some(number).filter(|number| number.len() == 4 && is_number(number))?.parse().ok()?;
    Some(Hint::certain(format!("{}-{code}", year(number))))
}
