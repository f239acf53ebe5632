/**
 * RE2's syntax, as far as rules use it, read into a tree. What is not known here is refused by name: the rule is then
 * set aside and said to be unchecked, rather than read otherwise than the companion reads it.
 */
import { type CharSet, lowered, type Range, setOf, smallLetters } from './charset.js';

export type Place = 'start' | 'end' | 'edge' | 'no-edge';

export type Node =
  | Letters
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'at'; readonly place: Place }
  | { readonly kind: 'row'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly of: Node;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
    }
  /** The words to mark: a group whose name begins with `words`. */
  | { readonly kind: 'words'; readonly name: string; readonly of: Node };

/** One object for the same letters wherever they stand; `nth` of all. */
export interface Letters {
  readonly kind: 'text';
  readonly text: string;
  readonly anyCase: boolean;
  readonly nth: number;
}

export class PatternError extends Error {}

interface Flags {
  readonly anyCase: boolean;
  readonly dotAll: boolean;
}

const SPACE: readonly Range[] = [
  [9, 10],
  [12, 13],
  [32, 32],
];
const DIGIT: readonly Range[] = [[48, 57]];
const WORD: readonly Range[] = [...DIGIT, [65, 90], [95, 95], [97, 122]];
const CLASSES: Readonly<Record<string, readonly Range[]>> = { s: SPACE, d: DIGIT, w: WORD };
const SIGNS: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, f: 12, v: 11, a: 7 };
const PLACES: Readonly<Record<string, Place>> = { b: 'edge', B: 'no-edge', A: 'start', z: 'end' };
const LETTERS = /[^\\[\](){}^$.|*+?]+/y;
const REPETITION = /([*+?]|\{(\d+)(,(\d*))?\})(\?)?/y;
const FLAGS = /\(\?([a-zA-Z]+)\)/y;
const NAME = /\?P?<(\w+)>/y;
const OWN_FLAGS = /\?([a-zA-Z]*):/y;
const SET = /\[\^?\]?(?:\\.|[^\]\\])*\]/y;
const REPEATS = new Set('*+?{');
const LAST = 0x10ffff;

