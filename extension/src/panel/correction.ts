/**
 * A wording to correct a published post with: every finding's first fix that does not touch another's, and a note that
 * something was changed, since the policy asks for corrections to be visible. Pure; offsets in UTF-16.
 */
import type { Finding, Fix } from '../model.js';

export interface Correction {
  readonly text: string;
  /** Findings for which there is no fix: the person finds words of their own. */
  readonly left: readonly Finding[];
}

/** `note` as the person's language has it: "Edited: …". Null when no finding has a fix. */
export function correctionOf(text: string, findings: readonly Finding[], note: string): Correction | null {
  const taken: Fix[] = [];
  const left: Finding[] = [];
  for (const finding of findings) {
    if (finding.fixes.length === 0) {
      left.push(finding);
      continue;
    }
    // A place that another fix changes already is taken care of by that one.
    const [fix] = finding.fixes;
    if (fix && !taken.some((other) => touches(fix, other))) taken.push(fix);
  }
  if (taken.length === 0) return null;
  return { text: `${note} ${tidy(applied(text, taken))}`, left };
}

function touches(one: Fix, other: Fix): boolean {
  if (one.start === other.start && one.end === other.end) return true;
  return one.start < other.end && other.start < one.end;
}

function applied(text: string, fixes: readonly Fix[]): string {
  const backwards = fixes.toSorted((one, other) => other.start - one.start || other.end - one.end);
  return backwards.reduce(
    (now, { start, end, replacement }) => now.slice(0, start) + replacement + now.slice(end),
    text,
  );
}

/** Where two fixes met, spaces may stand double and a line may begin with one. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/^[ \t]+/gm, '')
    .trim();
}
