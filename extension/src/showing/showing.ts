/**
 * Station 8's contract: what the page side asks the drawing side to show. One `Showing` a document.
 * Implemented by `startShowing` in host.ts; wired in entries/content.ts, the only place where both sides meet.
 */
import type { BadgeState, Finding, Fix, PolicyNames } from '../model.js';

/** Where a composer's text is drawn, read in one walk with its offset map. */
export interface Drawable {
  readonly element: HTMLElement;
  readonly kind: 'field' | 'editable';
  readonly text: string;
  /** The range of UTF-16 units [start, end) in an editable; null for a field, or when the nodes are gone. */
  rangeOf(start: number, end: number): Range | null;
}

export interface View {
  readonly drawable: Drawable;
  /** Open findings only (dismissed ones are left out), worst first, then by place. */
  readonly findings: readonly Finding[];
  /** How many more the writer ignored in this draft only. */
  readonly ignored: number;
  readonly badge: BadgeState;
  readonly policy: PolicyNames;
}

/** In this draft only, these words on this site, or this rule on this site. */
export type IgnoredScope = 'draft' | 'phrase' | 'rule';

export interface Actions {
  /** Resolves to false when the fix could not be written: the card then offers to copy it. */
  fix(finding: Finding, fix: Fix): Promise<boolean>;
  ignore(finding: Finding, scope: IgnoredScope): void;
  undoIgnore(finding: Finding): void;
  /** What was ignored in this draft only is shown again. */
  bringBack(): void;
  /** Give focus and caret back to the composer. */
  refocus(): void;
}

export type SecondLookAnswer = 'post' | 'edit';

export interface Showing {
  /** Draw (or redraw) this composer's findings and badge. */
  show(view: View): void;
  /** Nothing of ours is visible any more. */
  hide(): void;
  /** Open the card: of this finding, or the one at the caret, or the first. */
  openCard(findingId?: string): void;
  /** Ask before submission. Fixes made inside call `Actions.fix`; `show` keeps the list current. */
  secondLook(view: View): Promise<SecondLookAnswer>;
  /** Did this happen inside of what is drawn here? Our own “Post” is no button of the site's. */
  isOurs(event: Event): boolean;
  /** Say something short in the badge's live region ("Press Post again"). */
  say(words: string): void;
}

/** `signal` ends everything: listeners, host element, highlights. */
export type StartShowing = (actions: Actions, signal: AbortSignal) => Showing;
