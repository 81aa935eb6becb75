//! Dates in words, as precise and as certain as they are written, and never more.

use edtf_core::{Date, Edtf, IntervalEndpoint, Precision, Qualifier, SetElement, SetKind, YearKind};

use super::calendar::Calendar;
use super::dates;
use super::labels::DateWords;
use crate::date::{Bounds, Civil, Day};
use crate::document::{DatePart, DateText};

/// Part of a date in words while it is put together.
type Phrase = Vec<DatePart>;

/// Decades before this one ("80s", "0s") would not be understood.
const FIRST_DECADE: i64 = 100;

/// Words dates in one language.
pub struct Wording<'w> {
    /// ICU's part.
    pub calendar: &'w Calendar,
    /// The words around it.
    pub words: &'w DateWords,
}

impl Wording<'_> {
    /// A date in words.
    pub fn word(&self, edtf: &Edtf) -> DateText {
        let words = self.words;
        let parts = match edtf {
            Edtf::Date(date) => self.date(date),
            Edtf::DateTime(moment) => self.date(&moment.date),
            Edtf::Interval(interval) => match (&interval.start, &interval.end) {
                (IntervalEndpoint::Open, end) => phrase(words.until, &[("date", self.endpoint(end))]),
                (IntervalEndpoint::Unknown, end) => phrase(words.until_unknown, &[("date", self.endpoint(end))]),
                (start, IntervalEndpoint::Open) => phrase(words.from, &[("date", self.endpoint(start))]),
                (start, IntervalEndpoint::Unknown) => phrase(words.from_unknown, &[("date", self.endpoint(start))]),
                (start, end) => self.between(words.interval, self.endpoint(start), self.endpoint(end)),
            },
            Edtf::Set(set) => {
                let last = if set.kind == SetKind::OneMember { words.or } else { words.and };
                let elements = set.elements.iter().map(|element| self.element(element, set.kind)).collect();
                join(elements, words.comma, last)
            }
        };
        DateText { parts }
    }

    fn between(&self, pattern: &str, from: Phrase, to: Phrase) -> Phrase {
        phrase(pattern, &[("from", from), ("to", to)])
    }

    fn endpoint(&self, endpoint: &IntervalEndpoint) -> Phrase {
        match endpoint {
            IntervalEndpoint::Date(date) => self.date(date),
            IntervalEndpoint::OnOrBefore(date) => phrase(self.words.or_earlier, &[("date", self.date(date))]),
            IntervalEndpoint::OnOrAfter(date) => phrase(self.words.or_later, &[("date", self.date(date))]),
            IntervalEndpoint::Open | IntervalEndpoint::Unknown => plain(self.words.unknown),
        }
    }

    fn element(&self, element: &SetElement, kind: SetKind) -> Phrase {
        match element {
            SetElement::Date(date) => self.date(date),
            SetElement::OnOrBefore(date) => phrase(self.words.or_earlier, &[("date", self.date(date))]),
            SetElement::OnOrAfter(date) => phrase(self.words.or_later, &[("date", self.date(date))]),
            SetElement::Range(first, last) => {
                let pattern = if kind == SetKind::OneMember { self.words.between } else { self.words.through };
                self.between(pattern, self.date(first), self.date(last))
            }
        }
    }

    /// One date with its doubts.
    fn date(&self, date: &Date) -> Phrase {
        let words = self.words;
        let base = self.certain(date);
        let parts = [Some(date.year.qualifier), date.month.map(|m| m.qualifier), date.day.map(|d| d.qualifier)];
        let present: Vec<Qualifier> = parts.into_iter().flatten().collect();
        let whole = present.windows(2).all(|pair| pair[0] == pair[1]);
        let doubtful = present.iter().any(|qualifier| qualifier.is_qualified());
        match (doubtful, whole, date.year.qualifier) {
            (false, ..) => base,
            (true, true, Qualifier { uncertain: true, approximate: true }) => {
                phrase(words.both, &[("date", bare(base))])
            }
            (true, true, Qualifier { uncertain: true, .. }) => phrase(words.uncertain, &[("date", bare(base))]),
            (true, true, _) => phrase(words.approximate, &[("date", bare(base))]),
            (true, false, _) => {
                let named = |has: fn(Qualifier) -> bool| {
                    let chosen = parts.into_iter().zip(words.parts).filter(|(part, _)| part.is_some_and(has));
                    join(chosen.map(|(_, name)| plain(name)).collect(), words.comma, words.and)
                };
                let (approximate, uncertain) = (named(|part| part.approximate), named(|part| part.uncertain));
                let doubts = if approximate == uncertain {
                    vec![(words.parts_both, approximate)]
                } else {
                    vec![(words.parts_approximate, approximate), (words.parts_uncertain, uncertain)]
                };
                let doubts = doubts.into_iter().filter(|(_, parts)| !parts.is_empty());
                doubts.fold(bare(base), |base, (pattern, parts)| phrase(pattern, &[("date", base), ("parts", parts)]))
            }
        }
    }

    /// One date without its doubts.
    fn certain(&self, date: &Date) -> Phrase {
        let Some(bounds) = dates::bounds(date) else { return plain(self.words.unknown) };
        if date.year.significant_digits.is_some() {
            let value = date.year.value().unwrap_or_default();
            let [date, from, to] =
                [value, bounds.earliest.civil().year, bounds.latest.civil().year].map(|year| bare(self.year(year)));
            return phrase(self.words.estimate, &[("date", date), ("from", from), ("to", to)]);
        }
        match date.year.value() {
            Some(year) => self.in_year(date, year, bounds),
            None => self.in_some_year(date, bounds),
        }
    }

    fn in_year(&self, date: &Date, year: i64, bounds: Bounds) -> Phrase {
        let words = self.words;
        let month = date.month.map(|month| (month.value(), month.digits));
        let day = date.day.map(|day| (day.value(), day.digits));
        match (month, day) {
            (None, _) => self.year(year),
            (Some((Some(division @ 21..=41), _)), _) => {
                let pattern = words.divisions.get(usize::from(division) - 21).copied().unwrap_or("{year}");
                phrase(pattern, &[("year", plain(&self.year_words(year)))])
            }
            (Some((Some(month), _)), None) => self.month(Civil { year, month, day: 1 }),
            (Some((Some(month), _)), Some((Some(day), _))) => self.day(Civil { year, month, day }),
            (Some((Some(month), _)), Some((None, [None, None]))) => {
                phrase(words.some_day, &[("date", bare(self.month(Civil { year, month, day: 1 })))])
            }
            (Some((None, [None, None])), None) => phrase(words.some_month, &[("date", bare(self.year(year)))]),
            (Some((None, [None, None])), Some((None, [None, None]))) => {
                phrase(words.some_day, &[("date", bare(self.year(year)))])
            }
            _ => self.first_to_last(date, bounds),
        }
    }

    fn in_some_year(&self, date: &Date, bounds: Bounds) -> Phrase {
        let words = self.words;
        let YearKind::Standard { digits, .. } = date.year.kind else { return self.first_to_last(date, bounds) };
        let month = date.month.map(|month| month.value());
        let day = date.day.map(|day| day.value());
        let known = digits.iter().filter(|digit| digit.is_some()).count();
        let first = bounds.earliest.civil().year;
        let year = match known {
            0 => words.unknown_year.to_owned(),
            _ => {
                let [from, to] = [bounds.earliest, bounds.latest].map(|day| self.year_words(day.civil().year));
                crate::document::fill(words.masked_year, &[("from", &from), ("to", &to)])
            }
        };
        // A leap year, should the day be 29 February.
        let civil = |month: u8, day: u8| Civil { year: 2000, month, day };
        match (known, month, day) {
            (0, None | Some(None), None | Some(None)) => plain(words.unknown),
            (_, Some(Some(month @ 1..=12)), None) => plain(&self.calendar.month(civil(month, 1), &year)),
            (_, Some(Some(month @ 1..=12)), Some(Some(day))) => plain(&self.calendar.day(civil(month, day), &year)),
            (_, Some(Some(month @ 1..=12)), Some(None)) if date.day.is_some_and(|day| day.digits == [None, None]) => {
                phrase(words.some_day, &[("date", plain(&self.calendar.month(civil(month, 1), &year)))])
            }
            (3, None, None) if digits[3].is_none() && first >= FIRST_DECADE => {
                phrase(words.decade, &[("year", plain(&self.year_words(first)))])
            }
            _ => self.first_to_last(date, bounds),
        }
    }

    /// Between the first and the last date that it may be, each as precise as the date is written.
    fn first_to_last(&self, date: &Date, bounds: Bounds) -> Phrase {
        let word = |day: Day| {
            let civil = day.civil();
            bare(match date.precision() {
                Precision::Year => self.year(civil.year),
                Precision::Month | Precision::Season => self.month(civil),
                Precision::Day => self.day(civil),
            })
        };
        self.between(self.words.between, word(bounds.earliest), word(bounds.latest))
    }

    fn day(&self, date: Civil) -> Phrase {
        let Civil { year, month, day } = date;
        timed(self.calendar.day(date, &self.year_words(year)), year, format!("{year:04}-{month:02}-{day:02}"))
    }

    fn month(&self, date: Civil) -> Phrase {
        let Civil { year, month, .. } = date;
        timed(self.calendar.month(date, &self.year_words(year)), year, format!("{year:04}-{month:02}"))
    }

    fn year(&self, year: i64) -> Phrase {
        let civil = Civil { year, month: 1, day: 1 };
        timed(self.calendar.year(civil, &self.year_words(year)), year, format!("{year:04}"))
    }

    /// "1961", or "44 BCE" for the astronomical year -43.
    fn year_words(&self, year: i64) -> String {
        if year > 0 {
            self.calendar.year_number(year)
        } else {
            let number = self.calendar.year_number(1 - year);
            crate::document::fill(self.words.before_our_era, &[("year", &number)])
        }
    }
}

