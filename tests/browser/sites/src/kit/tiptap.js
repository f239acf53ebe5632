import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

export function tiptap(element, attributes = {}, keys = () => false) {
  const editor = new Editor({
    element,
    extensions: [StarterKit],
    editorProps: { attributes, handleKeyDown: (_, event) => event.key === 'Enter' && keys(event) },
  });
  const text = () => editor.getText({ blockSeparator: '\n' });
  return {
    text,
    clear: () => editor.commands.clearContent(true),
    changed: (hear) => editor.on('update', () => hear(text())),
  };
}
