//! Reading the data of a printed page back, in little code.
//!
//! What is read was written by this program, so a shape that does not fit is one plain error, without a place. In the
//! program that almost every reader gets, deriving `Deserialize` and bringing serde_json for this one small type would
//! cost FIGURE of compressed Wasm more; the program that reads whole documents does it.

use std::fmt;

use super::Id;

/// A JSON value. Numbers are whole: the serialized form has no others, and neither `true` nor `false`.
pub enum Json {
    /// `null`, or nothing.
    Null,
    /// A whole number.
    Number(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its members in the order they came.
    Object(Vec<(String, Json)>),
}

/// The text is not the serialized form that this version reads and writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADocument {
    /// It is not JSON.
    NotJson,
    /// It was written by another version: see [`super::FORMAT_VERSION`].
    OtherVersion,
    /// It is JSON of another shape.
    OtherShape,
}

impl NotADocument {
    /// What is wrong, for the console of whoever embeds it.
    pub fn as_str(self) -> &'static str {
        match self {
            NotADocument::NotJson => "expected a compiled document, found no JSON",
            NotADocument::OtherVersion => "expected a document compiled for this runtime, found another version",
            NotADocument::OtherShape => "expected a compiled document, found other JSON",
        }
    }
}

impl fmt::Display for NotADocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for NotADocument {}

impl Json {
    /// Parses a text, natively by serde_json, which refuses what nests deeper than 128 values.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn parse(text: &str) -> Result<Json, NotADocument> {
        fn convert(value: serde_json::Value) -> Json {
            match value {
                serde_json::Value::Null | serde_json::Value::Bool(_) => Json::Null,
                serde_json::Value::Number(number) => number.as_i64().map_or(Json::Null, Json::Number),
                serde_json::Value::String(text) => Json::Text(text),
                serde_json::Value::Array(list) => Json::List(list.into_iter().map(convert).collect()),
                serde_json::Value::Object(members) => {
                    Json::Object(members.into_iter().map(|(name, value)| (name, convert(value))).collect())
                }
            }
        }
        serde_json::from_str(text).map(convert).map_err(|_| NotADocument::NotJson)
    }

    /// Parses a text, in a browser by the browser's own parser: serde_json would cost every reader 6 KB more. What nests
    /// deeper than serde_json would allow is `Null`: no document does.
    #[cfg(target_arch = "wasm32")]
    pub fn parse(text: &str) -> Result<Json, NotADocument> {
        use js_sys::{Array, Object};
        use wasm_bindgen::{JsCast, JsValue};

        fn convert(value: JsValue, depth: u8) -> Json {
            if depth == 0 {
                Json::Null
            } else if let Some(text) = value.as_string() {
                Json::Text(text)
            } else if let Some(number) = value.as_f64() {
                // The cast saturates; whole numbers of this size are exact.
                Json::Number(number as i64)
            } else if let Some(list) = value.dyn_ref::<Array>() {
                Json::List((0..list.length()).map(|index| convert(list.get(index), depth - 1)).collect())
            } else if let Some(object) = value.dyn_ref::<Object>() {
                let entries = Object::entries(object);
                let member = |index| {
                    let entry: Array = entries.get(index).unchecked_into();
                    (entry.get(0).as_string().unwrap_or_default(), convert(entry.get(1), depth - 1))
                };
                Json::Object((0..entries.length()).map(member).collect())
            } else {
                Json::Null
            }
        }
        js_sys::JSON::parse(text).map(|value| convert(value, 128)).map_err(|_| NotADocument::NotJson)
    }

    /// Takes a member out of an object; `Null` where there is none.
    pub fn take(&mut self, name: &str) -> Json {
        let Json::Object(members) = self else { return Json::Null };
        let found = members.iter().position(|(key, _)| key == name);
        found.map_or(Json::Null, |index| members.swap_remove(index).1)
    }
}

/// A type that can be read from the serialized form. Where a value has another shape, `fits` becomes false and some value
/// is given: without an early return for every field there is far less code, and the whole is thrown away in the end.
pub(crate) trait Decode {
    fn decode(json: Json, fits: &mut bool) -> Self;
}

/// A whole value, if everything in it fits.
pub(crate) fn decode<T: Decode>(json: Json) -> Option<T> {
    let mut fits = true;
    let value = T::decode(json, &mut fits);
    fits.then_some(value)
}

/// A member of an object as a value.
pub(crate) fn member<T: Decode>(json: &mut Json, name: &str, fits: &mut bool) -> T {
    T::decode(json.take(name), fits)
}

/// Said of a value that does not fit.
fn misfit<T: Default>(fits: &mut bool) -> T {
    *fits = false;
    T::default()
}

impl Decode for String {
    fn decode(json: Json, fits: &mut bool) -> String {
        if let Json::Text(text) = json { text } else { misfit(fits) }
    }
}

impl Decode for i64 {
    fn decode(json: Json, fits: &mut bool) -> i64 {
        if let Json::Number(number) = json { number } else { misfit(fits) }
    }
}

impl Decode for u8 {
    fn decode(json: Json, fits: &mut bool) -> u8 {
        i64::decode(json, fits).try_into().unwrap_or_else(|_| misfit(fits))
    }
}

impl Decode for u32 {
    fn decode(json: Json, fits: &mut bool) -> u32 {
        i64::decode(json, fits).try_into().unwrap_or_else(|_| misfit(fits))
    }
}

impl Decode for Id {
    fn decode(json: Json, fits: &mut bool) -> Id {
        let text = String::decode(json, fits);
        Id::try_from(text).unwrap_or_else(|_| {
            *fits = false;
            Id::placeholder()
        })
    }
}

/// Absent is none.
impl<T: Decode> Decode for Option<T> {
    fn decode(json: Json, fits: &mut bool) -> Option<T> {
        if let Json::Null = json { None } else { Some(T::decode(json, fits)) }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(json: Json, fits: &mut bool) -> Vec<T> {
        let Json::List(list) = json else { return misfit(fits) };
        list.into_iter().map(|json| T::decode(json, fits)).collect()
    }
}

/// A list of two numbers.
impl Decode for (i64, i64) {
    fn decode(json: Json, fits: &mut bool) -> (i64, i64) {
        match Vec::decode(json, fits)[..] {
            [a, b] => (a, b),
            _ => misfit(fits),
        }
    }
}

/// Reads structs by the names of their fields.
macro_rules! decode_fields {
    ($($type:ident { $($field:ident),* $(,)? })*) => {
        $(impl $crate::document::decode::Decode for $type {
            fn decode(mut json: $crate::document::decode::Json, fits: &mut bool) -> $type {
                $type {
                    $($field: $crate::document::decode::member(&mut json, stringify!($field), fits),)*
                }
            }
        })*
    };
}

/// Reads enums without data by the words of their variants; the first is for absent.
macro_rules! decode_words {
    ($($type:ident { $first:ident = $first_word:literal $(, $variant:ident = $word:literal)* $(,)? })*) => {
        $(impl $crate::document::decode::Decode for $type {
            fn decode(json: $crate::document::decode::Json, fits: &mut bool) -> $type {
                match Option::<String>::decode(json, fits).as_deref().unwrap_or($first_word) {
                    $first_word => $type::$first,
                    $($word => $type::$variant,)*
                    _ => {
                        *fits = false;
                        $type::$first
                    }
                }
            }
        })*
    };
}

pub(crate) use {decode_fields, decode_words};