fn plain(text: &str) -> Phrase {
    vec![DatePart { text: text.to_owned(), datetime: None }]
}

/// A date with its value for `<time datetime>`: HTML has one for the years 1 to 9999.
fn timed(text: String, year: i64, datetime: String) -> Phrase {
    vec![DatePart { text, datetime: (1..=9999).contains(&year).then_some(datetime) }]
}

/// The same words without a value for machines, which could not express the doubt.
fn bare(phrase: Phrase) -> Phrase {
    join(phrase.into_iter().map(|part| plain(&part.text)).collect(), "", "")
}

/// A pattern with phrases in its places.
fn phrase(pattern: &str, values: &[(&str, Phrase)]) -> Phrase {
    let mut out = Phrase::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        push(&mut out, plain(before));
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            push(&mut out, value.clone());
        }
        rest = tail;
    }
    push(&mut out, plain(rest));
    out
}

/// Phrases as a list.
fn join(phrases: Vec<Phrase>, comma: &str, last: &str) -> Phrase {
    let count = phrases.len();
    let mut out = Phrase::new();
    for (index, phrase) in phrases.into_iter().enumerate() {
        if index > 0 {
            push(&mut out, plain(if index + 1 == count { last } else { comma }));
        }
        push(&mut out, phrase);
    }
    out
}

