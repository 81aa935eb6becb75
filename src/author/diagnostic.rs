//! What is wrong with an author's document, and where.

use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The document cannot be compiled.
    Error,
    /// The document compiles; somebody should look.
    Warning,
}

impl Severity {
    /// The word printed before a diagnostic.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A stretch of the author's file, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// One problem, with its place and, where it can be known, the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// What kind of problem it is, in kebab-case; stable, so that tools can rely on it.
    pub code: &'static str,
    /// Where in the file.
    pub span: Span,
    /// The line of the span's beginning, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// Where in the JSON, such as `timeline.events[3].date`; empty for the document as a whole.
    pub path: String,
    /// What was expected.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// The way out, if it can be known.
    pub help: Option<String>,
    /// What to write in place of a stretch of the file, as JSON, where nothing else can have been meant.
    pub fix: Option<(Span, String)>,
}

/// One line: `error[unknown-category] 12:34 timeline.events[3].category: expected …; found …; did you mean …?`
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}] {}:{}", self.severity.as_str(), self.code, self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, " {}", self.path)?;
        }
        write!(f, ": expected {}; found {}", self.expected, self.found)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

/// The problems of a document, in the order of the file. Of very many, the first hundreds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    told: Vec<Diagnostic>,
    /// How many there are, told or not.
    errors: usize,
    warnings: usize,
}

impl Diagnostics {
    /// The diagnostics that are told, and how many errors and warnings there are.
    pub(super) fn new(told: Vec<Diagnostic>, (errors, warnings): (usize, usize)) -> Diagnostics {
        Diagnostics { told, errors, warnings }
    }

    /// The diagnostics one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.told.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// How many are told.
    pub fn len(&self) -> usize {
        self.told.len()
    }

    /// How many there are of a severity, told or not.
    pub fn count(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
        }
    }

    /// How many there are beside those that are told.
    pub fn left_out(&self) -> usize {
        self.errors + self.warnings - self.told.len()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// One line a diagnostic, and one for those that are left out.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|diagnostic| writeln!(f, "{diagnostic}"))?;
        match self.left_out() {
            0 => Ok(()),
            more => writeln!(f, "and {more} more"),
        }
    }
}

impl std::error::Error for Diagnostics {}
