// A contenteditable of its own in custom elements; the state of the button follows one task after the input.
import { onCtrlEnter } from './kit/keys.js';
import { $, composer, page } from './kit/page.js';
import { plain } from './kit/plain.js';

const box = (id, label) => `<ytd-commentbox><div id="contenteditable-root" class="${id}" contenteditable="true" aria-label="${label}"></div>
  <div id="submit-button" class="row"><span></span><button type="button" aria-label="${label}" aria-disabled="true">${label}</button></div></ytd-commentbox>`;
page(
  ':root { --brand: #065fd4; --ground: #fff; } ytd-commentbox, ytd-comment-thread-renderer, ytd-comment-view-model { display: block; }',
  `<div class="bar" style="background:#fff;color:#f00">YouTube</div>
<main><div class="card">${box('comment', 'Comment')}</div>
<ytd-comment-thread-renderer class="card"><ytd-comment-view-model><a id="author-text">@leepark</a><div id="content-text">Is the meeting on the 4th?</div></ytd-comment-view-model>${box('reply', 'Reply')}</ytd-comment-thread-renderer></main>`,
);
for (const name of ['comment', 'reply']) {
  const [field] = document.getElementsByClassName(name);
  composer(name, $('button', field.closest('ytd-commentbox')), (post) => {
    const model = plain(field, onCtrlEnter(post));
    return { ...model, changed: (hear) => model.changed((text) => setTimeout(() => hear(text))) };
  });
}
