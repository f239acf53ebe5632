/** What of a page a person can see, and what is never read. */

/** Fields hold drafts, passwords, codes and card numbers: none of them is read. Controls and code are no prose. */
export const NEVER_READ =
  'script, style, template, noscript, svg, canvas, video, audio, iframe, frame, object, embed, input, textarea, select,' +
  'datalist, progress, meter, math, [contenteditable]:not([contenteditable="false" i]), [role="textbox"]';

/** Furniture of a page: real roles and landmarks, not guesses from class names. */
export const FURNITURE =
  'nav, footer, menu, button, label, legend, dialog:not([open]), [role="navigation"], [role="contentinfo"], [role="search"], [role="menu"],' +
  '[role="menubar"], [role="toolbar"], [role="tablist"], [role="button"], [role="tooltip"], [role="status"],' +
  '[role="progressbar"], [role="alert"], [role="listbox"], [role="log"][aria-live="off"]';

/** Drawn, and larger than the one pixel that words for screen readers only are squeezed into. */
export function isSeen(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isClippedAway(element);
}

function isClippedAway(element: Element): boolean {
  const { position, overflowX, clipPath } = getComputedStyle(element);
  if (position !== 'absolute' && position !== 'fixed') return false;
  if (overflowX !== 'hidden' && overflowX !== 'clip' && clipPath === 'none') return false;
  const { width, height } = element.getBoundingClientRect();
  return width <= 1 || height <= 1;
}

/** An image of this size or more says something; smaller ones are emoji, avatars and decoration. In CSS pixels. */
const PICTURE_PX = 96;

export function isPicture(image: HTMLImageElement): boolean {
  const { width, height } = image.getBoundingClientRect();
  return width >= PICTURE_PX && height >= PICTURE_PX && isSeen(image);
}
