//! Where links and pictures may lead, decided by the WHATWG parser and never by how an address begins.

use url::{ParseError, Url};

use super::json::{Text, quote};
use super::report::{Finding, Report};
use super::suggest;

/// The schemes a link may have.
const SCHEMES: [&str; 3] = ["https", "http", "mailto"];

/// Why an address is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The diagnostic's code.
    pub code: &'static str,
    /// What is wrong with it, after "found".
    pub found: String,
    /// The way out.
    pub help: Option<String>,
}

/// What a link may be, for diagnostics.
pub const EXPECTED: &str = "an https:, http: or mailto: address, or # and an id";

/// Reads an address of the file by one of the functions below, or reports why it is none.
pub fn read<A: TryFrom<String>>(
    report: &Report,
    text: &Text<'_>,
    expected: &str,
    read: fn(&str) -> Result<String, Refusal>,
) -> Option<A> {
    match read(&text.value) {
        // What the parser lets through has the form that is looked for when it is read back.
        Ok(address) => address.try_into().ok(),
        Err(refusal) => {
            report.push(
                Finding::error(refusal.code, text.span())
                    .expected(expected)
                    .found(format!("{}, {}", quote(&text.value), refusal.found))
                    .help(refusal.help),
            );
            None
        }
    }
}

/// A web or mail address in its serialized form.
///
/// # Errors
/// It is relative, malformed, of another scheme, or names a user.
pub fn web(address: &str) -> Result<String, Refusal> {
    let url = Url::parse(address).map_err(|error| unreadable(address, error))?;
    if !SCHEMES.contains(&url.scheme()) {
        return Err(other_scheme(url.scheme(), &SCHEMES));
    }
    no_user(&url)?;
    Ok(url.into())
}

/// The address of a page in its serialized form.
///
/// # Errors
/// It is relative, malformed, of another scheme than `https:` and `http:`, or names a user.
pub fn page(address: &str) -> Result<String, Refusal> {
    let address = web(address)?;
    if address.starts_with("mailto:") { Err(other_scheme("mailto", &["https", "http"])) } else { Ok(address) }
}

/// The address of a picture: on the web, or relative to the page, as it was written.
///
/// # Errors
/// It is malformed, of another scheme, of another host without a scheme, or names a user.
pub fn picture(address: &str) -> Result<String, Refusal> {
    const SCHEMES: [&str; 2] = ["https", "http"];
    // Where a relative address must stay; `.invalid` is nobody's.
    const HERE: &str = "https://relative.invalid/here/";
    // Before it is judged: the parser takes other white space than ours for a part of the address.
    let address = address.trim();
    match Url::parse(address) {
        Ok(url) if SCHEMES.contains(&url.scheme()) => {
            no_user(&url)?;
            Ok(url.into())
        }
        Ok(url) => Err(other_scheme(url.scheme(), &SCHEMES)),
        Err(ParseError::RelativeUrlWithoutBase) => {
            let base = Url::parse(HERE).map_err(|error| unreadable(address, error))?;
            let joined = base.join(address).map_err(|error| unreadable(address, error))?;
            if joined.origin() == base.origin() && joined.username().is_empty() {
                Ok(address.to_owned())
            } else {
                Err(Refusal {
                    code: "link-malformed",
                    found: "an address of another host without its scheme".to_owned(),
                    help: Some("begin it with https:".to_owned()),
                })
            }
        }
        Err(error) => Err(unreadable(address, error)),
    }
}

fn unreadable(address: &str, error: ParseError) -> Refusal {
    if error != ParseError::RelativeUrlWithoutBase {
        let help = None;
        return Refusal { code: "link-malformed", found: format!("a malformed address ({error})"), help };
    }
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let help = if crate::document::Id::is_well_formed(address) {
        Some(format!("did you mean #{address}?"))
    } else if host.contains('@') && !address.contains('/') {
        Some("begin it with mailto:".to_owned())
    } else if host.contains('.') && !host.starts_with('.') {
        Some(format!("did you mean https://{}?", address.trim_start_matches('/')))
    } else {
        Some("give the whole address, beginning with https:".to_owned())
    };
    Refusal { code: "link-relative", found: "a relative address".to_owned(), help }
}

