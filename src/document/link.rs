//! Where links may lead, and pictures may come from. The types can hold nothing else.
//!
//! Native code decides by the WHATWG parser (`author`, `publish`). Reading back in the browser checks only what decides,
//! in the form that was written, whether an address is of an allowed kind.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::decode::{Decode, Reader, checked, decode_variants};
use super::{EventId, SourceId};

/// The target of a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Link {
    /// An address elsewhere.
    Web(WebAddress),
    /// A part of this document.
    Here(Part),
}

/// A part of a document that can be linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// A section of the article, by its place.
    Section(u32),
    /// An event.
    Event(EventId),
    /// A question, by its place.
    Question(u32),
    /// A source.
    Source(SourceId),
}

/// An absolute address: `https:` or `http:` with a host and without a user name, or `mailto:`. In the serialized form of
/// the WHATWG standard, of which the beginning decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WebAddress(String);

/// The address of a picture or of a page: `https:` or `http:` as in [`WebAddress`], or relative to the page that it is
/// printed on and on its host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(String);

/// The text is no address that may stand here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAddress;

impl fmt::Display for NotAnAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected an address of an allowed kind")
    }
}

impl std::error::Error for NotAnAddress {}

impl WebAddress {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host that it leads to, as readers know it: without `www.`. Empty with `mailto:`.
    pub fn host(&self) -> &str {
        let rest = if is_web(&self.0) { self.0.split_once("//") } else { None };
        let host = rest.unwrap_or_default().1.split(AFTER_HOST).next().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

impl Address {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for WebAddress {
    type Error = NotAnAddress;

    fn try_from(text: String) -> Result<WebAddress, NotAnAddress> {
        if is_web(&text) || text.starts_with("mailto:") { Ok(WebAddress(text)) } else { Err(NotAnAddress) }
    }
}

impl TryFrom<String> for Address {
    type Error = NotAnAddress;

    fn try_from(text: String) -> Result<Address, NotAnAddress> {
        if is_web(&text) || is_relative(&text) { Ok(Address(text)) } else { Err(NotAnAddress) }
    }
}

impl From<WebAddress> for String {
    fn from(WebAddress(address): WebAddress) -> String {
        address
    }
}

impl From<Address> for String {
    fn from(Address(address): Address) -> String {
        address
    }
}

/// What ends the name of a host, also for browsers, which take a backslash for a slash.
const AFTER_HOST: [char; 4] = ['/', '?', '#', '\\'];

/// Whether an address is on the web and its scheme is followed by a host alone, as in the serialized form: no user name
/// before it, nothing that a browser would pass over.
fn is_web(address: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    rest.is_some_and(|rest| {
        let host = rest.split(AFTER_HOST).next().unwrap_or_default();
        !host.is_empty() && !host.contains(|char: char| char == '@' || char <= ' ')
    })
}

/// Whether an address can only lead to the page's own host: it names neither a scheme nor a host, also not after what
/// browsers pass over (tabs, line ends, spaces before it) or take for a slash.
fn is_relative(address: &str) -> bool {
    let address = address.trim_start_matches(' ');
    let is_slash = |byte: Option<&u8>| matches!(byte, Some(b'/' | b'\\'));
    let start = address.as_bytes();
    let has_host = is_slash(start.first()) && is_slash(start.get(1));
    !has_scheme(address) && !has_host && !address.contains(|char| char < ' ')
}

/// Whether an address begins with a scheme (RFC 3986, 3.1): a letter, then letters, digits, `+`, `-` and `.`.
fn has_scheme(address: &str) -> bool {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|char: char| char.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    };
    address.split_once(':').is_some_and(|(before, _)| is_scheme(before))
}

decode_variants! {
    Link { Web = "web", Here = "here" }
    Part { Section = "section", Event = "event", Question = "question", Source = "source" }
}

impl Decode for WebAddress {
    fn decode(reader: &mut Reader<'_>) -> WebAddress {
        checked(reader)
    }

    fn least() -> WebAddress {
        WebAddress("https://a/".to_owned())
    }
}

impl Decode for Address {
    fn decode(reader: &mut Reader<'_>) -> Address {
        checked(reader)
    }

    fn least() -> Address {
        Address("a".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_schemes_can_be_read_back() {
        for text in
            ["https://example.org/", "https://example.org/@desk", "http://example.org?a@b", "mailto:desk@example.org"]
        {
            let address = WebAddress::try_from(text.to_owned()).expect(text);
            assert_eq!(String::from(address), text);
        }
        for text in [
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "data:text/html,x",
            " https://example.org",
            "https://good.example@evil.example/",
            "https:///good.example@evil.example/",
            "https://\\good.example@evil.example/",
            "https://\t/good.example@evil.example/",
            "https://",
            "/a",
            "//a",
            "#a",
            "",
        ] {
            assert_eq!(WebAddress::try_from(text.to_owned()), Err(NotAnAddress), "{text:?}");
        }
    }

    #[test]
    fn the_host_is_the_one_that_the_browser_goes_to() {
        for (address, host) in [
            ("https://www.example.org/watch?v=1", "example.org"),
            ("http://example.org:8080", "example.org:8080"),
            ("https://evil.example?//good.example/", "evil.example"),
            ("https://evil.example\\@good.example/", "evil.example"),
            ("mailto:desk@example.org//good.example", ""),
        ] {
            assert_eq!(WebAddress::try_from(address.to_owned()).expect(address).host(), host, "{address}");
        }
    }

    #[test]
    fn pictures_and_pages_beside_the_page_stay_on_its_host() {
        for address in
            ["a.png", "../a b.png", "/img/a.png?x=//y", "?a", "#b", "a\\b.png", "Map 1:50000.png", "1:1.html", ":"]
        {
            assert!(is_relative(address) && Address::try_from(address.to_owned()).is_ok(), "{address}");
        }
        for address in [
            "//evil.example/a",
            "/\\evil.example",
            "\\\\evil.example",
            " //evil.example",
            "/\t/evil.example",
            "\n//evil.example",
            "data:image/png,x",
            " javascript:x",
            "java\nscript:x",
            "a+b.c-d:x",
            "https://good.example@evil.example/",
            "mailto:a@b.example",
        ] {
            assert_eq!(Address::try_from(address.to_owned()), Err(NotAnAddress), "{address:?}");
        }
        assert!(Address::try_from("https://example.org/a.png".to_owned()).is_ok());
        assert!(!is_relative("https://example.org/a.png"));
    }
}
