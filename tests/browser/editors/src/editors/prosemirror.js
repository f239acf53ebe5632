import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';
import { put } from '../page.js';

export const title = 'ProseMirror';

export function mount(place) {
  const keys = { 'Mod-z': undo, 'Mod-y': redo, 'Mod-b': toggleMark(schema.marks.strong) };
  const state = EditorState.create({ schema, plugins: [history(), keymap(keys), keymap(baseKeymap)] });
  const view = new EditorView(put(place, 'div', {}, 'box'), { state, attributes: { 'aria-label': 'Post text' } });
  const text = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
  return { text, html: () => JSON.stringify(view.state.doc) };
}
