// The script that pages load: it defines <news-explainer>, once.
import { NewsExplainer } from './element.js';

// Within somebody's shadow root a style sheet registers no properties (print/element.css).
for (const name of ['--explainer-row', '--explainer-tools']) {
  try {
    CSS.registerProperty({ name, syntax: '<length>', inherits: true, initialValue: '48px' });
  } catch {
    // Registered already.
  }
}

const known = customElements.get('news-explainer');
if (!known) customElements.define('news-explainer', NewsExplainer);
else if (known.build !== NewsExplainer.build) {
  console.info('news-explainer: two builds on a page');
}
