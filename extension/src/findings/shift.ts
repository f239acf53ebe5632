/**
 * Findings carried across an edit, until the next answer: spans behind it move, spans it touched go. Pure; UTF-16.
 */
import type { Finding, Fix } from '../model.js';

/** before[start, end) was replaced; everything behind `end` moved by `by`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: number;
  /** The text before and after the edit, to see whether letters now join a span's edge. */
  readonly before: string;
  readonly after: string;
}

/** The smallest single replacement that leads from one text to the other; null when they are equal. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let kept = 0;
  while (kept < shorter - start && before.at(-1 - kept) === after.at(-1 - kept)) kept += 1;
  return { start, end: before.length - kept, by: after.length - before.length, before, after };
}

export function shiftFindings(findings: readonly Finding[], before: string, after: string): readonly Finding[] {
  const edit = editBetween(before, after);
  return edit ? findings.flatMap((finding) => shiftFinding(finding, edit) ?? []) : findings;
}

function shiftFinding(finding: Finding, edit: Edit): Finding | null {
  const fixes = finding.fixes.flatMap((fix) => shiftFix(fix, edit) ?? []);
  if (finding.start === null || finding.end === null) return { ...finding, fixes };
  const span = shiftSpan(finding.start, finding.end, edit);
  return span && { ...finding, ...span, fixes };
}

function shiftFix(fix: Fix, edit: Edit): Fix | null {
  const isInsertion = fix.start === fix.end;
  const span = isInsertion ? shiftPoint(fix.start, edit) : shiftSpan(fix.start, fix.end, edit);
  return span && { ...fix, ...span };
}

type Span = { readonly start: number; readonly end: number };

/** Null when the edit touched the span, or put letters at its edge: "ass" is another word in "assess". */
export function shiftSpan(start: number, end: number, edit: Edit): Span | null {
  if (end <= edit.start) return end === edit.start && joins(edit.after, end) ? null : { start, end };
  if (start < edit.end) return null;
  const moved = { start: start + edit.by, end: end + edit.by };
  return start === edit.end && joins(edit.after, moved.start) ? null : moved;
}

/** An insertion at the very end of the text stays at the end. */
function shiftPoint(at: number, edit: Edit): Span | null {
  if (at === edit.before.length) return { start: edit.after.length, end: edit.after.length };
  if (at <= edit.start) return { start: at, end: at };
  return at >= edit.end ? { start: at + edit.by, end: at + edit.by } : null;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Do two letters meet here? */
function joins(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at));
}
