/**
 * What happens inside our host stays there. Sites close composers on outside clicks, trap focus and bind shortcuts:
 * to them a press in our card must not exist. Stopping at the window, on the way down, hides it from every listener
 * of the page that came after ours; what the browser itself does (focus, press by Enter, Tab) still happens.
 */

const HIDDEN_FROM_PAGE = [
  'keydown',
  'keyup',
  'keypress',
  'focus',
  'blur',
  'focusin',
  'focusout',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'dblclick',
  'contextmenu',
] as const;

export interface Shielded {
  readonly host: HTMLElement;
  /** A key pressed inside our host. */
  readonly key: (event: KeyboardEvent) => void;
  /** A press of the mouse leaves focus where it is (in the editor), unless this says otherwise. */
  readonly takesFocus: () => boolean;
  readonly signal: AbortSignal;
}

export function startShield({ host, key, takesFocus, signal }: Shielded): void {
  const hide = (event: Event) => {
    if (!event.composedPath().includes(host)) return;
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && event.isTrusted) key(event as KeyboardEvent);
    if (event.type === 'mousedown' && !takesFocus()) event.preventDefault();
  };
  for (const type of HIDDEN_FROM_PAGE) addEventListener(type, hide, { capture: true, signal });
  // A click has to arrive at our own buttons first.
  host.addEventListener('click', (event) => event.stopPropagation(), { signal });
}
