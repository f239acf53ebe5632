import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caretAfter, isSame, replaced } from './splice.js';

test.each([
  ['before the words', 2, 2],
  ['at their start', 4, 4],
  ['inside them', 6, 10],
  ['at their end', 8, 10],
  ['behind them', 9, 11],
])('a caret %s', (_, caret, expected) => {
  expect(caretAfter(caret, { start: 4, end: 8, replacement: 'person' })).toBe(expected);
});

test('a caret at the place of an insertion stays before what was inserted', () => {
  expect(caretAfter(4, { start: 4, end: 4, replacement: '\n\nMy own views.' })).toBe(4);
});

test('behind a replacement the caret keeps the words it stood at', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), fc.nat(), (head, old, fresh, tail, chosen) => {
      const fix = { start: head.length, end: head.length + old.length, replacement: fresh };
      const before = head + old + tail;
      const caret = fix.end + 1 + (chosen % (tail.length + 1));
      fc.pre(caret <= before.length);
      expect(replaced(before, fix).slice(caretAfter(caret, fix))).toBe(before.slice(caret));
    }),
  );
});

test.each([
  ['a no-break space for a space', 'a\u00a0b', 'a b', true],
  ['a filler in an empty line', 'a\n\ufeff\nb', 'a\n\nb', true],
  ['a newline that only ends the last line', 'a\n', 'a', true],
  ['a lost newline', 'a b', 'a\nb', false],
  ['a doubled word', 'a a', 'a', false],
])('%s', (_, read, wanted, same) => {
  expect(isSame(read, wanted)).toBe(same);
});
