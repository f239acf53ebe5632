/** A text cut where findings begin and end, so that overlapping ones can be drawn without nesting. Pure. */
import type { Finding, Severity } from '../model.js';

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The worst of the findings here; null for plain text. */
  readonly severity: Severity | null;
  /** Findings that cover this piece, worst first. */
  readonly ids: readonly string[];
}

export const WORST_FIRST: readonly Severity[] = ['serious', 'warning', 'advice', 'info'];

/** Pieces of [0, length) in order, covering it without gaps. Findings about the whole text mark no piece. */
export function segmentsOf(length: number, findings: readonly Finding[]): Segment[] {
  const spans = findings.flatMap(({ id, severity, start, end }) =>
    start !== null && end !== null && start < end ? [{ id, severity, start, end: Math.min(end, length) }] : [],
  );
  spans.sort((one, other) => WORST_FIRST.indexOf(one.severity) - WORST_FIRST.indexOf(other.severity));
  const edges = [0, length, ...spans.flatMap(({ start, end }) => [start, end])].filter((edge) => edge <= length);
  const cuts = [...new Set(edges)].sort((one, other) => one - other);
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0;
    const here = spans.filter((span) => span.start < end && span.end > start);
    return { start, end, severity: here[0]?.severity ?? null, ids: here.map(({ id }) => id) };
  });
}
