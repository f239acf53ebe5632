/** Fixes of a finding, as edits of the draft: companion/rules/fixes.py, told again. */
import type { Fix } from '../model.js';
import {
  after,
  before,
  digitsOf,
  isBlank,
  isCapital,
  isLetterOrDigit,
  isSpace,
  LETTER_OR_DIGIT,
  SPACE,
  withoutLeading,
  withoutTrailing,
} from './characters.js';
import type { CompiledFix } from './compiled.js';
import { lengthOf } from './counting.js';
import { type Evidence, overlaps, type Span, spanOf } from './evidence.js';
import { Subject } from './subject.js';

const LINK_OR_TAG = new RegExp(`(?:[#@\\/]|[${LETTER_OR_DIGIT}_]\\.[${LETTER_OR_DIGIT}_])[^${SPACE}]*$`, 'u');
/** What is left of a sentence or a clause once its words are gone. */
const REST_OF_NOTHING = new RegExp(`(?:[.!?]+(?=[${SPACE}]|$)|[,;])? ?`, 'uy');
const SENTENCE_START = new RegExp(`(?:^|[.!?][${SPACE}]+)[${LETTER_OR_DIGIT}_]`, 'gu');
const ALONE = new RegExp(`(?<![${LETTER_OR_DIGIT}_])i(?=['${SPACE}])`, 'gu');
const PAIRS = ['()', '[]', '""', '“”'];

/** Every fix of a rule that can be made here; an insertion that would not fit is left out. */
export function fixesFor(rules: readonly CompiledFix[], match: Span | null, evidence: Evidence): Fix[] {
  const made = rules.map((rule) => fixOf(rule, match, evidence)).filter((fix) => fix !== null);
  return made.filter((fix) => fits(fix, evidence));
}

/** Whether the draft stays within the site's limit (or becomes no longer than it was). */
function fits(fix: Fix, { text, site, draft }: Evidence): boolean {
  const limit = site?.limits[draft.context.surface] ?? null;
  if (!site || limit === null) return true;
  const mended = lengthOf(text.slice(0, fix.start) + fix.replacement + text.slice(fix.end), site.counting);
  return mended <= Math.max(limit, fix.replacement === '' ? lengthOf(text, site.counting) : limit);
}

function fixOf(rule: CompiledFix, match: Span | null, evidence: Evidence): Fix | null {
  const { text } = evidence;
  const { label } = rule;
  if (rule.insert !== null) return insertion(rule, text, filled(rule.insert, evidence, ''));
  if (match === null) return null;
  if (rule.replace !== null) {
    const { start, end } = rule.over === 'sentence' ? bareSentence(match, evidence) : match;
    const replacement = filled(rule.replace, evidence, text.slice(match.start, match.end));
    return { label, start, end, replacement: begun(replacement, text, start) };
  }
  const wide = rule.remove === 'words' ? withCompany(rule, evidence, match) : sentenceOf(match, evidence);
  const [start, end] = tidy(text, wide.start, wide.end);
  if (rule.remove === 'sentence' && isBlank(text.slice(0, start) + text.slice(end))) return null;
  return { label, start, end, replacement: '' };
}

function insertion({ label, at }: CompiledFix, text: string, inserted: string): Fix {
  if (at === 'start') return { label, start: 0, end: 0, replacement: `${inserted} ` };
  const end = withoutTrailing(text).length;
  return { label, start: end, end, replacement: joint(text.slice(0, end)) + inserted };
}

/** Between a text and a sentence added to it; a full stop would become part of a link or a #tag. */
function joint(text: string): string {
  if (text === '') return '';
  return isLetterOrDigit(before(text, text.length)) && !LINK_OR_TAG.test(text) ? '. ' : ' ';
}

function filled(template: string, { book }: Evidence, words: string): string {
  const { full, short } = book.build.disclaimers;
  const parts: [string, string][] = [
    ['{disclaimer.full}', full],
    ['{disclaimer.short}', short],
    ['{last4}', digitsOf(words).slice(-4)],
    ['{first}', after(words, 0)],
    ['{small}', small(words)],
    ['{words}', words],
  ];
  return parts.reduce((text, [name, value]) => text.replaceAll(name, () => value), template);
}

/** With a capital where the text it replaces began a sentence with one. */
function begun(replacement: string, text: string, start: number): string {
  const begins = isBlank(text.slice(0, start)) || /[.!?]$/.test(withoutTrailing(text.slice(0, start)));
  if (!begins || !isCapital(after(text, start))) return replacement;
  const first = after(replacement, 0);
  return first.toUpperCase() + replacement.slice(first.length);
}

function small(words: string): string {
  return words
    .toLowerCase()
    .replace(ALONE, 'I')
    .replace(SENTENCE_START, (beginning) => beginning.toUpperCase());
}

function sentenceOf(match: Span, { sentences }: Evidence): Span {
  const around = sentences.filter((sentence) => overlaps(sentence, match));
  const [first, last] = [around[0], around.at(-1)];
  return first && last ? { start: first.start, end: last.end } : match;
}

/** The sentence without the white space around it. */
function bareSentence(match: Span, evidence: Evidence): Span {
  const { start, end } = sentenceOf(match, evidence);
  const said = evidence.text.slice(start, end);
  return {
    start: start + said.length - withoutLeading(said).length,
    end: end - (said.length - withoutTrailing(said).length),
  };
}

/** The words and what makes no sense without them: “(at) 527 Tillery Dr”, “770-555-0156 (is her cell)”. */
function withCompany({ lead, trail }: CompiledFix, { text, book }: Evidence, match: Span): Span {
  const longest = (pattern: number | null, part: string) =>
    pattern === null ? null : book.patterns.longest(pattern, new Subject(part.replaceAll('’', "'")));
  const start = longest(lead, text.slice(0, match.start))?.start ?? match.start;
  const end = match.end + (longest(trail, text.slice(match.end))?.end ?? 0);
  return spanOf([start, end]);
}

/** Take brackets, a second comma and one neighbouring space along, so that what is left reads as if written so. */
function tidy(text: string, from: number, to: number): [number, number] {
  const isBracketed = PAIRS.includes(before(text, from) + after(text, to));
  const [start, end] = isBracketed ? [from - 1, to + 1] : [from, to];
  const left = text.slice(0, start).replace(/ +$/, '');
  const next = after(text, end);
  const last = left.at(-1) ?? '';
  if (isBlank(text.slice(end))) return [withoutTrailing(text.slice(0, start)).replace(/[,;:]+$/, '').length, end];
  if (',;:'.includes(last) && last !== '' && ',;.!?\n'.includes(next)) return [left.length - 1, end];
  if ((start === 0 || isSpace(before(text, start))) && (last === '' || '.!?\n'.includes(last))) {
    REST_OF_NOTHING.lastIndex = end;
    return [start, end + (REST_OF_NOTHING.exec(text)?.[0].length ?? 0)];
  }
  if (before(text, start) === ' ' && ' .,;:!?)\n'.includes(next)) return [start - 1, end];
  return [start, end];
}
