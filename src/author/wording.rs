//! Dates in words, as precise and as certain as they are written, and never more.

mod interval;
mod phrase;

use edtf_core::{
    Date, DateField, DateTime, Edtf, IntervalEndpoint, Precision, Qualifier, SetElement, SetKind, Time, YearKind,
};

use super::calendar::Calendar;
use super::edtf;
use super::labels::{DateWords, YearWords};
use crate::date::{Bounds, Civil, Day};
use crate::document::{DatePart, DateText, fill};
use interval::{Shortened, shortened};
use phrase::{Phrase, bare, join, phrase, plain, timed};

/// Decades before this one ("80s", "0s") would not be understood.
const FIRST_DECADE: i64 = 100;

/// The first year that is a year without a word for its era: "July 7" would be a day.
const FIRST_PLAIN_YEAR: i64 = 100;

const MILLION: i64 = 1_000_000;
const BILLION: i64 = 1_000_000_000;

/// Words dates in one language.
pub struct Wording<'w> {
    /// ICU's part.
    pub calendar: &'w Calendar,
    /// The words around it.
    pub words: &'w DateWords,
    /// The day of the information: what begins after it does not go on yet.
    pub as_of: Option<Day>,
    /// Whether clocks are told with their time zones.
    pub shows_zones: bool,
}

