//! The author's side: what an editor writes becomes a [`Document`], or a list of what is wrong with it.
//!
//! ```text
//!   source ─▶ json ─▶ read, format ─▶ compile ─┬▶ chronology (dates), events ───────────────────┬─▶ Document
//!                          │                   └▶ prose (markdown, links, sources), labels ─────┘
//!                          └──────────▶ report ◀────────────┘
//! ```
//!
//! Every floor goes on after what is wrong, so that one run names all problems.
//!
//! *Invariant:* knows no Yew and no HTML. Reads no files and no clock: the same source always gives the same document; how large
//! pictures are it is told.

mod calendar;
mod choices;
mod chronology;
mod compile;
mod dates;
mod diagnostic;
mod edtf;
mod events;
mod fix;
mod foreign;
mod format;
mod front_matter;
mod hints;
mod ids;
pub mod import;
mod json;
mod labels;
mod language;
mod links;
mod markdown;
mod pictures;
mod print;
mod prose;
mod read;
mod report;
mod schema;
mod sources;
mod suggest;
mod syntax;
mod wording;

pub use diagnostic::{Diagnostic, Diagnostics, Severity, Span};
pub use fix::fixed;
pub use foreign::of_bytes as not_a_document;
pub use print::graphical;
pub use schema::schema;

use std::rc::Rc;

use crate::document::Document;
use report::{Finding, Report};

/// Where a document that cannot be read at all is wrong: at its beginning.
const NOWHERE: Span = Span { start: 0, end: 0 };

/// Larger files are refused before they are read.
pub const MAX_BYTES: usize = 16 << 20;

/// A compiled document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// The document.
    pub document: Rc<Document>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// What somebody should look at.
    pub warnings: Diagnostics,
}

/// Compiles an author's document: JSON with Markdown in its texts and EDTF dates.
///
/// ```
/// let compiled = news_explainer::author::compile(
///     r#"{ "id": "a", "lang": "en", "title": "T", "kind": "news", "lead": "*So* it is.",
///          "published": "2023-11-12", "as_of": "2023-11-12" }"#,
/// ).expect("a document without errors");
/// assert_eq!(compiled.document.content.dates[0].date.plain(), "12 November 2023");
///
/// let diagnostics = news_explainer::author::compile(r#"{ "title": 5 }"#).expect_err("no document");
/// assert!(diagnostics.to_string().contains("error[wrong-type] 1:12 title: expected a headline; found the number 5"));
/// ```
///
/// # Errors
/// The diagnostics, all at once, if any of them is an error.
pub fn compile(source: &str) -> Result<Compiled, Diagnostics> {
    compile_beside(source, &|_| None)
}

/// How large a picture is, by the address that the document gives: its width and height in pixels, where they are known.
pub type SizeOf<'a> = dyn Fn(&str) -> Option<(u32, u32)> + 'a;

/// The same, where the sizes of pictures are known that the document does not say.
///
/// # Errors
/// As [`compile`].
pub fn compile_beside(source: &str, size_of: &SizeOf<'_>) -> Result<Compiled, Diagnostics> {
    let report = Report::default();
    if source.len() > MAX_BYTES {
        report.push(too_large(source.len()));
        return Err(report.finish(source, None));
    }
    let root = match json::parse(source) {
        Ok(root) => root,
        Err(error) => {
            report.push(foreign::text(source).unwrap_or_else(|| syntax::finding(source, &error)));
            return Err(report.finish(source, None));
        }
    };
    if let Some(finding) = foreign::json(root) {
        report.push(finding);
        return Err(report.finish(source, None));
    }
    let explainer = format::explainer(&report, root);
    let document = explainer.as_ref().and_then(|explainer| compile::compile(&report, explainer, size_of));
    let authors = explainer.iter().flat_map(|explainer| &explainer.authors).map(json::Text::to_text).collect();
    let failed = report.has_errors();
    let diagnostics = report.finish(source, Some(root));
    match document {
        Some(document) if !failed => Ok(Compiled { document: Rc::new(document), authors, warnings: diagnostics }),
        _ => Err(diagnostics),
    }
}

/// What is said of a file that is too large to be read.
fn too_large(bytes: usize) -> Finding {
    Finding::error("too-large", NOWHERE)
        .expected(format!("a file of at most {} MB", MAX_BYTES >> 20))
        .found(format!("{:.1} MB", bytes as f64 / f64::from(1 << 20)))
}
