//! A link, to a place in the document or elsewhere.

use yew::prelude::*;

use super::Print;

/// A link. Within an iframe, one to elsewhere opens a window of its own: it would else replace the explainer in its frame,
/// where most sites refuse to stand.
pub(super) fn link(print: &Print, href: String, content: Html) -> Html {
    link_with_id(print, href, None, content)
}

/// The same, with an id by which others lead to it.
pub(super) fn link_with_id(print: &Print, href: String, id: Option<String>, content: Html) -> Html {
    let leads_out = print.options.opens_windows && !href.starts_with('#');
    html! { <a {id} {href} target={leads_out.then_some("_blank")} rel={leads_out.then_some("noopener")}>{ content }</a> }
}
