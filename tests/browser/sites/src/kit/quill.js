import Quill from 'quill1';

/** Quill 1.3.7; `keys(event)`: did this Enter post? */
export function quill(holder, attributes = {}, keys = () => false) {
  const editor = new Quill(holder, { modules: { toolbar: false }, theme: null });
  for (const [name, value] of Object.entries(attributes)) editor.root.setAttribute(name, value);
  editor.root.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || !keys(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation(); // Quill listens on the same element, and would break the line
    },
    true,
  );
  const text = () => editor.getText().replace(/\n$/, '');
  return {
    text,
    clear: () => editor.setText(''),
    changed: (hear) => editor.on('text-change', () => hear(text())),
  };
}
