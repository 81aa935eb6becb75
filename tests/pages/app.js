// The smallest router that does what the large ones do: it changes the address, and replaces what the page shows.

const view = document.querySelector('#view');
const story = document.querySelector('#story');

const views = {
  '/story': () => (view.innerHTML = story.innerHTML),
  '/story/again': () => view.replaceChildren(document.importNode(story.content, true)),
};

function show() {
  const draw = views[location.pathname] ?? (() => (view.innerHTML = '<h1>Front page</h1><p>Nothing to explain here.</p>'));
  draw();
}

document.querySelector('nav').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link) return;
  event.preventDefault();
  history.pushState({ route: link.pathname }, '', link.href);
  show();
});
// A fragment within a view is no other view.
let shown = location.pathname;
addEventListener('popstate', () => {
  if (location.pathname !== shown) show();
});
new MutationObserver(() => (shown = location.pathname)).observe(view, { childList: true });
show();
