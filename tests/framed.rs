//! The way in by an iframe: the page in it, and the lines for the page around it.
//!
//! Both are kept under `tests/framed/`; `UPDATE_EXPECT=1` writes them anew.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use news_explainer::author::compile;
use news_explainer::document::Document;
use news_explainer::publish::{Address, Framed, Options, element, framed, snippet};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn document(name: &str) -> Document {
    let source = fs::read_to_string(root().join("tests/fixtures").join(name)).expect("a fixture");
    compile(&source).unwrap_or_else(|diagnostics| panic!("{name}:\n{diagnostics}")).document
}

fn address(text: &str) -> Address {
    text.parse().expect("an address")
}

#[test]
fn the_page_and_its_snippet_are_up_to_date() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    for name in ["minimal", "right-to-left"] {
        let document = document(&format!("{name}.json"));
        let around = snippet(&document, &address("https://explainers.example/harbour/"), None);
        for (file, text) in [
            (format!("{name}.html"), framed(&document, &Framed::default())),
            (format!("{name}.snippet.html"), around + "\n"),
        ] {
            let expected = root().join("tests/framed").join(&file);
            if update {
                fs::create_dir_all(root().join("tests/framed")).expect("a folder to write to");
                fs::write(&expected, &text).expect("a file to write to");
            }
            let found = fs::read_to_string(&expected).unwrap_or_default();
            assert!(
                found == text,
                "{file} is out of date: UPDATE_EXPECT=1 cargo test --test framed, and read the difference"
            );
        }
    }
}

#[test]
fn the_page_holds_the_element_with_links_out_that_open_windows_and_nothing_else_changed() {
    let document = document("everything.json");
    let page = framed(&document, &Framed::default());
    let (_, rest) = page.split_once("<body>\n").expect("a body");
    let (body, end) = rest.split_once("\n</body>").expect("an end");
    assert_eq!(end, "</html>\n");
    let plain = element(&document, &Options { level: 1, ..Options::default() });
    assert_eq!(body.replace(" target=\"_blank\" rel=\"noopener\"", ""), plain);
    let tags = |html: &str| -> Vec<String> {
        html.split("<a ").skip(1).map(|rest| rest.split('>').next().unwrap_or_default().to_owned()).collect()
    };
    let (out, within): (Vec<_>, Vec<_>) = tags(body).into_iter().partition(|tag| !tag.contains("href=\"#"));
    assert!(out.len() > 1 && within.len() > 10, "{} links out, {} within", out.len(), within.len());
    for tag in out {
        assert!(tag.contains(" target=\"_blank\"") && tag.contains(" rel=\"noopener\""), "<a {tag}>");
    }
    for tag in within {
        assert!(!tag.contains("target="), "<a {tag}>");
    }
}

#[test]
fn the_page_needs_no_style_and_no_inline_script() {
    for name in ["everything.json", "long-words.json"] {
        let page = framed(&document(name), &Framed::default());
        for tag in page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
            for attribute in tag.split('"').step_by(2).flat_map(|part| part.split_whitespace()) {
                assert!(!attribute.starts_with("on") && !attribute.starts_with("style"), "{name}: <{tag}>");
            }
        }
        for script in page.split("<script").skip(1) {
            let ours = script.starts_with(" type=\"application/json\">") || script.contains(".js\"></script>");
            assert!(ours, "{name}: <script{script:.80}");
        }
        assert!(!page.contains("user-scalable") && !page.contains("maximum-scale"), "{name}: pinching must zoom");
    }
}

#[test]
fn a_title_is_words_whatever_is_in_it() {
    let mut document = document("minimal.json");
    document.content.title = "</title><script>a('b')</script> & \"c\" </body>".to_owned();
    let page = framed(&document, &Framed::default());
    assert!(
        page.contains("<title>&lt;/title&gt;&lt;script&gt;a('b')&lt;/script&gt; &amp; \"c\" &lt;/body&gt;</title>"),
        "{page:.700}"
    );
    assert_eq!(page.matches("</body>").count(), 1);
    let lines = snippet(&document, &address("a.html?x=1&y=2"), None);
    assert!(lines.contains(" src=\"a.html?x=1&amp;y=2\""), "{lines}");
    let title = lines.split(" title=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a title");
    let read = [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&#x27;", "'"), ("&amp;", "&")];
    let title = read.iter().fold(title.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain));
    assert_eq!(title, document.content.title);
}

#[test]
fn the_scripts_are_where_they_are_said_to_be() {
    let document = document("minimal.json");
    let check = |assets: &str, expected: &str| {
        let options = Framed { assets: Some(address(assets)), all_events: None };
        let page = framed(&document, &options);
        for name in ["explainer-framed.css", "news-explainer.css", "explainer-framed.js", "news-explainer.js"] {
            assert!(page.contains(&format!("=\"{expected}{name}\"")), "{assets}: {page:.900}");
        }
    };
    check("https://assets.example/x", "https://assets.example/x/");
    check("https://assets.example/x/", "https://assets.example/x/");
    check("../assets/", "../assets/");
    check("/", "/");
    let script = |page: &str, assets: Option<&str>, expected: &str| {
        let lines = snippet(&document, &address(page), assets.map(address).as_ref());
        assert!(lines.contains(&format!(" src=\"{expected}\"></script>")), "{page}, {assets:?}: {lines}");
    };
    script("https://e.example/a/b.html", None, "https://e.example/a/news-explainer-parent.js");
    script("https://e.example", None, "https://e.example/news-explainer-parent.js");
    script("b.html", None, "news-explainer-parent.js");
    script("/a/b.html?c=/d/", None, "/a/news-explainer-parent.js");
    script("b.html", Some("https://assets.example"), "https://assets.example/news-explainer-parent.js");
}

#[test]
fn the_command_prints_the_page_or_the_lines_around_it() {
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_explainer")).args(arguments).current_dir(root()).output();
        let output = output.expect("the command runs");
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let file = "tests/fixtures/minimal.json";
    let (code, page) = run(&["framed", file]);
    assert_eq!((code, page), (Some(0), framed(&document("minimal.json"), &Framed::default())));
    let (code, lines) = run(&["framed", file, "--snippet", "https://explainers.example/harbour/"]);
    assert_eq!((code, lines), (Some(0), fs::read_to_string(root().join("tests/framed/minimal.snippet.html")).unwrap()));
    for wrong in ["javascript:alert(1)", "//evil.example/"] {
        assert_eq!(run(&["framed", file, "--snippet", wrong]).0, Some(2), "{wrong}");
        assert_eq!(run(&["framed", file, "--assets", wrong]).0, Some(2), "{wrong}");
    }
}