impl Wording<'_> {
    /// A date in words.
    pub fn word(&self, edtf: &Edtf) -> DateText {
        let words = self.words;
        let parts = match edtf {
            Edtf::Date(date) => self.date(date),
            Edtf::DateTime(moment) => self.moment(moment),
            Edtf::Interval(interval) => match (&interval.start, &interval.end) {
                (IntervalEndpoint::Open, IntervalEndpoint::Open) => plain(words.always),
                (IntervalEndpoint::Open, IntervalEndpoint::Unknown)
                | (IntervalEndpoint::Unknown, IntervalEndpoint::Open) => plain(words.unknown),
                (IntervalEndpoint::Open, end) => phrase(words.until, &[("date", self.endpoint(end))]),
                (IntervalEndpoint::Unknown, end) => phrase(words.until_unknown, &[("date", self.endpoint(end))]),
                (start, IntervalEndpoint::Open) => {
                    let pattern = if self.is_to_come(start) { words.from } else { words.since };
                    phrase(pattern, &[("date", self.endpoint(start))])
                }
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

    fn is_to_come(&self, start: &IntervalEndpoint) -> bool {
        let IntervalEndpoint::Date(date) = start else { return false };
        edtf::bounds(date).zip(self.as_of).is_some_and(|(start, as_of)| as_of < start.earliest)
    }

    /// A day and the clock, as exact as it is written: seconds where there are any.
    fn moment(&self, moment: &DateTime) -> Phrase {
        let words = self.words;
        let Time { hour, minute, second, shift } = moment.time;
        let day = self.date(&moment.date);
        let value = day.iter().find_map(|part| part.datetime.as_deref()).filter(|_| hour < 24 && second < 60);
        let value = value.map(|day| {
            let shift = shift.map(edtf::minutes).map(|shift| match shift {
                0 => "Z".to_owned(),
                _ => format!("{}{:02}:{:02}", sign(shift), shift.abs() / 60, shift.abs() % 60),
            });
            format!("{day}T{hour:02}:{minute:02}:{second:02}{}", shift.unwrap_or_default())
        });
        let time = self.calendar.time(hour, minute, second);
        let date = bare(day).into_iter().map(|part| part.text).collect::<String>();
        let text = match shift.map(edtf::minutes).filter(|_| self.shows_zones) {
            None => fill(words.clock, &[("date", &date), ("time", &time)]),
            Some(shift) => {
                let minutes = if shift % 60 == 0 { String::new() } else { format!(":{:02}", shift.abs() % 60) };
                let shift = match shift {
                    0 => String::new(),
                    _ => format!("{}{}{minutes}", sign(shift), shift.abs() / 60),
                };
                let zone = fill(words.zone, &[("shift", &shift)]);
                fill(words.clock_zoned, &[("date", &date), ("time", &time), ("zone", &zone)])
            }
        };
        vec![DatePart { text, datetime: value }]
    }

    /// The clock of the axis by hour, with a place for the minutes. Where there are several zones it counts in UTC, and says so.
    pub fn hours(&self, has_zones: bool) -> Vec<String> {
        let hours = self.calendar.hours();
        if !has_zones {
            return hours;
        }
        let zone = fill(self.words.zone, &[("shift", "")]);
        hours.into_iter().map(|hour| [&*hour, "\u{a0}", &*zone].concat()).collect()
    }

    /// From one to the other, what both share said once; one alone where both are said alike.
    fn between(&self, pattern: &str, from: Phrase, to: Phrase) -> Phrase {
        if from == to {
            return from;
        }
        if let ([first], [last]) = (&from[..], &to[..]) {
            let year = first.datetime.as_deref().and_then(|value| value.get(..4)?.parse().ok());
            if let Some(short) = year.and_then(|year| shortened(first, last, &self.year_words(year))) {
                let Shortened { from, to, is_tight } = short;
                let tight = pattern.replace(" – ", "–");
                let pattern = if is_tight { &*tight } else { pattern };
                return phrase(pattern, &[("from", vec![from]), ("to", vec![to])]);
            }
        }
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
        let Said { words: base, is_span } = self.certain(date);
        let (approximate, both) = match is_span {
            false => (words.approximate, words.both),
            true => (words.approximate_span, words.both_span),
        };
        let parts = [Some(date.year.qualifier), date.month.map(|m| m.qualifier), date.day.map(|d| d.qualifier)];
        let present: Vec<Qualifier> = parts.into_iter().flatten().collect();
        let whole = present.windows(2).all(|pair| pair[0] == pair[1]);
        let doubtful = present.iter().any(|qualifier| qualifier.is_qualified());
        match (doubtful, whole, date.year.qualifier) {
            (false, ..) => base,
            (true, true, Qualifier { uncertain: true, approximate: true }) => phrase(both, &[("date", bare(base))]),
            (true, true, Qualifier { uncertain: true, .. }) => phrase(words.uncertain, &[("date", bare(base))]),
            (true, true, _) => phrase(approximate, &[("date", bare(base))]),
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
    fn certain(&self, date: &Date) -> Said {
        let Some(bounds) = edtf::bounds(date) else { return one(plain(self.words.unknown)) };
        if date.year.significant_digits.is_some() {
            let value = date.year.value().unwrap_or_default();
            let [date, from, to] =
                [value, bounds.earliest.civil().year, bounds.latest.civil().year].map(|year| bare(self.year(year)));
            return span(phrase(self.words.estimate, &[("date", date), ("from", from), ("to", to)]));
        }
        match date.year.value() {
            Some(year) => self.in_year(date, year, bounds),
            None => self.in_some_year(date, bounds),
        }
    }

    fn in_year(&self, date: &Date, year: i64, bounds: Bounds) -> Said {
        let words = self.words;
        let month = date.month.map(|month| (month.value(), month.digits));
        let day = date.day.map(|day| (day.value(), day.digits));
        match (month, day) {
            (None, _) => one(self.year(year)),
            (Some((Some(division @ 21..=41), _)), _) => one(self.division(division, &self.year_words(year), bounds)),
            (Some((Some(month), _)), None) => one(self.month(Civil { year, month, day: 1 })),
            (Some((Some(month), _)), Some((Some(day), _))) => one(self.day(Civil { year, month, day })),
            (Some((Some(month), _)), Some((None, [None, None]))) => {
                span(phrase(words.some_day, &[("date", bare(self.month(Civil { year, month, day: 1 })))]))
            }
            (Some((None, [None, None])), None) => span(phrase(words.some_month, &[("date", bare(self.year(year)))])),
            (Some((None, [None, None])), Some((None, [None, None]))) => {
                span(phrase(words.some_day, &[("date", bare(self.year(year)))]))
            }
            (Some((None, [None, None])), Some((Some(day), _))) => {
                let day = plain(&self.calendar.year_number(i64::from(day)));
                span(phrase(words.some_month_day, &[("day", day), ("date", bare(self.year(year)))]))
            }
            _ => self.first_to_last(date, bounds),
        }
    }

    /// A season or another part of a year; without a word for it, by its months.
    fn division(&self, division: u8, year: &str, bounds: Bounds) -> Phrase {
        let Some(words) = &self.words.years else {
            let month = |day: Day| plain(&self.calendar.month(day.civil(), year));
            return self.between(self.words.between, month(bounds.earliest), month(bounds.latest));
        };
        let pattern = words.divisions.get(usize::from(division) - 21).copied().unwrap_or("{year}");
        phrase(pattern, &[("year", plain(year))])
    }

    fn in_some_year(&self, date: &Date, bounds: Bounds) -> Said {
        let words = self.words;
        let YearKind::Standard { negative, digits } = date.year.kind else { return self.first_to_last(date, bounds) };
        let month = date.month.map(|month| month.value());
        let day = date.day.map(|day| day.value());
        let known = digits.iter().filter(|digit| digit.is_some()).count();
        // The year of the decade's name is the one nearest to year 0.
        let first = [bounds.earliest, bounds.latest].map(|day| day.civil().year.abs()).into_iter().min().unwrap_or(0);
        let year = match known {
            0 => words.unknown_year.to_owned(),
            _ => {
                let [from, to] = [bounds.earliest, bounds.latest].map(|day| self.year_words(day.civil().year));
                fill(words.masked_year, &[("from", &from), ("to", &to)])
            }
        };
        // A leap year, should the day be 29 February.
        let civil = |month: u8, day: u8| Civil { year: 2000, month, day };
        match (known, month, day) {
            (0, None | Some(None), None | Some(None)) => span(plain(words.unknown)),
            (_, Some(Some(division @ 21..=41)), None) => span(self.division(division, &year, bounds)),
            (_, Some(Some(month @ 1..=12)), None) => span(plain(&self.calendar.month(civil(month, 1), &year))),
            (_, Some(Some(month @ 1..=12)), Some(Some(day))) => {
                span(plain(&self.calendar.day(civil(month, day), &year)))
            }
            (_, Some(Some(month @ 1..=12)), Some(None)) if date.day.is_some_and(is_open) => {
                span(phrase(words.some_day, &[("date", plain(&self.calendar.month(civil(month, 1), &year)))]))
            }
            (_, Some(None), Some(Some(day))) if date.month.is_some_and(is_open) => {
                let day = plain(&self.calendar.year_number(i64::from(day)));
                span(phrase(words.day_of_some_month, &[("day", day), ("year", plain(&year))]))
            }
            // What the rest of it says is too little for words.
            (0, ..) => span(plain(words.unknown)),
            (3, None, None) if !negative && digits[3].is_none() && first >= FIRST_DECADE => one(phrase(
                words.decade,
                &[("year", plain(&self.year_words(first))), ("to", plain(&self.year_words(first + 9)))],
            )),
            _ => self.first_to_last(date, bounds),
        }
    }

    /// Between the first and the last date that it may be, each as precise as the date is written.
    fn first_to_last(&self, date: &Date, bounds: Bounds) -> Said {
        let word = |day: Day| {
            let civil = day.civil();
            bare(match date.precision() {
                Precision::Year => self.year(civil.year),
                Precision::Month | Precision::Season => self.month(civil),
                Precision::Day => self.day(civil),
            })
        };
        span(self.between(self.words.between, word(bounds.earliest), word(bounds.latest)))
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
        let number = self.calendar.year_number(if year > 0 { year } else { 1 - year });
        let own = self.words.years.as_ref();
        match year {
            FIRST_PLAIN_YEAR.. => number,
            1.. => fill(own.map_or(&self.calendar.our_era, |words| words.early_year), &[("year", &number)]),
            _ => {
                let number = own.and_then(|words| self.deep_time(-year, words)).unwrap_or(number);
                fill(own.map_or(&self.calendar.before_our_era, |words| words.before_our_era), &[("year", &number)])
            }
        }
    }

    /// "12 billion" for a round number of years before the year 0: who writes one does not mean the year after it, which
    /// counting without a year 0 would make of it. `None` for other years.
    fn deep_time(&self, years: i64, words: &YearWords) -> Option<String> {
        let (pattern, unit) = if years < BILLION { (words.millions, MILLION) } else { (words.billions, BILLION) };
        let tenth = unit / 10;
        let is_round = years >= MILLION && years % tenth == 0;
        is_round.then(|| {
            let whole = self.calendar.year_number(years / unit);
            let number = match years % unit / tenth {
                0 => whole,
                decimal => [&*whole, words.decimal, &*self.calendar.year_number(decimal)].concat(),
            };
            fill(pattern, &[("n", &number)])
        })
    }
}

/// A date in words.
struct Said {
    words: Phrase,
    /// Whether they are a stretch of time that words of doubt cannot stand before: "about between 1600 and 1699".
    is_span: bool,
}

fn one(words: Phrase) -> Said {
    Said { words, is_span: false }
}

fn span(words: Phrase) -> Said {
    Said { words, is_span: true }
}

fn is_open(field: DateField) -> bool {
    field.digits == [None, None]
}

fn sign(shift: i16) -> char {
    if shift < 0 { '-' } else { '+' }
}

#[cfg(test)]
mod tests;
