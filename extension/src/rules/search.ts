/**
 * Finds a program's match in a text, as RE2 does: every pair of a step and a place is visited once, so the time is
 * bounded by pattern × text whatever was written. The browser's own RegExp goes back and forth without such a bound:
 * a line of forty dashes keeps it busy for minutes on `word ... word`.
 */
import { type CharSet, has, lowered, smallLetters } from './charset.js';
import type { Letters } from './pattern.js';
import type { Program, Step } from './program.js';
import type { Held } from './prune.js';

export type Place = readonly [start: number, end: number];

/** A text, read once for all patterns. Places count UTF-16 units. */
export class Subject implements Held {
  /** The character that begins at each unit; -1 in the middle of a pair. */
  readonly codes: Int32Array;
  readonly small: Int32Array;
  private readonly smallText: string;
  /** What patterns were found to mark, by their number: many rules read the same lexicons. */
  readonly marked = new Map<number, readonly Place[]>();
  /** Every character of the text, once. */
  private readonly kinds: readonly number[];
  private readonly sets = new Map<CharSet, boolean>();
  /** By the letters' number: 0 not asked yet, 1 there, 2 not there. */
  private held = new Uint8Array(4096);

  constructor(readonly text: string) {
    this.codes = new Int32Array(text.length);
    this.small = new Int32Array(text.length);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.codePointAt(at) as number;
      this.codes[at] = code;
      this.small[at] = lowered(code);
      if (code <= 0xffff) continue;
      at += 1;
      this.codes[at] = -1;
      this.small[at] = -1;
    }
    this.smallText = smallLetters(text);
    this.kinds = [...new Set(this.codes)].filter((code) => code >= 0);
  }

  holds({ text, anyCase, nth }: Letters): boolean {
    if (nth >= this.held.length) this.grow(nth);
    if (this.held[nth] === 0) this.held[nth] = (anyCase ? this.smallText : this.text).includes(text) ? 1 : 2;
    return this.held[nth] === 1;
  }

  private grow(nth: number): void {
    const wider = new Uint8Array(2 * nth);
    wider.set(this.held);
    this.held = wider;
  }

  holdsOneOf(set: CharSet): boolean {
    let isHeld = this.sets.get(set);
    if (isHeld === undefined) {
      isHeld = this.kinds.some((code) => has(set, code));
      this.sets.set(set, isHeld);
    }
    return isHeld;
  }
}

export interface Found {
  readonly start: number;
  readonly end: number;
  /** Of the first marked group that took part; else of the whole match. */
  readonly words: Place;
}

export interface Wish {
  /** Of the matches at a place the longest, not the first in the pattern's order. */
  readonly longest?: boolean;
  /** Only at the place where the search begins. */
  readonly hereOnly?: boolean;
  /** As if the text ended here. */
  readonly limit?: number;
}

/** The first match that begins at `from` or later. */
export function search(program: Program, subject: Subject, from: number, wish: Wish = {}): Found | null {
  const { codes } = subject;
  const { begins } = program;
  const walk = new Walk(program, subject, wish.longest ?? false, wish.limit ?? codes.length);
  for (let start = from; start <= codes.length; start += 1) {
    const code = codes[start] ?? -2;
    if (code !== -1 && (begins === null || (code >= 0 && begins[Math.min(code, 128)] === 1))) {
      const found = walk.from(start);
      if (found) return found;
    }
    if (wish.hereOnly) return null;
  }
  return null;
}

class Walk {
  /** Bits: was this split seen at this place before? Then it led nowhere, and will not. */
  private readonly seen: Uint32Array;
  private readonly width: number;
  private readonly slots: Int32Array;

  constructor(
    private readonly program: Program,
    private readonly subject: Subject,
    private readonly longest: boolean,
    private readonly limit: number,
  ) {
    this.width = subject.codes.length + 1;
    this.seen = new Uint32Array(Math.ceil((program.splits * this.width) / 32));
    this.slots = new Int32Array(program.groups.length * 2);
  }

  from(start: number): Found | null {
    const { steps } = this.program;
    /** Where to go on when this way ends: step and place; or, below zero, a slot and what it held. */
    const waiting: number[] = [0, start];
    let found: Found | null = null;
    this.slots.fill(-1);
    while (waiting.length > 0) {
      const place = waiting.pop() as number;
      const step = waiting.pop() as number;
      if (step < 0) {
        this.slots[-step - 1] = place;
        continue;
      }
      const end = this.follow(steps, step, place, waiting);
      if (end < 0 || (found && found.end >= end)) continue;
      found = { start, end, words: this.words(start, end) };
      if (!this.longest) return found;
    }
    return found;
  }

  /** One way to its end: the place of a match, or -1. */
  private follow(steps: readonly Step[], first: number, place: number, waiting: number[]): number {
    let at = first;
    let here = place;
    for (;;) {
      const step = steps[at] as Step;
      at += 1;
      switch (step.do) {
        case 'text':
          here = this.past(step.codes, step.anyCase, here);
          if (here < 0) return -1;
          break;
        case 'set': {
          if (here >= this.limit) return -1;
          const code = this.subject.codes[here] as number;
          if (!has(step.set, code)) return -1;
          here += code > 0xffff ? 2 : 1;
          break;
        }
        case 'at':
          if (!this.isAt(step.place, here)) return -1;
          break;
        case 'split':
          if (this.wasHere(step.nth, here)) return -1;
          waiting.push(step.second, here);
          at = step.first;
          break;
        case 'jump':
          at = step.to;
          break;
        case 'save':
          waiting.push(-step.slot - 1, this.slots[step.slot] as number);
          this.slots[step.slot] = here;
          break;
        case 'found':
          return here;
      }
    }
  }

  private past(codes: readonly number[], anyCase: boolean, from: number): number {
    const text = anyCase ? this.subject.small : this.subject.codes;
    let here = from;
    for (const code of codes) {
      if (here >= this.limit || text[here] !== code) return -1;
      here += code > 0xffff ? 2 : 1;
    }
    return here;
  }

  private isAt(place: 'start' | 'end' | 'edge' | 'no-edge', here: number): boolean {
    if (place === 'start') return here === 0;
    if (place === 'end') return here === this.subject.codes.length;
    const isEdge = isWord(this.subject.codes[here - 1]) !== isWord(this.subject.codes[here]);
    return isEdge === (place === 'edge');
  }

  private wasHere(split: number, place: number): boolean {
    const bit = split * this.width + place;
    const mask = 1 << (bit & 31);
    const cell = this.seen[bit >>> 5] as number;
    if ((cell & mask) !== 0) return true;
    this.seen[bit >>> 5] = cell | mask;
    return false;
  }

  private words(start: number, end: number): Place {
    for (let slot = 0; slot < this.slots.length; slot += 2) {
      const [first, last] = [this.slots[slot] as number, this.slots[slot + 1] as number];
      if (first >= 0 && last >= 0) return [first, last];
    }
    return [start, end];
  }
}

/** ASCII only, as in RE2. */
function isWord(code: number | undefined): boolean {
  if (code === undefined || code < 48 || code > 122) return false;
  return code <= 57 || (code >= 65 && code <= 90) || code === 95 || code >= 97;
}
