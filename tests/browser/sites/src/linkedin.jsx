// A post: Quill 1 in the open shadow root of #interop-outlet. A comment: TipTap. A message: a contenteditable of its own.
import { onCtrlEnter, onEnter } from './kit/keys.js';
import { $, composer, page } from './kit/page.js';
import { plain } from './kit/plain.js';
import { quill } from './kit/quill.js';
import { tiptap } from './kit/tiptap.js';
import common from './kit/common.css';

page(
  ':root { --brand: #0a66c2; --ground: #f4f2ee; }',
  `<div class="bar">LinkedIn</div>
<main>
  <div id="interop-outlet" data-testid="interop-shadowdom"></div>
  <div role="listitem" class="card"><a href="/company/smyrna">City of Smyrna</a>
    <div class="update-components-text">We are hiring lifeguards for the summer.</div>
    <div componentkey="commentBox-1"><div data-testid="ui-core-tiptap-text-editor-wrapper"></div>
    <div class="row"><span></span><button type="button" componentkey="commentButtonSection-1" aria-disabled="true">Comment</button></div></div>
  </div>
  <form class="msg-form card" onsubmit="return false"><h2>Lee Park</h2><div class="msg-form__contenteditable" contenteditable="true" role="textbox" aria-multiline="true" aria-label="Write a message…"></div>
    <div class="row"><span></span><button class="msg-form__send-button" type="submit">Send</button></div></form>
</main>`,
);
const reposted = `<div class="card"><span class="update-components-actor__title">City of Smyrna</span>
  <div class="update-components-text">Routine maintenance closes the pool on Monday.</div></div>`;
const isRepost = new URLSearchParams(location.search).has('repost');
const root = $('#interop-outlet').attachShadow({ mode: 'open' });
root.innerHTML = `<style>${common}</style><div role="dialog" aria-labelledby="share-to-linkedin-modal__header" class="card">
  <button type="button" class="share-unified-settings-entry-button" style="background:none;color:inherit;text-align:start">Jordan Avery<br>Post to Anyone</button>
  <div id="editor"></div>${isRepost ? reposted : ''}<div class="row"><span></span><button type="button" class="share-actions__primary-action" aria-disabled="true">Post</button></div></div>`;
composer('post', $('.share-actions__primary-action', root), () =>
  quill($('#editor', root), { role: 'textbox', 'aria-label': 'Text editor for creating content' }),
);
composer('comment', $('[componentkey^=commentButtonSection]'), (post) =>
  tiptap($('[data-testid$=wrapper]'), { role: 'textbox', 'aria-label': 'Text editor for creating comment' }, onCtrlEnter(post)),
);
composer('message', $('.msg-form__send-button'), (post) => plain($('.msg-form__contenteditable'), onEnter(post)));
