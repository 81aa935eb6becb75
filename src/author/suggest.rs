//! "Did you mean …?"

use super::report::Report;

/// The candidate that was probably meant, if one is near enough.
pub fn nearest<'c>(found: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    /// One slip in three characters still looks like the word; more does not.
    const CHARACTERS_A_SLIP: usize = 3;
    /// Comparing with a long text is slow, and nobody mistypes one.
    const LONGEST: usize = 80;
    /// Enough for any document that people write, and quick for those they do not.
    const MOST: usize = 2000;
    if found.len() > LONGEST {
        return None;
    }
    let plain = |text: &str| text.trim().to_lowercase().replace(['_', ' '], "-");
    let found = plain(found);
    let near = |candidate: &'c str| {
        let distance = strsim::damerau_levenshtein(&found, &plain(candidate));
        let most = (found.chars().count().max(candidate.chars().count()) / CHARACTERS_A_SLIP).max(1);
        (distance <= most && distance < found.chars().count()).then_some((distance, candidate))
    };
    let candidates = candidates.into_iter().take(MOST).filter(|candidate| candidate.len() <= LONGEST);
    candidates.filter_map(near).min_by_key(|&(distance, _)| distance).map(|(_, candidate)| candidate)
}

/// The nearest candidate as help. Not after very many findings: comparing words takes time, and nobody reads so far.
pub fn did_you_mean<'c>(report: &Report, found: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    const ENOUGH: usize = 500;
    if report.len() > ENOUGH {
        return None;
    }
    nearest(found, candidates).map(|candidate| format!("did you mean {candidate:?}?"))
}

/// "a, b or c".
pub fn one_of(words: &[&str]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [only] => (*only).to_owned(),
        [head @ .., last] => format!("{} or {last}", head.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &str, expected: Option<&str>) {
        assert_eq!(nearest(found, ["diplomacy", "military", "economy"]), expected, "{found}");
    }

    #[test]
    fn slips_of_the_finger_are_forgiven() {
        check("militery", Some("military"));
        check("Military", Some("military"));
        check("miliatry", Some("military"));
        check("econmoy", Some("economy"));
    }

    #[test]
    fn other_words_are_not_guessed_at() {
        check("sport", None);
        check("", None);
        check("e", None);
    }

    #[test]
    fn alternatives_read_as_a_sentence() {
        assert_eq!(one_of(&["a"]), "a");
        assert_eq!(one_of(&["a", "b", "c"]), "a, b or c");
    }
}
