//! Eras of TimelineJS, which may lie over one another, as ours, which follow one another.

use super::draft::Era;
use super::html;
use super::slide::Slide;
use super::slug::Ids;
use super::when::when;
use crate::author::dates;
use crate::author::diagnostic::Span;
use crate::author::edtf;
use crate::author::json::quote;
use crate::author::report::{Finding, Report};
use crate::date::{Bounds, Civil, Day};

/// An era while it is fitted in.
struct Placed {
    span: Span,
    label: String,
    period: String,
    bounds: Bounds,
}

/// The eras in time order, each cut where the next begins. What is cut, and which cannot be placed, is told.
pub fn eras(report: &Report, slides: &[Slide], english: bool) -> Vec<Era> {
    let mut placed: Vec<Placed> = slides.iter().filter_map(|slide| place(report, slide, english)).collect();
    placed.sort_by_key(|era| (era.bounds.earliest, era.bounds.latest));
    let mut fitted: Vec<Placed> = Vec::new();
    for mut era in placed {
        if let Some(before) = fitted.last_mut()
            && era.bounds.earliest <= before.bounds.latest
        {
            if before.bounds.earliest < era.bounds.earliest {
                let end = Day(era.bounds.earliest.0 - 1);
                cut(report, before, Bounds::new(before.bounds.earliest, end), &era.label);
            } else if before.bounds.latest < era.bounds.latest {
                let bounds = Bounds::new(Day(before.bounds.latest.0 + 1), era.bounds.latest);
                cut(report, &mut era, bounds, &before.label);
            } else {
                report.push(
                    Finding::warning("era-not-kept", era.span)
                        .expected("eras that follow one another")
                        .found(format!("{} over the same days as {}", quote(&era.label), quote(&before.label)))
                        .help("name both in one era’s label".to_owned()),
                );
                continue;
            }
        }
        fitted.push(era);
    }
    let mut ids = Ids::default();
    let era = |(number, Placed { label, period, .. }): (usize, Placed)| Era {
        id: ids.take(&label, &format!("era-{}", number + 1)),
        label,
        period,
    };
    fitted.into_iter().enumerate().map(era).collect()
}

fn place(report: &Report, slide: &Slide, english: bool) -> Option<Placed> {
    let label = Some(html::to_line(&slide.headline)).filter(|label| !label.is_empty());
    let when = when(report, slide.start.as_ref(), slide.end.as_ref(), None, english, slide.span);
    let label = label.unwrap_or_else(|| when.edtf.clone());
    let Some(bounds) = when.bounds() else {
        report.push(
            Finding::warning("era-not-kept", slide.span)
                .expected("an era with a beginning and an end")
                .found(quote(&label))
                .help("add it to \"eras\" with its \"period\"".to_owned()),
        );
        return None;
    };
    Some(Placed { span: slide.span, label, period: when.edtf, bounds })
}

/// Gives an era fewer days. Where both named one day or year as end and beginning, nobody is told.
fn cut(report: &Report, era: &mut Placed, bounds: Bounds, other: &str) {
    let period = period(bounds);
    let touches = era.period.split('/').next_back().and_then(|end| edtf::parse(end).ok()).and_then(|end| {
        let end = dates::reach(&end)?.known?;
        Some(end.earliest.0 == bounds.latest.0 + 1)
    });
    if touches != Some(true) {
        report.push(
            Finding::warning("era-shortened", era.span)
                .expected("eras that follow one another")
                .found(format!("{} over days of {}; it is imported as {period}", quote(&era.label), quote(other)))
                .help("see whether that is right".to_owned()),
        );
    }
    (era.period, era.bounds) = (period, bounds);
}

/// Days as a period: in years, where it begins and ends with one.
fn period(bounds: Bounds) -> String {
    let (from, to) = (bounds.earliest.civil(), bounds.latest.civil());
    let whole_years = (from.month, from.day, to.month, to.day) == (1, 1, 12, 31);
    let far = [from.year, to.year].into_iter().any(|year| !(-9999..=9999).contains(&year));
    let [from, to] = [from, to].map(|day| {
        let Civil { year, month, day } = day;
        let year = super::when::edtf_year(year);
        if whole_years || far { year } else { format!("{year}-{month:02}-{day:02}") }
    });
    if from == to { from } else { format!("{from}/{to}") }
}
