import { editable, put, TEXTBOX } from '../page.js';

export const title = 'contenteditable, plain text only';

export function mount(place) {
  const box = put(place, 'div', { ...TEXTBOX, contenteditable: 'plaintext-only' }, 'box');
  box.style.whiteSpace = 'pre-wrap';
  return editable(box);
}