export function parse(pattern: string): Node {
  const reader = new Reader(pattern);
  const node = reader.choice({ anyCase: false, dotAll: false });
  if (!reader.isDone) throw new PatternError('a bracket is closed that was never opened');
  return node;
}

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  get isDone(): boolean {
    return this.at >= this.source.length;
  }

  choice(flags: Flags): Node {
    const parts: Node[] = [];
    // `(?i)` in the middle counts to the end of its bracket.
    const inside = { ...flags };
    do parts.push(this.row(inside));
    while (this.took('|'));
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'choice', parts };
  }

  private row(flags: { -readonly [K in keyof Flags]: Flags[K] }): Node {
    const parts: Node[] = [];
    while (!this.isDone && !this.sees('|') && !this.sees(')')) {
      if (this.sees('(?') && this.tookFlags(flags)) continue;
      const node = this.repeated(this.plain(flags) ?? this.atom(flags));
      const last = parts.at(-1);
      if (node.kind === 'text' && last?.kind === 'text' && node.anyCase === last.anyCase) {
        parts[parts.length - 1] = lettersOf(last.text + node.text, last.anyCase);
      } else parts.push(node);
    }
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'row', parts };
  }

  /** Most of a pattern: letters that mean themselves; the last one may be repeated and then stands alone. */
  private plain({ anyCase }: Flags): Node | null {
    const found = this.matched(LETTERS);
    if (!found) return null;
    let [text] = found;
    if (text.length > 1 && REPEATS.has(this.source[this.at] ?? '')) {
      const last = String.fromCodePoint([...text.slice(-2)].at(-1)?.codePointAt(0) as number);
      if (text.length > last.length) {
        this.at -= last.length;
        text = text.slice(0, -last.length);
      }
    }
    return lettersOf(anyCase ? smallLetters(text) : text, anyCase);
  }

  private tookFlags(flags: { -readonly [K in keyof Flags]: Flags[K] }): boolean {
    const found = this.matched(FLAGS);
    if (!found) return false;
    Object.assign(flags, flagsOf(found[1] as string));
    return true;
  }

  private atom(flags: Flags): Node {
    if (this.took('(')) return this.bracket(flags);
    if (this.sees('[')) return { kind: 'set', set: this.set(flags) };
    if (this.took('^')) return { kind: 'at', place: 'start' };
    if (this.took('$')) return { kind: 'at', place: 'end' };
    if (this.took('.')) return { kind: 'set', set: setOf(flags.dotAll ? [] : [[10, 10]], [], { isNegated: true }) };
    if (this.sees('\\')) return this.escaped(flags);
    if (/[*+?]/.test(this.source[this.at] as string)) throw new PatternError('nothing stands before a repetition');
    return this.letter(this.code(), flags);
  }

  private letter(code: number, { anyCase }: Flags): Node {
    return lettersOf(String.fromCodePoint(anyCase ? lowered(code) : code), anyCase);
  }

  private bracket(flags: Flags): Node {
    const name = this.matched(NAME)?.[1];
    const own = name === undefined ? this.matched(OWN_FLAGS) : null;
    if (name === undefined && !own && this.sees('?')) throw new PatternError('this kind of bracket is not known');
    const inner = this.choice({ ...flags, ...flagsOf(own?.[1] ?? '') });
    if (!this.took(')')) throw new PatternError('a bracket is never closed');
    // A bracket is one thing to what follows it, so that `(ab)c` is not read as letters in a row.
    const whole: Node = inner.kind === 'text' ? { kind: 'row', parts: [inner] } : inner;
    return name?.startsWith('words') ? { kind: 'words', name, of: whole } : whole;
  }

  private repeated(node: Node): Node {
    if (!REPEATS.has(this.source[this.at] ?? '')) return node;
    const found = this.matched(REPETITION);
    if (!found) return node;
    const [, sign, least, comma, most, lazy] = found;
    const [low, high] =
      least === undefined
        ? [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity]
        : [Number(least), comma === undefined ? Number(least) : most === '' ? Infinity : Number(most)];
    return { kind: 'repeat', of: node, least: low, most: high, isLazy: lazy !== undefined };
  }

  private escaped(flags: Flags): Node {
    const place = PLACES[this.source[this.at + 1] ?? ''];
    if (place) {
      this.at += 2;
      return { kind: 'at', place };
    }
    const from = this.at;
    const item = this.classItem();
    if (typeof item === 'number') return this.letter(item, flags);
    const { anyCase } = flags;
    const set = known(this.source.slice(from, this.at), anyCase, () =>
      setOf(item.ranges, item.properties, { anyCase }),
    );
    return { kind: 'set', set };
  }

  private set({ anyCase }: Flags): CharSet {
    const written = this.matched(SET)?.[0];
    if (written === undefined) throw new PatternError('a “[” is never closed');
    return known(written, anyCase, () => new Reader(written).readSet(anyCase));
  }

  private readSet(anyCase: boolean): CharSet {
    this.at += 1;
    const isNegated = this.took('^');
    const ranges: Range[] = [];
    const properties: RegExp[] = [];
    for (let isFirst = true; isFirst || !this.sees(']'); isFirst = false) {
      const item = this.classItem();
      if (typeof item !== 'number') {
        ranges.push(...item.ranges);
        properties.push(...item.properties);
      } else if (this.sees('-') && this.source[this.at + 1] !== ']') {
        this.at += 1;
        const last = this.classItem();
        if (typeof last !== 'number' || last < item) throw new PatternError('a range runs backwards');
        ranges.push([item, last]);
      } else ranges.push([item, item]);
    }
    return setOf(ranges, properties, { isNegated, anyCase });
  }

  /** One character, or a class such as \s: inside of `[…]` and outside. */
  private classItem(): number | { ranges: readonly Range[]; properties: readonly RegExp[] } {
    if (this.matched(/\[:/y)) throw new PatternError('classes such as [:alpha:] are not known');
    if (!this.took('\\')) return this.code();
    const property = this.matched(/[pP](?:\{(\w+)\}|(\w))/y);
    if (property) {
      const name = property[1] ?? property[2];
      return { ranges: [], properties: [new RegExp(`\\${property[0][0]}{${name}}`, 'u')] };
    }
    const hex = this.matched(/x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/y);
    if (hex) return Number.parseInt((hex[1] ?? hex[2]) as string, 16);
    const letter = this.source[this.at] ?? '';
    const inner = CLASSES[letter.toLowerCase()];
    if (inner) {
      this.at += 1;
      return { ranges: letter === letter.toLowerCase() ? inner : allBut(inner), properties: [] };
    }
    const sign = SIGNS[letter];
    if (sign === undefined && /[a-zA-Z0-9]/.test(letter)) throw new PatternError(`“\\${letter}” is not known`);
    const code = this.code();
    return sign ?? code;
  }

  private code(): number {
    const code = this.source.codePointAt(this.at);
    if (code === undefined) throw new PatternError('the pattern ends too early');
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }

  private sees(sign: string): boolean {
    return this.source.startsWith(sign, this.at);
  }

  private took(sign: string): boolean {
    const isThere = this.sees(sign);
    if (isThere) this.at += sign.length;
    return isThere;
  }

  private matched(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const found = expression.exec(this.source);
    if (found) this.at = expression.lastIndex;
    return found;
  }
}

const exact = new Map<string, Letters>();
const inAnyCase = new Map<string, Letters>();

function lettersOf(text: string, anyCase: boolean): Letters {
  const all = anyCase ? inAnyCase : exact;
  let letters = all.get(text);
  if (!letters) {
    letters = { kind: 'text', text, anyCase, nth: exact.size + inAnyCase.size };
    all.set(text, letters);
  }
  return letters;
}

const sets = new Map<string, CharSet>();

/** A few sets stand in thousands of places: each is made once. */
function known(written: string, anyCase: boolean, make: () => CharSet): CharSet {
  const key = anyCase ? `i${written}` : written;
  const set = sets.get(key) ?? make();
  sets.set(key, set);
  return set;
}

function flagsOf(letters: string): Partial<Flags> {
  const unknown = [...letters].find((letter) => letter !== 'i' && letter !== 's');
  if (unknown) throw new PatternError(`the flag “${unknown}” is not known`);
  return { ...(letters.includes('i') ? { anyCase: true } : {}), ...(letters.includes('s') ? { dotAll: true } : {}) };
}

function allBut(ranges: readonly Range[]): Range[] {
  const gaps: Range[] = [];
  let from = 0;
  for (const [first, last] of ranges) {
    if (first > from) gaps.push([from, first - 1]);
    from = last + 1;
  }
  gaps.push([from, LAST]);
  return gaps;
}
