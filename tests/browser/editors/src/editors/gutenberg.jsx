// The rich text of WordPress' block editor, and the history its editor provider keeps.
import { useStateWithHistory } from '@wordpress/compose';
import { __unstableUseRichText as useRichText, registerFormatType, toggleFormat, RichTextData } from '@wordpress/rich-text';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

export const title = 'Gutenberg rich text';

registerFormatType('core/bold', { title: 'Bold', tagName: 'strong', className: null, edit: () => null });

let saved = '';

function Composer() {
  const { value, setValue, undo } = useStateWithHistory('');
  const [selection, setSelection] = useState({});
  saved = value;
  const rich = useRichText({
    value,
    selectionStart: selection.start,
    selectionEnd: selection.end,
    onSelectionChange: (start, end) => setSelection({ start, end }),
    onChange: (next) => setValue(String(next), false),
    __unstableIsSelected: true,
  });
  const onKeyDown = (event) => {
    if (event.ctrlKey && event.key === 'b') {
      event.preventDefault();
      rich.onChange(toggleFormat(rich.value, { type: 'core/bold' }));
    } else if (event.ctrlKey && event.key === 'z') {
      event.preventDefault();
      undo();
    }
  };
  return (
    <p
      ref={rich.ref}
      className="block-editor-rich-text__editable rich-text"
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      aria-multiline="true"
      aria-label="Post text"
      style={{ whiteSpace: 'pre-wrap', minWidth: '1px', minHeight: '90px', outline: 'none' }}
      onKeyDown={onKeyDown}
    />
  );
}

export function mount(place) {
  place.classList.add('box');
  createRoot(place).render(<Composer />);
  return { text: () => RichTextData.fromHTMLString(saved).toPlainText(), html: () => saved };
}
