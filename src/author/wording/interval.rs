//! The words of an interval, without saying twice what both ends share: "8–9 November 2023".
//!
//! The rule follows CLDR's interval patterns, whose data ICU4X does not have: of two days of one month the month and the
//! year are said once, of two days or months of one year the year. Where the shared words stand shows in the words
//! themselves, so it holds for languages that begin with the year, too.

use std::ops::Range;

use crate::document::DatePart;

/// Both ends, shortened.
pub struct Shortened {
    /// The beginning.
    pub from: DatePart,
    /// The end.
    pub to: DatePart,
    /// Whether what differs is a number or a word on each side: then the dash stands without spaces.
    pub is_tight: bool,
}

/// Two dates of one year, both days or both months, without what they share; `None` for all others. `year` is how the
/// year is said in them.
pub fn shortened(from: &DatePart, to: &DatePart, year: &str) -> Option<Shortened> {
    let (first, last) = (from.datetime.as_deref()?, to.datetime.as_deref()?);
    // "2023-11-08" and "2023-11"; clocks and years alone are said in full.
    let share = |length: usize| first.get(..length) == last.get(..length);
    let is_comparable = matches!((first.len(), last.len()), (10, 10) | (7, 7));
    if !is_comparable || !share(4) || first == last {
        return None;
    }
    let is_one_month = first.len() == 10 && share(7);
    let (from_tokens, to_tokens) = (tokens(&from.text), tokens(&to.text));
    // Of two months a number in common is a day by chance, if it is not the year.
    let is_shared = |(a, b): &(&Range<usize>, &Range<usize>)| {
        let words = from.text.get((*a).clone()).unwrap_or_default();
        let may_be = is_one_month || words.contains(year) || !words.contains(char::is_numeric);
        may_be && Some(words) == to.text.get((*b).clone())
    };
    let length = |pairs: usize| from_tokens.iter().take(pairs).map(Range::len).sum::<usize>();
    let ahead = from_tokens.iter().zip(&to_tokens).take_while(is_shared).count();
    let behind = from_tokens.iter().rev().zip(to_tokens.iter().rev()).take_while(is_shared).count();
    if ahead + behind >= from_tokens.len().min(to_tokens.len()) {
        return None;
    }
    let before = length(ahead);
    let after = from.text.len() - length(from_tokens.len() - behind);
    let (prefix, suffix) = (from.text.get(..before)?, from.text.get(from.text.len() - after..)?);
    // What stands before the day is the month's name only where the months are the same.
    let is_ahead = prefix.contains(year);
    let shared = if is_ahead || is_one_month { before } else { 0 };
    let from_end = match suffix.contains(year) {
        _ if is_ahead => from.text.len(),
        true => from.text.len() - after,
        false => return None,
    };
    let is_one_word = |text: &str| text.get(shared..text.len() - after).is_some_and(|own| !own.contains(' '));
    let part = |part: &DatePart, text: &str| DatePart { text: text.to_owned(), datetime: part.datetime.clone() };
    Some(Shortened {
        from: part(from, from.text.get(..from_end)?.trim_end_matches([',', ' '])),
        to: part(to, to.text.get(shared..)?),
        is_tight: is_one_word(&from.text) && is_one_word(&to.text),
    })
}

/// Whether a character may be a sign at a letter: not ASCII, no space, and none of the marks that part dates.
fn is_sign(char: char) -> bool {
    !char.is_ascii()
        && !char.is_whitespace()
        && !char.is_numeric()
        && !matches!(char, '،' | '、' | '，' | '·' | '–' | '\u{200e}' | '\u{200f}')
}

