//! EDTF as its draft of 2012 wrote it, which catalogues are full of.

use super::{Hint, is_number};
use crate::author::edtf;

/// The same in the standard of 2019.
pub fn draft(written: &str) -> Option<Hint> {
    let now = match written.split_once('/') {
        Some((start, end)) => [endpoint(start), endpoint(end)].join("/"),
        None => expression(written),
    };
    (now != written && edtf::parse(&now).is_ok()).then(|| Hint::certain(now))
}

fn endpoint(written: &str) -> String {
    match written.trim().to_lowercase().as_str() {
        "unknown" => String::new(),
        "open" => "..".to_owned(),
        _ => expression(written),
    }
}

fn expression(written: &str) -> String {
    let tight = written.replace(' ', "");
    let (date, season) = tight.split_once('^').unwrap_or((&tight, ""));
    let date = season_of(date, season).unwrap_or_else(|| tight.clone());
    // Upper case for `u`, `x`, `y`, `e`, `t` and `z`; `p` became `S`.
    let letters = ungrouped(&date).to_uppercase().replace('U', "X");
    let letters = if letters.starts_with('Y') { letters.replace('P', "S") } else { letters };
    letters.replace("?~", "%").replace("~?", "%")
}

/// `2001-21^southernHemisphere`: the hemispheres' seasons have numbers of their own.
fn season_of(date: &str, hemisphere: &str) -> Option<String> {
    let (year, season) = date.rsplit_once('-')?;
    let season: u8 = season.parse().ok().filter(|season| (21..=24).contains(season))?;
    let hemisphere = hemisphere.to_lowercase();
    let later = match hemisphere {
        south if south.starts_with("south") => 8,
        north if north.starts_with("north") => 4,
        _ => return None,
    };
    Some(format!("{year}-{}", season + later))
}

/// `2004-(06)?` and `2004-(06-11)?`: what stood in parentheses has its mark before each part.
fn ungrouped(written: &str) -> String {
    let parts = || {
        let (before, rest) = written.split_once('(')?;
        let (inner, after) = rest.split_once(')')?;
        let mark: String = after.chars().take_while(|mark| matches!(mark, '?' | '~')).collect();
        let sign = if mark.len() > 1 { "%" } else { &mark };
        let whole = !mark.is_empty() && before.ends_with('-') && inner.split('-').all(is_number);
        let marked: Vec<String> = inner.split('-').map(|part| [sign, part].concat()).collect();
        whole.then(|| [before, &marked.join("-"), &after[mark.len()..]].concat())
    };
    parts().unwrap_or_else(|| written.to_owned())
}
