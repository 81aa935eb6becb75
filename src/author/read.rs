//! Reads objects field by field, and goes on after what is wrong.
//!
//! Which fields an object has is known from which fields are asked for, so that no list of names can fall behind.

use std::cell::RefCell;
use std::collections::HashSet;

use super::json::{Member, Node, Text, Value, quote};
use super::report::{Finding, Report};
use super::suggest;

/// The fields of one object.
pub struct Fields<'r, 's> {
    report: &'r Report,
    node: Node<'s>,
    members: Vec<Member<'s>>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'r, 's> Fields<'r, 's> {
    /// Opens an object; anything else is reported. `what` says what it should be ("an event").
    pub fn open(report: &'r Report, node: Node<'s>, what: &str) -> Option<Fields<'r, 's>> {
        let Value::Object(members) = node.value() else {
            wrong_type(report, node, format!("{what}, an object in braces"));
            return None;
        };
        let mut seen = HashSet::new();
        for member in &members {
            if !seen.insert(&*member.name) {
                report.push(
                    Finding::error("duplicate-field", member.name_span)
                        .expected("each field once")
                        .found(format!("a second {}", quote(&member.name)))
                        .help("remove one of the two".to_owned()),
                );
            }
        }
        Some(Fields { report, node, members, asked: RefCell::default() })
    }

    /// A field's value. `null` is the same as no field.
    pub fn get(&self, name: &'static str) -> Option<Node<'s>> {
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&name) {
            asked.push(name);
        }
        let member = self.members.iter().find(|member| member.name == name)?;
        (!matches!(member.value.value(), Value::Null)).then_some(member.value)
    }

