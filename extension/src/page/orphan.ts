/**
 * The extension was updated or removed under this page: nothing of it works any more (even its words are gone), so
 * nothing of it may stay, least of all a badge that says “Clear”. The browser tells nobody; whatever the person does
 * next is the moment to look, before any other part of ours hears of it.
 */
const NEXT = ['focus', 'pointermove', 'pointerdown', 'keydown', 'beforeinput', 'input', 'scroll', 'visibilitychange'];

export function leaveWhenOrphaned(leave: () => void, lifetime: AbortSignal): void {
  const look = () => {
    if (!chrome.runtime?.id) leave(); // absent once the context is gone
  };
  for (const kind of NEXT) addEventListener(kind, look, { capture: true, passive: true, signal: lifetime });
}
