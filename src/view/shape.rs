//! Elements in little code: `html!` writes out so much for each element and each listener that the controls alone would
//! cost every reader some 20 KB more.

use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VNode, VTag};

/// An element with attributes (those that are `None` are left out) and children.
#[inline(never)]
pub(super) fn shape(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    children: Vec<Html>,
) -> Html {
    live(tag, keys, values, Vec::new(), children)
}

/// The same, with listeners.
#[inline(never)]
pub(super) fn live(
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

/// Listens to events of any kind: one type for all, where `html!` has one for each.
struct On {
    /// The event's name.
    name: &'static str,
    act: Act,
}

/// What is done on an event.
pub(super) type Act = Rc<dyn Fn(Event)>;

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
pub(super) fn on(name: &'static str, act: Act) -> Rc<dyn Listener> {
    Rc::new(On { name, act })
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

/// Something put together, as the value of an attribute.
pub(super) fn own(text: &str) -> AttrValue {
    AttrValue::from(text.to_owned())
}

/// `svg!("rect" { "x": x, "class": word("bar") } child, child)`: see [`shape`]. HTML elements are made in the same way.
macro_rules! svg {
    ($tag:literal { $($key:literal: $value:expr),* $(,)? } $($child:expr),* $(,)?) => {
        $crate::view::shape::shape($tag, &[$($key),*], vec![$($value.into()),*], vec![$($child),*])
    };
}

/// `live!("button" { "type": word("button") } [on("click", act)] child)`: see [`live`].
macro_rules! living {
    ($tag:literal { $($key:literal: $value:expr),* $(,)? } [$($listener:expr),* $(,)?] $($child:expr),* $(,)?) => {
        $crate::view::shape::live($tag, &[$($key),*], vec![$($value.into()),*], vec![$($listener),*], vec![$($child),*])
    };
}

pub(super) use {living, svg};
