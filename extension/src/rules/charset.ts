/** A set of characters, as a class of a pattern names it: `[a-z]`, `\s`, `.`. Asked once a character, so ASCII is a table. */

export interface CharSet {
  /** By code, below 128. */
  readonly ascii: Uint8Array;
  /** The rest as [first, last] one after the other. */
  readonly wide: readonly number[];
  /** Classes by property, such as \p{L}. */
  readonly properties: readonly RegExp[];
  readonly isNegated: boolean;
}

export type Range = readonly [first: number, last: number];

const ASCII = 128;

export function has(set: CharSet, code: number): boolean {
  if (code < ASCII) return set.ascii[code] === 1;
  return isAmong(set, code) !== set.isNegated;
}

function isAmong({ wide, properties }: CharSet, code: number): boolean {
  for (let at = 0; at < wide.length; at += 2) {
    if (code >= (wide[at] as number) && code <= (wide[at + 1] as number)) return true;
  }
  return properties.some((property) => property.test(String.fromCodePoint(code)));
}

/** `anyCase` adds the other case of every letter. */
export function setOf(
  ranges: readonly Range[],
  properties: readonly RegExp[],
  { isNegated = false, anyCase = false } = {},
): CharSet {
  const all = anyCase ? ranges.flatMap(withOtherCase) : ranges;
  const ascii = new Uint8Array(ASCII).map((_, code) => {
    const isIn = all.some(([first, last]) => first <= code && code <= last);
    return (isIn || properties.some((property) => property.test(String.fromCharCode(code)))) !== isNegated ? 1 : 0;
  });
  return { ascii, wide: all.filter(([, last]) => last >= ASCII).flat(), properties, isNegated };
}

/** Letters by letters; nobody writes a range of letters longer than an alphabet. */
const LONGEST = 128;

function withOtherCase([first, last]: Range): Range[] {
  const ranges: Range[] = [[first, last]];
  for (let code = first; code <= Math.min(last, first + LONGEST); code += 1) {
    for (const other of casesOf(code)) ranges.push([other, other]);
  }
  return ranges;
}

function casesOf(code: number): number[] {
  const letter = String.fromCodePoint(code);
  return [lowered(code), ...[...letter.toUpperCase()].map((each) => each.codePointAt(0) as number).slice(0, 1)];
}

const kept = new Map<number, number>();

/** The small letter of a letter, where it is a single one. */
export function lowered(code: number): number {
  if (code < ASCII) return code >= 65 && code <= 90 ? code + 32 : code;
  let small = kept.get(code);
  if (small === undefined) {
    const letters = String.fromCodePoint(code).toLowerCase();
    const first = letters.codePointAt(0) as number;
    small = letters.length === String.fromCodePoint(first).length ? first : code;
    kept.set(code, small);
  }
  return small;
}

export function smallLetters(text: string): string {
  let small = '';
  for (const letter of text) small += String.fromCodePoint(lowered(letter.codePointAt(0) as number));
  return small;
}
