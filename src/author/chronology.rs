//! The timeline's order: events by time, eras by time, and the days that each is drawn over.

mod eras;
mod frame;

use super::dates::{self, Reach, Understood};
use super::edtf;
use super::format;
use super::json::{Text, quote};
use super::report::{Finding, Report};
use crate::date::{Bounds, Civil, Day, SECONDS_PER_DAY};
use edtf_core::Edtf;
use frame::Frame;

/// What was read of a timeline, with its dates understood.
#[derive(Default)]
pub struct Chronology<'d, 's> {
    /// Events by when they begin at the earliest, then by their last possible day, then as they are written. A day goes before
    /// its hours.
    pub events: Vec<Dated<&'d format::Event<'s>>>,
    /// Events whose dates are wrong: they have no place, but their words are read, too.
    pub undated: Vec<&'d format::Event<'s>>,
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
    /// The time of day on the axis: seconds from the beginning of its first day, [`SECONDS_PER_DAY`] at most.
    pub clock: Option<u32>,
    /// What is known of them.
    pub reach: Reach,
}

/// Understands the dates of a timeline and puts them in order. `as_of` is the day of the information. Eras whose dates
/// are wrong are left out.
pub fn chronology<'d, 's>(
    report: &Report,
    timeline: &'d format::Timeline<'s>,
    as_of: Option<Day>,
) -> Chronology<'d, 's> {
    let mut undated = Vec::new();
    let mut events = Vec::new();
    for event in &timeline.events {
        match dates::read(report, &event.date) {
            Some(date) => events.push((event, date)),
            None => undated.push(event),
        }
    }
    let eras: Vec<_> = timeline.eras.iter().filter_map(|era| Some((era, dates::read(report, &era.period)?))).collect();
    let zone = one_zone(events.iter().map(|(_, date)| &date.edtf)).unwrap_or(0);
    // What is known by the clock may be on another day on the axis than its date is written.
    let drawn = |reach: Reach| Reach { known: reach.known.map(|days| on_the_axis(reach, days, zone).0), ..reach };
    let reaches = events.iter().map(|(_, date)| drawn(date.reach)).chain(eras.iter().map(|(_, period)| period.reach));
    let frame = Frame::around(&reaches.collect::<Vec<_>>(), as_of);
    let mut eras = dated(eras, |reach| (frame.whole(reach), None));
    eras::settle(report, &mut eras);
    let has_clocks = events.iter().any(|(_, date)| date.reach.clock.is_some());
    let window = timeline.window.as_ref().and_then(|text| window(report, text, &frame, has_clocks));
    let events = dated(events, |reach| on_the_axis(reach, frame.drawn(reach), zone));
    check_zones(report, &events);
    Chronology { events, undated, eras, window }
}

/// The days shown first: those that the author names, of which some must lie in the span of the axis. That is told by days where
/// the axis has hours.
fn window(report: &Report, text: &Text<'_>, frame: &Frame, has_clocks: bool) -> Option<Bounds> {
    let window = frame.whole(dates::read(report, text)?.reach);
    let span = frame.span?;
    let touches = window.earliest <= span.latest && span.earliest <= window.latest;
    if !touches {
        let (unit, edtf): (_, fn(Day) -> String) = if has_clocks { ("days", edtf_day) } else { ("years", edtf_year) };
        let whole = match [edtf(span.earliest), edtf(span.latest)] {
            [one, last] if has_clocks && one == last => one,
            [first, last] => format!("{first}/{last}"),
        };
        report.push(
            Finding::error("window-without-events", text.span())
                .expected(format!("a period with something of the timeline in it, which is {whole}"))
                .found(quote(&text.value))
                .help(format!("name {unit} within {whole:?}, or remove it to show the whole span")),
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

/// The same with its month and its day; EDTF has days of years of four digits alone.
fn edtf_day(day: Day) -> String {
    let Civil { year, month, day: number } = day.civil();
    let year_alone = edtf_year(day);
    if (-9999..=9999).contains(&year) { format!("{year_alone}-{month:02}-{number:02}") } else { year_alone }
}

/// The time shift of a date with a clock, in minutes; `Some(None)` where it has a clock but no shift.
fn shift(edtf: &Edtf) -> Option<Option<i16>> {
    match edtf {
        Edtf::DateTime(moment) => Some(moment.time.shift.map(edtf::minutes)),
        _ => None,
    }
}

/// The time shift that all clocks have in common, in minutes; `None` where they have several. None at all is one, too.
fn one_zone<'e>(dates: impl Iterator<Item = &'e Edtf>) -> Option<i16> {
    let mut shifts = dates.filter_map(shift);
    let first = shifts.next();
    shifts.all(|shift| Some(shift) == first).then(|| first.flatten().unwrap_or(0))
}

/// The days and the time of day on an axis whose clock is so many minutes ahead of UTC. The axis has but one clock: a day that
/// is written in another zone may be the one before or after there.
fn on_the_axis(reach: Reach, days: Bounds, zone: i16) -> (Bounds, Option<u32>) {
    let Some(clock) = reach.clock else { return (days, None) };
    let (clock, day) = (clock + i32::from(zone) * 60, SECONDS_PER_DAY as i32);
    // The end of a day, as it is written, stays that.
    let moved = if clock == day { 0 } else { clock.div_euclid(day) };
    let shown = Day(days.earliest.0 + i64::from(moved));
    (Bounds::new(shown, shown), u32::try_from(clock - moved * day).ok())
}

/// Reports the first clock without a time zone among others that have one: nobody can tell which comes first.
fn check_zones(report: &Report, events: &[Dated<&format::Event<'_>>]) {
    let has_shift = events.iter().any(|event| matches!(shift(&event.edtf), Some(Some(_))));
    let without = events.iter().find(|event| shift(&event.edtf) == Some(None));
    if let Some(without) = without.filter(|_| has_shift) {
        let date = &without.of.date;
        report.push(
            Finding::warning("time-without-zone", date.span())
                .expected("a time with its zone, as others of this timeline have it")
                .found(format!("{}; it is put in order as a time in UTC", quote(&date.value)))
                .help(format!("write {:?} or the zone's shift, such as +02:00", [&*date.value, "Z"].concat())),
        );
    }
}

fn dated<T>(things: Vec<(T, Understood)>, when: impl Fn(Reach) -> (Bounds, Option<u32>)) -> Vec<Dated<T>> {
    let mut things: Vec<Dated<T>> = things
        .into_iter()
        .map(|(of, Understood { edtf, reach })| {
            let (bounds, clock) = when(reach);
            Dated { of, edtf, bounds, clock, reach }
        })
        .collect();
    // Stable: what happened at the same time stays as it is written. A day goes before its hours.
    things.sort_by_key(|Dated { bounds, clock, .. }| (bounds.earliest, clock.unwrap_or(0), bounds.latest, *clock));
    things
}

impl Chronology<'_, '_> {
    /// Whether the clocks of its events are of several time zones.
    pub fn has_zones(&self) -> bool {
        one_zone(self.events.iter().map(|event| &event.edtf)).is_none()
    }

    /// Whether any event is known by the clock.
    pub fn has_clocks(&self) -> bool {
        self.events.iter().any(|event| event.clock.is_some())
    }

    /// The era that holds an event's first day.
    pub fn era_of(&self, event: &Dated<&format::Event<'_>>) -> Option<usize> {
        let day = event.bounds.earliest;
        // Eras do not overlap: only the last that has begun can hold the day.
        let begun = self.eras.partition_point(|era| era.bounds.earliest <= day);
        begun.checked_sub(1).filter(|&last| self.eras[last].bounds.contains(day))
    }
}
