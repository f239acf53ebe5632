/** Every tree of a page that can be read: its document, open shadow roots and frames of the same origin, at any depth. */
import type { Slices } from './slices.js';
import { isSeen } from './visible.js';

export type Root = Document | ShadowRoot;

export interface Roots {
  readonly roots: readonly Root[];
  /** Hosts of frames that another origin owns; they are visible and cannot be read. */
  readonly closedFrames: readonly string[];
}

/** A frame smaller than this shows no text to read: counters, tracking pixels. In CSS pixels. */
const FRAME_PX = 100;

export async function rootsOf(top: Document, slices: Slices, signal: AbortSignal): Promise<Roots> {
  const roots: Root[] = [];
  const closedFrames: string[] = [];
  const waiting: Root[] = [top];
  for (let root = waiting.shift(); root; root = waiting.shift()) {
    roots.push(root);
    let seen = 0;
    for (const element of root.querySelectorAll('*')) {
      seen += 1;
      if (seen % 200 === 0) await slices.pause(signal);
      if (element.shadowRoot) waiting.push(element.shadowRoot);
      if (element.localName !== 'iframe' && element.localName !== 'frame') continue;
      const inner = documentIn(element as HTMLIFrameElement);
      if (inner) waiting.push(inner);
      else if (isLarge(element)) closedFrames.push(hostOf(element as HTMLIFrameElement));
    }
  }
  return { roots, closedFrames };
}

function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument; // null, or an exception in some browsers, when it is another origin's
  } catch {
    return null;
  }
}

function isLarge(frame: Element): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return width >= FRAME_PX && height >= FRAME_PX && isSeen(frame);
}

function hostOf({ src }: HTMLIFrameElement): string {
  return URL.canParse(src) ? new URL(src).hostname : '';
}

/** The element around this one, out of a shadow root or a frame as well. */
export function parentOf(element: Element): Element | null {
  const { parentElement } = element;
  if (parentElement) return element.assignedSlot ?? parentElement;
  const root = element.getRootNode();
  if (isShadowRoot(root)) return root.host;
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** Not `instanceof`: a node of another frame is an instance of that frame's classes. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}

export function closestOf(element: Element, isWanted: (each: Element) => boolean): Element | null {
  for (let each: Element | null = element; each; each = parentOf(each)) if (isWanted(each)) return each;
  return null;
}
