import 'trix';
import 'trix/dist/trix.css';
import { put } from '../page.js';

export const title = 'Trix';

export function mount(place) {
  put(place, 'input', { type: 'hidden', id: 'saved' });
  const trix = put(place, 'trix-editor', { input: 'saved', 'aria-label': 'Post text' });
  return { text: () => trix.editor.getDocument().toString().replace(/\n$/, ''), html: () => trix.value };
}
