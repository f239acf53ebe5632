/**
 * What a composer says and where each character stands, from one walk over its nodes. Nothing else reads text:
 * a second source (innerText, textContent) would number the characters differently and misplace underlines.
 */
import type { Unavailable } from '../model.js';
import type { Drawable } from '../showing/showing.js';
import type { Composer } from './composer.js';
import { isField, isReadable } from './editor.js';
import {
  type Assembled,
  assemble,
  offsetIn,
  type Piece,
  type Place,
  placeOfEnd,
  placeOfStart,
  type Spaces,
} from './pieces.js';

/** UTF-16 units. Beyond what any site takes (Facebook: 63,206), and what can be read between two keystrokes. */
const LONGEST = 100_000;

export interface Reading extends Drawable {
  /** Why the text is not to be relied on; null when it is what the writer sees. */
  readonly problem: Extract<Unavailable, 'unsupported-field' | 'too-long'> | null;
  /** Where the writer's caret stands, as a text offset; null when it is not in this composer. */
  caret(): number | null;
}

export function read(element: HTMLElement): Reading {
  const raw = isField(element) ? element.value : (element.textContent ?? '');
  if (!isReadable(element)) return unmapped(element, raw, 'unsupported-field');
  if (raw.length > LONGEST) return unmapped(element, raw, 'too-long');
  return isField(element) ? fieldReading(element) : editableReading(element);
}

export function readingOf({ element, hasWords }: Composer): Reading {
  return hasWords ? read(element) : { ...unmapped(element, '', null), kind: 'editable' };
}

/** Something is written here, and no place in it is known: enough to say "not checked", and to see it change. */
function unmapped(element: HTMLElement, text: string, problem: Reading['problem']): Reading {
  return {
    element,
    kind: isField(element) ? 'field' : 'editable',
    text,
    problem,
    rangeOf: () => null,
    caret: () => null,
  };
}

function fieldReading(element: HTMLTextAreaElement | HTMLInputElement): Reading {
  return {
    element,
    kind: 'field',
    text: element.value,
    problem: null,
    rangeOf: () => null,
    caret: () => element.selectionEnd,
  };
}

function editableReading(element: HTMLElement): Reading {
  const assembled = assemble(piecesOf(element, spacesOf(getComputedStyle(element))));
  return {
    element,
    kind: 'editable',
    text: assembled.text,
    problem: null,
    rangeOf: (start, end) => rangeOf(element, assembled, start, end),
    caret: () => caretIn(element, assembled),
  };
}

/** Inside an editor but not written by anyone, or not text. */
const NEVER_TEXT =
  'script, style, template, noscript, svg, canvas, video, audio, iframe, object, input, textarea, select,' +
  '[data-slate-placeholder], [contenteditable="false"][aria-hidden="true"]';
/** Of `display`: what stands on a line with its neighbours. Everything else begins and ends a line. */
const INLINE = /^(inline|contents|ruby|math)/;

function* piecesOf(parent: Element, spaces: Spaces): Generator<Piece<Node>> {
  for (const node of parent.childNodes) {
    if (node instanceof Text) yield { kind: 'text', source: node, text: node.data, spaces };
    else if (node instanceof HTMLBRElement) yield { kind: 'break', source: node };
    else if (node instanceof Element && !node.matches(NEVER_TEXT)) yield* piecesOfElement(node);
  }
}

function* piecesOfElement(element: Element): Generator<Piece<Node>> {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  if (element instanceof HTMLImageElement) {
    if (element.alt) yield { kind: 'atom', source: element, text: element.alt };
    return;
  }
  const isBlock = !INLINE.test(style.display);
  if (isBlock) yield { kind: 'block' };
  yield* piecesOf(element, spacesOf(style));
  if (isBlock) yield { kind: 'block' };
}

function spacesOf(style: CSSStyleDeclaration): Spaces {
  const collapse = style.getPropertyValue('white-space-collapse');
  if (collapse === 'collapse') return 'collapse';
  return collapse === 'preserve-breaks' ? 'lines' : 'keep';
}

function rangeOf(root: HTMLElement, assembled: Assembled<Node>, start: number, end: number): Range | null {
  if (start < 0 || end < start || end > assembled.text.length) return null;
  const range = document.createRange();
  const last = placeOfEnd(assembled, end);
  const first = start === end ? last : placeOfStart(assembled, start);
  if (!first || !last) {
    range.selectNodeContents(root); // an empty editor: the caret's only place
    range.collapse(true);
    return range;
  }
  return isThere(root, first) && isThere(root, last) ? between(range, first, last) : null;
}

/** The editor may have replaced its nodes since the walk; the next reading is then under way. */
function isThere(root: HTMLElement, { source, at }: Place<Node>): boolean {
  if (!root.contains(source)) return false;
  return typeof at !== 'number' || (source instanceof Text && at <= source.length);
}

function between(range: Range, first: Place<Node>, last: Place<Node>): Range {
  range.setStart(...boundary(first));
  range.setEnd(...boundary(last));
  return range;
}

function boundary({ source, at }: Place<Node>): [Node, number] {
  if (typeof at === 'number') return [source, at];
  const parent = source.parentNode ?? source; // isThere has seen it inside the root
  const index = Array.prototype.indexOf.call(parent.childNodes, source);
  return [parent, at === 'before' ? index : index + 1];
}

function caretIn(root: HTMLElement, assembled: Assembled<Node>): number | null {
  const selection = selectionAround(root);
  const node = selection?.focusNode;
  if (!node || !root.contains(node)) return null;
  return offsetAt(assembled, node, selection.focusOffset);
}

/** In a shadow root the document's selection names only the host; Chromium gives the root its own. */
export function selectionAround(element: HTMLElement): Selection | null {
  const root = element.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? document.getSelection();
}

function offsetAt(assembled: Assembled<Node>, node: Node, at: number): number {
  const inText = node instanceof Text ? offsetIn(assembled, node, at) : null;
  if (inText !== null) return inText;
  const next = assembled.runs.find((run) => run.source === node.childNodes[at]);
  if (next) return next.start;
  const point = document.createRange();
  point.setStart(node, at);
  const previous = assembled.runs.findLast(
    (run) => point.comparePoint(...boundary({ source: run.source, at: 'after' })) <= 0,
  );
  return previous ? previous.start + previous.length : 0;
}
