//! Diagnostics for people at a terminal, drawn into the lines of their file.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use super::diagnostic::{Diagnostic, Diagnostics, Severity};

/// The diagnostics with the lines they are about. `name` is the file's name, `colour` whether the terminal shows
/// colours.
pub fn graphical(diagnostics: &Diagnostics, name: &str, source: &str, colour: bool) -> String {
    let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme);
    let source = NamedSource::new(name, source.to_owned());
    let mut out = String::new();
    for diagnostic in diagnostics {
        // Writing to a string does not fail.
        let _ = handler.render_report(&mut out, &Drawn { diagnostic, source: &source });
    }
    out
}

/// A diagnostic in the form that miette draws.
#[derive(Debug)]
struct Drawn<'d> {
    diagnostic: &'d Diagnostic,
    source: &'d NamedSource<String>,
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic { path, expected, found, .. } = self.diagnostic;
        if !path.is_empty() {
            write!(f, "{path}: ")?;
        }
        write!(f, "expected {expected}; found {found}")
    }
}

impl std::error::Error for Drawn<'_> {}

impl miette::Diagnostic for Drawn<'_> {
    fn code(&self) -> Option<Box<dyn fmt::Display + '_>> {
        Some(Box::new(self.diagnostic.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help(&self) -> Option<Box<dyn fmt::Display + '_>> {
        self.diagnostic.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.diagnostic.span;
        Some(Box::new(std::iter::once(LabeledSpan::new(None, span.start, span.end - span.start))))
    }
}
