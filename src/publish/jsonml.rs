//! HTML nodes as JsonML: `["p", {"class": "…"}, "text", ["em", "more"]]`.

use serde_json::{Map, Value};
use yew::virtual_dom::VNode;

/// Nodes as a list of elements and texts.
pub(super) fn jsonml(nodes: &VNode) -> Vec<Value> {
    let mut list = Vec::new();
    push(nodes, &mut list);
    list
}

/// Appends nodes to a list of children. Text next to text is one text, as it will be in the page.
fn push(node: &VNode, list: &mut Vec<Value>) {
    match node {
        VNode::VText(text) => match list.last_mut() {
            Some(Value::String(before)) => before.push_str(&text.text),
            _ if text.text.is_empty() => {}
            _ => list.push(Value::String(text.text.to_string())),
        },
        VNode::VList(children) => children.iter().for_each(|child| push(child, list)),
        VNode::VTag(tag) => {
            let mut element = vec![Value::String(tag.tag().to_owned())];
            let attributes: Map<String, Value> =
                tag.attributes.iter().map(|(name, value)| (name.to_owned(), Value::String(value.to_owned()))).collect();
            if !attributes.is_empty() {
                element.push(Value::Object(attributes));
            }
            // Apart at first: a text must not join the element's name.
            let mut children = Vec::new();
            if let Some(inner) = tag.children() {
                push(inner, &mut children);
            }
            element.append(&mut children);
            list.push(Value::Array(element));
        }
        // Words are elements and texts: `view::words` makes nothing else.
        _ => {}
    }
}
