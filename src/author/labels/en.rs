//! English: British news English.

use icu_plurals::PluralCategory;

use super::{DateWords, Facts, Labels, Numerals, YearWords};
use crate::document::{ControlLabels, PrintLabels};

/// The labels.
pub const LABELS: Labels = Labels {
    print,
    controls,
    dates: DATES,
    kinds: ["Explainer", "News", "Analysis", "Opinion", "Sponsored content"],
    byline: "By {names}",
    published: "Published",
    updated: "Last updated",
    as_of: "Information as of",
    timeline: "Timeline",
    and: " and ",
    comma: ", ",
};

/// The labels of the printed page.
fn print(facts: &Facts<'_>) -> PrintLabels {
    let own = str::to_owned;
    let Facts { as_of, updated, events, printed_events, .. } = facts;
    PrintLabels {
        corrections: own("Corrections"),
        correction_was: own("This article previously said:"),
        faq: own("Questions and answers"),
        since_publication: own("Since publication"),
        since_publication_note: format!(
            "The text above gives the information as of {as_of}. What happened later is listed here and has not been worked into it."
        ),
        glossary: own("Glossary"),
        sources: own("Sources"),
        all_events: match facts.plural {
            PluralCategory::One => own("The only event, in full"),
            _ => format!("All {events} events as a list"),
        },
        rest: format!("These are the first {printed_events} of {events} events."),
        rest_link: format!("All {events} events on a page of their own"),
        legend: own("What the marks mean"),
        source_number: own("Source {n}"),
        back_to_reference: own("Back to reference {n} to this source"),
        sources_label: own("Sources:"),
        confirmed: own("Confirmed"),
        alleged: own("Alleged"),
        disputed: own("Disputed"),
        uncertain: own("Uncertain date"),
        approximate: own("Approximate date"),
        within: own("Exact day not given"),
        cluster: own("Several events"),
        asserts: own("Claim:"),
        denies: own("Denial:"),
        claims: own("Who says so and who denies it"),
        copy: format!("Version of {updated}."),
        newest: own("Read the newest version"),
        newer: format!("Updated since: read the version of {updated}"),
        corrected: format!("Corrected since: read the version of {updated}"),
    }
}

/// The labels of the living controls.
fn controls(Numerals { months, days, digits, group }: Numerals) -> ControlLabels {
    let own = str::to_owned;
    ControlLabels {
        axis: own("Timeline of events"),
        axis_help: own(
            "Arrow keys move between events, Page Up and Page Down between eras, Home and End to the first and the last. Enter shows an event, plus and minus zoom, zero shows the whole span.",
        ),
        toolbar: own("From event to event"),
        previous: own("Previous"),
        next: own("Next"),
        position: own("{n} of {total}"),
        // Right for any number.
        count: own("Events: {total}"),
        mark: own("{date}: {title}"),
        cluster: own("{n} events, {from} to {to}"),
        thousands: own("{n}k"),
        millions: own("{n}M"),
        close: own("Close"),
        more: own("{n} more: zoom in to see them"),
        tools: own("View of the timeline"),
        zoom_in: own("Zoom in"),
        zoom_out: own("Zoom out"),
        whole: own("Whole span"),
        this_era: own("This era"),
        even: own("Even spacing"),
        even_note: own("Crowded years have more room: distances are not to scale."),
        list: own("Plain list"),
        overview: own("Visible part of the timeline"),
        overview_help: own("Arrow keys move the view, plus and minus change its length."),
        window: own("{from} to {to}"),
        window_said: own("{from} to {to}, events: {n}"),
        filters: own("Show only"),
        search: own("Find in timeline"),
        era: own("Era"),
        all_eras: own("All eras"),
        matches: own("{n} of {total} events"),
        none: own("No event matches."),
        clear: own("Show all events"),
        copy_link: own("Copy link"),
        copied: own("Link copied"),
        not_copied: own("Copy this address: {address}"),
        earlier: own("Earlier events"),
        later: own("Later events"),
        show_all: own("Show all"),
        hide_all: own("Hide all"),
        year_bce: own("{year} BCE"),
        months,
        days,
        digits,
        group,
    }
}

/// Words around dates.
const DATES: DateWords = DateWords {
    uncertain: "{date}, uncertain",
    approximate: "about {date}",
    both: "about {date}, uncertain",
    parts_uncertain: "{date}, {parts} uncertain",
    parts_approximate: "{date}, {parts} approximate",
    parts_both: "{date}, {parts} approximate and uncertain",
    parts: ["year", "month", "day"],
    approximate_span: "{date}, approximate",
    both_span: "{date}, approximate and uncertain",
    decade: "{year}s",
    between: "between {from} and {to}",
    some_day: "a day in {date}",
    some_month_day: "day {day} of a month in {date}",
    day_of_some_month: "day {day} of a month {year}",
    some_month: "a month in {date}",
    unknown_year: "(year unknown)",
    masked_year: "(a year between {from} and {to})",
    unknown: "date unknown",
    estimate: "about {date} (between {from} and {to})",
    interval: "{from} – {to}",
    until: "until {date}",
    until_unknown: "until {date}, beginning unknown",
    since: "since {date}",
    from: "from {date}",
    from_unknown: "from {date}, end unknown",
    or_earlier: "{date} or earlier",
    or_later: "{date} or later",
    through: "{from} to {to}",
    or: " or ",
    and: " and ",
    comma: ", ",
    always: "at all known times",
    clock: "{date}, {time}",
    clock_zoned: "{date}, {time} ({zone})",
    zone: "UTC{shift}",
    years: Some(YearWords {
        before_our_era: "{year} BCE",
        early_year: "{year} CE",
        divisions: [
            "spring {year}",
            "summer {year}",
            "autumn {year}",
            "winter {year}",
            "spring {year} (northern hemisphere)",
            "summer {year} (northern hemisphere)",
            "autumn {year} (northern hemisphere)",
            "winter {year} (northern hemisphere)",
            "spring {year} (southern hemisphere)",
            "summer {year} (southern hemisphere)",
            "autumn {year} (southern hemisphere)",
            "winter {year} (southern hemisphere)",
            "first quarter of {year}",
            "second quarter of {year}",
            "third quarter of {year}",
            "fourth quarter of {year}",
            "first four months of {year}",
            "middle four months of {year}",
            "last four months of {year}",
            "first half of {year}",
            "second half of {year}",
        ],
    }),
};
