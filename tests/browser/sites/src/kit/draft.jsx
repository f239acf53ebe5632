import { Editor, EditorState, getDefaultKeyBinding } from 'draft-js';
import { createRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** Draft.js; `attributes` go on the editor's own root, as X puts its test id there. */
export function draft(holder, attributes, keys = () => false) {
  const heard = [];
  let state = EditorState.createEmpty();
  let set;
  const text = () => state.getCurrentContent().getPlainText('\n');
  function Composer() {
    const [shown, show] = useState(state);
    const change = (next) => {
      state = next;
      show(next);
      for (const hear of heard) hear(text());
    };
    set = change;
    return (
      <Editor
        editorState={shown}
        onChange={change}
        keyBindingFn={(event) => (keys(event.nativeEvent) ? 'posted' : getDefaultKeyBinding(event))}
        handleKeyCommand={(command) => (command === 'posted' ? 'handled' : 'not-handled')}
        webDriverTestID={attributes['data-testid']}
        ariaLabel={attributes['aria-label']}
        role="textbox"
      />
    );
  }
  flushSync(() => createRoot(holder).render(<Composer ref={createRef()} />));
  return {
    text,
    clear: () => set(EditorState.moveFocusToEnd(EditorState.createEmpty())),
    changed: (hear) => heard.push(hear),
  };
}
