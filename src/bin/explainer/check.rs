//! `explainer check`: what is wrong with documents, for people and for programs.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use news_explainer::author::{self, Diagnostic, Diagnostics};
use serde::Serialize;

use crate::file;
use crate::output::{self, say};
use crate::resize;

/// What `explainer check` is told.
#[derive(clap::Args)]
pub struct Check {
    /// The author's documents, JSON files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How it is said: to people, or as JSON on the standard output, whose names are stable.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Writes dates that are not EDTF as EDTF where nothing else can have been meant ("c. 1950", "Nov 2023", "198u"), then
    /// checks the files.
    #[arg(long)]
    fix: bool,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
}

/// What is said of one file.
#[derive(Serialize)]
struct Checked {
    file: String,
    compiles: bool,
    /// Why nothing could be read at all, or why what compiles is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    diagnostics: Vec<Problem>,
    /// How many there are beside those, of very many.
    left_out: usize,
}

/// A diagnostic. Lines and columns count from 1, columns in characters; start and end are bytes of the file.
#[derive(Clone, Serialize)]
pub struct Problem {
    severity: &'static str,
    code: &'static str,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    path: String,
    expected: String,
    found: String,
    help: Option<String>,
}

/// Checks documents. Whether all of them compile.
pub fn run(check: &Check) -> bool {
    let is_mended = |file: &Path| !check.fix || mend(file);
    match check.format {
        // Every file is read, whatever is wrong with another.
        Format::Human => {
            check.files.iter().filter(|file| !is_mended(file) || file::compile(file).is_none()).count() == 0
        }
        Format::Json => {
            let mended = check.files.iter().filter(|file| !is_mended(file)).count() == 0;
            let checked: Vec<Checked> = check.files.iter().map(|file| self::checked(file)).collect();
            let json = serde_json::to_string_pretty(&checked).expect("plain data");
            output::put(&json) && mended && checked.iter().all(|file| file.compiles)
        }
    }
}

/// Writes what is certain into a file (see [`author::fixed`]). Whether there is nothing against checking it now.
fn mend(file: &Path) -> bool {
    // What cannot be read is said when it is checked.
    let Some(source) = std::fs::read(file).ok().and_then(|bytes| String::from_utf8(bytes).ok()) else {
        return true;
    };
    let Some((mended, count)) = author::fixed(&source) else { return true };
    let values = if count == 1 { "value" } else { "values" };
    match file::write(file, mended.as_bytes()) {
        Ok(()) => {
            say!("{}: {count} {values} written as meant", file.display());
            true
        }
        Err(error) => {
            say!("{error}; nothing of it has been changed");
            false
        }
    }
}

fn checked(path: &Path) -> Checked {
    let file = path.display().to_string();
    let bytes = file::read(path);
    let source = bytes.and_then(|bytes| match author::not_a_document(&bytes) {
        Some(found) => Ok(Err(found)),
        None => file::text(path, bytes).map(Ok),
    });
    let (compiles, error, found) = match source {
        Err(error) => (false, Some(error), Diagnostics::default()),
        Ok(Err(found)) => (false, None, found),
        Ok(Ok(source)) => match author::compile_beside(&source, &resize::sizes_beside(path)) {
            Ok(compiled) => {
                let error = file::too_long(path, &compiled, &source);
                (error.is_none(), error, compiled.warnings)
            }
            Err(found) => (false, None, found),
        },
    };
    Checked { file, compiles, error, diagnostics: problems(&found), left_out: found.left_out() }
}

/// Diagnostics as programs read them.
pub fn problems(diagnostics: &Diagnostics) -> Vec<Problem> {
    let problem = |diagnostic: &Diagnostic| {
        let Diagnostic { severity, code, span, line, column, path, expected, found, help, .. } = diagnostic.clone();
        let (start, end) = (span.start, span.end);
        Problem { severity: severity.as_str(), code, line, column, start, end, path, expected, found, help }
    };
    diagnostics.iter().map(problem).collect()
}
