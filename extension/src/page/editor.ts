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
  | 'codemirror'
  | 'trix'
  | 'tinymce'
  | 'rooster'
  | 'gutenberg'
  | 'unreadable';

const UNREADABLE = '.monaco-editor, .ace_editor, .CodeMirror';

/** The marks that the frameworks themselves put on their roots. */
const MARKS: readonly (readonly [Editor, string])[] = [
  ['unreadable', UNREADABLE],
  ['lexical', '[data-lexical-editor="true"]'],
  ['draft', '.public-DraftEditor-content'],
  ['slate', '[data-slate-editor]'],
  ['prosemirror', '.ProseMirror'],
  ['quill', '.ql-editor'],
  ['ckeditor', '.ck-editor__editable'],
  ['codemirror', '.cm-content, .cm-editor'],
  ['trix', 'trix-editor'],
  ['tinymce', '.mce-content-body'],
  ['gutenberg', '.block-editor-rich-text__editable'],
  ['rooster', '[role="textbox"][aria-label^="Message body"]'], // has no mark of its own: by Outlook's label
];

export type Field = HTMLTextAreaElement | HTMLInputElement;

/** By its name: an element of the page around a frame is an instance of that page's classes, not of ours. */
export function isField(element: Element): element is Field {
  return element.localName === 'textarea' || element.localName === 'input';
}

/** Editable, but not written in: where Quill takes pastes. */
export const NO_COMPOSER = '.ql-clipboard';

/**
 * What gets the keys where an editor draws its words by itself (Monaco, Ace, CodeMirror 5, whatever uses EditContext):
 * it never holds the whole text, and is out of sight. The element to be seen, in which nothing can be read; else null.
 */
export function drawnEditorAround(inner: HTMLElement): HTMLElement | null {
  const takesKeys = isField(inner) || inner.isContentEditable || hasEditContext(inner);
  if (!takesKeys || editorOf(inner) !== 'unreadable') return null;
  return inner.closest<HTMLElement>(UNREADABLE) ?? inner;
}

const hasEditContext = (element: HTMLElement) => 'editContext' in element && element.editContext !== null;

export function editorOf(element: HTMLElement): Editor {
  if (hasEditContext(element)) return 'unreadable';
  const marked = MARKS.find(([, mark]) => element.closest(mark))?.[0];
  if (isField(element) && marked !== 'unreadable') return 'field';
  return marked ?? 'plain';
}

/**
 * Whether all of its text can be read from the page. CodeMirror leaves out the lines that are far out of view; a page
 * that is editable as a whole is no composer, unless it is a frame made to be one.
 */
export function isReadable(element: HTMLElement): boolean {
  if (editorOf(element) === 'unreadable' || element.querySelector('.cm-gap')) return false;
  return element !== document.body || window !== window.top;
}
