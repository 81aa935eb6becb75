//! EDTF as this program reads it: what `edtf_core` reads, and where the two differ.
//!
//! ISO 8601-2:2019 decides. Accepted beside: years before year 0 with unspecified digits (`-20XX`) or with more
//! significant digits than four (`-1859S5`: all are), date-times of such years, `24:00:00` for the end of a day
//! (ISO 8601-1:2019, amendment 1) and intervals that are open at both ends (`../..`). Refused beside: the leap second
//! where there is none, and time shifts that no place has.

use edtf_core::{
    Bound, Date, DateTime, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind, TimeShift, YearKind,
};

use crate::date::{Bounds, Civil, Day, LAST_YEAR};

/// Reads an expression.
///
/// # Errors
/// What is wrong with it, in words.
pub fn parse(text: &str) -> Result<Edtf, &'static str> {
    let edtf = Edtf::parse(text).map_err(|error| error.message);
    let edtf = edtf.or_else(|message| beyond(text).ok_or(message))?;
    match &edtf {
        Edtf::DateTime(moment) => check_clock(moment).map(|()| edtf),
        _ => Ok(edtf),
    }
}

/// What the crate refuses and the standard has.
fn beyond(text: &str) -> Option<Edtf> {
    let in_set = |kind, inner: &str| {
        let elements = inner.split(',').map(|part| element(part, kind)).collect::<Option<Vec<_>>>()?;
        Some(Edtf::Set(Set { kind, elements }))
    };
    if let Some(inner) = text.strip_prefix('{') {
        return in_set(SetKind::AllMembers, inner.strip_suffix('}')?);
    }
    if let Some(inner) = text.strip_prefix('[') {
        return in_set(SetKind::OneMember, inner.strip_suffix(']')?);
    }
    if let Some((start, end)) = text.split_once('/') {
        return interval(start, end);
    }
    if text.contains('T') { date_time(text) } else { date(text).map(Edtf::Date) }
}

fn date(text: &str) -> Option<Date> {
    if let Ok(Edtf::Date(date)) = Edtf::parse(text) {
        return Some(date);
    }
    // The qualifier of the year alone may stand before the sign.
    let (qualifier, rest) = text.split_at(text.find('-').filter(|&at| at <= 1)?);
    let digits = rest.strip_prefix('-').filter(|_| matches!(qualifier, "" | "?" | "~" | "%"))?;
    if let Some((year, significant)) = digits.split_once('S') {
        let count: String = significant.chars().take_while(char::is_ascii_digit).collect();
        let is_all = count.parse().is_ok_and(|count: u32| count > 4) && !count.starts_with('0');
        return date_of(&[qualifier, "-", year, &significant[count.len()..]].concat()).filter(|_| is_all);
    }
    let mut date = date_of(&[qualifier, digits].concat())?;
    let YearKind::Standard { negative, .. } = &mut date.year.kind else { return None };
    *negative = true;
    Some(date).filter(|date| date.year.has_unspecified())
}

fn date_of(text: &str) -> Option<Date> {
    match Edtf::parse(text) {
        Ok(Edtf::Date(date)) => Some(date),
        _ => None,
    }
}

fn date_time(text: &str) -> Option<Edtf> {
    let (sign, plain) = text.strip_prefix('-').map_or(("", text), |plain| ("-", plain));
    let (day, clock) = plain.split_once('T')?;
    let midnight = clock.strip_prefix("24:00:00");
    let clock = midnight.map_or(clock.to_owned(), |shift| ["23:59:59", shift].concat());
    let Ok(Edtf::DateTime(mut moment)) = Edtf::parse(&[day, "T", &clock].concat()) else { return None };
    // As a date it is judged with its sign: there is no year -0000.
    moment.date = date_of(&[sign, day].concat())?;
    if midnight.is_some() {
        (moment.time.hour, moment.time.minute, moment.time.second) = (24, 0, 0);
    }
    Some(Edtf::DateTime(moment))
}

fn interval(start: &str, end: &str) -> Option<Edtf> {
    let endpoint = |text: &str, beside: Option<IntervalEndpoint>| match text {
        "" => Some(IntervalEndpoint::Unknown),
        ".." => Some(IntervalEndpoint::Open),
        _ => date(text).map(IntervalEndpoint::Date).or(beside),
    };
    let before = start.strip_prefix("..").and_then(date).map(IntervalEndpoint::OnOrBefore);
    let after = end.strip_suffix("..").and_then(date).map(IntervalEndpoint::OnOrAfter);
    let (start, end) = (endpoint(start, before)?, endpoint(end, after)?);
    let is_in_order = match (start, end) {
        // It would say nothing at all.
        (IntervalEndpoint::Unknown, IntervalEndpoint::Unknown) => false,
        (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => {
            bounds(&start).zip(bounds(&end)).is_some_and(|(start, end)| start.earliest <= end.latest)
        }
        _ => true,
    };
    is_in_order.then_some(Edtf::Interval(Interval { start, end }))
}

fn element(text: &str, kind: SetKind) -> Option<SetElement> {
    let (open, close) = if kind == SetKind::OneMember { ("[", "]") } else { ("{", "}") };
    if let Ok(Edtf::Set(set)) = Edtf::parse(&[open, text, close].concat()) {
        return set.elements.into_iter().next();
    }
    let before = || text.strip_prefix("..").and_then(date).map(SetElement::OnOrBefore);
    let after = || text.strip_suffix("..").and_then(date).map(SetElement::OnOrAfter);
    date(text).map(SetElement::Date).or_else(before).or_else(after)
}

fn check_clock(moment: &DateTime) -> Result<(), &'static str> {
    let time = moment.time;
    let shift = time.shift.map(minutes);
    if shift.is_some_and(|shift| shift < -12 * 60) {
        return Err("no place is more than 12 hours behind UTC");
    }
    // The leap second is the last of a day in UTC; shifts are whole quarters of an hour.
    let minute = i32::from(time.hour) * 60 + i32::from(time.minute);
    let is_last = match shift {
        Some(shift) => (minute - i32::from(shift)).rem_euclid(24 * 60) == 24 * 60 - 1,
        None => minute % 15 == 14,
    };
    if time.second == 60 && !is_last { Err("the second 60 is the leap second, at 23:59:60 UTC") } else { Ok(()) }
}

