//! Components to HTML. What stands in an element is XML as well.

use futures::executor::block_on;
use yew::BaseComponent;

/// The elements without content that stand among words.
const VOID: [&str; 3] = ["<img", "<br", "<source"];

/// What a component prints.
pub(super) fn render<C: BaseComponent>(props: C::Properties) -> String
where
    C::Properties: 'static,
{
    close_void(&block_on(yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render()))
}

/// Closes elements without content (`<img …/>`), as XML wants it; to HTML it is the same. In texts and in values of
/// attributes `<` and `>` are escaped, so that a tag ends at its first `>`.
fn close_void(html: &str) -> String {
    let mut closed = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        closed.push_str(before);
        let end = tag.find('>').unwrap_or(tag.len());
        let (tag, after) = tag.split_at(end);
        closed.push_str(tag);
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if VOID.contains(&name) && !tag.ends_with('/') {
            closed.push('/');
        }
        rest = after;
    }
    closed + rest
}

#[cfg(test)]
mod tests {
    use super::close_void;

    #[test]
    fn elements_without_content_are_closed_and_nothing_else_changes() {
        let check = |html: &str, expected: &str| assert_eq!(close_void(html), expected);
        check("<p>a<img src=\"x\" alt=\"1 &gt; 0\">b</p>", "<p>a<img src=\"x\" alt=\"1 &gt; 0\"/>b</p>");
        check("a<br>b<br/>", "a<br/>b<br/>");
        check("<imgs></imgs>", "<imgs></imgs>");
        check("no tags", "no tags");
    }
}
