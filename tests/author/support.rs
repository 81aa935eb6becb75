//! Small documents, fixtures and expectations.

use std::path::{Path, PathBuf};

use news_explainer::author::{self, Compiled};
use news_explainer::document::{Block, Card, Citation, Content, Inline, Media, Published};
use news_explainer::publish::document_json;
use serde_json::{Value, json};

/// A document of nothing but what every document needs; `more` is added to it.
pub fn document(more: Value) -> String {
    let mut document = json!({
        "id": "test", "lang": "en", "title": "T", "kind": "news", "lead": "So it is.",
        "published": "2023-11-12", "as_of": "2023-11-12",
    });
    let (Some(fields), Value::Object(more)) = (document.as_object_mut(), more) else { panic!("an object") };
    fields.extend(more);
    document.to_string()
}

/// Compiles a document that has no errors.
#[track_caller]
pub fn compiled(source: &str) -> Compiled {
    author::compile(source).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

/// The diagnostics of a document, errors or warnings.
pub fn diagnostics(source: &str) -> String {
    match author::compile(source) {
        Ok(compiled) => compiled.warnings.to_string(),
        Err(diagnostics) => diagnostics.to_string(),
    }
}

/// The JSON files of a folder below the package, by name.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of the fixtures")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files
}

/// Reads a file.
pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Compares a text with the file of what is expected, or with `UPDATE_EXPECT=1` writes that file. Gives what is wrong.
pub fn expect_file(path: &Path, found: &str) -> Option<String> {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, found).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return None;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    (expected != found).then(|| format!("{}\n--- expected\n{expected}--- found\n{found}", path.display()))
}

/// Every inline of a document, at any depth, in print order, with whether it stands in a link.
pub fn inlines(content: &Content) -> Vec<(&Inline, bool)> {
    fn within<'c>(inlines: &'c [Inline], linked: bool, out: &mut Vec<(&'c Inline, bool)>) {
        for inline in inlines {
            out.push((inline, linked));
            match inline {
                Inline::Emphasis(inner) | Inline::Strong(inner) => within(inner, linked, out),
                Inline::Link((_, inner)) => within(inner, true, out),
                Inline::Text(_) | Inline::Cite(..) => {}
            }
        }
    }
    fn blocks<'c>(all: &'c [Block], out: &mut Vec<(&'c Inline, bool)>) {
        for block in all {
            match block {
                Block::Paragraph(inlines) => within(inlines, false, out),
                Block::Bullets(items) | Block::Numbers(items) => items.iter().for_each(|item| blocks(item, out)),
                Block::Quote(inner) => blocks(inner, out),
            }
        }
    }
    fn shown<'c>(media: &'c Option<Media>, card: &'c Option<Card>, out: &mut Vec<(&'c Inline, bool)>) {
        media.iter().for_each(|media| within(&media.caption, false, out));
        card.iter().for_each(|card| within(&card.caption, false, out));
    }
    let mut out = Vec::new();
    within(&content.standfirst, false, &mut out);
    within(&content.credit, false, &mut out);
    for correction in &content.corrections {
        blocks(&correction.text, &mut out);
        within(&correction.was, false, &mut out);
    }
    blocks(&content.lead, &mut out);
    for section in &content.sections {
        shown(&section.media, &section.card, &mut out);
        blocks(&section.body, &mut out);
    }
    for event in &content.events {
        shown(&event.media, &event.card, &mut out);
        blocks(&event.body, &mut out);
        event.claims.iter().for_each(|claim| within(&claim.says, false, &mut out));
    }
    content.faq.iter().for_each(|question| blocks(&question.answer, &mut out));
    content.since_publication.iter().for_each(|development| blocks(&development.text, &mut out));
    content.glossary.iter().for_each(|term| within(&term.definition, false, &mut out));
    out
}

/// What must hold of every compiled document.
pub fn check_whole(compiled: &Compiled) -> Result<(), String> {
    let document = &compiled.document;
    let (content, timeline) = (&document.content, &document.timeline);
    let ensure = |holds: bool, what: &str| if holds { Ok(()) } else { Err(what.to_owned()) };

    let mut uses = vec![0; content.sources.len()];
    let mut text_before = false;
    for (inline, linked) in inlines(content) {
        match inline {
            Inline::Cite(Citation(source, nth)) => {
                let known = uses.get_mut(source.0 as usize).ok_or("a reference is to a source that is there")?;
                *known += 1;
                ensure(*nth >= 1 && !linked, "references are numbered from 1 and stand in no link")?;
            }
            Inline::Text(text) => ensure(!text.is_empty(), "no text is empty")?,
            Inline::Emphasis(_) | Inline::Strong(_) | Inline::Link(_) => {}
        }
        text_before = text_before || matches!(inline, Inline::Text(_));
    }
    for event in &content.events {
        let lists = event.claims.iter().map(|claim| &claim.sources).chain([&event.sources]);
        lists.flatten().for_each(|citation| uses[citation.0.0 as usize] += 1);
    }
    for development in &content.since_publication {
        development.sources.iter().for_each(|citation| uses[citation.0.0 as usize] += 1);
    }
    ensure(content.sources.iter().map(|source| source.uses).eq(uses), "every reference is counted once")?;

    let marks = &timeline.marks;
    let json = document_json(document, None);
    let read_back = Published::from_json(&json).map(|published| published.document);
    ensure(read_back.as_ref() == Ok(document), "what is published can be read back")?;
    let places =
        |mark: &news_explainer::document::Mark| (mark.bounds.earliest, mark.clock.unwrap_or(0), mark.bounds.latest);
    ensure(marks.is_sorted_by_key(places), "marks are in time order")?;
    ensure(marks.iter().all(|mark| mark.bounds.earliest <= mark.bounds.latest), "bounds are in order")?;
    ensure(timeline.eras.is_sorted_by(|a, b| a.bounds.latest < b.bounds.earliest), "eras follow one another")?;
    ensure(content.events.iter().all(|event| !event.date.plain().trim().is_empty()), "every date has words")?;
    ensure(timeline.start.is_none_or(|start| (start.0 as usize) < marks.len()), "the start is an event")?;
    let datetimes =
        content.events.iter().flat_map(|event| &event.date.parts).filter_map(|part| part.datetime.as_deref());
    let in_figures = |value: &str, marks: &[u8]| value.bytes().all(|b| b.is_ascii_digit() || marks.contains(&b));
    // A year, month or day; a day with its time, with or without its distance from UTC.
    let valid = |value: &str| match value.split_once('T') {
        None => matches!(value.len(), 4 | 7 | 10) && in_figures(value, b"-"),
        Some((day, time)) => {
            let (time, zone) = time.split_at_checked(8).unwrap_or_default();
            let zoned = zone == "Z" || zone.is_empty() || (zone.len() == 6 && in_figures(zone, b"+-:"));
            day.len() == 10 && in_figures(day, b"-") && time.len() == 8 && in_figures(time, b":") && zoned
        }
    };
    ensure(datetimes.into_iter().all(valid), "every datetime is one that HTML has")?;
    ensure(text_before || !content.events.is_empty(), "there is something to read")
}
