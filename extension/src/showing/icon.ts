/** Line icons on a grid of 16; each severity has its own outline, so that shape tells them apart without colour. */
import type { Severity } from '../model.js';

const PATHS = {
  serious: 'M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3zM8 4.8v3.7M8 11h.01',
  warning: 'M8 2.2 14.3 13.4H1.7zM8 6.4v3.3M8 11.6h.01',
  advice: 'M2.2 2.8h11.6v8H7.4L4.4 13.6v-2.8H2.2zM5 5.6h6M5 8h4',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.4v3.7M8 4.9h.01',
  clear: 'M3 8.6 6.4 12 13 4.6',
  checking: 'M8 2a6 6 0 1 1-5.6 3.9',
  off: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM3.7 3.7l8.6 8.6',
  close: 'M4 4l8 8M12 4l-8 8',
  previous: 'M10 3.5 5.5 8l4.5 4.5',
  next: 'M6 3.5 10.5 8 6 12.5',
} as const satisfies Record<Severity, string> & Record<string, string>;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** Decorative: the words beside it, or the control's name, say the same. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
