/** Copies a fix that the editor did not take; false when this page forbids that, too. */
import { make } from './element.js';
import type { Stage } from './stage.js';

export async function copyWords(said: string, stage: Stage): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(said);
    return true;
  } catch {
    return copyBySelection(said, stage); // no secure page, or a permissions policy without the clipboard
  }
}

function copyBySelection(said: string, { frame, focused }: Stage): boolean {
  const before = focused() ?? document.activeElement;
  const field = make('textarea', 'unseen');
  field.value = said;
  frame.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}
