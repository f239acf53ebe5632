// The words in a frame, as block editors have them; the button in the page around it.
import { $, page, publish } from './kit/page.js';

page(
  ':root { --brand: #3858e9; } iframe { width: 100%; height: 320px; border: 1px solid #ccc; }',
  `<div class="bar" style="background:#1e1e1e">WordPress</div><main><form class="card" onsubmit="return false"><iframe name="editor-canvas" title="Editor canvas"></iframe>
  <div class="row"><span></span><button type="button" id="publish" class="editor-post-publish-button">Update</button></div></form></main>`,
);
document.body.classList.add('wp-admin');
const frame = $('iframe');
frame.srcdoc = '<!doctype html><body class="block-editor-iframe__body editor-styles-wrapper"><p contenteditable="true" class="block-editor-rich-text__editable" aria-label="Block: Paragraph"></p></body>';
const block = () => frame.contentDocument.querySelector('p');
$('#publish').addEventListener('click', () => {
  if (block().innerText.trim() === '') return;
  publish(block().innerText);
  block().textContent = '';
});
window.models.post = { text: () => block().innerText };
