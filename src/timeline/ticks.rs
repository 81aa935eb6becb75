//! Ticks on calendar steps, chosen from a table so that their labels have room.

use super::Viewport;
use crate::date::{Civil, Day};

/// A calendar step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Every so many days, counted anew from the first of each month.
    Days(u8),
    /// Every so many months, counted from January.
    Months(u8),
    /// Every so many years, counted from year 0.
    Years(i64),
}

/// A tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The day it marks the beginning of.
    pub day: Day,
    /// Its x in CSS pixels.
    pub x: f64,
}

/// The steps from fine to coarse, each with the least number of days between two of its ticks. Years go on by 1, 2, 5.
const STEPS: [(Step, f64); 7] = [
    (Step::Days(1), 1.0),
    (Step::Days(2), 2.0),
    (Step::Days(7), 7.0),
    (Step::Months(1), 28.0),
    (Step::Months(3), 90.0),
    (Step::Months(6), 181.0),
    (Step::Years(1), 365.0),
];

impl Step {
    /// The finest step whose ticks are at least `days` apart.
    fn at_least(days: f64) -> Step {
        if let Some(&(step, _)) = STEPS.iter().find(|&&(_, least)| least >= days) {
            return step;
        }
        let mut years = 1;
        for factor in [2, 5, 10].into_iter().cycle() {
            let step = years * factor;
            if step as f64 * 365.0 >= days || years > 1_000_000_000_000 {
                return Step::Years(step);
            }
            if factor == 10 {
                years *= 10;
            }
        }
        Step::Years(years)
    }

    /// The last tick at or before a day.
    pub fn floor(self, day: Day) -> Day {
        let Civil { year, month, day } = day.civil();
        match self {
            Step::Days(step) => {
                let tick = (day - 1) / step * step + 1;
                // A tick so late in the month that the first of the next would crowd it is left out.
                let tick = if is_late(tick, step) { tick - step } else { tick };
                Day::from_civil(Civil { year, month, day: tick })
            }
            Step::Months(step) => Day::from_civil(Civil { year, month: (month - 1) / step * step + 1, day: 1 }),
            Step::Years(step) => Day::new_year(year.div_euclid(step) * step),
        }
    }

    /// The tick after a tick.
    fn next(self, tick: Day) -> Day {
        let Civil { year, month, day } = tick.civil();
        let first_of = |year: i64, month: u8| {
            let (year, month) = if month > 12 { (year + 1, month - 12) } else { (year, month) };
            Day::from_civil(Civil { year, month, day: 1 })
        };
        match self {
            Step::Days(step) => {
                let same_month = day + step;
                if is_late(same_month, step) || same_month > crate::date::days_in_month(year, month) {
                    first_of(year, month + 1)
                } else {
                    Day::from_civil(Civil { year, month, day: same_month })
                }
            }
            Step::Months(step) => first_of(year, month + step),
            Step::Years(step) => Day::new_year(year + step),
        }
    }
}

/// Whether a day of the month lies too near the next month's first for a step of so many days.
fn is_late(day: u8, step: u8) -> bool {
    step > 1 && day > 31 - step / 2
}

/// The ticks of a window, at least `spacing` CSS pixels apart, and their step. The window must be drawable.
pub fn ticks(viewport: &Viewport, spacing: f64) -> (Step, Vec<Tick>) {
    let step = Step::at_least(spacing / viewport.px_per_day());
    let mut day = step.floor(Day(viewport.start.floor() as i64));
    let mut ticks = Vec::new();
    while (day.0 as f64) <= viewport.end {
        if day.0 as f64 >= viewport.start {
            ticks.push(Tick { day, x: viewport.apply(day.0 as f64) });
        }
        day = step.next(day);
    }
    (step, ticks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: (i64, u8, u8), to: (i64, u8, u8), width: f64, expected: &[&str]) {
        let day = |(year, month, day)| Day::from_civil(Civil { year, month, day }).0 as f64;
        let (_, ticks) = ticks(&Viewport { start: day(from), end: day(to), width }, 60.0);
        let found: Vec<String> = ticks
            .iter()
            .map(|tick| {
                let Civil { year, month, day } = tick.day.civil();
                format!("{year}-{month}-{day}")
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn decades_stand_on_round_years() {
        check(
            (1944, 1, 1),
            (2024, 1, 1),
            600.0,
            &["1950-1-1", "1960-1-1", "1970-1-1", "1980-1-1", "1990-1-1", "2000-1-1", "2010-1-1", "2020-1-1"],
        );
    }

    #[test]
    fn months_count_from_january() {
        check((2023, 2, 10), (2024, 2, 10), 300.0, &["2023-4-1", "2023-7-1", "2023-10-1", "2024-1-1"]);
    }

    #[test]
    fn weeks_begin_anew_with_each_month() {
        check((2023, 1, 10), (2023, 2, 20), 400.0, &["2023-1-15", "2023-1-22", "2023-2-1", "2023-2-8", "2023-2-15"]);
    }

    #[test]
    fn years_before_year_one_are_years_too() {
        check((-25, 1, 1), (15, 1, 1), 300.0, &["-20-1-1", "-10-1-1", "0-1-1", "10-1-1"]);
    }
}
