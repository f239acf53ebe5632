/**
 * A profile as one text for the checks, since a disclaimer in one part counts for all, and findings back to their parts.
 * Pure; offsets in UTF-16.
 */
import type { ProfilePart } from '../items.js';
import type { Finding, Fix, RuleFacts } from '../model.js';

export interface Placed {
  readonly part: ProfilePart;
  readonly start: number;
  readonly end: number;
}

export interface ProfileText {
  readonly text: string;
  readonly places: readonly Placed[];
}

/** One part a line. */
export function profileText(parts: readonly ProfilePart[]): ProfileText {
  let text = '';
  const places: Placed[] = [];
  for (const part of parts) {
    if (text) text += '\n';
    places.push({ part, start: text.length, end: text.length + part.text.length });
    text += part.text;
  }
  return { text, places };
}

/** Null for a finding about the whole profile. */
export function partOf({ start }: Pick<Finding, 'start'>, { places }: ProfileText): Placed | null {
  if (start === null) return null;
  return places.findLast((place) => place.start <= start) ?? null;
}

/**
 * The part as it would read with the fix: ready to paste. An addition to the whole profile belongs to its words, not
 * after the last link. Null when there is nothing the fix could be made in.
 */
export function wordingWith(fix: Fix, finding: Pick<Finding, 'start'>, profile: ProfileText): string | null {
  const own = partOf(finding, profile);
  const bio = bioOf(profile);
  const isAddition = fix.start === fix.end;
  if (isAddition && fix.start === profile.text.length) {
    const at = bio ?? own;
    return at ? `${at.part.text.trimEnd()}${spaced(fix.replacement)}` : fix.replacement.trim();
  }
  if (isAddition && fix.start === 0) {
    const at = own ?? bio;
    return at ? `${fix.replacement.trimEnd()} ${at.part.text}` : null;
  }
  const place = profile.places.find(({ start, end }) => start <= fix.start && fix.end <= end) ?? own;
  if (!place) return null;
  const from = Math.max(fix.start, place.start) - place.start;
  const to = Math.min(fix.end, place.end) - place.start;
  const { text } = place.part;
  return (text.slice(0, from) + fix.replacement + text.slice(Math.max(from, to))).trim();
}

const spaced = (addition: string) => (/^\s/.test(addition) ? addition : ` ${addition}`);

/** The part that a site's limit is about, and that wording is for: the owner's own words. */
export function bioOf({ places }: ProfileText): Placed | null {
  return places.find(({ part }) => part.kind === 'text') ?? null;
}

/**
 * A site's limit is for the words, not for name and links: a fix that has no room in the whole may fit the words. So
 * a finding takes those of the same rule in the words alone, where there are more.
 */
export function withFixesOf(
  bioFindings: readonly Finding[],
  findings: readonly Finding[],
  profile: ProfileText,
): Finding[] {
  const at = bioOf(profile)?.start ?? 0;
  const moved = ({ start, end, ...fix }: Fix): Fix => ({ ...fix, start: start + at, end: end + at });
  return findings.map((finding) => {
    const same = bioFindings.find(({ rule, start }) => rule === finding.rule && placed(start, at) === finding.start);
    return same && same.fixes.length > finding.fixes.length ? { ...finding, fixes: same.fixes.map(moved) } : finding;
  });
}

const placed = (start: number | null, at: number) => (start === null ? null : start + at);

/** What a profile is looked at for: the rules that are made for profiles and for nothing else. */
export function profileRules(rules: readonly RuleFacts[]): readonly RuleFacts[] {
  return rules.filter(({ surfaces }) => surfaces.length === 1 && surfaces[0] === 'profile');
}

/**
 * The rules made for profiles first. A general rule that marks the same words, or offers only what they offer already,
 * says the same again, and is left out.
 */
export function withoutRepeats(findings: readonly Finding[], rules: readonly RuleFacts[]): Finding[] {
  const made = new Set(profileRules(rules).map(({ id }) => id));
  const first = findings.filter(({ rule }) => made.has(rule));
  const offered = new Set(first.flatMap(({ fixes }) => fixes.map(({ replacement }) => replacement)).filter(Boolean));
  const isRepeat = ({ start, end, fixes }: Finding) => {
    const marksTheSame = first.some((other) => start !== null && other.start === start && other.end === end);
    return marksTheSame || (fixes.length > 0 && fixes.every(({ replacement }) => offered.has(replacement)));
  };
  return [...first, ...findings.filter((finding) => !made.has(finding.rule) && !isRepeat(finding))];
}
