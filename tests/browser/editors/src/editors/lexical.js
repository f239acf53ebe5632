import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, createEditor } from 'lexical';
import { put, TEXTBOX } from '../page.js';

export const title = 'Lexical';

export function mount(place) {
  const root = put(place, 'div', TEXTBOX, 'box');
  root.style.whiteSpace = 'pre-wrap';
  const onError = (error) => {
    throw error;
  };
  const editor = createEditor({ namespace: 'post', onError });
  editor.setRootElement(root);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  const text = () => editor.getEditorState().read(() => $getRoot().getTextContent().replaceAll('\n\n', '\n'));
  return { text, html: () => JSON.stringify(editor.getEditorState()) };
}
