// Markdown in a textarea; drafts are saved by requests while one writes, and those are no submissions.
import { onCtrlEnter } from './kit/keys.js';
import { $, composer, page } from './kit/page.js';
import { textarea } from './kit/textarea.jsx';

page(
  ':root { --brand: #08c; --ground: #fff; }',
  `<div class="bar" style="background:#fff;color:#222">Forum</div>
<main id="main-outlet"><div class="topic-post card"><div class="topic-meta-data"><span class="username">leepark</span></div><div class="cooked">When does the pool open?</div></div>
  <div id="reply-control" class="composer-action-reply card"><div class="reply-details">Reply to leepark</div><div id="field"></div>
  <div class="save-or-cancel row"><button type="button" class="btn btn-primary create">Reply</button><span id="saved" class="soft"></span></div></div></main>`,
);
const generator = document.createElement('meta');
Object.assign(generator, { name: 'generator', content: 'Discourse 3.6' });
document.head.append(generator);
const field = composer('reply', $('button.create'), (post) => textarea($('#field'), { className: 'd-editor-input', 'aria-label': 'Type here' }, onCtrlEnter(post)));
let saves = 0;
field.changed((text) => {
  if (text === '') return;
  void fetch('/draft.json', { method: 'POST', body: text }).catch(() => undefined);
  saves += 1;
  $('#saved').textContent = `draft saved ${saves} times`;
});
