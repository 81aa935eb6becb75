//! Collects findings while a document is read, and gives them their places at the end.
//!
//! A finding knows only its bytes. Line, column and JSON path are worked out once, for all findings together, by one
//! walk through the parts of the file that have any.

use std::cell::RefCell;

use super::diagnostic::{Diagnostic, Diagnostics, Severity, Span};
use super::json::{Node, Value};

/// More findings than these are counted, but not told: nobody reads so far, and their places take time to work out.
const MOST: usize = 300;

/// A problem while its place is still only a span.
#[must_use]
pub struct Finding {
    severity: Severity,
    code: &'static str,
    span: Span,
    field: Option<&'static str>,
    expected: String,
    found: String,
    help: Option<String>,
    fix: Option<(Span, String)>,
}

impl Finding {
    /// A problem that keeps the document from being compiled.
    pub fn error(code: &'static str, span: Span) -> Finding {
        Finding {
            severity: Severity::Error,
            code,
            span,
            field: None,
            expected: String::new(),
            found: String::new(),
            help: None,
            fix: None,
        }
    }

    /// A problem that somebody should look at.
    pub fn warning(code: &'static str, span: Span) -> Finding {
        Finding { severity: Severity::Warning, ..Finding::error(code, span) }
    }

    /// What was expected.
    pub fn expected(self, expected: impl Into<String>) -> Finding {
        Finding { expected: expected.into(), ..self }
    }

    /// What was found.
    pub fn found(self, found: impl Into<String>) -> Finding {
        Finding { found: found.into(), ..self }
    }

    /// The way out.
    pub fn help(self, help: impl Into<Option<String>>) -> Finding {
        Finding { help: help.into(), ..self }
    }

    /// What to write in place of a stretch of the file, where nothing else can have been meant.
    pub fn fix(self, fix: impl Into<Option<(Span, String)>>) -> Finding {
        Finding { fix: fix.into(), ..self }
    }

    /// The field of the object at the span that is meant: it has no place of its own, being absent.
    pub fn field(self, field: &'static str) -> Finding {
        Finding { field: Some(field), ..self }
    }
}

/// Where findings go.
#[derive(Default)]
pub struct Report {
    findings: RefCell<Vec<Finding>>,
}

impl Report {
    /// Adds a finding.
    pub fn push(&self, finding: Finding) {
        self.findings.borrow_mut().push(finding);
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.findings.borrow().iter().any(|finding| finding.severity == Severity::Error)
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.findings.borrow().len()
    }

    /// Whether any finding has this code.
    pub fn has(&self, code: &str) -> bool {
        self.findings.borrow().iter().any(|finding| finding.code == code)
    }

    /// The findings as diagnostics, in the order of the file. `root` is the file's value, if it has one.
    pub fn finish(self, source: &str, root: Option<Node<'_>>) -> Diagnostics {
        let mut findings = self.findings.into_inner();
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let found = (count(Severity::Error), count(Severity::Warning));
        findings.sort_by_key(|finding| (finding.span.start, finding.severity));
        if findings.len() > MOST {
            // Errors first: what only warrants a look can wait until they are mended.
            findings.sort_by_key(|finding| finding.severity);
            findings.truncate(MOST);
            findings.sort_by_key(|finding| (finding.span.start, finding.severity));
        }
        let starts: Vec<usize> = findings.iter().map(|finding| finding.span.start).collect();
        let mut paths = vec![String::new(); starts.len()];
        if let Some(root) = root {
            walk(root, &mut String::new(), &starts, &mut paths);
        }
        let mut lines = Lines::new(source);
        let place = |(finding, mut path): (Finding, String)| {
            if let Some(field) = finding.field {
                push_key(&mut path, field);
            }
            let Finding { severity, code, span, expected, found, help, fix, .. } = finding;
            let (line, column) = lines.place(span.start);
            Diagnostic { severity, code, span, line, column, path, expected, found, help, fix }
        };
        Diagnostics::new(findings.into_iter().zip(paths).map(place).collect(), found)
    }
}

