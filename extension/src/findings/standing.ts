/** What is known of a draft's newest text → what the badge says and what a press of Post should do. Pure. */
import type { BadgeState, Finding, NotChecked } from '../model.js';
import { deservesSecondLook, worstOf } from './order.js';

export interface Standing {
  /** What is still open: found, at its place in the newest text, and not dismissed. */
  readonly open: readonly Finding[];
  /** What the last review could not check. */
  readonly gaps: readonly NotChecked[];
  /** In words, why the last check failed; null after one that did not. */
  readonly failure: string | null;
  /** Does the last review answer the newest text? */
  readonly isNewest: boolean;
}

/** "Clear" only when everything was checked. What was found earlier and is still there stays said meanwhile. */
export function badgeOf({ open, gaps, failure, isNewest }: Standing): BadgeState {
  if (failure !== null) return { kind: 'not-checked', why: failure };
  const worst = worstOf(open);
  if (worst) return { kind: 'findings', count: open.length, worst, partial: isNewest && gaps.length > 0 };
  if (!isNewest) return { kind: 'checking' };
  const [gap] = gaps;
  return gap ? { kind: 'not-checked', why: gap.why } : { kind: 'clear' };
}

/** For the toolbar: null where the draft was not checked. */
export function countOf(badge: BadgeState): number | null {
  if (badge.kind === 'not-checked') return null;
  return badge.kind === 'findings' ? badge.count : 0;
}

/**
 * `go`: let the press through. `wait`: the newest text has no answer yet. `second-look`: ask first. A companion
 * known not to answer never holds a post.
 */
export type Verdict = 'go' | 'wait' | 'second-look';

export function verdictOf({ open, failure, isNewest }: Standing): Verdict {
  if (failure !== null) return 'go';
  if (deservesSecondLook(open)) return 'second-look';
  return isNewest ? 'go' : 'wait';
}
