// The script that pages load: it defines <news-explainer>, once.
import { NewsExplainer } from './element.js';

const known = customElements.get('news-explainer');
if (!known) customElements.define('news-explainer', NewsExplainer);
else if (known.build !== NewsExplainer.build) {
  console.info('news-explainer: two builds on a page');
}
