//! JSON with places: every value knows where in the author's file it stands.
//!
//! `serde_json` is the only parser. It first judges the whole file ([`parse`]); after that a [`Node`] is a slice of the
//! file that is known to be one JSON value, and is taken apart only where somebody asks for its parts.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::diagnostic::Span;
use crate::document::Id;

/// A JSON value in the author's file.
#[derive(Clone, Copy, Debug)]
pub struct Node<'s> {
    raw: &'s str,
    start: usize,
}

/// A member of an object.
#[derive(Debug)]
pub struct Member<'s> {
    /// Its name.
    pub name: Cow<'s, str>,
    /// Where the name stands.
    pub name_span: Span,
    /// Its value.
    pub value: Node<'s>,
}

/// A JSON value, taken apart by one level.
#[derive(Debug)]
pub enum Value<'s> {
    Null,
    Bool(bool),
    Number(&'s str),
    Text(Text<'s>),
    List(Vec<Node<'s>>),
    Object(Vec<Member<'s>>),
}

/// A string with the place of each of its characters. An empty one stands for a text that was missing or empty: that
/// has been reported.
#[derive(Clone, Debug)]
pub struct Text<'s> {
    /// The string.
    pub value: Cow<'s, str>,
    node: Node<'s>,
    /// See [`escapes`]; made when first needed.
    escapes: OnceCell<Vec<(usize, usize)>>,
}

/// Judges a file and gives its value. A byte order mark at the beginning is passed over.
pub fn parse(source: &str) -> Result<Node<'_>, serde_json::Error> {
    let text = source.strip_prefix('\u{feff}').unwrap_or(source);
    // Reading it whole checks what the slices below pass over: nesting, escapes, numbers.
    serde_json::from_str::<serde_json::Value>(text)?;
    let raw: &RawValue = serde_json::from_str(text)?;
    Ok(Node { raw: raw.get(), start: offset_in(source, raw.get()) })
}

/// Where a slice of a text begins in it.
fn offset_in(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

impl<'s> Node<'s> {
    /// Where it stands.
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.start + self.raw.len() }
    }

    /// Takes it apart by one level.
    pub fn value(self) -> Value<'s> {
        // A judged value is known by its first byte, and its parts cannot fail to be read.
        match self.raw.as_bytes().first() {
            Some(b'{') => Value::Object(self.members()),
            Some(b'[') => Value::List(self.elements()),
            Some(b'"') => Value::Text(Text { value: unquote(self.raw), node: self, escapes: OnceCell::new() }),
            Some(byte @ (b't' | b'f')) => Value::Bool(*byte == b't'),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.raw),
            _ => Value::Null,
        }
    }

    /// What it is, for a diagnostic.
    pub fn describe(self) -> String {
        match self.value() {
            Value::Null => "null".to_owned(),
            Value::Bool(_) => self.raw.to_owned(),
            Value::Number(number) => format!("the number {number}"),
            Value::Text(text) => format!("the text {}", quote(&text.value)),
            Value::List(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        }
    }

    fn part(self, raw: &'s str) -> Node<'s> {
        Node { raw, start: self.start + offset_in(self.raw, raw) }
    }

    fn members(self) -> Vec<Member<'s>> {
        let mut members = Vec::new();
        let pairs = serde_json::Deserializer::from_str(self.raw).deserialize_map(Parts).unwrap_or_default();
        for (name, value) in pairs {
            let (name, value) = (self.part(name), self.part(value));
            members.push(Member { name: unquote(name.raw), name_span: name.span(), value });
        }
        members
    }

    fn elements(self) -> Vec<Node<'s>> {
        let pairs = serde_json::Deserializer::from_str(self.raw).deserialize_seq(Parts).unwrap_or_default();
        pairs.into_iter().map(|(_, value)| self.part(value)).collect()
    }
}

/// Slices of an object's names and values, or of a list's elements.
struct Parts;

impl<'s> Visitor<'s> for Parts {
    type Value = Vec<(&'s str, &'s str)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'s>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some((name, value)) = map.next_entry::<&RawValue, &RawValue>()? {
            pairs.push((name.get(), value.get()));
        }
        Ok(pairs)
    }

    fn visit_seq<A: SeqAccess<'s>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(value) = list.next_element::<&RawValue>()? {
            pairs.push(("", value.get()));
        }
        Ok(pairs)
    }
}