/// Adds a phrase; plain words that meet become one part.
fn push(out: &mut Phrase, phrase: Phrase) {
    for part in phrase.into_iter().filter(|part| !part.text.is_empty()) {
        match out.last_mut() {
            Some(last) if last.datetime.is_none() && part.datetime.is_none() => last.text.push_str(&part.text),
            _ => out.push(part),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::calendar;
    use crate::author::labels;

    fn word(language: &str, text: &str) -> DateText {
        let locale = calendar::language(language).expect(language);
        let calendar = Calendar::new(&locale).expect(language);
        let labels = labels::of_language(locale.id.language.as_str()).unwrap_or_else(labels::english);
        Wording { calendar: &calendar, words: &labels.dates }.word(&Edtf::parse(text).expect(text))
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(word("en", text).plain(), expected, "{text}");
    }

    #[test]
    fn precision_is_kept() {
        check("1961-07-06", "6 July 1961");
        check("1956-08", "August 1956");
        check("1965", "1965");
        check("2023-11-09T14:30:00Z", "9 November 2023");
        check("195X", "1950s");
        check("19XX", "between 1900 and 1999");
        check("XXXX", "date unknown");
        check("XXXX-12-25", "25 December (year unknown)");
        check("XXXX-02-29", "29 February (year unknown)");
        check("1985-XX", "a month in 1985");
        check("1985-04-XX", "a day in April 1985");
        check("1985-XX-XX", "a day in 1985");
        check("2004-06-1X", "between 10 June 2004 and 19 June 2004");
        check("1X99-12", "December (a year between 1099 and 1999)");
        check("156X-12-25", "25 December (a year between 1560 and 1569)");
        check("XXXX-12-XX", "a day in December (year unknown)");
        check("1XXX-XX", "between January 1000 and December 1999");
        check("1950S2", "about 1950 (between 1900 and 1999)");
    }

    #[test]
    fn doubts_are_words() {
        check("1996?", "1996, uncertain");
        check("1950~", "about 1950");
        check("1950%", "about 1950, uncertain");
        check("1996-09-10?", "10 September 1996, uncertain");
        check("195X~", "about 1950s");
        check("2004?-06-11", "11 June 2004, year uncertain");
        check("2004-06~-11", "11 June 2004, year and month approximate");
        check("2004?-~06", "June 2004, month approximate, year uncertain");
        check("2004-06-%11", "11 June 2004, day approximate and uncertain");
    }

    #[test]
    fn intervals_keep_both_ends() {
        check("1950-06-25/1953-07-27", "25 June 1950 – 27 July 1953");
        check("2023-09-13/2023-09-17", "13 September 2023 – 17 September 2023");
        check("1950~/1953?", "about 1950 – 1953, uncertain");
        check("../1948", "until 1948");
        check("1948/..", "from 1948");
        check("/1948", "until 1948, beginning unknown");
        check("1948/", "from 1948, end unknown");
        check("..1948/1950", "1948 or earlier – 1950");
        check("1948/1950..", "1948 – 1950 or later");
    }

    #[test]
    fn seasons_and_quarters_are_words() {
        check("1984-21", "spring 1984");
        check("1984-24", "winter 1984");
        check("1984-33", "first quarter of 1984");
        check("1984-41", "second half of 1984");
        check("1984-22~", "about summer 1984");
    }

    #[test]
    fn years_before_our_era_and_long_ones_are_words() {
        check("-0043", "44 BCE");
        check("0000", "1 BCE");
        check("-0043-03-15", "15 March 44 BCE");
        check("Y-170000002", "170,000,003 BCE");
        check("Y17E7", "170,000,000");
        check("0033", "33");
    }

    #[test]
    fn sets_are_lists() {
        check("[1984,1986]", "1984 or 1986");
        check("{1984,1986}", "1984 and 1986");
        check("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672");
        check("{1667,1668,1670..1672}", "1667, 1668 and 1670 to 1672");
        check("[..1984]", "1984 or earlier");
        check("[1984..]", "1984 or later");
    }

    #[test]
    fn american_english_puts_the_month_first() {
        assert_eq!(word("en-US", "1961-07-06").plain(), "July 6, 1961");
        assert_eq!(word("en-US", "-0043-03-15").plain(), "March 15, 44 BCE");
    }

    #[test]
    fn only_dates_that_html_can_express_have_a_value() {
        let values = |text: &str| {
            let date = word("en", text);
            date.parts.into_iter().filter_map(|part| part.datetime).collect::<Vec<_>>()
        };
        assert_eq!(values("1961-07-06"), ["1961-07-06"]);
        assert_eq!(values("1956-08"), ["1956-08"]);
        assert_eq!(values("0033"), ["0033"]);
        assert_eq!(values("1950-06-25/1953-07-27"), ["1950-06-25", "1953-07-27"]);
        assert_eq!(values("[1984,1986]"), ["1984", "1986"]);
        assert_eq!(values("1948/.."), ["1948"]);
        for text in ["1996?", "1950~", "195X", "1984-21", "-0043", "0000", "Y17E7", "1985-XX", "1950S2", "2004?-06-11"]
        {
            assert_eq!(values(text), [""; 0], "{text}");
        }
    }
}
