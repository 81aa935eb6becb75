//! JSON syntax errors, in the words of an editor.

use super::diagnostic::Span;
use super::report::{Finding, floor_char_boundary};

/// What `serde_json` says, what was expected, what was found, and the way out.
const SAYINGS: [(&str, &str, &str, &str); 14] = [
    ("trailing comma", "another entry after the comma", "the closing bracket", "remove the comma before it"),
    ("trailing characters", "the end of the file", "more text after the document", "remove it"),
    ("EOF while parsing a string", "the closing quote of a text", "the end of the file", "close the quote"),
    ("EOF while parsing", "more of the document", "the end of the file", "close what is open: ] or }"),
    ("expected `:`", "a colon after the name of a field", "something else", "write \"name\": value"),
    ("expected `,` or `]`", "a comma or ]", "something else", "put a comma between the entries of a list"),
    (
        "expected `,` or `}`",
        "a comma or }",
        "something else",
        "put a comma between fields, and \\\" for a quote in a text",
    ),
    ("key must be a string", "the name of a field in double quotes", "something else", "write \"name\": value"),
    (
        "control character",
        "a text on one line",
        "a line break or control character",
        "close the quote, or write a line break as \\n",
    ),
    ("invalid escape", "one of the escapes \\\" \\\\ \\/ \\n \\t \\uXXXX", "another", "write a backslash as \\\\"),
    ("lone leading surrogate", "a whole character", "half of one (a lone surrogate)", "write the character itself"),
    ("unexpected end of hex", "a whole character", "half of one (a lone surrogate)", "write the character itself"),
    ("recursion limit", "lists and objects that are not nested this deep", "more than 127 levels", "make it simpler"),
    (
        "expected value",
        "a value: a text in double quotes, a number, a list, an object, true, false or null",
        "something else",
        "write texts in double quotes, and null for nothing",
    ),
];

/// A syntax error as a finding.
pub fn finding(source: &str, error: &serde_json::Error) -> Finding {
    let start = offset(source, error.line(), error.column());
    let end = source[start..].chars().next().map_or(start, |character| start + character.len_utf8());
    if source.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']).is_empty() {
        return Finding::error("json-syntax", Span { start: 0, end: 0 })
            .expected("a document, which begins with {")
            .found("an empty file")
            .help("a shell’s > empties a file before it is read: name another file, with --out".to_owned());
    }
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let finding = Finding::error("json-syntax", Span { start, end });
    match SAYINGS.iter().find(|(saying, ..)| message.starts_with(saying)) {
        Some((_, expected, found, help)) => finding.expected(*expected).found(*found).help((*help).to_owned()),
        None => finding.expected("JSON").found(message),
    }
}

/// The byte at a line and column (in bytes, from 1) of the text after a byte order mark.
fn offset(source: &str, line: usize, column: usize) -> usize {
    let text = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mark = source.len() - text.len();
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    // Column 0 is the line break before the line.
    floor_char_boundary(source, (mark + before + column).saturating_sub(1))
}
