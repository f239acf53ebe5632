/** Is what came over the wire what the contract says? Checked before anything else believes it. */
import type { Draft, Finding, ItemAnswer, PolicyNames, Review, RuleFacts, Severity } from '../model.js';

export interface Status {
  readonly version: string;
  readonly api: number;
  readonly ready: boolean;
  readonly detectors: readonly { readonly name: string; readonly state: string }[];
}

type Loose = Readonly<Record<string, unknown>>;
const SEVERITIES: readonly Severity[] = ['info', 'advice', 'warning', 'serious'];

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (value: unknown, isItem: (item: unknown) => boolean) => Array.isArray(value) && value.every(isItem);

export function isStatus(value: unknown): value is Status {
  if (!isLoose(value) || !Number.isInteger(value.api) || !isText(value.version)) return false;
  return typeof value.ready === 'boolean' && isListOf(value.detectors, (each) => isLoose(each) && isText(each.name));
}

/** What is said before the token is shown: the contract's number, and proofs of who is there (proof.ts). */
export function isHello(value: unknown): value is { readonly api: number; readonly proofs: readonly string[] } {
  return isLoose(value) && Number.isInteger(value.api) && isListOf(value.proofs, isText);
}

export function isToken(value: unknown): value is { readonly token: string } {
  return isLoose(value) && isText(value.token);
}

function isSpan(start: unknown, end: unknown, length: number): boolean {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
  return 0 <= (start as number) && (start as number) <= (end as number) && (end as number) <= length;
}

function isFinding(value: unknown, length: number): value is Finding {
  if (!isLoose(value)) return false;
  const isWhole = value.start === null && value.end === null;
  const isFix = (fix: unknown) =>
    isLoose(fix) && isText(fix.label) && isText(fix.replacement) && isSpan(fix.start, fix.end, length);
  return (
    [value.id, value.rule, value.title, value.message, value.why].every(isText) &&
    SEVERITIES.includes(value.severity as Severity) &&
    (isWhole || isSpan(value.start, value.end, length)) &&
    (value.citizen === undefined || value.citizen === null || isText(value.citizen)) &&
    isListOf(value.clause, isText) &&
    isListOf(value.contacts, isText) &&
    isListOf(value.fixes, isFix)
  );
}

const isNote = (note: unknown) => isLoose(note) && isText(note.what) && isText(note.why);

function isReviewOf(value: Loose, length: number): boolean {
  return (
    (value.status === 'complete' || value.status === 'partial') &&
    isListOf(value.not_checked, isNote) &&
    isListOf(value.findings, (finding) => isFinding(finding, length))
  );
}

/** A review of exactly this revision of this draft, every span within its text. */
export function isReview(value: unknown, draft: Draft): value is Review {
  if (!isLoose(value) || value.draft_id !== draft.draft_id || value.revision !== draft.revision) return false;
  return isReviewOf(value, draft.text.length);
}

/** One item's line of a scan: about an item that was asked for, with spans inside its text. `lengths` in UTF-16. */
export function isItemAnswer(value: unknown, lengths: ReadonlyMap<string, number>): value is ItemAnswer {
  if (!isLoose(value) || value.kind !== 'item' || !isText(value.item_id)) return false;
  const length = lengths.get(value.item_id);
  return length !== undefined && (isText(value.error) || isReviewOf(value, length));
}

export function isEnd(value: unknown): boolean {
  return isLoose(value) && value.kind === 'end';
}

interface PackRule extends Omit<RuleFacts, 'asksEmployment' | 'anyone'> {
  readonly anyone?: boolean;
  readonly when: unknown;
}

export interface Policy {
  readonly packs: readonly (PolicyNames & { readonly id: string; readonly rules: readonly PackRule[] })[];
}

/** What the extension keeps of the policy: names for cards, and what a scan must know of each rule. */
export interface PolicyFacts {
  readonly names: PolicyNames;
  readonly rules: readonly RuleFacts[];
}

export function isPolicy(value: unknown): value is Policy {
  const isRule = (rule: unknown) =>
    isLoose(rule) &&
    [rule.id, rule.title].every(isText) &&
    isListOf(rule.modes, isText) &&
    isListOf(rule.surfaces, isText) &&
    isLoose(rule.when);
  const isPack = (pack: unknown) =>
    isLoose(pack) && isText(pack.id) && isLoose(pack.clauses) && isLoose(pack.contacts) && isListOf(pack.rules, isRule);
  return isLoose(value) && isListOf(value.packs, isPack);
}

/** What cards show, of all packs together; on a clash of ids the later pack wins, as with its rules. */
export function namesOf(policy: Policy): PolicyNames {
  return {
    clauses: Object.assign({}, ...policy.packs.map(({ clauses }) => clauses)),
    contacts: Object.assign({}, ...policy.packs.map(({ contacts }) => contacts)),
  };
}

/** Of every rule only what a scan needs: the compiled rules are a megabyte. */
export function ruleFactsOf({ packs }: Policy): RuleFacts[] {
  return packs.flatMap(({ rules }) => rules.map(factsOf));
}

export function factsOf({ id, title, modes, surfaces, anyone = false, when }: PackRule): RuleFacts {
  return { id, title, modes, surfaces, anyone, asksEmployment: JSON.stringify(when).includes('"employment"') };
}
