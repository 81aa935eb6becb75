//! Prints an author's document with as many events as you like, for trying out how the timeline bears them:
//! `cargo run --release --example many_events -- 100000 > many-events.json`. With `--bare` the events have no texts but titles.
//!
//! The same number prints the same document, so that none has to be stored.

#[path = "../benches/many_events.rs"]
#[allow(dead_code, reason = "the benchmark reads what this does not")]
mod many_events;

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use many_events::{CATEGORIES, ERAS, Event, SEED, many_events};

fn main() -> ExitCode {
    let (options, numbers): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|arg| arg.starts_with('-'));
    let is_bare = options == ["--bare"];
    let count = numbers.first().and_then(|number| number.parse().ok()).filter(|&count: &usize| count > 0);
    let (Some(count), true, true) = (count, numbers.len() == 1, is_bare || options.is_empty()) else {
        eprintln!("usage: many_events [--bare] NUMBER");
        return ExitCode::from(2);
    };
    // A reader that has gone away is no fault of the document's.
    match print(&mut BufWriter::new(std::io::stdout().lock()), count, is_bare) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Every text is made of letters, digits and punctuation that JSON takes as they are.
fn print(out: &mut impl Write, count: usize, is_bare: bool) -> std::io::Result<()> {
    let named = |(id, label): (&str, &str)| format!(r#"{{"id":"{id}","label":"{label}"}}"#);
    let categories: Vec<String> = CATEGORIES.iter().map(|&id| named((id, &capital(id)))).collect();
    let eras: Vec<String> = ERAS
        .iter()
        .map(|(id, label, period)| format!(r#"{{"id":"{id}","label":"{label}","period":"{period}"}}"#))
        .collect();
    writeln!(out, r#"{{"id":"events-{count}","lang":"en","title":"{count} events of a harbour city","#)?;
    writeln!(out, r#""published":"2023-12-31","as_of":"2023-12-31","kind":"explainer","#)?;
    writeln!(out, r#""lead":"An invented city, to see how the timeline bears many events.","#)?;
    writeln!(out, r#""timeline":{{"heading":"From 1900 to 2023","#)?;
    writeln!(out, r#""categories":[{}],"eras":[{}],"events":["#, categories.join(","), eras.join(","))?;
    for (index, event) in many_events(count, SEED).iter().enumerate() {
        let comma = if index + 1 < count { "," } else { "" };
        writeln!(out, "{}{comma}", line(index, event, is_bare))?;
    }
    writeln!(out, "]}}}}")?;
    out.flush()
}

fn line(index: usize, event: &Event, is_bare: bool) -> String {
    let Event { date, title, category, status, .. } = event;
    let id = index + 1;
    let status = status.map(|status| format!(r#","status":"{status}""#)).unwrap_or_default();
    let body = if is_bare { String::new() } else { format!(r#","body":"Page {id} of the records.""#) };
    let category = CATEGORIES[*category];
    format!(r#"{{"id":"e{id}","date":"{date}","title":"{title}","category":"{category}"{status}{body}}}"#)
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
