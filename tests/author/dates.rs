//! Lists of EDTF examples made by others: `tests/edtf/`, each with its source.

use std::fmt::Write;
use std::path::Path;
use std::rc::Rc;

use news_explainer::author;
use news_explainer::document::{Document, Doubt};
use serde_json::json;

use crate::support::{document, expect_file, read};

fn dated(date: &str) -> Option<Rc<Document>> {
    let event = json!({ "id": "e", "date": date, "title": "E" });
    let source = document(json!({ "timeline": { "events": [event] } }));
    author::compile(&source).ok().map(|compiled| compiled.document)
}

fn day(day: news_explainer::date::Day) -> String {
    let civil = day.civil();
    let sign = if civil.year < 0 { "-" } else { "" };
    format!("{sign}{:04}-{:02}-{:02}", civil.year.abs(), civil.month, civil.day)
}

fn rows(name: &str) -> (std::path::PathBuf, Vec<Vec<String>>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edtf").join(name);
    let text = read(&path);
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let rows = rows.map(|line| line.split('\t').map(str::to_owned).collect()).collect();
    (path, rows)
}

/// All examples of the Library of Congress are understood; what is made of each stands in `loc.txt`.
#[test]
fn examples_of_the_library_of_congress_are_worded() {
    let (path, rows) = rows("loc.tsv");
    assert_eq!(rows.len(), 64);
    let mut found = String::new();
    for row in rows {
        let document = dated(&row[0]).unwrap_or_else(|| panic!("{}", row[0]));
        let mark = &document.timeline.marks[0];
        let text = &document.content.events[0].date;
        let bounds = format!("{} {}", day(mark.bounds.earliest), day(mark.bounds.latest));
        let doubtful = if mark.doubt != Doubt::None { " doubtful" } else { "" };
        let _ = writeln!(found, "{}\t{}\t{bounds} {:?}{doubtful}", row[0], text.plain(), mark.extent);
    }
    let wrong = expect_file(&path.with_extension("txt"), &found);
    assert_eq!(wrong, None);
}

/// The bounds of ISO 8601-2's examples are as an independent list gives them.
#[test]
fn examples_of_the_standard_have_their_bounds() {
    let (_, rows) = rows("annex-a.tsv");
    assert!(rows.len() > 50);
    for row in rows {
        let [edtf, level, earliest, latest] = &row[..] else { panic!("four columns: {row:?}") };
        let document = dated(edtf);
        assert_eq!(document.is_some(), level != "x", "{edtf}");
        let Some(document) = document else { continue };
        let bounds = document.timeline.marks[0].bounds;
        for (expected, found) in [(earliest, bounds.earliest), (latest, bounds.latest)] {
            // Open and unknown ends have no day of their own.
            if expected.ends_with(|c: char| c.is_ascii_digit()) {
                assert_eq!(&day(found), expected, "{edtf}");
            }
        }
    }
}

/// The lists of others, and what each says of its strings: that they are EDTF, that they are not, or one or the other in a
/// second column.
const LISTS: [(&str, Option<bool>); 5] = [
    ("edtfjs-valid.txt", Some(true)),
    ("edtfjs-invalid.txt", Some(false)),
    ("unt-valid.txt", Some(true)),
    ("unt-invalid.txt", Some(false)),
    ("disputed.tsv", None),
];

/// Where we judge otherwise than a list, `deviations.tsv` says why. An entry that no longer applies is an error, too.
#[test]
fn lists_of_others_are_judged_as_they_say_but_for_deviations_with_a_reason() {
    let (_, reasons) = rows("deviations.tsv");
    let mut expected: Vec<[&str; 2]> = Vec::new();
    for row in &reasons {
        let [list, edtf, reason] = &row[..] else { panic!("three columns: {row:?}") };
        assert!(reason.split(' ').count() > 2, "{list} {edtf}: expected a reason");
        expected.push([list, edtf]);
    }
    let mut found: Vec<[String; 2]> = Vec::new();
    let mut judged = 0;
    for (list, verdict) in LISTS {
        for row in rows(list).1 {
            let is_valid = verdict.unwrap_or_else(|| row[1] == "valid");
            judged += 1;
            if dated(&row[0]).is_some() != is_valid {
                found.push([list.to_owned(), row[0].clone()]);
            }
        }
    }
    assert!(judged > 450, "{judged}");
    let missing = found.iter().filter(|[list, edtf]| !expected.contains(&[list, edtf]));
    let missing: Vec<String> = missing.map(|entry| entry.join("\t")).collect();
    assert_eq!(missing, [""; 0], "expected a reason in deviations.tsv for each");
    let stale = expected.iter().filter(|[list, edtf]| !found.contains(&[(*list).to_owned(), (*edtf).to_owned()]));
    assert_eq!(stale.collect::<Vec<_>>(), [&[""; 2]; 0], "no longer so: remove them from deviations.tsv");
}
