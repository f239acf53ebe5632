/** Do again what was held: the press, the key or the submission, exactly once. */
import type { Attempt } from './control.js';
import { outOfFrames, upFrom } from './lookup.js';

/** How long a site gets to show that it took the press: a change near the composer, or the text going away. */
const TAKEN_MS = 1_500;

export function replay(attempt: Attempt): void {
  if (attempt.kind === 'press') press(attempt.control);
  else if (attempt.kind === 'key') strike(attempt.target, attempt.key, attempt.writing.composer.element);
  else attempt.form.requestSubmit(attempt.submitter);
}

const POINTER = { bubbles: true, cancelable: true, composed: true, button: 0, detail: 1 };

/** What a mouse does before its click; some sites act on one of these instead. */
export function pressDown(control: HTMLElement): void {
  control.dispatchEvent(
    new PointerEvent('pointerdown', { ...POINTER, buttons: 1, isPrimary: true, pointerType: 'mouse' }),
  );
  control.dispatchEvent(new MouseEvent('mousedown', { ...POINTER, buttons: 1 }));
  control.dispatchEvent(new PointerEvent('pointerup', { ...POINTER, isPrimary: true, pointerType: 'mouse' }));
  control.dispatchEvent(new MouseEvent('mouseup', POINTER));
}

function press(control: HTMLElement): void {
  pressDown(control);
  control.click();
}

function strike(
  target: HTMLElement,
  { key, code, keyCode, ctrlKey, metaKey }: KeyboardEvent,
  element: HTMLElement,
): void {
  const how = { key, code, keyCode, which: keyCode, ctrlKey, metaKey, bubbles: true, cancelable: true, composed: true };
  const isLeft = target.dispatchEvent(new KeyboardEvent('keydown', how));
  if (isLeft) target.dispatchEvent(new KeyboardEvent('keypress', how));
  target.dispatchEvent(new KeyboardEvent('keyup', how));
  // Only a trusted Enter makes the browser submit the form of a one-line field.
  if (isLeft && element instanceof HTMLInputElement) element.form?.requestSubmit();
}

/**
 * Did the site take it? Some test `event.isTrusted` and do nothing at all: only then is it false. A site at work
 * (a spinner, a disabled button) is believed, for a second press would post twice.
 */
export async function isTaken({ writing }: Attempt, text: string, lifetime: AbortSignal): Promise<boolean> {
  const { element } = writing.composer;
  const above = [...upFrom(outOfFrames(element))];
  const around = above.find((each) => each.matches('form, dialog, [role="dialog"]')) ?? above[2] ?? element;
  const hasChanged = await changeIn(around, lifetime);
  writing.refresh(); // a field that a script empties sends no event
  return hasChanged || !writing.isAlive || writing.text !== text;
}

/** Resolves to true at the first change of nodes or attributes, to false when there is none. */
function changeIn(around: Element, lifetime: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (hasChanged: boolean) => {
      observer.disconnect();
      clearTimeout(limit);
      resolve(hasChanged);
    };
    const observer = new MutationObserver(() => done(true));
    observer.observe(around, { subtree: true, childList: true, attributes: true, characterData: true });
    const limit = setTimeout(() => done(false), TAKEN_MS);
    lifetime.addEventListener('abort', () => done(true), { once: true });
  });
}
