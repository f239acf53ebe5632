/** Every basic rule, asked of one draft; what could not be asked is named. */
import type { Draft, Finding } from '../model.js';
import { Evidence } from './evidence.js';
import { findingsOf, settled } from './findings.js';
import { guarded } from './protected.js';
import type { RuleBook } from './rule_book.js';

/** Companion and extension read the same number of characters of a draft (FOREWORD_MAX_CHARACTERS by default). */
const MOST_CHARACTERS = 20_000;
/** A browser's worker has other things to do, too: a check that takes longer stops and says what it left out. */
const MOST_MS = 2_000;

export interface Checked {
  readonly findings: readonly Finding[];
  /** Rules that failed or found no time, by id. */
  readonly left: readonly string[];
  readonly isCut: boolean;
}

export function checked(draft: Draft, book: RuleBook, now: () => number = () => performance.now()): Checked {
  const text = firstOf(draft.text);
  const evidence = new Evidence({ ...draft, text }, book);
  const findings: Finding[] = [];
  const left: string[] = [];
  const deadline = now() + MOST_MS;
  for (const rule of book.build.rules) {
    try {
      if (now() > deadline) left.push(rule.id);
      else findings.push(...findingsOf(rule, evidence));
    } catch {
      left.push(rule.id); // it cannot be read by this engine; the others go on
    }
  }
  return {
    findings: guarded(settled(findings, evidence.text), evidence),
    left,
    isCut: text.length < draft.text.length,
  };
}

function firstOf(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : [...text].slice(0, MOST_CHARACTERS).join('');
}
