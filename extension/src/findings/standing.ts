/** What is known of a draft's newest text → what the badge says and what a press of Post should do. Pure. */
import type { BadgeState, Finding, NotChecked } from '../model.js';
import { deservesSecondLook, worstOf } from './order.js';

export interface Standing {
  /** What is still open: found, at its place in the newest text, and not dismissed. */
  readonly open: readonly Finding[];
  /** What the last review could not check. */
  readonly gaps: readonly NotChecked[];
  /** In words, why the last review is one of basic checks only; null when the companion checked. */
  readonly basic: string | null;
  /** In words, why the last check failed; null after one that did not. */
  readonly failure: string | null;
  /** Does the last review answer the newest text? */
  readonly isNewest: boolean;
}

/** "Clear" only when everything was checked. What was found earlier and is still there stays said meanwhile. */
export function badgeOf({ open, gaps, basic, failure, isNewest }: Standing): BadgeState {
  if (failure !== null) return { kind: 'not-checked', why: failure };
  const why = basic === null ? null : [basic, ...gaps.map((gap) => gap.why)].join(' ');
  const worst = worstOf(open);
  if (worst) {
    const partial = basic === null && isNewest && gaps.length > 0;
    return { kind: 'findings', count: open.length, worst, partial, basic: why };
  }
  if (!isNewest) return { kind: 'checking' };
  if (why !== null) return { kind: 'basic', why };
  const [gap] = gaps;
  return gap ? { kind: 'not-checked', why: gap.why } : { kind: 'clear' };
}

/** For the toolbar: null where the draft was not checked, or not by all, and nothing was found. */
export function countOf(badge: BadgeState): number | null {
  if (badge.kind === 'not-checked' || badge.kind === 'basic') return null;
  return badge.kind === 'findings' ? badge.count : 0;
}

/**
 * `go`: let the press through. `wait`: the newest text has no answer yet. `second-look`: ask first. Where nobody
 * can check, no post is held.
 */
export type Verdict = 'go' | 'wait' | 'second-look';

export function verdictOf({ open, failure, isNewest }: Standing): Verdict {
  if (failure !== null) return 'go';
  if (deservesSecondLook(open)) return 'second-look';
  return isNewest ? 'go' : 'wait';
}
