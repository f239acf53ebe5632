// Quill 1; Enter sends, a button as well.
import { onEnter } from './kit/keys.js';
import { $, composer, page } from './kit/page.js';
import { quill } from './kit/quill.js';

page(
  ':root { --brand: #611f69; --ground: #fff; }',
  `<div class="bar">Slack</div>
<main><div data-qa="message_container" class="card"><div data-qa="message-text">Who has the key to the depot?</div></div>
  <div data-qa="message_input" class="p-message_input card"><div id="field"></div><div class="row"><span></span><button type="button" data-qa="texty_send_button" aria-label="Send now" aria-disabled="true">Send</button></div></div></main>`,
);
composer('message', $('[data-qa=texty_send_button]'), (post) =>
  quill($('#field'), { role: 'textbox', spellcheck: 'false', 'aria-label': 'Message to depot' }, onEnter(post)),
);
