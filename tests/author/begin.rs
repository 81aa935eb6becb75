//! What `explainer new` writes is a document without a warning.

use crate::support::{compiled, diagnostics};
use news_explainer::author::import::{Format, Options, import};

#[test]
fn the_first_document_has_no_warnings_and_shows_what_there_is() {
    let document =
        include_str!("../../assets/new/document.json").replace("DAY", "2024-01-01").replace("\"ID\"", "\"my-story\"");
    assert_eq!(diagnostics(&document), "");
    let content = &compiled(&document).document.content;
    assert_eq!((content.events.len(), content.faq.len(), content.sources.len()), (3, 1, 1));
}

#[test]
fn the_first_sheet_is_imported_without_a_warning() {
    let options = Options {
        lang: "en".to_owned(),
        day: "2024-01-01".to_owned(),
        name: "my-story".to_owned(),
        day_first: false,
        separator: None,
    };
    let imported = import(include_str!("../../assets/new/sheet.csv"), Format::Sheet, &options).expect("a document");
    assert_eq!(imported.warnings.to_string(), "");
    assert_eq!(diagnostics(&imported.document), "");
    let content = &compiled(&imported.document).document.content;
    assert_eq!((content.events.len(), content.faq.len(), content.sources.len()), (3, 1, 1));
    assert_eq!(content.events[2].claims.len(), 2);
}
