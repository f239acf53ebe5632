// As LinkedIn's post editor: the older Quill, in an open shadow root.
import Quill from 'quill1';
import { put } from '../page.js';

export const title = 'Quill 1.3.7 in a shadow root';

export function mount(place) {
  const root = put(place, 'div').attachShadow({ mode: 'open' });
  const box = put(root, 'div', { style: 'white-space: pre-wrap; border: 1px solid #b9c1cc; padding: 8px; min-height: 110px' });
  const quill = new Quill(box);
  quill.root.setAttribute('aria-label', 'Post text');
  return { text: () => quill.getText().replace(/\n$/, ''), html: () => quill.root.innerHTML };
}
