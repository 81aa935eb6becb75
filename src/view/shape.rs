//! SVG elements in little code: `html!` writes out so much for each element that the axis alone would cost every reader
//! 4 KB more.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag};

/// An element with attributes (those that are `None` are left out) and children.
#[inline(never)]
pub(super) fn shape(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    let values = values.into_iter().map(|value| value.map(AttributeOrProperty::Attribute)).collect();
    element.set_attributes(Attributes::Dynamic { keys, values });
    element.add_children(children);
    VNode::from(element)
}

/// A text node.
#[inline(never)]
pub(super) fn text(text: &str) -> Html {
    VNode::from(yew::virtual_dom::VText::new(text.to_owned()))
}

/// Nodes one after the other.
#[inline(never)]
pub(super) fn several(children: Vec<Html>) -> Html {
    VNode::from(yew::virtual_dom::VList::with_children(children, None))
}

/// Something known beforehand, as the value of an attribute.
pub(super) fn word(word: &'static str) -> AttrValue {
    AttrValue::Static(word)
}

/// `svg!("rect" { "x": x, "class": word("bar") } child, child)`: see [`shape`].
macro_rules! svg {
    ($tag:literal { $($key:literal: $value:expr),* $(,)? } $($child:expr),* $(,)?) => {
        $crate::view::shape::shape($tag, &[$($key),*], vec![$($value.into()),*], vec![$($child),*])
    };
}

pub(super) use svg;
