//! Numbers for SVG attributes. Written by hand: the standard formatting of floats would cost every reader some
//! kilobytes of Wasm.

use yew::AttrValue;

use crate::document::{ControlWords, fill};

/// A number of things, in the language's digits; five digits and more in groups of three.
pub(super) fn count(words: &ControlWords, number: i64) -> String {
    let plain = number.unsigned_abs().to_string();
    let digits: Vec<char> = words.digits.chars().collect();
    let mut text = String::new();
    for (index, digit) in plain.bytes().enumerate() {
        if index > 0 && plain.len() > 4 && (plain.len() - index).is_multiple_of(3) {
            text.push_str(&words.group);
        }
        let digit = digit - b'0';
        text.push(digits.get(usize::from(digit)).copied().unwrap_or(char::from(b'0' + digit)));
    }
    text
}

/// A number of things in three characters or so: what is above 999 is rounded down.
pub(super) fn compact(words: &ControlWords, number: u32) -> String {
    let (pattern, unit) = match number {
        0..1_000 => return count(words, i64::from(number)),
        1_000..1_000_000 => (&words.thousands, 1_000),
        _ => (&words.millions, 1_000_000),
    };
    fill(pattern, &[("n", &count(words, i64::from(number / unit)))])
}

/// An astronomical year in words: 0 is 1 BCE.
pub(super) fn year(words: &ControlWords, year: i64) -> String {
    if year > 0 { count(words, year) } else { fill(&words.year_bce, &[("year", &count(words, 1 - year))]) }
}

/// CSS pixels with one decimal, such as "12.5"; a number that is none is "0".
pub(super) fn px(value: f64) -> AttrValue {
    decimal(value, 1).into()
}

/// A part of a whole in percent with three decimals, such as "12.345%".
pub(super) fn percent(part: f64, whole: f64) -> AttrValue {
    let mut text = decimal(part / whole * 100.0, 3);
    text.push('%');
    text.into()
}

fn decimal(value: f64, places: u32) -> String {
    let unit = 10i64.pow(places);
    // A cast of a float that is no number, or out of range, saturates: no case is left over.
    let scaled = (value * unit as f64).round() as i64;
    let (whole, rest) = (scaled.unsigned_abs() / unit as u64, scaled.unsigned_abs() % unit as u64);
    let mut text = String::new();
    if scaled < 0 {
        text.push('-');
    }
    text.push_str(&whole.to_string());
    if rest > 0 {
        text.push('.');
        let digits = rest.to_string();
        for _ in digits.len()..places as usize {
            text.push('0');
        }
        text.push_str(digits.trim_end_matches('0'));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_in_the_languages_digits_and_groups() {
        let words = |digits: &str, group: &str| ControlWords {
            digits: digits.to_owned(),
            group: group.to_owned(),
            year_bce: "{year} BCE".to_owned(),
            thousands: "{n}k".to_owned(),
            millions: "{n}M".to_owned(),
            ..ControlWords::default()
        };
        let english = words("0123456789", ",");
        assert_eq!([count(&english, 1945), count(&english, 100_000)], ["1945", "100,000"]);
        assert_eq!([year(&english, 0), year(&english, -9_999_999)], ["1 BCE", "10,000,000 BCE"]);
        let compacts = [7, 999, 1_000, 99_999, 1_000_000].map(|number| compact(&english, number));
        assert_eq!(compacts, ["7", "999", "1k", "99k", "1M"]);
        assert_eq!(count(&words("٠١٢٣٤٥٦٧٨٩", "٬"), 12_345), "١٢٬٣٤٥");
        assert_eq!(count(&ControlWords::default(), 7), "7");
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        for (value, text) in [
            (0.0, "0"),
            (12.0, "12"),
            (12.34, "12.3"),
            (-0.26, "-0.3"),
            (-0.01, "0"),
            (f64::NAN, "0"),
            (999.96, "1000"),
        ] {
            assert_eq!(px(value), text);
        }
        assert_eq!(percent(1.0, 3.0), "33.333%");
        assert_eq!(percent(1.0, 16.0), "6.25%");
        assert_eq!(percent(1.0, 1000.0), "0.1%");
        assert_eq!(percent(1.0, 20000.0), "0.005%");
    }
}
