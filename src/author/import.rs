//! What people have, as a document of ours: a TimelineJS file, its spreadsheet, or a sheet with our own columns.
//!
//! ```text
//!   TimelineJS 3 ─┐
//!   TimelineJS 2 ─┼▶ slides ─▶ assemble (when, html, groups, eras) ─┐
//!   its sheet ────┘                                                 ├▶ draft ─▶ the author's JSON
//!   our sheet ──────▶ plain_sheet ──────────────────────────────────┘
//! ```
//!
//! What cannot be kept is told, never dropped in silence; one date that nobody understands costs nothing but itself.
//!
//! *Invariant:* reads no files and no clock; what it writes compiles.

mod assemble;
mod draft;
mod eras;
mod groups;
mod html;
mod loose_date;
mod markdown;
mod media;
mod one_line;
mod plain_sheet;
mod sheet_sources;
mod slide;
mod slug;
mod table;
mod timelinejs;
mod timelinejs2;
mod timelinejs_sheet;
mod when;
mod workbook;

pub use workbook::{NotAWorkbook, workbook};

use std::borrow::Cow;

use super::diagnostic::{Diagnostics, Span};
use super::report::{Finding, Report};
use super::{MAX_BYTES, NOWHERE, json, syntax};
use draft::Draft;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// TimelineJS's JSON, of version 3 or 2.
    TimelineJs,
    /// A sheet: TimelineJS's spreadsheet or one with our columns, as CSV or with tabs.
    Sheet,
}

/// What a text is, if its first words tell.
pub fn recognise(source: &str) -> Option<Format> {
    match json::parse(&without_script(source)) {
        Ok(root) => format_of_json(root),
        // Broken JSON is still what it was meant to be.
        Err(_) => {
            let start = source.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
            let is_json = start.is_empty()
                || ["{", "[", "---", "storyjs_jsonp_data"].iter().any(|first| start.starts_with(first));
            if is_json { Some(Format::TimelineJs) } else { format_of_sheet(source) }
        }
    }
}

pub(super) fn format_of_json(root: json::Node<'_>) -> Option<Format> {
    let known = timelinejs::is_timelinejs(root) || timelinejs2::is_timelinejs2(root);
    known.then_some(Format::TimelineJs)
}

pub(super) fn format_of_sheet(source: &str) -> Option<Format> {
    // Excel may name the separator in a line before the columns.
    let mut lines = source.lines().filter(|line| !line.trim().is_empty());
    let first = [lines.next()?, lines.next().unwrap_or_default()].join("\n");
    let table = table::read(&Report::default(), &first, table::separator(source));
    (timelinejs_sheet::is_timelinejs(&table) || plain_sheet::is_plain(&table)).then_some(Format::Sheet)
}

/// What a document says that the file does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The document's language, a BCP 47 tag.
    pub lang: String,
    /// The day up to which the document informs, and on which it is published: `YYYY-MM-DD`.
    pub day: String,
    /// The file's name without its end: the title and id of a document that has no other.
    pub name: String,
    /// Whether 1/2/1962 is the first of February.
    pub day_first: bool,
    /// The character between the cells of a sheet, if it is not to be found out.
    pub separator: Option<char>,
}

impl Options {
    fn is_english(&self) -> bool {
        let lang = self.lang.to_ascii_lowercase();
        lang == "en" || lang.starts_with("en-")
    }

    /// A document without content.
    fn draft(&self, title: Option<&str>) -> Draft {
        let name = one_line::one_line(&self.name);
        let title = title.map_or_else(|| if name.is_empty() { "Timeline".to_owned() } else { name }, str::to_owned);
        Draft {
            id: slug::slug(&title).or_else(|| slug::slug(&self.name)).unwrap_or_else(|| "timeline".to_owned()),
            lang: self.lang.clone(),
            title,
            kind: "explainer",
            published: self.day.clone(),
            as_of: self.day.clone(),
            ..Draft::default()
        }
    }
}

