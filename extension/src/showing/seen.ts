/** Which part of an element can be seen: what the window and the scrolling boxes around it leave. */
import { type Box, overlapOf } from './place.js';

/** Chromium's resize handle, in CSS pixels. */
const HANDLE = 15;

export function windowBox(): Box {
  const { clientWidth, clientHeight } = document.documentElement;
  return {
    left: 0,
    top: 0,
    right: clientWidth || innerWidth,
    bottom: Math.min(innerHeight, clientHeight || innerHeight),
  };
}

/** null when nothing of it is in sight. */
export function seenBox(element: Element): Box | null {
  if (!element.checkVisibility({ visibilityProperty: true })) return null;
  let seen = overlapOf(element.getBoundingClientRect(), windowBox());
  let { position } = getComputedStyle(element);
  for (let around = parentOf(element); around && seen && position !== 'fixed'; around = parentOf(around)) {
    if (around === document.body || around === document.documentElement) break; // they scroll the window itself
    const style = getComputedStyle(around);
    // What is placed absolutely is clipped only from the box on that it is placed in.
    if (position === 'absolute' && style.position === 'static') continue;
    if (style.overflow !== 'visible') seen = overlapOf(seen, around.getBoundingClientRect());
    position = style.position;
  }
  return seen;
}

/** A field's scroll bar and the handle that resizes it stay free to be used. */
export function besideHandles(seen: Box, element: HTMLElement): Box {
  const { resize, borderLeftWidth, borderRightWidth, direction } = getComputedStyle(element);
  const borders = Number.parseFloat(borderLeftWidth) + Number.parseFloat(borderRightWidth);
  const scrollBar = element.offsetWidth - element.clientWidth - borders;
  const kept = resize !== 'none' && element instanceof HTMLTextAreaElement ? Math.max(scrollBar, HANDLE) : scrollBar;
  return direction === 'rtl' ? { ...seen, left: seen.left + kept } : { ...seen, right: seen.right - kept };
}

/** Across slots and open shadow roots, as the page is painted. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
