//! The address of a view: `#DOCUMENT--EVENT;from=1950-01-01;to=1961-12-31`, the event and the window each optional.

use crate::date::{Civil, Day};
use crate::timeline::Scale;

/// The part of the fragment that says the window. Its days are the first and the last that are seen.
pub(super) fn window((start, end): (f64, f64), scale: &Scale) -> String {
    let from = Day(scale.invert(start).floor() as i64);
    let to = Day(scale.invert(end).ceil() as i64 - 1);
    [";from=", &iso(from), ";to=", &iso(to)].concat()
}

/// The window that a fragment names after the event, if it names one, in days.
pub(super) fn read(rest: &str) -> Option<(f64, f64)> {
    let mut parts = rest.split(';').skip(1);
    let start = day(parts.next()?.strip_prefix("from=")?)?;
    let end = day(parts.next()?.strip_prefix("to=")?)?;
    Some((start.0 as f64, end.0 as f64 + 1.0))
}

fn iso(day: Day) -> String {
    let Civil { year, month, day } = day.civil();
    let two = |number: u8| [if number < 10 { "-0" } else { "-" }, &number.to_string()].concat();
    [year.to_string(), two(month), two(day)].concat()
}

fn day(text: &str) -> Option<Day> {
    // From the end: a year may begin with a minus itself.
    let mut parts = text.rsplitn(3, '-');
    let mut number = || -> Option<i64> { parts.next()?.parse().ok() };
    let (day, month, year) = (number()?, number()?, number()?);
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day) && year.abs() < 1_000_000_000_000;
    is_date.then(|| Day::from_civil(Civil { year, month: month as u8, day: day as u8 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_read_as_it_was_written() {
        let scale = Scale::linear();
        for (start, end) in [(0.0, 1.0), (-800_000.0, 19_000.0)] {
            let text = window((start, end), &scale);
            assert_eq!(read(&text), Some((start, end)), "{text}");
        }
        assert_eq!(window((-3101.0, -3100.0), &scale), ";from=1961-07-06;to=1961-07-06");
    }

    #[test]
    fn what_is_no_window_is_none() {
        for text in
            ["", ";from=1950-01-01", ";from=1950-13-01;to=1951-01-01", "--a;from=1950;to=1951", ";from=a-b-c;to=1-1-1"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
