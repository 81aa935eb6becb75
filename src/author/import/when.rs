//! The parts of a TimelineJS date as EDTF.

use super::slide::{DateParts, Part};
use crate::author::diagnostic::Span;
use crate::author::json::quote;
use crate::author::report::{Finding, Report};
use crate::author::{dates, edtf, hints};
use crate::date::{Bounds, Civil, Day, LAST_YEAR, days_in_month};

/// EDTF for "nobody knows when".
pub const UNKNOWN: &str = "XXXX";

/// When something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// As EDTF; always valid.
    pub edtf: String,
    /// The words that stand for it, if EDTF alone would not say what readers read so far.
    pub display: Option<String>,
}

impl When {
    /// The days it may mean; `None` if nobody knows.
    pub fn bounds(&self) -> Option<Bounds> {
        let edtf = edtf::parse(&self.edtf).ok().filter(|_| self.edtf != UNKNOWN)?;
        dates::reach(&edtf)?.known
    }
}

/// One end, as far as it is known.
struct End {
    /// A date without a time of day.
    date: String,
    /// With it, if there is one.
    clock: Option<String>,
    /// Words that replace it.
    display: Option<String>,
    /// Where it stands.
    span: Span,
}

/// What an event's two dates say together. `english` says whether English words may stand for a date.
pub fn when(
    report: &Report,
    start: Option<&DateParts>,
    end: Option<&DateParts>,
    display: Option<&str>,
    english: bool,
    slide: Span,
) -> When {
    let display = display.map(super::html::to_line).filter(|display| !display.is_empty());
    let read = |date| self::end(report, date, english);
    let Some(start) = start else {
        report.push(
            Finding::warning("date-missing", slide)
                .expected("a start date")
                .found(format!("none; it is imported with the date {UNKNOWN}, unknown"))
                .help("write its date into the document".to_owned()),
        );
        return When { edtf: UNKNOWN.to_owned(), display };
    };
    let start = read(start);
    let has_end = end.filter(|end| !matches!(end.parts[0], Part::None));
    if let Some(yearless) = end.filter(|_| has_end.is_none()) {
        report.push(
            Finding::warning("end-without-year", yearless.span)
                .expected("the year in which it ends")
                .found("none; the end is left out")
                .help("write the period into the document, as in 1950-06-25/1953-07-27".to_owned()),
        );
    }
    let Some(end) = has_end.map(read) else {
        let edtf = start.clock.as_ref().map_or(start.date, |clock| clock.clone());
        return When { edtf, display: display.or(start.display) };
    };
    period(report, start, end, display)
}

/// From one date to another.
fn period(report: &Report, start: End, end: End, display: Option<String>) -> When {
    if start.date == UNKNOWN || end.date == UNKNOWN {
        let edtf = if start.date == UNKNOWN { end.date } else { start.date };
        return When { edtf, display: display.or(start.display).or(end.display) };
    }
    let words = |end: &End| {
        let clock = end.clock.as_ref().map(|clock| clock.replace('T', " "));
        end.display.clone().or(clock).unwrap_or_else(|| end.date.clone())
    };
    let has_words = [&start, &end].into_iter().any(|end| end.display.is_some() || end.clock.is_some());
    let same = start.date == end.date && start.clock == end.clock && start.display == end.display;
    let display = display.or_else(|| match (has_words, same) {
        (true, false) => Some(format!("{} – {}", words(&start), words(&end))),
        (true, true) => start.display.clone(),
        (false, _) => None,
    });
    if start.date == end.date {
        let edtf = if same { start.clock.unwrap_or(start.date) } else { start.date };
        return When { edtf, display };
    }
    let interval = format!("{}/{}", start.date, end.date);
    if edtf::parse(&interval).is_ok() {
        return When { edtf: interval, display };
    }
    let turned = format!("{}/{}", end.date, start.date);
    if edtf::parse(&turned).is_ok() {
        report.push(
            Finding::warning("end-before-start", end.span)
                .expected(format!("an end that is not before the beginning, {}", start.date))
                .found(format!("{}; it is imported as {turned}", end.date))
                .help("see which of the two is right".to_owned()),
        );
        return When { edtf: turned, display };
    }
    // Within one another: `1962-10/1962`.
    When { edtf: start.date, display: display.or_else(|| Some(format!("{} – {}", words(&end), interval))) }
}

