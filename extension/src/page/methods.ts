/**
 * How each editor framework takes text that no key typed, in the order measured to work with the genuine packages in
 * Chromium 156: the wrong way loses text or parts the editor's model from its screen.
 */
import { type Editor, isField } from './editor.js';

/** Replaces the present selection. Says nothing of success: `execCommand` returns true where nothing changed. */
export type Method = (element: HTMLElement, text: string) => void;

const command: Method = (_, text) => {
  if (text === '') document.execCommand('delete');
  else document.execCommand('insertText', false, text);
};

const paste: Method = (element, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  element.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
  );
};

function beforeInput(element: HTMLElement, inputType: string, text: string | null): void {
  const targetRanges: StaticRange[] = [];
  const selection = document.getSelection();
  if (selection?.rangeCount) targetRanges.push(new StaticRange(selection.getRangeAt(0)));
  const dataTransfer = text === null ? null : new DataTransfer();
  dataTransfer?.setData('text/plain', text ?? '');
  element.dispatchEvent(
    new InputEvent('beforeinput', {
      inputType,
      data: text,
      dataTransfer,
      targetRanges,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
}

const replace: Method = (element, text) => beforeInput(element, 'insertReplacementText', text);
const remove: Method = (element) => beforeInput(element, 'deleteContentBackward', null);

const WRITING: Readonly<Record<Editor, readonly Method[]>> = {
  field: [command],
  plain: [command],
  gutenberg: [command],
  quill: [command], // a paste deletes the selection and inserts nothing in Quill 1
  prosemirror: [command, paste],
  lexical: [paste, replace],
  draft: [paste],
  ckeditor: [paste, replace],
  slate: [replace, paste],
  codemirror: [command, paste],
  trix: [paste, command], // typed text joins the last five seconds' undo step, a paste has its own
  tinymce: [paste, command],
  rooster: [paste, command], // its undo does not hear of the command
  unreadable: [],
};

/** Pasting nothing is no deletion; the frameworks that keep their own model are told to delete instead. */
const REMOVING: Partial<Record<Editor, readonly Method[]>> = {
  lexical: [remove],
  draft: [remove, command],
  ckeditor: [remove],
  slate: [remove],
};

export function methodsOf(editor: Editor, text: string): readonly Method[] {
  return (text === '' ? REMOVING[editor] : undefined) ?? WRITING[editor];
}

/** Take back what a method did that did not lead to the wanted text. */
export function undo(element: HTMLElement, editor: Editor): void {
  const hasOwnHistory = !isField(element) && editor !== 'plain' && editor !== 'gutenberg';
  if (hasOwnHistory) beforeInput(element, 'historyUndo', null);
  else document.execCommand('undo');
}
