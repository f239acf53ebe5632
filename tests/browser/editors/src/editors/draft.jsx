import { convertToRaw, Editor, EditorState, RichUtils } from 'draft-js';
import 'draft-js/dist/Draft.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

export const title = 'Draft.js';

let content = EditorState.createEmpty().getCurrentContent();

function Composer() {
  const [state, setState] = useState(() => EditorState.createEmpty());
  content = state.getCurrentContent();
  const command = (name) => {
    const next = RichUtils.handleKeyCommand(state, name);
    if (next) setState(next);
    return next ? 'handled' : 'not-handled';
  };
  return <Editor editorState={state} onChange={setState} handleKeyCommand={command} ariaLabel="Post text" />;
}

export function mount(place) {
  place.classList.add('box');
  createRoot(place).render(<Composer />);
  return { text: () => content.getPlainText(), html: () => JSON.stringify(convertToRaw(content)) };
}