/// Gives each of the sorted starts, all of which lie in `node`, the path of the innermost value around it.
fn walk(node: Node<'_>, path: &mut String, starts: &[usize], paths: &mut [String]) {
    let mut step = |child: Node<'_>, first_byte: usize, add: &dyn Fn(&mut String), done: usize| -> usize {
        let from = done + starts[done..].partition_point(|&start| start < first_byte);
        let to = from + starts[from..].partition_point(|&start| start < child.span().end);
        paths[done..from].fill(path.clone());
        if from < to {
            let length = path.len();
            add(path);
            walk(child, path, &starts[from..to], &mut paths[from..to]);
            path.truncate(length);
        }
        to
    };
    let mut done = 0;
    match node.value() {
        Value::List(elements) => {
            for (index, child) in elements.into_iter().enumerate() {
                done = step(child, child.span().start, &|path| path.push_str(&format!("[{index}]")), done);
            }
        }
        Value::Object(members) => {
            for member in &members {
                done = step(member.value, member.name_span.start, &|path| push_key(path, &member.name), done);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
    }
    paths[done..].fill(path.clone());
}

fn push_key(path: &mut String, key: &str) {
    let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    if !plain {
        path.push_str(&format!("[{}]", super::json::quote(key)));
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(key);
}

/// Lines and columns of offsets that are asked for in rising order.
struct Lines<'s> {
    source: &'s str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'s> Lines<'s> {
    fn new(source: &'s str) -> Lines<'s> {
        // A byte order mark takes no column.
        let at = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Lines { source, at, line: 1, column: 1 }
    }

    fn place(&mut self, offset: usize) -> (usize, usize) {
        let offset = floor_char_boundary(self.source, offset).max(self.at);
        for character in self.source[self.at..offset].chars() {
            (self.line, self.column) =
                if character == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        self.at = offset;
        (self.line, self.column)
    }
}

/// The last character boundary that is not after `offset`.
pub fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::json;

    fn check(source: &str, needle: &str, expected: &str) {
        let start = source.find(needle).expect("the needle stands in the source");
        let report = Report::default();
        report.push(Finding::error("x", Span { start, end: start + needle.len() }));
        let root = json::parse(source).expect("JSON");
        let found: Vec<String> = report
            .finish(source, Some(root))
            .iter()
            .map(|Diagnostic { line, column, path, .. }| format!("{line}:{column} {path}"))
            .collect();
        assert_eq!(found, [expected], "{needle}");
    }

    #[test]
    fn findings_get_lines_columns_and_paths() {
        let source = "{\n  \"a\": [ {\"é\": 1, \"b\": 2} ],\n  \"c d\": {\"e\": [[], [5]]}\n}";
        check(source, "2", "2:24 a[0].b");
        check(source, "\"b\"", "2:19 a[0].b");
        check(source, "[ {", "2:8 a");
        check(source, "{\"é\"", "2:10 a[0]");
        check(source, "5", "3:22 [\"c d\"].e[1][0]");
        check(source, "{\n", "1:1 ");
    }

    #[test]
    fn a_long_line_with_many_findings_is_quick() {
        let source = format!("[{}0]", "0,".repeat(20_000));
        let report = Report::default();
        for start in (1..20_000).rev() {
            report.push(Finding::error("x", Span { start: 2 * start - 1, end: 2 * start }));
            report.push(Finding::warning("y", Span { start: 2 * start - 1, end: 2 * start }));
        }
        let root = json::parse(&source).expect("JSON");
        let found = report.finish(&source, Some(root));
        assert_eq!((found.len(), found.left_out()), (MOST, 2 * 19_999 - MOST));
        assert_eq!((found.count(Severity::Error), found.count(Severity::Warning)), (19_999, 19_999));
        assert_eq!(found.iter().last().map(|last| last.path.clone()), Some(format!("[{}]", MOST - 1)));
        assert!(found.to_string().ends_with(&format!("and {} more\n", 2 * 19_999 - MOST)));
    }
}
