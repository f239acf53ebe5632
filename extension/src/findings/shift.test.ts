import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding, Fix } from '../model.js';
import { editBetween, shiftFindings } from './shift.js';

const finding = (start: number | null, end: number | null, fixes: Fix[] = []): Finding => ({
  id: 'f',
  rule: 'test/rule',
  clause: [],
  severity: 'warning',
  confidence: 1,
  start,
  end,
  title: '',
  message: '',
  why: '',
  fixes,
  contacts: [],
  detector: 'test',
});
const fix = (start: number, end: number): Fix => ({ label: 'x', start, end, replacement: '' });
const spanOf = (findings: readonly Finding[]) => findings.map(({ start, end }) => [start, end]);

test.each([
  ['typed before it', 'you fool there', 'Oh, you fool there', [[8, 12]]],
  ['typed behind it', 'you fool there', 'you fool there now', [[4, 8]]],
  ['a space typed right behind it', 'you fool there', 'you fool  there', [[4, 8]]],
  ['a letter typed right behind it', 'you fool', 'you fools', []],
  ['a letter typed right before it', 'you fool there', 'you afool there', []],
  ['typed inside it', 'you fool there', 'you foxol there', []],
  ['deleted', 'you fool there', 'you there', []],
  ['everything replaced', 'you fool there', '', []],
])('a span when something is %s', (_, before, after, expected) => {
  expect(spanOf(shiftFindings([finding(4, 8)], before, after))).toEqual(expected);
});

test('a span inside a longer word stays when the edit is elsewhere', () => {
  expect(spanOf(shiftFindings([finding(0, 4)], 'damnation is', 'damnation is near'))).toEqual([[0, 4]]);
});

test('a finding about the whole text stays; its insertion at the end stays at the end', () => {
  const [shifted] = shiftFindings([finding(null, null, [fix(3, 3)])], 'abc', 'abcdef');
  expect(shifted).toMatchObject({ start: null, end: null, fixes: [{ start: 6, end: 6 }] });
});

test('a fix whose words were edited is no longer offered, the finding is', () => {
  const [shifted] = shiftFindings([finding(0, 3, [fix(0, 3), fix(4, 7)])], 'abc def', 'abc dxf');
  expect(shifted?.fixes).toEqual([fix(0, 3)]);
});

test('every span that stays covers the same words as before (emoji, RTL and combining marks included)', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', 'é', 'e\u0301', 'ש', '\u200b'),
    maxLength: 20,
  });
  fc.assert(
    fc.property(text, text, text, text, fc.nat(), fc.nat(), (head, old, fresh, tail, one, two) => {
      const before = head + old + tail;
      const after = head + fresh + tail;
      const [start, end] = [one % (before.length + 1), two % (before.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      for (const { start: newStart, end: newEnd } of shiftFindings([finding(start, end)], before, after)) {
        expect(after.slice(newStart ?? 0, newEnd ?? 0)).toBe(before.slice(start, end));
      }
    }),
  );
});

test('the edit between two texts leads from one to the other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const edit = editBetween(before, after);
      const inserted = edit ? after.slice(edit.start, edit.end + edit.by) : '';
      const result = edit ? before.slice(0, edit.start) + inserted + before.slice(edit.end) : before;
      expect(result).toBe(after);
    }),
  );
});
