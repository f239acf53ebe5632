/**
 * Put a fix into an editor: select, try the way its framework takes, read back, undo and try the next. Never a raw
 * change of nodes or of `value`: that kills the site's undo and parts an editor's model from its screen.
 */
import { type Editor, editorOf, isField } from './editor.js';
import { holdTyping } from './held_typing.js';
import { type Method, methodsOf, undo } from './methods.js';
import { read } from './reading.js';
import { select } from './selecting.js';
import { caretAfter, isSame, replaced, type Span } from './splice.js';

/** An editor commits within a frame or two; longer than this it has refused. */
const READ_BACK_MS = 500;
/** Slate takes the selection over only when it has rested; other editors at the event itself. */
const SLATE_SELECTION_MS = 260;
const SELECTION_MS = 60;

/** Resolves to false when the text could not be written; it is then as it was. What is typed meanwhile comes after it. */
export async function write(element: HTMLElement, span: Span): Promise<boolean> {
  const typed = holdTyping();
  const editor = editorOf(element);
  try {
    const caret = await replace(element, span);
    if (caret === null) return false;
    typed.letCommandsThrough();
    const isTaken = selectionIsTaken(editor);
    select(element, caret, caret);
    await isTaken; // a letter typed sooner would go where the fix ended
    return true;
  } finally {
    while (typed.isHolding()) {
      await selectionIsTaken(editor);
      const held = typed.take();
      methodsOf(editor, held)[0]?.(element, held);
    }
    typed.release();
  }
}

/** Resolves to where the caret belongs now, or null. */
async function replace(element: HTMLElement, span: Span): Promise<number | null> {
  const editor = editorOf(element);
  const replacement =
    element instanceof HTMLInputElement ? span.replacement.replace(/\s*\n\s*/g, ' ') : span.replacement;
  const fix = { ...span, replacement };
  const before = read(element);
  const caret = caretAfter(before.caret() ?? fix.end, fix);
  const wanted = replaced(before.text, fix);
  for (const method of methodsOf(editor, replacement)) {
    if (read(element).text !== before.text) return null; // the writer typed on, or an undo did not restore it
    if (!(await attempt(element, editor, fix, method))) return null;
    if (await becomes(element, wanted)) return caret;
    if (read(element).text !== before.text) {
      undo(element, editor);
      await becomes(element, before.text);
    }
  }
  return null;
}

/** False when the words cannot be selected at all: no method would do. */
async function attempt(element: HTMLElement, editor: Editor, fix: Span, method: Method): Promise<boolean> {
  if (!hasFocus(element)) element.focus({ preventScroll: true });
  const isTaken = isField(element) ? Promise.resolve() : selectionIsTaken(editor);
  const range = read(element).rangeOf(fix.start, fix.end);
  if (range && touchesIsland(range)) return false;
  if (!select(element, fix.start, fix.end)) return false;
  await isTaken;
  method(element, fix.replacement);
  return true;
}

function hasFocus(element: HTMLElement): boolean {
  return (element.getRootNode() as Document | ShadowRoot).activeElement === element;
}

/** A mention or another thing the editor does not let anyone write in. */
function touchesIsland(range: Range): boolean {
  const within = range.commonAncestorContainer;
  const element = within instanceof Element ? within : within.parentElement;
  if (element && !(element as HTMLElement).isContentEditable) return true;
  return range.cloneContents().querySelector('[contenteditable="false"]') !== null;
}

/** Editors hear of a selection by an event, a task after it was set (none comes when it was set already). */
function selectionIsTaken(editor: Editor): Promise<void> {
  const done = new AbortController();
  return new Promise<void>((resolve) => {
    const later = () => setTimeout(resolve, 0);
    if (editor === 'slate') return void setTimeout(resolve, SLATE_SELECTION_MS);
    document.addEventListener('selectionchange', later, { signal: done.signal });
    setTimeout(resolve, SELECTION_MS);
  }).finally(() => done.abort());
}

/** Waits for a state, not for a time: resolves to true as soon as the text reads as wanted. */
function becomes(element: HTMLElement, wanted: string): Promise<boolean> {
  return new Promise((resolve) => {
    const isIt = () => isSame(read(element).text, wanted);
    if (isIt()) return resolve(true);
    const done = (result: boolean) => {
      observer.disconnect();
      clearTimeout(limit);
      resolve(result);
    };
    const observer = new MutationObserver(() => isIt() && done(true));
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    const limit = setTimeout(() => done(isIt()), READ_BACK_MS);
  });
}
