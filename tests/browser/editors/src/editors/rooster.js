// RoosterJS, which Outlook on the web is made of; the label is Outlook's.
import { createEditor, exportContent } from 'roosterjs';
import { put, TEXTBOX } from '../page.js';

export const title = 'RoosterJS';

export function mount(place) {
  const element = put(place, 'div', { ...TEXTBOX, 'aria-label': 'Message body, press Alt+F10 to exit' }, 'box');
  const editor = createEditor(element);
  return { text: () => exportContent(editor, 'PlainText'), html: () => exportContent(editor) };
}
