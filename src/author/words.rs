//! Every word that the program itself says to readers, by language.
//!
//! A language is one file in `words/` and one line in [`LANGUAGES`]. `{name}` marks a place that is filled in.

mod en;

use icu_plurals::PluralCategory;

use crate::document::{ControlWords, PrintedWords};

/// The languages there are words for, by the first part of their tags.
const LANGUAGES: [Language; 1] = [("en", en::words)];

type Language = (&'static str, fn() -> Words);

/// The words of one language.
pub struct Words {
    /// Headings and labels. What holds a number or a date is still a pattern: `since_publication_note`, `copy`, `newer` and `corrected` of
    /// `{date}`, `rest` and `rest_link` of `{total}`;
    /// `all_events` is empty and comes from [`Words::all_events`].
    pub printed: PrintedWords,
    /// The controls' words.
    pub controls: ControlWords,
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
    /// "All {n} events as a list", by plural.
    pub all_events: Plural,
    /// Between the last two names of a list.
    pub and: &'static str,
    /// Between the others.
    pub comma: &'static str,
}

/// A pattern for each plural that a language has.
pub struct Plural {
    /// Those that differ.
    pub some: &'static [(PluralCategory, &'static str)],
    /// All others.
    pub other: &'static str,
}

impl Plural {
    /// The pattern of a plural.
    pub fn of(&self, category: PluralCategory) -> &'static str {
        self.some.iter().find(|(known, _)| *known == category).map_or(self.other, |(_, pattern)| pattern)
    }
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
    /// `195X`.
    pub decade: &'static str,
    /// Other unspecified digits: from the first to the last possible date.
    pub between: &'static str,
    /// `1985-04-XX` and `1985-XX-XX`.
    pub some_day: &'static str,
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
    /// `1948/..`.
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
    /// A year before year 1.
    pub before_our_era: &'static str,
    /// EDTF's divisions of the year, 21 to 41.
    pub divisions: [&'static str; 21],
}

/// The words of a language, and whether they are that language's; English stands in for others.
pub fn words(language: &str) -> (Words, bool) {
    match LANGUAGES.iter().find(|(known, _)| *known == language) {
        Some((_, words)) => (words(), true),
        None => (en::words(), false),
    }
}

/// The languages there are words for.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(language, _)| *language)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places that each pattern must have, in every language.
    #[test]
    fn patterns_have_their_places() {
        for language in languages() {
            let (Words { printed, controls, dates, byline, all_events, .. }, _) = words(language);
            let patterns: Vec<(&str, &[&str])> = vec![
                (&printed.since_publication_note, &["{date}"]),
                (&printed.copy, &["{date}"]),
                (&printed.newer, &["{date}"]),
                (&printed.corrected, &["{date}"]),
                (&printed.rest, &["{n}", "{total}"]),
                (&printed.rest_link, &["{total}"]),
                (&printed.source_number, &["{n}"]),
                (&printed.back_to_reference, &["{n}"]),
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
                (byline, &["{names}"]),
                (all_events.other, &["{n}"]),
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
                (dates.before_our_era, &["{year}"]),
            ];
            for (pattern, places) in patterns {
                assert!(places.iter().all(|place| pattern.contains(place)), "{language}: {pattern}");
            }
            assert!(dates.divisions.iter().all(|pattern| pattern.contains("{year}")), "{language}");
        }
    }

    #[test]
    fn no_word_is_missing() {
        for language in languages() {
            let (Words { printed, controls, .. }, _) = words(language);
            let printed = PrintedWords { all_events: "x".to_owned(), ..printed };
            let controls = ControlWords { digits: "0".to_owned(), group: "x".to_owned(), ..controls };
            for json in [serde_json::to_string(&printed), serde_json::to_string(&controls)] {
                assert!(!json.expect("words serialize").contains("\"\""), "{language}");
            }
        }
    }
}
