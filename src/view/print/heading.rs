//! A heading, at the level that its place in the print asks for.

use std::rc::Rc;

use yew::prelude::*;

use super::Print;
use crate::view::draw::element;

/// The properties of [`Heading`].
#[derive(PartialEq, Properties)]
pub struct HeadingProps {
    /// The print, which knows the level of the headline.
    pub print: Rc<Print>,
    /// How many levels below the headline's it is.
    pub below: u8,
    /// Its class.
    pub class: &'static str,
    /// Its content.
    pub children: Html,
}

/// HTML's headings, by their level.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A heading so many levels below the headline's; HTML has six.
#[component]
pub fn Heading(HeadingProps { print, below, class, children }: &HeadingProps) -> Html {
    let level = (print.options.level.max(1) + below).min(6);
    let tag = HEADINGS[usize::from(level) - 1];
    element(tag, &["class"], vec![Some(AttrValue::Static(class))], vec![children.clone()])
}
