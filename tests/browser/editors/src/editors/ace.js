import ace from 'ace-builds/src-noconflict/ace.js';
import { put } from '../page.js';

export const title = 'Ace';

export function mount(place) {
  const made = ace.edit(put(place, 'div', { style: 'height: 120px' }, 'box'), { useWorker: false });
  return { text: () => made.getValue(), html: () => made.getValue() };
}
