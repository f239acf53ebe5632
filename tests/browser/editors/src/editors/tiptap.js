import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { put } from '../page.js';

export const title = 'TipTap';

export function mount(place) {
  const editor = new Editor({ element: put(place, 'div', {}, 'box'), extensions: [StarterKit] });
  editor.view.dom.setAttribute('aria-label', 'Post text');
  return { text: () => editor.getText({ blockSeparator: '\n' }), html: () => editor.getHTML() };
}
