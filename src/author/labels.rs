//! Every word that the program itself says to readers, by language.
//!
//! A language is one file in `labels/` and one line in [`LANGUAGES`]. `{name}` marks a place that is filled in.

mod en;
mod symbols;

use icu_plurals::PluralCategory;

use crate::document::{ControlLabels, PrintLabels};

/// The languages there are labels for, by the first part of their tags.
const LANGUAGES: [(&str, &Labels); 1] = [("en", &en::LABELS)];

/// The labels of one language.
pub struct Labels {
    /// Headings and labels of the printed page.
    pub print: fn(&Facts<'_>) -> PrintLabels,
    /// The controls' labels.
    pub controls: fn(Numerals) -> ControlLabels,
    /// Words around dates.
    pub dates: DateWords,
    /// The kinds of work, in the order of [`super::format::KINDS`].
    pub kinds: [&'static str; 5],
    /// "By {names}".
    pub byline: &'static str,
    /// Label of the date of publication.
    pub published: &'static str,
    /// Label of the date of the last update.
    pub updated: &'static str,
    /// Label of the as-of date.
    pub as_of: &'static str,
    /// Heading of a timeline whose author gave it none.
    pub timeline: &'static str,
    /// Between the last two names of a list.
    pub and: &'static str,
    /// Between the others.
    pub comma: &'static str,
}

/// What some labels say of a document, worded.
pub struct Facts<'a> {
    /// The as-of date.
    pub as_of: &'a str,
    /// The day of the last update, else of publication.
    pub updated: &'a str,
    /// How many events there are.
    pub events: &'a str,
    /// Which plural so many take.
    pub plural: PluralCategory,
    /// How many events are printed where not all are.
    pub printed_events: &'a str,
}

/// How a language writes numbers, and short months and days, on the axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numerals {
    /// See [`ControlLabels::months`].
    pub months: Vec<String>,
    /// See [`ControlLabels::days`].
    pub days: Vec<String>,
    /// See [`ControlLabels::digits`].
    pub digits: String,
    /// See [`ControlLabels::group`].
    pub group: String,
}

/// Words around dates. What ICU words stands at `{date}`, `{from}`, `{to}` and `{year}`.
pub struct DateWords {
    /// EDTF `?`.
    pub uncertain: &'static str,
    /// EDTF `~`.
    pub approximate: &'static str,
    /// EDTF `%`.
    pub both: &'static str,
    /// `?` on some parts of a date: `{parts}`.
    pub parts_uncertain: &'static str,
    /// `~` on some parts of a date.
    pub parts_approximate: &'static str,
    /// `%` on some parts of a date.
    pub parts_both: &'static str,
    /// Year, month, day, as they stand in `{parts}`.
    pub parts: [&'static str; 3],
    /// `~` on what is already said with "between" or the like.
    pub approximate_span: &'static str,
    /// `%` on it.
    pub both_span: &'static str,
    /// `195X`.
    pub decade: &'static str,
    /// Other unspecified digits: from the first to the last possible date.
    pub between: &'static str,
    /// `1985-04-XX` and `1985-XX-XX`.
    pub some_day: &'static str,
    /// `1985-XX-23`.
    pub some_month_day: &'static str,
    /// `XXXX-XX-23`.
    pub day_of_some_month: &'static str,
    /// `1985-XX`.
    pub some_month: &'static str,
    /// `XXXX-12-25`: what stands in the year's place.
    pub unknown_year: &'static str,
    /// `156X-12-25`: what stands in the year's place.
    pub masked_year: &'static str,
    /// `XXXX`.
    pub unknown: &'static str,
    /// `1950S2`.
    pub estimate: &'static str,
    /// An interval.
    pub interval: &'static str,
    /// `../1948`.
    pub until: &'static str,
    /// `/1948`.
    pub until_unknown: &'static str,
    /// `1948/..`, which began and goes on.
    pub since: &'static str,
    /// The same in what is to come.
    pub from: &'static str,
    /// `1948/`.
    pub from_unknown: &'static str,
    /// `..1948`.
    pub or_earlier: &'static str,
    /// `1948..`.
    pub or_later: &'static str,
    /// `1667..1672` in a set.
    pub through: &'static str,
    /// Between the last two of `[1984,1986]`.
    pub or: &'static str,
    /// Between the last two of `{1984,1986}`.
    pub and: &'static str,
    /// Between the others.
    pub comma: &'static str,
    /// `../..`: begun at no known time, and going on.
    pub always: &'static str,
    /// `2021-03-04T16:40:00`: date and clock.
    pub clock: &'static str,
    /// The same with its time zone, where there are several.
    pub clock_zoned: &'static str,
    /// A time zone by its distance from UTC: `{shift}` is such as "+2" or "-3:30".
    pub zone: &'static str,
    /// Words for years; without them ICU has words for the eras, and divisions of the year are told by their months.
    pub years: Option<YearWords>,
}

/// Words for years and their parts. The year stands at `{year}`.
pub struct YearWords {
    /// A year before year 1.
    pub before_our_era: &'static str,
    /// A year of two figures or fewer, which alone would be taken for a day or a number.
    pub early_year: &'static str,
    /// Millions of years, with their number at `{n}`.
    pub millions: &'static str,
    /// Thousand millions of years, likewise.
    pub billions: &'static str,
    /// What parts decimals.
    pub decimal: &'static str,
    /// EDTF's divisions of the year, 21 to 41.
    pub divisions: [&'static str; 21],
}

/// The labels of a language, if there are any.
pub fn of_language(language: &str) -> Option<&'static Labels> {
    LANGUAGES.iter().find(|(known, _)| *known == language).map(|(_, labels)| *labels)
}

/// Words around dates for languages that there are no labels for: signs, so that a date is in one language.
pub fn signs() -> &'static DateWords {
    &symbols::DATES
}

