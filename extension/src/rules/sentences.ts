/** Sentences, for `within: sentence`: companion/rules/sentences.py, told again. */
import { isCapital, isLetter, LETTER_OR_DIGIT, SPACE } from './characters.js';

const END = new RegExp(`(?:[.!?]+["')\\]]*(?=[${SPACE}]|$))|\\n+`, 'gu');
const LAST_WORD = new RegExp(`[${LETTER_OR_DIGIT}_.]+$`, 'u');

/** [start, end) of each sentence, in order, covering the whole text. */
export function sentences(text: string, abbreviations: ReadonlySet<string>): [number, number][] {
  const found: [number, number][] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    if (match[0].startsWith('.')) {
      const word = LAST_WORD.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0];
      if (word !== undefined && (abbreviations.has(word.toLowerCase()) || isInitial(word))) continue;
    }
    const end = match.index + match[0].length;
    found.push([start, end]);
    start = end;
  }
  if (start < text.length || found.length === 0) found.push([start, text.length]);
  return found;
}

function isInitial(word: string): boolean {
  return [...word].length === 1 && isLetter(word) && isCapital(word);
}
