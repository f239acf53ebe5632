/** Which press would send which composer's text: the site's submit controls and keys, by its definition. */
import type { SiteSurface, SubmitKey } from '../site.js';
import { broadcastOf } from './broadcast.js';
import { COMPOSERS, type Composer, composerFor } from './composer.js';
import type { Desk } from './desk.js';
import { isField } from './editor.js';
import { SCOPE } from './holder.js';
import { distanceBetween, isElement, isMatch, matchesAny, upFrom, windowsAround } from './lookup.js';
import type { Writing } from './writing.js';

/** A press that would send this text, with what is needed to do it again. */
export type Attempt = { readonly writing: Writing } & (
  | { readonly kind: 'press'; readonly control: HTMLElement; readonly isBroadcast: boolean }
  | { readonly kind: 'key'; readonly target: HTMLElement; readonly key: KeyboardEvent }
  | { readonly kind: 'form'; readonly form: HTMLFormElement; readonly submitter: HTMLElement | null }
);

/** How many steps above a composer its button may hang where no form or dialog holds both: editors bring up to eight. */
const NEAR_STEPS = 10;

const CONTROL = 'button, [role="button"], input[type="submit"], input[type="button"], input[type="image"]';

export function pressIn(event: Event, desk: Desk): Attempt | null {
  const elements = [...withinClosedRoots(event), ...event.composedPath()].filter(isElement);
  const control = elements.find((each) => each.matches(CONTROL)) ?? elements.find((each) => isNamed(each, desk));
  if (!control || control.matches('[disabled], [aria-disabled="true"]')) return null;
  const isBroadcast = matchesAny(control, desk.site.live);
  const writing = isBroadcast ? broadcastOf(control, desk) : ownerOf(control, desk);
  return writing && { kind: 'press', control, isBroadcast, writing };
}

/** The path of an event ends at the host of a closed shadow root: what was pressed inside of it, and all around it. */
function withinClosedRoots(event: Event): readonly Element[] {
  let [inner] = event.composedPath();
  const found: Element[] = [];
  while (inner instanceof HTMLElement) {
    const root = chrome.dom?.openOrClosedShadowRoot(inner);
    if (!root) break;
    const pressed: Element | null =
      event instanceof MouseEvent ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
    if (!pressed || pressed === inner || !root.contains(pressed)) break;
    found.unshift(...[...upFrom(pressed)].filter((each) => root.contains(each)));
    inner = pressed;
  }
  return found;
}

/** A site's submit control that is neither a button nor called one. */
function isNamed(element: Element, desk: Desk): boolean {
  const { surfaces, live } = desk.site;
  return matchesAny(element, live) || surfaces.some((surface) => isSubmitOf(surface, element));
}

const isSubmitOf = (surface: SiteSurface, element: Element) => matchesAny(element, surface.submit);

/** The nearest composer that this control sends. */
function ownerOf(control: HTMLElement, desk: Desk): Writing | null {
  adoptUnfocused(control, desk);
  const distance = (writing: Writing) => distanceBetween(control, writing.composer.element);
  const [nearest] = desk.all
    .filter(({ isNothing, composer }) => !isNothing && sends(control, composer))
    .toSorted((one, other) => distance(one) - distance(other));
  return nearest ?? null;
}

/** A draft the site restored may be sent without ever having had the focus. */
function adoptUnfocused(control: HTMLElement, desk: Desk): void {
  const isHere = control.ownerDocument === document; // else the button is in the page around this frame
  const scope = isHere ? scopeOf(control) : document;
  for (const element of scope?.querySelectorAll<HTMLElement>(COMPOSERS) ?? []) {
    const composer = composerFor(element, desk.site);
    if (composer) desk.adopt(composer);
  }
}

function sends(control: HTMLElement, { surface, element }: Composer): boolean {
  const isOwn = isSubmitOf(surface, control);
  if (isOwn && !isGuess(surface, control)) return true;
  if (isField(element) && element.form && formOf(control) === element.form) return isOwn || isNamedSo(surface, control);
  return (isOwn || isNamedSo(surface, control)) && isNear(control, element);
}

