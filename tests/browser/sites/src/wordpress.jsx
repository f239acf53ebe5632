// The block editor's rich text; publishing takes two presses, and the button is far from the words.
import { __unstableUseRichText as useRichText } from '@wordpress/rich-text';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { $, composer, page } from './kit/page.js';

page(
  ':root { --brand: #3858e9; --ground: #fff; }',
  `<div class="bar" style="background:#1e1e1e">WordPress<span id="bar" style="float:right"><button type="button" class="editor-post-publish-panel__toggle editor-post-publish-button__button editor-post-publish-button">Publish</button></span></div>
<main><div class="editor-styles-wrapper block-editor-writing-flow card"><h2 class="wp-block-post-title">News</h2><div id="block"></div></div></main>
<aside class="editor-post-publish-panel card" hidden><p>Are you ready to publish?</p><button type="button" class="editor-post-publish-button editor-post-publish-button__button">Publish</button></aside>`,
);
document.body.classList.add('wp-admin');

const heard = [];
let now = '';
let set;
function Block() {
  const [value, show] = useState('');
  const [at, select] = useState({ start: 0, end: 0 });
  set = (next) => {
    now = next;
    show(next);
    for (const hear of heard) hear(next);
  };
  const { ref } = useRichText({
    value,
    onChange: set,
    selectionStart: at.start,
    selectionEnd: at.end,
    onSelectionChange: (start, end) => select({ start, end }),
    __unstableIsSelected: true,
  });
  return <p ref={ref} className="block-editor-rich-text__editable" contentEditable="true" suppressContentEditableWarning role="document" aria-label="Block: Paragraph" />;
}
flushSync(() => createRoot($('#block')).render(<Block />));
const plainText = (html) => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder.textContent;
};
const panel = $('.editor-post-publish-panel');
$('.editor-post-publish-panel__toggle').addEventListener('click', () => {
  panel.hidden = false;
});
composer('post', $('.editor-post-publish-button', panel), () => ({
  text: () => plainText(now),
  clear: () => set(''),
  changed: (hear) => heard.push(hear),
}));
