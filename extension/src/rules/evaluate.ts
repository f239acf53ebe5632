/**
 * The boolean tree, asked of one draft: companion/rules/evaluate.py and matches.py, told again. A node answers with its matches, or
 * null when it does not hold; an empty list means: holds, without marking words.
 */
import type { CompiledNode, CompiledRule, CompiledTest, ContextLeaf } from './compiled.js';
import { type Evidence, holdsSpan, overlaps, type Span, spanOf } from './evidence.js';
import { changesOfMeaning } from './wording_compared.js';

type Matches = readonly Span[] | null;

/** The rule's matches in this draft, in order, exceptions and what is not sure enough taken out; null when it does not apply or hold. */
export function evaluate(rule: CompiledRule, evidence: Evidence): Matches {
  const matches = candidates(rule, evidence);
  if (matches === null) return null;
  if (matches.length === 0) return sureness(rule, null, evidence) >= rule.least ? matches : null;
  return orNull(matches.filter((match) => sureness(rule, match, evidence) >= rule.least));
}

/** The rule's confidence in a match (null: in what it says of the whole text), with what stands near by: 0 to 1. */
export function sureness(rule: CompiledRule, match: Span | null, evidence: Evidence): number {
  let sure = rule.confidence;
  for (const { when, within, confidence } of rule.supports) {
    const near = match ? evidence.near(match, within) : evidence.whole;
    if (holds(when, evidence, near) !== null) sure += confidence;
  }
  return Math.round(Math.min(Math.max(sure, 0), 1) * 1000) / 1000;
}

/** As `evaluate`, however sure. */
export function candidates(rule: CompiledTest, evidence: Evidence): Matches {
  const { mode, surface } = evidence.draft.context;
  if (!rule.modes.includes(mode) || !rule.surfaces.includes(surface)) return null;
  const matches = holds(rule.when, evidence, evidence.whole);
  if (!matches || matches.length === 0) return matches;
  const exceptions = rule.except.flatMap((node) => holds(node, evidence, evidence.whole) ?? []);
  const kept = matches.filter((match) => !exceptions.some((exception) => overlaps(match, exception)));
  return kept.length > 0 ? merged(kept.toSorted((one, other) => one.start - other.start || one.end - other.end)) : null;
}

function merged(matches: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const match of matches) {
    const last = out.at(-1);
    if (last && overlaps(last, match)) out[out.length - 1] = { ...last, end: Math.max(last.end, match.end) };
    else out.push(match);
  }
  return out;
}

function holds(node: CompiledNode, evidence: Evidence, span: Span): Matches {
  if ('match' in node) {
    const found = evidence.found(node);
    if (node.in !== 'text') return found.length > 0 ? [] : null;
    return orNull(found.filter((match) => holdsSpan(span, match)));
  }
  if ('all' in node) return all(node, evidence, span);
  if ('any' in node) {
    const answers = node.any.map((part) => holds(part, evidence, span)).filter((answer) => answer !== null);
    return answers.length > 0 ? answers.flat() : null;
  }
  if ('not' in node) return holds(node.not, evidence, span) === null ? [] : null;
  if ('absent' in node) {
    return node.absent.some((part) => holds(part, evidence, evidence.whole) !== null) ? null : [];
  }
  if ('context' in node) return contextIs(node.context, evidence) ? [] : null;
  if ('shares_words' in node) return evidence.sharesWords(node) ? [] : null;
  return changed(node, evidence, span);
}

const orNull = (matches: readonly Span[]): Matches => (matches.length > 0 ? matches : null);

function changed(node: Extract<CompiledNode, { changed: unknown }>, evidence: Evidence, span: Span): Matches {
  if (!evidence.has(node.changed)) return null;
  const after = evidence.folded('text');
  const before = evidence.folded(node.changed);
  const found = changesOfMeaning(before.text, after.text, new Set(node.weighty), new Set(node.light));
  if (!found) return null;
  if (found.length === 0) return [];
  return orNull(found.map((place) => spanOf(after.original(...place))).filter((match) => holdsSpan(span, match)));
}

function contextIs(wanted: ContextLeaf['context'], evidence: Evidence): boolean {
  const { mode, surface, media, employment } = evidence.draft.context;
  return (
    (wanted.mode?.includes(mode) ?? true) &&
    (wanted.surface?.includes(surface) ?? true) &&
    (!wanted.site || evidence.isOn(wanted.site)) &&
    (!wanted.other_site || (evidence.siteId !== null && !evidence.isOn(wanted.other_site))) &&
    (!wanted.media || media.some((each) => wanted.media?.includes(each))) &&
    (!wanted.employment || (employment !== null && wanted.employment.includes(employment))) &&
    (wanted.has ?? []).every((source) => evidence.has(source))
  );
}

function all(node: Extract<CompiledNode, { all: unknown }>, evidence: Evidence, span: Span): Matches {
  const { all: parts, within } = node;
  if (within === 'text') return together(parts, evidence, span);
  if (within === 'sentence') {
    const inside = evidence.sentences.filter((sentence) => overlaps(sentence, span));
    const answers = inside
      .map((sentence) => together(parts, evidence, cut(sentence, span)))
      .filter((answer) => answer !== null);
    return answers.length > 0 ? answers.flat() : null;
  }
  const [first, ...others] = parts;
  const found = first ? holds(first, evidence, span) : null;
  const near = (match: Span) => together(others, evidence, evidence.around(match, within)) !== null;
  return orNull((found ?? []).filter(near));
}

function cut(inner: Span, outer: Span): Span {
  return { start: Math.max(inner.start, outer.start), end: Math.min(inner.end, outer.end) };
}

/** Every part holds in the span; the first part that marks words marks them for all. */
function together(parts: readonly CompiledNode[], evidence: Evidence, span: Span): Matches {
  let marked: readonly Span[] = [];
  for (const part of parts) {
    const answer = holds(part, evidence, span);
    if (answer === null) return null;
    if (marked.length === 0) marked = answer;
  }
  return marked;
}
