//! Ticks on calendar steps, chosen from a table so that their labels have room.
//!
//! Where the scale is bent, each straight stretch of it takes the finest step that has room there.

use super::viewport::FARTHEST;
use super::{HOUR, Interval, Place, Px, Scale, Viewport};
use crate::date::{Civil, Day, MINUTES_PER_DAY, Moment};

/// A calendar step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Every so many minutes, counted anew from each midnight.
    Minutes(u16),
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
    /// The day it marks the beginning of, or in which its minute lies.
    pub day: Day,
    /// How many minutes after midnight it stands.
    pub minute: u16,
    /// The step it stands on, which says how much of its date is to be written.
    pub step: Step,
    /// Where it stands.
    pub x: Px,
}

/// The steps from fine to coarse, each with the least number of days between two of its ticks. Years go on by 1, 2, 5.
const STEPS: [(Step, f64); 14] = [
    (Step::Minutes(5), HOUR / 12.0),
    (Step::Minutes(15), HOUR / 4.0),
    (Step::Minutes(30), HOUR / 2.0),
    (Step::Minutes(60), HOUR),
    (Step::Minutes(180), HOUR * 3.0),
    (Step::Minutes(360), HOUR * 6.0),
    (Step::Minutes(720), HOUR * 12.0),
    (Step::Days(1), 1.0),
    (Step::Days(2), 2.0),
    (Step::Days(7), 7.0),
    (Step::Months(1), 28.0),
    (Step::Months(3), 90.0),
    (Step::Months(6), 181.0),
    (Step::Years(1), 365.0),
];

/// How many of them are shorter than a day.
const STEPS_OF_HOURS: usize = 7;

/// The coarsest step in years is at least so long.
const MOST_YEARS: i64 = 1_000_000_000_000;

impl Step {
    /// The finest of these steps, or of years, whose ticks are as far apart as it asks for, on so much of the axis for a day.
    fn finest(steps: &[(Step, f64)], day: Px, spacing: &dyn Fn(Step) -> Px) -> Step {
        for &(step, days) in steps {
            if day * days >= spacing(step) {
                return step;
            }
        }
        let mut years = 1;
        while years < MOST_YEARS {
            for factor in [2, 5, 10] {
                let step = Step::Years(years * factor);
                if day * ((years * factor) as f64 * 365.0) >= spacing(step) {
                    return step;
                }
            }
            years *= 10;
        }
        Step::Years(years)
    }

