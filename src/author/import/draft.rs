//! A document of ours while it is put together: the author's format, field by field, in the order in which people read it.

use serde::Serialize;

/// A document.
#[derive(Default, Serialize)]
pub struct Draft {
    pub id: String,
    pub lang: String,
    pub title: String,
    pub kind: &'static str,
    pub published: String,
    pub as_of: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lead: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    pub timeline: Timeline,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faq: Vec<Question>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<Term>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

#[derive(Serialize)]
pub struct Section {
    pub id: String,
    pub heading: String,
    pub body: String,
}

#[derive(Default, Serialize)]
pub struct Timeline {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub eras: Vec<Era>,
    pub events: Vec<Event>,
}

#[derive(Serialize)]
pub struct Category {
    pub id: String,
    pub label: String,
}

#[derive(Serialize)]
pub struct Era {
    pub id: String,
    pub label: String,
    pub period: String,
}

#[derive(Default, Serialize)]
pub struct Event {
    pub id: String,
    pub date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_date: Option<String>,
    pub title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub body: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
}

#[derive(Serialize)]
pub struct Claim {
    pub by: String,
    pub stance: String,
    pub says: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub enum Media {
    Picture(Picture),
    Elsewhere(Card),
}

#[derive(Serialize)]
pub struct Card {
    pub link: String,
    pub title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub caption: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub credit: String,
}

#[derive(Serialize)]
pub struct Picture {
    pub src: String,
    pub alt: String,
    pub width: u32,
    pub height: u32,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub caption: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub credit: String,
}

#[derive(Serialize)]
pub struct Question {
    pub id: String,
    pub question: String,
    pub answer: String,
}

#[derive(Serialize)]
pub struct Term {
    pub term: String,
    pub definition: String,
}

#[derive(Clone, PartialEq, Serialize)]
pub struct Source {
    pub id: String,
    pub publisher: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Draft {
    /// As the file that an author goes on with.
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).expect("plain data");
        json.push('\n');
        json
    }
}
