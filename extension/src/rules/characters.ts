/** What counts as a space, a letter, a digit: as Python counts it, since both engines must cut in the same places. */

/** To be put into `[…]` of an expression with the flag `u`. */
export const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
export const LETTER_OR_DIGIT = '\\p{L}\\p{N}';

const LEADING = new RegExp(`^[${SPACE}]+`, 'u');
const TRAILING = new RegExp(`[${SPACE}]+$`, 'u');
const IS_SPACE = new RegExp(`^[${SPACE}]+$`, 'u');
const IS_LETTER_OR_DIGIT = new RegExp(`^[${LETTER_OR_DIGIT}]+$`, 'u');

export const withoutLeading = (text: string) => text.replace(LEADING, '');
export const withoutTrailing = (text: string) => text.replace(TRAILING, '');
export const isBlank = (text: string) => text === '' || IS_SPACE.test(text);
export const isSpace = (text: string) => IS_SPACE.test(text);
export const isLetterOrDigit = (text: string) => IS_LETTER_OR_DIGIT.test(text);
export const isLetter = (text: string) => /^\p{L}+$/u.test(text);
export const isCapital = (text: string) => /^\p{Uppercase}/u.test(text);

/** The character that ends at a place; empty at the beginning. */
export function before(text: string, place: number): string {
  const code = text.codePointAt(place - 2);
  if (code !== undefined && code > 0xffff) return String.fromCodePoint(code);
  return text.slice(Math.max(place - 1, 0), place);
}

/** The character that begins at a place; empty at the end. */
export function after(text: string, place: number): string {
  const code = text.codePointAt(place);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Python's `len`: characters, not UTF-16 units. */
export const countOf = (text: string) => [...text].length;

/** Halves of broken pairs become U+FFFD, as the companion reads them; no place moves. */
export const mended = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

/** The decimal digits of a text, of whatever script, as 0 to 9. */
export function digitsOf(text: string): string {
  return Array.from(text.matchAll(/\p{Nd}/gu), ([digit]) => String(digitOf(digit.codePointAt(0) as number))).join('');
}

/** Digits stand in tens, zero first. */
function digitOf(code: number): number {
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}
