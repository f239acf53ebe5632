import { expect, test } from 'vitest';
import { Folding } from './folding.js';

const folding = new Folding({ '’': "'", '`': "'", о: 'o' });

test.each([
  ['plain', 'plain'],
  ['`quoted`', "'quoted'"],
  ['don’t', "don't"],
  ['fооl', 'fool'],
  ['Ｆｏｏｌ', 'Fool'],
  ['fo\u200bol', 'fool'],
  ['sen\u0303or, señor', 'senor, senor'],
  ['½ ﬁne 𝐛𝐨𝐥𝐝', '1⁄2 fine bold'],
  ['1\ufe0f\u20e3', '1\u20e3'], // U+20E3 is a mark without a class: it stays
  ['😀', '😀'],
])('%s is read as %s', (text, folded) => {
  expect(folding.fold(text).text).toBe(folded);
});

test.each([
  ['fo\u200bol!', 'fool', 'fo\u200bol'],
  ['a sen\u0303or', 'senor', 'sen\u0303or'],
  ['😀 ﬁne', 'fi', 'ﬁ'],
  ['so 𝐛𝐨𝐥𝐝 it is', 'bold', '𝐛𝐨𝐥𝐝'],
])('in %s, %s marks the original', (text, words, marked) => {
  const folded = folding.fold(text);
  const start = folded.text.indexOf(words);
  expect(text.slice(...folded.original(start, start + words.length))).toBe(marked);
});
