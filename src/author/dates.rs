//! EDTF dates: what is wrong with one, and which days it may mean.

use edtf_core::{Date, DateTime, Edtf, IntervalEndpoint, Precision, Set, SetElement, SetKind};

use super::edtf;
use super::hints::{self, Hint};
use super::json::{Text, quote};
use super::report::{Finding, Report};
use crate::date::{Bounds, LAST_YEAR, days_in_month};
use crate::document::{Doubt, Extent};

/// The days of a date, with what is open left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// From the first to the last day that the date names; `../..` names none.
    pub known: Option<Bounds>,
    /// What these days mean.
    pub extent: Extent,
    /// Whether it is still going on (`2022/..`). An end that is only unknown (`2022/`) is none of that.
    pub goes_on: bool,
    /// Whether any of it is uncertain or approximate.
    pub doubt: Doubt,
    /// The time of day, in seconds from the midnight in UTC of the day as it is written.
    pub clock: Option<i32>,
}

impl Reach {
    /// Whether its beginning is open or unknown.
    pub fn begins_open(self) -> bool {
        matches!(self.extent, Extent::OpenStart | Extent::OpenBoth)
    }

    /// Whether its end is open or unknown.
    pub fn ends_open(self) -> bool {
        matches!(self.extent, Extent::OpenEnd | Extent::OpenBoth)
    }
}

/// A date that was understood.
pub struct Understood {
    /// As EDTF.
    pub edtf: Edtf,
    /// As days.
    pub reach: Reach,
}

/// Understands a date, or reports why not. An empty text has been reported already.
pub fn read(report: &Report, text: &Text<'_>) -> Option<Understood> {
    if text.is_empty() {
        return None;
    }
    let value = &*text.value;
    let edtf = match edtf::parse(value) {
        Ok(edtf) => edtf,
        Err(message) => {
            report.push(refused(text, value, message));
            return None;
        }
    };
    let Some(reach) = reach(&edtf) else {
        report.push(
            Finding::error("date-out-of-range", text.span())
                .expected(format!("a year from -{LAST_YEAR} to {LAST_YEAR}"))
                .found(quote(value)),
        );
        return None;
    };
    Some(Understood { edtf, reach })
}

/// Understands a date that must be one day.
pub fn read_day(report: &Report, text: &Text<'_>) -> Option<Understood> {
    let understood = read(report, text)?;
    let certain = understood.reach.extent == Extent::Day && understood.reach.doubt == Doubt::None;
    if !certain {
        report.push(
            Finding::error("not-a-day", text.span())
                .expected("a single, certain day such as 2023-11-12")
                .found(quote(&text.value)),
        );
    }
    certain.then_some(understood)
}

fn refused(text: &Text<'_>, value: &str, message: &str) -> Finding {
    let hints = hints::hints(value);
    let fix = match &hints[..] {
        [Hint { edtf, is_certain: true, .. }] => Some((text.span(), quote(edtf))),
        _ => None,
    };
    let help = did_you_mean(&hints);
    if let Some((found, own_help)) = no_such_day(value)
        && fix.is_none()
    {
        return Finding::error("no-such-day", text.span())
            .expected("a day that exists")
            .found(found)
            .help(own_help.or(help));
    }
    let is_clock = |end: &str| matches!(edtf::parse(end), Ok(Edtf::DateTime(_)));
    if value.split_once('/').is_some_and(|(start, end)| is_clock(start) || is_clock(end)) {
        return Finding::error("interval-with-time", text.span())
            .expected("an interval between days: in EDTF none begins or ends by the clock")
            .found(quote(value))
            .help("write an event for its beginning and one for its end, or its days without the clock".to_owned());
    }
    if let Some((start, end)) = value.split_once('/')
        && edtf::parse(start).is_ok()
        && edtf::parse(end).is_ok()
    {
        let turned = format!("{end}/{start}");
        let turned = edtf::parse(&turned).is_ok().then(|| format!("did you mean {turned:?}?"));
        return Finding::error("reversed-interval", text.span())
            .expected("an interval that ends after it begins")
            .found(quote(value))
            .help(turned.or(help));
    }
    let found = if help.is_some() { quote(value) } else { format!("{} ({message})", quote(value)) };
    Finding::error("invalid-date", text.span())
        .expected("a date in EDTF such as 1961-07-06, 1956-08, 1950? or 1950-06-25/1953-07-27")
        .found(found)
        .help(help)
        .fix(fix)
}

