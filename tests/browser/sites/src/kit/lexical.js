import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, COMMAND_PRIORITY_HIGH, createEditor, KEY_ENTER_COMMAND } from 'lexical';

/** `keys(event)`: did this Enter post? */
export function lexical(element, keys = () => false) {
  const editor = createEditor({
    namespace: element.getAttribute('aria-label') ?? 'editor',
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(element);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      if (!event || !keys(event)) return false;
      event.preventDefault();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
  const text = () => editor.getEditorState().read(() => $getRoot().getTextContent());
  return {
    text,
    clear: () => editor.update(() => $getRoot().clear().append($createParagraphNode()).selectEnd()),
    changed: (hear) => editor.registerUpdateListener(() => hear(text())),
  };
}
