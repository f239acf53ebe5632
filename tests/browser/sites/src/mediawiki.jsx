// A plain form with several submits and the words of the page in its box; only the first publishes.
import { $, page, publish } from './kit/page.js';

page(
  ':root { --brand: #36c; --ground: #fff; } #wpTextbox1 { min-height: 160px; }',
  `<div class="bar" style="background:#eaecf0;color:#000">Wiki</div>
<main><a id="pt-userpage-2" hidden><a>JordanAvery</a></a><form id="editform" class="card" method="post">
  <textarea id="wpTextbox1" name="wpTextbox1" aria-label="Wikitext">The egg hunt is on Saturday at the park.</textarea>
  <input id="wpSummary" name="wpSummary" placeholder="Summary">
  <div class="row"><input type="submit" id="wpSave" name="wpSave" value="Publish changes"><input type="submit" id="wpPreview" name="wpPreview" value="Show preview"></div></form></main>`,
);
document.body.classList.add('mediawiki');
const field = $('#wpTextbox1');
window.models.edit = { text: () => field.value };
$('form').addEventListener('submit', (event) => {
  event.preventDefault();
  if (event.submitter?.id === 'wpSave') publish(field.value);
  else $('.bar').textContent = 'Preview';
});
