//! Our own sheet: one row an event, and rows of other types for what else a document has. docs/importing.md lists the columns.

use std::collections::HashSet;

use super::Options;
use super::draft::{Category, Claim, Draft, Era, Event, Media, Picture, Question, Section, Term};
use super::loose_date::{self, Loose};
use super::one_line::one_line;
use super::sheet_sources::Sources;
use super::slide::Part;
use super::slug::{self, Ids};
use super::table::{Row, Table};
use super::timelinejs_sheet::ambiguous;
use super::when::{UNKNOWN, edtf_year};
use crate::author::json::quote;
use crate::author::report::{Finding, Report};
use crate::author::{dates, edtf, hints};

/// The columns with one meaning each; those with a number in their names are [`is_numbered`].
pub const COLUMNS: [&str; 17] = [
    "type",
    "id",
    "date",
    "end",
    "display date",
    "title",
    "body",
    "category",
    "status",
    "source",
    "image",
    "image alt",
    "image width",
    "image height",
    "image caption",
    "image credit",
    "note",
];

/// The types of rows.
const TYPES: &str = "event, title, era, section, question or term";

/// Whether a sheet is one of ours.
pub fn is_plain(table: &Table) -> bool {
    table.has("date") && table.has("title")
}

/// Whether a column is one of several: `source2`, `claim1 by`.
fn is_numbered(name: &str) -> bool {
    let tail = |name: &str| name.trim_start_matches(|letter: char| letter.is_ascii_digit()).to_owned();
    if let Some(rest) = name.strip_prefix("claim") {
        return rest.starts_with(|letter: char| letter.is_ascii_digit())
            && [" by", " stance", " says", " source"].contains(&tail(rest).as_str());
    }
    name.strip_prefix("source").is_some_and(|rest| !rest.is_empty() && tail(rest).is_empty())
}

/// A document from a sheet.
pub fn read(report: &Report, table: &Table, options: &Options) -> Draft {
    report_strangers(report, table);
    let kind = |row: &Row| table.cell(row, "type").to_lowercase();
    let title = table.rows.iter().find(|row| kind(row) == "title");
    let mut draft =
        options.draft(title.map(|row| one_line(table.cell(row, "title"))).filter(|title| !title.is_empty()).as_deref());
    let mut sheet = Sheet { report, table, options, ids: Ids::default(), sources: Sources::default() };
    draft.id = title.and_then(|row| slug::slug(table.cell(row, "id"))).unwrap_or(draft.id);
    sheet.ids.take(&draft.id, "timeline");
    let mut eras = Ids::default();
    for (number, row) in (2..).zip(&table.rows) {
        let body = table.cell(row, "body").to_owned();
        let title = one_line(table.cell(row, "title"));
        let mut id = |instead: &str| sheet.ids.take(sheet.words_of_id(row, &title), &format!("{instead}-{number}"));
        match kind(row).as_str() {
            "title" => draft.lead = body,
            "era" => {
                let (label, period) = (title.clone(), sheet.date(row).0);
                draft.timeline.eras.push(Era { id: eras.take(&label, &format!("era-{number}")), label, period });
            }
            "section" => draft.sections.push(Section { id: id("section"), heading: title.clone(), body }),
            "question" => draft.faq.push(Question { id: id("question"), question: title.clone(), answer: body }),
            "term" => draft.glossary.push(Term { term: title, definition: body }),
            other => {
                if !["", "event"].contains(&other) {
                    report.push(
                        Finding::warning("row-type", table.span(row, "type"))
                            .expected(TYPES)
                            .found(format!("{}; it is imported as an event", quote(other)))
                            .help(None),
                    );
                }
                let event = sheet.event(row, title, body, number);
                draft.timeline.events.push(event);
            }
        }
    }
    draft.timeline.categories = sheet.categories();
    draft.sources = sheet.sources.into_list(&mut sheet.ids);
    for event in &mut draft.timeline.events {
        let lists = event.claims.iter_mut().map(|claim| &mut claim.sources).chain([&mut event.sources]);
        lists
            .flatten()
            .for_each(|source| *source = draft.sources[source.parse::<usize>().unwrap_or_default()].id.clone());
    }
    draft
}

fn report_strangers(report: &Report, table: &Table) {
    let known = |name: &str| COLUMNS.contains(&name) || is_numbered(name);
    for (at, name) in table.strangers(known) {
        if let Some(row) = table.rows.iter().find(|row| !table.nth(row, at).is_empty()) {
            let near = crate::author::suggest::nearest(&name, COLUMNS);
            report.push(
                Finding::warning("unknown-column", row.span)
                    .expected("the columns of the sheet that `explainer new --sheet` writes")
                    .found(format!("the column {}, which is left out", quote(&name)))
                    .help(near.map(|near| format!("did you mean {near:?}?"))),
            );
        }
    }
}

