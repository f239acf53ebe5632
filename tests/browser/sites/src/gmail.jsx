// A contenteditable of its own; the button is a div, and Ctrl+Enter sends.
import { onCtrlEnter } from './kit/keys.js';
import { $, composer, page } from './kit/page.js';
import { plain } from './kit/plain.js';

page(
  ':root { --brand: #0b57d0; --ground: #f6f8fc; }',
  `<div class="bar" style="background:#f6f8fc;color:#444">Gmail</div>
<main><div role="dialog" aria-label="New Message" class="AD card"><div class="M9"><input type="hidden" name="from" value="Jordan Avery <jordan.avery@mail.example>"><input name="subjectbox" placeholder="Subject" aria-label="Subject">
  <div class="Ap"><div g_editable="true" contenteditable="true" role="textbox" aria-label="Message Body" aria-multiline="true"></div></div>
  <div class="IZ"><div class="Up"><div><div role="button" tabindex="0" class="T-I J-J5-Ji aoO v7 T-I-atl L3">Send</div></div></div></div></div></div></main>`,
);
composer('email', $('.T-I-atl'), (post) => plain($('[g_editable]'), onCtrlEnter(post)));
