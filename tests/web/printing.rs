//! Documents that are printed in the browser.

use news_explainer::document::{FORMAT_VERSION, NotADocument, Published};
use news_explainer::embed::read;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

use super::fixtures::{FIXTURES, default};
use super::support::Placed;

/// Compares two trees node by node: kinds, names, namespaces, attributes and texts.
fn assert_same(name: &str, path: &str, a: &Node, b: &Node) {
    assert_eq!(a.node_type(), b.node_type(), "{name}: {path}");
    assert_eq!(a.node_name(), b.node_name(), "{name}: {path}");
    assert_eq!(a.node_value(), b.node_value(), "{name}: {path}");
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
async fn what_is_printed_here_is_what_was_printed_natively_node_by_node() {
    for fixture in FIXTURES {
        let native = Placed::printed(fixture.printed);
        // The data block is for words that are printed before.
        native.first(":scope > script").remove();
        native.normalize();
        // Two of one document on a page would have ids of their own.
        native.remove();
        let here = Placed::rendered(&fixture.document(), 2).await;
        here.normalize();
        let (natives, heres) = (native.child_nodes(), here.child_nodes());
        assert!(natives.length() >= 1, "{}", fixture.name);
        assert_eq!(natives.length(), heres.length(), "{}", fixture.name);
        for index in 0..natives.length() {
            assert_same(fixture.name, "", &natives.item(index).unwrap(), &heres.item(index).unwrap());
        }
    }
}

#[wasm_bindgen_test]
async fn a_second_print_has_ids_of_its_own() {
    let published = default().document();
    let (first, second) = (Placed::rendered(&published, 2).await, Placed::rendered(&published, 2).await);
    let id = first.first_element_child().unwrap().id();
    assert_eq!(second.first_element_child().unwrap().id(), format!("{id}-2"));
    let link = second.first("a[href^=\"#\"]").get_attribute("href").unwrap();
    assert!(link.starts_with(&format!("#{id}-2--")), "{link}");
}

#[wasm_bindgen_test]
async fn headings_follow_the_level_asked_for() {
    let host = Placed::rendered(&default().document(), 3).await;
    assert_eq!((host.count("h3.explainer-title"), host.count("h2")), (1, 0));
}

/// What a hostile document may hold is in `tests/hostile/shapes.rs`.
#[wasm_bindgen_test]
fn what_cannot_be_read_is_an_error() {
    let check = |text: &str, expected: NotADocument| {
        assert_eq!(Published::from_json(text).err(), Some(expected), "{text:.80}");
        assert!(read(text).is_err(), "{text:.80}");
    };
    let published = default().published;
    let other_version = published.replacen(&format!("\"version\":{FORMAT_VERSION}"), "\"version\":999", 1);
    assert_ne!(other_version, published);
    assert_eq!(Published::from_json(&other_version).err(), Some(NotADocument::OtherVersion));
    for text in ["", "{", "not JSON", &published[..published.len() - 1]] {
        check(text, NotADocument::NotJson);
    }
    for text in ["{}", "[]", "1", "{\"document\":{}}", &published.replacen("\"events\":[", "\"events\":[[],", 1)] {
        check(text, NotADocument::OtherShape);
    }
    // Without room on the stack this would end the program.
    for depth in [200, 200_000] {
        check(&["[".repeat(depth), "]".repeat(depth)].concat(), NotADocument::NotJson);
    }
}
