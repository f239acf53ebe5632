/** Editors whose undo history goes by time. */
import { type Editor, editorOf } from './editor.js';

/**
 * What is done within this time, in milliseconds, becomes one step: a fix waits until it gets a step of its own.
 * From their packages: Quill's history module, prosemirror-history, @codemirror/commands, suneditor, @lexical/history,
 * @wordpress/block-editor (RichText's use-mark-persistent).
 */
const JOINED_MS: Partial<Record<Editor, number>> = {
  quill: 1_000,
  gutenberg: 1_000,
  prosemirror: 500,
  codemirror: 500,
  plain: 400, // SunEditor, and others with a history of their own and no mark
  lexical: 300,
};
/** Their clocks and ours are read at different moments. */
const MARGIN_MS = 50;

/** `editedAt`: when the text last changed, of `performance.now`. */
export function aStepOfItsOwn(element: HTMLElement, editedAt: number): Promise<void> {
  const joined = JOINED_MS[editorOf(element)];
  const left = joined === undefined ? 0 : editedAt + joined + MARGIN_MS - performance.now();
  return left > 0 ? new Promise((resolve) => setTimeout(resolve, left)) : Promise.resolve();
}
