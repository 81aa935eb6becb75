//! Files of other kinds than a document: which kind it is, and which step makes a document of it.

use super::NOWHERE;
use super::import::{self, Format};
use super::json::{Node, Value};
use super::report::Finding;

/// A kind of file that people bring.
struct Kind {
    /// What it is, after "found".
    is: &'static str,
    /// The way out.
    step: &'static str,
}

const IMPORT: &str = "run `explainer import FILE --out my-story.json`, and check what it writes";
const NEW: &str = "run `explainer new my-story`, and copy the text into the document that it writes";

/// The first bytes of files that are no text.
const BINARY: [(&[u8], Kind); 5] = [
    (b"%PDF", Kind { is: "a PDF file", step: NEW }),
    (b"\xd0\xcf\x11\xe0", Kind { is: "a file of an old Word or Excel", step: "save it as .docx or .xlsx first" }),
    (b"\x89PNG", Kind { is: "a picture", step: "name it in an event’s \"media\"" }),
    (b"\xff\xd8\xff", Kind { is: "a picture", step: "name it in an event’s \"media\"" }),
    (b"\x1f\x8b", Kind { is: "a compressed file", step: "unpack it first" }),
];

/// The parts of zipped files by which their kind is known, and the kind.
const ZIPPED: [(&str, Kind); 5] = [
    ("xl/", Kind { is: "an Excel workbook", step: IMPORT }),
    ("word/", Kind { is: "a Word document", step: NEW }),
    ("opendocument.spreadsheet", Kind { is: "a spreadsheet of LibreOffice", step: "save it as .xlsx or .csv first" }),
    ("opendocument.text", Kind { is: "a text of LibreOffice", step: NEW }),
    ("", Kind { is: "a zipped file", step: "unpack it first" }),
];

/// What is said of a file that is not text, if its kind is known by its bytes.
pub fn binary(bytes: &[u8]) -> Option<Finding> {
    if bytes.starts_with(b"PK\x03\x04") {
        // Names of parts stand in the file as they are.
        let has = |name: &str| bytes.windows(name.len().max(1)).any(|window| window == name.as_bytes());
        let kind = ZIPPED.iter().find(|(name, _)| name.is_empty() || has(name));
        return kind.map(|(_, kind)| finding(kind));
    }
    let known = BINARY.iter().find(|(start, _)| bytes.starts_with(start));
    known.map(|(_, kind)| finding(kind))
}

/// What is said of JSON that is a document of another program, or one of ours that is published already.
pub fn json(root: Node<'_>) -> Option<Finding> {
    if import::format_of_json(root) == Some(Format::TimelineJs) {
        return Some(finding(&Kind { is: "a TimelineJS file", step: IMPORT }));
    }
    let Value::Object(members) = root.value() else { return None };
    let has = |name: &str| members.iter().any(|member| member.name == name);
    let is_published = has("edition") && has("document");
    is_published.then(|| {
        finding(&Kind {
            is: "a published document, which is made from an author’s",
            step: "name the file that it was made from",
        })
    })
}

/// What is said of text that is no JSON.
pub fn text(source: &str) -> Option<Finding> {
    let start = source.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if start.starts_with("{\\rtf") {
        return Some(finding(&Kind { is: "an RTF file", step: NEW }));
    }
    if start.starts_with('<') {
        return Some(finding(&Kind { is: "HTML", step: NEW }));
    }
    if start.starts_with(['{', '[']) {
        return None;
    }
    let is = match import::format_of_sheet(source)? {
        Format::Sheet => "a spreadsheet as CSV",
        Format::TimelineJs => return None,
    };
    Some(finding(&Kind { is, step: IMPORT }))
}

fn finding(kind: &Kind) -> Finding {
    Finding::error("not-a-document", NOWHERE)
        .expected("an author’s document in JSON")
        .found(kind.is)
        .help(kind.step.to_owned())
}

/// What is said of bytes that are no text: the one diagnostic of a file that is not even read.
pub fn of_bytes(bytes: &[u8]) -> Option<super::Diagnostics> {
    let report = super::report::Report::default();
    report.push(binary(bytes)?);
    Some(report.finish("", None))
}

#[cfg(test)]
mod tests {
    use crate::author::{compile, not_a_document};

    #[track_caller]
    fn check(source: &str, found: &str) {
        let diagnostics = compile(source).expect_err("no document").to_string();
        assert_eq!(diagnostics.lines().count(), 1, "{diagnostics}");
        assert!(diagnostics.contains(found), "{diagnostics}");
    }

    #[test]
    fn a_file_of_another_kind_is_one_finding_with_the_way_out() {
        check(r#"{"events": [{"start_date": {"year": 1962}}]}"#, "found a TimelineJS file; run `explainer import");
        check(r#"{"timeline": {"date": []}}"#, "found a TimelineJS file");
        check(r#"{"edition": {}, "document": {}}"#, "found a published document");
        check("Year,Month,Day,Headline\n1962,,,a", "found a spreadsheet as CSV; run `explainer import");
        check("date;title\n1962;a", "found a spreadsheet as CSV");
        check("{\\rtf1 a}", "found an RTF file; run `explainer new");
        check("\n<!doctype html><p>a", "found HTML");
    }

    #[test]
    fn what_is_no_text_is_known_by_its_first_bytes() {
        let found = |bytes: &[u8]| not_a_document(bytes).map(|found| found.to_string()).unwrap_or_default();
        assert!(found(b"PK\x03\x04....word/document.xml").contains("a Word document"));
        assert!(found(b"PK\x03\x04....xl/workbook.xml").contains("an Excel workbook; run `explainer import"));
        assert!(found(b"PK\x03\x04....").contains("a zipped file"));
        assert!(found(b"%PDF-1.7").contains("a PDF file"));
        assert_eq!(found(b"\xe9t\xe9"), "");
    }
}
