//! The fixtures: author's documents with one purpose each.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use news_explainer::author;
use news_explainer::document::Document;

/// A path of the project.
pub fn path(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compiles a document that has no errors.
#[track_caller]
pub fn compile(source: &str) -> Rc<Document> {
    author::compile(source).unwrap_or_else(|diagnostics| panic!("{diagnostics}")).document
}

/// Every fixture, compiled, with its name: the default explainer, and the files of `tests/fixtures`.
pub fn fixtures() -> Vec<(String, Rc<Document>)> {
    let mut files: Vec<PathBuf> = fs::read_dir(path("tests/fixtures"))
        .expect("the fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    let named = files.into_iter().map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path));
    let all = [("default".to_owned(), path("assets/explainer.json"))].into_iter().chain(named);
    all.map(|(name, path)| (name, compile(&fs::read_to_string(path).expect("a readable fixture")))).collect()
}

/// One fixture, compiled.
#[track_caller]
pub fn fixture(name: &str) -> Rc<Document> {
    let found = fixtures().into_iter().find(|(known, _)| known == name);
    found.unwrap_or_else(|| panic!("there is no fixture {name}")).1
}

/// Compares a text with a file that is kept in the project; with `UPDATE_EXPECT=1` the file is written anew.
#[track_caller]
pub fn expect_file(file: &str, text: &str) {
    let path = path(file);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write to");
        fs::write(&path, text).expect("a file to write to");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == text, "{file} is out of date: run the tests with UPDATE_EXPECT=1, and read the difference");
}
