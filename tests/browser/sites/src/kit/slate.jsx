import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

export function slate(holder, attributes, keys = () => false) {
  const editor = withHistory(withReact(createEditor()));
  const heard = [];
  const text = () => editor.children.map((node) => Node.string(node)).join('\n');
  const start = [{ type: 'paragraph', children: [{ text: '' }] }];
  flushSync(() =>
    createRoot(holder).render(
      <Slate editor={editor} initialValue={start} onChange={() => heard.forEach((hear) => hear(text()))}>
        <Editable {...attributes} onKeyDown={(event) => keys(event.nativeEvent) && event.preventDefault()} />
      </Slate>,
    ),
  );
  return {
    text,
    clear: () =>
      Transforms.delete(editor, { at: { anchor: Editor.start(editor, []), focus: Editor.end(editor, []) } }),
    changed: (hear) => heard.push(hear),
  };
}
