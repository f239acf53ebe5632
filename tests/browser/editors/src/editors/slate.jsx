import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

export const title = 'Slate';

const editor = withHistory(withReact(createEditor()));

function onKeyDown(event) {
  if (!event.ctrlKey || event.key !== 'b') return;
  event.preventDefault();
  if (Editor.marks(editor)?.bold) Editor.removeMark(editor, 'bold');
  else Editor.addMark(editor, 'bold', true);
}

const Leaf = ({ attributes, children, leaf }) =>
  leaf.bold ? <strong {...attributes}>{children}</strong> : <span {...attributes}>{children}</span>;

function Composer() {
  return (
    <Slate editor={editor} initialValue={[{ type: 'paragraph', children: [{ text: '' }] }]}>
      <Editable aria-label="Post text" onKeyDown={onKeyDown} renderLeaf={(props) => <Leaf {...props} />} />
    </Slate>
  );
}

export function mount(place) {
  place.classList.add('box');
  createRoot(place).render(<Composer />);
  const text = () => editor.children.map((each) => Node.string(each)).join('\n');
  return { text, html: () => JSON.stringify(editor.children) };
}
