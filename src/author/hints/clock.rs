//! Times of day.

use edtf_core::Edtf;

use super::{Hint, is_number, single};
use crate::author::edtf;

/// `2024-05-14 16:40`, `14 May 2024, 4:40 pm`, `2024-05-14T16:40:00.042+0200`.
pub fn clock(written: &str) -> Option<Hint> {
    let colon = written.find(':')?;
    let hour_at = written[..colon].trim_end_matches(|digit: char| digit.is_ascii_digit()).len();
    let hour = &written[hour_at..colon];
    let minute = written.get(colon + 1..colon + 3)?;
    let rest = &written[colon + 3..];
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => rest.split_at_checked(2)?,
        None => ("00", rest),
    };
    // Fractions of seconds are not in EDTF.
    let rest = rest
        .strip_prefix(['.', ','])
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        .map_or(rest, |rest| rest.trim_start_matches(|digit: char| digit.is_ascii_digit()));
    if ![hour, minute, second].iter().all(|part| is_number(part)) {
        return None;
    }
    let (hour, rest) = half_of_day(hour.parse().ok()?, rest.trim_start())?;
    let before = written[..hour_at].trim_end_matches(['T', 't', ' ', ',']).trim_end_matches(" at");
    let (day, zone) = if before.is_empty() { (rest.trim_start_matches([' ', ',']), "") } else { (before, rest) };
    let day = single(day).filter(|day| day.is_certain && day.edtf.trim_start_matches('-').len() == 10)?;
    Some(day.map(|day| {
        format!("{day}T{hour:02}:{minute}:{second}{}", shift(zone.trim()).unwrap_or_else(|| "?".to_owned()))
    }))
    .filter(Hint::is_valid)
}

/// The hour of 24, and what follows "am" or "pm".
fn half_of_day(hour: u32, rest: &str) -> Option<(u32, &str)> {
    let lower = rest.to_ascii_lowercase();
    for (names, from) in [(["am", "a.m."], 0), (["pm", "p.m."], 12)] {
        if let Some(name) = names.iter().find(|name| lower.starts_with(**name)) {
            return (1..=12).contains(&hour).then(|| (hour % 12 + from, &rest[name.len()..]));
        }
    }
    Some((hour, rest))
}

/// A time shift as EDTF writes it; nothing for none.
fn shift(written: &str) -> Option<String> {
    match written.to_ascii_uppercase().as_str() {
        "" => Some(String::new()),
        "Z" | "UTC" | "GMT" => Some("Z".to_owned()),
        other => {
            let other = other.trim_start_matches("UTC").trim_start_matches("GMT");
            let (sign, digits) = other.split_at_checked(1).filter(|(sign, _)| matches!(*sign, "+" | "-"))?;
            let digits = digits.replace(':', "");
            let digits = if digits.len() % 2 == 1 { ["0", &digits].concat() } else { digits };
            match digits.len() {
                _ if !is_number(&digits) => None,
                2 => Some([sign, &digits].concat()),
                4 => Some([sign, &digits[..2], ":", &digits[2..]].concat()),
                _ => None,
            }
        }
    }
}

/// An interval of times, of which EDTF has only days.
pub fn apart(written: &str) -> Vec<Hint> {
    let Some((start, end)) = written.split_once('/') else { return Vec::new() };
    let is_moment = |text: &str| matches!(edtf::parse(text), Ok(Edtf::DateTime(_)));
    let day = |text: &str| text.split_once('T').map_or(text, |(day, _)| day).to_owned();
    match (is_moment(start), is_moment(end)) {
        (true, true) if day(start) == day(end) => {
            vec![Hint::meaning(start, "when it began"), Hint::meaning(day(start), "the day")]
        }
        (false, false) => Vec::new(),
        _ => vec![Hint::likely([day(start), day(end)].join("/"))],
    }
}
