//! The way in by an iframe: the page in it, and the lines for the page around it.
//!
//! Both are kept under `tests/framed/`; `UPDATE_EXPECT=1` writes them anew.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/html.rs"]
mod html;

use std::process::Command;
use std::rc::Rc;

use fixtures::{expect_file, fixture, path};
use html::{Page, text};
use news_explainer::document::{Address, Document};
use news_explainer::publish::{Framed, Head, Options, Theme, element, framed, snippet};

fn address(text: &str) -> Address {
    news_explainer::publish::address(text).expect("an address")
}

#[test]
fn the_page_and_its_snippet_are_up_to_date() {
    for name in ["minimal", "right-to-left"] {
        let document = fixture(name);
        let around = snippet(&document, &address("https://explainers.example/harbour/"), None);
        expect_file(&format!("tests/framed/{name}.html"), &framed(&document, &Framed::default()));
        expect_file(&format!("tests/framed/{name}.snippet.html"), &(around + "\n"));
    }
}

#[test]
fn the_page_holds_the_element_with_links_out_that_open_windows_and_nothing_else_changed() {
    let document = fixture("everything");
    let html = framed(&document, &Framed::default());
    let (_, rest) = html.split_once("<body data-plain=\"https://paper.example/the-old-mill\">").expect("a body");
    let (body, end) = rest.split_once("</body>").expect("an end");
    assert_eq!(end, "</html>\n");
    let plain = element(&document, &Options { level: 1, ..Options::default() });
    assert_eq!(body.replace(" target=\"_blank\" rel=\"noopener\"", ""), plain);
    let page = Page::new(&html);
    let (within, out): (Vec<_>, Vec<_>) =
        page.all("a").into_iter().partition(|link| link.attr("href").is_some_and(|href| href.starts_with('#')));
    assert!(out.len() > 1 && within.len() > 10, "{} links out, {} within", out.len(), within.len());
    for link in out {
        assert_eq!((link.attr("target"), link.attr("rel")), (Some("_blank"), Some("noopener")), "{}", link.html());
    }
    for link in within {
        assert_eq!(link.attr("target"), None, "{}", link.html());
    }
}

#[test]
fn the_page_needs_no_style_and_no_inline_script() {
    for name in ["everything", "long-words"] {
        let page = Page::new(&framed(&fixture(name), &Framed::default()));
        page.check_inert(name);
        for script in page.all("script:not([type='application/json'])") {
            assert!(script.attr("src").is_some() && text(script).is_empty(), "{name}: {}", script.html());
        }
        let viewport = page.one("meta[name=viewport]").attr("content");
        assert_eq!(viewport, Some("width=device-width, initial-scale=1"), "{name}: pinching must zoom");
    }
}

#[test]
fn a_title_is_words_whatever_is_in_it() {
    let mut document = Document::clone(&fixture("minimal"));
    let title = "</title><script>a('b')</script> & \"c\" </body>";
    document.content.title = title.to_owned();
    let document = Rc::new(document);
    let page = Page::new(&framed(&document, &Framed::default()));
    assert_eq!(text(page.one("title")), title);
    assert_eq!(page.count("head script"), 2);
    let lines = Page::of_part(&snippet(&document, &address("a.html?x=1&y=2"), None));
    let iframe = lines.one("iframe");
    assert_eq!((iframe.attr("src"), iframe.attr("title")), (Some("a.html?x=1&y=2"), Some(title)));
}

#[test]
fn the_scripts_are_where_they_are_said_to_be() {
    let document = fixture("minimal");
    let check = |assets: &str, expected: &str| {
        let head = Head { assets: Some(address(assets)), ..Head::default() };
        let options = Framed { head, ..Framed::default() };
        let page = Page::new(&framed(&document, &options));
        let named: Vec<&str> = [page.values("href"), page.values("src")].concat();
        for name in ["explainer-framed.css", "news-explainer.css", "explainer-framed.js", "news-explainer.js"] {
            assert!(named.contains(&&*format!("{expected}{name}")), "{assets}: {named:?}");
        }
    };
    check("https://assets.example/x", "https://assets.example/x/");
    check("https://assets.example/x/", "https://assets.example/x/");
    check("../assets/", "../assets/");
    check("/", "/");
    let script = |page: &str, assets: Option<&str>, expected: &str| {
        let lines = Page::of_part(&snippet(&document, &address(page), assets.map(address).as_ref()));
        assert_eq!(lines.one("script").attr("src"), Some(expected), "{page}, {assets:?}");
    };
    script("https://e.example/a/b.html", None, "https://e.example/a/news-explainer-parent.js");
    script("https://e.example", None, "https://e.example/news-explainer-parent.js");
    script("b.html", None, "news-explainer-parent.js");
    script("/a/b.html?c=/d/", None, "/a/news-explainer-parent.js");
    script("b.html", Some("https://assets.example"), "https://assets.example/news-explainer-parent.js");
}

#[test]
fn the_page_names_where_the_whole_stands_on_paper() {
    let check = |name: &str, plain: Option<&str>, expected: Option<&str>| {
        let options = Framed { plain: plain.map(address), ..Framed::default() };
        let html = framed(&fixture(name), &options);
        assert_eq!(Page::new(&html).one("body").attr("data-plain"), expected, "{name}");
    };
    check("everything", None, Some("https://paper.example/the-old-mill"));
    check("everything", Some("https://e.example/plain.html"), Some("https://e.example/plain.html"));
    check("minimal", Some("plain.html"), Some("plain.html"));
    check("minimal", None, None);
}

#[test]
fn the_page_is_light_unless_it_is_asked_for_otherwise() {
    let check = |theme: Theme, expected: &str| {
        let page = Page::new(&framed(&fixture("minimal"), &Framed { theme, ..Framed::default() }));
        assert_eq!(page.one("meta[name=color-scheme]").attr("content"), Some(expected));
    };
    check(Theme::default(), "light");
    check(Theme::Light, "light");
    check(Theme::Dark, "dark");
    check(Theme::Auto, "light dark");
}

#[test]
fn the_command_prints_the_page_or_the_lines_around_it() {
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_explainer")).args(arguments).current_dir(path("")).output();
        let output = output.expect("the command runs");
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let file = "tests/fixtures/minimal.json";
    let (code, page) = run(&["framed", file]);
    assert_eq!((code, page), (Some(0), framed(&fixture("minimal"), &Framed::default())));
    let lines_around = std::fs::read_to_string(path("tests/framed/minimal.snippet.html")).expect("the lines");
    let (code, lines) = run(&["framed", file, "--snippet", "https://explainers.example/harbour/"]);
    assert_eq!((code, lines), (Some(0), lines_around));
    let (code, page) = run(&["framed", file, "--theme", "dark"]);
    let dark = framed(&fixture("minimal"), &Framed { theme: Theme::Dark, ..Framed::default() });
    assert_eq!((code, page), (Some(0), dark));
    assert_eq!(run(&["framed", file, "--theme", "sepia"]).0, Some(2));
    for wrong in ["javascript:alert(1)", "//evil.example/"] {
        assert_eq!(run(&["framed", file, "--snippet", wrong]).0, Some(2), "{wrong}");
        assert_eq!(run(&["framed", file, "--assets", wrong]).0, Some(2), "{wrong}");
    }
}