/// One of the two dates. Whatever is wrong with it is reported, and the event lives.
fn end(report: &Report, date: &DateParts, english: bool) -> End {
    let display = date.display.as_deref().map(super::html::to_line).filter(|display| !display.is_empty());
    let unknown = |display: Option<String>| End { date: UNKNOWN.to_owned(), clock: None, display, span: date.span };
    if let Some(format) = &date.format {
        report.push(
            Finding::warning("format-not-kept", date.span)
                .expected("a date that is worded in the document’s language")
                .found(format!("the format {}", quote(format)))
                .help("if its words matter, write them to \"display_date\"".to_owned()),
        );
    }
    let other = date.parts.iter().any(|part| matches!(part, Part::Other(_)));
    if other || date.parts[0] == Part::None {
        return match misread(report, date) {
            Some(edtf) => End { date: edtf, clock: None, display, span: date.span },
            None => unknown(display.or_else(|| written(date))),
        };
    }
    let year = date.parts[0].number().unwrap_or_default();
    let (edtf, precise) = calendar(report, date, year);
    let display = display.or_else(|| (english && precise == Precise::Year).then(|| ago(year)).flatten());
    let clock = (precise == Precise::Day).then(|| clock(&date.parts)).flatten().map(|clock| format!("{edtf}T{clock}"));
    let clock = clock.filter(|clock| edtf::parse(clock).is_ok());
    let display = display.or_else(|| {
        // EDTF ends with the second.
        let millisecond = date.parts[6].shown().filter(|millisecond| (0..1000).contains(millisecond))?;
        clock.as_ref().map(|clock| format!("{}.{millisecond:03}", clock.replace('T', " ")))
    });
    End { date: edtf, clock, display, span: date.span }
}

/// Reads what is no number as people write dates.
fn misread(report: &Report, date: &DateParts) -> Option<String> {
    let found = written(date);
    let words = found.clone().unwrap_or_default();
    let is_known = |hint: &String| edtf::parse(hint).is_ok_and(|edtf| dates::reach(&edtf).is_some());
    // Of several the first: which it is, is told.
    let hint = hints::hints(&words).into_iter().map(|hint| hint.edtf).find(is_known);
    let finding = Finding::warning("date-not-understood", date.span).expected("a year in digits");
    report.push(match &hint {
        Some(hint) => finding
            .found(format!("{}; it is imported as {hint}", quote(&words)))
            .help("see whether that is what was meant".to_owned()),
        None if found.is_none() => finding
            .found(format!("none; it is imported with the date {UNKNOWN}, unknown"))
            .help("write its date into the document".to_owned()),
        None => finding
            .found(format!("{}; it is imported with the date {UNKNOWN}, unknown, and these words", quote(&words)))
            .help("write its date into the document".to_owned()),
    });
    hint
}

/// A date as it is written, year first.
fn written(date: &DateParts) -> Option<String> {
    let parts: Vec<String> = date.parts.iter().take(3).filter_map(Part::written).collect();
    let words = super::one_line::one_line(&parts.join("-"));
    (!words.is_empty()).then_some(words)
}

/// How precise a date is.
#[derive(Clone, Copy, PartialEq)]
enum Precise {
    Year,
    Month,
    Day,
}

/// Year, month and day as EDTF. What no calendar has is carried over to the next month or year, as TimelineJS does.
fn calendar(report: &Report, date: &DateParts, year: i64) -> (String, Precise) {
    let astronomical = astronomical(year);
    if !(-LAST_YEAR..=LAST_YEAR).contains(&astronomical) {
        let nearest = astronomical.clamp(-LAST_YEAR, LAST_YEAR);
        report.push(
            Finding::warning("beyond-the-axis", date.span)
                .expected(format!("a year from -{LAST_YEAR} to {LAST_YEAR}"))
                .found(format!("{year}; it is drawn at {nearest}"))
                .help("say in the event’s text when it was".to_owned()),
        );
        return (edtf_year(nearest), Precise::Year);
    }
    let is_long = !(-9999..=9999).contains(&astronomical);
    let [month, day] = [1, 2].map(|place: usize| date.parts[place].shown());
    // A time of day is one of some day: the first, where none is named.
    let timed = date.parts[3..].iter().any(|part| part.shown().is_some());
    let (month, day) = match (month, day) {
        (None, None) if !timed => return (edtf_year(astronomical), Precise::Year),
        (month, None) if !timed => (month.unwrap_or(1), None),
        (month, day) => (month.unwrap_or(1), Some(day.unwrap_or(1))),
    };
    if is_long {
        report.push(
            Finding::warning("date-too-precise", date.span)
                .expected("a year alone, so far from ours")
                .found(format!("month {month}; only the year is kept"))
                .help(None),
        );
        return (edtf_year(astronomical), Precise::Year);
    }
    let (carried_year, carried_month, carried_day) = carry(astronomical, month, day);
    let edtf = match carried_day {
        Some(day) => format!("{}-{carried_month:02}-{day:02}", edtf_year(carried_year)),
        None => format!("{}-{carried_month:02}", edtf_year(carried_year)),
    };
    if edtf::parse(&edtf).is_err() {
        return (edtf_year(astronomical), Precise::Year);
    }
    if (carried_year, carried_month, carried_day) != (astronomical, month, day) {
        report.push(
            Finding::warning("no-such-day", date.span)
                .expected("a day that exists")
                .found(format!("{}; it is imported as {edtf}", quote(&written(date).unwrap_or_default())))
                .help("see which day was meant".to_owned()),
        );
    }
    (edtf, if carried_day.is_some() { Precise::Day } else { Precise::Month })
}

