import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.js';

test('the words stand between what is around them', () => {
  expect(excerptOf('Her SSN is 536-22-8714,\n  call.', 11, 22)).toEqual({
    before: 'Her SSN is ',
    marked: '536-22-8714',
    after: ', call.',
  });
});

test('what is far away is left out, at a space', () => {
  const text = `${'word '.repeat(60)}HERE${' more'.repeat(60)}`;
  const { before, after } = excerptOf(text, 300, 304);
  expect(before).toMatch(/^… (word )+$/);
  expect(after).toMatch(/^( more)+…$/);
});

test('of a finding about the whole text the beginning is shown', () => {
  expect(excerptOf('A short post.', null, null)).toEqual({ before: 'A short post.', marked: '', after: '' });
});

test('no character is cut in two, wherever the words stand', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400, size: 'max' }),
      fc.nat(),
      fc.nat(),
      (text, one, other) => {
        const units = [...text];
        const places = [one % (units.length + 1), other % (units.length + 1)].toSorted((a, b) => a - b);
        const [start = 0, end = 0] = places.map((at) => units.slice(0, at).join('').length);
        const { before, marked, after } = excerptOf(text, start, end);
        for (const part of [before, marked, after]) expect(part).not.toMatch(/[\uD800-\uDFFF]/u);
      },
    ),
  );
});
