//! The schema says of every document what the compiler says of it.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use jsonschema::Validator;
use news_explainer::author;
use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(&author::schema()).expect("JSON")
}

/// The JSON files of a folder, by name.
fn documents(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let json = paths.filter(|path| path.extension().is_some_and(|end| end == "json"));
    json.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("text"))).collect()
}

fn validator() -> Validator {
    jsonschema::validator_for(&schema()).expect("a schema")
}

#[test]
fn every_fixture_is_valid() {
    let validator = validator();
    let folders = ["tests/fixtures", "tests/fixtures/warnings", "assets/new"];
    let mut all: Vec<_> = folders.into_iter().flat_map(documents).collect();
    all.push(("assets/explainer.json".to_owned(), include_str!("../assets/explainer.json").to_owned()));
    assert!(all.len() > 15, "found {}", all.len());
    for (name, document) in all {
        let document: Value = serde_json::from_str(&document).expect(&name);
        let wrong: Vec<String> =
            validator.iter_errors(&document).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert_eq!(wrong, [""; 0], "{name}");
    }
}

/// What the compiler refuses by these codes the schema refuses, too; the rest no schema can say.
#[test]
fn what_has_the_wrong_shape_is_not_valid() {
    const CODES: [&str; 4] = ["wrong-type", "missing-field", "unknown-field", "unknown-value"];
    let validator = validator();
    let mut refused = 0;
    for (name, document) in documents("tests/fixtures/invalid") {
        let Ok(value) = serde_json::from_str::<Value>(&document) else { continue };
        let found = author::compile(&document).expect_err("no document");
        let shape = found.iter().any(|one| CODES.contains(&one.code));
        refused += usize::from(shape);
        assert_eq!(validator.is_valid(&value), !shape, "{name}\n{found}");
    }
    assert!(refused >= 4, "{refused} of the invalid fixtures have the wrong shape");
}

#[test]
fn every_field_and_type_says_what_it_is() {
    fn check(schema: &Value, path: &str) -> usize {
        let mut fields = 0;
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            let told = field["description"].as_str().or(field["$ref"].as_str()).unwrap_or_default();
            assert!(told.len() > 5, "{path}.{name} has no description");
            assert!(!told.contains("[`"), "{path}.{name} is described for those who read the source: {told}");
            fields += 1;
        }
        fields
    }
    let schema = schema();
    let definitions = schema["$defs"].as_object().expect("definitions");
    let fields: usize = definitions.iter().map(|(name, one)| check(one, name)).sum();
    assert!(check(&schema, "") + fields > 60);
}

/// Editors find the schema by the address in a document.
#[test]
fn documents_may_name_the_schema() {
    let with = |value: &str| {
        format!(
            r#"{{ "$schema": {value}, "id": "a", "lang": "en", "title": "T", "kind": "news", "lead": "So.", "published": "2023-11-12", "as_of": "2023-11-12" }}"#
        )
    };
    assert!(author::compile(&with("\"./explainer.schema.json\"")).expect("a document").warnings.is_empty());
    assert!(author::compile(&with("5")).is_err());
}
