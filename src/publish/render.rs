//! Components to HTML.

use futures::executor::block_on;
use yew::BaseComponent;

/// What a component prints.
pub(super) fn render<C: BaseComponent>(props: C::Properties) -> String
where
    C::Properties: 'static,
{
    block_on(yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}