fn other_scheme(scheme: &str, allowed: &[&str]) -> Refusal {
    let near = suggest::nearest(scheme, allowed.iter().copied());
    Refusal {
        code: "link-scheme",
        found: format!("an address of the scheme {scheme}:"),
        help: near.map(|near| format!("did you mean {near}:?")),
    }
}

fn no_user(url: &Url) -> Result<(), Refusal> {
    if url.username().is_empty() && url.password().is_none() {
        return Ok(());
    }
    Err(Refusal {
        code: "link-user",
        found: "an address with a user name or password before the host".to_owned(),
        help: Some("remove what stands before the @".to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, expected: Result<&str, &str>) {
        let found = web(address);
        let found = found.as_deref().map_err(|refusal| refusal.code);
        assert_eq!(found, expected, "{address:?}");
    }

    /// A table by hand. The rule is the parser's: what begins like a scheme need not be one, and the other way round.
    #[test]
    fn the_parser_decides_where_a_link_leads() {
        check("https://example.org/a?b#c", Ok("https://example.org/a?b#c"));
        check("HTTP://EXAMPLE.org", Ok("http://example.org/"));
        check("https:example.org", Ok("https://example.org/"));
        check("https:\\\\example.org\\a", Ok("https://example.org/a"));
        check("  https://example.org/", Ok("https://example.org/"));
        check("https://bücher.example/", Ok("https://xn--bcher-kva.example/"));
        check("https://example.org/<script>", Ok("https://example.org/%3Cscript%3E"));
        check("mailto:desk@example.org", Ok("mailto:desk@example.org"));
        check("javascript:alert(1)", Err("link-scheme"));
        check("JaVaScRiPt:alert(1)", Err("link-scheme"));
        check("\u{1}javascript:alert(1)", Err("link-scheme"));
        check("java\tscript:alert(1)", Err("link-scheme"));
        check("java\nscript:alert(1)", Err("link-scheme"));
        check("javascript://example.org/%0aalert(1)", Err("link-scheme"));
        check("data:text/html,x", Err("link-scheme"));
        check("vbscript:x", Err("link-scheme"));
        check("blob:https://example.org/x", Err("link-scheme"));
        check("file:///etc/passwd", Err("link-scheme"));
        check("tel:+123", Err("link-scheme"));
        check("ftp://example.org/", Err("link-scheme"));
        check("javascript&colon;alert(1)", Err("link-relative"));
        check("//example.org/", Err("link-relative"));
        check("/a", Err("link-relative"));
        check("a/b.html", Err("link-relative"));
        check("", Err("link-relative"));
        check("https://", Err("link-malformed"));
        check("https://exa mple.org/", Err("link-malformed"));
        check("https://good.example@evil.example/", Err("link-user"));
        check("https://user:word@example.org/", Err("link-user"));
    }

    #[test]
    fn pictures_may_be_relative_but_not_leave_the_host() {
        for address in ["a.png", "../a.png", "/img/a.png?x", "https://example.org/a.png"] {
            assert_eq!(picture(address).as_deref(), Ok(address));
        }
        for address in [
            "//evil.example/a.png",
            "\\\\evil.example\\a",
            "javascript:x",
            "data:image/png;base64,",
            "mailto:a@b",
            "\u{a0}javascript:x",
            "\u{3000}//evil.example/a.png",
            "\u{2028}https://good.example@evil.example/a.png",
        ] {
            assert!(picture(address).is_err(), "{address}");
        }
    }

    #[test]
    fn help_points_to_what_was_probably_meant() {
        let help = |address: &str| web(address).err().and_then(|refusal| refusal.help);
        assert_eq!(help("www.example.org/a").as_deref(), Some("did you mean https://www.example.org/a?"));
        assert_eq!(help("treaty-1961").as_deref(), Some("did you mean #treaty-1961?"));
        assert_eq!(help("desk@example.org").as_deref(), Some("begin it with mailto:"));
        assert_eq!(help("htps://example.org").as_deref(), Some("did you mean https:?"));
    }
}
