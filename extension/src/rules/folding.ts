/**
 * Text made comparable, with the way back: companion/folding.py, told again. Invisible characters, full-width forms,
 * accents and look-alike letters are folded; case stays. Places count UTF-16 units of both texts.
 */

export interface Folded {
  readonly text: string;
  /** [start, end) of the folded text → the same characters in the original, with their combining marks. */
  original(start: number, end: number): readonly [number, number];
}

type Lookalikes = Readonly<Record<string, string>>;

const INVISIBLE = /^(?:\u034f|\u115f|\u1160|\u3164|\uffa0|[\ufe00-\ufe0f]|\p{Cf})$/u;

export class Folding {
  private readonly lookalikes: Lookalikes;
  private readonly plain = new Map<string, string>();

  constructor(lookalikes: Lookalikes) {
    this.lookalikes = lookalikes;
  }

  fold(text: string): Folded {
    if (isAscii(text)) return { text: text.replaceAll('`', "'"), original: (start, end) => [start, end] };
    let folded = '';
    const starts: number[] = [];
    const ends: number[] = [];
    let at = 0;
    for (const character of text) {
      const from = at;
      at += character.length;
      const plain = this.plainOf(character);
      if (plain === '' && isCombining(character) && ends.length > 0) ends[ends.length - 1] = at;
      folded += plain;
      for (let unit = 0; unit < plain.length; unit += 1) {
        starts.push(from);
        ends.push(at);
      }
    }
    return { text: folded, original: (start, end) => wayBack(starts, ends, start, end) };
  }

  private plainOf(character: string): string {
    if (character < '\x80' && character !== '`') return character;
    let plain = this.plain.get(character);
    if (plain === undefined) {
      plain = this.lookalikes[character] ?? this.decomposed(character);
      this.plain.set(character, plain);
    }
    return plain;
  }

  private decomposed(character: string): string {
    if (INVISIBLE.test(character)) return '';
    const kept = [...character.normalize('NFKD')].filter((each) => !isCombining(each));
    return kept.map((each) => this.lookalikes[each] ?? each).join('');
  }
}

function wayBack(starts: readonly number[], ends: readonly number[], start: number, end: number): [number, number] {
  if (start === end) {
    const here = starts[start] ?? ends.at(-1) ?? 0;
    return [here, here];
  }
  return [starts[start] as number, ends[end - 1] as number];
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

const HIGHEST = 'a\u0345'; // no class of combining marks stands above that of U+0345

/** Has it a combining class? JavaScript does not say, but sorts marks by it: before U+0345 goes what has a lower one. */
function isCombining(character: string): boolean {
  if (character === '\u0345') return true;
  if (!/^\p{M}$/u.test(character)) return false;
  return (HIGHEST + character).normalize('NFD') !== HIGHEST + character.normalize('NFD');
}
