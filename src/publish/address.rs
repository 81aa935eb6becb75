//! Addresses that are given when a document is printed.

use std::fmt;

use url::{ParseError, Url};

use crate::document::Address;

/// The text is no such address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAddress;

impl fmt::Display for NotAnAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected an address that begins with https:// or http://, or one relative to the page, without #")
    }
}

impl std::error::Error for NotAnAddress {}

/// Reads the address of another page: `https:`, `http:`, or relative to the page that it is printed on; it stays as it is
/// given, and has no fragment. Decided by the WHATWG parser, not by how an address begins.
///
/// # Errors
/// It is no such address.
pub fn address(text: &str) -> Result<Address, NotAnAddress> {
    // Where a relative address must stay; `.invalid` is nobody's.
    const HERE: &str = "https://relative.invalid/here/";
    // The parser passes over some of these, which would then not be the address that was given.
    let has_gaps = text.chars().any(|character| character.is_control() || character.is_whitespace());
    let is_fine = match Url::parse(text) {
        Ok(url) => {
            let is_web = text.starts_with("https://") || text.starts_with("http://");
            is_web && url.username().is_empty() && url.password().is_none()
        }
        Err(ParseError::RelativeUrlWithoutBase) => Url::parse(HERE).is_ok_and(|here| {
            let joined = here.join(text);
            joined.is_ok_and(|joined| joined.origin() == here.origin() && joined.username().is_empty())
        }),
        Err(_) => false,
    };
    if is_fine && !has_gaps && !text.is_empty() && !text.contains(['#', '\\']) {
        Address::try_from(text.to_owned()).map_err(|_| NotAnAddress)
    } else {
        Err(NotAnAddress)
    }
}

/// Reads a whole address, for where a relative one leads nowhere, such as on paper.
///
/// # Errors
/// It is relative, or no address at all.
pub fn whole_address(text: &str) -> Result<Address, String> {
    match address(text) {
        Ok(address) if text.contains("://") => Ok(address),
        Ok(_) => {
            Err("expected a whole address, which begins with https:// or http://; found a relative one".to_owned())
        }
        Err(error) => Err(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_address_is_one_that_can_be_typed_from_paper() {
        assert!(whole_address("https://example.org/all").is_ok());
        for text in ["plain.html", "/plain.html", "?a", "//example.org/", "javascript:alert(1)"] {
            assert!(whole_address(text).is_err(), "{text}");
        }
    }

    #[test]
    fn addresses_of_pages_stay_as_they_are_given() {
        for text in [
            "https://example.org/all?x=1",
            "http://localhost:8080/",
            "all.html",
            "/a/all.html",
            "../all/",
            "?a",
            "1:1.html",
        ] {
            assert_eq!(address(text).as_ref().map(Address::as_str), Ok(text));
        }
    }

    #[test]
    fn whatever_else_an_address_may_do_is_refused() {
        for text in [
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "//evil.example/",
            "\\\\evil.example",
            "/\t/evil.example",
            "https:evil",
            "https://a@evil.example/",
            "mailto:a@b.example",
            "file:///etc/passwd",
            "all.html#x",
            "",
            " all.html",
            "a b.html",
        ] {
            assert_eq!(address(text), Err(NotAnAddress), "{text:?}");
        }
    }
}
