// Slate; Enter sends, and there is no button at all.
import { onEnter } from './kit/keys.js';
import { $, composer, page } from './kit/page.js';
import { slate } from './kit/slate.jsx';

page(
  ':root { color-scheme: dark; --brand: #5865f2; --ground: #313338; --paper: #383a40; --ink: #dbdee1; --line: #26272b; --soft: #949ba4; }',
  `<div class="bar">Discord</div>
<main><ol data-list-id="chat-messages" style="list-style:none;padding:0"><li id="chat-messages-1-1"><div id="message-content-1">Is the rink open today?</div></li></ol>
  <form><div class="channelTextArea_abc card"><div id="field"></div></div></form></main>`,
);
composer('post', null, (post) =>
  slate($('#field'), { role: 'textbox', className: 'slateTextArea_abc', 'aria-label': 'Message #general' }, onEnter(post)),
);
