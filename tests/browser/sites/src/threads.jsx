// Lexical in a dialog; the button has no name but its words.
import { onCtrlEnter } from './kit/keys.js';
import { lexical } from './kit/lexical.js';
import { $, composer, page } from './kit/page.js';

page(
  ':root { --brand: #000; --ground: #fafafa; }',
  `<div class="bar">Threads</div>
<main><div role="dialog" class="card"><h2>New thread</h2>
  <div id="post" contenteditable="true" role="textbox" tabindex="0" aria-label="Empty text field. Type to compose a new post." aria-placeholder="What’s new?"></div>
  <div class="row"><span class="soft">Anyone can reply</span><div role="button" tabindex="0" aria-disabled="true">Post</div></div></div>
  <div data-pressable-container="true" class="card"><a href="/@smyrna">smyrna</a><div><span dir="auto">Post office hours have changed.</span></div><div role="button">Post office</div></div></main>`,
);
composer('post', $('[role=dialog] [role=button]'), (post) => lexical($('#post'), onCtrlEnter(post)));
