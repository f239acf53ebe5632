// Draft.js with the data-e2e marks; its button is a div.
import { draft } from './kit/draft.jsx';
import { onEnter } from './kit/keys.js';
import { $, composer, page } from './kit/page.js';

page(
  ':root { --brand: #fe2c55; --ground: #fff; }',
  `<div class="bar" style="background:#000">TikTok</div>
<main><div class="card"><div data-e2e="video-desc">A tour of the new library.</div></div>
  <div class="card"><div data-e2e="comment-input"><div id="field"></div></div><div class="row"><span></span><div data-e2e="comment-post" role="button" tabindex="0">Post</div></div></div></main>`,
);
composer('comment', $('[data-e2e=comment-post]'), (post) => draft($('#field'), { 'aria-label': 'Add comment...' }, onEnter(post)));
