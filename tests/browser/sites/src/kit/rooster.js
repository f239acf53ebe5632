import { createEditor, exportContent } from 'roosterjs';

/** RoosterJS; `keys(event)`: did this Enter post? */
export function rooster(element, keys = () => false) {
  const editor = createEditor(element);
  element.addEventListener(
    'keydown',
    (event) => {
      if (!keys(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation(); // the editor listens on the same element, and would break the line
    },
    true,
  );
  const text = () => exportContent(editor, 'PlainText').replace(/\n$/, '');
  return {
    text,
    clear: () => editor.formatContentModel((model) => model.blocks.splice(0).length > 0),
    changed: (hear) => element.addEventListener('input', () => hear(text())),
  };
}
