//! Texts on the axis: how wide they are about, where a line may break and where a text may be cut. In ranges instead of
//! Unicode's tables, which would weigh more than all of the axis.

use std::ops::RangeInclusive;

/// Width of a character in ems: a little more than the average of the widest common interface faces.
const NARROW: f64 = 0.56;
/// The same of the broadest letters.
const BROAD: f64 = 0.96;
/// The same for full-width scripts and pictures.
const FULL: f64 = 1.02;

/// Characters as wide as they are high (Unicode Standard Annex 11): East Asian scripts and forms, and pictures.
const WIDE: [RangeInclusive<char>; 10] = [
    '\u{1100}'..='\u{115f}',
    '\u{2600}'..='\u{27bf}',
    '\u{2e80}'..='\u{a4cf}',
    '\u{ac00}'..='\u{d7a3}',
    '\u{f900}'..='\u{faff}',
    '\u{fe30}'..='\u{fe6f}',
    '\u{ff00}'..='\u{ff60}',
    '\u{ffe0}'..='\u{ffe6}',
    '\u{1f000}'..='\u{1faff}',
    '\u{20000}'..='\u{3fffd}',
];

/// Characters that belong to the one before them: marks, signs for vowels, joiners, selectors, colours of skin.
const EXTENDERS: [RangeInclusive<char>; 17] = [
    '\u{300}'..='\u{36f}',
    '\u{483}'..='\u{489}',
    '\u{591}'..='\u{5bd}',
    '\u{610}'..='\u{61a}',
    '\u{64b}'..='\u{65f}',
    '\u{e31}'..='\u{e31}',
    '\u{e33}'..='\u{e3a}',
    '\u{e47}'..='\u{e4e}',
    '\u{1160}'..='\u{11ff}',
    '\u{17b4}'..='\u{17d3}',
    '\u{1dc0}'..='\u{1dff}',
    '\u{200c}'..='\u{200d}',
    '\u{20d0}'..='\u{20ff}',
    '\u{3099}'..='\u{309a}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{1f3fb}'..='\u{1f3ff}',
    '\u{e0020}'..='\u{e01ef}',
];

/// What does not begin a line in Chinese and Japanese.
const NOT_FIRST: &str =
    "、。，．・：；？！」』）】〕〉》〗’”…‥ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％～,.:;?!)]}%";
/// What does not end one.
const NOT_LAST: &str = "「『（【〔〈《〖‘“([{";

const JOINER: char = '\u{200d}';

fn is_in(ranges: &[RangeInclusive<char>], char: char) -> bool {
    ranges.iter().any(|range| range.contains(&char))
}

fn extends(char: char) -> bool {
    // The scripts of India have their signs at the same places of their blocks.
    let is_indic_sign = ('\u{900}'..='\u{dff}').contains(&char)
        && matches!(u32::from(char) & 0x7f, 0x00..=0x03 | 0x3a..=0x3c | 0x3e..=0x4f | 0x51..=0x57 | 0x62..=0x63);
    is_indic_sign || is_in(&EXTENDERS, char)
}

fn is_flag_half(char: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&char)
}

/// An estimate of the width of a text, in ems.
pub fn ems(text: &str) -> f64 {
    let width = |char: char| match char {
        char if extends(char) => 0.0,
        // Two of them are one flag.
        char if is_flag_half(char) => FULL / 2.0,
        char if is_in(&WIDE, char) => FULL,
        'm' | 'w' | 'M' | 'W' => BROAD,
        _ => NARROW,
    };
    text.chars().map(width).sum()
}

/// A text without its last character as readers count them: with its marks, and with what is joined to it.
pub fn without_last(text: &str) -> &str {
    let mut rest = text.chars();
    let mut is_flag = false;
    while let Some(last) = rest.next_back() {
        let before = rest.as_str();
        is_flag = is_flag_half(last) && !is_flag;
        let flags = before.chars().rev().take_while(|char| is_flag_half(*char)).count();
        let is_second_half = is_flag && flags % 2 == 1;
        if !extends(last) && !before.ends_with(JOINER) && !is_second_half {
            break;
        }
    }
    rest.as_str()
}

/// The parts of a text between which a line may break: words with the space after them; in Chinese and Japanese, between
/// most characters.
pub fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices();
        let (_, mut before) = chars.next()?;
        let end = chars.find_map(|(at, char)| {
            let may_break = if before == ' ' { char != ' ' } else { breaks_between(before, char) };
            before = char;
            may_break.then_some(at)
        });
        let piece = rest.get(..end.unwrap_or(rest.len()))?;
        rest = rest.get(piece.len()..)?;
        Some(piece)
    })
}

fn breaks_between(before: char, after: char) -> bool {
    // Korean is wide, too, and breaks between words.
    let is_ideographic = |char: char| ('\u{2e80}'..='\u{9fff}').contains(&char) || char >= '\u{20000}';
    let is_wide_mark = |char: char| ('\u{ff00}'..='\u{ff60}').contains(&char);
    let is_east = |char: char| is_ideographic(char) || is_wide_mark(char);
    (is_east(before) || is_east(after))
        && after != ' '
        && before != JOINER
        && !extends(after)
        && !NOT_FIRST.contains(after)
        && !NOT_LAST.contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_are_measured_as_wide_and_marks_as_nothing() {
        let check = |text: &str, full: usize, narrow: usize| {
            let expected = full as f64 * FULL + narrow as f64 * NARROW;
            assert!((ems(text) - expected).abs() < 1e-9, "{text}: {}", ems(text));
        };
        check("ab-–…", 0, 5);
        check("Việt Na ế ᾳ", 0, 11);
        check("cafe\u{301}", 0, 4);
        check("東京、は", 4, 0);
        check("서울", 2, 0);
        check("🔥", 1, 0);
        check("👍🏽", 1, 0);
        check("🇰🇷🇯🇵", 2, 0);
        check("शक्ति", 0, 3);
    }

    #[test]
    fn texts_are_cut_between_characters_as_readers_count_them() {
        let check = |text: &str, expected: &str| assert_eq!(without_last(text), expected, "{text}");
        check("", "");
        check("ab", "a");
        check("acafe\u{301}\u{323}", "acaf");
        check("a👩🏽\u{200d}🚀", "a");
        check("a🇰🇷", "a");
        check("🇰🇷🇯🇵", "🇰🇷");
        check("❤\u{fe0f}", "");
        check("कि", "");
        check("ก็", "");
        check("か\u{3099}", "");
    }

    #[test]
    fn lines_break_between_words_and_in_chinese_and_japanese_by_their_rules() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(pieces(text).collect::<Vec<_>>(), expected);
            assert_eq!(pieces(text).collect::<String>(), text);
        };
        check("", &[]);
        check("The old mill", &["The ", "old ", "mill"]);
        check("橋が、開く。", &["橋", "が、", "開", "く。"]);
        check("「橋」はABC通り", &["「橋」", "は", "ABC", "通", "り"]);
        check("サッカー場", &["サッ", "カー", "場"]);
        check("서울에서 회담", &["서울에서 ", "회담"]);
        check("が\u{3099}か", &["が\u{3099}", "か"]);
    }
}
