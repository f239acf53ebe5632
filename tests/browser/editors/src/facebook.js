// A post dialog on the genuine Lexical, with the roles and labels of Facebook's (docs/sites.md).
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, createEditor } from 'lexical';
import { publish } from './posts.js';

const root = document.querySelector('.editor');
const post = document.querySelector('[aria-label="Post"]');
const editor = createEditor({ namespace: 'post', onError: (error) => { throw error; } });
editor.setRootElement(root);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);

const text = () => editor.getEditorState().read(() => $getRoot().getTextContent());
editor.registerUpdateListener(() => post.setAttribute('aria-disabled', String(text().trim() === '')));

post.addEventListener('click', () => {
  if (post.getAttribute('aria-disabled') === 'true') return;
  publish(text());
  editor.update(() => $getRoot().clear().append($createParagraphNode()).selectEnd());
});

// The model, which is what the site would submit: tests compare it with what the screen shows.
window.modelText = text;
