//! Signs around dates, for languages that there are no words for.

use super::DateWords;

/// Signs that are read alike in most languages.
pub const DATES: DateWords = DateWords {
    uncertain: "{date} (?)",
    approximate: "≈ {date}",
    both: "≈ {date} (?)",
    // Which part it is would take words.
    parts_uncertain: "{date} (?)",
    parts_approximate: "≈ {date}",
    parts_both: "≈ {date} (?)",
    parts: ["?", "?", "?"],
    approximate_span: "≈ {date}",
    both_span: "≈ {date} (?)",
    decade: "{year} – {to}",
    between: "{from} – {to}",
    some_day: "{date}",
    some_month: "{date}",
    some_month_day: "? {day}, {date}",
    day_of_some_month: "? {day}, {year}",
    unknown_year: "????",
    masked_year: "({from} – {to})",
    unknown: "?",
    estimate: "≈ {date} ({from} – {to})",
    interval: "{from} – {to}",
    until: "… – {date}",
    until_unknown: "? – {date}",
    since: "{date} – …",
    from: "{date} – …",
    from_unknown: "{date} – ?",
    or_earlier: "≤ {date}",
    or_later: "≥ {date}",
    through: "{from} – {to}",
    or: " / ",
    and: " + ",
    comma: ", ",
    always: "… – …",
    clock: "{date}, {time}",
    clock_zoned: "{date}, {time} ({zone})",
    zone: "UTC{shift}",
    years: None,
};
