import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble, offsetIn, type Piece, placeOfEnd, placeOfStart } from './pieces.js';

const pre = (text: string): Piece<string> => ({ kind: 'text', source: text, text, spaces: 'keep' });
const flow = (text: string): Piece<string> => ({ kind: 'text', source: text, text, spaces: 'collapse' });
const lines = (text: string): Piece<string> => ({ kind: 'text', source: text, text, spaces: 'lines' });
const emoji: Piece<string> = { kind: 'atom', source: 'img', text: '😀' };
const br: Piece<string> = { kind: 'break', source: 'br' };
const block: Piece<string> = { kind: 'block' };
const paragraph = (...pieces: Piece<string>[]) => [block, ...pieces, block];

test.each<[string, Piece<string>[], string]>([
  ['nothing', [], ''],
  ['an empty paragraph with its filler', paragraph(br), ''],
  ['two paragraphs', [...paragraph(pre('a')), ...paragraph(pre('b'))], 'a\nb'],
  ['nested blocks make one line end', [block, ...paragraph(pre('a')), block, ...paragraph(pre('b'))], 'a\nb'],
  ['an empty paragraph between two', [...paragraph(pre('a')), ...paragraph(br), ...paragraph(pre('b'))], 'a\n\nb'],
  ['an empty paragraph at the end', [...paragraph(pre('a')), ...paragraph(br)], 'a\n'],
  ['a filler at the end of a paragraph', [...paragraph(pre('a'), br), ...paragraph(pre('b'))], 'a\nb'],
  ['a line break in a paragraph', paragraph(pre('a'), br, pre('b')), 'a\nb'],
  ['two at the end: one is the filler', [pre('a'), br, br], 'a\n'],
  ['a line break before a block', [pre('a'), br, ...paragraph(pre('b'))], 'a\nb'],
  ['spaces of the source code', paragraph(flow('\n  one\n  two  '), flow(' three \n')), 'one two three'],
  ['a space between two elements', [flow('one'), flow(' '), flow('two')], 'one two'],
  ['spaces before a line end', [flow('one '), br, flow(' two')], 'one\ntwo'],
  ['kept newlines, collapsed spaces', [lines('one  two \n  three')], 'one two\nthree'],
  ['what editors put where a caret needs a place', paragraph(pre('\ufeffone\u2060\u2060 two\ufeff')), 'one two'],
  ['an emoji image', [pre('a '), emoji, pre(' b')], 'a 😀 b'],
])('reads %s', (_, pieces, text) => {
  expect(assemble(pieces).text).toBe(text);
});

test('a span over an emoji image begins before it and ends after it', () => {
  const read = assemble([pre('a'), emoji, pre('b')]);
  expect([placeOfStart(read, 1), placeOfEnd(read, 3)]).toEqual([
    { source: 'img', at: 'before' },
    { source: 'img', at: 'after' },
  ]);
});

test('a span over a filler covers it', () => {
  const assembled = assemble([pre('536-\ufeff22')]);
  expect(placeOfStart(assembled, 2)).toEqual({ source: '536-\ufeff22', at: 2 });
  expect(placeOfStart(assembled, 4)).toEqual({ source: '536-\ufeff22', at: 5 });
  expect(placeOfEnd(assembled, 6)).toEqual({ source: '536-\ufeff22', at: 7 });
});

test('the caret in an empty last paragraph stands before its filler, not at the end of the line above', () => {
  const read = assemble([...paragraph(pre('a')), ...paragraph(br)]);
  expect([placeOfEnd(read, 1), placeOfEnd(read, 2)]).toEqual([
    { source: 'a', at: 1 },
    { source: 'br', at: 'before' },
  ]);
});

const pieces = fc.array(
  fc.oneof(
    fc.constant<Piece<number>>({ kind: 'block' }),
    fc.constant<Piece<number>>({ kind: 'break', source: 0 }),
    fc.constant<Piece<number>>({ kind: 'atom', source: 0, text: '🙂' }),
    fc.record({
      kind: fc.constant('text' as const),
      source: fc.constant(0),
      text: fc.string({
        unit: fc.constantFrom('a', 'b', ' ', '  ', '\n', '\t', '\u00a0', '😀', 'ש', '\u200b', '\ufeff'),
      }),
      spaces: fc.constantFrom('keep' as const, 'collapse' as const, 'lines' as const),
    }),
  ),
  { maxLength: 12 },
);
const numbered = (list: Piece<number>[]) =>
  list.map((piece, source) => (piece.kind === 'block' ? piece : { ...piece, source }));

test('every run holds the characters of its source, or one space for its spaces; gaps are line ends', () => {
  fc.assert(
    fc.property(pieces.map(numbered), (list) => {
      const { text, runs } = assemble(list);
      let at = 0;
      for (const run of runs) {
        expect(text.slice(at, run.start)).toMatch(/^\n?$/);
        const piece = list[run.source];
        const written = text.slice(run.start, run.start + run.length);
        const source = piece?.kind === 'text' ? piece.text.slice(run.offset, run.offset + run.length) : null;
        expect(source === null || written === source || (written === ' ' && /\s/.test(source))).toBe(true);
        at = run.start + run.length;
      }
      expect(at).toBe(text.length);
    }),
  );
});

test('text to place and back again is the same offset', () => {
  fc.assert(
    fc.property(pieces.map(numbered), fc.nat(), (list, chosen) => {
      const read = assemble(list);
      const offset = chosen % (read.text.length + 1);
      const place = placeOfEnd(read, offset);
      if (typeof place?.at !== 'number') return;
      expect(offsetIn(read, place.source, place.at)).toBe(offset);
    }),
  );
});

test('a span starts where its first character stands and ends where its last one does', () => {
  fc.assert(
    fc.property(pieces.map(numbered), fc.nat(), (list, chosen) => {
      const read = assemble(list);
      const offset = chosen % Math.max(read.text.length, 1);
      const run = read.runs.find((each) => each.start <= offset && offset < each.start + each.length);
      if (!run || run.whole) return;
      const start = placeOfStart(read, offset);
      const end = placeOfEnd(read, offset + 1);
      expect(start).toEqual({ source: run.source, at: run.offset + offset - run.start });
      expect(end).toEqual({ source: run.source, at: run.offset + offset - run.start + 1 });
    }),
  );
});
