// A React textarea in a dialog, with the test ids of the one public source.
import { $, composer, page } from './kit/page.js';
import { textarea } from './kit/textarea.jsx';

page(
  ':root { --brand: #1b8751; --ground: #f4f5f6; }',
  `<div class="bar">Nextdoor</div>
<main><div role="dialog" aria-label="Create a post" class="card"><div id="field"></div>
  <div class="row"><button type="button" data-testid="neighbor-audience-visibility-button" style="background:none;color:inherit">Anyone</button><button type="button" data-testid="composer-submit-button">Post</button></div></div></main>`,
);
composer('post', $('[data-testid=composer-submit-button]'), () =>
  textarea($('#field'), { 'data-testid': 'composer-text-field', placeholder: "What's happening, neighbor?", 'aria-label': 'Post' }),
);
