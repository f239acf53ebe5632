/**
 * Edits of one composer. Nothing runs while nothing changes: no timer, no polling; an editor that changes its text
 * without an input event is seen by an observer on its own root only.
 */
import { isField } from './editor.js';

/** Quick typing is one check for several letters; an underline still comes within 150 ms (docs/performance.md). */
const PAUSE_MS = 50;
/** Nobody is in the middle of a sentence any more. */
const REST_MS = 2_000;

export interface Edits {
  /** The nodes or the value may have changed: at most once a frame. */
  changed(): void;
  /** An input method began or ended composing characters. */
  composing(now: boolean): void;
  /** The writer paused, and no input method is composing a character. */
  paused(): void;
  /** The writer stopped typing. */
  rested(): void;
}

export function watchEdits(element: HTMLElement, edits: Edits, lifetime: AbortSignal): void {
  let isComposing = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;

  const changed = () => {
    frame = undefined;
    edits.changed();
  };
  const afterPause = () => {
    clearTimeout(pause);
    clearTimeout(rest);
    if (isComposing) return;
    pause = setTimeout(edits.paused, PAUSE_MS);
    rest = setTimeout(() => {
      if (frame !== undefined) {
        cancelAnimationFrame(frame); // a tab in the background draws none
        changed();
      }
      edits.rested();
    }, REST_MS);
  };
  const touched = () => {
    frame ??= requestAnimationFrame(changed);
    afterPause();
  };
  const composing = (now: boolean) => () => {
    isComposing = now;
    edits.composing(now);
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
    clearTimeout(rest);
    if (frame !== undefined) cancelAnimationFrame(frame);
    observer.disconnect();
  });
}
