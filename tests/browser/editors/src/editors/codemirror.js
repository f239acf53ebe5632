import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { put } from '../page.js';

export const title = 'CodeMirror 6';

export function mount(place) {
  const extensions = [history(), keymap.of([...defaultKeymap, ...historyKeymap]), EditorView.lineWrapping];
  const parent = put(place, 'div', {}, 'box');
  const view = new EditorView({ state: EditorState.create({ extensions }), parent });
  return { text: () => view.state.doc.toString(), html: () => view.state.doc.toString() };
}
