/**
 * Marks over a textarea or input, whose text no range can reach: the same text, laid out the same way, invisible
 * but for its underlines, in our own shadow root. It takes no pointer: every click goes to the field.
 */
import type { Finding } from '../model.js';
import { make } from './element.js';
import type { Marks } from './marks.js';
import { type Box, overlapOf } from './place.js';
import { parentOf } from './seen.js';
import { segmentsOf } from './segments.js';
import type { Drawable, View } from './showing.js';
import type { Stage } from './stage.js';

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Everything that decides where a character stands in a field. */
const LAYOUT = `
  direction unicode-bidi writing-mode text-align text-align-last text-indent text-transform font-family font-size
  font-style font-weight font-stretch font-variant font-kerning font-feature-settings font-variation-settings
  font-optical-sizing font-size-adjust text-rendering letter-spacing word-spacing line-height tab-size white-space
  overflow-wrap word-break line-break hyphens padding-top padding-right padding-bottom padding-left
`
  .trim()
  .split(/\s+/);

export function makeMirror(stage: Stage): Marks {
  const text = make('div', 'mirror-text');
  const glass = make('div', 'mirror', text);
  glass.setAttribute('aria-hidden', 'true');
  let drawable: Drawable | null = null;
  let pieces = new Map<string, HTMLElement[]>();

  function write(view: View, currentId: string | null): void {
    pieces = new Map();
    const nodes = segmentsOf(view.drawable.text.length, view.findings).map(({ start, end, severity, ids }) => {
      const slice = view.drawable.text.slice(start, end);
      if (!severity) return document.createTextNode(slice);
      const mark = make(
        'span',
        `mark ${severity}${currentId !== null && ids.includes(currentId) ? ' current' : ''}`,
        slice,
      );
      for (const id of ids) pieces.set(id, [...(pieces.get(id) ?? []), mark]);
      return mark;
    });
    text.replaceChildren(...nodes, '\u200b'); // a last line break gives a line only when something follows it
  }

  /** A field is one step ahead of us while its owner types; marks in the wrong place are worse than none. */
  const isCurrent = (field: Field) => field.value === drawable?.text;

  return {
    draw(view, currentId) {
      drawable = view.drawable;
      write(view, currentId);
      if (!glass.isConnected) stage.frame.prepend(glass);
    },
    place(seen) {
      const field = drawable?.element as Field | undefined;
      const box = field && seen && isCurrent(field) && !isTurned(field) ? innerBoxOf(field) : null;
      const shown = box && seen ? overlapOf(box, seen) : null;
      glass.hidden = !shown;
      if (field && box && shown) lay(field, box, shown);
    },
    boxesOf(finding) {
      const rects = (pieces.get(finding.id) ?? []).flatMap((piece) => [...piece.getClientRects()]);
      const around = glass.getBoundingClientRect();
      return glass.hidden ? [] : rects.flatMap((rect) => overlapOf(rect, around) ?? []);
    },
    holdsCaret({ start, end }: Finding) {
      const field = drawable?.element as Field | undefined;
      if (!field || start === null || end === null) return false;
      const { selectionStart, selectionEnd } = field;
      return (
        selectionStart !== null && selectionStart === selectionEnd && selectionStart >= start && selectionStart <= end
      );
    },
    caretBox() {
      const field = drawable?.element as Field | undefined;
      const at = field && !glass.hidden ? field.selectionEnd : null;
      return at === null ? null : caretBoxIn(text, at);
    },
    clear() {
      glass.remove();
      text.replaceChildren();
      pieces = new Map();
      drawable = null;
    },
  };

  function lay(field: Field, box: Box, shown: Box): void {
    const style = getComputedStyle(field);
    for (const property of LAYOUT) text.style.setProperty(property, style.getPropertyValue(property));
    const isOneLine = field instanceof HTMLInputElement;
    glass.classList.toggle('one-line', isOneLine);
    if (isOneLine) {
      text.style.whiteSpace = 'pre'; // whatever its style says, an input never wraps
      text.style.padding = '0'; // and its text is cut where the padding begins
    }
    const { x, y } = scaleOf(field);
    const origin = stage.origin();
    glass.style.width = `${(box.right - box.left) / x}px`;
    glass.style.height = `${(box.bottom - box.top) / y}px`;
    glass.style.transform = `translate(${box.left - origin.left}px, ${box.top - origin.top}px) scale(${x}, ${y})`;
    const cut = [
      (shown.top - box.top) / y,
      (box.right - shown.right) / x,
      (box.bottom - shown.bottom) / y,
      (shown.left - box.left) / x,
    ];
    glass.style.clipPath = `inset(${cut.map((side) => `${side}px`).join(' ')})`;
    text.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
  }
}

/** Where its text may show: inside border and scroll bar, and in an input inside the padding too. */
function innerBoxOf(field: Field): Box {
  const outer = field.getBoundingClientRect();
  const { x, y } = scaleOf(field);
  const left = outer.left + field.clientLeft * x;
  const top = outer.top + field.clientTop * y;
  const box = { left, top, right: left + field.clientWidth * x, bottom: top + field.clientHeight * y };
  if (!(field instanceof HTMLInputElement)) return box;
  const { paddingLeft, paddingRight } = getComputedStyle(field);
  return {
    ...box,
    left: box.left + Number.parseFloat(paddingLeft) * x,
    right: box.right - Number.parseFloat(paddingRight) * x,
  };
}

/** A site may show its composer scaled (a transform, or CSS zoom). */
function scaleOf(field: Field): { readonly x: number; readonly y: number } {
  const { offsetWidth, offsetHeight } = field;
  if (offsetWidth === 0 || offsetHeight === 0) return { x: 1, y: 1 };
  const { width, height } = field.getBoundingClientRect();
  return { x: width / offsetWidth, y: height / offsetHeight };
}

/** Rotated or skewed, by itself or with something around it: no upright box can lie over it. */
function isTurned(field: Field): boolean {
  for (let element: Element | null = field; element; element = parentOf(element)) {
    const { transform, rotate } = getComputedStyle(element);
    if (rotate !== 'none') return true;
    if (transform === 'none') continue;
    const { is2D, b, c } = new DOMMatrixReadOnly(transform);
    if (!is2D || b !== 0 || c !== 0) return true;
  }
  return false;
}

function caretBoxIn(text: HTMLElement, at: number): Box | null {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (at <= before + node.length) {
      const range = document.createRange();
      range.setStart(node, at - before);
      return range.getClientRects()[0] ?? null;
    }
    before += node.length;
  }
  return null;
}
