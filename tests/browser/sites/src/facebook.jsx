// Lexical on every composer; roles and labels as in shared_rules/sites/facebook.com.yaml.
import { onEnter } from './kit/keys.js';
import { lexical } from './kit/lexical.js';
import { $, composer, page } from './kit/page.js';

const shared = `<div class="card"><div data-ad-rendering-role="profile_name"><strong>City of Smyrna</strong></div>
  <div data-ad-rendering-role="story_message">Routine maintenance closes the pool on Monday.</div></div>`;
const isShare = location.pathname.startsWith('/share');
page(
  ':root { --brand: #0866ff; --ground: #f0f2f5; }',
  `<div class="bar">facebook</div>
<main>
  <div role="dialog" aria-label="Create post" class="card">
    <h2>Create post</h2>
    <div><strong>Jordan Avery</strong> <div role="button" aria-label="Edit privacy. Sharing with Public." class="soft" style="background:none;color:inherit;padding:0">Public</div></div>
    <div id="post" contenteditable="true" role="textbox" spellcheck="true" tabindex="0" aria-placeholder="What's on your mind, Jordan?" aria-label="What's on your mind, Jordan?"></div>${isShare ? shared : ''}
    <div class="row"><input type="file" accept="image/*,video/*" aria-label="Photo/video"><div role="button" tabindex="0" aria-label="Post" aria-disabled="true">Post</div></div>
  </div>
  <div role="article" class="card">
    <div data-ad-rendering-role="profile_name"><strong>Smyrna Farmers Market</strong></div>
    <div data-ad-rendering-role="story_message">Does anybody know when the road by the market opens again?</div>
    <div role="article" aria-label="Comment by Lee Park 2 hours ago"><strong>Lee Park</strong> <div dir="auto">On Friday, I heard.</div>
      <div id="reply" contenteditable="true" role="textbox" tabindex="0" aria-label="Reply to Lee Park"></div>
    </div>
    <form><div id="comment" contenteditable="true" role="textbox" tabindex="0" aria-label="Comment as City of Smyrna"></div>
    <div id="focused-state-composer-submit" class="row"><span></span><div role="button" tabindex="0" aria-label="Comment" aria-disabled="true">Comment</div></div></form>
  </div>
  <div class="card" role="dialog" aria-label="Chat"><h2>Lee Park</h2>
    <div id="message" contenteditable="true" role="textbox" tabindex="0" aria-label="Message" aria-placeholder="Aa"></div>
    <div class="row"><span></span><div role="button" tabindex="0" aria-label="Press Enter to send">Send</div></div>
  </div>
</main>`,
);
composer('post', $('[aria-label="Post"]'), () => lexical($('#post')));
composer('comment', $('[aria-label="Comment"]'), (post) => lexical($('#comment'), onEnter(post)));
composer('reply', null, (post) => lexical($('#reply'), onEnter(post)));
composer('message', $('[aria-label="Press Enter to send"]'), (post) => lexical($('#message'), onEnter(post)));
// What was chosen is shown beside the words, as sites do; the chosen file itself is taken out of the input.
$('input[type=file]').addEventListener('change', ({ target }) => {
  const [file] = target.files;
  const preview = document.createElement(file.type.startsWith('video/') ? 'video' : 'img');
  preview.src = URL.createObjectURL(file);
  $('[aria-label="Create post"]').append(preview);
  target.value = '';
});
