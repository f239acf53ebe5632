// TipTap; the label of the button tells a post from a reply; 300 graphemes.
import { onCtrlEnter } from './kit/keys.js';
import { $, composer, page } from './kit/page.js';
import { tiptap } from './kit/tiptap.js';

page(
  ':root { --brand: #0085ff; --ground: #fff; }',
  `<div class="bar">Bluesky</div>
<main><nav><a aria-label="Profile" href="/profile/jordan.example">Profile</a></nav>
  <div role="dialog" aria-label="Write post" class="card"><div class="row"><span class="soft">300</span><button type="button" data-testid="composerPublishBtn" aria-label="Publish post">Post</button></div><div id="field"></div></div>
  <div data-testid="feedItem-by-smyrna.example" class="card"><div data-testid="postText">The pool opens on Saturday.</div></div></main>`,
);
composer('post', $('[data-testid=composerPublishBtn]'), (post) =>
  tiptap($('#field'), { class: 'ProseMirror-light', 'aria-label': 'Rich-Text Editor' }, onCtrlEnter(post)),
);
