/** Two texts compared by their words: companion/rules/wording_compared.py, told again. Lengths count characters. */
import { LETTER_OR_DIGIT as L, SPACE } from './characters.js';

const TOKEN = new RegExp(
  `(?:https?://|www\\.)[^${SPACE}]+|[#@][${L}_]+|[${L}]+(?:['.,:/-][${L}]+)*`.replaceAll('/', '\\/'),
  'gu',
);
const MOST_CELLS = 250_000;
const SHORTEST_SHARED = 3;
const STEM = 5;
const ELSEWHERE = ['http://', 'https://', 'www.', '#', '@'];

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Hunk {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

type Words = ReadonlySet<string>;

function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((found) => ({
    word: found[0].toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

const pointsElsewhere = ({ word }: Token) => ELSEWHERE.some((beginning) => word.startsWith(beginning));

/** The spans of `after` that say something else than `before`; null when only spelling or light words differ. */
export function changesOfMeaning(
  before: string,
  after: string,
  weighty: Words,
  light: Words,
): [number, number][] | null {
  const changes = hunks(once(tokens(before)), once(tokens(after))).filter((hunk) => isOther(hunk, weighty, light));
  if (changes.length === 0) return null;
  return changes.flatMap(({ after: words }) => {
    const [first, last] = [words[0], words.at(-1)];
    return first && last ? [[first.start, last.end] as [number, number]] : [];
  });
}

/** Whether a word, or another form of it, stands in both texts; light words do not count. */
export function shareAWord(one: string, other: string, light: Words): boolean {
  const [words, others] = [stems(one, light), stems(other, light)];
  return words.size === 0 || others.size === 0 || [...words].some((word) => others.has(word));
}

function stems(text: string, light: Words): Set<string> {
  const carrying = tokens(text).filter((token) => !pointsElsewhere(token) && !light.has(token.word));
  const words = carrying.map(({ word }) => [...(word.endsWith("'s") ? word.slice(0, -2) : word)]);
  return new Set(words.filter((word) => word.length >= SHORTEST_SHARED).map(stem));
}

function stem(letters: readonly string[]): string {
  const word = letters.join('');
  const ending = ['ing', 'ed', 'es', 's'].find(
    (each) => word.endsWith(each) && letters.length - each.length >= SHORTEST_SHARED,
  );
  const rest = ending ? letters.slice(0, -ending.length) : letters;
  return rest.slice(0, STEM).join('');
}

/** A word said twice in a row is said once. */
function once(words: readonly Token[]): Token[] {
  return words.filter((token, at) => token.word !== words[at - 1]?.word);
}

function hunks(before: readonly Token[], after: readonly Token[]): Hunk[] {
  const old = before.map(({ word }) => word);
  const now = after.map(({ word }) => word);
  const shorter = Math.min(old.length, now.length);
  let first = 0;
  while (first < shorter && old[first] === now[first]) first += 1;
  let last = 0;
  while (last < shorter - first && old.at(-1 - last) === now.at(-1 - last)) last += 1;
  const same = kept(old.slice(first, old.length - last), now.slice(first, now.length - last));
  const found: Hunk[] = [];
  let [atOld, atNow] = [first, first];
  const joints = same.map(([i, j]) => [i + first, j + first] as const);
  for (const [i, j] of [...joints, [old.length - last, now.length - last] as const]) {
    if (i > atOld || j > atNow) found.push({ before: before.slice(atOld, i), after: after.slice(atNow, j) });
    [atOld, atNow] = [i + 1, j + 1];
  }
  return found;
}

/** Pairs of places of the longest common subsequence, earliest first. */
function kept(old: readonly string[], now: readonly string[]): [number, number][] {
  if (old.length * now.length > MOST_CELLS) return [];
  const width = now.length + 1;
  const rest = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => rest[i * width + j] as number;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      rest[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function isOther(hunk: Hunk, weighty: Words, light: Words): boolean {
  const all = (side: readonly Token[]) => side.map(({ word }) => word);
  const carrying = (side: readonly Token[]) =>
    all(side.filter((token) => !light.has(token.word) && !pointsElsewhere(token)));
  if (readsTheSame(all(hunk.before), all(hunk.after), weighty)) return false;
  return !readsTheSame(carrying(hunk.before), carrying(hunk.after), weighty);
}

function readsTheSame(old: readonly string[], now: readonly string[], weighty: Words): boolean {
  if (old.join('') === now.join('')) return true;
  return old.length === now.length && old.every((word, at) => isSameWord(word, now[at] as string, weighty));
}

/** Whether `now` is `old` spelled otherwise. */
function isSameWord(old: string, now: string, weighty: Words): boolean {
  if (old.replaceAll("'", '') === now.replaceAll("'", '')) return true;
  const isNegated = old.endsWith("n't") !== now.endsWith("n't");
  if (isNegated || /\p{Nd}/u.test(old + now) || (weighty.has(old) && weighty.has(now))) return false;
  const [one, other] = [[...old], [...now]];
  return distance(one, other) <= (Math.max(one.length, other.length) < 8 ? 1 : 2);
}

/** Letters added, dropped, changed or swapped with a neighbour. */
function distance(old: readonly string[], now: readonly string[]): number {
  if (Math.abs(old.length - now.length) > 2) return 3;
  let beforeLast: number[] = [];
  let last = Array.from({ length: now.length + 1 }, (_, at) => at);
  for (let i = 1; i <= old.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= now.length; j += 1) {
      const change = old[i - 1] === now[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + change);
      const isSwap = i > 1 && j > 1 && old[i - 1] === now[j - 2] && old[i - 2] === now[j - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last.at(-1) as number;
}
