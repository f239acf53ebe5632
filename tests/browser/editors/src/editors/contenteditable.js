import { editable, put, TEXTBOX } from '../page.js';

export const title = 'contenteditable';

export function mount(place) {
  return editable(put(place, 'div', TEXTBOX, 'box'));
}
