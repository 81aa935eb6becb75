//! Where eras meet.

use edtf_core::{Edtf, IntervalEndpoint};

use super::Dated;
use crate::author::edtf;
use crate::author::format;
use crate::author::json::quote;
use crate::author::report::{Finding, Report};
use crate::date::{Bounds, Day};

type Era<'d, 's> = Dated<&'d format::Era<'s>>;

/// Parts eras that touch, and reports those that overlap. The days that two have in common belong to the later one, if
/// they are no more than the year, month or day in which one ends and the other begins.
pub fn settle(report: &Report, eras: &mut [Era<'_, '_>]) {
    let mut last: Option<usize> = None;
    for at in 0..eras.len() {
        let overlapped = last.filter(|&last| eras[at].bounds.earliest <= eras[last].bounds.latest);
        if let Some(before) = overlapped {
            match border(&eras[before], &eras[at]) {
                Some(day) => {
                    eras[before].bounds.latest = Day(day.0 - 1);
                    eras[at].bounds.earliest = day;
                }
                None => report_overlap(report, &eras[before], &eras[at]),
            }
        }
        if last.is_none_or(|last| eras[last].bounds.latest < eras[at].bounds.latest) {
            last = Some(at);
        }
    }
}

/// The first day of the later of two eras that touch.
fn border(before: &Era<'_, '_>, after: &Era<'_, '_>) -> Option<Day> {
    let (end, start) = (last_days(&before.edtf)?, first_days(&after.edtf)?);
    let border = end.earliest.max(start.earliest);
    let touch = end.earliest <= start.latest && start.earliest <= end.latest;
    let leaves_both = before.bounds.earliest < border && border <= after.bounds.latest;
    (touch && leaves_both && before.bounds.latest <= after.bounds.latest).then_some(border)
}

/// The days of which one is the first.
fn first_days(edtf: &Edtf) -> Option<Bounds> {
    match edtf {
        Edtf::Date(date) => edtf::bounds(date),
        Edtf::Interval(interval) => match &interval.start {
            IntervalEndpoint::Date(date) => edtf::bounds(date),
            _ => None,
        },
        _ => None,
    }
}

/// The days of which one is the last.
fn last_days(edtf: &Edtf) -> Option<Bounds> {
    match edtf {
        Edtf::Interval(interval) => match &interval.end {
            IntervalEndpoint::Date(date) => edtf::bounds(date),
            _ => None,
        },
        other => first_days(other),
    }
}

fn report_overlap(report: &Report, before: &Era<'_, '_>, after: &Era<'_, '_>) {
    let name = |era: &Era<'_, '_>| format!("{} ({})", quote(&era.of.label.value), era.of.period.value);
    report.push(
        Finding::error("overlapping-eras", after.of.period.span())
            .expected("eras that follow one another; they may touch in a year, a month or a day")
            .found(format!("{}, which begins before {} has ended", name(after), name(before)))
            .help("let one end in the year, or on the day, in which the other begins, or before it".to_owned()),
    );
}
