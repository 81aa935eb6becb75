//! `explainer import`: what people have, as a document.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use news_explainer::author::{self, import};

use crate::file;
use crate::output::say;
use crate::resize;
use crate::today::today;

/// What `explainer import` is told.
#[derive(clap::Args)]
pub struct Import {
    /// A TimelineJS file (JSON), its spreadsheet or one with our own columns (CSV, TSV, XLSX).
    file: PathBuf,
    /// What the file is.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    from: From,
    /// The document to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The language of its texts, such as en, en-US or ko.
    #[arg(long, default_value = "en", value_name = "TAG")]
    lang: String,
    /// The day up to which it informs; today, if it is not said.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<String>,
    /// Reads 1/2/1962 as the first of February.
    #[arg(long)]
    day_first: bool,
}

/// The formats that can be named.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum From {
    /// Finds out.
    #[default]
    Auto,
    /// TimelineJS's JSON, version 3 or 2.
    Timelinejs,
    /// A sheet with commas or semicolons between its cells.
    Csv,
    /// A sheet with tabs between its cells, as pasted from Google Sheets or Excel.
    Tsv,
    /// An Excel workbook, of which the first sheet is read.
    Xlsx,
}

/// Imports a file. Says what could not be kept, and what is still to be done.
pub fn run(import: &Import) -> bool {
    convert(import).map_err(|error| say!("{error}")).unwrap_or(false)
}

fn convert(arguments: &Import) -> Result<bool, String> {
    let path = &arguments.file;
    let bytes = file::read(path)?;
    let is_workbook = arguments.from == From::Xlsx
        || (arguments.from == From::Auto && path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx")));
    let source = if is_workbook {
        import::workbook(&bytes).map_err(|error| format!("{}: {error}", path.display()))?
    } else {
        file::text(path, bytes)?
    };
    let format = match arguments.from {
        From::Timelinejs => import::Format::TimelineJs,
        From::Csv | From::Tsv | From::Xlsx => import::Format::Sheet,
        From::Auto if is_workbook => import::Format::Sheet,
        From::Auto => import::recognise(&source).ok_or_else(|| unknown(path, &source))?,
    };
    let options = import::Options {
        lang: arguments.lang.clone(),
        day: arguments.as_of.clone().unwrap_or_else(today),
        name: path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        day_first: arguments.day_first,
        separator: (arguments.from == From::Tsv).then_some('\t'),
    };
    let name = path.display().to_string();
    let imported = match import::import(&source, format, &options) {
        Ok(imported) => imported,
        Err(diagnostics) => {
            file::print(&diagnostics, &name, &source);
            return Ok(false);
        }
    };
    file::print(&imported.warnings, &name, &source);
    file::write_beside(path, &arguments.out, &imported.document)?;
    let events = match imported.events {
        1 => "1 event".to_owned(),
        events => format!("{events} events"),
    };
    say!("{}: written, {events}", arguments.out.display());
    Ok(file::compile(&arguments.out).is_some())
}

/// What is said of a file that cannot be imported as it is.
fn unknown(path: &Path, source: &str) -> String {
    if author::compile_beside(source, &resize::sizes_beside(path)).is_ok() {
        return format!("{}: it is a document already; nothing is to be imported", path.display());
    }
    format!(
        "{}: expected a TimelineJS file, or a sheet whose first row names its columns (Year and Headline, or date and title); \
         found neither; say what it is with --from",
        path.display()
    )
}