/// A file that was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The author's document.
    pub document: String,
    /// How many events it has.
    pub events: usize,
    /// What somebody should look at, in the file.
    pub warnings: Diagnostics,
}

/// Imports a file.
///
/// # Errors
/// It cannot be read, or has no events.
pub fn import(source: &str, format: Format, options: &Options) -> Result<Imported, Diagnostics> {
    let report = Report::default();
    if source.len() > MAX_BYTES {
        report.push(super::too_large(source.len()));
        return Err(report.finish(source, None));
    }
    match format {
        Format::TimelineJs => timeline(report, source, options),
        Format::Sheet => sheet(report, source, options),
    }
}

/// A sheet, by the names of its columns.
fn sheet(report: Report, source: &str, options: &Options) -> Result<Imported, Diagnostics> {
    let separator = options.separator.unwrap_or_else(|| table::separator(source));
    let table = table::read(&report, source, separator);
    let draft = if timelinejs_sheet::is_timelinejs(&table) {
        let slides = timelinejs_sheet::read(&report, &table, options.day_first);
        assemble::assemble(&report, &slides, options)
    } else if plain_sheet::is_plain(&table) {
        plain_sheet::read(&report, &table, options)
    } else {
        report.push(
            Finding::error("unknown-sheet", NOWHERE)
                .expected("a first row with the names of the columns: Year and Headline, or date and title")
                .found(format!("the columns {}", json::quote(&table.names())))
                .help("`explainer new DIR --sheet` writes one to begin with".to_owned()),
        );
        return Err(report.finish(source, None));
    };
    finish(report, source, None, draft)
}

/// TimelineJS's JSON.
fn timeline(report: Report, source: &str, options: &Options) -> Result<Imported, Diagnostics> {
    let source = &*without_script(source);
    let root = match json::parse(source) {
        Ok(root) => root,
        Err(error) => {
            report.push(template(source).unwrap_or_else(|| syntax::finding(source, &error)));
            return Err(report.finish(source, None));
        }
    };
    let slides = if timelinejs2::is_timelinejs2(root) { timelinejs2::read(root) } else { timelinejs::read(root) };
    let draft = assemble::assemble(&report, &slides, options);
    finish(report, source, Some(root), draft)
}

/// TimelineJS 2 also read its JSON as a script, `storyjs_jsonp_data = {…};`. What is not JSON becomes spaces, so that places stay.
fn without_script(source: &str) -> Cow<'_, str> {
    const NAME: &str = "storyjs_jsonp_data";
    let start = source.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    match (start.strip_prefix(NAME), source.find('{'), source.rfind('}')) {
        (Some(_), Some(from), Some(to)) if from < to => {
            let blank =
                |text: &str| text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect::<String>();
            Cow::Owned([&blank(&source[..from]), &source[from..=to], &blank(&source[to + 1..])].concat())
        }
        _ => Cow::Borrowed(source),
    }
}

/// What is said of a file from which a site generator would make JSON.
fn template(source: &str) -> Option<Finding> {
    let start = source.len() - source.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).len();
    let marks = [source[start..].starts_with("---").then_some((start, 3)), source.find("{%").map(|at| (at, 2))];
    let (at, length) = marks.into_iter().flatten().next()?;
    Some(
        Finding::error("json-syntax", Span { start: at, end: at + length })
            .expected("JSON")
            .found("a template of a site generator, from which JSON is to be made")
            .help("build that site, and import the file that it makes".to_owned()),
    )
}

/// A draft with events as the file it is to be.
fn finish(report: Report, source: &str, root: Option<json::Node<'_>>, draft: Draft) -> Result<Imported, Diagnostics> {
    let events = draft.timeline.events.len();
    if events == 0 {
        report.push(
            Finding::error("no-events", root.map_or(NOWHERE, json::Node::span))
                .expected("a timeline with at least one event")
                .found("none"),
        );
        return Err(report.finish(source, root));
    }
    if report.has_errors() {
        return Err(report.finish(source, root));
    }
    Ok(Imported { document: draft.to_json(), events, warnings: report.finish(source, root) })
}
