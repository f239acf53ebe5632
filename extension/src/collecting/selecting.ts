/** Finding on a page what a site's definition names. A selector the browser does not know finds nothing, and no other suffers. */
import { isMatch } from '../page/lookup.js';
import type { Selector, TextAt } from '../site.js';
import { proseOf } from './prose.js';
import { closestOf, parentOf, type Root } from './roots.js';
import { isSeen } from './visible.js';

export function matching(root: ParentNode, css: string): Element[] {
  try {
    return [...root.querySelectorAll(css)];
  } catch {
    return [];
  }
}

/** Everything any of the selectors finds, once, in the order of the page. */
export function allOf(roots: readonly Root[], selectors: readonly Selector[]): Element[] {
  const found = roots.flatMap((root) => ordered(root, selectors));
  return [...new Set(found)].filter(isSeen);
}

/** One question gives the page's order at once; where one selector spoils it, each is asked by itself. */
function ordered(root: Root, selectors: readonly Selector[]): Element[] {
  if (selectors.length === 0) return [];
  const together = selectors.map(({ css }) => css).join(', ');
  const found = matching(root, together);
  return found.length > 0 ? found : inPageOrder(selectors.flatMap(({ css }) => matching(root, css)));
}

function inPageOrder(elements: readonly Element[]): Element[] {
  const isAfter = (one: Element, other: Element) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  return elements.toSorted((one, other) => (one === other ? 0 : isAfter(one, other) ? 1 : -1));
}

/** The part of a page that belongs to one item, without the items inside of it. */
export class Part {
  constructor(
    readonly element: Element,
    private readonly isItem: (element: Element) => boolean,
  ) {}

  /** Does an element of it belong to no item further inside? */
  has(element: Element): boolean {
    return closestOf(element, (each) => each === this.element || this.isItem(each)) === this.element;
  }

  /** In the item's own tree and its shadow root; the item itself counts, too. */
  matching(css: string): Element[] {
    const own = isMatch(this.element, css) ? [this.element] : [];
    const { shadowRoot } = this.element;
    const inside = [...matching(this.element, css), ...(shadowRoot ? matching(shadowRoot, css) : [])];
    return [...own, ...inside.filter((each) => this.has(each))];
  }

  /** What the first selector finds that finds any, without matches inside of matches. */
  firstMatching(selectors: readonly Selector[]): Element[] {
    for (const { css } of selectors) {
      const found = this.matching(css);
      if (found.length > 0)
        return found.filter((each) => !found.some((other) => other !== each && other.contains(each)));
    }
    return [];
  }

  valueOf(places: readonly TextAt[]): Value | null {
    for (const place of places) {
      for (const element of this.matching(place.css)) {
        const value = valueAt(element, place);
        if (value) return { value, element };
      }
    }
    return null;
  }
}

export interface Value {
  readonly value: string;
  readonly element: Element;
}

/** An attribute or the visible words, and of them what the pattern's first group says; empty when there is nothing. */
export function valueAt(element: Element, { read, pattern }: TextAt): string {
  const whole = read ? (element.getAttribute(read) ?? '') : proseOf([element], () => false).text;
  const said = pattern ? (new RegExp(pattern, 'u').exec(whole)?.[1] ?? '') : whole;
  return said.trim();
}

/** An http(s) address as an absolute one; null for any other. */
export function addressOf({ value, element }: Value): string | null {
  if (!URL.canParse(value, element.baseURI)) return null;
  const { protocol, href } = new URL(value, element.baseURI);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

export function isWithin(element: Element, css: string): boolean {
  return closestOf(element, (each) => each.matches(css)) !== null;
}

/** How many elements stand around this one, within the tree it shares with `other`. */
export function shareAGrandparent(one: Element, other: Element): boolean {
  const above = (element: Element) => {
    const parent = parentOf(element);
    return parent ? [parent, parentOf(parent)] : [];
  };
  const places = above(one);
  return above(other).some((each) => each !== null && places.includes(each));
}