/// English labels, which stand in for those of languages that there are none for.
pub fn english() -> &'static Labels {
    &en::LABELS
}

/// The languages there are labels for.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(language, _)| *language)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stand for what is filled in.
    const FACTS: Facts<'static> = Facts {
        as_of: "AS-OF",
        updated: "UPDATED",
        events: "EVENTS",
        plural: PluralCategory::Other,
        printed_events: "PRINTED",
    };

    fn numerals() -> Numerals {
        let months = vec!["MONTH".to_owned()];
        Numerals { days: months.clone(), months, digits: "0".to_owned(), group: ",".to_owned() }
    }

    /// The places that each pattern must have, in every language, and what must be filled in already.
    #[test]
    fn labels_say_what_they_are_for() {
        for (language, labels) in LANGUAGES {
            let (print, controls) = ((labels.print)(&FACTS), (labels.controls)(numerals()));
            let dates = &labels.dates;
            let patterns: Vec<(&str, &[&str])> = vec![
                (&print.since_publication_note, &["AS-OF"]),
                (&print.copy, &["UPDATED"]),
                (&print.newer, &["UPDATED"]),
                (&print.corrected, &["UPDATED"]),
                (&print.all_events, &["EVENTS"]),
                (&print.rest, &["PRINTED", "EVENTS"]),
                (&print.rest_link, &["EVENTS"]),
                (&print.source_number, &["{n}"]),
                (&print.back_to_reference, &["{n}"]),
                (&controls.position, &["{n}", "{total}"]),
                (&controls.count, &["{total}"]),
                (&controls.mark, &["{date}", "{title}"]),
                (&controls.cluster, &["{n}", "{from}", "{to}"]),
                (&controls.thousands, &["{n}"]),
                (&controls.millions, &["{n}"]),
                (&controls.more, &["{n}"]),
                (&controls.window, &["{from}", "{to}"]),
                (&controls.window_said, &["{from}", "{to}", "{n}"]),
                (&controls.matches, &["{n}", "{total}"]),
                (&controls.not_copied, &["{address}"]),
                (&controls.year_bce, &["{year}"]),
                (labels.byline, &["{names}"]),
                (dates.uncertain, &["{date}"]),
                (dates.approximate, &["{date}"]),
                (dates.both, &["{date}"]),
                (dates.parts_uncertain, &["{date}", "{parts}"]),
                (dates.parts_approximate, &["{date}", "{parts}"]),
                (dates.parts_both, &["{date}", "{parts}"]),
                (dates.masked_year, &["{from}", "{to}"]),
                (dates.decade, &["{year}"]),
                (dates.between, &["{from}", "{to}"]),
                (dates.estimate, &["{date}", "{from}", "{to}"]),
                (dates.interval, &["{from}", "{to}"]),
                (dates.through, &["{from}", "{to}"]),
                (dates.approximate_span, &["{date}"]),
                (dates.both_span, &["{date}"]),
                (dates.some_month_day, &["{day}", "{date}"]),
                (dates.day_of_some_month, &["{day}", "{year}"]),
                (dates.since, &["{date}"]),
                (dates.clock, &["{date}", "{time}"]),
                (dates.clock_zoned, &["{date}", "{time}", "{zone}"]),
                (dates.zone, &["{shift}"]),
            ];
            for (pattern, places) in patterns {
                assert!(places.iter().all(|place| pattern.contains(place)), "{language}: {pattern}");
            }
            let years = dates.years.as_ref().unwrap_or_else(|| panic!("{language} has words for years"));
            let patterns = [years.before_our_era, years.early_year].into_iter().chain(years.divisions);
            assert!(patterns.into_iter().all(|pattern| pattern.contains("{year}")), "{language}");
        }
    }

    #[test]
    fn no_label_is_missing() {
        for (language, labels) in LANGUAGES {
            for json in
                [serde_json::to_string(&(labels.print)(&FACTS)), serde_json::to_string(&(labels.controls)(numerals()))]
            {
                assert!(!json.expect("labels serialize").contains("\"\""), "{language}");
            }
        }
    }
}
