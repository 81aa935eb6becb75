//! What a search compares, and the marking of what it finds.

use news_explainer::dom::{FoldedWords, Highlights, fold};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::support::Placed;

#[wasm_bindgen_test]
fn what_a_reader_takes_for_the_same_word_folds_to_the_same() {
    for (a, b) in [
        ("SEOUL", "seoul"),
        ("Pyŏngyang", "pyongyang"),
        // One character, or a letter and a mark of its own.
        ("caf\u{e9}", "cafe\u{301}"),
        ("İstanbul", "istanbul"),
        ("Straße", "STRASSE"),
        ("ΛΌΓΟΣ", "λόγος"),
        ("λόγοσ", "λογος"),
        ("ﬁnal", "final"),
        ("Ｎｏｒｔｈ", "north"),
        ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
        ("كِتاب", "كتاب"),
        ("x²", "x2"),
        ("STRAẞE", "straße"),
        ("ΆΣΤΥ", "αστυ"),
        ("ёлка", "елка"),
        ("שָׁלוֹם", "שלום"),
        ("كتـــاب", "كتاب"),
        ("ﾊﾞﾅﾅ", "バナナ"),
        ("co\u{ad}operate", "cooperate"),
    ] {
        assert_eq!(fold(a), fold(b), "{a} and {b}");
    }
    for (a, b) in [
        ("north", "south"),
        ("a b", "ab"),
        ("o", "ø"),
        ("", "x"),
        ("कि", "की"),
        ("कि", "क"),
        ("かき", "がき"),
        ("ハン", "パン"),
        ("กา", "กี"),
    ] {
        assert_ne!(fold(a), fold(b), "{a} and {b}");
    }
}

#[wasm_bindgen_test]
fn folding_again_changes_nothing() {
    for text in ["", "Straße", "ﬁ İ ς", "Пхеньян", "𝔘𝔫𝔦", "👩🏽‍🚀 e\u{301}\u{323}"] {
        assert_eq!(fold(&fold(text)), fold(text), "{text}");
    }
}

#[wasm_bindgen_test]
fn a_folded_word_is_found_in_folded_words() {
    let words = ["The treaty of Пхеньян,\nthe Straße", "Another one"];
    let folded = FoldedWords::new(words.into_iter().map(String::from));
    for wanted in ["TREATY", "пхеньян", "strasse", ", the"] {
        assert!(folded.has(0, &fold(wanted)), "{wanted}");
        assert!(!folded.has(1, &fold(wanted)), "{wanted}");
    }
    for wanted in ["Straße treaty", "пхеньян  THE of ", ""] {
        assert!(folded.has(0, &fold(wanted)), "{wanted}");
    }
    assert!(!folded.has(0, &fold("treaty of Seoul")));
    assert!(!folded.has(0, &fold("treaties")) && !folded.has(0, &fold("Another")));
    assert!(folded.has(1, &fold("another")) && !folded.has(2, ""));
}

/// What the registry of highlights holds: the text of every marked range.
fn marked() -> Vec<String> {
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).unwrap();
    let registry: js_sys::Map = get(&get(&js_sys::global(), "CSS"), "highlights").into();
    // A maplike: its `get` is its own.
    let method: js_sys::Function = get(&registry, "get").into();
    let highlight = method.call1(&registry, &"news-explainer".into()).unwrap();
    if highlight.is_undefined() {
        return Vec::new();
    }
    let ranges = js_sys::Array::from(&highlight);
    ranges.iter().map(|range| String::from(js_sys::Object::from(range).to_string())).collect()
}

fn mark(host: &Element, wanted: &str) -> Highlights {
    Highlights::new([host.clone()].into_iter(), &fold(wanted))
}

#[wasm_bindgen_test]
fn matches_are_marked_until_the_marking_is_dropped_and_no_word_changes() {
    let host = Placed::printed(
        "<div><p>Die Straße nach <em>Pyo\u{306}ngyang</em>, ΛΌΓΟΣ; strasse</p><p>👩🏽‍🚀 ﬁnal treaty</p></div>",
    );
    let before = host.inner_html();
    for (wanted, expected) in [
        ("STRASSE", vec!["Straße", "strasse"]),
        ("pyong", vec!["Pyo\u{306}ng"]),
        ("λογος", vec!["ΛΌΓΟΣ"]),
        ("fin", vec!["ﬁn"]),
        ("treaty", vec!["treaty"]),
        ("treaty strasse", vec!["treaty", "Straße", "strasse"]),
        ("nowhere", vec![]),
        ("", vec![]),
    ] {
        let found = mark(&host, wanted);
        assert_eq!(marked(), expected, "{wanted}");
        drop(found);
        assert_eq!(marked(), Vec::<String>::new(), "{wanted}");
    }
    assert_eq!(host.inner_html(), before);
}

#[wasm_bindgen_test]
fn two_explainers_mark_beside_each_other() {
    let (a, b) = (Placed::printed("<p>one treaty</p>"), Placed::printed("<p>another Treaty</p>"));
    let (first, second) = (mark(&a, "treaty"), mark(&b, "treaty"));
    assert_eq!(marked(), ["treaty", "Treaty"]);
    drop(first);
    assert_eq!(marked(), ["Treaty"]);
    drop(second);
    assert!(marked().is_empty());
}
