/** A text as patterns see it. */
import { type CharSet, has, lowered, smallLetters } from './charset.js';
import type { Letters } from './pattern.js';
import type { Held } from './prune.js';

export type Place = readonly [start: number, end: number];

/** The code of a unit in the middle of a pair. */
export const INSIDE = -1;

/** A text, read once for all patterns. Places count UTF-16 units. */
export class Subject implements Held {
  /** The character that begins at each unit. */
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
      this.codes[at] = INSIDE;
      this.small[at] = INSIDE;
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