/// `did you mean "2023-11-12" (12 November) or "2023-12-11" (11 December)?`
fn did_you_mean(hints: &[Hint]) -> Option<String> {
    let worded = |hint: &Hint| match &hint.meaning {
        Some(meaning) => format!("{:?} ({meaning})", hint.edtf),
        None => format!("{:?}", hint.edtf),
    };
    let worded: Vec<String> = hints.iter().map(worded).collect();
    (!worded.is_empty()).then(|| format!("did you mean {}?", worded.join(" or ")))
}

/// The first day in a text that the calendar does not have, in words.
fn no_such_day(value: &str) -> Option<(String, Option<String>)> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let number = |digits: &str, length: usize| -> Option<i64> {
        let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    for part in value.split(['/', ',', '[', ']', '{', '}', 'T']) {
        let part = part.trim_matches(['.', '?', '~', '%', ' ']);
        let (sign, digits) = part.strip_prefix('-').map_or((1, part), |rest| (-1, rest));
        let mut fields = digits.split('-');
        let year = fields.next().and_then(|year| number(year, 4)).map(|year| sign * year);
        let month = fields.next().and_then(|month| number(month, 2));
        let day = fields.next().and_then(|day| number(day, 2));
        let (Some(year), Some(month)) = (year, month) else { continue };
        let Some(name) = usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)) else {
            if (21..=41).contains(&month) && day.is_none() {
                continue;
            }
            let swapped = day.filter(|day| (1..=12).contains(day) && (1..=31).contains(&month));
            let help = swapped.map(|day| format!("did you mean \"{year:04}-{day:02}-{month:02}\"?"));
            return Some((format!("month {month}, which does not exist"), help));
        };
        let last = i64::from(days_in_month(year, month as u8));
        if let Some(day) = day
            && !(1..=last).contains(&day)
        {
            return Some((format!("{day} {name} {year}, which does not exist: {name} {year} has {last} days"), None));
        }
    }
    None
}

/// The days of a date; `None` beyond [`LAST_YEAR`].
pub fn reach(edtf: &Edtf) -> Option<Reach> {
    let bounds = dates(edtf).iter().map(edtf::bounds).collect::<Option<Vec<_>>>()?;
    let known = bounds.into_iter().reduce(union);
    let extent = match edtf {
        Edtf::Date(date) if date.precision() == Precision::Day && !date.has_unspecified() => Extent::Day,
        Edtf::Date(_) => Extent::Within,
        Edtf::DateTime(_) => Extent::Day,
        Edtf::Interval(interval) => {
            let open_start = !matches!(interval.start, IntervalEndpoint::Date(_));
            let open_end = !matches!(interval.end, IntervalEndpoint::Date(_));
            open(open_start, open_end).unwrap_or(Extent::Period)
        }
        Edtf::Set(Set { kind, elements }) => {
            let open_start = elements.iter().any(|element| matches!(element, SetElement::OnOrBefore(_)));
            let open_end = elements.iter().any(|element| matches!(element, SetElement::OnOrAfter(_)));
            // One of several days is one moment; all of several days are drawn from the first to the last.
            let closed = if *kind == SetKind::OneMember { Extent::Within } else { Extent::Period };
            open(open_start, open_end).unwrap_or(closed)
        }
    };
    let doubt = match (edtf.is_uncertain(), edtf.is_approximate()) {
        (false, false) => Doubt::None,
        (true, false) => Doubt::Uncertain,
        (false, true) => Doubt::Approximate,
        (true, true) => Doubt::Both,
    };
    let goes_on = matches!(edtf, Edtf::Interval(interval) if interval.end == IntervalEndpoint::Open);
    let clock = match edtf {
        Edtf::DateTime(moment) => Some(clock(moment)),
        _ => None,
    };
    Some(Reach { known, extent, goes_on, doubt, clock })
}

/// A time without a shift counts as one of UTC.
fn clock(moment: &DateTime) -> i32 {
    let time = moment.time;
    let shift = time.shift.map_or(0, edtf::minutes);
    (i32::from(time.hour) * 60 + i32::from(time.minute) - i32::from(shift)) * 60 + i32::from(time.second)
}

fn open(start: bool, end: bool) -> Option<Extent> {
    match (start, end) {
        (true, true) => Some(Extent::OpenBoth),
        (true, false) => Some(Extent::OpenStart),
        (false, true) => Some(Extent::OpenEnd),
        (false, false) => None,
    }
}

