//! The label of a tick.

use crate::date::{Day, Moment};
use crate::document::{ControlLabels, fill};
use crate::timeline::{Step, Tick};

/// The label of a tick, which always tells the year: "1961", "Mar 1961" or "25 Mar 1961", as its step needs. Of hours, only the
/// midnights tell the day, unless `tells_day` asks for it: "16:40" or "25 Mar 1961, 16:40".
pub(super) fn tick_label(labels: &ControlLabels, tick: &Tick, tells_day: bool) -> String {
    match tick.minute {
        0 => label(labels, tick.day, tick.step),
        minute if tells_day => with_clock(labels, tick.day, minute),
        minute => labels.time(minute),
    }
}

/// A day and the clock.
fn with_clock(labels: &ControlLabels, day: Day, minute: u16) -> String {
    fill(&labels.clock, &[("date", &label(labels, day, Step::Days(1))), ("time", &labels.time(minute))])
}

/// The day of a moment and the clock, to the nearest minute.
pub(in crate::view) fn moment_label(labels: &ControlLabels, moment: Moment) -> String {
    let (day, minute) = moment.minute();
    with_clock(labels, day, minute)
}

/// The same of any day, as fine as a step is.
pub(super) fn label(labels: &ControlLabels, day: Day, step: Step) -> String {
    let civil = day.civil();
    let month = usize::from(civil.month) - 1;
    let year = match step {
        // In steps of a thousand years the one between 1 BCE and 1 does not count.
        Step::Years(step) if step >= 1000 && civil.year < 0 => labels.year(civil.year + 1),
        _ => labels.year(civil.year),
    };
    let (pattern, day) = match step {
        Step::Years(_) => return year,
        Step::Months(_) => (labels.months.get(month), String::new()),
        Step::Days(_) | Step::Minutes(_) => (labels.days.get(month), labels.number(i64::from(civil.day))),
    };
    fill(pattern.map_or("{year}", String::as_str), &[("year", &year), ("day", &day)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Civil;
    use crate::timeline::Px;

    #[test]
    fn a_label_tells_the_year_and_as_much_more_as_its_step_needs() {
        let labels = ControlLabels {
            months: vec!["Jan {year}".to_owned(), "Feb {year}".to_owned()],
            days: vec!["{day} Jan {year}".to_owned(), "{day} Feb {year}".to_owned()],
            digits: "0123456789".to_owned(),
            group: ",".to_owned(),
            year_bce: "{year} BCE".to_owned(),
            ..ControlLabels::default()
        };
        for (year, month, step, expected) in [
            (1961, 1, Step::Years(1), "1961"),
            (1961, 2, Step::Months(1), "Feb 1961"),
            (1961, 2, Step::Days(7), "7 Feb 1961"),
            (-43, 1, Step::Years(1), "44 BCE"),
            (-12_000, 1, Step::Years(1000), "12,000 BCE"),
            // A month that there is no label for: the year at least.
            (1961, 3, Step::Months(1), "1961"),
        ] {
            let day = Day::from_civil(Civil { year, month, day: 7 });
            assert_eq!(tick_label(&labels, &Tick { day, minute: 0, step, x: Px(0.0) }, false), expected);
        }
    }

    #[test]
    fn midnights_tell_the_day_and_the_hours_between_them_if_they_are_asked() {
        let labels = ControlLabels {
            days: vec!["{day} Jan {year}".to_owned()],
            hours: (0..24).map(|hour| format!("{hour}.{{minute}}")).collect(),
            clock: "{date}, {time}".to_owned(),
            ..ControlLabels::default()
        };
        for (minute, tells_day, expected) in
            [(0, false, "7 Jan 1961"), (0, true, "7 Jan 1961"), (545, false, "9.05"), (545, true, "7 Jan 1961, 9.05")]
        {
            let day = Day::from_civil(Civil { year: 1961, month: 1, day: 7 });
            let tick = Tick { day, minute, step: Step::Minutes(5), x: Px(0.0) };
            assert_eq!(tick_label(&labels, &tick, tells_day), expected);
            let moment = day.at(u32::from(minute) * 60 + 29);
            assert!(moment_label(&labels, moment).starts_with("7 Jan 1961, "), "{moment:?}");
        }
    }
}
