/** Finding on the page what a site's definition names. What this browser does not understand matches nothing. */
import type { Selector, TextAt } from '../site.js';
import { read } from './reading.js';

/** A selector that this browser does not understand matches nothing; the others still count. */
export function isMatch(element: Element, css: string): boolean {
  try {
    return element.matches(css);
  } catch {
    return false;
  }
}

function queried(root: ParentNode, css: string): Element | null {
  try {
    return root.querySelector(css);
  } catch {
    return null;
  }
}

export function matchesAny(element: Element, selectors: readonly Selector[]): boolean {
  return selectors.some(({ css }) => isMatch(element, css));
}

/** The first that is there, in order of trust. */
export function firstOf(root: ParentNode, selectors: readonly Selector[]): Element | null {
  for (const { css } of selectors) {
    const found = queried(root, css);
    if (found) return found;
  }
  return null;
}

/** All elements of the first selector that finds any, in document order. */
export function allOf(root: ParentNode, selectors: readonly Selector[]): readonly Element[] {
  for (const { css } of selectors) {
    if (queried(root, css)) return [...root.querySelectorAll(css)];
  }
  return [];
}

/** What the first selector with a value says, inside of `root` or on `root` itself; null when none has any. */
export function textOf(root: ParentNode, sources: readonly TextAt[]): string | null {
  for (const source of sources) {
    const element = root instanceof Element && isMatch(root, source.css) ? root : queried(root, source.css);
    const value = element && valueIn(element, source);
    if (value) return value;
  }
  return null;
}

/**
 * As `textOf`, from what stands nearest: `start` itself, then what its parents hold; open shadow roots are crossed.
 * What stands inside of `start` is what is being written, and no answer.
 */
export function nearestText(start: Element, sources: readonly TextAt[]): string | null {
  const isOutside = (each: Element) => each === start || !start.contains(each);
  for (const source of sources) {
    if (!isSomewhere(start, source)) continue; // one question to the page instead of one to every parent
    for (const root of upFrom(start)) {
      const found = isMatch(root, source.css) ? root : allOf(root, [source]).find(isOutside);
      const value = found && valueIn(found, source);
      if (value) return value;
    }
  }
  return null;
}

/** In the documents and shadow roots that hold `start`. */
function isSomewhere(start: Element, { css }: Selector): boolean {
  const roots = new Set([...upFrom(start)].map((each) => each.getRootNode() as Document | ShadowRoot));
  return [...roots].some((root) => queried(root, css) !== null);
}

/** `start` and everything around it, across open shadow roots and out of frames of the same origin. */
export function* upFrom(start: Element): Generator<Element> {
  for (let node: Node | null = start; node; node = nodeAround(node)) {
    if (isElement(node)) yield node;
  }
}

function nodeAround(node: Node): Node | null {
  if (node.nodeType === Node.DOCUMENT_NODE) return (node as Document).defaultView?.frameElement ?? null;
  return node.parentNode ?? ('host' in node ? (node.host as Element) : null);
}

/** The element itself, or the outermost frame that it is in, in so far as its pages are of one origin. */
export function outOfFrames(element: Element): Element {
  const around = element.ownerDocument.defaultView?.frameElement;
  return around ? outOfFrames(around) : element;
}

/** Steps from the composer (its frame, where it has one) up to the first element that holds both. */
export function distanceBetween(control: HTMLElement, element: HTMLElement): number {
  const above = new Set(upFrom(control));
  const from = control.ownerDocument === element.ownerDocument ? element : outOfFrames(element);
  return [...upFrom(from)].findIndex((each) => above.has(each));
}

/** The page around a frame has classes of its own: `instanceof` says no to its elements. */
export const isElement = (target: unknown): target is HTMLElement =>
  typeof target === 'object' && target !== null && 'nodeType' in target && target.nodeType === Node.ELEMENT_NODE;

/** This window and those around it, in so far as they are of one origin. */
export function windowsAround(): readonly Window[] {
  const windows: Window[] = [window];
  for (let frame = window.frameElement; frame; frame = windows.at(-1)?.frameElement ?? null) {
    const around = frame.ownerDocument.defaultView;
    if (!around) break;
    windows.push(around);
  }
  return windows;
}

/** A page of another origin is around these: what happens there is not seen from here. */
export const isCutOff = (): boolean => windowsAround().at(-1) !== window.top;

function valueIn(element: Element, { read: attribute, pattern }: TextAt): string | null {
  const whole = attribute === null ? visibleText(element) : attributeOf(element, attribute);
  if (pattern === null) return whole.trim() || null;
  return new RegExp(pattern, 'u').exec(whole)?.[1]?.trim() || null; // the build has tried the pattern
}

const visibleText = (element: Element) =>
  element instanceof HTMLElement ? read(element).text : (element.textContent ?? '');

/** A field's value is a property: its attribute is only what it began with. */
function attributeOf(element: Element, name: string): string {
  if (name === 'value' && 'value' in element) return String(element.value);
  return element.getAttribute(name) ?? '';
}