    /// A field that must be there.
    fn need(&self, name: &'static str, expected: &str) -> Option<Node<'s>> {
        let found = self.get(name);
        if found.is_none() {
            let null = self.members.iter().find(|member| member.name == name);
            // A field whose name is misspelt is reported once, with the right name, when the fields are closed.
            let misspelt = || {
                let strangers = self.members.iter().filter(|member| !matches!(member.value.value(), Value::Null));
                strangers.filter(|member| suggest::nearest(&member.name, [name]).is_some()).count() > 0
            };
            match null {
                Some(member) => self.report.push(
                    Finding::error("missing-field", member.value.span())
                        .expected(expected)
                        .found("null".to_owned())
                        .help(format!("give {name:?} a value")),
                ),
                None if misspelt() => {}
                None => self.report.push(
                    Finding::error("missing-field", self.node.span())
                        .field(name)
                        .expected(expected)
                        .found("no such field")
                        .help(format!("add {name:?}")),
                ),
            }
        }
        found
    }

    /// A text of one line that must be there.
    pub fn line(&self, name: &'static str, expected: &str) -> Text<'s> {
        let read = |node| Some(text(self.report, node, expected, Lines::One));
        self.need(name, expected).and_then(read).unwrap_or_else(|| Text::missing(self.node))
    }

    /// A Markdown text that must be there.
    pub fn prose(&self, name: &'static str, expected: &str) -> Text<'s> {
        let read = |node| Some(text(self.report, node, expected, Lines::Many));
        self.need(name, expected).and_then(read).unwrap_or_else(|| Text::missing(self.node))
    }

    /// A text of one line; absent if empty.
    pub fn maybe_line(&self, name: &'static str, expected: &str) -> Option<Text<'s>> {
        maybe_text(self.report, self.get(name)?, expected, Lines::One)
    }

    /// A Markdown text; absent if empty.
    pub fn maybe_prose(&self, name: &'static str, expected: &str) -> Option<Text<'s>> {
        maybe_text(self.report, self.get(name)?, expected, Lines::Many)
    }

    /// A positive whole number that must be there.
    pub fn number(&self, name: &'static str, expected: &str) -> Option<u32> {
        self.positive(self.need(name, expected)?, expected)
    }

    /// A positive whole number.
    pub fn maybe_number(&self, name: &'static str, expected: &str) -> Option<u32> {
        self.positive(self.get(name)?, expected)
    }

    fn positive(&self, node: Node<'s>, expected: &str) -> Option<u32> {
        let number = match node.value() {
            Value::Number(number) => number.parse().ok().filter(|&number| number > 0),
            _ => None,
        };
        if number.is_none() {
            wrong_type(self.report, node, expected);
        }
        number
    }

    /// Whether something is so; it is not, unless it is said.
    pub fn flag(&self, name: &'static str) -> bool {
        let Some(node) = self.get(name) else { return false };
        match node.value() {
            Value::Bool(value) => value,
            _ => {
                wrong_type(self.report, node, "true or false");
                false
            }
        }
    }

    /// A list; no list is an empty one. Elements that cannot be read are left out.
    pub fn list<T>(&self, name: &'static str, expected: &str, read: impl Fn(Node<'s>) -> Option<T>) -> Vec<T> {
        let Some(node) = self.get(name) else { return Vec::new() };
        let Value::List(elements) = node.value() else {
            wrong_type(self.report, node, expected);
            return Vec::new();
        };
        elements.into_iter().filter_map(read).collect()
    }

    /// A list of texts of one line.
    pub fn lines(&self, name: &'static str, expected: &str, each: &str) -> Vec<Text<'s>> {
        let read = |node| Some(text(self.report, node, each, Lines::One)).filter(|text| !text.is_empty());
        self.list(name, expected, read)
    }

    /// A choice between words. What is no such word is reported.
    pub fn choice<T: Copy>(&self, name: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let node = self.get(name)?;
        choice(self.report, node, choices)
    }

    /// A choice that must be made.
    pub fn need_choice<T: Copy>(&self, name: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let node = self.need(name, &words_of(choices))?;
        choice(self.report, node, choices)
    }

    /// Reports the fields that nobody asked for.
    pub fn close(self) {
        let asked = self.asked.into_inner();
        let present: HashSet<&str> = self.members.iter().map(|member| &*member.name).collect();
        let free: Vec<&str> = asked.iter().copied().filter(|name| !present.contains(name)).collect();
        for member in &self.members {
            if asked.contains(&&*member.name) {
                continue;
            }
            let help = suggest::did_you_mean(self.report, &member.name, free.iter().copied())
                .or_else(|| Some("remove it".to_owned()));
            self.report.push(
                Finding::error("unknown-field", member.name_span)
                    .expected(format!("one of the fields {}", asked.join(", ")))
                    .found(quote(&member.name))
                    .help(help),
            );
        }
    }
}

fn words_of<T>(choices: &[(&str, T)]) -> String {
    suggest::one_of(&choices.iter().map(|(word, _)| *word).collect::<Vec<_>>())
}

fn choice<T: Copy>(report: &Report, node: Node<'_>, choices: &[(&str, T)]) -> Option<T> {
    let Value::Text(text) = node.value() else {
        wrong_type(report, node, words_of(choices));
        return None;
    };
    let found = choices.iter().find(|(word, _)| *word == text.value).map(|&(_, value)| value);
    if found.is_none() {
        report.push(
            Finding::error("unknown-value", node.span())
                .expected(words_of(choices))
                .found(quote(&text.value))
                .help(suggest::did_you_mean(report, &text.value, choices.iter().map(|(word, _)| *word))),
        );
    }
    found
}

/// Whether a text may have line breaks.
#[derive(Clone, Copy, PartialEq)]
enum Lines {
    One,
    Many,
}

/// A text that must not be empty.
fn text<'s>(report: &Report, node: Node<'s>, expected: &str, lines: Lines) -> Text<'s> {
    let Value::Text(text) = node.value() else {
        no_text(report, node, expected);
        return Text::missing(node);
    };
    if text.is_empty() {
        let found = if text.value.is_empty() { "an empty text" } else { "nothing but white space" };
        report.push(Finding::error("empty-text", node.span()).expected(expected).found(found));
        return Text::missing(node);
    }
    check_characters(report, &text, lines);
    text
}

fn maybe_text<'s>(report: &Report, node: Node<'s>, expected: &str, lines: Lines) -> Option<Text<'s>> {
    let Value::Text(text) = node.value() else {
        no_text(report, node, expected);
        return None;
    };
    if text.is_empty() {
        return None;
    }
    check_characters(report, &text, lines);
    Some(text)
}

fn check_characters(report: &Report, text: &Text<'_>, lines: Lines) {
    for (at, character) in text.value.char_indices() {
        let (code, expected) = match character {
            '\n' | '\r' | '\t' if lines == Lines::Many => continue,
            '\n' | '\r' | '\t' => ("line-break", "a text of one line"),
            control if control.is_control() => ("control-character", "text without control characters"),
            _ => continue,
        };
        report.push(
            Finding::error(code, text.span_of(at..at + character.len_utf8()))
                .expected(expected)
                .found(format!("the character U+{:04X}", u32::from(character)))
                .help("remove it".to_owned()),
        );
    }
}

/// Reports a value of another type.
pub fn wrong_type(report: &Report, node: Node<'_>, expected: impl Into<String>) {
    report.push(Finding::error("wrong-type", node.span()).expected(expected).found(node.describe()));
}

/// The same where a text was expected: a number such as a year lacks its quotes alone.
fn no_text(report: &Report, node: Node<'_>, expected: &str) {
    let Value::Number(number) = node.value() else { return wrong_type(report, node, expected) };
    let quoted = quote(number);
    report.push(
        Finding::error("wrong-type", node.span())
            .expected(expected)
            .found(node.describe())
            .help(format!("write it in quotes: {quoted}"))
            .fix((node.span(), quoted)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::json;

    fn check(source: &str, expected: &[&str]) {
        let report = Report::default();
        let root = json::parse(source).expect("JSON");
        if let Some(fields) = Fields::open(&report, root, "a thing") {
            fields.line("title", "a title");
            fields.maybe_prose("body", "Markdown");
            fields.number("width", "a width in pixels");
            fields.choice("stance", &[("asserts", ()), ("denies", ())]);
            fields.close();
        }
        let found: Vec<String> = report.finish(source, Some(root)).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{source}");
    }

    #[test]
    fn a_whole_object_reads_without_findings() {
        check(r#"{"title": "T", "body": null, "width": 3, "stance": "denies"}"#, &[]);
    }

    #[test]
    fn everything_that_is_wrong_is_reported_at_once() {
        check(
            r#"{"titel": "T", "body": 5, "width": -3, "stance": "asert", "width": 1}"#,
            &[
                r#"error[unknown-field] 1:2 titel: expected one of the fields title, body, width, stance; found "titel"; did you mean "title"?"#,
                "error[wrong-type] 1:24 body: expected Markdown; found the number 5; write it in quotes: \"5\"",
                "error[wrong-type] 1:36 width: expected a width in pixels; found the number -3",
                r#"error[unknown-value] 1:50 stance: expected asserts or denies; found "asert"; did you mean "asserts"?"#,
                r#"error[duplicate-field] 1:59 width: expected each field once; found a second "width"; remove one of the two"#,
            ],
        );
        check("[]", &["error[wrong-type] 1:1: expected a thing, an object in braces; found a list"]);
    }

    #[test]
    fn characters_that_cannot_be_read_are_reported_where_they_stand() {
        check(
            "{\"title\": \"a\\u0007b\\nc\", \"width\": 1}",
            &[
                "error[control-character] 1:13 title: expected text without control characters; found the character U+0007; remove it",
                "error[line-break] 1:20 title: expected a text of one line; found the character U+000A; remove it",
            ],
        );
    }
}
