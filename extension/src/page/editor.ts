/** Which editor framework a composer belongs to: each takes text in its own way (write.ts). */

export type Editor =
  | 'field'
  | 'plain'
  | 'lexical'
  | 'draft'
  | 'slate'
  | 'quill'
  | 'prosemirror'
  | 'ckeditor'
  | 'codemirror';

/** The marks that the frameworks themselves put on their roots. */
const MARKS: readonly (readonly [Editor, string])[] = [
  ['lexical', '[data-lexical-editor="true"]'],
  ['draft', '.public-DraftEditor-content'],
  ['slate', '[data-slate-editor="true"]'],
  ['prosemirror', '.ProseMirror'],
  ['quill', '.ql-editor'],
  ['ckeditor', '.ck-editor__editable'],
  ['codemirror', '.cm-content, .cm-editor'],
];

export type Field = HTMLTextAreaElement | HTMLInputElement;

export function isField(element: Element): element is Field {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

export function editorOf(element: HTMLElement): Editor {
  if (isField(element)) return 'field';
  return MARKS.find(([, mark]) => element.closest(mark))?.[0] ?? 'plain';
}
