/** Which field is being written in, and what is never read. */
import type { Site, SiteSurface } from '../site.js';
import { drawnEditorAround, isField, NO_COMPOSER } from './editor.js';
import { matchesAny } from './lookup.js';

export interface Composer {
  readonly element: HTMLElement;
  readonly surface: SiteSurface;
  /** The site's own definition names it; else it is read in the general way. */
  readonly isKnown: boolean;
  /** False for a button that starts a broadcast, where nothing is written. */
  readonly hasWords: boolean;
}

/** What may be one, as a selector; `composerFor` decides. */
export const COMPOSERS = 'textarea, input[type="text"], input[type="search"], [contenteditable]';

/** The composer an event happened in. The composed path crosses open shadow roots; `event.target` stops at them. */
export function composerAt(path: readonly EventTarget[], site: Site): Composer | null {
  const inner = path.find((target) => target instanceof HTMLElement);
  // Where a whole page is editable, its body has the focus and every event; only the caret is more precise.
  const precise = inner === document.body ? (elementAtCaret() ?? inner) : inner;
  return precise ? composerFor(precise, site) : null;
}

function elementAtCaret(): HTMLElement | null {
  const node = document.getSelection()?.focusNode;
  return node instanceof HTMLElement ? node : (node?.parentElement ?? null);
}

export function composerFor(inner: HTMLElement, site: Site): Composer | null {
  const drawn = drawnEditorAround(inner);
  const written = isField(inner) || drawn ? inner : editingHostOf(inner);
  if (!written || isNeverRead(written)) return null;
  const element = drawn ?? written;
  const isFor = (surface: SiteSurface) => isHere(surface) && matchesAny(written, surface.compose);
  const own = site.surfaces.find(isFor);
  const isWholeFrame = document.designMode === 'on' && window !== window.top; // says so nowhere in its attributes
  const surface = own ?? site.fallback.find(isFor) ?? (isWholeFrame || drawn ? site.fallback.at(-1) : undefined);
  return surface ? { element, surface, isKnown: own !== undefined, hasWords: true } : null;
}

/** One box serves for a post and, under another address, for a reply. */
function isHere({ path }: SiteSurface): boolean {
  return path === null || new RegExp(path, 'u').test(location.pathname + location.search);
}

/** The outermost element of the editable region; where a whole page is editable, the composer that it holds. */
function editingHostOf(inner: HTMLElement): HTMLElement | null {
  if (!inner.isContentEditable) return null;
  let host = inner;
  let declared: HTMLElement | null = null;
  for (; host.parentElement?.isContentEditable && host !== document.body; host = host.parentElement) {
    if (host.hasAttribute('contenteditable')) declared = host;
  }
  if (host !== document.body) return host;
  return declared ?? host;
}

/** WHATWG autofill tokens of what is not prose: card data, codes, passwords, names and addresses of accounts. */
const NEVER_AUTOCOMPLETE = /^(cc-.*|one-time-code|current-password|new-password|username|email|tel.*|webauthn)$/;

/** `spellcheck="false"` is no reason: sites set it for looks, and a privacy check is not a spelling check. */
function isNeverRead(element: HTMLElement): boolean {
  if (!isField(element)) return element.matches(`[aria-readonly="true"], [aria-disabled="true"], ${NO_COMPOSER}`);
  if (element.disabled || element.readOnly) return true;
  if (element instanceof HTMLInputElement && element.type !== 'text' && element.type !== 'search') return true;
  return element.autocomplete.split(/\s+/).some((token) => NEVER_AUTOCOMPLETE.test(token.toLowerCase()));
}
