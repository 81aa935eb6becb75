//! Numbers, years and clocks as the labels of a document's language write them.

use super::{ControlLabels, fill};

impl ControlLabels {
    /// A number of things, in the language's digits; five digits and more in groups of three.
    pub fn number(&self, number: i64) -> String {
        let plain = number.unsigned_abs().to_string();
        let digits: Vec<char> = self.digits.chars().collect();
        let mut text = String::new();
        for (index, digit) in plain.bytes().enumerate() {
            if index > 0 && plain.len() > 4 && (plain.len() - index).is_multiple_of(3) {
                text.push_str(&self.group);
            }
            let digit = digit - b'0';
            text.push(digits.get(usize::from(digit)).copied().unwrap_or(char::from(b'0' + digit)));
        }
        text
    }

    /// A number of things in three characters or so: what is above 999 is rounded down.
    pub fn compact(&self, number: u32) -> String {
        let (pattern, unit) = match number {
            0..1_000 => return self.number(i64::from(number)),
            1_000..1_000_000 => (&self.thousands, 1_000),
            _ => (&self.millions, 1_000_000),
        };
        fill(pattern, &[("n", &self.number(i64::from(number / unit)))])
    }

    /// The clock, so many minutes after midnight.
    pub fn time(&self, minute: u16) -> String {
        let digits = [minute % 60 / 10, minute % 10].map(|digit| self.number(digit.into())).concat();
        self.hours.get(usize::from(minute / 60)).map_or(String::new(), |hour| fill(hour, &[("minute", &digits)]))
    }

    /// An astronomical year: 0 is 1 BCE.
    pub fn year(&self, year: i64) -> String {
        if year > 0 { self.number(year) } else { fill(&self.year_bce, &[("year", &self.number(1 - year))]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_the_languages_digits_and_groups() {
        let labels = |digits: &str, group: &str| ControlLabels {
            digits: digits.to_owned(),
            group: group.to_owned(),
            year_bce: "{year} BCE".to_owned(),
            thousands: "{n}k".to_owned(),
            millions: "{n}M".to_owned(),
            ..ControlLabels::default()
        };
        let english = labels("0123456789", ",");
        assert_eq!([english.number(1945), english.number(100_000)], ["1945", "100,000"]);
        assert_eq!([english.year(0), english.year(-9_999_999)], ["1 BCE", "10,000,000 BCE"]);
        let compacts = [7, 999, 1_000, 99_999, 1_000_000].map(|number| english.compact(number));
        assert_eq!(compacts, ["7", "999", "1k", "99k", "1M"]);
        let clock = ControlLabels { hours: vec!["0.{minute}".to_owned(), "1.{minute} Uhr".to_owned()], ..english };
        assert_eq!([0, 59, 60, 65, 120].map(|minute| clock.time(minute)), ["0.00", "0.59", "1.00 Uhr", "1.05 Uhr", ""]);
        assert_eq!(labels("٠١٢٣٤٥٦٧٨٩", "٬").number(12_345), "١٢٬٣٤٥");
        assert_eq!(ControlLabels::default().number(7), "7");
    }
}
