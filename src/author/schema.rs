//! The author's format as a JSON Schema, made from the types that it is read into, so that editors complete and mark by it.

use schemars::generate::SchemaSettings;

use super::format::Explainer;

/// The schema as JSON (draft 2020-12).
pub fn schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Explainer<'static>>();
    let mut json = serde_json::to_string_pretty(&schema).expect("plain data");
    json.push('\n');
    json
}
