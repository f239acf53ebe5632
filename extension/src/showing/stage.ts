/**
 * The one element of ours in a page: a host without size, its closed shadow root, and a frame inside to draw in.
 * A page may remove it; then it comes back, but not for ever.
 */
import { words } from '../words.js';
import { make } from './element.js';
import { sheet } from './sheet.js';

/** Enough for a page that renders itself anew, too few to fight one that does not want us. */
const MOST_RETURNS = 5;

export interface Stage {
  readonly host: HTMLElement;
  readonly frame: HTMLElement;
  /** The control inside our root that has focus. */
  focused(): HTMLElement | null;
  /** Be in the document, where `near` can be drawn over; false when this page does not let us. */
  enter(near: Element): boolean;
  /** Where our own zero point is: a page may move it by transforming an ancestor. */
  origin(): { readonly left: number; readonly top: number };
}

/** Inside a site's own modal dialog everything else is inert: then the host has to stand in that dialog. */
function homeOf(near: Element): Element {
  return near.closest(':modal') ?? document.documentElement;
}

export function makeStage(returned: (isBack: boolean) => void, signal: AbortSignal): Stage {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet()];
  const frame = make('div', 'frame');
  frame.lang = words('language');
  frame.dir = words('direction');
  root.append(frame);
  for (const [name, value] of Object.entries(HOST_STYLE)) host.style.setProperty(name, value, 'important');

  let home: Element | null = null;
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (!home || host.parentNode === home) return;
    returns += 1;
    const mayReturn = returns <= MOST_RETURNS && home.isConnected;
    if (mayReturn) home.append(host);
    else observer.disconnect();
    returned(mayReturn);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });

  return {
    host,
    frame,
    focused: () => (root.activeElement instanceof HTMLElement ? root.activeElement : null),
    origin: () => host.getBoundingClientRect(),
    enter(near) {
      if (returns > MOST_RETURNS || signal.aborted) return false;
      home = homeOf(near);
      if (host.parentNode === home) return true;
      observer.disconnect();
      home.append(host);
      observer.observe(home, { childList: true });
      return true;
    },
  };
}

const HOST_STYLE = {
  all: 'initial',
  position: 'fixed',
  top: '0',
  left: '0',
  width: '0',
  height: '0',
  'z-index': '2147483647',
  'pointer-events': 'none',
};
