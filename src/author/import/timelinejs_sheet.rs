//! TimelineJS's spreadsheet, by the names of its columns.

use super::loose_date;
use super::slide::{DateParts, Media, Part, Slide, Slides};
use super::table::{Row, Table};
use crate::author::json::quote;
use crate::author::report::{Finding, Report};

/// The columns of the template, and those of the one before it.
const COLUMNS: [&str; 24] = [
    "year",
    "month",
    "day",
    "time",
    "end year",
    "end month",
    "end day",
    "end time",
    "display date",
    "headline",
    "text",
    "media",
    "media credit",
    "media caption",
    "media thumbnail",
    "alt text",
    "type",
    "group",
    "tag",
    "background",
    "start date",
    "end date",
    "unique id",
    "media alt",
];

/// Whether a sheet is one of TimelineJS's.
pub fn is_timelinejs(table: &Table) -> bool {
    table.has("headline") && (table.has("year") || table.has("start date"))
}

/// Reads the sheet.
pub fn read(report: &Report, table: &Table, day_first: bool) -> Slides {
    let mut slides = Slides::default();
    let strangers = table.strangers(|name| COLUMNS.contains(&name));
    for row in &table.rows {
        let cell = |name: &str| table.cell(row, name).to_owned();
        let some = |name: &str| Some(cell(name)).filter(|text| !text.is_empty());
        let mut left_over: Vec<String> =
            strangers.iter().filter(|(at, _)| !table.nth(row, *at).is_empty()).map(|(_, name)| name.clone()).collect();
        left_over.extend(
            ["background", "media thumbnail"].iter().filter(|name| some(name).is_some()).map(|name| (*name).to_owned()),
        );
        let slide = Slide {
            id: some("unique id"),
            start: date(report, table, row, ["year", "month", "day", "time", "start date"], day_first),
            end: date(report, table, row, ["end year", "end month", "end day", "end time", "end date"], day_first),
            display: some("display date"),
            headline: cell("headline"),
            text: cell("text"),
            media: some("media").map(|url| Media {
                url,
                caption: cell("media caption"),
                credit: cell("media credit"),
                alt: some("alt text").unwrap_or_else(|| cell("media alt")),
                ..Media::default()
            }),
            group: some("group").or_else(|| some("tag")),
            left_over,
            ..Slide::new(row.span)
        };
        match cell("type").to_lowercase().as_str() {
            "era" => slides.eras.push(slide),
            "title" if slides.title.is_none() => slides.title = Some(slide),
            kind => {
                if !kind.is_empty() {
                    report.push(
                        Finding::warning("row-type", table.span(row, "type"))
                            .expected("title once, era, or nothing for an event")
                            .found(format!("{}; it is imported as an event", quote(kind)))
                            .help(None),
                    );
                }
                slides.events.push(slide);
            }
        }
    }
    slides
}

/// A date of a row, by the names of its columns: year, month, day, time, and the one that holds all of it in old sheets.
fn date(report: &Report, table: &Table, row: &Row, names: [&str; 5], day_first: bool) -> Option<DateParts> {
    let [year, month, day, time, whole] = names;
    // Thousands may be parted by a comma or a space.
    let number = |name: &str| Part::of_text(&table.cell(row, name).replace([',', ' ', '\u{a0}'], ""));
    let mut parts = [number(year), number(month), number(day), Part::None, Part::None, Part::None, Part::None];
    let mut span = table.span(row, year);
    let (written, all) = (table.cell(row, year), table.cell(row, whole));
    if parts[0] == Part::None && !all.is_empty() {
        span = table.span(row, whole);
        parts = loose(report, all, day_first, span);
    } else if matches!(parts[0], Part::Other(_)) && parts[1] == Part::None {
        // A whole date in the column of the year.
        parts = loose(report, written, day_first, span);
    }
    let clock = table.cell(row, time);
    if !clock.is_empty() {
        match loose_date::clock(clock) {
            Some(clock) => {
                for (part, value) in parts[3..].iter_mut().zip(clock) {
                    *part = value.map_or(Part::None, |value| Part::Number { value, shown: true });
                }
            }
            None => report.push(
                Finding::warning("time-not-understood", table.span(row, time))
                    .expected("a time of day such as 15:30 or 3:30 PM")
                    .found(format!("{}; it is left out", quote(clock)))
                    .help(None),
            ),
        }
    }
    let is_empty = parts.iter().all(|part| *part == Part::None);
    (!is_empty).then_some(DateParts { span, parts, display: None, format: None })
}

/// A date in one cell; one that can be read two ways is told.
fn loose(report: &Report, written: &str, day_first: bool, span: crate::author::Span) -> [Part; 7] {
    let loose = loose_date::read(written, day_first).unwrap_or_else(|| loose_date::unread(written));
    if let Some([year, month, day]) = loose.or {
        report.push(ambiguous(written, [year, day, month], [year, month, day], span));
    }
    loose.parts
}

/// Says that a date can be read two ways.
pub fn ambiguous(written: &str, taken: [i64; 3], or: [i64; 3], span: crate::author::Span) -> Finding {
    let iso = |[year, month, day]: [i64; 3]| format!("{year:04}-{month:02}-{day:02}");
    Finding::warning("ambiguous-date", span)
        .expected(format!("a date that can be read in one way, such as {}", iso(taken)))
        .found(format!("{}; it is imported as {}, month first", quote(written), iso(taken)))
        .help(format!("if {} was meant, import with --day-first", iso(or)))
}
