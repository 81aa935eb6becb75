//! A page with a place for an explainer: `<news-explainer data-print="FILE"></news-explainer>`.

use std::fmt;

/// The page has no place for the element, or more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageError {
    /// How many places were found.
    pub found: usize,
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "expected one `<news-explainer data-print=\"…\"></news-explainer>` in the page, found {}; \
             put it where the explainer is to stand",
            self.found
        )
    }
}

impl std::error::Error for PageError {}

const OPEN: &str = "<news-explainer data-print=";
const CLOSE: &str = "</news-explainer>";

/// Puts a printed element where the page has a place for one, and `lines` at the end of the page's head.
///
/// # Errors
/// The page has not exactly one such place.
pub fn fill_page(page: &str, element: &str, lines: &str) -> Result<String, PageError> {
    let found = page.matches(OPEN).count();
    if found == 1
        && let Some((before, rest)) = page.split_once(OPEN)
        && let Some((_, after)) = rest.split_once(CLOSE)
    {
        let (head, body) = before.split_at(before.find("</head>").unwrap_or(before.len()));
        Ok([head, lines, body, element, after].concat())
    } else {
        Err(PageError { found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_taken_by_the_element() {
        let page = "<p>a</p><news-explainer data-print=\"x.json\"></news-explainer><p>b</p>";
        assert_eq!(fill_page(page, "<E/>", "").unwrap(), "<p>a</p><E/><p>b</p>");
    }

    #[test]
    fn lines_are_the_last_of_the_head() {
        let page = "<head><title>a</title></head><body><news-explainer data-print=x></news-explainer></body>";
        let expected = "<head><title>a</title><link></head><body><E/></body>";
        assert_eq!(fill_page(page, "<E/>", "<link>").unwrap(), expected);
    }

    #[test]
    fn a_page_without_a_place_is_an_error_that_says_so() {
        assert_eq!(fill_page("<p>", "<E/>", ""), Err(PageError { found: 0 }));
        assert!(PageError { found: 0 }.to_string().contains("found 0"));
    }
}
