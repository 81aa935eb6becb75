//! Text as the Markdown of our documents: whatever the words are, they are read back as the same words.

use pulldown_cmark::{Event, Options, Parser};

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A list, with numbers or without.
    List(bool, Vec<Vec<Block>>),
}

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link, with an address in its serialized form.
    Link(String, Vec<Inline>),
}

impl Inline {
    /// Whether there is anything to read in it.
    pub fn is_readable(&self) -> bool {
        match self {
            Inline::Text(text) => !super::one_line::one_line(text).is_empty(),
            Inline::Link(..) => true,
            Inline::Emphasis(inner) | Inline::Strong(inner) => inner.iter().any(Inline::is_readable),
        }
    }
}

/// What of a paragraph is written as more than words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum With {
    Everything,
    Links,
    Words,
}

/// Blocks as Markdown.
pub fn write(blocks: &[Block]) -> String {
    let mut written: Vec<String> = Vec::new();
    let mut last_list = None;
    for block in blocks {
        let (text, list) = match block {
            Block::Paragraph(inlines) => (paragraph(inlines), None),
            Block::Quote(blocks) => (prefixed(&write(blocks), "> ", "> "), None),
            // Lists that follow one another are told apart by a paragraph, or they would be one.
            Block::List(numbered, items) => (list(*numbered, items), Some(*numbered)),
        };
        if text.is_empty() {
            continue;
        }
        match written.last_mut() {
            Some(before) if list.is_some() && last_list == list && list == Some(false) => {
                before.push('\n');
                before.push_str(&text);
            }
            _ => written.push(text),
        }
        last_list = list;
    }
    written.join("\n\n")
}

fn list(numbered: bool, items: &[Vec<Block>]) -> String {
    let mut number = 0;
    let item = |blocks: &Vec<Block>| {
        number += 1;
        let mark = if numbered { format!("{number}. ") } else { "- ".to_owned() };
        prefixed(&write(blocks), &mark, &" ".repeat(mark.len()))
    };
    let written: Vec<String> = items.iter().map(item).collect();
    written.join("\n")
}

/// A text with one mark before its first line and another before the rest.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let lines = text.lines().enumerate();
    let lines = lines.map(|(place, line)| {
        let mark = if place == 0 { first } else { rest };
        [mark, line].concat().trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A paragraph on one line. Where emphasis would not be read back as such, it is left out.
pub fn paragraph(inlines: &[Inline]) -> String {
    let expected = words(inlines);
    let readings = [With::Everything, With::Links].map(|with| line(inlines, with));
    readings.into_iter().find(|reading| read_back(reading) == expected).unwrap_or_else(|| line(inlines, With::Words))
}

fn line(inlines: &[Inline], with: With) -> String {
    let mut out = String::new();
    put(inlines, with, &mut out);
    let line = super::one_line::one_line(&out);
    guard(&line)
}

fn put(inlines: &[Inline], with: With, out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => escape(text, out),
            Inline::Emphasis(inner) => emphasis(inner, "*", with, out),
            Inline::Strong(inner) => emphasis(inner, "**", with, out),
            Inline::Link(target, inner) if with != With::Words => {
                let mut label = String::new();
                put(inner, With::Words, &mut label);
                let label = super::one_line::one_line(&label);
                let label = if label.is_empty() { escaped(target) } else { label };
                out.extend(["[", &label, "](<", &target.replace('\\', "%5C").replace('&', "\\&"), ">)"]);
            }
            Inline::Link(_, inner) => put(inner, with, out),
        }
    }
}

/// Emphasis, with the spaces at its ends outside of it.
fn emphasis(inner: &[Inline], mark: &str, with: With, out: &mut String) {
    let mut words = String::new();
    put(inner, with, &mut words);
    let trimmed = words.trim();
    if with != With::Everything || trimmed.is_empty() {
        out.push_str(&words);
        return;
    }
    let start = words.len() - words.trim_start().len();
    out.extend([&words[..start], mark, trimmed, mark, &words[start + trimmed.len()..]]);
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

/// Words with everything escaped that would mean something.
fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        if letter.is_whitespace() || letter.is_control() {
            out.push(' ');
            continue;
        }
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '^' | '$') {
            out.push('\\');
        }
        out.push(letter);
    }
}

/// A line that begins with what would make it a list or a rule, with that escaped.
fn guard(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line[digits..].chars().next();
    match line.chars().next() {
        Some('-' | '+' | '=') => format!("\\{line}"),
        Some(_) if digits > 0 && matches!(after, Some('.' | ')')) => {
            format!("{}\\{}", &line[..digits], &line[digits..])
        }
        _ => line.to_owned(),
    }
}

/// The words of a paragraph on one line.
fn words(inlines: &[Inline]) -> String {
    fn collect(inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push_str(text),
                Inline::Emphasis(inner) | Inline::Strong(inner) => collect(inner, out),
                Inline::Link(target, inner) => {
                    let start = out.len();
                    collect(inner, out);
                    if out[start..].trim().is_empty() {
                        out.push_str(target);
                    }
                }
            }
        }
    }
    let mut out = String::new();
    collect(inlines, &mut out);
    super::one_line::one_line(&out)
}

/// The words that are read in Markdown.
fn read_back(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_OLD_FOOTNOTES | Options::ENABLE_TABLES) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::Html(html) | Event::InlineHtml(html) => out.push_str(&html),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    super::one_line::one_line(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn words_are_read_back_as_they_were() {
        for words in [
            "# no heading",
            "- no list",
            "1. no list",
            "12) x",
            "+ x",
            "=== x",
            "> x",
            "a *b* _c_ `d`",
            "[a](b)",
            "[^1]",
            "a | b",
            "<b>",
            "&amp;",
            "\\*",
            "***",
            "---",
            "~~x~~",
            "http://a.example",
            "![x](y)",
            "    x",
            "1",
            "$x$",
        ] {
            let written = paragraph(&[text(words)]);
            assert_eq!(read_back(&written), super::super::one_line::one_line(words), "{words:?} as {written:?}");
        }
    }

    #[test]
    fn emphasis_that_would_not_be_read_is_left_out() {
        assert_eq!(paragraph(&[Inline::Strong(vec![text(" a ")]), text("b")]), "**a** b");
        assert_eq!(paragraph(&[text("a"), Inline::Strong(vec![text("“b”")]), text("c")]), "a“b”c");
        assert_eq!(paragraph(&[Inline::Emphasis(vec![])]), "");
    }

    #[test]
    fn lists_that_follow_one_another_stay_lists() {
        let item = |words: &str| vec![Block::Paragraph(vec![text(words)])];
        let lists = [Block::List(false, vec![item("a")]), Block::List(false, vec![item("b")])];
        assert_eq!(write(&lists), "- a\n- b");
    }
}
