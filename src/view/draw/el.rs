//! Elements in little code, for drawings and for what the living frame has most of.

use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VNode, VTag, VText};

/// An element with attributes (those that are `None` are left out) and children: see [`el!`].
#[inline(never)]
pub(in crate::view) fn element(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    children: Vec<Html>,
) -> Html {
    listening(tag, keys, values, Vec::new(), children)
}

/// The same, with listeners.
#[inline(never)]
pub(in crate::view) fn listening(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    listeners: Vec<Rc<dyn Listener>>,
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    let values = values.into_iter().map(|value| value.map(AttributeOrProperty::Attribute)).collect();
    element.set_attributes(Attributes::Dynamic { keys, values });
    if !listeners.is_empty() {
        element.set_listeners(listeners.into_iter().map(Some).collect());
    }
    element.add_children(children);
    VNode::from(element)
}

/// What can be the value of an attribute.
pub(in crate::view) trait IntoAttribute {
    fn into_attribute(self) -> Option<AttrValue>;
}

impl IntoAttribute for &'static str {
    fn into_attribute(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl IntoAttribute for String {
    fn into_attribute(self) -> Option<AttrValue> {
        Some(AttrValue::from(self))
    }
}

impl IntoAttribute for AttrValue {
    fn into_attribute(self) -> Option<AttrValue> {
        Some(self)
    }
}

impl<T: IntoAttribute> IntoAttribute for Option<T> {
    fn into_attribute(self) -> Option<AttrValue> {
        self.and_then(T::into_attribute)
    }
}

/// What is done on an event.
pub(in crate::view) type Listen = Rc<dyn Fn(Event)>;

/// Listens to events of any kind: one type for all, where `html!` has one for each.
struct On {
    /// The event's name.
    name: &'static str,
    act: Listen,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        // By its name: taking the variants apart would cost 1.6 KB.
        ListenerKind::other(self.name.into())
    }

    fn handle(&self, event: Event) {
        (self.act)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// A listener.
#[inline(never)]
pub(in crate::view) fn listen(name: &'static str, act: Listen) -> Rc<dyn Listener> {
    Rc::new(On { name, act })
}

/// A text node.
#[inline(never)]
pub(in crate::view) fn text(text: &str) -> Html {
    VNode::from(VText::new(text.to_owned()))
}

/// Nodes one after the other.
#[inline(never)]
pub(in crate::view) fn several(children: Vec<Html>) -> Html {
    VNode::from(VList::with_children(children, None))
}

/// A node that stays the same one, with its focus, while others come and go before it in its row.
pub(in crate::view) fn keyed(key: u16, node: Html) -> Html {
    VNode::from(VList::with_children(vec![node], Some(key.into())))
}

/// `el!("rect" { "x": x, "class": "bar" } child, child)`: an element, of SVG or of HTML, with attributes whose values are
/// literals, strings, or options of them; and with `[listen("click", act)]` after the attributes, one that listens.
macro_rules! el {
    ($tag:literal { $($key:literal: $value:expr),* $(,)? } [$($listener:expr),* $(,)?] $($child:expr),* $(,)?) => {
        $crate::view::draw::listening(
            $tag,
            &[$($key),*],
            vec![$($crate::view::draw::IntoAttribute::into_attribute($value)),*],
            vec![$($listener),*],
            vec![$($child),*],
        )
    };
    ($tag:literal { $($key:literal: $value:expr),* $(,)? } $($child:expr),* $(,)?) => {
        $crate::view::draw::element(
            $tag,
            &[$($key),*],
            vec![$($crate::view::draw::IntoAttribute::into_attribute($value)),*],
            vec![$($child),*],
        )
    };
}

pub(in crate::view) use el;
