/**
 * Finds a program's match in a text, as RE2 does: every pair of a step and a place is visited once, so the time is
 * bounded by pattern × text whatever was written. The browser's own RegExp goes back and forth without such a bound:
 * a line of forty dashes keeps it busy for minutes on `word ... word`.
 */
import { type CharSet, has } from './charset.js';
import type { Place as Edge } from './pattern.js';
import type { Program, Step } from './program.js';
import { INSIDE, type Place, type Subject } from './subject.js';

const NO_CODE = -2;

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
  return new Search(program, subject, wish).next(from);
}

export class Search {
  /** Bits: was this split seen at this place before? Then it led nowhere, and will not. */
  private readonly seen: Uint32Array;
  /** Those of the newest beginning: when it leads to a match, they led somewhere after all. */
  private readonly fresh: number[] = [];
  private readonly slots: Int32Array;
  private readonly longest: boolean;
  private readonly hereOnly: boolean;
  private readonly limit: number;

  constructor(
    private readonly program: Program,
    private readonly subject: Subject,
    { longest = false, hereOnly = false, limit = subject.codes.length }: Wish = {},
  ) {
    this.longest = longest;
    this.hereOnly = hereOnly;
    this.limit = limit;
    this.seen = new Uint32Array(Math.ceil((program.splits * (subject.codes.length + 1)) / 32));
    this.slots = new Int32Array(program.groups.length * 2);
  }

  next(from: number): Found | null {
    const last = this.hereOnly ? from : this.subject.codes.length;
    for (let start = from; start <= last; start += 1) {
      const found = this.mayBegin(start) ? this.from(start) : null;
      if (found) return found;
    }
    return null;
  }

  private mayBegin(start: number): boolean {
    const { begins, atEdge } = this.program;
    const code = this.subject.codes[start] ?? NO_CODE;
    if (code === INSIDE || (atEdge && !this.isAt('edge', start))) return false;
    return begins === null || (code >= 0 && begins[Math.min(code, 128)] === 1);
  }

  private from(start: number): Found | null {
    const { steps } = this.program;
    /** Where to go on when this way ends: step and place; or, below zero, a slot and what it held. */
    const waiting: number[] = [0, start];
    let found: Found | null = null;
    this.slots.fill(-1);
    this.fresh.length = 0;
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
      if (!this.longest) break;
    }
    if (found)
      for (const bit of this.fresh) this.seen[bit >>> 5] = (this.seen[bit >>> 5] as number) & ~(1 << (bit & 31));
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
          // Most choices are told apart by their first letter: no need to walk into the others.
          if (step.head !== null && !this.beginsWith(step.head, here)) at = step.second;
          else if (this.wasHere(step.nth, here)) return -1;
          else {
            waiting.push(step.second, here);
            at = step.first;
          }
          break;
        case 'jump':
          at = step.first;
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

  private beginsWith(head: number | CharSet, here: number): boolean {
    if (here >= this.limit) return false;
    if (typeof head === 'number') return this.subject.small[here] === head;
    return has(head, this.subject.codes[here] as number);
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

  private isAt(place: Edge, here: number): boolean {
    if (place === 'start') return here === 0;
    if (place === 'end') return here === this.subject.codes.length;
    const isEdge = isWord(this.subject.codes[here - 1]) !== isWord(this.subject.codes[here]);
    return isEdge === (place === 'edge');
  }

  private wasHere(split: number, place: number): boolean {
    const bit = place * this.program.splits + split; // in this order, what is asked together lies together
    const mask = 1 << (bit & 31);
    const cell = this.seen[bit >>> 5] as number;
    if ((cell & mask) !== 0) return true;
    this.seen[bit >>> 5] = cell | mask;
    this.fresh.push(bit);
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