/// Numbers with the full stop that makes them ordinal, words, and every other character by itself. Words have what is
/// neither ASCII nor white space in them, too: in the scripts of India vowels are signs at their letters.
fn tokens(text: &str) -> Vec<Range<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Kind {
        Number,
        Word,
        Other,
    }
    let kind = |char: char| match char {
        char if char.is_numeric() => Kind::Number,
        char if char.is_alphabetic() || is_sign(char) => Kind::Word,
        _ => Kind::Other,
    };
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut before = Kind::Other;
    for (at, char) in text.char_indices() {
        let end = at + char.len_utf8();
        let now = kind(char);
        let joins = before != Kind::Other && now == before || before == Kind::Number && char == '.';
        match tokens.last_mut() {
            Some(token) if joins => token.end = end,
            _ => tokens.push(at..end),
        }
        before = now;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dates: [(&str, &str); 2], year: &str, expected: &str) {
        let [from, to] =
            dates.map(|(text, value)| DatePart { text: text.to_owned(), datetime: Some(value.to_owned()) });
        let said = shortened(&from, &to, year).map(|Shortened { from, to, is_tight }| {
            assert!(from.datetime.is_some() && to.datetime.is_some());
            [&*from.text, if is_tight { "–" } else { " – " }, &*to.text].concat()
        });
        assert_eq!(said.unwrap_or_else(|| [&*from.text, " – ", &*to.text].concat()), expected);
    }

    /// With one dash for all languages, where CLDR's patterns have several.
    #[test]
    fn what_both_days_share_is_said_once() {
        let [eighth, ninth, october] = ["2023-11-08", "2023-11-09", "2023-10-28"];
        check([("8 November 2023", eighth), ("9 November 2023", ninth)], "2023", "8–9 November 2023");
        check([("28 October 2023", october), ("9 November 2023", ninth)], "2023", "28 October – 9 November 2023");
        check([("November 8, 2023", eighth), ("November 9, 2023", ninth)], "2023", "November 8–9, 2023");
        check([("October 28, 2023", october), ("November 9, 2023", ninth)], "2023", "October 28 – November 9, 2023");
        check([("8. November 2023", eighth), ("9. November 2023", ninth)], "2023", "8.–9. November 2023");
        check(
            [("8 de noviembre de 2023", eighth), ("9 de noviembre de 2023", ninth)],
            "2023",
            "8–9 de noviembre de 2023",
        );
        check([("28 октября 2023 г.", october), ("9 ноября 2023 г.", ninth)], "2023", "28 октября – 9 ноября 2023 г.");
        check([("2023年11月8日", eighth), ("2023年11月9日", ninth)], "2023", "2023年11月8日–9日");
        check([("2023年10月28日", october), ("2023年11月9日", ninth)], "2023", "2023年10月28日–11月9日");
        check([("2023년 11월 8일", eighth), ("2023년 11월 9일", ninth)], "2023", "2023년 11월 8일–9일");
        let december = "2023-12-09";
        check([("৮ নভেম্বর, ২০২৩", eighth), ("৯ ডিসেম্বর, ২০২৩", december)], "২০২৩", "৮ নভেম্বর – ৯ ডিসেম্বর, ২০২৩");
        check([("8 நவம்பர், 2023", eighth), ("9 டிசம்பர், 2023", december)], "2023", "8 நவம்பர் – 9 டிசம்பர், 2023");
        check([("8 నవంబర్, 2023", eighth), ("9 నవంబర్, 2023", ninth)], "2023", "8–9 నవంబర్, 2023");
        check([("٨ نوفمبر ٢٠٢٣", eighth), ("٩ نوفمبر ٢٠٢٣", ninth)], "٢٠٢٣", "٨–٩ نوفمبر ٢٠٢٣");
    }

    #[test]
    fn a_day_of_the_same_number_is_not_shared() {
        let dates = [("8 October 2023", "2023-10-08"), ("8 November 2023", "2023-11-08")];
        check(dates, "2023", "8 October – 8 November 2023");
        let dates = [("October 8, 2023", "2023-10-08"), ("November 8, 2023", "2023-11-08")];
        check(dates, "2023", "October 8 – November 8, 2023");
        let dates = [("2023. gada 8. oktobris", "2023-10-08"), ("2023. gada 8. novembris", "2023-11-08")];
        check(dates, "2023", "2023. gada 8. oktobris – 8. novembris");
    }

    #[test]
    fn months_share_their_year_and_other_years_nothing() {
        check([("October 2023", "2023-10"), ("November 2023", "2023-11")], "2023", "October–November 2023");
        check(
            [("8 November 2022", "2022-11-08"), ("8 November 2023", "2023-11-08")],
            "2022",
            "8 November 2022 – 8 November 2023",
        );
        check([("2022", "2022"), ("2023", "2023")], "2022", "2022 – 2023");
        check(
            [("November 2023", "2023-11"), ("8 November 2023", "2023-11-08")],
            "2023",
            "November 2023 – 8 November 2023",
        );
    }
}
