// A caption on Lexical beside its picture; a comment in a React textarea that Enter posts.
import { onEnter } from './kit/keys.js';
import { lexical } from './kit/lexical.js';
import { $, composer, page } from './kit/page.js';
import { textarea } from './kit/textarea.jsx';

page(
  ':root { --brand: #0095f6; --ground: #fafafa; }',
  `<div class="bar" style="background:#fff;color:#000">Instagram</div>
<main>
  <div role="dialog" aria-label="Create new post" class="card"><div class="row"><b>Create new post</b><div role="button" tabindex="0">Share</div></div>
    <img alt="" width="120" height="80" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='120' height='80'><rect width='120' height='80' fill='teal'/></svg>">
    <div id="caption" contenteditable="true" role="textbox" spellcheck="true" tabindex="0" aria-label="Write a caption..." aria-placeholder="Write a caption..."></div></div>
  <article class="card"><h2>smyrna_ga</h2><h1 dir="auto" style="font:inherit">Fall colors on the trail.</h1><form onsubmit="return false"><div id="comment"></div><div class="row"><span></span><div role="button" tabindex="0">Post</div></div></form></article>
</main>`,
);
composer('media', $('[role=dialog] [role=button]'), () => lexical($('#caption')));
composer('comment', $('form [role=button]'), (post) =>
  textarea($('#comment'), { 'aria-label': 'Add a comment…', placeholder: 'Add a comment…' }, onEnter(post)),
);