/// Every date that an expression names.
fn dates(edtf: &Edtf) -> Vec<Date> {
    match edtf {
        Edtf::Date(date) => vec![*date],
        Edtf::DateTime(moment) => vec![moment.date],
        Edtf::Interval(interval) => [interval.start, interval.end]
            .into_iter()
            .filter_map(|end| match end {
                IntervalEndpoint::Date(date)
                | IntervalEndpoint::OnOrBefore(date)
                | IntervalEndpoint::OnOrAfter(date) => Some(date),
                IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
            })
            .collect(),
        Edtf::Set(set) => set
            .elements
            .iter()
            .flat_map(|element| match *element {
                SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => vec![date],
                SetElement::Range(first, last) => vec![first, last],
            })
            .collect(),
    }
}

/// The shortest bounds around both.
pub fn union(a: Bounds, b: Bounds) -> Bounds {
    Bounds::new(a.earliest.min(b.earliest), a.latest.max(b.latest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Civil, Day};

    fn check(text: &str, days: &str, extent: Extent) {
        let reach = reach(&edtf::parse(text).expect(text)).expect(text);
        let known = reach.known.expect(text);
        let civil = |day: Day| {
            let Civil { year, month, day } = day.civil();
            format!("{year}-{month:02}-{day:02}")
        };
        let found = format!("{} {}", civil(known.earliest), civil(known.latest));
        assert_eq!((found.as_str(), reach.extent), (days, extent), "{text}");
    }

    #[test]
    fn dates_reach_over_the_days_they_may_mean() {
        check("1961-07-06", "1961-07-06 1961-07-06", Extent::Day);
        check("2023-11-09T14:30:00Z", "2023-11-09 2023-11-09", Extent::Day);
        check("1956-08", "1956-08-01 1956-08-31", Extent::Within);
        check("195X", "1950-01-01 1959-12-31", Extent::Within);
        check("1984-21", "1984-03-01 1984-05-31", Extent::Within);
        check("2004-06-XX", "2004-06-01 2004-06-30", Extent::Within);
        check("[1984,1986]", "1984-01-01 1986-12-31", Extent::Within);
        check("{1984,1986}", "1984-01-01 1986-12-31", Extent::Period);
        check("1950-06-25/1953-07-27", "1950-06-25 1953-07-27", Extent::Period);
        check("../1948", "1948-01-01 1948-12-31", Extent::OpenStart);
        check("/1948", "1948-01-01 1948-12-31", Extent::OpenStart);
        check("1948/..", "1948-01-01 1948-12-31", Extent::OpenEnd);
        check("1948/", "1948-01-01 1948-12-31", Extent::OpenEnd);
        check("..1948/1950..", "1948-01-01 1950-12-31", Extent::OpenBoth);
        check("-0043-03-15", "-43-03-15 -43-03-15", Extent::Day);
    }

    #[test]
    fn only_what_has_an_open_end_goes_on() {
        let goes_on = |text: &str| reach(&edtf::parse(text).expect(text)).expect(text).goes_on;
        assert!(["1948/..", "/..", "../..", "-20XX/.."].into_iter().all(goes_on));
        assert!(!["1948/", "1948/1950..", "[1984..]", "../1948", "1948"].into_iter().any(goes_on));
    }

    #[test]
    fn clocks_are_compared_in_utc() {
        let clock = |text: &str| reach(&edtf::parse(text).expect(text)).expect(text).clock;
        assert_eq!(clock("2021-03-04"), None);
        assert_eq!(clock("2021-03-04T09:05:07"), Some(32_707));
        assert_eq!(clock("2021-03-04T09:05:07+02:00"), Some(25_507));
        assert_eq!(clock("2021-03-04T01:00:00+05:30"), Some(-16_200));
        assert_eq!(clock("2021-03-04T24:00:00Z"), Some(86_400));
    }

    #[test]
    fn years_without_end_are_refused() {
        assert_eq!(reach(&edtf::parse("Y9E17").expect("EDTF")), None);
        assert!(reach(&edtf::parse("Y-14E9").expect("EDTF")).is_some());
    }

    #[test]
    fn days_that_do_not_exist_are_named() {
        let found = |text: &str| no_such_day(text).map(|(found, _)| found);
        let february = "31 February 2001, which does not exist: February 2001 has 28 days";
        assert_eq!(found("2001-02-31").as_deref(), Some(february));
        assert_eq!(found("1999/2001-02-31?").as_deref(), Some(february));
        assert_eq!(found("2023-13-01").as_deref(), Some("month 13, which does not exist"));
        assert_eq!(found("2024-02-29"), None);
        assert_eq!(found("1984-21"), None);
    }
}
