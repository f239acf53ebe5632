/**
 * The visible words of one or more elements and where each stands, from one walk; the arithmetic is that of composers
 * (page/pieces.ts). Shadow roots, slots and small images that stand for an emoji are part of the text.
 */
import { type Assembled, assemble, type Piece, placeOfEnd, placeOfStart, type Spaces } from '../page/pieces.js';
import { isPicture, isSeen, NEVER_READ } from './visible.js';

export type Prose = Assembled<Node>;

/** `isLeftOut` keeps parts of an element out: a comment inside a post, its author's name, buttons. */
export function proseOf(elements: readonly Element[], isLeftOut: (element: Element) => boolean, clip?: Range): Prose {
  return assemble(piecesOfAll(elements, { isLeftOut, clip: clip ?? null }));
}

interface Walk {
  readonly isLeftOut: (element: Element) => boolean;
  readonly clip: Range | null;
}

function* piecesOfAll(elements: readonly Element[], walk: Walk): Generator<Piece<Node>> {
  for (const element of elements) {
    yield { kind: 'block' };
    yield* piecesOfElement(element, walk);
    yield { kind: 'block' };
  }
}

/** Of `display`: what stands on a line with its neighbours. Everything else begins and ends a line. */
export const INLINE = /^(inline|contents|ruby|math)/;

function* piecesOfElement(element: Element, walk: Walk): Generator<Piece<Node>> {
  if (element.localName === 'br') {
    yield { kind: 'break', source: element };
    return;
  }
  if (walk.isLeftOut(element) || element.matches(NEVER_READ) || isOutside(element, walk)) return;
  const style = getComputedStyle(element);
  if (style.display !== 'contents' && !isSeen(element)) return;
  if (element.localName === 'img') {
    const image = element as HTMLImageElement;
    if (image.alt && !isPicture(image)) yield { kind: 'atom', source: image, text: image.alt };
    return;
  }
  const isBlock = !INLINE.test(style.display);
  if (isBlock) yield { kind: 'block' };
  const spaces = spacesOf(style);
  for (const node of childrenOf(element)) {
    if (node.nodeType === Node.TEXT_NODE) yield* textPiece(node as Text, spaces, walk);
    else if (node.nodeType === Node.ELEMENT_NODE) yield* piecesOfElement(node as Element, walk);
  }
  if (isBlock) yield { kind: 'block' };
}

/** What is drawn inside: a shadow root's children instead of its host's, a slot's assigned nodes instead of its own. */
export function childrenOf(element: Element): Iterable<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.localName !== 'slot') return element.childNodes;
  const assigned = (element as HTMLSlotElement).assignedNodes();
  return assigned.length > 0 ? assigned : element.childNodes;
}

function isOutside(element: Element, { clip }: Walk): boolean {
  return clip !== null && !clip.intersectsNode(element);
}

function* textPiece(node: Text, spaces: Spaces, { clip }: Walk): Generator<Piece<Node>> {
  if (clip === null) {
    yield { kind: 'text', source: node, text: node.data, spaces };
  } else if (clip.intersectsNode(node)) {
    // What is not selected counts as spaces, so that the places of the rest stay what they are.
    const from = node === clip.startContainer ? clip.startOffset : 0;
    const to = node === clip.endContainer ? clip.endOffset : node.length;
    const text = ' '.repeat(from) + node.data.slice(from, to);
    yield { kind: 'text', source: node, text, spaces: from > 0 ? 'collapse' : spaces };
  }
}

function spacesOf(style: CSSStyleDeclaration): Spaces {
  const collapse = style.getPropertyValue('white-space-collapse');
  if (collapse === 'collapse') return 'collapse';
  return collapse === 'preserve-breaks' ? 'lines' : 'keep';
}

/** The words [start, end) on the page; null when they have no place in it. Ends of words inside one run each. */
export function rangeOf(prose: Prose, start: number, end: number): Range | null {
  const first = placeOfStart(prose, start);
  const last = placeOfEnd(prose, end);
  const document = first?.source.ownerDocument;
  if (!first || !last || !document) return null;
  const range = document.createRange();
  if (typeof first.at === 'number') range.setStart(first.source, first.at);
  else range.setStartBefore(first.source);
  if (typeof last.at === 'number') range.setEnd(last.source, last.at);
  else range.setEndAfter(last.source);
  return range;
}
