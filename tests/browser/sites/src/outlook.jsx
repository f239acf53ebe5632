// RoosterJS, known by its label only.
import { onCtrlEnter } from './kit/keys.js';
import { $, composer, page } from './kit/page.js';
import { rooster } from './kit/rooster.js';

page(
  ':root { --brand: #0f6cbd; --ground: #f5f5f5; }',
  `<div class="bar">Outlook</div>
<main><div class="card"><div aria-label="Message body" role="document">Could you send me the list of applicants?</div></div>
  <div class="card"><div class="row"><button type="button" aria-label="Send">Send</button></div><input aria-label="Add a subject" placeholder="Add a subject">
  <div role="textbox" aria-multiline="true" aria-label="Message body, press Alt+F10 to exit"></div></div></main>`,
);
composer('email', $('[aria-label=Send]'), (post) => rooster($('[role=textbox]'), onCtrlEnter(post)));
