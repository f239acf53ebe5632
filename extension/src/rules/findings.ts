/** A rule's matches → findings: companion/rules/findings.py and its review, told again. */
import type { Finding, Severity } from '../model.js';
import { countOf } from './characters.js';
import type { CompiledRule } from './compiled.js';
import { evaluate, sureness } from './evaluate.js';
import type { Evidence, Span } from './evidence.js';
import { fixesFor } from './fixes.js';

const SHOWN = 60;
const SEVERITIES = ['info', 'advice', 'warning', 'serious'] as const;

export function findingsOf(rule: CompiledRule, evidence: Evidence): Finding[] {
  const matches = evaluate(rule, evidence);
  if (matches === null) return [];
  if (rule.report === 'text' || matches.length === 0) return [findingOf(rule, null, evidence, 0)];
  const seen = new Map<string, number>();
  return (rule.report === 'once' ? matches.slice(0, 1) : matches).map((match) => {
    const words = evidence.text.slice(match.start, match.end);
    const nth = seen.get(words) ?? 0;
    seen.set(words, nth + 1);
    return findingOf(rule, match, evidence, nth);
  });
}

function findingOf(rule: CompiledRule, match: Span | null, evidence: Evidence, nth: number): Finding {
  const words = match ? evidence.text.slice(match.start, match.end) : '';
  const { id, clause, title, message, why, contacts, hold } = rule;
  return {
    id: `${id} ${nth} ${words}`,
    rule: id,
    clause,
    severity: severityOf(rule, evidence),
    confidence: sureness(rule, match, evidence),
    start: match?.start ?? null,
    end: match?.end ?? null,
    title,
    message: message.replaceAll('{words}', () => shortened(words)),
    why,
    fixes: fixesFor(rule.fixes, match, evidence),
    contacts,
    detector: 'wording',
    hold,
    citizen: null,
  };
}

/** A policy may weigh a rule otherwise on one site. */
function severityOf(rule: CompiledRule, evidence: Evidence): Severity {
  const here = Object.entries(rule.severity_on ?? {}).find(([site]) => evidence.isOn([site]));
  return here ? here[1] : rule.severity;
}

function shortened(words: string): string {
  return countOf(words) <= SHOWN ? words : `${[...words].slice(0, SHOWN - 1).join('')}…`;
}

/** Of findings of one theme (the part before the slash) that overlap the worst, then the longest; worst first. */
export function settled(findings: readonly Finding[], text: string): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings.toSorted((one, other) => compared(weightOf(other, text), weightOf(one, text)))) {
    if (!kept.some((other) => isEcho(finding, other))) kept.push(finding);
  }
  return kept.sort((one, other) => compared(placeOf(one), placeOf(other)) || (one.rule < other.rule ? -1 : 1));
}

function weightOf({ severity, start, end, confidence }: Finding, text: string): number[] {
  const length = start === null || end === null ? 0 : countOf(text.slice(start, end));
  return [SEVERITIES.indexOf(severity), length, confidence];
}

/** What is about the whole text stands last among equals. */
function placeOf({ severity, start, end }: Finding): number[] {
  return [-SEVERITIES.indexOf(severity), start ?? Infinity, end ?? Infinity];
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] as number) < (other[at] as number) ? -1 : 1;
}

function isEcho(finding: Finding, other: Finding): boolean {
  if (themeOf(finding) !== themeOf(other)) return false;
  if (finding.start === null || other.start === null || finding.end === null || other.end === null) {
    return finding.start === other.start;
  }
  return finding.start < other.end && other.start < finding.end;
}

const themeOf = ({ rule }: Finding) => rule.split('/', 1)[0];
