import CodeMirror from 'codemirror5';
import 'codemirror5/lib/codemirror.css';
import { put } from '../page.js';

export const title = 'CodeMirror 5';

/** `?contenteditable`: as phones and screen readers get it. */
export function mount(place) {
  const inputStyle = new URLSearchParams(location.search).has('contenteditable') ? 'contenteditable' : 'textarea';
  const made = CodeMirror(put(place, 'div', {}, 'box'), { inputStyle, lineWrapping: true });
  return { text: () => made.getValue(), html: () => made.getValue() };
}
