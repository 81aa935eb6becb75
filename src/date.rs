//! Calendar days as plain numbers.
//!
//! Every date of a document is reduced to [`Day`]s before the reader arrives, so that drawing needs only arithmetic.
//!
//! *Invariant:* knows no time zones and no formats; a day is a day everywhere.

use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

/// Days in 400 Gregorian years, after which the calendar repeats.
const DAYS_PER_CYCLE: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_FROM_MARCH_ZERO: i64 = 719_468;
/// Seconds of a day: leap seconds are none.
pub const SECONDS_PER_DAY: u32 = 86_400;
/// Minutes of a day.
pub const MINUTES_PER_DAY: u16 = 1440;

/// A calendar day: days since 1970-01-01 in the proleptic Gregorian calendar, with a year 0 (ISO 8601).
///
/// ```
/// use news_explainer::date::{Civil, Day};
/// let day = Day::from_civil(Civil { year: 1961, month: 7, day: 6 });
/// assert_eq!(day, Day(-3101));
/// assert_eq!(day.civil(), Civil { year: 1961, month: 7, day: 6 });
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i64);

/// A moment: days since the beginning of 1970-01-01, with their fraction. Distances between moments are plain numbers of
/// days.
///
/// ```
/// use news_explainer::date::{Day, Moment};
/// assert_eq!(Day(3).start() + 0.5, Moment(3.5));
/// assert_eq!(Moment(-0.5).day(), Day(-1));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Moment(pub f64);

/// The same day by year, month (1 to 12) and day of the month (1 to 31).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// Astronomical year: 0 is 1 BCE, -43 is 44 BCE.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// When it begins.
    pub fn start(self) -> Moment {
        Moment(self.0 as f64)
    }

    /// When it ends, and the next one begins.
    pub fn end(self) -> Moment {
        self.start() + 1.0
    }

    /// So many seconds after it begins.
    ///
    /// ```
    /// use news_explainer::date::{Day, Moment};
    /// assert_eq!(Day(3).at(43_200), Moment(3.5));
    /// assert_eq!(Moment(-0.5).minute(), (Day(-1), 720));
    /// ```
    pub fn at(self, seconds: u32) -> Moment {
        self.start() + f64::from(seconds) / f64::from(SECONDS_PER_DAY)
    }

    /// The day of a civil date. Months and days past their end are not checked here: the caller has a valid date.
    pub fn from_civil(Civil { year, month, day }: Civil) -> Day {
        // Years are counted from March, so that the leap day is the last of its year.
        let month = i64::from(month);
        let year = if month <= 2 { year - 1 } else { year };
        let cycle = year.div_euclid(400);
        let year_of_cycle = year.rem_euclid(400);
        let month_from_march = (month + 9) % 12;
        // (153 m + 2) / 5 is the number of days before month m of a year that begins in March.
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
        let day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
        Day(cycle * DAYS_PER_CYCLE + day_of_cycle - EPOCH_FROM_MARCH_ZERO)
    }

    /// 1 January of an astronomical year.
    pub fn new_year(year: i64) -> Day {
        Day::from_civil(Civil { year, month: 1, day: 1 })
    }

    /// The civil date of this day.
    pub fn civil(self) -> Civil {
        let days = self.0 + EPOCH_FROM_MARCH_ZERO;
        let cycle = days.div_euclid(DAYS_PER_CYCLE);
        let day_of_cycle = days.rem_euclid(DAYS_PER_CYCLE);
        // Leap days are taken out first (one in 1460 days, but not at the end of a century, but at the cycle's end).
        let year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
        let day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_cycle + cycle * 400 + i64::from(month <= 2);
        Civil { year, month: month as u8, day: day as u8 }
    }
}

impl Moment {
    /// The day that it lies in. Casts of floats saturate, so every number has one.
    pub fn day(self) -> Day {
        Day(self.0.floor() as i64)
    }

    /// The nearest full minute: its day, and how many minutes after midnight it is.
    pub fn minute(self) -> (Day, u16) {
        let per_day = i64::from(MINUTES_PER_DAY);
        let minute = (self.0 * per_day as f64 + 0.5).floor() as i64;
        (Day(minute.div_euclid(per_day)), minute.rem_euclid(per_day) as u16)
    }

