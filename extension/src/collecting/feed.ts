/** Posts and comments where the site's definition says how to find them: with author, time and permalink. */
import type { Feed } from '../items.js';
import { type Guess, guessText } from './guessed.js';
import type { Found, Gap, Passage } from './passage.js';
import { picturesIn } from './pictures.js';
import { closestOf, parentOf, type Root } from './roots.js';
import { addressOf, allOf, Part, shareAGrandparent } from './selecting.js';
import type { Slices } from './slices.js';
import { FURNITURE } from './visible.js';

export interface FeedFound extends Found {
  readonly items: ReadonlySet<Element>;
}

export async function* passagesOfFeed(
  feed: Feed,
  roots: readonly Root[],
  slices: Slices,
  signal: AbortSignal,
): AsyncGenerator<FeedFound> {
  const items = new Set(allOf(roots, feed.item));
  const taken = new Set<Element>();
  for (const element of items) {
    await slices.pause(signal);
    const { passages, gaps } = inItem(element, feed, items);
    // Two selectors may find the same post at two depths: its words are told once.
    const fresh = passages.filter(({ elements: [first] }) => first && !taken.has(first));
    for (const { elements } of fresh) for (const each of elements) taken.add(each);
    yield { passages: fresh, gaps: gaps.filter((gap) => isFresh(gap, taken)), items };
  }
}

function isFresh({ element }: Gap, taken: Set<Element>): boolean {
  if (!element || taken.has(element)) return false;
  taken.add(element);
  return true;
}

function inItem(element: Element, feed: Feed, items: ReadonlySet<Element>): Found {
  const part = new Part(element, (each) => items.has(each));
  const author = part.valueOf(feed.author);
  const time = part.valueOf(feed.time);
  const link = part.valueOf(feed.permalink);
  const about = {
    author: author?.value.replace(/\s+/g, ' ') ?? null,
    time: time ? momentOf(time.value) : null,
    permalink: link ? addressOf(link) : null,
  };
  const around = parentOf(element);
  const isInside = around !== null && closestOf(around, (each) => items.has(each)) !== null;
  const item = { ...about, surface: isInside ? ('comment' as const) : ('post' as const), kind: 'text' as const };

  const aside = [author, time, link].flatMap((value) => (value && value.element !== element ? [value.element] : []));
  // Where the words are is known of some sites, and guessed of others.
  const known = feed.text.filter(({ certainty }) => certainty !== 'guess');
  const texts = part.firstMatching(known).filter((text) => !isAbout(text, aside));
  const { isBeside, isBody } = known.length > 0 ? NO_GUESS : guessText(part, feed);
  const isLeftOut = (each: Element) => (each !== element && items.has(each)) || each.matches(FURNITURE);
  const isAside = (each: Element) =>
    isLeftOut(each) ||
    isBeside(each) ||
    aside.includes(each) ||
    (each !== element && !isBody(each) && isByline(each, aside));
  const isWithout = texts.length > 0 ? isLeftOut : isAside;
  const [own = [], ...passedOn] = texts.length > 0 ? clustersOf(texts) : [[element]];
  const quotes = quotesIn(part, own).filter((quote) => !isBeside(quote));
  const isOthers = (each: Element) => isWithout(each) || quotes.includes(each);
  const passages: Passage[] = [
    { elements: own, isLeftOut: isOthers, item, words: null, clip: null },
    // What an item passes on or answers stands in it, and was written by somebody else.
    ...[...passedOn, ...quotes.map((quote) => [quote])].map((elements) => {
      return { elements, isLeftOut, item: { ...item, author: null }, words: null, clip: null };
    }),
  ];
  const images = part.matching('img').filter((image) => !texts.some((text) => text.contains(image)));
  const pictures = picturesIn(images as HTMLImageElement[], about);
  return { passages: [...passages, ...pictures.passages], gaps: pictures.gaps };
}

const NO_GUESS: Guess = { isBeside: () => false, isBody: () => false };
const QUOTES = 'blockquote, aside.quote';

/** The outermost quotations inside what is read of an item. */
function quotesIn(part: Part, read: readonly Element[]): Element[] {
  const found = part.matching(QUOTES).filter((quote) => read.some((each) => each !== quote && each.contains(quote)));
  return found.filter((quote) => !found.some((other) => other !== quote && other.contains(quote)));
}

/** Seconds or milliseconds since 1970, which attributes for programs hold, as ISO 8601; anything else as it stands. */
function momentOf(value: string): string {
  const [, seconds, milliseconds = '000'] = /^(\d{10})(\d{3})?$/.exec(value) ?? [];
  return seconds ? new Date(Number(seconds + milliseconds)).toISOString() : value;
}

/** Broad selectors also find the author's name, the time and what stands on buttons. */
function isAbout(text: Element, aside: readonly Element[]): boolean {
  return aside.some((each) => each.contains(text) || isAllOf(each, text)) || text.closest(FURNITURE) !== null;
}

/** The link of a time often holds nothing but the time's own element. */
function isAllOf(inner: Element, outer: Element): boolean {
  return outer.contains(inner) && inner.textContent?.trim() === outer.textContent?.trim();
}

/** "By Sam Ortiz, October 2": an author, a time or a link to the item, and hardly a word more. */
function isByline(element: Element, aside: readonly Element[]): boolean {
  if (aside.includes(element)) return true;
  const inside = aside.filter((each) => element.contains(each));
  if (inside.length === 0) return false;
  const told = (each: Element) => each.textContent?.replace(/\s+/g, '').length ?? 0;
  const outermost = inside.filter((each) => !inside.some((other) => other !== each && other.contains(each)));
  return told(element) - outermost.reduce((sum, each) => sum + told(each), 0) <= LONGEST_LABEL;
}

/** "Posted by … on …, edited": in characters, without spaces. */
const LONGEST_LABEL = 24;

/** Paragraphs of one text stand close together in the tree; a quoted post's text stands apart. */
function clustersOf(texts: readonly Element[]): Element[][] {
  const clusters: Element[][] = [];
  for (const text of texts) {
    const last = clusters.at(-1);
    const [previous] = last?.slice(-1) ?? [];
    if (last && previous && shareAGrandparent(previous, text)) last.push(text);
    else clusters.push([text]);
  }
  return clusters;
}

/** Names of authors on the page, the most frequent first. */
export async function authorsIn(
  feed: Feed,
  roots: readonly Root[],
  slices: Slices,
  signal: AbortSignal,
): Promise<string[]> {
  const items = new Set(allOf(roots, feed.item));
  const counts = new Map<string, number>();
  for (const element of items) {
    await slices.pause(signal);
    const name = new Part(element, (each) => items.has(each)).valueOf(feed.author)?.value.replace(/\s+/g, ' ');
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([name]) => name);
}
