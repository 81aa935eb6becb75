//! Emphasis in scripts that put no spaces between words.
//!
//! CommonMark sees no emphasis in `これは**「試し」**です`: its asterisks stand between a letter and punctuation, which in
//! scripts with spaces is the outside of a word. So one of the two neighbours is put in disguise while the text is
//! parsed, as a letter or as punctuation of the same number of bytes, so that every place stays where it is.

use std::ops::Range;

/// The text with disguised neighbours of asterisks; `None` if it has none.
pub fn disguised(text: &str) -> Option<String> {
    let mut disguised: Option<String> = None;
    for run in runs(text) {
        let (before, after) = (text[..run.start].chars().next_back(), text[run.end..].chars().next());
        let (Some(before), Some(after)) = (before, after) else { continue };
        if before.is_whitespace() || after.is_whitespace() || !(is_unspaced(before) || is_unspaced(after)) {
            continue;
        }
        let (outer, inner, inner_at) = match (is_punctuation(before), is_punctuation(after)) {
            (true, false) => (after, before, run.start - before.len_utf8()),
            (false, true) => (before, after, run.end),
            _ => continue,
        };
        let outer_at = if inner_at == run.end { run.start - outer.len_utf8() } else { run.end };
        // Punctuation of ASCII may be Markdown itself, such as the end of a link.
        let change = match (inner.is_ascii(), is_unspaced(outer)) {
            (false, _) => Some((inner_at, inner, LETTERS)),
            (true, true) => Some((outer_at, outer, MARKS)),
            (true, false) => None,
        };
        let Some((at, neighbour, disguises)) = change else { continue };
        let length = neighbour.len_utf8();
        let Some(disguise) = disguises.get(length - 2) else { continue };
        disguised.get_or_insert_with(|| text.to_owned()).replace_range(at..at + length, disguise);
    }
    disguised
}

/// What a part of the disguised text was before; `range` is where the parser found it.
pub fn undisguised<'t>(text: &'t str, disguised: Option<&str>, range: &Range<usize>, part: &'t str) -> &'t str {
    let Some(disguised) = disguised else { return part };
    let within = disguised.get(range.clone()).and_then(|around| around.find(part)).map(|at| range.start + at);
    within.and_then(|start| text.get(start..start + part.len())).unwrap_or(part)
}

/// Letters of two, three and four bytes.
const LETTERS: [&str; 3] = ["ā", "あ", "𠀀"];
/// Punctuation of two, three and four bytes.
const MARKS: [&str; 3] = ["·", "、", "𐄀"];

/// Runs of asterisks that are not escaped.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find('*')?;
            at = start + text[start..].find(|c| c != '*').unwrap_or(text.len() - start);
            let slashes = text[..start].bytes().rev().take_while(|byte| *byte == b'\\').count();
            if slashes % 2 == 0 {
                return Some(start..at);
            }
        }
    })
}

/// Nearly CommonMark's: what is no letter, number or space.
fn is_punctuation(character: char) -> bool {
    !character.is_alphanumeric() && !character.is_whitespace()
}

/// Whether a character, letter or punctuation, is of a script that puts no spaces between words, or, in Korean, none
/// before particles.
fn is_unspaced(character: char) -> bool {
    matches!(u32::from(character),
        // Thai, Lao, Tibetan, Myanmar, Hangul Jamo, Khmer.
        0x0e00..=0x109f | 0x1100..=0x11ff | 0x1780..=0x17ff
        // CJK radicals to Yi, Hangul, compatibility and full-width forms.
        | 0x2e80..=0xa4cf | 0xa960..=0xa97f | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff00..=0xffef
        // Kana and ideographs beyond the basic plane.
        | 0x1aff0..=0x1b16f | 0x20000..=0x3ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stay_where_they_are() {
        for text in [
            "次は**「本番」**だ。",
            "값**(원)**은 **‘새’**다",
            "**A（b）**c",
            "𠮷**（𠮷）**𠮷",
            "*a*",
            "*",
            "\\**、**あ",
        ] {
            let Some(disguised) = disguised(text) else { continue };
            assert_eq!(disguised.len(), text.len(), "{text}");
            let asterisks = |text: &str| text.match_indices('*').map(|(at, _)| at).collect::<Vec<_>>();
            assert_eq!(asterisks(&disguised), asterisks(text), "{text}");
            assert_eq!(undisguised(text, Some(&disguised), &(0..text.len()), &disguised), text);
        }
    }

    #[test]
    fn only_neighbours_of_asterisks_in_such_scripts_are_disguised() {
        for text in ["a*(b)*c", "(**a**)", "「試し」", "これは*試し*です", "日本 **「試し」** です", "日\\*「本」"]
        {
            assert_eq!(disguised(text), None, "{text}");
        }
        assert_eq!(disguised("では**「本番」**を").as_deref(), Some("では**あ本番あ**を"));
        assert_eq!(disguised("**값(원)**은").as_deref(), Some("**값(원)**、"));
    }
}
