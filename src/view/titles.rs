//! Titles on the axis: broken into two short lines, with an estimate of their width.
//!
//! The widths are estimates because the picture is drawn where no browser is. They err on the wide side, so that titles
//! keep apart in any face.

/// The size of titles on the axis in CSS pixels.
pub(super) const SIZE: f64 = 12.5;
/// Width of a character in ems: a little more than the average of the widest common interface faces.
const NARROW: f64 = 0.56;
/// The same for full-width scripts.
const FULL: f64 = 1.02;
/// A line holds at most about this many ems.
const LINE: f64 = 14.0;

/// An estimate of the width of a text in CSS pixels at [`SIZE`].
pub(super) fn width(text: &str) -> f64 {
    ems(text) * SIZE
}

fn ems(text: &str) -> f64 {
    text.chars()
        .map(|char| if ('\u{1100}'..'\u{fe00}').contains(&char) && !is_dash(char) { FULL } else { NARROW })
        .sum()
}

/// Whether it is punctuation that Latin text uses too, at Latin width.
fn is_dash(char: char) -> bool {
    ('\u{2000}'..'\u{2070}').contains(&char)
}

/// Breaks a title into at most two lines; one that is too long ends in an ellipsis.
pub(super) fn lines(title: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in title.split_whitespace() {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if line.is_empty() {
            line.push_str(word);
        } else if ems(line) + NARROW + ems(word) <= LINE {
            line.push(' ');
            line.push_str(word);
        } else if last == 0 {
            lines.push(word.to_owned());
        } else {
            line.push('…');
            break;
        }
    }
    for line in &mut lines {
        // A single word may be longer than a line.
        while ems(line) > LINE + 2.0 {
            line.pop();
            if ems(line) <= LINE + 1.0 {
                line.push('…');
                break;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, expected: &[&str]) {
        assert_eq!(lines(title), expected);
    }

    #[test]
    fn titles_break_between_words() {
        check("Korean War", &["Korean War"]);
        check("Moscow and Pyongyang sign a defence pact", &["Moscow and Pyongyang", "sign a defence pact"]);
    }

    #[test]
    fn long_titles_end_in_an_ellipsis() {
        check(
            "The Security Council imposes its first sanctions on the North",
            &["The Security Council", "imposes its first…"],
        );
        assert!(lines(&"Donaudampfschifffahrtsgesellschaft".repeat(3)).iter().all(|line| ems(line) <= LINE + 2.0));
    }
}
