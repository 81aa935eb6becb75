//! What search engines are told of a page: schema.org's terms as JSON-LD. Nothing is said that the page does not show.

use serde_json::{Map, Value, json};

use super::plain_text;
use crate::document::{Content, DateText, Document, printed_id};

/// What of it is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Structured {
    /// The page's address.
    pub url: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Whether the questions are told as a `FAQPage`, of which search engines make little today.
    pub faq: bool,
}

/// A `NewsArticle` with the timeline as an `ItemList` of `Event`s.
pub fn structured(document: &Document, options: &Structured) -> String {
    let Document { content, timeline } = document;
    let mut article = Map::new();
    let mut put = |name: &str, value: Value| {
        let is_empty = value.is_null() || value == "" || value.as_array().is_some_and(Vec::is_empty);
        if !is_empty {
            article.insert(name.to_owned(), value);
        }
    };
    put("@context", json!("https://schema.org"));
    put("@type", json!("NewsArticle"));
    put("headline", json!(content.title));
    put("description", json!(plain_text::description(content)));
    put("inLanguage", json!(timeline.lang));
    put("datePublished", json!(day(content.dates.first().map(|date| &date.date), 0)));
    put("dateModified", json!(content.edition.updated));
    put("author", options.authors.iter().map(|name| json!({ "@type": "Person", "name": name })).collect());
    put("url", json!(options.url));
    put("mainEntityOfPage", json!(options.url));
    let mut parts = Vec::new();
    if !content.events.is_empty() {
        parts.push(events(document, options));
    }
    if options.faq && !content.faq.is_empty() {
        parts.push(questions(content));
    }
    put("hasPart", json!(parts));
    Value::Object(article).to_string()
}

/// The day or year of a date's part, as machines read it.
fn day(date: Option<&DateText>, part: usize) -> Option<&str> {
    date?.parts.iter().filter_map(|part| part.datetime.as_deref()).nth(part)
}

fn events(Document { content, timeline }: &Document, options: &Structured) -> Value {
    let item = |(number, (event, mark)): (usize, (&crate::document::Event, &crate::document::Mark))| {
        let mut item = json!({ "@type": "Event", "name": event.title });
        if let Some(start) = day(Some(&event.date), 0) {
            item["startDate"] = json!(start);
        }
        if let Some(end) = day(Some(&event.date), 1) {
            item["endDate"] = json!(end);
        }
        if let Some(url) = &options.url {
            item["url"] = json!(format!("{url}#{}", printed_id(timeline.id.as_ref(), &mark.id)));
        }
        json!({ "@type": "ListItem", "position": number + 1, "item": item })
    };
    // Long documents print the first events, and so are these told.
    let told = content.events.iter().zip(&timeline.marks).take(crate::document::PRINTED_EVENTS);
    json!({
        "@type": "ItemList",
        "name": content.timeline_heading,
        "numberOfItems": content.events.len(),
        "itemListElement": told.enumerate().map(item).collect::<Vec<_>>(),
    })
}

fn questions(content: &Content) -> Value {
    let question = |question: &crate::document::Question| {
        json!({
            "@type": "Question",
            "name": question.question,
            "acceptedAnswer": { "@type": "Answer", "text": plain_text::blocks(&question.answer) },
        })
    };
    json!({ "@type": "FAQPage", "mainEntity": content.faq.iter().map(question).collect::<Vec<_>>() })
}