/// A sheet while it is read.
struct Sheet<'r> {
    report: &'r Report,
    table: &'r Table,
    options: &'r Options,
    ids: Ids,
    sources: Sources,
}

impl<'r> Sheet<'r> {
    fn words_of_id(&self, row: &'r Row, title: &'r str) -> &'r str {
        match self.table.cell(row, "id") {
            "" => title,
            id => id,
        }
    }

    fn some(&self, row: &Row, name: &str) -> Option<String> {
        Some(self.table.cell(row, name).to_owned()).filter(|text| !text.is_empty())
    }

    /// A cell that holds one of some words, or nothing.
    fn choice(&self, row: &Row, name: &str, words: &[&str]) -> Option<String> {
        let found = self.some(row, name)?.to_lowercase();
        if words.contains(&found.as_str()) {
            return Some(found);
        }
        let near = crate::author::suggest::nearest(&found, words.iter().copied());
        self.report.push(
            Finding::warning("unknown-value", self.table.span(row, name))
                .expected(crate::author::suggest::one_of(words))
                .found(format!("{}, which is left out", quote(&found)))
                .help(near.map(|near| format!("did you mean {near:?}?"))),
        );
        None
    }

    fn event(&mut self, row: &Row, title: String, body: String, number: usize) -> Event {
        let table = self.table;
        let (date, shown) = self.date(row);
        let title = if title.is_empty() { self.missing_title(row, &date, &body) } else { title };
        let words = Some(table.cell(row, "id")).filter(|id| !id.is_empty()).unwrap_or(&title).to_owned();
        let category = table.cell(row, "category");
        Event {
            id: self.ids.take(&words, &format!("event-{number}")),
            date,
            display_date: self.some(row, "display date").map(|words| one_line(&words)).or(shown),
            title,
            body,
            category: (!category.is_empty()).then(|| category_id(table, category)),
            status: self.choice(row, "status", &["confirmed", "alleged", "disputed"]),
            claims: (1..=9).filter_map(|number| self.claim(row, number)).collect(),
            sources: self.cited(row),
            media: self.picture(row).map(Media::Picture),
        }
    }

    fn missing_title(&self, row: &Row, date: &str, body: &str) -> String {
        let title = Some(one_line(body.lines().next().unwrap_or_default())).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| date.to_owned());
        self.report.push(
            Finding::warning("headline-missing", row.span)
                .expected("a title")
                .found(format!("none; it is imported as {}", quote(&title)))
                .help("fill in the cell".to_owned()),
        );
        title
    }

    /// The sources of `source`, `source2` and so on, one a line; numbers stand for their ids.
    fn cited(&mut self, row: &Row) -> Vec<String> {
        let names = std::iter::once("source".to_owned()).chain((1..=9).map(|number| format!("source{number}")));
        let cells: Vec<String> = names.filter_map(|name| self.some(row, &name)).collect();
        self.cite(&cells.join("\n"))
    }

    fn cite(&mut self, cell: &str) -> Vec<String> {
        let mut cited: Vec<String> = Vec::new();
        for line in cell.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let number = self.sources.add(line).to_string();
            if !cited.contains(&number) {
                cited.push(number);
            }
        }
        cited
    }

    fn claim(&mut self, row: &Row, number: usize) -> Option<Claim> {
        let name = |of: &str| format!("claim{number} {of}");
        let says = self.some(row, &name("says"))?;
        let by = self.some(row, &name("by")).unwrap_or_else(|| {
            self.report.push(
                Finding::warning("claim-without-speaker", self.table.span(row, &name("says")))
                    .expected(format!("who says so, in claim{number}_by"))
                    .found("nobody")
                    .help("fill in the cell".to_owned()),
            );
            "?".to_owned()
        });
        let stance = self
            .choice(row, &name("stance"), &["asserts", "denies", "recounts"])
            .unwrap_or_else(|| "asserts".to_owned());
        let sources = self.some(row, &name("source")).map(|cell| self.cite(&cell)).unwrap_or_default();
        Some(Claim { by: one_line(&by), stance, says, sources })
    }

    fn picture(&self, row: &Row) -> Option<Picture> {
        let src = self.some(row, "image")?;
        let number = |name: &str| self.table.cell(row, name).parse::<u32>().ok().filter(|&number| number > 0);
        let alt = self.some(row, "image alt");
        let (Some(width), Some(height), Some(alt)) = (number("image width"), number("image height"), alt) else {
            self.report.push(
                Finding::warning("image-incomplete", self.table.span(row, "image"))
                    .expected("image_alt, image_width and image_height beside an image")
                    .found("not all of them; the image is left out")
                    .help("say what the picture shows, and its size in pixels".to_owned()),
            );
            return None;
        };
        let text = |name: &str| self.table.cell(row, name).to_owned();
        let (caption, credit) = (text("image caption"), one_line(&text("image credit")));
        Some(Picture { src, alt: one_line(&alt), width, height, caption, credit })
    }

    /// The categories that events name, in the order of the sheet.
    fn categories(&self) -> Vec<Category> {
        let mut seen = HashSet::new();
        let labels =
            self.table.rows.iter().map(|row| self.table.cell(row, "category")).filter(|label| !label.is_empty());
        let new = labels.filter(|label| seen.insert(category_id(self.table, label)));
        new.map(|label| Category { id: category_id(self.table, label), label: one_line(label) }).collect()
    }

    /// The date of a row as EDTF, and the words that stand for one that nobody understands.
    fn date(&self, row: &Row) -> (String, Option<String>) {
        let start = self.one_date(row, "date");
        let end = self.one_date(row, "end");
        match (start, end) {
            (Some(start), None) => start,
            (None, Some(end)) => (format!("../{}", end.0), end.1),
            (Some(start), Some(end)) => {
                let interval = format!("{}/{}", start.0, end.0);
                if edtf::parse(&interval).is_ok() {
                    return (interval, None);
                }
                self.report.push(
                    Finding::warning("period-not-understood", self.table.span(row, "end"))
                        .expected(format!("an end that is not before the beginning, {}", start.0))
                        .found(format!("{}; only the beginning is imported", quote(&end.0)))
                        .help("see which of the two is right".to_owned()),
                );
                start
            }
            (None, None) => {
                self.report.push(
                    Finding::warning("date-missing", row.span)
                        .expected("a date")
                        .found(format!("none; it is imported with the date {UNKNOWN}, unknown"))
                        .help("fill in the cell".to_owned()),
                );
                (UNKNOWN.to_owned(), None)
            }
        }
    }

    fn one_date(&self, row: &Row, name: &str) -> Option<(String, Option<String>)> {
        let written = self.some(row, name)?;
        let span = self.table.span(row, name);
        let is_known = |edtf: &str| edtf::parse(edtf).is_ok_and(|edtf| dates::reach(&edtf).is_some());
        if is_known(&written) {
            return Some((written, None));
        }
        if let Some(loose) = loose_date::read(&written, self.options.day_first)
            && let Some(edtf) = edtf(&loose).filter(|edtf| is_known(edtf))
        {
            if let Some([year, month, day]) = loose.or {
                self.report.push(ambiguous(&written, [year, day, month], [year, month, day], span));
            }
            return Some((edtf, None));
        }
        let finding =
            Finding::warning("date-not-understood", span).expected("a date such as 1961-07-06, 1956-08 or 1950?");
        // Of several the first: which it is, is told.
        let hint = hints::hints(&written).into_iter().map(|hint| hint.edtf).find(|hint| is_known(hint));
        self.report.push(match &hint {
            Some(hint) => finding.found(format!("{}; it is imported as {hint}", quote(&written))).help(None),
            None => finding
                .found(format!("{}; it is imported with the date {UNKNOWN}, unknown, and these words", quote(&written)))
                .help("write its date into the cell".to_owned()),
        });
        Some(hint.map_or_else(|| (UNKNOWN.to_owned(), Some(one_line(&written))), |hint| (hint, None)))
    }
}

/// A category's id is the same wherever the category is named; one without a letter of an id's goes by its place.
fn category_id(table: &Table, label: &str) -> String {
    slug::slug(label).unwrap_or_else(|| {
        let place = table.rows.iter().position(|row| table.cell(row, "category") == label).unwrap_or_default();
        format!("category-{}", place + 2)
    })
}

fn edtf(loose: &Loose) -> Option<String> {
    let [year, month, day] = [0, 1, 2].map(|place: usize| loose.parts[place].number());
    let clock = [3, 4, 5].map(|place: usize| loose.parts[place].number());
    let year = edtf_year(year?);
    let date = match (month, day) {
        (None, _) => year,
        (Some(month), None) => format!("{year}-{month:02}"),
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
    };
    match clock {
        [Some(hour), minute, second] if loose.parts[2] != Part::None => {
            Some(format!("{date}T{hour:02}:{:02}:{:02}", minute.unwrap_or(0), second.unwrap_or(0)))
        }
        _ => Some(date),
    }
}
