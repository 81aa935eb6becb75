//! The timeline's order: events by time, eras by time, and the days that each is drawn over.

use super::dates::{self, Reach, Understood};
use super::format;
use super::json::{Text, quote};
use super::report::{Finding, Report};
use crate::date::{Bounds, Civil, Day};
use edtf_core::Edtf;

/// What was read of a timeline, with its dates understood.
#[derive(Default)]
pub struct Chronology<'d, 's> {
    /// Events by their first possible day, then their last, then as they are written.
    pub events: Vec<Dated<&'d format::Event<'s>>>,
    /// Eras by their first day.
    pub eras: Vec<Dated<&'d format::Era<'s>>>,
    /// The days shown first, if the author says which.
    pub window: Option<Bounds>,
}

/// Something with its date.
pub struct Dated<T> {
    /// What it is.
    pub of: T,
    /// Its date.
    pub edtf: Edtf,
    /// The days it is drawn over.
    pub bounds: Bounds,
    /// What is known of them.
    pub reach: Reach,
}

/// Understands the dates of a timeline and puts them in order. Events and eras whose dates are wrong are left out.
pub fn chronology<'d, 's>(report: &Report, timeline: &'d format::Timeline<'s>) -> Chronology<'d, 's> {
    let events: Vec<_> =
        timeline.events.iter().filter_map(|event| Some((event, dates::read(report, &event.date)?))).collect();
    let eras: Vec<_> = timeline.eras.iter().filter_map(|era| Some((era, dates::read(report, &era.period)?))).collect();
    let reaches = events.iter().map(|(_, date)| date.reach).chain(eras.iter().map(|(_, period)| period.reach));
    let known = reaches.map(|reach| reach.known).reduce(dates::union);
    let span = known.unwrap_or(Bounds::new(Day(0), Day(0)));
    let mut eras = dated(eras, span);
    check_overlaps(report, &mut eras);
    let window = known.and_then(|span| window(report, timeline.window.as_ref()?, span));
    Chronology { events: dated(events, span), eras, window }
}

/// The days shown first: those that the author names, of which some must lie in the document's span.
fn window(report: &Report, text: &Text<'_>, span: Bounds) -> Option<Bounds> {
    let window = dates::read(report, text)?.reach.within(span);
    let touches = window.earliest <= span.latest && span.earliest <= window.latest;
    if !touches {
        let whole = format!("{}/{}", edtf_year(span.earliest), edtf_year(span.latest));
        report.push(
            Finding::error("window-without-events", text.span())
                .expected(format!("a period with something of the timeline in it, which is {whole}"))
                .found(quote(&text.value))
                .help(format!("name years within {whole:?}, or remove it to show the whole span")),
        );
    }
    touches.then_some(window)
}

/// The year of a day as EDTF writes it.
fn edtf_year(day: Day) -> String {
    match day.civil() {
        Civil { year: year @ -9999..=-1, .. } => format!("-{:04}", -year),
        Civil { year: year @ 0..=9999, .. } => format!("{year:04}"),
        Civil { year, .. } => format!("Y{year}"),
    }
}

fn dated<T>(things: Vec<(T, Understood)>, span: Bounds) -> Vec<Dated<T>> {
    let mut things: Vec<Dated<T>> = things
        .into_iter()
        .map(|(of, Understood { edtf, reach })| Dated { of, edtf, bounds: reach.within(span), reach })
        .collect();
    // Stable: what happened at the same time stays as it is written.
    things.sort_by_key(|thing| (thing.bounds.earliest, thing.bounds.latest));
    things
}

fn check_overlaps(report: &Report, eras: &mut [Dated<&format::Era<'_>>]) {
    let mut longest: Option<&Dated<&format::Era<'_>>> = None;
    for era in eras.iter() {
        if let Some(before) = longest
            && era.bounds.earliest <= before.bounds.latest
        {
            report.push(
                Finding::error("overlapping-eras", era.of.period.span())
                    .expected("eras that follow one another without overlap")
                    .found(format!(
                        "{}, which begins before {} ({}) has ended",
                        quote(&era.of.period.value),
                        quote(&before.of.label.value),
                        before.of.period.value
                    ))
                    .help("let one end on the day, or in the year, before the other begins".to_owned()),
            );
        }
        if longest.is_none_or(|before| before.bounds.latest < era.bounds.latest) {
            longest = Some(era);
        }
    }
}

impl Chronology<'_, '_> {
    /// The era that holds an event's first day.
    pub fn era_of(&self, event: &Dated<&format::Event<'_>>) -> Option<usize> {
        let day = event.bounds.earliest;
        // Eras do not overlap: only the last that has begun can hold the day.
        let begun = self.eras.partition_point(|era| era.bounds.earliest <= day);
        begun.checked_sub(1).filter(|&last| self.eras[last].bounds.contains(day))
    }
}
