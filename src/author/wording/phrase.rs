//! Phrases: words and dates, put together.

use crate::document::DatePart;

/// Part of a date in words while it is put together.
pub type Phrase = Vec<DatePart>;

/// Words alone.
pub fn plain(text: &str) -> Phrase {
    vec![DatePart { text: text.to_owned(), datetime: None }]
}

/// A date with its value for `<time datetime>`: HTML has one for the years 1 to 9999.
pub fn timed(text: String, year: i64, datetime: String) -> Phrase {
    vec![DatePart { text, datetime: (1..=9999).contains(&year).then_some(datetime) }]
}

/// The same words without a value for machines, which could not express the doubt.
pub fn bare(phrase: Phrase) -> Phrase {
    join(phrase.into_iter().map(|part| plain(&part.text)).collect(), "", "")
}

/// A pattern with phrases in its places.
pub fn phrase(pattern: &str, values: &[(&str, Phrase)]) -> Phrase {
    let mut out = Phrase::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        push(&mut out, plain(before));
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            push(&mut out, value.clone());
        }
        rest = tail;
    }
    push(&mut out, plain(rest));
    out
}

/// Phrases as a list.
pub fn join(phrases: Vec<Phrase>, comma: &str, last: &str) -> Phrase {
    let count = phrases.len();
    let mut out = Phrase::new();
    for (index, phrase) in phrases.into_iter().enumerate() {
        if index > 0 {
            push(&mut out, plain(if index + 1 == count { last } else { comma }));
        }
        push(&mut out, phrase);
    }
    out
}

/// Adds a phrase; plain words that meet become one part.
fn push(out: &mut Phrase, phrase: Phrase) {
    for part in phrase.into_iter().filter(|part| !part.text.is_empty()) {
        match out.last_mut() {
            Some(last) if last.datetime.is_none() && part.datetime.is_none() => last.text.push_str(&part.text),
            _ => out.push(part),
        }
    }
}
