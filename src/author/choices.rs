//! What a schema says of texts and of the words of a choice, with what each means.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::json::Text;

/// A text is a string wherever it stands.
impl JsonSchema for Text<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

/// The words of a choice, each with what it means. The reader's types for them know no schema: they are compiled to Wasm.
macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $means:literal])* $word:ident),+ $(,)? })+) => {
        $(
            $(#[doc = $doc])*
            #[derive(JsonSchema)]
            #[schemars(rename_all = "lowercase")]
            #[allow(dead_code, reason = "only its schema is wanted")]
            pub enum $name {
                $($(#[doc = $means])* $word),+
            }
        )+
    };
}

words! {
    /// The direction of a text.
    Direction {
        /// From left to right.
        Ltr,
        /// From right to left.
        Rtl,
    }
    /// What kind of work a document is.
    Kind {
        /// Background.
        Explainer,
        /// A report.
        News,
        /// An analysis.
        Analysis,
        /// An opinion.
        Opinion,
        /// Paid for by somebody.
        Sponsored,
    }
    /// How days are spread over the axis.
    Scale {
        /// Every day is as wide as every other.
        Linear,
        /// Where much happened there is more room.
        Even,
    }
    /// How sure an event is.
    Status {
        /// It is so.
        Confirmed,
        /// Somebody says so.
        Alleged,
        /// Somebody says so, and somebody else that it is not.
        Disputed,
    }
    /// The side that a claim takes.
    Stance {
        /// Says that it is so.
        Asserts,
        /// Says that it is not so.
        Denies,
        /// Gives an account of its own, or refuses to comment: neither that it is so nor that it is not.
        Recounts,
    }
}
