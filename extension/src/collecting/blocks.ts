/**
 * Readable text of a page nobody described: paragraphs, list items, captions. Furniture (navigation, buttons) and rows
 * of links are left out; neighbouring blocks under one parent are one text, so that a disclaimer in the last paragraph
 * counts for the first.
 */
import type { Passage } from './passage.js';
import { childrenOf, INLINE, proseOf } from './prose.js';
import type { Slices } from './slices.js';
import { FURNITURE, isSeen, NEVER_READ } from './visible.js';

/** One text of a page may be as long as a long comment; an article is cut between its paragraphs. In characters. */
const LONGEST = 4_000;
/** Less than this is a label, unless it is a sentence. In characters. */
const SHORTEST = 25;
/** Around what is read: also the banner with the site's name, questions that lie over the page, and what is to be filled in. */
const AROUND =
  `${FURNITURE}, [role="dialog"], [role="alertdialog"], [role="banner"],` +
  'header:not(:is(article, aside, main, nav, section, [role="article"], [role="main"]) *),' +
  'form:has(textarea, [type="password"], [type="email"]):not(:has(h1, article, main))';

export async function* blocksIn(
  top: Element,
  isLeftOut: (element: Element) => boolean,
  slices: Slices,
  signal: AbortSignal,
): AsyncGenerator<Passage> {
  const lines = new Map<Element, boolean>();
  const group: Element[] = [];
  let length = 0;
  let parent: Element | null = null;

  function* taken(): Generator<Passage> {
    if (group.length > 0 && isProse(group)) yield passage([...group], isLeftOut);
    group.length = 0;
    length = 0;
  }

  const waiting: Element[] = [top];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    await slices.pause(signal);
    if (isLeftOut(element) || element.matches(NEVER_READ) || element.matches(AROUND) || !isDrawn(element)) continue;
    if (!isBlockOfText(element, lines)) {
      waiting.push(...elementsIn(element).toReversed());
      continue;
    }
    const here = element.parentElement;
    // A list's entries are texts of their own: rows of comments are lists as often as lists are.
    if (here !== parent || length > LONGEST || element.localName === 'li') yield* taken();
    parent = here;
    group.push(element);
    length += element.textContent?.length ?? 0; // only to know when to cut; what is read is the visible text
  }
  yield* taken();
}

function isDrawn(element: Element): boolean {
  return getComputedStyle(element).display === 'contents' || isSeen(element);
}

const elementsIn = (element: Element): Element[] =>
  [...childrenOf(element)].filter((node): node is Element => node.nodeType === Node.ELEMENT_NODE);

/** Has text of its own, or nothing but lines of text inside. */
function isBlockOfText(element: Element, lines: Map<Element, boolean>): boolean {
  const children = [...childrenOf(element)];
  if (children.some((node) => node.nodeType === Node.TEXT_NODE && (node as Text).data.trim() !== '')) return true;
  const elements = elementsIn(element);
  return elements.length > 0 && elements.every((child) => isLine(child, lines)) && element.localName !== 'body';
}

/** Stands on a line with its neighbours, and so does everything in it. */
function isLine(element: Element, lines: Map<Element, boolean>): boolean {
  const known = lines.get(element);
  if (known !== undefined) return known;
  const is =
    INLINE.test(getComputedStyle(element).display) && elementsIn(element).every((child) => isLine(child, lines));
  lines.set(element, is);
  return is;
}

function isProse(elements: readonly Element[]): boolean {
  const text = proseOf(elements, (each) => each.matches(FURNITURE)).text.trim();
  if (!/\p{L}/u.test(text)) return false;
  const links = elements.flatMap((element) => [...element.querySelectorAll('a[href]')]);
  const linked = links.reduce((sum, link) => sum + proseOf([link], () => false).text.length, 0);
  const isRowOfLinks = linked * 2 > text.length;
  const isSentence = /\p{L}.*\s.*\p{L}.*[.!?…]["”’)]?(\s|$)/su.test(text);
  // A page's title often leads to the page itself.
  const isTitle = elements.some((element) => element.closest('h1') ?? element.querySelector('h1'));
  return isTitle || (!isRowOfLinks && (isSentence || text.length >= SHORTEST));
}

function passage(elements: readonly Element[], isLeftOut: (element: Element) => boolean): Passage {
  return {
    elements,
    isLeftOut: (each) => isLeftOut(each) || each.matches(FURNITURE),
    item: { surface: 'post', author: null, time: null, permalink: null, kind: 'text' },
    words: null,
    clip: null,
  };
}