fn unquote(raw: &str) -> Cow<'_, str> {
    let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
    if inner.contains('\\') { Cow::Owned(serde_json::from_str(raw).unwrap_or_default()) } else { Cow::Borrowed(inner) }
}

impl<'s> Text<'s> {
    /// The text itself.
    pub fn to_text(&self) -> String {
        self.value.clone().into_owned()
    }

    /// The text as an id; one that is none has been reported.
    pub fn to_id(&self) -> Id {
        self.value.parse().unwrap_or_else(|_| Id::placeholder())
    }

    /// The text in place of one that a node lacks.
    pub fn missing(node: Node<'s>) -> Text<'s> {
        Text { value: Cow::Borrowed(""), node, escapes: OnceCell::new() }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.value.trim().is_empty()
    }

    /// Where the whole string stands, quotes included.
    pub fn span(&self) -> Span {
        self.node.span()
    }

    /// Where bytes of the string stand in the file: an escape such as `\u00e9` is longer there.
    pub fn span_of(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.offset_of(range.start);
        Span { start, end: self.offset_of(range.end).max(start) }
    }

    fn offset_of(&self, target: usize) -> usize {
        let escapes = self.escapes.get_or_init(|| escapes(self.node.raw));
        let before = escapes.partition_point(|&(decoded, _)| decoded <= target);
        let (decoded, raw) = before.checked_sub(1).map_or((0, 1), |last| escapes[last]);
        self.node.start + (raw + target - decoded).min(self.node.raw.len().saturating_sub(1))
    }
}

/// Where the escapes of a judged string end: by the bytes of the decoded text, and by those of the string in quotes.
fn escapes(raw: &str) -> Vec<(usize, usize)> {
    let mut ends = Vec::new();
    let (mut at, mut decoded) = (1, 0);
    while let Some(next) = raw.get(at..).and_then(|rest| rest.find('\\')) {
        let (length, bytes) = escape(&raw[at + next..]);
        at += next + length;
        decoded += next + bytes;
        ends.push((decoded, at));
    }
    ends
}

/// An escape of a judged string: its bytes in the file, and its bytes when decoded.
fn escape(raw: &str) -> (usize, usize) {
    let code = |at: usize| raw.get(at..at + 4).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or(0);
    match raw.as_bytes().get(1) {
        // A character beyond the basic plane takes two escapes.
        Some(b'u') if (0xd800..0xdc00).contains(&code(2)) => (12, 4),
        Some(b'u') => (6, char::from_u32(code(2)).map_or(3, char::len_utf8)),
        _ => (2, 1),
    }
}

/// A text in quotes for a diagnostic: shortened, invisible characters made visible.
pub fn quote(text: &str) -> String {
    /// Longer texts would drown the message; the place is given anyway.
    const LONGEST: usize = 60;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("{short:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(source: &str) -> Vec<Member<'_>> {
        match parse(source).expect("JSON").value() {
            Value::Object(members) => members,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn members_know_their_places() {
        let source = "\u{feff} {\"a\" : [1, true ] , \"b\\u0063\": \"x\"}";
        let members = object(source);
        let at = |span: Span| &source[span.start..span.end];
        assert_eq!(at(members[0].name_span), "\"a\"");
        assert_eq!(at(members[0].value.span()), "[1, true ]");
        assert_eq!(members[1].name, "bc");
        assert_eq!(at(members[1].value.span()), "\"x\"");
    }

    #[test]
    fn repeated_names_are_kept() {
        assert_eq!(object(r#"{"a": 1, "a": 2}"#).len(), 2);
    }

    #[test]
    fn characters_of_a_string_know_their_places_across_escapes() {
        let source = r#"{"a": "é\u00e9\n\ud83d\ude00!"}"#;
        let Value::Text(text) = object(source)[0].value.value() else { panic!("a text") };
        assert_eq!(text.value, "éé\n😀!");
        let at = |start: usize, end: usize| {
            let span = text.span_of(start..end);
            &source[span.start..span.end]
        };
        assert_eq!(at(0, 2), "é");
        assert_eq!(at(2, 4), r"\u00e9");
        assert_eq!(at(4, 5), r"\n");
        assert_eq!(at(5, 9), r"\ud83d\ude00");
        assert_eq!(at(9, 10), "!");
    }

    #[test]
    fn what_serde_json_refuses_is_refused() {
        for source in ["", "{", "[1,]", r#""\ud800""#, "\"\u{1}\"", &"[".repeat(1000), "{} x"] {
            assert!(parse(source).is_err(), "{source:?}");
        }
    }
}
