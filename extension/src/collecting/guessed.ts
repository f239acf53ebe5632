/** Where only general knowledge says what of an item is its text: its body and headings, without what stands around them. */
import type { Feed } from '../items.js';
import type { Part } from './selecting.js';

const HEADINGS = 'h1, h2, h3, figcaption, [itemprop~="headline"], [itemprop~="name"]';

export interface Guess {
  readonly isBeside: (element: Element) => boolean;
  /** Holds the body or stands in it: no byline, however short the body is. */
  readonly isBody: (element: Element) => boolean;
}

/** Where no body is known nothing stands beside it. */
export function guessText(part: Part, feed: Feed): Guess {
  const bodies = part.firstMatching(feed.text);
  const kept = [...bodies, ...part.matching(HEADINGS)];
  const touches = (parts: readonly Element[], each: Element) =>
    parts.some((one) => one.contains(each) || each.contains(one));
  return {
    isBeside: (each) => bodies.length > 0 && (isListOfLinks(each) || !touches(kept, each)),
    isBody: (each) => touches(bodies, each),
  };
}

/** Ways to share, tags, what to read next: a list whose every entry is a link and nothing else. */
function isListOfLinks(element: Element): boolean {
  if (element.localName !== 'ul' && element.localName !== 'ol') return false;
  const told = (each: Element) => each.textContent?.replace(/\s+/g, '').length ?? 0;
  const links = [...element.querySelectorAll('a[href]')];
  return links.length > 1 && links.reduce((sum, link) => sum + told(link), 0) === told(element);
}
