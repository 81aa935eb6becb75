//! What sites that embed by address are told (oEmbed 1.0): the iframe, and what stands in it.

use std::rc::Rc;

use serde_json::json;

use super::framed::snippet;
use crate::document::{Address, Document};

/// How wide the iframe is where a site asks for a number; it takes any width.
const WIDTH: u32 = 800;
/// How high it is until its content has told its own height.
const HEIGHT: u32 = 640;

/// The JSON of a rich embed, of which `frame` is the page in the iframe.
pub fn oembed(document: &Rc<Document>, frame: &Address, assets: &Address, provider: &str) -> String {
    json!({
        "version": "1.0",
        "type": "rich",
        "title": document.content.title,
        "provider_name": provider,
        "html": snippet(document, frame, Some(assets)),
        "width": WIDTH,
        "height": HEIGHT,
        "cache_age": 300,
    })
    .to_string()
}
