//! `explainer check`: what is wrong with documents, for people and for programs.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use news_explainer::author::{self, Diagnostic, Diagnostics};
use serde::Serialize;

use crate::file;

/// What `explainer check` is told.
#[derive(clap::Args)]
pub struct Check {
    /// The author's documents, JSON files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How it is said: to people, or as JSON on the standard output, whose names are stable.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
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
    /// Why nothing could be read at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    diagnostics: Vec<Problem>,
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
    match check.format {
        // Every file is read, whatever is wrong with another.
        Format::Human => check.files.iter().filter(|file| file::compile(file).is_none()).count() == 0,
        Format::Json => {
            let checked: Vec<Checked> = check.files.iter().map(|file| self::checked(file)).collect();
            let json = serde_json::to_string_pretty(&checked).expect("plain data");
            let written = writeln!(std::io::stdout().lock(), "{json}");
            written.is_ok() && checked.iter().all(|file| file.compiles)
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
    match source {
        Err(error) => Checked { file, compiles: false, error: Some(error), diagnostics: Vec::new() },
        Ok(Err(found)) => Checked { file, compiles: false, error: None, diagnostics: problems(&found) },
        Ok(Ok(source)) => match author::compile(&source) {
            Ok(compiled) => Checked { file, compiles: true, error: None, diagnostics: problems(&compiled.warnings) },
            Err(found) => Checked { file, compiles: false, error: None, diagnostics: problems(&found) },
        },
    }
}

/// Diagnostics as programs read them.
pub fn problems(diagnostics: &Diagnostics) -> Vec<Problem> {
    let problem = |diagnostic: &Diagnostic| {
        let Diagnostic { severity, code, span, line, column, path, expected, found, help } = diagnostic.clone();
        let (start, end) = (span.start, span.end);
        Problem { severity: severity.as_str(), code, line, column, start, end, path, expected, found, help }
    };
    diagnostics.iter().map(problem).collect()
}
