// Draft.js; the toolbar with the button is a sibling of the editor, never around it.
import { draft } from './kit/draft.jsx';
import { onCtrlEnter, onEnter } from './kit/keys.js';
import { $, composer, page } from './kit/page.js';
import { textarea } from './kit/textarea.jsx';

const tweet = `<article data-testid="tweet" class="card" tabindex="-1"><div data-testid="User-Name"><b>City of Smyrna</b> @SmyrnaGA <a href="/SmyrnaGA/status/1"><time datetime="2026-11-20">Nov 20</time></a></div>
  <div data-testid="tweetText">The pool opens on Saturday.</div></article>`;
// A quoted post hangs among the attachments, its author's picture with it.
const quoted = `<div role="link" tabindex="0" class="card"><div data-testid="Tweet-User-Avatar"><img alt="" src="https://pbs.twimg.com/city.png"></div>
  <div data-testid="User-Name"><b>City of Smyrna</b> @SmyrnaGA · Nov 20</div><div data-testid="tweetText">Routine maintenance closes the pool on Monday.</div></div>`;
const isQuote = new URLSearchParams(location.search).has('quote');
const isReply = location.pathname.includes('/status/');
const isMessages = location.pathname.startsWith('/messages');
page(
  ':root { color-scheme: dark; --brand: #1d9bf0; --ground: #000; --paper: #000; --ink: #e7e9ea; --line: #2f3336; --soft: #71767b; }',
  `<div class="bar" style="background:#000">X</div>
<main>
  <button type="button" data-testid="SideNav_AccountSwitcher_Button" style="background:none;justify-self:start">Jordan Avery @jordan_avery</button>
  ${isReply ? tweet : ''}
  <div id="inline" class="card" ${isMessages ? 'hidden' : ''}><div><div data-testid="tweetTextarea_0RichTextInputContainer"></div></div>
    <div data-testid="attachments">${isQuote ? quoted : ''}</div>
    <div data-testid="toolBar" class="row"><span class="soft">Everyone can reply</span><button type="button" data-testid="tweetButtonInline" aria-disabled="true">${isReply ? 'Reply' : 'Post'}</button></div></div>
  <div role="dialog" aria-modal="true" class="card" id="dialog" ${isMessages || isReply ? 'hidden' : ''}>${tweet}
    <div data-testid="tweetTextarea_0RichTextInputContainer"></div>
    <div data-testid="toolBar" class="row"><span class="soft">Reply</span><button type="button" data-testid="tweetButton" aria-disabled="true">Reply</button></div></div>
  <div class="card" id="chat" ${isMessages ? '' : 'hidden'}><div></div><div class="row"><span></span><button type="button" data-testid="dm-composer-send-button">Send</button></div></div>
</main>`,
);
const field = { 'data-testid': 'tweetTextarea_0', 'aria-label': 'Post text' };
composer('post', $('[data-testid=tweetButtonInline]'), (post) => draft($('#inline [data-testid$=Container]'), field, onCtrlEnter(post)));
composer('reply', $('[data-testid=tweetButton]'), (post) => draft($('#dialog [data-testid$=Container]'), field, onCtrlEnter(post)));
composer('message', $('[data-testid=dm-composer-send-button]'), (post) =>
  textarea($('#chat > div'), { 'data-testid': 'dm-composer-textarea', 'aria-label': 'Message' }, onEnter(post)),
);