    /// The earlier of two moments; of a number and NaN, the number.
    pub fn min(self, other: Moment) -> Moment {
        Moment(self.0.min(other.0))
    }

    /// The later of two moments; of a number and NaN, the number.
    pub fn max(self, other: Moment) -> Moment {
        Moment(self.0.max(other.0))
    }
}

impl Add<f64> for Moment {
    type Output = Moment;

    fn add(self, days: f64) -> Moment {
        Moment(self.0 + days)
    }
}

impl Sub<f64> for Moment {
    type Output = Moment;

    fn sub(self, days: f64) -> Moment {
        Moment(self.0 - days)
    }
}

impl Sub for Moment {
    type Output = f64;

    fn sub(self, other: Moment) -> f64 {
        self.0 - other.0
    }
}

/// The days a date may mean, both ends included: "August 1956" is 1 to 31 August 1956.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "(Day, Day)", into = "(Day, Day)")]
pub struct Bounds {
    /// The first day.
    pub earliest: Day,
    /// The last day; never before `earliest`.
    pub latest: Day,
}

/// The first and last year that can be drawn, before and after year 0: further than the age of the universe either way,
/// and still exact in JavaScript's numbers.
pub const LAST_YEAR: i64 = 20_000_000_000;

impl Bounds {
    /// Whether they lie in the years that can be drawn.
    pub fn can_be_drawn(self) -> bool {
        Day::new_year(-LAST_YEAR) <= self.earliest && self.latest < Day::new_year(LAST_YEAR + 1)
    }

    /// Bounds from any two days; they are put in order.
    pub fn new(a: Day, b: Day) -> Bounds {
        Bounds { earliest: a.min(b), latest: a.max(b) }
    }

    /// Whether `day` lies within.
    pub fn contains(self, day: Day) -> bool {
        self.earliest <= day && day <= self.latest
    }

    /// The length in days; one day is 1.
    pub fn days(self) -> i64 {
        self.latest.0 - self.earliest.0 + 1
    }
}

impl From<(Day, Day)> for Bounds {
    fn from((a, b): (Day, Day)) -> Bounds {
        Bounds::new(a, b)
    }
}

impl From<Bounds> for (Day, Day) {
    fn from(bounds: Bounds) -> (Day, Day) {
        (bounds.earliest, bounds.latest)
    }
}

/// The number of days in a month (1 to 12) of an astronomical year.
pub fn days_in_month(year: i64, month: u8) -> u8 {
    let next =
        if month == 12 { Civil { year: year + 1, month: 1, day: 1 } } else { Civil { year, month: month + 1, day: 1 } };
    let first = Civil { year, month, day: 1 };
    (Day::from_civil(next).0 - Day::from_civil(first).0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(year: i64, month: u8, day: u8, expected: i64) {
        let civil = Civil { year, month, day };
        assert_eq!(Day::from_civil(civil), Day(expected), "{civil:?}");
        assert_eq!(Day(expected).civil(), civil, "{expected}");
    }

    #[test]
    fn days_are_counted_from_1970() {
        check(1970, 1, 1, 0);
        check(1969, 12, 31, -1);
        check(2000, 2, 29, 11_016);
        check(2023, 11, 11, 19_672);
    }

    #[test]
    fn year_zero_and_before_follow_the_same_calendar() {
        check(0, 1, 1, -719_528);
        check(0, 2, 29, -719_469);
        check(-1, 12, 31, -719_529);
    }

    #[test]
    fn february_knows_centuries() {
        assert_eq!(days_in_month(1900, 2), 28);
        assert_eq!(days_in_month(2000, 2), 29);
        assert_eq!(days_in_month(2024, 2), 29);
        assert_eq!(days_in_month(2023, 12), 31);
    }

    #[test]
    fn bounds_put_their_ends_in_order() {
        assert_eq!(Bounds::new(Day(5), Day(2)), Bounds { earliest: Day(2), latest: Day(5) });
    }
}
