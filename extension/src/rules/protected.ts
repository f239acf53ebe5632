/** What a person may say as a citizen: companion/rules/protected.py, told again. */
import type { Finding } from '../model.js';
import type { CompiledGuard } from './compiled.js';
import { candidates } from './evaluate.js';
import type { Evidence } from './evidence.js';

/** The findings without what the guards silence, and with their line where they assure. */
export function guarded(findings: readonly Finding[], evidence: Evidence): readonly Finding[] {
  return evidence.book.build.protected.reduce(
    (kept, guard) => (kept.length > 0 && candidates(guard, evidence) !== null ? under(guard, kept) : kept),
    findings,
  );
}

function under({ silences, assures, line }: CompiledGuard, findings: readonly Finding[]): Finding[] {
  return findings
    .filter((finding) => !isMild(finding) || !silences.includes(themeOf(finding)))
    .map((finding) =>
      assures.includes(themeOf(finding)) ? { ...finding, citizen: finding.citizen ?? line } : finding,
    );
}

const isMild = ({ severity }: Finding) => severity === 'info' || severity === 'advice';
const themeOf = ({ rule }: Finding) => rule.split('/', 1)[0] as string;
