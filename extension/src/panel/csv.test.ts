import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from './csv.js';

test.each([
  ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
  ['+1 770 555 0142', "'+1 770 555 0142"],
  ['-1', "'-1"],
  ['@jordan', "'@jordan"],
  ['  =1+1', "'  =1+1"],
  ['\t=1+1', "'\t=1+1"],
  ['＝1+1', "'＝1+1"],
  ['a;b', '"a;b"'],
  ['two\nlines', '"two\nlines"'],
  ['say "hi"', '"say ""hi"""'],
  ['plain words', 'plain words'],
])('%j is written as %j', (value, written) => {
  expect(csv([[value]])).toBe(`${written}\r\n`);
});

test('whatever is in a cell, a reader gets as many cells back, and none that begins like a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (cells) => {
      const back = read(csv([cells]));
      expect(back).toHaveLength(cells.length);
      for (const [at, cell] of back.entries()) {
        expect(cell.trimStart()).not.toMatch(/^[=+\-@|%]/);
        expect([cells[at], `'${cells[at]}`]).toContain(cell);
      }
    }),
  );
});

/** RFC 4180, one record. */
function read(line: string): string[] {
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,]*?))(,|\r\n$)/gsy;
  for (const [, quoted, plain, end] of line.matchAll(pattern)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') break;
  }
  return cells;
}
