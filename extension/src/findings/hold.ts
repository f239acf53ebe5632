/** Findings that wait for the end of a sentence, so that nobody is told about half of one. Pure; UTF-16. */
import type { Finding } from '../model.js';

const A_SENTENCE_ENDS = /[.!?…]["'”’)\]]*(?:\s|$)|\n/;
const ENDS_HERE = /(?:[.!?…]["'”’)\]]*|\n)\s*$/;

/** What to show while somebody types: everything but what is about a sentence they have not finished. */
export function withoutHeld(findings: readonly Finding[], text: string): readonly Finding[] {
  return findings.filter((finding) => finding.hold !== 'sentence' || isFinished(finding, text));
}

/** Whether a sentence ends behind the words; for a finding about the whole text, whether the last one has ended. */
function isFinished({ end }: Finding, text: string): boolean {
  return end === null ? ENDS_HERE.test(text) : A_SENTENCE_ENDS.test(text.slice(end));
}
