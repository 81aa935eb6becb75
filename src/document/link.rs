//! Where a link may lead. The type can hold nothing else.

/// The target of a link: a web address (`https:` or `http:`), a mail address (`mailto:`), or a place in this document.
///
/// Native code makes web addresses with the WHATWG parser (`author`), so that what is stored is the serialized form.
/// Reading one back checks its beginning, which decides the scheme of an address in that form, and that it names a host
/// and no user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// An absolute address.
    Web(String),
    /// The author's id of an event, a section, a question or a source of this document.
    Here(String),
}

/// The text is no link that a document may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALink;

impl std::fmt::Display for NotALink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("expected an https:, http: or mailto: address or #id")
    }
}

impl TryFrom<String> for Link {
    type Error = NotALink;

    fn try_from(text: String) -> Result<Link, NotALink> {
        if let Some(id) = text.strip_prefix('#') {
            return Ok(Link::Here(id.to_owned()));
        }
        let rest = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
        let known = rest.map_or_else(|| text.starts_with("mailto:"), begins_with_host);
        if known { Ok(Link::Web(text)) } else { Err(NotALink) }
    }
}

/// Whether what follows the scheme begins with a host alone, as it does in the serialized form: no user name before it,
/// nothing that a browser would pass over.
fn begins_with_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    !host.is_empty() && !host.contains(|char: char| char == '@' || char <= ' ')
}

impl From<Link> for String {
    fn from(link: Link) -> String {
        match link {
            Link::Web(address) => address,
            Link::Here(id) => ["#", &id].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_schemes_can_be_read_back() {
        for text in [
            "https://example.org/",
            "https://example.org/@desk",
            "http://example.org?a@b",
            "mailto:desk@example.org",
            "#treaty-1961",
        ] {
            let link = Link::try_from(text.to_owned()).expect(text);
            assert_eq!(String::from(link), text);
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
            "",
        ] {
            assert_eq!(Link::try_from(text.to_owned()), Err(NotALink), "{text:?}");
        }
    }
}
