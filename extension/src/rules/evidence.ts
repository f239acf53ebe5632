/** One draft and everything rules may ask about it; texts are folded and cut once. Places count UTF-16 units. */
import type { Draft } from '../model.js';
import { isBlank, mended, SPACE } from './characters.js';
import type { CompiledSite, MatchLeaf, SharedWordsLeaf, Source, Within } from './compiled.js';
import type { Folded } from './folding.js';
import type { RuleBook } from './rule_book.js';
import { sentences } from './sentences.js';
import { Subject } from './subject.js';
import { shareAWord } from './wording_compared.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = new RegExp(`[^${SPACE}]+`, 'gu');

export const holdsSpan = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;
export const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

export class Evidence {
  readonly text: string;
  /** The site's id where it is a known one, else its host. */
  readonly siteId: string | null;
  readonly site: CompiledSite | null;
  private readonly folds = new Map<Source, Folded>();
  private readonly subjects = new Map<Source, Subject>();
  private readonly matches = new Map<MatchLeaf, readonly Span[]>();
  private cut: readonly Span[] | null = null;
  private words: readonly Span[] | null = null;

  constructor(
    readonly draft: Draft,
    readonly book: RuleBook,
  ) {
    this.text = mended(draft.text);
    const known = book.site(draft.context.site);
    this.siteId = known?.id ?? draft.context.site;
    this.site = known?.site ?? null;
  }

  /** Empty when there is none. */
  source(name: Source): string {
    return name === 'text' ? this.text : mended(this.draft.context[name] ?? '');
  }

  has(name: Source): boolean {
    return !isBlank(this.source(name));
  }

  isOn(sites: readonly string[]): boolean {
    const here = this.siteId ?? '';
    return sites.some((site) => here === site || here.endsWith(`.${site}`));
  }

  folded(name: Source): Folded {
    let folded = this.folds.get(name);
    if (!folded) {
      folded = this.book.folding.fold(this.source(name));
      this.folds.set(name, folded);
    }
    return folded;
  }

  get whole(): Span {
    return { start: 0, end: this.text.length };
  }

  get sentences(): readonly Span[] {
    const folded = this.folded('text');
    this.cut ??= sentences(folded.text, this.book.abbreviations).map((place) => spanOf(folded.original(...place)));
    return this.cut;
  }

  /** The span that reaches `words` words to either side of a match. */
  around(match: Span, words: number): Span {
    this.words ??= [...this.text.matchAll(WORD)].map(({ index, 0: { length } }) => spanOf([index, index + length]));
    const left = this.words.filter(({ end }) => end <= match.start).slice(-words);
    const right = this.words.filter(({ start }) => start >= match.end).slice(0, words);
    return { start: left[0]?.start ?? match.start, end: right.at(-1)?.end ?? match.end };
  }

  /** The sentences that a match touches, the whole text, or so many words to either side of it. */
  near(match: Span, within: Within): Span {
    if (typeof within === 'number') return this.around(match, within);
    const touched = within === 'sentence' ? this.sentences.filter((sentence) => overlaps(sentence, match)) : [];
    const [first, last] = [touched.at(0), touched.at(-1)];
    return first && last ? { start: first.start, end: last.end } : this.whole;
  }

  /** All matches of a leaf in its source; searched once a draft. */
  found(leaf: MatchLeaf): readonly Span[] {
    let found = this.matches.get(leaf);
    if (!found) {
      const folded = this.folded(leaf.in);
      const marked = this.book.patterns.marked(leaf.match, this.subject(leaf.in), leaf.disguised);
      found = marked.map(([start, end]) => spanOf(folded.original(start, end)));
      this.matches.set(leaf, found);
    }
    return found;
  }

  sharesWords({ shares_words: other, light }: SharedWordsLeaf): boolean {
    return shareAWord(this.folded('text').text, this.folded(other).text, new Set(light));
  }

  private subject(name: Source): Subject {
    let subject = this.subjects.get(name);
    if (!subject) {
      subject = new Subject(this.folded(name).text);
      this.subjects.set(name, subject);
    }
    return subject;
  }
}

export function spanOf([start, end]: readonly [number, number]): Span {
  return { start, end };
}