    /// The last tick at or before the beginning of a day.
    pub fn floor(self, day: Day) -> Day {
        let Civil { year, month, day } = day.civil();
        match self {
            Step::Minutes(_) => Day::from_civil(Civil { year, month, day }),
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

    /// The day of the tick after one that begins a day.
    fn next(self, tick: Day) -> Day {
        let Civil { year, month, day } = tick.civil();
        let first_of = |year: i64, month: u8| {
            let (year, month) = if month > 12 { (year + 1, month - 12) } else { (year, month) };
            Day::from_civil(Civil { year, month, day: 1 })
        };
        match self {
            Step::Minutes(_) => Day(tick.0 + 1),
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

/// What a character of a year beyond four takes.
const DIGIT: Px = Px(8.0);

/// The ticks of a window, rising. `spacing` says how far apart two ticks of a step must be at least; ticks of different
/// steps, whose labels are centred, keep the mean of theirs.
///
/// The window must be drawable. There are at most as many ticks as have room, and one more for each bend.
pub fn ticks(viewport: &Viewport, scale: &Scale, spacing: &dyn Fn(Step) -> Px) -> Vec<Tick> {
    // Not less than a pixel, so that the work is bounded.
    let spacing = |step| spacing(step).max(Px(1.0));
    let Interval { start, end } = viewport.window;
    let mut ticks: Vec<Tick> = Vec::new();
    let mut from = (scale.invert(start), start);
    let steps = if scale.has_hours() { &STEPS[..] } else { &STEPS[STEPS_OF_HOURS..] };
    let bends = scale.knots_within(viewport.window).map(|knot| (knot.moment, knot.place));
    for to in bends.chain([(scale.invert(end), end)]) {
        let step = Step::finest(steps, Px((to.1 - from.1) * viewport.px_per_place() / (to.0 - from.0)), &spacing);
        let mut day = step.floor(drawable_day(from.0));
        let mut minute = 0;
        loop {
            let moment = day.at(u32::from(minute) * 60);
            if moment > to.0 {
                break;
            }
            if moment >= from.0 {
                let x = viewport.apply(scale.apply(moment));
                let has_room = |last: &Tick| x - last.x >= (spacing(last.step) + spacing(step)) / 2.0 - ROUNDING;
                if ticks.last().is_none_or(has_room) {
                    ticks.push(Tick { day, minute, step, x });
                }
            }
            match step {
                Step::Minutes(step) if minute + step < MINUTES_PER_DAY => minute += step,
                _ => (day, minute) = (step.next(day), 0),
            }
        }
        from = to;
    }
    ticks
}

/// What rounding may take from a distance.
const ROUNDING: Px = Px(1e-6);

/// What ticks need beyond the room of a year of four digits, for the longest year of a window.
pub(super) fn room_for_long_years(viewport: &Viewport, scale: &Scale) -> Px {
    let year = |place: Place| drawable_day(scale.invert(place)).civil().year.abs();
    let mut year = year(viewport.window.start).max(year(viewport.window.end));
    let mut room = Px(0.0);
    while year >= 10_000 {
        year /= 10;
        room = room + DIGIT;
    }
    room
}

/// The day of a moment, no farther away than can be drawn.
fn drawable_day(moment: Moment) -> Day {
    Moment(moment.0.clamp(-FARTHEST, FARTHEST)).day()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::DAY;

    fn day((year, month, day): (i64, u8, u8)) -> Moment {
        Day::from_civil(Civil { year, month, day }).start()
    }

    fn check(from: (i64, u8, u8), to: (i64, u8, u8), width: f64, expected: &[&str]) {
        check_on(&Scale::linear(DAY), from, to, width, expected);
    }

    fn check_on(scale: &Scale, from: (i64, u8, u8), to: (i64, u8, u8), width: f64, expected: &[&str]) {
        let window = Interval::new(day(from), day(to)).map(|moment| scale.apply(moment));
        let viewport = Viewport { window, width: Px(width) };
        let room = Px(60.0) + room_for_long_years(&viewport, scale);
        let ticks = ticks(&viewport, scale, &|_| room);
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

    #[test]
    fn long_years_stand_farther_apart() {
        check(
            (12_000, 1, 1),
            (12_080, 1, 1),
            600.0,
            &[
                "12000-1-1",
                "12010-1-1",
                "12020-1-1",
                "12030-1-1",
                "12040-1-1",
                "12050-1-1",
                "12060-1-1",
                "12070-1-1",
                "12080-1-1",
            ],
        );
        check(
            (120_000, 1, 1),
            (120_080, 1, 1),
            600.0,
            &["120000-1-1", "120020-1-1", "120040-1-1", "120060-1-1", "120080-1-1"],
        );
    }

    #[test]
    fn a_crowded_stretch_has_finer_ticks() {
        // Half of the axis is for one year of a century.
        let (start, end) = (day((1900, 1, 1)), day((2000, 1, 1)));
        let starts: Vec<Moment> = (0..364).map(|at| end - 365.0 + f64::from(at)).collect();
        let scale = Scale::even(&starts, Interval::new(start, end), DAY);
        check_on(
            &scale,
            (1900, 1, 1),
            (2000, 1, 1),
            800.0,
            &[
                "1900-1-1",
                "1920-1-1",
                "1940-1-1",
                "1960-1-1",
                "1980-1-1",
                "1999-1-1",
                "1999-4-1",
                "1999-7-1",
                "1999-10-1",
                "2000-1-1",
            ],
        );
    }

    #[test]
    fn hours_are_counted_from_midnight_down_to_five_minutes() {
        let check = |scale: &Scale, (from, hours): (u32, u32), expected: &[&str]| {
            let [start, end] = [from, from + hours].map(|hour| Place(Day(19_857).at(hour * 3600).0));
            let window = Interval::new(start, end);
            let ticks = ticks(&Viewport { window, width: Px(720.0) }, scale, &|_| Px(89.0));
            let label = |tick: &Tick| format!("{} {}:{:02}", tick.day.civil().day, tick.minute / 60, tick.minute % 60);
            assert_eq!(ticks.iter().map(label).collect::<Vec<_>>(), expected, "{hours} hours from {from}");
        };
        let hours = Scale::linear(HOUR);
        check(
            &hours,
            (20, 8),
            &["14 20:00", "14 21:00", "14 22:00", "14 23:00", "15 0:00", "15 1:00", "15 2:00", "15 3:00", "15 4:00"],
        );
        check(&hours, (9, 1), &["14 9:00", "14 9:15", "14 9:30", "14 9:45", "14 10:00"]);
        check(
            &hours,
            (0, 24),
            &["14 0:00", "14 3:00", "14 6:00", "14 9:00", "14 12:00", "14 15:00", "14 18:00", "14 21:00", "15 0:00"],
        );
        check(&hours, (6, 72), &["14 12:00", "15 0:00", "15 12:00", "16 0:00", "16 12:00", "17 0:00"]);
        check(
            &hours,
            (0, 192),
            &["14 0:00", "15 0:00", "16 0:00", "17 0:00", "18 0:00", "19 0:00", "20 0:00", "21 0:00", "22 0:00"],
        );
        check(&Scale::linear(DAY), (6, 24), &["15 0:00"]);
    }

    #[test]
    fn each_kind_of_step_has_its_own_room() {
        let window = Interval::new(day((2023, 1, 1)), day((2024, 1, 1))).map(|moment| Place(moment.0));
        let viewport = Viewport { window, width: Px(900.0) };
        let found = |months: f64| {
            let spacing = move |step: Step| Px(if let Step::Months(_) = step { months } else { 60.0 });
            ticks(&viewport, &Scale::linear(DAY), &spacing)[0].step
        };
        assert_eq!(found(60.0), Step::Months(1));
        assert_eq!(found(80.0), Step::Months(3));
        assert_eq!(found(1000.0), Step::Years(1));
    }
}
