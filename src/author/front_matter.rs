//! What stands under the headline: dates, authors, and which edition it is.

use super::dates::{self, Understood};
use super::format::Explainer;
use super::json::{Text, quote};
use super::language::Language;
use super::links;
use super::report::{Finding, Report};
use crate::date::{Civil, Day};
use crate::document::{Edition, LabelledDate, fill};

/// The dates of a document.
pub struct FrontMatter {
    /// Published, updated, as of: those that could be read, worded.
    pub dates: Vec<LabelledDate>,
    /// The day up to which it informs.
    pub as_of: Option<Day>,
    /// That day in words.
    pub as_of_text: String,
    /// The day of the last update, else of publication.
    updated: Option<Day>,
    /// That day in words.
    pub updated_text: String,
}

impl FrontMatter {
    /// Reads the dates; an update before publication is reported.
    pub fn read(report: &Report, explainer: &Explainer<'_>, language: &Language) -> FrontMatter {
        let labels = language.labels;
        let read = |text: &Text<'_>| dates::read_day(report, text);
        let published = read(&explainer.published);
        let updated = explainer.updated.as_ref().and_then(&read);
        let as_of = read(&explainer.as_of);
        check_order(report, explainer, published.as_ref(), updated.as_ref());
        let day = |date: &Understood| date.reach.known.map(|known| known.earliest);
        let word = |date: &Understood| language.wording().word(&date.edtf);
        let plain = |date: Option<&Understood>| {
            date.map(|date| language.labels_wording().word(&date.edtf).plain()).unwrap_or_default()
        };
        let latest = updated.as_ref().or(published.as_ref());
        let labelled = [(labels.published, &published), (labels.updated, &updated), (labels.as_of, &as_of)];
        let labelled = labelled.into_iter().filter_map(|(label, date)| Some((label, date.as_ref()?)));
        FrontMatter {
            dates: labelled.map(|(label, date)| LabelledDate { label: label.to_owned(), date: word(date) }).collect(),
            as_of: as_of.as_ref().and_then(day),
            as_of_text: plain(as_of.as_ref()),
            updated: latest.and_then(day),
            updated_text: plain(latest),
        }
    }

    /// Which edition this is, by the number of its corrections; an address that is refused is reported.
    pub fn edition(&self, report: &Report, explainer: &Explainer<'_>) -> Edition {
        let updated =
            self.updated.map(Day::civil).map(|Civil { year, month, day }| format!("{year:04}-{month:02}-{day:02}"));
        let url = explainer.url.as_ref();
        Edition {
            updated: updated.unwrap_or_default(),
            corrections: explainer.corrections.len(),
            url: url.and_then(|url| links::read(report, url, "an https: or http: address", links::page)),
        }
    }
}

fn check_order(
    report: &Report,
    explainer: &Explainer<'_>,
    published: Option<&Understood>,
    updated: Option<&Understood>,
) {
    if let (Some(published), Some(updated), Some(text)) = (published, updated, &explainer.updated)
        && updated
            .reach
            .known
            .zip(published.reach.known)
            .is_some_and(|(updated, published)| updated.earliest < published.earliest)
    {
        report.push(
            Finding::error("updated-before-published", text.span())
                .expected(format!("a day on or after publication, {}", explainer.published.value))
                .found(quote(&text.value)),
        );
    }
}

/// "By A, B and C"; empty without authors.
pub fn byline(language: &Language, authors: &[Text<'_>]) -> String {
    let labels = language.labels;
    let names: Vec<&str> = authors.iter().map(|author| &*author.value).collect();
    let names = match names[..] {
        [] => return String::new(),
        [only] => only.to_owned(),
        [ref head @ .., last] => [&head.join(labels.comma), labels.and, last].concat(),
    };
    fill(labels.byline, &[("names", &names)])
}
