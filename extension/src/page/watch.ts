/**
 * Edits of one composer. Nothing runs while nothing changes: no timer, no polling; an editor that changes its text
 * without an input event is seen by an observer on its own root only.
 */
import { isField } from './editor.js';

/** Long enough not to check every letter of a quick typist, short enough to feel immediate. */
const PAUSE_MS = 150;

export interface Edits {
  /** The nodes or the value may have changed: at most once a frame. */
  changed(): void;
  /** The writer paused, and no input method is composing a character. */
  paused(): void;
}

export function watchEdits(element: HTMLElement, edits: Edits, lifetime: AbortSignal): void {
  let isComposing = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;

  const afterPause = () => {
    clearTimeout(pause);
    if (!isComposing) pause = setTimeout(edits.paused, PAUSE_MS);
  };
  const touched = () => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      edits.changed();
    });
    afterPause();
  };
  const composing = (now: boolean) => () => {
    isComposing = now;
    touched();
  };

  const options = { signal: lifetime, passive: true };
  element.addEventListener('input', touched, options);
  element.addEventListener('compositionstart', composing(true), options);
  element.addEventListener('compositionend', composing(false), options);
  const observer = new MutationObserver(touched);
  if (!isField(element)) observer.observe(element, { characterData: true, childList: true, subtree: true });

  lifetime.addEventListener('abort', () => {
    clearTimeout(pause);
    if (frame !== undefined) cancelAnimationFrame(frame);
    observer.disconnect();
  });
}
