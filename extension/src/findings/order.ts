/** The order in which findings are told, and what they add up to. Pure. */
import type { Finding, Severity } from '../model.js';

const RANK: Readonly<Record<Severity, number>> = { serious: 3, warning: 2, advice: 1, info: 0 };

/** Worst first, then by place; what is about the whole text comes after what points at words of it. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = (finding: Finding) => finding.start ?? Number.POSITIVE_INFINITY;
  const byPlace = (a: Finding, b: Finding) => (place(a) === place(b) ? 0 : place(a) - place(b));
  return findings.toSorted((a, b) => RANK[b.severity] - RANK[a.severity] || byPlace(a, b));
}

/** Null when there are none. */
export function worstOf(findings: readonly Finding[]): Severity | null {
  const [worst] = inOrder(findings);
  return worst ? worst.severity : null;
}

/** `warning` is by definition what deserves a second look before posting (product.md's severity words). */
export function deservesSecondLook(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => RANK[severity] >= RANK.warning);
}
