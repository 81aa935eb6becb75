//! What an editor probably meant by a date that is not EDTF.

use edtf_core::Edtf;

/// A valid date near to what was written, if one can be seen in it.
pub fn hint(written: &str) -> Option<String> {
    const READINGS: [fn(&str) -> Option<String>; 8] =
        [capitals, about, uncertain, decade, before_our_era, span_of_years, numbers, named_month];
    let written = written.trim();
    if written.len() > 60 {
        return None;
    }
    let valid = |reading: &String| Edtf::parse(reading).is_ok();
    std::iter::once(written.to_owned())
        .filter(valid)
        .chain(READINGS.iter().filter_map(|read| read(written)).filter(valid))
        .next()
}

/// `195x`, `1985-04-12t10:00:00z`.
fn capitals(written: &str) -> Option<String> {
    Some(written.to_uppercase())
}

/// `c. 1950`.
fn about(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let rest =
        ["circa", "about", "around", "ca.", "ca", "c.", "c", "~"].iter().find_map(|word| lower.strip_prefix(word))?;
    plain(rest).map(|date| format!("{date}~"))
}

/// `1950 (?)`.
fn uncertain(written: &str) -> Option<String> {
    let rest = written.trim_end_matches(['?', '(', ')', ' ']);
    (rest.len() < written.len()).then(|| plain(rest))?.map(|date| format!("{date}?"))
}

/// `1950s`, `the 1950's`.
fn decade(written: &str) -> Option<String> {
    let rest = written.strip_prefix("the ").unwrap_or(written);
    let year = rest.strip_suffix("'s").or_else(|| rest.strip_suffix("’s")).or_else(|| rest.strip_suffix('s'))?;
    let digits = year.strip_suffix('0')?;
    (digits.len() == 3).then(|| format!("{digits}X"))
}

/// `44 BC`: EDTF has a year 0, so that 44 BCE is -0043.
fn before_our_era(written: &str) -> Option<String> {
    let upper = written.to_uppercase();
    let year = ["BCE", "BC"].iter().find_map(|era| upper.strip_suffix(era))?;
    let year: u32 = year.trim().parse().ok()?;
    match year {
        0 => None,
        1 => Some("0000".to_owned()),
        _ => Some(format!("-{:04}", year - 1)),
    }
}

/// `1950-1953`, `1950–1953`, `25 June 1950 to 27 July 1953`.
fn span_of_years(written: &str) -> Option<String> {
    let ends = [" – ", "–", " - ", " to ", " until ", " / "].iter().find_map(|dash| written.split_once(dash));
    let years = || written.split_once('-').filter(|(start, end)| start.len() == 4 && end.len() == 4);
    let (start, end) = ends.or_else(years)?;
    Some(format!("{}/{}", plain(start)?, plain(end)?))
}

/// `2023-7-6`, `1961/07/06`, `6.7.1961`: the year is where four digits are.
fn numbers(written: &str) -> Option<String> {
    let parts: Vec<&str> = written.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    if !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    match parts[..] {
        [year, month] if year.len() == 4 => Some(format!("{year}-{month:0>2}")),
        [month, year] if year.len() == 4 => Some(format!("{year}-{month:0>2}")),
        [year, month, day] if year.len() == 4 => Some(format!("{year}-{month:0>2}-{day:0>2}")),
        [day, month, year] if year.len() == 4 => Some(format!("{year}-{month:0>2}-{day:0>2}")),
        [compact] if compact.len() == 8 => Some(format!("{}-{}-{}", &compact[..4], &compact[4..6], &compact[6..])),
        _ => None,
    }
}

/// `6 July 1961`, `July 6, 1961`, `July 1961`.
fn named_month(written: &str) -> Option<String> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words: Vec<String> =
        written.split([' ', ',', '.']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let place = words.iter().position(|word| word.len() > 2 && MONTHS.iter().any(|month| word.starts_with(month)))?;
    let month = MONTHS.iter().position(|month| words[place].starts_with(month))? + 1;
    let number = |word: &String| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).to_owned();
    let numbers: Vec<String> =
        words.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, word)| number(word)).collect();
    match &numbers[..] {
        [year] if year.len() == 4 => Some(format!("{year}-{month:02}")),
        [day, year] if year.len() == 4 => Some(format!("{year}-{month:02}-{day:0>2}")),
        [year, day] if year.len() == 4 => Some(format!("{year}-{month:02}-{day:0>2}")),
        _ => None,
    }
}

/// A date without the words around it.
fn plain(written: &str) -> Option<String> {
    let written = written.trim();
    let readings = [Some(written.to_owned()), numbers(written), named_month(written)];
    readings.into_iter().flatten().find(|reading| Edtf::parse(reading).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, expected: Option<&str>) {
        assert_eq!(hint(written).as_deref(), expected, "{written:?}");
    }

    #[test]
    fn dates_as_people_write_them_are_understood() {
        check(" 1961 ", Some("1961"));
        check("195x", Some("195X"));
        check("c. 1950", Some("1950~"));
        check("about July 1950", Some("1950-07~"));
        check("1950 (?)", Some("1950?"));
        check("1950s", Some("195X"));
        check("the 1950’s", Some("195X"));
        check("44 BC", Some("-0043"));
        check("1 BCE", Some("0000"));
        check("1950-1953", Some("1950/1953"));
        check("1950–1953", Some("1950/1953"));
        check("25 June 1950 to 27 July 1953", Some("1950-06-25/1953-07-27"));
        check("2023-7-6", Some("2023-07-06"));
        check("1961/07/06", Some("1961-07-06"));
        check("6.7.1961", Some("1961-07-06"));
        check("20230706", Some("2023-07-06"));
        check("6 July 1961", Some("1961-07-06"));
        check("Jul. 6th, 1961", Some("1961-07-06"));
        check("July 1961", Some("1961-07"));
    }

    #[test]
    fn nothing_is_guessed_from_other_words() {
        check("yesterday", None);
        check("", None);
        check("1961-07-06-05", None);
        check("31 June 1961", None);
        check("1/2/3", None);
    }
}
