// A React textarea in a form. Ctrl+Enter calls the handler itself: no submit event comes of it.
import { onCtrlEnter } from './kit/keys.js';
import { $, composer, page, publish } from './kit/page.js';
import { textarea } from './kit/textarea.jsx';

page(
  ':root { color-scheme: dark; --brand: #6364ff; --ground: #17171f; --paper: #1f1f29; --ink: #eee; --line: #393948; --soft: #9a9aa9; }',
  `<div class="bar">Mastodon</div>
<div id="mastodon" class="app-holder"><main><form class="compose-form card"><div id="indicator"></div><div class="compose-form__autosuggest-wrapper"></div>
  <div class="row"><button id="answer" type="button" style="background:none">Answer</button><button id="change" type="button" style="background:none">Edit</button><button type="submit">Post</button></div></form></main></div>`,
);
const field = composer('post', null, (post) =>
  textarea($('.compose-form__autosuggest-wrapper'), { placeholder: "What's on your mind?", 'aria-label': "What's on your mind?" }, onCtrlEnter(post)),
);
$('form').addEventListener('submit', (event) => {
  event.preventDefault();
  if (field.text().trim() === '') return;
  publish($('textarea').value); // as the real one does: "in case an extension changed it"
  field.clear();
});
// The same box serves for answers and for edits of what was published.
$('#answer').addEventListener('click', () => {
  $('#indicator').innerHTML = '<div class="reply-indicator"><b>@smyrna</b><div class="reply-indicator__content">Who knows when the pool opens?</div></div>';
});
$('#change').addEventListener('click', () => {
  $('#indicator').innerHTML = '<div class="edit-indicator">Editing your post</div>';
  field.put('The egg hunt is on Saturday at the park');
});