/// Carries over what is too much or too little, as JavaScript's `Date` does.
fn carry(year: i64, month: i64, day: Option<i64>) -> (i64, i64, Option<i64>) {
    // Beyond that nobody mistyped.
    let [months, days] = [month, day.unwrap_or(1)].map(|part| part.clamp(-100_000, 100_000) - 1);
    let (year, month) = (year + months.div_euclid(12), months.rem_euclid(12) + 1);
    if day.is_none() {
        return (year, month, None);
    }
    let first = Day::from_civil(Civil { year, month: month as u8, day: 1 });
    let Civil { year, month, day } = Day(first.0 + days).civil();
    debug_assert!(day <= days_in_month(year, month));
    (year, i64::from(month), Some(i64::from(day)))
}

/// TimelineJS labels the year -44 as "44 BCE"; by ISO 8601, which has a year 0, that is -43.
fn astronomical(year: i64) -> i64 {
    if year < 0 { year + 1 } else { year }
}

/// A year as EDTF writes it.
pub fn edtf_year(year: i64) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..=-1 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

/// The time of day, with what is not given as 0.
fn clock(parts: &[Part; 7]) -> Option<String> {
    parts[3..].iter().any(|part| part.shown().is_some()).then_some(())?;
    let [hour, minute, second] = [3, 4, 5].map(|place: usize| parts[place].number().unwrap_or(0));
    Some(format!("{hour:02}:{minute:02}:{second:02}"))
}

/// What TimelineJS says of years that it counts on its cosmological scale.
fn ago(year: i64) -> Option<String> {
    /// Before this one years are too long to read as a number.
    const FIRST: i64 = -99_999;
    let years = -(year as f64);
    match years {
        _ if year >= FIRST => None,
        1e9.. => Some(format!("{:.2} billion years ago", years / 1e9)),
        1e6.. => Some(format!("{:.1} million years ago", years / 1e6)),
        _ => Some(format!("{:.1} thousand years ago", years / 1e3)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> DateParts {
        let mut parts = <[Part; 7]>::default();
        for (part, field) in parts.iter_mut().zip(text.split(' ')) {
            *part = Part::of_text(&field.replace("_", "").replace("+", " "));
        }
        DateParts { span: Span { start: 0, end: 0 }, parts, display: None, format: None }
    }

    fn check(start: &str, end: &str, edtf: &str, display: Option<&str>, codes: &[&str]) {
        let report = Report::default();
        let (start, end) = (date(start), date(end));
        let end = (!end.parts.iter().all(|part| *part == Part::None)).then_some(end);
        let found = when(&report, Some(&start), end.as_ref(), None, true, start.span);
        assert!(edtf::parse(&found.edtf).is_ok(), "{}", found.edtf);
        assert_eq!((found.edtf.as_str(), found.display.as_deref()), (edtf, display));
        let diagnostics = report.finish("", None);
        assert_eq!(diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(), codes);
    }

    #[test]
    fn dates_keep_their_precision() {
        check("1962", "", "1962", None, &[]);
        check("1962 06", "", "1962-06", None, &[]);
        check("1962 10 16", "", "1962-10-16", None, &[]);
        check("33", "", "0033", None, &[]);
        check("1962 10 16 9 5", "", "1962-10-16T09:05:00", None, &[]);
        check("1962 _ 5", "", "1962-01-05", None, &[]);
        check("2015 1 1 1 1 1 10", "", "2015-01-01T01:01:01", Some("2015-01-01 01:01:01.010"), &[]);
    }

    #[test]
    fn years_before_ours_are_counted_as_iso_does() {
        check("-44", "", "-0043", None, &[]);
        check("-1", "", "0000", None, &[]);
        check("-44 3 15", "", "-0043-03-15", None, &[]);
        check("-13800000000", "", "Y-13799999999", Some("13.80 billion years ago"), &[]);
        check("-300000", "", "Y-299999", Some("300.0 thousand years ago"), &[]);
        check("-90000000000", "", "Y-20000000000", Some("90.00 billion years ago"), &["beyond-the-axis"]);
    }

    #[test]
    fn periods_have_two_ends() {
        check("1962", "1963 2", "1962/1963-02", None, &[]);
        check("1962 10", "1962 10", "1962-10", None, &[]);
        check("1963", "1962", "1962/1963", None, &["end-before-start"]);
        check("1962", "_ 5", "1962", None, &["end-without-year"]);
        check("2001 3 4 10", "2001 3 4 11", "2001-03-04", Some("2001-03-04 10:00:00 – 2001-03-04 11:00:00"), &[]);
        check("2001 3 4 10", "2001 3 4 10", "2001-03-04T10:00:00", None, &[]);
    }

    #[test]
    fn what_is_wrong_with_a_date_is_one_finding() {
        check("1962?", "", "1962?", None, &["date-not-understood"]);
        check("500+BC", "", "-0499", None, &["date-not-understood"]);
        check("soon", "", "XXXX", Some("soon"), &["date-not-understood"]);
        check("2001 2 30", "", "2001-03-02", None, &["no-such-day"]);
        check("2001 13", "", "2002-01", None, &["no-such-day"]);
        check("_ 2", "", "XXXX", Some("2"), &["date-not-understood"]);
    }
}
