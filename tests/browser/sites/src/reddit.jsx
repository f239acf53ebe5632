// Custom elements; the editor is slotted into the composer, its button hangs in a slot beside it.
import { onCtrlEnter } from './kit/keys.js';
import { lexical } from './kit/lexical.js';
import { $, composer, page } from './kit/page.js';

class ShredditComposer extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = '<slot></slot><slot name="submit-button"></slot>';
  }
}
page(
  ':root { --brand: #d93900; --ground: #fff; } shreddit-composer { display: block; }',
  `<div class="bar">reddit</div>
<main>
  <rs-current-user display-name="jordan_avery"></rs-current-user>
  <shreddit-post class="card" author="smyrnafan" permalink="/r/smyrna/1"><h2 slot="title">When does the pool open?</h2><div slot="text-body">I could not find it anywhere.</div></shreddit-post>
  <comment-composer-host><shreddit-composer><div id="comment" contenteditable="true" role="textbox" name="body"></div><button slot="submit-button" type="submit">Comment</button></shreddit-composer></comment-composer-host>
  <shreddit-comment class="card" thingid="t1_1" author="leepark"><div slot="comment">On Saturday, says the sign.</div>
    <shreddit-composer><div id="reply" contenteditable="true" role="textbox" name="body"></div><button slot="submit-button" type="submit">Comment</button></shreddit-composer></shreddit-comment>
</main>`,
);
customElements.define('shreddit-composer', ShredditComposer);
composer('comment', $('comment-composer-host button'), (post) => lexical($('#comment'), onCtrlEnter(post)));
composer('reply', $('shreddit-comment button'), (post) => lexical($('#reply'), onCtrlEnter(post)));
