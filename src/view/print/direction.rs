//! Words in another direction than the document's.

use yew::prelude::*;

use super::Print;
use crate::document::{Direction, Inline};

/// The `dir` of words that the author may have in another script than the document: `auto` where their first letter goes
/// the other way, so that they are set apart, with their punctuation on its side (Unicode Standard Annex 9).
pub(super) fn dir_of(print: &Print, text: &str) -> Option<&'static str> {
    let own = direction(text)?;
    (own != print.document.timeline.dir).then_some("auto")
}

/// A title, set apart where it goes the other way.
pub(super) fn isolated(print: &Print, title: &str) -> Html {
    match dir_of(print, title) {
        Some(dir) => html! { <span {dir}>{ title }</span> },
        None => html! { { title } },
    }
}

/// The first words of a text, as far as they decide its direction.
pub(super) fn plain(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link((_, inner)) => plain(inner),
            Inline::Cite(_) => String::new(),
        })
        .collect()
}

/// The direction of the first letter of a text.
fn direction(text: &str) -> Option<Direction> {
    text.chars().find_map(|char| match char {
        // Arabic's figures go with what is around them.
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => None,
        // Hebrew to Arabic, their forms, and the scripts beyond the basic plane that go to the left.
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => Some(Direction::Rtl),
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{1fff}' | '\u{2c00}'.. => Some(Direction::Ltr),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides() {
        for (text, expected) in [
            ("Who?", Some(Direction::Ltr)),
            ("«1961» العهد", Some(Direction::Rtl)),
            ("(שלום) world", Some(Direction::Rtl)),
            ("Ärger", Some(Direction::Ltr)),
            ("東京", Some(Direction::Ltr)),
            ("1961 – 1963?", None),
            ("١٩٦١", None),
            ("", None),
        ] {
            assert_eq!(direction(text), expected, "{text}");
        }
    }
}
