//! Writes into an author's file what can only have been meant.

use super::compile;

/// The file with its certain fixes ([`super::Diagnostic::fix`]) written in, and how many they are; `None` if there are
/// none. Nothing else of it changes.
///
/// ```
/// use news_explainer::author::fixed;
/// assert_eq!(fixed(r#"{"published": "12 November 2023"}"#), Some((r#"{"published": "2023-11-12"}"#.to_owned(), 1)));
/// // May or April?
/// assert_eq!(fixed(r#"{"published": "05/04/2023"}"#), None);
/// ```
pub fn fixed(source: &str) -> Option<(String, usize)> {
    let mut text = source.to_owned();
    let mut count = 0;
    // Of very many findings only some are told at a time.
    loop {
        let diagnostics = match compile(&text) {
            Ok(compiled) => compiled.warnings,
            Err(diagnostics) => diagnostics,
        };
        let mut fixes: Vec<_> = diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref()).collect();
        fixes.dedup_by_key(|(span, _)| *span);
        if fixes.is_empty() {
            return (count > 0).then_some((text, count));
        }
        count += fixes.len();
        // From the end, so that what comes before stays where it is.
        for (span, written) in fixes.into_iter().rev() {
            text.replace_range(span.start..span.end, written);
        }
    }
}
