import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import { put } from '../page.js';

export const title = 'Quill 2';

export function mount(place) {
  const quill = new Quill(put(place, 'div'), { theme: 'snow' });
  quill.root.setAttribute('aria-label', 'Post text');
  return { text: () => quill.getText().replace(/\n$/, ''), html: () => quill.getSemanticHTML() };
}
