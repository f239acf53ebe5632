/** Which field is being written in, and what is never read. */
import type { Site, SiteSurface } from '../site.js';
import { isField } from './editor.js';
import { matchesAny } from './lookup.js';

export interface Composer {
  readonly element: HTMLElement;
  readonly surface: SiteSurface;
  /** The site's own definition names it; else it is read in the general way. */
  readonly isKnown: boolean;
}

/** The composer an event happened in. The composed path crosses open shadow roots; `event.target` stops at them. */
export function composerAt(path: readonly EventTarget[], site: Site): Composer | null {
  const inner = path.find((target) => target instanceof HTMLElement);
  return inner ? composerFor(inner, site) : null;
}

export function composerFor(inner: HTMLElement, site: Site): Composer | null {
  const element = isField(inner) ? inner : editingHostOf(inner);
  if (!element || isNeverRead(element)) return null;
  const isFor = (surface: SiteSurface) => isHere(surface) && matchesAny(element, surface.compose);
  const own = site.surfaces.find(isFor);
  const surface = own ?? site.fallback.find(isFor);
  return surface ? { element, surface, isKnown: own !== undefined } : null;
}

/** One box serves for a post and, under another address, for a reply. */
function isHere({ path }: SiteSurface): boolean {
  return path === null || new RegExp(path, 'u').test(location.pathname + location.search);
}

/** The outermost element of the editable region. */
function editingHostOf(inner: HTMLElement): HTMLElement | null {
  if (!inner.isContentEditable) return null;
  let host = inner;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host === document.body ? null : host; // designMode: a page that is one editor, such as a word processor
}

/** WHATWG autofill tokens of what is not prose: card data, codes, passwords, names and addresses of accounts. */
const NEVER_AUTOCOMPLETE = /^(cc-.*|one-time-code|current-password|new-password|username|email|tel.*|webauthn)$/;

/** `spellcheck="false"` is no reason: sites set it for looks, and a privacy check is not a spelling check. */
function isNeverRead(element: HTMLElement): boolean {
  if (!isField(element)) return element.matches('[aria-readonly="true"], [aria-disabled="true"]');
  if (element.disabled || element.readOnly) return true;
  if (element instanceof HTMLInputElement && element.type !== 'text' && element.type !== 'search') return true;
  return element.autocomplete.split(/\s+/).some((token) => NEVER_AUTOCOMPLETE.test(token.toLowerCase()));
}
