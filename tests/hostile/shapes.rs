//! Hostile documents by address. There is no element, attribute, class or style in the serialized form, so most attacks
//! cannot be written down; what is tried here is what a value of each type could still hold, and what an attacker might
//! put in its place. The last word of each row is the type that refuses it.

use std::rc::Rc;

use news_explainer::author;
use news_explainer::document::{NotADocument, Published};
use news_explainer::publish::{Options, document_json, element};

use super::document::with_words;
use super::inert::Print;

/// A harmless published document.
fn published() -> String {
    let compiled =
        author::compile(&with_words("A line", "A [text](https://good.example/) and [more](#first).").to_string());
    document_json(&compiled.expect("a document").document, None)
}

/// The same with another text in the one place, or the first, where a text stands.
fn with(from: &str, to: &str) -> String {
    let json = published();
    assert!(json.contains(from), "{from} is nowhere in the document");
    json.replacen(from, to, 1)
}

#[test]
fn what_no_document_can_hold_is_refused() {
    let document = r#""document":{"timeline":"#;
    let web = r#""web":"https://good.example/""#;
    let here = r#"{"here":{"event":0}}"#;
    let text = r#"{"text":"A "}"#;
    let rows = [
        // Elements and attributes: a text is made of a closed set of nodes.
        (text, r#"{"script":"alert(1)"}"#, "Inline"),
        (text, r#"{"iframe":{"src":"https://evil.example/"}}"#, "Inline"),
        (text, r#"["p",{"onclick":"alert(1)"},"x"]"#, "Inline"),
        (text, r#"["svg",{},["script",{},"alert(1)"]]"#, "Inline"),
        (text, r#"{"text":"x","onclick":"alert(1)"}"#, "Inline"),
        (text, r#"{"text":["x"]}"#, "Inline"),
        (r#"{"paragraph":"#, r#"{"html":"#, "Block"),
        (r#"{"paragraph":"#, r#"{"script":"#, "Block"),
        // Addresses.
        (web, r#""web":"javascript:alert(1)""#, "WebAddress"),
        (web, r#""web":" javascript:alert(1)""#, "WebAddress"),
        (web, r#""web":"\u00a0javascript:alert(1)""#, "WebAddress"),
        (web, r#""web":"//evil.example/""#, "WebAddress"),
        (web, r#""web":"https://good.example@evil.example/""#, "WebAddress"),
        (web, r#""web":"data:text/html,x""#, "WebAddress"),
        (r#""url":"https://good.example/""#, r#""url":"javascript:alert(1)""#, "WebAddress"),
        (r#""src":"picture.png""#, r#""src":"data:image/svg+xml,x""#, "Address"),
        (r#""src":"picture.png""#, r#""src":"//evil.example/a.png""#, "Address"),
        (r#""src":"picture.png""#, r#""src":"javascript:alert(1)""#, "Address"),
        (document, r#""all_events":"javascript:alert(1)","document":{"timeline":"#, "Address"),
        // Places: a link within the document is a number.
        (here, r##"{"here":"#another-document--x"}"##, "Part"),
        (here, r#"{"here":{"event":2}}"#, "Part"),
        (here, r#"{"here":{"event":-1}}"#, "Part"),
        (here, r#"{"here":{"event":4294967296}}"#, "Part"),
        (here, r#"{"here":{"source":1}}"#, "Part"),
        (here, r#"{"here":{"window":0}}"#, "Part"),
        (r#""sources":[[0,1]]"#, r#""sources":[[1,1]]"#, "Citation"),
        // Ids.
        (r#""id":"first""#, r#""id":"a b""#, "Id"),
        (r#""id":"first""#, r#""id":"\"><script>""#, "Id"),
        (r#""id":"first""#, r#""id":"createElement""#, "Id"),
        (r#""id":"hostile""#, r#""id":"""#, "Id"),
        // Classes and colours.
        (r#""status":"disputed""#, r#""status":"modal hidden""#, "Status"),
        (r#""category":0"#, r#""category":"url(https://evil.example/a.svg#b)""#, "CategoryId"),
        (r#""category":0"#, r#""category":2"#, "CategoryId"),
        (r#""stance":"asserts""#, r#""stance":"ad banner""#, "Stance"),
        (r#""dir":"ltr""#, r#""dir":"\" onload=\"x""#, "Direction"),
        // Numbers.
        (r#""length":1"#, r#""length":2"#, "Content::runs"),
        (r#""length":1"#, r#""length":0"#, "Content::runs"),
        (r#""bounds":[-18263,-17898]"#, r#""bounds":[-9223372036854775808,9223372036854775807]"#, "Timeline"),
        (r#""bounds":[-18263,-17898]"#, r#""bounds":[0,0]"#, "Timeline"),
        (r#""bounds":[-25567,-7306]"#, r#""bounds":[-9223372036854775808,0]"#, "Timeline"),
        (r#""bounds":[-18263,-17898]"#, r#""bounds":[-1e308,1e308]"#, "Bounds"),
        (r#""bounds":[-18263,-17898]"#, r#""bounds":[-18263]"#, "Bounds"),
        (r#""width":1"#, r#""width":"1 onload=x""#, "Media"),
        // What is shown.
        (r#""srcset":[{"src":"picture.png""#, r#""srcset":[{"src":"javascript:alert(1)""#, "Address"),
        (r#""srcset":[{"src":"picture.png""#, r#""srcset":[{"src":"//evil.example/a.png""#, "Address"),
        (r#""url":"https://film.example/""#, r#""url":"javascript:alert(1)""#, "WebAddress"),
        (r#""url":"https://film.example/""#, r#""url":"https://good.example@evil.example/""#, "WebAddress"),
        (r#""start":0"#, r#""start":2"#, "Timeline::start"),
    ];
    assert!(Published::from_json(&published()).is_ok());
    for (from, to, refused_by) in rows {
        let found = Published::from_json(&with(from, to)).err();
        assert_eq!(found, Some(NotADocument::OtherShape), "{refused_by} allows {to}");
    }
}

/// What is passed over is not there, and what is a text stays one.
#[test]
fn what_is_read_is_printed_inert() {
    let rows = [
        (r#""document":{"#, r#""onload":"alert(1)","document":{"#),
        (r#""title":"A line""#, r#""title":"A line","innerHTML":"<img src=x onerror=alert(1)>""#),
        (r#""title":"A line""#, r#""title":"</script><script>alert(1)</script>""#),
        (r#"{"text":"A "}"#, r#"{"text":"<iframe srcdoc=x>"}"#),
        (r#""lang":"en""#, r#""lang":"en\" onload=\"alert(1)""#),
        (r#""alt":"A line""#, r#""alt":"\" onerror=\"alert(1)""#),
    ];
    for (from, to) in rows {
        let Published { document, .. } = Published::from_json(&with(from, to)).expect(to);
        Print::new(to, &element(&Rc::clone(&document), &Options::default()));
    }
}