/// A time shift in minutes, east of Greenwich positive.
pub fn minutes(shift: TimeShift) -> i16 {
    match shift {
        TimeShift::Utc => 0,
        TimeShift::Offset { minutes, .. } => minutes,
    }
}

/// The days that one date may mean; `None` beyond [`LAST_YEAR`].
pub fn bounds(date: &Date) -> Option<Bounds> {
    if let YearKind::Standard { negative: true, digits } = date.year.kind
        && date.year.has_unspecified()
    {
        return bounds_before_our_era(date, digits);
    }
    let edtf_core::Bounds { earliest, latest } = Edtf::Date(*date).bounds();
    Some(Bounds::new(day(earliest)?, day(latest)?))
}

/// The crate counts unspecified digits upwards from year 0: the first year that fits is here the one furthest from it.
/// There is no year -0000.
fn bounds_before_our_era(date: &Date, digits: [Option<u8>; 4]) -> Option<Bounds> {
    let in_year = |number: u16| {
        let own = [1000, 100, 10, 1].map(|place| (number / place % 10) as u8);
        let fits = digits.iter().zip(own).all(|(digit, own)| digit.is_none_or(|digit| digit == own));
        let mut date = *date;
        date.year.kind = YearKind::Standard { negative: true, digits: own.map(Some) };
        if fits { bounds(&date) } else { None }
    };
    let first = (1..=9999).rev().find_map(in_year)?;
    let last = (1..=9999).find_map(in_year)?;
    Some(Bounds::new(first.earliest, last.latest))
}

fn day(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(date) if (-LAST_YEAR..=LAST_YEAR).contains(&date.year) => {
            Some(Day::from_civil(Civil { year: date.year, month: date.month, day: date.day }))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, is_valid: bool) {
        let found = parse(text);
        assert_eq!(found.is_ok(), is_valid, "{text}: {found:?}");
    }

    #[test]
    fn years_before_our_era_may_have_unspecified_and_significant_digits() {
        let reaches = |text: &str, from: i64, to: i64| {
            let Ok(Edtf::Date(date)) = parse(text) else { panic!("{text}") };
            let found = bounds(&date).map(|bounds| (bounds.earliest.civil().year, bounds.latest.civil().year));
            assert_eq!(found, Some((from, to)), "{text}");
        };
        reaches("-20XX", -2099, -2000);
        reaches("-003X", -39, -30);
        reaches("?-12XX-11", -1299, -1200);
        reaches("-0XXX-02-29", -996, -4);
        reaches("-15XX-24", -1599, -1499);
        reaches("-1859S5", -1859, -1859);
        reaches("-1859S2", -1899, -1800);
        for text in ["-2XXX/-10XX", "-30XX~/-2500", "../-20XX", "[-20XX,-1850]", "{-20XX..}", "[..-03XX]"] {
            check(text, true);
        }
        for text in ["2-0XX", "-10XX/-20XX", "--20XX", "-20XX-13", "-X", "-20XXS2", "-1859S", "-1859S05", "-0XXX-02-30"]
        {
            check(text, false);
        }
    }

    #[test]
    fn clocks_follow_the_standard() {
        for text in [
            "-0479-09-29T06:00:00",
            "-0479-09-29T06:00:00+02",
            "2021-03-04T24:00:00",
            "2021-03-04T24:00:00Z",
            "2016-12-31T23:59:60Z",
            "2017-01-01T05:29:60+05:30",
            "2021-03-04T10:00:00-12:00",
            "2021-03-04T10:00:00+14:00",
        ] {
            check(text, true);
        }
        for text in [
            "-0000-09-29T06:00:00",
            "2021-03-04T24:00:01",
            "2021-03-04T24:01:00",
            "2021-03-04T11:07:60",
            "2017-01-01T05:29:60Z",
            "2021-03-04T10:00:00-12:30",
            "2021-03-04T10:00:00-13",
            "2021-02-29T10:00:00",
            "2021-03-04T09:00:00/2021-03-04T17:00:00",
            "2021-03-04T09:00:00/2021-03-05",
            "[2021-03-04T09:00:00,2021-03-04T17:00:00]",
            "2021-03-04T09:00:00?",
        ] {
            check(text, false);
        }
    }

    #[test]
    fn an_interval_may_be_open_at_both_ends_but_says_something() {
        for text in ["../..", "/..", "../"] {
            check(text, true);
        }
        for text in ["/", "..//..", ".../..", ""] {
            check(text, false);
        }
    }
}