/** Is there a button for it in this frame, or in those around it that we may look into? */
export function isSentFromHere(composer: Composer): boolean {
  return windowsAround().some(({ document: page }) =>
    [...page.querySelectorAll<HTMLElement>(CONTROL)].some((control) => sends(control, composer)),
  );
}

/** The same press on the page as it is now: a site may have drawn its button anew while the question was open. */
export function standing(attempt: Attempt): Attempt {
  if (attempt.kind !== 'press' || attempt.control.isConnected) return attempt;
  const { control, isBroadcast, writing } = attempt;
  const label = nameOf(control);
  const anew = [...document.querySelectorAll<HTMLElement>(CONTROL)].find(
    (each) => nameOf(each) === label && (isBroadcast || sends(each, writing.composer)),
  );
  return anew ? { ...attempt, control: anew } : attempt;
}

/** A guessed selector ("any submit button") counts only beside the composer. */
function isGuess(surface: SiteSurface, control: Element): boolean {
  return surface.submit.every(({ css, certainty }) => certainty === 'guess' || !isMatch(control, css));
}

function nameOf(control: HTMLElement): string {
  const said = isField(control) ? control.value : control.textContent;
  return (control.getAttribute('aria-label') ?? said ?? '').trim();
}

function isNamedSo(surface: SiteSurface, control: HTMLElement): boolean {
  const name = nameOf(control);
  return surface.words.some((word) => word.toLowerCase() === name.toLowerCase());
}

const formOf = (control: HTMLElement) => ('form' in control ? control.form : control.closest('form'));

function isNear(control: HTMLElement, element: HTMLElement): boolean {
  const scope = scopeOf(element);
  return scope ? [...upFrom(control)].includes(scope) : distanceBetween(control, element) <= NEAR_STEPS;
}

/** A button may hang in a shadow root of its own, within the same form or dialog. */
const scopeOf = (element: HTMLElement) => [...upFrom(element)].find((each) => each.matches(SCOPE)) ?? null;

/** Enter or Ctrl/Cmd+Enter in a composer, where that sends. Shift+Enter, input methods and open lists keep theirs. */
export function keyIn(event: KeyboardEvent, desk: Desk): Attempt | null {
  const isComposing = event.isComposing || event.keyCode === 229; // 229: an input method has the key (UI Events)
  if (event.key !== 'Enter' || event.shiftKey || event.altKey || isComposing) return null;
  const path = event.composedPath();
  const writing = desk.all.find(({ composer }) => composer.hasWords && path.includes(composer.element));
  if (!writing) return null;
  const { element, surface } = writing.composer;
  if (element.matches('[aria-activedescendant]:not([aria-activedescendant=""]), [aria-expanded="true"]')) return null;
  const pressed: SubmitKey = event.ctrlKey || event.metaKey ? 'Ctrl+Enter' : 'Enter';
  const sendsForm = element instanceof HTMLInputElement && element.form !== null;
  if (!surface.keys.includes(pressed) && !(pressed === 'Enter' && sendsForm)) return null;
  const target = isElement(path[0]) ? path[0] : element;
  return { kind: 'key', target, key: event, writing };
}

/** The net under the others: a form that is submitted in a way not seen before. */
export function submitOf(event: SubmitEvent, desk: Desk): Attempt | null {
  const { submitter } = event;
  const form = event.target as HTMLFormElement; // of this page, or of the one around this frame
  const isWithin = (element: HTMLElement) => formOf(element) === form || [...upFrom(element)].includes(form);
  const within = desk.all.filter(({ composer: { element } }) => isWithin(element));
  const writing = within.find((each) => !each.isEmpty && (!submitter || sends(submitter, each.composer)));
  return writing ? { kind: 'form', form, submitter, writing } : null;
}
