//! The document's language: its labels, its dates and its direction.

use icu_locale::{Locale, locale};

use super::calendar::{self, Calendar};
use super::json::{Text, quote};
use super::labels::{self, Labels};
use super::report::{Finding, Report};
use super::suggest;
use super::wording::Wording;
use crate::document::Direction;

/// Everything that is said in a document's language.
pub struct Language {
    /// Its labels, or English ones where there are none.
    pub labels: &'static Labels,
    /// Whether there are labels in it.
    has_labels: bool,
    /// Dates and numbers of the language of the labels, where that is another.
    stand_in_calendar: Option<Calendar>,
    /// Its dates and numbers.
    pub calendar: Calendar,
    /// The direction of its script.
    pub direction: Direction,
}

impl Language {
    /// The language of a tag; English where it is none, which is reported. `None` where ICU has no data at all for it.
    pub fn choose(report: &Report, tag: &Text<'_>) -> Option<Language> {
        let locale = locale_of(report, tag);
        let own = labels::of_language(locale.id.language.as_str());
        if own.is_none() {
            report_no_labels(report, tag);
        }
        Some(Language {
            labels: own.unwrap_or_else(labels::english),
            has_labels: own.is_some(),
            stand_in_calendar: if own.is_some() { None } else { Calendar::new(&locale!("en")) },
            calendar: Calendar::new(&locale)?,
            direction: calendar::direction(&locale),
        })
    }

    /// The language of the labels, where it is another.
    pub fn stand_in(&self) -> Option<&'static str> {
        (!self.has_labels).then_some("en")
    }

    /// How it words dates.
    pub fn wording(&self) -> Wording<'_> {
        let words = if self.has_labels { &self.labels.dates } else { labels::signs() };
        Wording { calendar: &self.calendar, words, as_of: None, shows_zones: false }
    }

    /// How the labels word dates within their sentences.
    pub fn labels_wording(&self) -> Wording<'_> {
        let calendar = self.stand_in_calendar.as_ref().unwrap_or(&self.calendar);
        Wording { calendar, words: &self.labels.dates, as_of: None, shows_zones: false }
    }
}

/// The tag of a part in another language, or a report that it is none.
pub fn of_part(report: &Report, tag: Option<&Text<'_>>) -> Option<String> {
    let tag = tag?;
    let before = report.len();
    locale_of(report, tag);
    (report.len() == before).then(|| tag.to_text())
}

fn locale_of(report: &Report, tag: &Text<'_>) -> Locale {
    if tag.is_empty() {
        return locale!("en");
    }
    match calendar::language(&tag.value) {
        Some(locale) if !locale.id.language.is_unknown() => locale,
        _ => {
            let help = tag.value.contains('_').then(|| format!("did you mean {:?}?", tag.value.replace('_', "-")));
            report.push(
                Finding::error("invalid-language", tag.span())
                    .expected("a language tag (BCP 47) such as en, en-US or ar")
                    .found(quote(&tag.value))
                    .help(help),
            );
            locale!("en")
        }
    }
}

fn report_no_labels(report: &Report, tag: &Text<'_>) {
    let known: Vec<&str> = labels::languages().collect();
    report.push(
        Finding::warning("no-words-for-language", tag.span())
            .expected(format!("a language that there are words for: {}", suggest::one_of(&known)))
            .found(format!(
                "{}; labels and buttons will be in English and marked so, dates in its own words and with signs",
                quote(&tag.value)
            ))
            .help("add a table to src/author/labels".to_owned()),
    );
}
