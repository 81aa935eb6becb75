//! Words by address.

use news_explainer::embed::write;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

use super::fixtures::{FIXTURES, default};
use super::support::{empty, printed};

/// Compares two trees node by node: kinds, names, namespaces, attributes and texts.
fn assert_same(name: &str, path: &str, a: &Node, b: &Node) {
    assert_eq!(a.node_type(), b.node_type(), "{name}: {path}");
    assert_eq!(a.node_name(), b.node_name(), "{name}: {path}");
    assert_eq!(a.node_value(), b.node_value(), "{name}: {path}");
    use wasm_bindgen::JsCast;
    if let (Some(a), Some(b)) = (a.dyn_ref::<Element>(), b.dyn_ref::<Element>()) {
        assert_eq!(a.namespace_uri(), b.namespace_uri(), "{name}: {path}");
        let attributes = |element: &Element| {
            let mut all: Vec<(String, String)> = element
                .get_attribute_names()
                .iter()
                .filter_map(|name| name.as_string())
                .map(|name| (name.clone(), element.get_attribute(&name).unwrap_or_default()))
                .collect();
            all.sort();
            all
        };
        assert_eq!(attributes(a), attributes(b), "{name}: {path}");
    }
    let (a, b) = (a.child_nodes(), b.child_nodes());
    assert_eq!(a.length(), b.length(), "{name}: {path} has another number of children");
    for index in 0..a.length() {
        let (a, b) = (a.item(index).unwrap(), b.item(index).unwrap());
        assert_same(name, &format!("{path} > {}[{index}]", a.node_name()), &a, &b);
    }
}

#[wasm_bindgen_test]
fn written_words_are_the_printed_words_node_by_node() {
    for fixture in FIXTURES {
        let a = printed(fixture.printed);
        // The data block, and the line ends around it, are the print's own.
        a.query_selector(":scope > script").unwrap().unwrap().remove();
        let lines: Vec<Node> = (0..a.child_nodes().length())
            .filter_map(|index| a.child_nodes().item(index))
            .filter(|node| node.node_type() == Node::TEXT_NODE)
            .collect();
        assert!(lines.iter().all(|line| line.node_value().unwrap_or_default().trim().is_empty()), "{}", fixture.name);
        lines.iter().for_each(|line| {
            a.remove_child(line).unwrap();
        });
        a.normalize();
        a.remove();

        let b = empty();
        write(b.clone(), fixture.published, 2).expect(fixture.name);
        b.normalize();
        let (children_a, children_b) = (a.child_nodes(), b.child_nodes());
        assert_eq!(children_a.length(), children_b.length(), "{}", fixture.name);
        for index in 0..children_a.length() {
            assert_same(fixture.name, "", &children_a.item(index).unwrap(), &children_b.item(index).unwrap());
        }
        b.remove();
    }
}

#[wasm_bindgen_test]
fn a_second_copy_has_ids_of_its_own() {
    let (a, b) = (empty(), empty());
    write(a.clone(), default().published, 2).unwrap();
    write(b.clone(), default().published, 2).unwrap();
    let id = a.first_element_child().unwrap().id();
    assert_eq!(b.first_element_child().unwrap().id(), format!("{id}-2"));
    let link = b.query_selector("a[href^=\"#\"]").unwrap().unwrap().get_attribute("href").unwrap();
    assert!(link.starts_with(&format!("#{id}-2--")), "{link}");
    a.remove();
    b.remove();
}

#[wasm_bindgen_test]
fn headings_follow_the_level_asked_for() {
    let host = empty();
    write(host.clone(), default().published, 3).unwrap();
    assert!(host.query_selector("h3.explainer-title").unwrap().is_some());
    assert!(host.query_selector("h2").unwrap().is_none());
    host.remove();
}

/// The default document with other words.
fn sheet(words: &str) -> String {
    let (timeline, _) = default().published.split_once("},\"words\":[").expect("the words behind the timeline");
    format!("{timeline}}},\"words\":{words}}}")
}

#[wasm_bindgen_test]
fn what_could_not_have_been_printed_is_refused_and_nothing_is_touched() {
    let bad_words = [
        r#"[["script",{},"alert(1)"]]"#,
        r#"[["p",{"onclick":"alert(1)"},"x"]]"#,
        r#"[["p",{"style":"color:red"},"x"]]"#,
        r#"[["a",{"href":"javascript:alert(1)"},"x"]]"#,
        r#"[["a",{"href":"//example.org"},"x"]]"#,
        r#"[["a",{"href":"https://good.example@evil.example/"},"x"]]"#,
        r##"[["a",{"href":"#another-document--x"},"x"]]"##,
        r#"[["img",{"src":"data:image/png,x","alt":""}]]"#,
        r#"[["img",{"src":"//evil.example/a.png","alt":""}]]"#,
        r#"[["p",{"id":"createElement"},"x"]]"#,
        r#"[["p",{"class":"explainer-when modal"},"x"]]"#,
        r#"[["svg",["rect",{"fill":"url(https://evil.example/a.svg#b)"}]]]"#,
        r#"[["iframe",{"src":"https://example.org/"}]]"#,
        r#"[["svg",{},["script",{},"alert(1)"]]]"#,
        r#"[[]]"#,
        r#"[1]"#,
        r#"{}"#,
    ];
    // Other words than these would do.
    let host = empty();
    write(host.clone(), &sheet(r#"[["p",{"class":"explainer-when"},"x"]]"#), 2).expect("words");
    host.remove();
    for words in bad_words {
        let host = empty();
        host.set_text_content(Some("the fallback"));
        assert!(write(host.clone(), &sheet(words), 2).is_err(), "{words}");
        assert_eq!(host.text_content().as_deref(), Some("the fallback"), "{words}");
        host.remove();
    }
}

#[wasm_bindgen_test]
fn what_nests_without_end_is_refused() {
    for depth in [200, 5_000, 200_000] {
        let words = ["[".to_owned(), r#"["p","#.repeat(depth), "\"x\"".to_owned(), "]".repeat(depth + 1)].concat();
        let host = empty();
        host.set_text_content(Some("the fallback"));
        assert!(write(host.clone(), &sheet(&words), 2).is_err(), "{depth}");
        assert_eq!(host.text_content().as_deref(), Some("the fallback"), "{depth}");
        host.remove();
    }
}

#[wasm_bindgen_test]
fn a_document_of_another_version_is_refused() {
    let host = empty();
    let other = default().published.replacen("\"version\":2", "\"version\":999", 1);
    assert_ne!(other, default().published);
    assert!(write(host.clone(), &other, 2).is_err());
    assert!(write(host.clone(), "not JSON", 2).is_err());
    assert_eq!(host.child_nodes().length(), 0);
    host.remove();
}
