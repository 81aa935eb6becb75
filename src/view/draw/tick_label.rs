//! The label of a tick.

use crate::date::Day;
use crate::document::{ControlLabels, fill};
use crate::timeline::{Step, Tick};

/// The label of a tick, which always tells the year: "1961", "Mar 1961" or "25 Mar 1961", as its step needs.
pub(super) fn tick_label(labels: &ControlLabels, tick: &Tick) -> String {
    label(labels, tick.day, tick.step)
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
        Step::Days(_) => (labels.days.get(month), labels.number(i64::from(civil.day))),
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
            assert_eq!(tick_label(&labels, &Tick { day, step, x: Px(0.0) }), expected);
        }
    }
}
